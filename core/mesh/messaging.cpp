#include "mesh/messaging_view.h"

#include "mesh/ceremonies.h"
#include "mesh/message_flows.h"

namespace mmm::mesh {

namespace {

class MessagingView final : public Messaging
{
    template<typename Work>
    auto locked(Work work)
    {
        const auto member = m_state.member();
        const std::scoped_lock lock(member->mutex);
        return work(*member);
    }

public:
    MessagingView(MeshState& state, std::function<void()> written)
        : m_state(state),
          m_written(std::move(written))
    {}

    Result<MessageDetail> read(const std::string& id) override { return readMessage(m_state, id); }
    Status reject(const std::string& id) override { return sent(rejectMessage(m_state, id)); }
    Status sendAgain(const std::string& id) override { return sent(mesh::sendAgain(m_state, id)); }
    Status mark(const std::vector<std::string>& ids, MessageState state) override
    {
        return sent(markMessages(m_state, ids, state));
    }
    Result<std::vector<MessageInfo>> deleted(bool isInbox) override
    {
        return listMessages(m_state, isInbox, true);
    }
    Status restore(const std::vector<std::string>& ids) override
    {
        return sent(restoreMessages(m_state, ids));
    }

    Result<FoundAccount> find(const std::string& address, std::stop_token stop) override
    {
        return findAccount(m_state, address, stop);
    }
    Result<std::string> askForContact(const ContactWish& wish, std::stop_token stop) override
    {
        return sent(mesh::askForContact(m_state, wish, stop));
    }
    Result<std::string> acceptContact(const std::string& id, std::optional<CardVersion> answer,
                                      std::stop_token stop) override
    {
        return sent(mesh::acceptContact(m_state, id, answer, stop));
    }
    Result<ContactCode> makeCode(bool isPrinted, CardVersion version, std::stop_token stop) override
    {
        return sent(mesh::makeCode(m_state, isPrinted, version, stop));
    }
    Result<ScannedContact> readCode(std::string_view text, std::stop_token stop) override
    {
        return mesh::readCode(m_state, text, stop);
    }
    Result<std::string> addByCode(std::string_view text, CardVersion answer, std::stop_token stop) override
    {
        return sent(mesh::addByCode(m_state, text, answer, stop));
    }

    Result<ContactTrust> trust(const std::string& id) override { return contactTrust(m_state, id); }
    Status setRights(const std::string& id, const ContactRights& rights) override
    {
        return sent(mesh::setRights(m_state, id, rights));
    }

    Result<Right> rightOfStrangers() override
    {
        return locked([](Membership& member) { return mesh::rightOfStrangers(member); });
    }
    Status setRightOfStrangers(Right right) override
    {
        return sent(locked([&](Membership& member) { return mesh::setRightOfStrangers(member, right); }));
    }

    Result<schema::Contact> ownCard() override
    {
        return locked([](Membership& member) { return mesh::ownCard(member); });
    }
    Status saveOwnCard(const schema::Contact& card) override
    {
        return sent(locked([&](Membership& member) { return mesh::saveOwnCard(m_state, member, card); }));
    }
    Result<schema::Contact> cardVersion(CardVersion version) override
    {
        return locked([&](Membership& member) { return mesh::cardVersion(member, version); });
    }
    std::string ownCardId() override
    {
        return locked([](Membership& member) { return ContactBook(member).ownId().value_or(std::string()); });
    }

    Result<std::string> askConfirmation(const ConfirmationQuestion& question, std::stop_token stop) override
    {
        return sent(mesh::askConfirmation(m_state, question, stop));
    }
    Status answerConfirmation(const std::string& id, bool accept) override
    {
        return sent(mesh::answerConfirmation(m_state, id, accept));
    }
    Result<ConfirmationState> confirmation(const std::string& id) override
    {
        return confirmationState(m_state, id);
    }
    Status allowConfirmation(const std::string& deviceUdf, bool allowed, std::stop_token stop) override
    {
        return sent(mesh::allowConfirmation(m_state, deviceUdf, allowed, stop));
    }

    Result<std::string> proposeTask(const std::string& address, const schema::Task& task,
                                    const std::string& role, std::stop_token stop) override
    {
        return sent(mesh::proposeTask(m_state, address, task, role, stop));
    }
    Result<std::string> acceptTask(const std::string& id) override
    {
        return sent(mesh::acceptTask(m_state, id));
    }

private:
    /// Something waits to be sent.
    template<typename Done>
    Done sent(Done done)
    {
        if (done)
            m_written();
        return done;
    }

    MeshState& m_state;
    const std::function<void()> m_written;
};

} // namespace

std::unique_ptr<Messaging> makeMessaging(MeshState& state, std::function<void()> written)
{
    return std::make_unique<MessagingView>(state, std::move(written));
}

} // namespace mmm::mesh
