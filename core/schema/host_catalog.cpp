#include "schema/host_catalog.h"

MMM_RECORD_COMPILED(mmm::schema::CatalogedMachine)
MMM_RECORD_COMPILED(mmm::schema::CatalogedStandard)
MMM_RECORD_COMPILED(mmm::schema::CatalogedAdmin)
MMM_RECORD_COMPILED(mmm::schema::CatalogedPending)
MMM_RECORD_COMPILED(mmm::schema::DevicePreconfiguration)
