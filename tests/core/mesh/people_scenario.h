#pragma once

#include "core/mesh/scenario.h"
#include "dare/key_ring.h"
#include "mesh/message_check.h"
#include "schema/make.h"
#include "udf/udf.h"

/// People who write to each other, honest and other.
namespace scenario {

/// Opens both, which are blank, and makes a mesh on each: Alice Example's and Bob Sample's.
[[nodiscard]] Status openAliceAndBob(Desktop& alice, Desktop& bob);

/// The contact of that name, as the list has it.
[[nodiscard]] std::optional<mesh::SharedCatalog<schema::Contact>::Row> contactOf(Desktop& desktop,
                                                                                 const std::string& name);
/// The newest inbound message of a kind, once it is there; of that sender, if one is given.
[[nodiscard]] std::optional<mesh::MessageInfo> awaitMessage(Desktop& desktop, mesh::MessageKind kind,
                                                            const std::string& from = {});
[[nodiscard]] std::optional<mesh::MessageState> stateIn(const Result<std::vector<mesh::MessageInfo>>& list,
                                                        const std::string& id);

/// Each is the other's contact afterwards.
[[nodiscard]] bool acquaint(Desktop& asker, Desktop& other);

/// Makes messages to `recipient` with an account and a device of its own, rightly or wrongly.
class Forger
{
public:
    explicit Forger(std::string recipient);

    [[nodiscard]] const std::string& recipient() const { return m_recipient; }
    /// What the recipient opens with.
    [[nodiscard]] const dare::KeyRing& keyRing() const { return m_ring; }
    [[nodiscard]] const dare::Envelope& connection() const { return m_connection; }

    [[nodiscard]] schema::RequestContact request() const;
    [[nodiscard]] dare::Envelope seal(const schema::RequestContact& message,
                                      const std::string& uniqueId = {}) const;
    [[nodiscard]] Result<mesh::CheckedMessage> checked(const schema::RequestContact& message) const;
    [[nodiscard]] Result<mesh::CheckedMessage> checkedInClear(const schema::RequestContact& message) const;
    [[nodiscard]] Result<mesh::CheckedMessage> checkedWithout(const schema::RequestContact& message) const;
    /// Another payload in the envelope of the message.
    [[nodiscard]] Result<mesh::CheckedMessage> checkedAny(const schema::RequestContact& message,
                                                          const Secret& payload) const;
    [[nodiscard]] Result<mesh::CheckedMessage> checkedAs(const schema::RequestContact& message,
                                                         const dare::Envelope& connection) const;

    [[nodiscard]] dare::Envelope card(const std::string& name) const;
    [[nodiscard]] dare::Envelope unsignedCard(const std::string& name) const;
    /// Somebody else's account, signed by this one.
    [[nodiscard]] dare::Envelope cardOf(const Forger& other) const;

private:
    [[nodiscard]] Result<mesh::CheckedMessage> check(const dare::Envelope& envelope) const;
    [[nodiscard]] dare::SealOptions options(const schema::RequestContact& message,
                                            const dare::Envelope& connection) const;

    std::string m_recipient;
    dare::KeyRing m_ring;
    std::shared_ptr<const crypto::PrivateKey> m_recipientKey;
    std::shared_ptr<const crypto::PrivateKey> m_account;
    std::shared_ptr<const crypto::PrivateKey> m_device;
    dare::Envelope m_profile;
    dare::Envelope m_connection;
};

/// The same envelope with one octet of its body changed, and the digest made to fit.
[[nodiscard]] dare::Envelope altered(const dare::Envelope& envelope);

} // namespace scenario
