#include "schema/keys.h"

MMM_RECORD_COMPILED(mmm::schema::PublicKey)
MMM_RECORD_COMPILED(mmm::schema::KeyComposite)
MMM_RECORD_COMPILED(mmm::schema::KeyOverlay)
