#pragma once

#include "crypto/cipher.h"
#include "dare/sequence.h"

namespace mmm::mesh {

// An archive as a file: a sequence (WIRE C) whose frames nobody can read, alter, leave out or put into
// another order without the passphrase.
//
//   frame 0   ContentMeta: cty "application/mmm-archive", KeyValues Version=1
//   frame 1   the lock: a file of keys under the passphrase (keystore/key_file.h: Argon2id, AES-256-GCM)
//   whose
//             only item, "archive", is a key of 32 random octets
//   frame n   piece n − 2: AES-256-GCM under HKDF-SHA512(key, "mesh desktop archive", "pieces"); nonce: four
//             zero octets and the number of the piece (8, big-endian); associated: "mesh archive 1". The
//             plaintext: what the piece is (1 octet), then its content
//
// The last piece is an End, and nothing follows it. No piece is larger than largestPiece, so that reading and
// writing take as little memory for a large archive as for a small one.

/// Damaged: "the archive " and what is wrong with it.
[[nodiscard]] tl::unexpected<Error> archiveDamaged(const char* what);

/// What a piece holds.
enum class PieceKind : std::uint8_t
{
    Account = 1,   ///< an ArchivedAccount; the first piece, and the only one of its kind
    Container = 2, ///< an ArchivedContainer; what follows belongs to it
    Frames = 3,    ///< octets of the container's sequence, as many pieces as it takes
    Change = 4,    ///< an ArchivedChange: a value that the service did not have yet
    End = 5,       ///< empty
};

struct ArchivePiece
{
    PieceKind kind = PieceKind::End;
    Secret content;
};

/// Octets of the content of a piece.
constexpr std::size_t largestPiece = std::size_t(16) << 20U;

/// Writes an archive into an empty file, which it borrows.
class ArchiveWriter
{
public:
    /// As KeyFileLock::create about passphrase and cost.
    [[nodiscard]] static Result<ArchiveWriter> create(dare::File& file, const Secret& passphrase,
                                                      const crypto::Argon2Cost& cost);
    /// TooLarge beyond largestPiece.
    [[nodiscard]] Status add(PieceKind kind, BytesView content);
    /// The End. What was written is not durable before the file's sync().
    [[nodiscard]] Status finish() { return add(PieceKind::End, {}); }

private:
    ArchiveWriter(dare::SequenceWriter writer, Secret key)
        : m_writer(std::move(writer)),
          m_key(std::move(key))
    {}

    dare::SequenceWriter m_writer;
    Secret m_key;
    std::uint64_t m_number = 0;
};

/// Reads an archive, from a file that it borrows and does not trust.
class ArchiveReader
{
public:
    /// WrongType if it is no archive; Unsupported if it is of a later version; WrongPassphrase; Damaged.
    [[nodiscard]] static Result<ArchiveReader> open(const dare::File& file, const Secret& passphrase);
    /// The next piece; none after the End. Damaged if the file was cut or altered, or goes on after the End.
    [[nodiscard]] Result<std::optional<ArchivePiece>> next();
    /// How much of the file has been read: 0 to 1.
    [[nodiscard]] double progress() const;

private:
    ArchiveReader(dare::SequenceReader reader, Secret key)
        : m_reader(std::move(reader)),
          m_key(std::move(key))
    {}

    dare::SequenceReader m_reader;
    Secret m_key;
    std::uint64_t m_number = 0;
    bool m_isEnded = false;
};

} // namespace mmm::mesh
