#include "mesh/archive_records.h"

MMM_RECORD_COMPILED(mmm::mesh::ArchivedAccount)
MMM_RECORD_COMPILED(mmm::mesh::ArchivedContainer)
MMM_RECORD_COMPILED(mmm::mesh::ArchivedChange)
