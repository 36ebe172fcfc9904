#include "crypto/shamir.h"

#include <botan/bigint.h>
#include <botan/numthry.h>

#include <algorithm>
#include <array>

namespace mmm::crypto {

namespace {

using Botan::BigInt;

constexpr std::size_t maxWords = 16;

/// 2^(32n) + c is the smallest prime above 2^(32n).
BigInt primeOf(std::size_t words)
{
    static constexpr std::array<unsigned, maxWords> offsets{15,  13, 61, 51,  7,   133, 735, 297,
                                                            127, 27, 55, 231, 235, 211, 165, 75};
    return BigInt::power_of_2(32 * words) + offsets[words - 1];
}

std::size_t wordsOf(std::size_t octets)
{
    return (octets + 3) / 4;
}

BigInt valueAt(const std::vector<BigInt>& coefficients, unsigned x, const BigInt& prime)
{
    BigInt value = BigInt::zero();
    for (auto it = coefficients.rbegin(); it != coefficients.rend(); ++it)
        value = (value * x + *it) % prime;
    return value;
}

/// The polynomial of least degree through the points, at the place x.
BigInt interpolate(std::span<const unsigned> places, std::span<const BigInt> values, unsigned x,
                   const BigInt& prime)
{
    BigInt sum = BigInt::zero();
    for (std::size_t i = 0; i < places.size(); ++i) {
        BigInt numerator = BigInt::one();
        BigInt denominator = BigInt::one();
        for (std::size_t j = 0; j < places.size(); ++j) {
            if (j == i)
                continue;
            numerator = (numerator * (prime + x - places[j])) % prime;
            denominator = (denominator * (prime + places[i] - places[j])) % prime;
        }
        sum = (sum + values[i] * numerator % prime * Botan::inverse_mod(denominator, prime)) % prime;
    }
    return sum;
}

Secret octetsOf(const BigInt& number, std::size_t size)
{
    return Secret(number.serialize<Botan::secure_vector<std::uint8_t>>(size));
}

/// No value if one of the shares does not fit into the words.
Result<std::vector<ShamirShare>> sharesOf(const std::vector<BigInt>& coefficients, unsigned count,
                                          std::size_t words)
{
    const BigInt prime = primeOf(words);
    const BigInt limit = BigInt::power_of_2(32 * words);
    std::vector<ShamirShare> shares;
    for (unsigned x = 1; x <= count; ++x) {
        const BigInt value = valueAt(coefficients, x, prime);
        if (value >= limit)
            return fail(Fault::Unsupported, "a share does not fit");
        shares.push_back({unsigned(coefficients.size()), x, octetsOf(value, 4 * words)});
    }
    return shares;
}

bool validCounts(std::size_t threshold, std::size_t count)
{
    return threshold >= 2 && threshold <= count && count <= 15;
}

} // namespace

Secret ShamirShare::octets() const
{
    Secret all(1 + value.size());
    all.writable()[0] = std::uint8_t((threshold & 0xF) << 4 | ((index - 1) & 0xF));
    std::ranges::copy(value.view(), all.writable().begin() + 1);
    return all;
}

Result<ShamirShare> ShamirShare::fromOctets(BytesView octets)
{
    if (octets.size() < 5 || (octets.size() - 1) % 4 != 0 || octets.size() - 1 > 4 * maxWords)
        return fail(Fault::Malformed, "wrong length of a share");
    const unsigned threshold = octets[0] >> 4;
    const unsigned index = (octets[0] & 0xF) + 1;
    if (threshold < 2 || index > 15)
        return fail(Fault::Malformed, "impossible numbers in a share");
    return ShamirShare{threshold, index, Secret(octets.subspan(1))};
}

Result<std::vector<ShamirShare>> splitSecret(BytesView secret, unsigned threshold, unsigned count,
                                             Random& random)
{
    if (!validCounts(threshold, count) || secret.empty() || secret.size() > 4 * maxWords)
        return fail(Fault::Unsupported, "impossible numbers of shares or length of a secret");
    const std::size_t words = wordsOf(secret.size());
    const BigInt prime = primeOf(words);
    for (;;) {
        std::vector<BigInt> coefficients{BigInt::from_bytes(secret)};
        while (coefficients.size() < threshold)
            coefficients.push_back(BigInt::random_integer(random, BigInt::zero(), prime));
        if (auto shares = sharesOf(coefficients, count, words))
            return shares;
    }
}

Result<std::vector<ShamirShare>> splitWithCoefficients(const std::vector<Secret>& coefficients,
                                                       unsigned count)
{
    if (!validCounts(coefficients.size(), count) || coefficients[0].empty() ||
        coefficients[0].size() > 4 * maxWords)
        return fail(Fault::Unsupported, "impossible numbers of shares or length of a secret");
    std::vector<BigInt> numbers;
    for (const Secret& coefficient : coefficients)
        numbers.push_back(BigInt::from_bytes(coefficient));
    return sharesOf(numbers, count, wordsOf(coefficients[0].size()));
}

Result<Secret> recoverSecret(const std::vector<ShamirShare>& shares)
{
    if (shares.empty() || shares.size() < shares[0].threshold)
        return fail(Fault::BadShare, "too few shares");
    const std::size_t size = shares[0].value.size();
    const std::size_t words = wordsOf(size);
    if (size == 0 || size % 4 != 0 || words > maxWords)
        return fail(Fault::BadShare, "wrong length of a share");
    const BigInt prime = primeOf(words);

    std::vector<unsigned> places;
    std::vector<BigInt> values;
    for (const ShamirShare& share : shares) {
        if (share.threshold != shares[0].threshold || share.threshold < 2 || share.value.size() != size)
            return fail(Fault::BadShare, "shares of different secrets");
        if (share.index < 1 || share.index > 15 || std::ranges::find(places, share.index) != places.end())
            return fail(Fault::BadShare, "the same share twice");
        places.push_back(share.index);
        values.push_back(BigInt::from_bytes(share.value));
    }

    const std::size_t needed = shares[0].threshold;
    const std::span<const unsigned> firstPlaces(places.data(), needed);
    const std::span<const BigInt> firstValues(values.data(), needed);
    for (std::size_t i = needed; i < places.size(); ++i) {
        if (interpolate(firstPlaces, firstValues, places[i], prime) != values[i])
            return fail(Fault::BadShare, "a share that does not belong to the others");
    }
    const BigInt secret = interpolate(firstPlaces, firstValues, 0, prime);
    if (secret.bits() > 32 * words)
        return fail(Fault::BadShare, "the shares do not make a secret");
    return octetsOf(secret, size);
}

} // namespace mmm::crypto
