#include "schema/task.h"

MMM_RECORD_COMPILED(mmm::schema::Task)
