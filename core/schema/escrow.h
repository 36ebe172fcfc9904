#pragma once

#include "schema/structure.h"

namespace mmm::schema {

/// The private keys of a personal mesh, to be kept encrypted in escrow (security 03 §2.5.6, WIRE E.16.3).
struct EscrowedKeySet : RecordBase
{
    static constexpr std::string_view className = "EscrowedKeySet";
    Key masterSignatureKey;
    Key masterEncryptionKey;
    std::vector<Key> masterEscrowKeys;
    static constexpr auto fields()
    {
        return fieldTable(field("MasterSignatureKey", &EscrowedKeySet::masterSignatureKey),
                          field("MasterEncryptionKey", &EscrowedKeySet::masterEncryptionKey),
                          field("MasterEscrowKeys", &EscrowedKeySet::masterEscrowKeys));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::EscrowedKeySet)
