#include "scripted_messaging.h"

#include "scripted_groups.h"

#include "base/clock.h"

namespace mmm::test {

namespace {

constexpr std::string_view code = "udf://example.com/EBQC-SCRI-PTED";

SharedSecret secret(std::string_view text)
{
    return SharedSecret(Secret(bytesOf(text)));
}

} // namespace

void ScriptedMessaging::add(const mesh::MessageDetail& detail)
{
    const std::lock_guard lock(m_mutex);
    m_messages[detail.info.id] = detail;
}

void ScriptedMessaging::setTrust(const std::string& contactId, const mesh::ContactTrust& trust)
{
    const std::lock_guard lock(m_mutex);
    m_trust[contactId] = trust;
}

void ScriptedMessaging::setOwnCard(const std::string& id, const schema::Contact& card)
{
    const std::lock_guard lock(m_mutex);
    m_ownCardId = id;
    m_ownCard = card;
}

void ScriptedMessaging::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

std::vector<std::string> ScriptedMessaging::sent() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

Status ScriptedMessaging::takeFault()
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    return {};
}

Result<std::string> ScriptedMessaging::note(const std::string& what)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_sent.push_back(what);
    return "sent-" + std::to_string(m_sent.size());
}

Status ScriptedMessaging::answer(const std::string& messageId, mesh::MessageState state)
{
    MMM_CHECK(takeFault());
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_messages.find(messageId);
        if (found == m_messages.end())
            return fail(Fault::NotFound, "no such message");
        found->second.info.state = state;
        found->second.info.needsAnswer = false;
    }
    m_answered(messageId, state);
    return {};
}

Result<mesh::MessageDetail> ScriptedMessaging::read(const std::string& messageId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_messages.find(messageId);
    if (found == m_messages.end())
        return fail(Fault::NotFound, "no such message");
    return found->second;
}

Status ScriptedMessaging::reject(const std::string& messageId)
{
    return answer(messageId, mesh::MessageState::Rejected);
}

Status ScriptedMessaging::sendAgain(const std::string& messageId)
{
    return answer(messageId, mesh::MessageState::Waiting);
}

Status ScriptedMessaging::mark(const std::vector<std::string>& messageIds, mesh::MessageState state)
{
    MMM_CHECK(takeFault());
    return m_spools.mark(messageIds, state);
}

Result<std::vector<mesh::MessageInfo>> ScriptedMessaging::deleted(bool isInbox)
{
    return m_spools.deleted(isInbox);
}

Status ScriptedMessaging::restore(const std::vector<std::string>& messageIds)
{
    MMM_CHECK(takeFault());
    return m_spools.restore(messageIds);
}

Result<mesh::FoundAccount> ScriptedMessaging::find(const std::string& address, std::stop_token)
{
    MMM_CHECK(takeFault());
    if (address.starts_with("nobody"))
        return fail(Fault::NotFound, "no such account");
    return mesh::FoundAccount{address, "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH", {}, false};
}

Result<std::string> ScriptedMessaging::askForContact(const mesh::ContactWish& wish, std::stop_token)
{
    return note("RequestContact " + wish.address);
}

Result<std::string> ScriptedMessaging::acceptContact(const std::string& messageId,
                                                     std::optional<mesh::CardVersion>, std::stop_token)
{
    MMM_CHECK(answer(messageId, mesh::MessageState::Accepted));
    return "contact-of-" + messageId;
}

Result<mesh::ContactCode> ScriptedMessaging::makeCode(bool isPrinted, mesh::CardVersion, std::stop_token)
{
    MMM_CHECK(takeFault());
    mesh::ContactCode made;
    made.text = secret(code);
    if (!isPrinted)
        made.expires = SystemClock().now() + std::chrono::minutes(10);
    return made;
}

Result<mesh::ScannedContact> ScriptedMessaging::readCode(std::string_view text, std::stop_token)
{
    MMM_CHECK(takeFault());
    if (text == groupCardCode) {
        mesh::ScannedContact group;
        group.isGroup = true;
        group.address = "allotment@example.org";
        group.accountUdf = "MALL-OTBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
        group.card.fullName = "allotment";
        return group;
    }
    if (text != code)
        return fail(Fault::Malformed, "not a code");
    mesh::ScannedContact found;
    found.address = "bob@example.com";
    found.accountUdf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    found.card.fullName = "Bob Sample";
    return found;
}

Result<std::string> ScriptedMessaging::addByCode(std::string_view text, mesh::CardVersion,
                                                 std::stop_token stop)
{
    MMM_TRY(const mesh::ScannedContact found, readCode(text, stop));
    if (found.isGroup)
        return std::string("id-group");
    return note("RequestContact bob@example.com");
}

Result<mesh::ContactTrust> ScriptedMessaging::trust(const std::string& contactId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trust.find(contactId);
    return found == m_trust.end() ? mesh::ContactTrust() : found->second;
}

Status ScriptedMessaging::setRights(const std::string& contactId, const mesh::ContactRights& rights)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_trust[contactId].rights = rights;
    return {};
}

Result<mesh::Right> ScriptedMessaging::rightOfStrangers()
{
    const std::lock_guard lock(m_mutex);
    return m_strangers;
}

Status ScriptedMessaging::setRightOfStrangers(mesh::Right right)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_strangers = right;
    return {};
}

Result<schema::Contact> ScriptedMessaging::ownCard()
{
    const std::lock_guard lock(m_mutex);
    return m_ownCard;
}

Status ScriptedMessaging::saveOwnCard(const schema::Contact& card)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_ownCard = card;
    return {};
}

Result<schema::Contact> ScriptedMessaging::cardVersion(mesh::CardVersion)
{
    return ownCard();
}

std::string ScriptedMessaging::ownCardId()
{
    const std::lock_guard lock(m_mutex);
    return m_ownCardId;
}

Result<std::string> ScriptedMessaging::askConfirmation(const mesh::ConfirmationQuestion& question,
                                                       std::stop_token)
{
    return note("RequestConfirmation " + question.address);
}

Status ScriptedMessaging::answerConfirmation(const std::string& messageId, bool accept)
{
    return answer(messageId, accept ? mesh::MessageState::Accepted : mesh::MessageState::Rejected);
}

Result<mesh::ConfirmationState> ScriptedMessaging::confirmation(const std::string&)
{
    return mesh::ConfirmationState::Waiting;
}

Status ScriptedMessaging::allowConfirmation(const std::string& device, bool isAllowed, std::stop_token)
{
    MMM_CHECK(note((isAllowed ? "may confirm: " : "confirms no more: ") + device));
    return {};
}

Result<std::string> ScriptedMessaging::proposeTask(const std::string& address, const schema::Task&,
                                                   const std::string&, std::stop_token)
{
    return note("RequestTask " + address);
}

Result<std::string> ScriptedMessaging::acceptTask(const std::string& messageId)
{
    MMM_CHECK(answer(messageId, mesh::MessageState::Accepted));
    return messageId;
}

} // namespace mmm::test
