#include "mesh/group_flows.h"
#include "mesh/message_flows.h"

namespace mmm::mesh {

namespace {

class GroupsView final : public Groups
{
public:
    GroupsView(MeshState& state, std::function<void()> written)
        : m_state(state),
          m_written(std::move(written))
    {}

    Result<std::vector<GroupInfo>> list() override
    {
        const auto member = m_state.member();
        const std::scoped_lock lock(member->mutex);
        std::vector<GroupInfo> groups;
        for (const GroupKeys& group : openGroups(*member))
            groups.push_back({group.udf(), group.address, group.isAdministrator()});
        return groups;
    }
    Result<std::string> create(const std::string& name, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return sent(createGroup(m_state, name, stop));
    }
    Status leave(const std::string& udf, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return sent(leaveGroup(m_state, udf, stop));
    }
    Status checkMembership(const std::string& udf, std::stop_token stop) override
    {
        return mesh::checkMembership(m_state, udf, stop);
    }
    Result<std::vector<GroupMember>> members(const std::string& udf, bool refresh,
                                             std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return groupMembers(m_state, udf, refresh, stop);
    }
    Status invite(const std::string& udf, const std::string& address, const std::string& text,
                  std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return told(inviteMember(m_state, udf, address, text, stop));
    }
    Status remove(const std::string& udf, const std::string& memberUdf, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return told(removeMember(m_state, udf, memberUdf, stop));
    }
    Status appoint(const std::string& udf, const std::string& memberUdf, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return told(appointMember(m_state, udf, memberUdf, stop));
    }
    Status dissolve(const std::string& udf, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return sent(dissolveGroup(m_state, udf, stop));
    }
    Result<SharedSecret> cardCode(const std::string& udf, std::stop_token stop) override
    {
        return makeGroupCode(m_state, udf, stop);
    }
    Result<std::string> accept(const std::string& messageId, std::stop_token stop) override
    {
        const std::scoped_lock lock(m_mutex);
        return sent(acceptInvitation(m_state, messageId, stop));
    }
    Status decline(const std::string& messageId) override
    {
        return sent(declineInvitation(m_state, messageId));
    }
    Status encryptFile(const std::string& udf, const std::filesystem::path& source,
                       const Destination& destination, const FileProgress& progress,
                       std::stop_token stop) override
    {
        return mesh::encryptFile(m_state, udf, source, destination, progress, stop);
    }
    Result<Decrypted> decryptFile(const std::filesystem::path& source, const Destination& destination,
                                  const FileProgress& progress, std::stop_token stop) override
    {
        return mesh::decryptFile(m_state, source, destination, progress, stop);
    }
    Result<std::string> encryptText(const std::string& udf, const Secret& text) override
    {
        return mesh::encryptText(m_state, udf, text);
    }
    Result<Text> decryptText(std::string_view envelope, std::stop_token stop) override
    {
        return mesh::decryptText(m_state, envelope, stop);
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
    /// The same, and there is a message in the outbox.
    Status told(Status done)
    {
        if (done)
            m_state.observers.tell([](Observer& o) { o.messagesChanged(); });
        return sent(std::move(done));
    }

    MeshState& m_state;
    const std::function<void()> m_written;
    std::mutex m_mutex; ///< one change of the groups at a time; taken before all others
};

} // namespace

std::unique_ptr<Groups> makeGroups(MeshState& state, std::function<void()> written)
{
    return std::make_unique<GroupsView>(state, std::move(written));
}

} // namespace mmm::mesh
