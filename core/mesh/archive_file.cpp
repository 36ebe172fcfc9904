#include "mesh/archive_file.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "keystore/key_file.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

namespace {

constexpr std::string_view contentType = "application/mmm-archive";
constexpr std::string_view versionName = "Version";
constexpr std::string_view version = "1";
constexpr std::string_view associated = "mesh archive 1";
constexpr auto keyName = "archive";
constexpr std::size_t keySize = 32;
constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;
constexpr std::size_t largestLock = 4096;
/// Of a frame: a header holds a number and digests, a payload a piece.
constexpr dare::FrameLimits limits{.header = 65536, .payload = largestPiece + 1 + tagSize};

std::array<std::uint8_t, nonceSize> nonceOf(std::uint64_t number)
{
    std::array<std::uint8_t, nonceSize> nonce{};
    for (std::size_t i = 0; i < sizeof(number); ++i)
        nonce[nonceSize - 1 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return nonce;
}

Secret pieceKey(const Secret& key)
{
    return crypto::hkdfSha512(key, bytesOf("mesh desktop archive"), "pieces", keySize);
}

/// Says whether the first frame is that of an archive which this program can read.
Status checkFirst(const dare::Frame& first)
{
    const auto meta = first.header.contentMeta();
    if (!meta || meta->contentType != contentType)
        return fail(Fault::WrongType, "not an archive");
    const auto stated = std::ranges::find(meta->keyValues, versionName, &dare::KeyValue::key);
    return stated != meta->keyValues.end() && stated->value == version
               ? Status()
               : fail(Fault::Unsupported, "the archive was written by a later version");
}

} // namespace

tl::unexpected<Error> archiveDamaged(const char* what)
{
    return fail(Fault::Damaged, std::string("the archive ") + what);
}

Result<ArchiveWriter> ArchiveWriter::create(dare::File& file, const Secret& passphrase,
                                            const crypto::Argon2Cost& cost)
{
    const Secret key = crypto::randomSecret(keySize);
    MMM_TRY(const auto lock, keystore::KeyFileLock::create(passphrase, cost));
    keystore::KeyItems items;
    items.emplace(keyName, key.clone());
    MMM_TRY(const Bytes locked, lock.encrypt(items));
    dare::Header first;
    dare::ContentMeta meta;
    meta.contentType = contentType;
    meta.keyValues.emplace_back();
    meta.keyValues.back().key = versionName;
    meta.keyValues.back().value = version;
    first.setContentMeta(meta);
    MMM_TRY(auto writer, dare::SequenceWriter::create(file, dare::ContainerType::Chain, std::move(first)));
    MMM_CHECK(writer.append({}, locked));
    return ArchiveWriter(std::move(writer), pieceKey(key));
}

Status ArchiveWriter::add(PieceKind kind, BytesView content)
{
    if (content.size() > largestPiece)
        return fail(Fault::TooLarge, "larger than a piece of an archive");
    Secret plain(content.size() + 1);
    plain.writable()[0] = static_cast<std::uint8_t>(kind);
    std::ranges::copy(content, plain.writable().begin() + 1);
    MMM_TRY(const Bytes sealed, crypto::sealGcm(m_key, nonceOf(m_number), plain, bytesOf(associated)));
    MMM_CHECK(m_writer.append({}, sealed));
    ++m_number;
    return {};
}

Result<ArchiveReader> ArchiveReader::open(const dare::File& file, const Secret& passphrase)
{
    auto reader = dare::SequenceReader::open(file, limits);
    if (!reader)
        return fail(Fault::WrongType, "not an archive: " + reader.error().detail);
    MMM_CHECK(checkFirst(reader->firstFrame()));
    MMM_TRY(const auto first, reader->next());
    MMM_TRY(const auto locked, reader->next());
    if (!first || !locked || !reader->damages().empty() || locked->payload.size() > largestLock)
        return archiveDamaged("was cut or altered");
    MMM_TRY(const auto lock, keystore::KeyFileLock::open(passphrase, locked->payload));
    MMM_TRY(const auto items, lock.decrypt(locked->payload));
    const auto key = items.find(keyName);
    if (key == items.end() || key->second.size() != keySize)
        return archiveDamaged("has no key");
    return ArchiveReader(std::move(*reader), pieceKey(key->second));
}

Result<std::optional<ArchivePiece>> ArchiveReader::next()
{
    MMM_TRY(const auto frame, m_reader.next());
    if (!m_reader.damages().empty() || frame.has_value() == m_isEnded)
        return archiveDamaged("was cut or altered");
    if (m_isEnded)
        return std::optional<ArchivePiece>();
    const auto plain = crypto::openGcm(m_key, nonceOf(m_number), frame->payload, bytesOf(associated));
    if (!plain || plain->empty())
        return archiveDamaged("was altered");
    const std::uint8_t kind = plain->view().front();
    if (kind < static_cast<std::uint8_t>(PieceKind::Account) ||
        kind > static_cast<std::uint8_t>(PieceKind::End))
        return fail(Fault::Unsupported, "the archive holds what this program does not know");
    ++m_number;
    m_isEnded = kind == static_cast<std::uint8_t>(PieceKind::End);
    return ArchivePiece{static_cast<PieceKind>(kind), Secret(plain->view().subspan(1))};
}

double ArchiveReader::progress() const
{
    const std::uint64_t size = m_reader.fileSize();
    return size == 0 ? 1 : static_cast<double>(m_reader.position()) / static_cast<double>(size);
}

} // namespace mmm::mesh
