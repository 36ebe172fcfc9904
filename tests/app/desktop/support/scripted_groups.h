#pragma once

#include "mesh/groups.h"

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace mmm::test {

/// The code of a group's card.
inline constexpr std::string_view groupCardCode = "udf://example.com/EBQC-GROU-PCRD";

/// Groups in memory. "Encryption" turns the octets around; who is no member of the group is refused.
class ScriptedGroups final : public mesh::Groups
{
public:
    /// Told when a message's state is another one.
    using Answered = std::function<void(const std::string& messageId, mesh::MessageState)>;
    explicit ScriptedGroups(Answered answered) : m_answered(std::move(answered)) {}

    // what a test does
    void add(const mesh::GroupInfo& group, const std::vector<mesh::GroupMember>& members);
    /// A group of others whose card is there.
    void addCard(const std::string& udf);
    /// From now on the group's service refuses this account.
    void shutOut(const std::string& udf);
    void failNext(Fault fault);
    /// Files stay in the middle of the work until they are stopped, or this is called with false.
    void holdFiles(bool held) { m_areFilesHeld = held; }

    // what the application does
    [[nodiscard]] Result<std::vector<mesh::GroupInfo>> list() override;
    [[nodiscard]] Result<std::string> create(const std::string& name, std::stop_token) override;
    [[nodiscard]] Status leave(const std::string& udf, std::stop_token) override;
    [[nodiscard]] Status checkMembership(const std::string& udf, std::stop_token) override;
    [[nodiscard]] Result<std::vector<mesh::GroupMember>> members(const std::string& udf, bool refresh,
                                                                 std::stop_token) override;
    [[nodiscard]] Status invite(const std::string& udf, const std::string& address, const std::string& text,
                                std::stop_token) override;
    [[nodiscard]] Status remove(const std::string& udf, const std::string& memberUdf,
                                std::stop_token) override;
    [[nodiscard]] Status appoint(const std::string& udf, const std::string& memberUdf,
                                 std::stop_token) override;
    [[nodiscard]] Status dissolve(const std::string& udf, std::stop_token) override;
    /// Administrators have a card to pass on.
    [[nodiscard]] Result<SharedSecret> cardCode(const std::string& udf, std::stop_token) override;
    [[nodiscard]] Result<std::string> accept(const std::string& messageId, std::stop_token) override;
    [[nodiscard]] Status decline(const std::string& messageId) override;
    [[nodiscard]] Status encryptFile(const std::string& udf, const std::filesystem::path& source,
                                     const mesh::Destination&, const mesh::FileProgress&,
                                     std::stop_token) override;
    [[nodiscard]] Result<mesh::Decrypted> decryptFile(const std::filesystem::path& source,
                                                      const mesh::Destination&, const mesh::FileProgress&,
                                                      std::stop_token) override;
    [[nodiscard]] Result<std::string> encryptText(const std::string& udf, const Secret& text) override;
    [[nodiscard]] Result<Text> decryptText(std::string_view envelope, std::stop_token) override;

private:
    struct Group
    {
        mesh::GroupInfo info;
        std::vector<mesh::GroupMember> members;
        bool isShutOut = false;
    };
    [[nodiscard]] Status takeFault();
    [[nodiscard]] Status checkAddressee(const std::string& udf);
    [[nodiscard]] Result<Group*> find(const std::string& udf);
    [[nodiscard]] Result<mesh::GroupMember*> findMember(const std::string& udf, const std::string& memberUdf);
    [[nodiscard]] Status copyTurned(const std::filesystem::path& source, const mesh::Destination& destination,
                                    const mesh::FileProgress& progress, const std::stop_token& stop) const;

    [[nodiscard]] mesh::Decrypted origin();

    const Answered m_answered;
    std::mutex m_mutex;
    std::map<std::string, Group> m_groups;
    std::set<std::string> m_cards;
    std::optional<Fault> m_fault;
    std::atomic<bool> m_areFilesHeld = false;
};

} // namespace mmm::test
