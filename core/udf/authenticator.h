#pragma once

#include "udf/udf.h"

namespace mmm::udf {

/// The fingerprint of content under a shared key (WIRE A.7). The key is the canonical text of a Key or Nonce
/// UDF.
[[nodiscard]] Udf authenticator(const SecretUdf& key, BytesView data, std::string_view contentType,
                                unsigned bits = trustBits);

/// Whether the fingerprint, of at least trustBits, authenticates the content under the key. Constant time.
[[nodiscard]] bool authenticates(const Udf& fingerprint, const SecretUdf& key, BytesView data,
                                 std::string_view contentType);

/// What a secret UDF is looked up by where it must not be told (WIRE A.8): a digest of its canonical text.
[[nodiscard]] Udf keyIdentifier(const SecretUdf& key, unsigned bits = 280);

} // namespace mmm::udf
