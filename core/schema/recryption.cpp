#include "schema/recryption.h"

MMM_RECORD_COMPILED(mmm::schema::DeviceRecryptionKey)
