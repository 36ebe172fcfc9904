#pragma once

#include "mesh/messaging.h"

#include <functional>
#include <mutex>
#include <vector>

namespace mmm::test {

/// Messages between people as a test says, in memory.
class ScriptedMessaging final : public mesh::Messaging
{
public:
    /// Told when a message's state is another one.
    using Answered = std::function<void(const std::string& messageId, mesh::MessageState)>;
    /// The messages as lists, which the mesh has.
    struct Spools
    {
        std::function<Status(const std::vector<std::string>&, mesh::MessageState)> mark;
        std::function<std::vector<mesh::MessageInfo>(bool isInbox)> deleted;
        std::function<Status(const std::vector<std::string>&)> restore;
    };
    ScriptedMessaging(Answered answered, Spools spools)
        : m_answered(std::move(answered)),
          m_spools(std::move(spools))
    {}

    // what a test does
    void add(const mesh::MessageDetail& detail);
    void setTrust(const std::string& contactId, const mesh::ContactTrust& trust);
    void setOwnCard(const std::string& id, const schema::Contact& card);
    void failNext(Fault fault);
    /// The person has decided about a message.
    [[nodiscard]] Status answer(const std::string& messageId, mesh::MessageState state);
    /// What was sent: the class and the address.
    [[nodiscard]] std::vector<std::string> sent() const;

    // what the application does
    [[nodiscard]] Result<mesh::MessageDetail> read(const std::string& messageId) override;
    [[nodiscard]] Status reject(const std::string& messageId) override;
    [[nodiscard]] Status sendAgain(const std::string& messageId) override;
    [[nodiscard]] Status mark(const std::vector<std::string>& messageIds, mesh::MessageState) override;
    [[nodiscard]] Result<std::vector<mesh::MessageInfo>> deleted(bool isInbox) override;
    [[nodiscard]] Status restore(const std::vector<std::string>& messageIds) override;
    [[nodiscard]] Result<mesh::FoundAccount> find(const std::string& address, std::stop_token) override;
    [[nodiscard]] Result<std::string> askForContact(const mesh::ContactWish&, std::stop_token) override;
    [[nodiscard]] Result<std::string>
    acceptContact(const std::string& messageId, std::optional<mesh::CardVersion>, std::stop_token) override;
    [[nodiscard]] Result<mesh::ContactCode> makeCode(bool isPrinted, mesh::CardVersion,
                                                     std::stop_token) override;
    [[nodiscard]] Result<mesh::ScannedContact> readCode(std::string_view text, std::stop_token) override;
    [[nodiscard]] Result<std::string> addByCode(std::string_view text, mesh::CardVersion,
                                                std::stop_token) override;
    [[nodiscard]] Result<mesh::ContactTrust> trust(const std::string& contactId) override;
    [[nodiscard]] Status setRights(const std::string& contactId, const mesh::ContactRights&) override;
    [[nodiscard]] Result<mesh::Right> rightOfStrangers() override;
    [[nodiscard]] Status setRightOfStrangers(mesh::Right) override;
    [[nodiscard]] Result<schema::Contact> ownCard() override;
    [[nodiscard]] Status saveOwnCard(const schema::Contact&) override;
    [[nodiscard]] Result<schema::Contact> cardVersion(mesh::CardVersion) override;
    [[nodiscard]] std::string ownCardId() override;
    [[nodiscard]] Result<std::string> askConfirmation(const mesh::ConfirmationQuestion&,
                                                      std::stop_token) override;
    [[nodiscard]] Status answerConfirmation(const std::string& messageId, bool accept) override;
    [[nodiscard]] Result<mesh::ConfirmationState> confirmation(const std::string&) override;
    [[nodiscard]] Status allowConfirmation(const std::string&, bool, std::stop_token) override;
    [[nodiscard]] Result<std::string> proposeTask(const std::string& address, const schema::Task&,
                                                  const std::string& role, std::stop_token) override;
    [[nodiscard]] Result<std::string> acceptTask(const std::string& messageId) override;

private:
    [[nodiscard]] Status takeFault();
    [[nodiscard]] Result<std::string> note(const std::string& what);

    const Answered m_answered;
    const Spools m_spools;
    mutable std::mutex m_mutex;
    std::map<std::string, mesh::MessageDetail> m_messages;
    std::map<std::string, mesh::ContactTrust> m_trust;
    schema::Contact m_ownCard;
    std::string m_ownCardId;
    mesh::Right m_strangers = mesh::Right::Default;
    std::vector<std::string> m_sent;
    std::optional<Fault> m_fault;
};

} // namespace mmm::test
