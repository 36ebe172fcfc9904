#include "schema/activations.h"

MMM_RECORD_COMPILED(mmm::schema::Activation)
MMM_RECORD_COMPILED(mmm::schema::ActivationAccount)
MMM_RECORD_COMPILED(mmm::schema::ActivationMortal)
MMM_RECORD_COMPILED(mmm::schema::ActivationGroup)
MMM_RECORD_COMPILED(mmm::schema::ActivationApplicationSSH)
MMM_RECORD_COMPILED(mmm::schema::ActivationAdministration)
MMM_RECORD_COMPILED(mmm::schema::ActivationDevice)
