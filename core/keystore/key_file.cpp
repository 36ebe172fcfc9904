#include "keystore/key_file.h"

#include "crypto/hash.h"
#include "crypto/random.h"

#include <algorithm>

namespace mmm::keystore {

namespace {

constexpr std::uint8_t formatVersion = 1;
constexpr std::size_t costOffset = 8;
constexpr std::size_t saltOffset = 20;
constexpr std::size_t checkOffset = 36;
constexpr std::size_t digestOffset = 52;
constexpr std::size_t headerSize = 60;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t contentOffset = headerSize + nonceSize;
constexpr std::size_t keySize = 32;
constexpr std::size_t checkSize = 16;
constexpr std::size_t digestSize = 8;

template<typename Container>
void appendNumber(Container& octets, std::size_t value, unsigned size)
{
    for (unsigned i = 0; i < size; ++i)
        octets.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint32_t numberAt(BytesView octets, std::size_t offset, unsigned size = 4)
{
    std::uint32_t value = 0;
    for (unsigned i = 0; i < size; ++i)
        value |= static_cast<std::uint32_t>(octets[offset + i]) << (8 * i);
    return value;
}

Bytes digestOf(BytesView header)
{
    Bytes digest = crypto::sha256(header.first(digestOffset));
    digest.resize(digestSize);
    return digest;
}

Status checkCost(const crypto::Argon2Cost& cost)
{
    if (cost.memoryKib < leastCost.memoryKib || cost.iterations < leastCost.iterations ||
        cost.lanes < leastCost.lanes)
        return fail(Fault::Unsupported, "the passphrase would be too cheap to guess");
    if (cost.memoryKib > largestCost.memoryKib || cost.iterations > largestCost.iterations ||
        cost.lanes > largestCost.lanes)
        return fail(Fault::TooLarge, "the passphrase would cost more than this program spends");
    return {};
}

Result<Secret> masterKey(const Secret& passphrase, BytesView salt, const crypto::Argon2Cost& cost)
{
    if (passphrase.empty())
        return fail(Fault::Missing, "an empty passphrase");
    MMM_CHECK(checkCost(cost));
    return crypto::argon2id(passphrase, salt, cost, keySize);
}

Secret derive(const Secret& master, std::string_view purpose, std::size_t size)
{
    return crypto::hkdfSha512(master, bytesOf("mesh desktop key file"), purpose, size);
}

tl::unexpected<Error> damaged(const char* what)
{
    return fail(Fault::Damaged, std::string("the file of keys ") + what);
}

/// Reads the content front to back; every length is checked against what is left.
class ContentReader
{
public:
    explicit ContentReader(BytesView content) : m_rest(content) {}

    Result<std::uint32_t> number(unsigned size)
    {
        MMM_TRY(const BytesView octets, take(size));
        return numberAt(octets, 0, size);
    }

    Result<BytesView> take(std::size_t size)
    {
        if (size > m_rest.size())
            return damaged("ends too early");
        const BytesView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    BytesView m_rest;
};

Secret printContent(const KeyItems& items)
{
    Botan::secure_vector<std::uint8_t> content;
    appendNumber(content, items.size(), 4);
    for (const auto& [name, item] : items) {
        appendNumber(content, name.size(), 2);
        content.insert(content.end(), name.begin(), name.end());
        appendNumber(content, item.size(), 4);
        content.insert(content.end(), item.view().begin(), item.view().end());
    }
    return Secret(std::move(content));
}

Result<KeyItems> readContent(BytesView content)
{
    ContentReader reader(content);
    KeyItems items;
    MMM_TRY(const std::uint32_t count, reader.number(4));
    for (std::uint32_t i = 0; i < count; ++i) {
        MMM_TRY(const std::uint32_t nameSize, reader.number(2));
        MMM_TRY(const BytesView name, reader.take(nameSize));
        MMM_TRY(const std::uint32_t size, reader.number(4));
        MMM_TRY(const BytesView item, reader.take(size));
        if (!items.emplace(textOf(name), Secret(item)).second)
            return damaged("has a name twice");
    }
    if (!reader.atEnd())
        return damaged("is too long");
    return items;
}

} // namespace

Result<KeyFileLock> KeyFileLock::create(const Secret& passphrase, const crypto::Argon2Cost& cost)
{
    const Bytes salt = crypto::randomBytes(checkOffset - saltOffset);
    MMM_TRY(const Secret master, masterKey(passphrase, salt, cost));
    KeyFileLock lock;
    Bytes& header = lock.m_header;
    header = {'M', 'M', 'K', 'F', formatVersion, 0, 0, 0};
    appendNumber(header, cost.memoryKib, 4);
    appendNumber(header, cost.iterations, 4);
    appendNumber(header, cost.lanes, 4);
    header.insert(header.end(), salt.begin(), salt.end());
    const Secret check = derive(master, "check", checkSize);
    header.insert(header.end(), check.view().begin(), check.view().end());
    const Bytes digest = digestOf(header);
    header.insert(header.end(), digest.begin(), digest.end());
    lock.m_contentKey = derive(master, "content", keySize);
    return lock;
}

Result<KeyFileLock> KeyFileLock::open(const Secret& passphrase, BytesView file)
{
    constexpr std::string_view magic = "MMKF";
    if (file.size() < contentOffset || textOf(file.first(magic.size())) != magic)
        return damaged("is not one or was cut");
    const BytesView header = file.first(headerSize);
    if (!std::ranges::equal(digestOf(header), header.subspan(digestOffset)))
        return damaged("was altered");
    if (header[4] != formatVersion || header[5] != 0 || header[6] != 0 || header[7] != 0)
        return fail(Fault::Unsupported, "the file of keys was written by a later version");
    const crypto::Argon2Cost cost{numberAt(header, costOffset), numberAt(header, costOffset + 4),
                                  numberAt(header, costOffset + 8)};
    MMM_TRY(const Secret master,
            masterKey(passphrase, header.subspan(saltOffset, checkOffset - saltOffset), cost));
    if (!equalConstantTime(derive(master, "check", checkSize), header.subspan(checkOffset, checkSize)))
        return fail(Fault::WrongPassphrase);
    KeyFileLock lock;
    lock.m_header = copyOf(header);
    lock.m_contentKey = derive(master, "content", keySize);
    return lock;
}

Result<Bytes> KeyFileLock::encrypt(const KeyItems& items) const
{
    const Bytes nonce = crypto::randomBytes(nonceSize);
    const Bytes start = concat(m_header, nonce);
    MMM_TRY(const Bytes content, crypto::sealGcm(m_contentKey, nonce, printContent(items), start));
    if (start.size() + content.size() > largestKeyFile)
        return fail(Fault::TooLarge, "the file of keys would be too large");
    return concat(start, content);
}

Result<KeyItems> KeyFileLock::decrypt(BytesView file) const
{
    if (file.size() < contentOffset || !std::ranges::equal(file.first(headerSize), m_header))
        return damaged("is another one");
    const auto content = crypto::openGcm(m_contentKey, file.subspan(headerSize, nonceSize),
                                         file.subspan(contentOffset), file.first(contentOffset));
    if (!content)
        return damaged("was altered or cut");
    return readContent(*content);
}

} // namespace mmm::keystore
