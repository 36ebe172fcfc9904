#pragma once

#include "dare/content_cipher.h"
#include "dare/key_exchange.h"
#include "dare/sequence.h"

#include <map>

/// Encryption in sequences: one key exchange for many frames, or one per frame (DARE 06 §4.1.3, WIRE C.9).
namespace mmm::dare {

/// A key exchange to be put into a frame's header: frame 0, or a meta frame that changes the keys.
struct Exchange
{
    Secret masterKey;
    Header header; ///< enc, Salt and recipients
};

[[nodiscard]] Result<Exchange> makeExchange(const std::vector<RecipientKey>& recipients,
                                            crypto::Random& random = crypto::systemRandom());

/// Encrypts a frame's payload under an exchange and states that in the header: enc, a fresh Salt and
/// ExchangePosition (the octet offset of the exchange's frame, written even if it is 0).
[[nodiscard]] Result<Bytes> encryptFrame(BytesView masterKey, std::uint64_t exchangePosition,
                                         BytesView plaintext, Header& header,
                                         crypto::Random& random = crypto::systemRandom());

/// The master keys of a sequence's frames. Each exchange is opened once. Borrows file and ring. One thread at
/// a time; decryptBody with the key found may run anywhere.
class SequenceKeys
{
public:
    SequenceKeys(const File& file, const KeyRing& keys) : m_file(&file), m_keys(&keys) {}

    /// The key of the frame at that position. Its own recipients count first; then ExchangePosition; without
    /// either, frame 0. Empty for a frame that is not encrypted. Contradiction for an exchange that comes
    /// after the frame or names no recipients although the ring has no master key.
    [[nodiscard]] Result<SharedSecret> masterKey(const Header& header, std::uint64_t position);

    /// Both steps for one frame.
    [[nodiscard]] Result<Secret> decrypt(const Frame& frame);

private:
    [[nodiscard]] Result<SharedSecret> exchangeAt(std::uint64_t position);

    const File* m_file;
    const KeyRing* m_keys;
    std::map<std::uint64_t, SharedSecret> m_exchanges;
};

} // namespace mmm::dare
