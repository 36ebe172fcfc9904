#pragma once

#include "crypto/hash.h"
#include "dare/envelope.h"
#include "udf/udf.h"

/// How whoever claims a device proves to have read its code (WIRE E.18).
namespace mmm::mesh {

/// 64 octets, over the device's fingerprint and the entry that is made for it.
[[nodiscard]] inline Result<Bytes> claimWitness(const udf::SecretUdf& code, const std::string& deviceUdf,
                                                const dare::Envelope& entry)
{
    MMM_TRY(const Bytes digest, entry.payloadDigest());
    const Secret witness = crypto::hmacSha512(code.data(), {bytesOf(deviceUdf), digest});
    return copyOf(witness.view());
}

} // namespace mmm::mesh
