#include "dare/eds.h"

#include "dare/content_cipher.h"

namespace mmm::dare {

namespace {

constexpr std::uint8_t lastChunkTags = 0x88; // 88…8B: the item ends here
constexpr std::uint8_t chunkTags = 0x8C;     // 8C…8F: more follows
constexpr std::uint8_t endOfTags = 0x90;

/// One JSON-B binary item at the start of the octets, which are moved past it.
Result<Bytes> takeItem(BytesView& octets)
{
    Bytes item;
    while (!octets.empty()) {
        const std::uint8_t tag = octets[0];
        if (tag < lastChunkTags || tag >= endOfTags)
            return fail(Fault::Malformed, "an EDS item must be binary data");
        const std::size_t lengthSize = std::size_t(1) << (tag & 3U);
        octets = octets.subspan(1);
        if (octets.size() < lengthSize)
            break;
        std::uint64_t length = 0;
        for (const std::uint8_t octet : octets.first(lengthSize))
            length = (length << 8U) | octet;
        octets = octets.subspan(lengthSize);
        if (octets.size() < length)
            break;
        item.insert(item.end(), octets.begin(), octets.begin() + std::ptrdiff_t(length));
        octets = octets.subspan(length);
        if (tag < chunkTags)
            return item;
    }
    return fail(Fault::Malformed, "an EDS item is cut off");
}

void putItem(Bytes& octets, BytesView item)
{
    const unsigned form = item.size() < 0x100 ? 0 : item.size() < 0x10000 ? 1 : item.size() >> 32U ? 3 : 2;
    octets.push_back(std::uint8_t(lastChunkTags + form));
    for (unsigned i = 1U << form; i-- > 0;)
        octets.push_back(std::uint8_t(std::uint64_t(item.size()) >> (8 * i)));
    octets.insert(octets.end(), item.begin(), item.end());
}

} // namespace

Result<EdsItems> parseEds(BytesView octets)
{
    EdsItems items;
    MMM_TRY(items.prefix, takeItem(octets));
    MMM_TRY(items.body, takeItem(octets));
    if (!octets.empty()) {
        MMM_TRY(items.tag, takeItem(octets));
    }
    if (!octets.empty())
        return fail(Fault::Malformed, "an EDS has three items");
    return items;
}

Bytes writeEds(BytesView prefix, BytesView body, BytesView tag)
{
    Bytes octets;
    octets.reserve(prefix.size() + body.size() + tag.size() + 16);
    putItem(octets, prefix);
    putItem(octets, body);
    putItem(octets, tag);
    return octets;
}

Bytes edsPrefix(std::uint64_t number)
{
    Bytes prefix;
    for (; number > 0; number >>= 8U)
        prefix.push_back(std::uint8_t(number));
    return prefix;
}

Result<Bytes> sealEds(BytesView masterKey, BytesView salt, std::uint64_t number, BytesView plaintext)
{
    const Bytes prefix = edsPrefix(number);
    MMM_TRY(const Bytes ciphertext, encryptBody(masterKey, concat(prefix, salt), plaintext));
    return writeEds(prefix, ciphertext);
}

Result<Secret> openEds(BytesView masterKey, const Header& header, BytesView octets)
{
    MMM_TRY(const EdsItems items, parseEds(octets));
    MMM_TRY(const Cipher cipher, cipherByName(header.encryption));
    if (cipher == Cipher::None)
        return Secret(items.body);
    if (header.salt.empty())
        return fail(Fault::Missing, header.malt.empty() ? "there is no salt" : "the salt was erased");
    MMM_TRY(const ContentKeys keys, deriveContentKeys(masterKey, concat(items.prefix, header.salt), cipher));
    if (cipher == Cipher::Aes256CbcHmac &&
        !equalConstantTime(crypto::hmacSha512(keys.mac, items.body), items.tag))
        return fail(Fault::CannotDecrypt, "the authentication tag is wrong");
    return crypto::decryptCbc(keys.encryption, keys.iv, items.body);
}

} // namespace mmm::dare
