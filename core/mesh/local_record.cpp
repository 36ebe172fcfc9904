#include "mesh/local_record.h"

MMM_RECORD_COMPILED(mmm::mesh::PinAttempts)
MMM_RECORD_COMPILED(mmm::mesh::MeshChange)
MMM_RECORD_COMPILED(mmm::mesh::ShareSetRecord)
MMM_RECORD_COMPILED(mmm::mesh::MoveRecord)
MMM_RECORD_COMPILED(mmm::mesh::OperatorRecord)
MMM_RECORD_COMPILED(mmm::mesh::LocalRecord)
