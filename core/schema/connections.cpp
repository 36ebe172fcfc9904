#include "schema/connections.h"

MMM_RECORD_COMPILED(mmm::schema::Permission)
MMM_RECORD_COMPILED(mmm::schema::Connection)
MMM_RECORD_COMPILED(mmm::schema::ConnectionDevice)
MMM_RECORD_COMPILED(mmm::schema::ConnectionAccount)
MMM_RECORD_COMPILED(mmm::schema::ConnectionGroup)
MMM_RECORD_COMPILED(mmm::schema::ConnectionService)
MMM_RECORD_COMPILED(mmm::schema::ConnectionHost)
MMM_RECORD_COMPILED(mmm::schema::ConnectionApplication)
