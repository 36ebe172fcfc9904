#include "scripted_groups.h"

#include "base/bytes.h"

#include <algorithm>
#include <fstream>
#include <thread>

namespace mmm::test {

void ScriptedGroups::add(const mesh::GroupInfo& group, const std::vector<mesh::GroupMember>& members)
{
    const std::scoped_lock lock(m_mutex);
    m_groups[group.udf] = {group, members, false};
}

void ScriptedGroups::addCard(const std::string& udf)
{
    const std::scoped_lock lock(m_mutex);
    m_cards.insert(udf);
}

void ScriptedGroups::shutOut(const std::string& udf)
{
    const std::scoped_lock lock(m_mutex);
    m_groups[udf].isShutOut = true;
}

void ScriptedGroups::failNext(Fault fault)
{
    const std::scoped_lock lock(m_mutex);
    m_fault = fault;
}

Status ScriptedGroups::takeFault()
{
    if (!m_fault)
        return {};
    const Fault fault = *m_fault;
    m_fault.reset();
    return fail(fault);
}

Result<ScriptedGroups::Group*> ScriptedGroups::find(const std::string& udf)
{
    const auto found = m_groups.find(udf);
    return found == m_groups.end() ? fail(Fault::NotFound) : Result<Group*>(&found->second);
}

Result<mesh::GroupMember*> ScriptedGroups::findMember(const std::string& udf, const std::string& memberUdf)
{
    MMM_TRY(Group* const group, find(udf));
    if (!group->info.isAdministrator)
        return fail(Fault::NotAuthorised);
    const auto found = std::ranges::find(group->members, memberUdf, &mesh::GroupMember::accountUdf);
    return found == group->members.end() ? fail(Fault::NotFound) : Result<mesh::GroupMember*>(&*found);
}

Result<std::vector<mesh::GroupInfo>> ScriptedGroups::list()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<mesh::GroupInfo> list;
    for (const auto& [udf, group] : m_groups)
        list.push_back(group.info);
    return list;
}

Result<std::string> ScriptedGroups::create(const std::string& name, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    mesh::GroupInfo info;
    info.udf = "group-" + name;
    info.address = name + "@example.com";
    info.isAdministrator = true;
    if (m_groups.contains(info.udf))
        return fail(Fault::NameTaken);
    mesh::GroupMember own;
    own.accountUdf = "MAAA-BBBB-CCCC";
    own.address = "alice@example.com";
    own.standing = mesh::MemberStanding::Accepted;
    own.isAdministrator = true;
    own.isOwn = true;
    m_groups[info.udf] = {info, {own}, false};
    return info.udf;
}

Status ScriptedGroups::leave(const std::string& udf, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    MMM_TRY(Group* const group, find(udf));
    const auto isOther = [](const mesh::GroupMember& one) { return one.isAdministrator && !one.isOwn; };
    if (group->info.isAdministrator && std::ranges::none_of(group->members, isOther))
        return fail(Fault::Unsupported);
    m_groups.erase(udf);
    return {};
}

Status ScriptedGroups::checkMembership(const std::string& udf, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_TRY(Group* const group, find(udf));
    return group->isShutOut ? fail(Fault::NotAuthorised) : Status();
}

Result<std::vector<mesh::GroupMember>> ScriptedGroups::members(const std::string& udf, bool refresh,
                                                               std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    if (refresh)
        MMM_CHECK(takeFault());
    MMM_TRY(Group* const group, find(udf));
    return group->info.isAdministrator ? Result<std::vector<mesh::GroupMember>>(group->members)
                                       : fail(Fault::NotAuthorised);
}

Status ScriptedGroups::invite(const std::string& udf, const std::string& address, const std::string&,
                              std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    MMM_TRY(Group* const group, find(udf));
    std::erase_if(group->members, [&](const mesh::GroupMember& member) { return member.address == address; });
    mesh::GroupMember member;
    member.accountUdf = "account-of-" + address;
    member.address = address;
    group->members.push_back(std::move(member));
    return {};
}

Status ScriptedGroups::remove(const std::string& udf, const std::string& memberUdf, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    MMM_CHECK(findMember(udf, memberUdf));
    std::erase_if(m_groups[udf].members,
                  [&](const mesh::GroupMember& member) { return member.accountUdf == memberUdf; });
    return {};
}

Status ScriptedGroups::appoint(const std::string& udf, const std::string& memberUdf, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    MMM_TRY(mesh::GroupMember* const member, findMember(udf, memberUdf));
    member->isAdministrator = true;
    return {};
}

Status ScriptedGroups::dissolve(const std::string& udf, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    MMM_CHECK(find(udf));
    m_groups.erase(udf);
    return {};
}

Result<SharedSecret> ScriptedGroups::cardCode(const std::string& udf, std::stop_token)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(takeFault());
    if (m_cards.contains(udf))
        return SharedSecret(Secret(bytesOf(groupCardCode)));
    MMM_TRY(Group* const group, find(udf));
    return group->info.isAdministrator ? Result<SharedSecret>(SharedSecret(Secret(bytesOf(groupCardCode))))
                                       : fail(Fault::NotAuthorised);
}

Status ScriptedGroups::checkAddressee(const std::string& udf)
{
    return m_cards.contains(udf) ? Status() : find(udf).map([](const Group*) {});
}

Result<std::string> ScriptedGroups::accept(const std::string& messageId, std::stop_token)
{
    std::string udf = "group-of-" + messageId;
    {
        const std::scoped_lock lock(m_mutex);
        MMM_CHECK(takeFault());
        m_groups[udf] = {{udf, "joined@example.com", false}, {}, false};
    }
    m_answered(messageId, mesh::MessageState::Accepted);
    return udf;
}

Status ScriptedGroups::decline(const std::string& messageId)
{
    m_answered(messageId, mesh::MessageState::Rejected);
    return {};
}

Status ScriptedGroups::copyTurned(const std::filesystem::path& source, const mesh::Destination& destination,
                                  const mesh::FileProgress& progress, const std::stop_token& stop) const
{
    if (!destination.mayReplace && std::filesystem::exists(destination.path))
        return fail(Fault::Exists);
    std::ifstream in(source, std::ios::binary);
    if (!in)
        return fail(Fault::NotFound);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    do {
        if (progress)
            progress(0.4);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    } while (m_areFilesHeld && !stop.stop_requested());
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    std::ranges::reverse(content);
    std::ofstream out(destination.path, std::ios::binary);
    out << content;
    return out.good() ? Status() : fail(Fault::Io);
}

Status ScriptedGroups::encryptFile(const std::string& udf, const std::filesystem::path& source,
                                   const mesh::Destination& destination, const mesh::FileProgress& progress,
                                   std::stop_token stop)
{
    {
        const std::scoped_lock lock(m_mutex);
        MMM_CHECK(takeFault());
        MMM_CHECK(checkAddressee(udf));
    }
    return copyTurned(source, destination, progress, stop);
}

Result<mesh::Decrypted> ScriptedGroups::decryptFile(const std::filesystem::path& source,
                                                    const mesh::Destination& destination,
                                                    const mesh::FileProgress& progress, std::stop_token stop)
{
    {
        const std::scoped_lock lock(m_mutex);
        MMM_CHECK(takeFault());
    }
    MMM_CHECK(copyTurned(source, destination, progress, stop));
    return origin();
}

/// The first group, and a contact who has signed.
mesh::Decrypted ScriptedGroups::origin()
{
    const std::scoped_lock lock(m_mutex);
    mesh::Decrypted about;
    if (m_groups.empty())
        return about;
    about.group = m_groups.begin()->second.info.address;
    mesh::Speaker signer;
    signer.standing = mesh::Standing::Contact;
    signer.confirmed = mesh::Confirmed::InPerson;
    signer.name = "Grace Hopper";
    signer.address = "grace@example.com";
    about.signer = std::move(signer);
    return about;
}

Result<std::string> ScriptedGroups::encryptText(const std::string& udf, const Secret& text)
{
    const std::scoped_lock lock(m_mutex);
    MMM_CHECK(checkAddressee(udf));
    std::string turned(text.text());
    std::ranges::reverse(turned);
    return turned;
}

Result<mesh::Groups::Text> ScriptedGroups::decryptText(std::string_view envelope, std::stop_token)
{
    {
        const std::scoped_lock lock(m_mutex);
        MMM_CHECK(takeFault());
    }
    std::string turned(envelope);
    std::ranges::reverse(turned);
    return Text{Secret(bytesOf(turned)), origin()};
}

} // namespace mmm::test
