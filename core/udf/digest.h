#pragma once

#include "crypto/hash.h"
#include "udf/udf.h"

namespace mmm::udf {

// Content types of fingerprints that the Mesh makes.
inline constexpr std::string_view keyContentType = "application/x509-keyinfo";
inline constexpr std::string_view keyIdentifierContentType = "application/udf-encryption";

/// The digest that a content fingerprint presents a part of (UDF 08 §5.1).
class ContentDigest
{
public:
    /// Sha512 or Sha3_512; the content type is bound as it stands, without parameters.
    ContentDigest(BytesView data, std::string_view contentType,
                  crypto::HashAlgorithm algorithm = crypto::HashAlgorithm::Sha512);

    /// The type octet: the base of the algorithm plus the grade of compression that the zero bits at the end
    /// earn.
    [[nodiscard]] std::uint8_t typeOctet() const;
    [[nodiscard]] unsigned trailingZeroBits() const;

    /// 64 octets.
    [[nodiscard]] const Bytes& value() const { return m_value; }

    /// The type octet and the first 63 octets of the value ("UDFBytes", WIRE A.4.3).
    [[nodiscard]] Bytes octets64() const;

    [[nodiscard]] Udf present(unsigned bits = trustBits) const;

    /// Whether the fingerprint is of this content: the grade of compression is the right one or none, and
    /// what it presents agrees. Says nothing on whether it is long enough to be trusted.
    [[nodiscard]] bool verifies(const Udf& fingerprint) const;

private:
    std::uint8_t m_base;
    Bytes m_value;
};

/// ContentDigest::present in one step.
[[nodiscard]] Udf contentDigest(BytesView data, std::string_view contentType,
                                crypto::HashAlgorithm algorithm = crypto::HashAlgorithm::Sha512,
                                unsigned bits = trustBits);

} // namespace mmm::udf
