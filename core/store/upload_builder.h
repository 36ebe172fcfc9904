#pragma once

#include "dare/event_rules.h"
#include "dare/sequence_keys.h"
#include "store/chain_state.h"
#include "store/sync_types.h"

namespace mmm::store {

/// Builds the frames of a batch, one after the other, as they will stand in the container (WIRE C, K).
class UploadBuilder
{
public:
    struct Exchange
    {
        std::uint64_t position = 0;
        SharedSecret masterKey;
    };

    /// Goes on from the state. The exchange is that of new frames; none for frames in clear or until
    /// addExchange.
    UploadBuilder(ChainState state, std::string account, std::string container,
                  std::optional<Exchange> exchange)
        : m_state(std::move(state)),
          m_account(std::move(account)),
          m_container(std::move(container)),
          m_exchange(std::move(exchange))
    {
        m_batch.firstIndex = m_state.count;
    }

    /// Frame 0, with the key exchange if there are recipients.
    [[nodiscard]] Status addFirst(std::string_view contentType,
                                  const std::vector<dare::RecipientKey>& recipients);
    /// A meta frame from which on other keys are used (WIRE C.9).
    [[nodiscard]] Status addExchange(const std::vector<dare::RecipientKey>& recipients);
    /// An entry's frame; a deletion has no payload.
    [[nodiscard]] Status add(const dare::ContentMeta& meta, const Secret* payload);
    /// A frame that the service must be able to read.
    [[nodiscard]] Status addInClear(const dare::ContentMeta& meta, const Secret& payload);

    [[nodiscard]] std::uint64_t octets() const { return m_octets; }
    [[nodiscard]] std::int64_t nextIndex() const { return m_state.count; }

    /// Signs the batch on its last frame.
    [[nodiscard]] Result<UploadBatch> finish(const crypto::PrivateKey& signer, const std::string& kid);

private:
    struct Part
    {
        dare::Header header;
        Bytes body;
        dare::Trailer trailer;
    };
    [[nodiscard]] Status addPart(dare::Header header, Bytes body);
    [[nodiscard]] Status addExchangePart(dare::Header header,
                                         const std::vector<dare::RecipientKey>& recipients);

    ChainState m_state;
    std::string m_account;
    std::string m_container;
    std::optional<Exchange> m_exchange;
    std::optional<Part> m_last; ///< kept back, since the last frame carries the signature
    UploadBatch m_batch;
    std::uint64_t m_octets = 0;
};

} // namespace mmm::store
