#pragma once

#include "dare/binding.h"
#include "dare/envelope.h"
#include "schema/keys.h"
#include "service/storage.h"

/// What administrators have signed of the containers that the service itself reads (WIRE K): it must be these
/// very frames, at their place, and not others of the same numbers.
namespace mmm::service {

/// CH of a container that is stored here, frame after frame.
class BatchChain
{
public:
    /// Of the frames before `from`.
    [[nodiscard]] static Result<BatchChain> before(Storage& storage, std::int64_t account,
                                                   const std::string& accountUdf, std::string_view container,
                                                   std::int64_t from);
    /// Takes in the next frame. Contradiction if its header says other than what was signed.
    [[nodiscard]] Status add(const dare::Envelope& frame);
    /// What the signature of a batch states that begins at `from` and ends with the last frame.
    [[nodiscard]] dare::Manifest manifest(std::int64_t from) const;

private:
    BatchChain(const std::string& accountUdf, std::string_view container)
        : m_account(accountUdf),
          m_container(container),
          m_chain(dare::chainStart(accountUdf, container))
    {}
    void follow(BytesView covered, BytesView payloadDigest);

    std::string m_account;
    std::string m_container;
    std::int64_t m_next = 0;
    dare::Digest512 m_chain;
};

/// Whether one of the keys has signed, with the last frame of a batch, exactly that.
[[nodiscard]] bool isSignedByAny(const std::vector<schema::PublicKey>& keys, const dare::Envelope& last,
                                 const dare::Manifest& expected);

} // namespace mmm::service
