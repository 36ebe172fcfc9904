#pragma once

#include "dare/envelope.h"
#include "dare/sequence_keys.h"

#include <functional>

/// Sealing and opening of payloads that do not fit into memory: a sequence of two frames whose second holds
/// the payload (WIRE B.1, C.12). Memory use does not depend on the payload's size.
namespace mmm::dare {

/// Writes a sealed file. The size must be known at the start because the frame's length stands before it.
class StreamSealer
{
public:
    /// Begins a file (which must be empty) for a payload of exactly `payloadSize` octets. Annotations and
    /// cloaking are not supported here.
    [[nodiscard]] static Result<StreamSealer> create(File& file, std::uint64_t payloadSize,
                                                     const SealOptions& options,
                                                     crypto::Random& random = crypto::systemRandom());
    StreamSealer(StreamSealer&&) noexcept;
    StreamSealer& operator=(StreamSealer&&) noexcept;
    ~StreamSealer();

    /// The next part of the payload. TooLarge beyond the size that was announced.
    [[nodiscard]] Status write(BytesView part);
    /// Writes the trailer, with digest and signatures, and makes the file durable. Missing if the payload is
    /// shorter than announced.
    [[nodiscard]] Status finish();

private:
    struct Work;
    explicit StreamSealer(std::unique_ptr<Work> work);
    std::unique_ptr<Work> m_work;
};

/// Takes the next part of an opened payload. An error stops the opening and is handed on.
using PayloadSink = std::function<Status(BytesView part)>;

/// A frame of a sequence, opened piece by piece. The file is read twice: digest, signatures and witnesses are
/// checked before the first octet is handed out.
class StreamOpener
{
public:
    /// The frame at a position of a sequence; without one, its first data frame. Borrows the file
    /// and the keys.
    [[nodiscard]] static Result<StreamOpener> open(const File& file, const KeyRing& keys,
                                                   std::optional<std::uint64_t> position = {});

    [[nodiscard]] const Header& header() const { return m_header; }
    [[nodiscard]] const Trailer& trailer() const { return m_trailer; }
    [[nodiscard]] const FrameLayout& layout() const { return m_layout; }

    /// Called before every piece that is read, with how many octets of the payload have been read so far in
    /// this pass; an error stops and is handed on.
    void watch(std::function<Status(std::uint64_t done)> watcher) { m_watcher = std::move(watcher); }

    /// As Envelope::verifyDigest and Envelope::verify; the payload is read once for all of them.
    [[nodiscard]] Status verifyDigest();
    [[nodiscard]] Status verify(const crypto::PublicKey& signer);

    /// To whom the frame is encrypted: its own recipients, or those of the exchange that it refers to.
    [[nodiscard]] Result<std::vector<Recipient>> recipients() const;

    /// Checks and then hands the plaintext to the sink.
    [[nodiscard]] Status copyTo(const PayloadSink& sink);
    /// The same with a master key found elsewhere.
    [[nodiscard]] Status copyWith(BytesView masterKey, const PayloadSink& sink);

private:
    StreamOpener(const File& file, const KeyRing& keys) : m_file(&file), m_keys(&keys) {}
    [[nodiscard]] Result<BytesView> digest();
    [[nodiscard]] Status forEachPart(const std::function<Status(BytesView)>& take) const;
    [[nodiscard]] const std::vector<Signature>& signatures() const;

    const File* m_file;
    const KeyRing* m_keys;
    FrameLayout m_layout;
    Header m_header;
    Trailer m_trailer;
    Bytes m_digest; ///< of the payload, once computed
    std::function<Status(std::uint64_t)> m_watcher;
};

} // namespace mmm::dare
