#include "protocol/known_service.h"

MMM_RECORD_COMPILED(mmm::protocol::KnownEndpoint)
MMM_RECORD_COMPILED(mmm::protocol::KnownService)
