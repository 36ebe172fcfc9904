#include "schema/contact.h"

MMM_RECORD_COMPILED(mmm::schema::ContactMesh)
MMM_RECORD_COMPILED(mmm::schema::Address)
MMM_RECORD_COMPILED(mmm::schema::Location)
MMM_RECORD_COMPILED(mmm::schema::Role)
MMM_RECORD_COMPILED(mmm::schema::LegacyText)
MMM_RECORD_COMPILED(mmm::schema::Contact)
