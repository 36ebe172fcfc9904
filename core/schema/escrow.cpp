#include "schema/escrow.h"

MMM_RECORD_COMPILED(mmm::schema::EscrowedKeySet)
