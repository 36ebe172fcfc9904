#include "udf/digest.h"

#include <array>
#include <bit>

namespace mmm::udf {

ContentDigest::ContentDigest(BytesView data, std::string_view contentType, crypto::HashAlgorithm algorithm)
{
    const bool sha3 = algorithm == crypto::HashAlgorithm::Sha3_512;
    const auto used = sha3 ? crypto::HashAlgorithm::Sha3_512 : crypto::HashAlgorithm::Sha512;
    m_base = std::uint8_t(sha3 ? Type::DigestSha3 : Type::DigestSha2);
    const Bytes dataDigest = crypto::hash(used, data);
    m_value = crypto::hash(used, concat(bytesOf(contentType), bytesOf(":"), dataDigest));
}

unsigned ContentDigest::trailingZeroBits() const
{
    unsigned bits = 0;
    for (auto it = m_value.rbegin(); it != m_value.rend(); ++it) {
        bits += unsigned(std::countr_zero(*it));
        if (*it != 0)
            break;
    }
    return bits;
}

std::uint8_t ContentDigest::typeOctet() const
{
    const unsigned zeros = trailingZeroBits();
    const unsigned grade = zeros >= 50 ? 4 : zeros >= 40 ? 3 : zeros >= 30 ? 2 : zeros >= 20 ? 1 : 0;
    return std::uint8_t(m_base + grade);
}

Bytes ContentDigest::octets64() const
{
    return concat(std::array{typeOctet()}, BytesView(m_value).first(63));
}

Udf ContentDigest::present(unsigned bits) const
{
    return Udf::present(typeOctet(), m_value, bits);
}

bool ContentDigest::verifies(const Udf& fingerprint) const
{
    const auto presents = [&](std::uint8_t octet) {
        return matches(fingerprint, Udf::whole(Type(octet), m_value));
    };
    return presents(typeOctet()) || presents(m_base);
}

Udf contentDigest(BytesView data, std::string_view contentType, crypto::HashAlgorithm algorithm,
                  unsigned bits)
{
    return ContentDigest(data, contentType, algorithm).present(bits);
}

} // namespace mmm::udf
