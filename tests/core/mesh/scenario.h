#pragma once

#include "core/mesh/lying_storage.h"
#include "keystore/memory_store.h"
#include "mesh/account.h"
#include "mesh/personal_mesh.h"
#include "service/server.h"

#include <QTemporaryDir>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>

/// A real service in this process and desktops around it, with verbs of the domain.
namespace scenario {

using namespace mmm;

/// A clock that a test can set off.
class ShiftedClock final : public Clock
{
public:
    std::atomic<std::int64_t> shift{0}; ///< seconds
    [[nodiscard]] TimePoint now() const override { return SystemClock().now() + std::chrono::seconds(shift); }
};

/// A service that shows as its operator's word what no server would.
class ForgedService
{
public:
    ForgedService(service::ServerOptions options, Bytes accreditation);
    ~ForgedService();
    ForgedService(const ForgedService&) = delete;
    ForgedService& operator=(const ForgedService&) = delete;

private:
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<service::HttpHost> m_host; ///< last: it calls the service
};

class World
{
public:
    explicit World(std::string name = domain);
    void startService();
    void stopService();
    [[nodiscard]] protocol::Endpoint endpoint() const;
    [[nodiscard]] QString servicePath() const { return m_folder.filePath(QStringLiteral("service")); }

    /// From the next start on an account may have no more than that; 0: whatever it likes.
    void setQuota(std::uint64_t octets) { m_quota = octets; }
    /// From the next start on the service is given that file as its operator's word; empty: none.
    void setAccreditation(std::filesystem::path file) { m_accreditation = std::move(file); }
    /// From the next start on it shows that in its place, whatever it is.
    void showAccreditation(Bytes octets) { m_shown = std::move(octets); }

    /// From now on the service lies about a container of the accounts; until beHonest().
    void lie(const std::string& container, Lie lie) { m_lies->tell(container, std::move(lie)); }
    /// The same about what it has for members of groups.
    void lieAboutMembers(MemberLie lie) { m_lies->tellOfMembers(std::move(lie)); }
    void beHonest() { m_lies->end(); }
    /// Names of the containers of all accounts, in the order in which they were given something.
    [[nodiscard]] std::vector<std::string> appended() const { return m_lies->appended(); }
    /// What the service really has.
    [[nodiscard]] std::vector<service::FrameRecord> frames(const std::string& account,
                                                           const std::string& container) const;

    static constexpr auto domain = "example.com";
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Both services, and the desktops that open afterwards, know where to find the other.
    void meet(World& other);
    [[nodiscard]] const std::map<std::string, protocol::Endpoint>& others() const { return m_others; }

private:
    std::string m_name;
    std::map<std::string, protocol::Endpoint> m_others;
    QTemporaryDir m_folder;
    std::shared_ptr<keystore::MemoryStore> m_keys = std::make_shared<keystore::MemoryStore>();
    std::shared_ptr<Lies> m_lies = std::make_shared<Lies>();
    std::optional<std::uint64_t> m_quota;
    std::filesystem::path m_accreditation;
    std::optional<Bytes> m_shown;
    std::unique_ptr<service::Server> m_server;
    std::unique_ptr<ForgedService> m_forged;
    std::uint16_t m_port = 0;
};

/// Keeps what the mesh reports of its own accord.
class Listener final : public mesh::Observer
{
public:
    void problem(const mesh::Problem& found) override;
    void syncChanged(const mesh::SyncState& state) override;
    void forget();
    /// How the exchange stands, if that was told since forgetSync().
    void forgetSync();
    [[nodiscard]] std::optional<mesh::SyncState> sync() const;
    /// The first report since then.
    [[nodiscard]] std::optional<mesh::Problem> first() const;

private:
    mutable std::mutex m_mutex;
    std::vector<mesh::Problem> m_problems;
    std::optional<mesh::SyncState> m_sync;
};

/// One desktop: its own folder, its own keys.
class Desktop
{
public:
    explicit Desktop(World& world);
    ~Desktop() { close(); }
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;
    [[nodiscard]] Status open();
    void close() { mesh.reset(); }
    [[nodiscard]] mesh::Options options() const;
    mesh::PersonalMesh* operator->() { return mesh.get(); }
    [[nodiscard]] mesh::Account& account() { return *mesh->account(); }

    [[nodiscard]] Status createMesh(const std::string& name, const std::string& fullName = "Alice Example");
    [[nodiscard]] Status join(const mesh::ConnectionOffer& offer, const std::string& name);
    /// By a PIN that the other device issues.
    [[nodiscard]] Status join(Desktop& administrator, const std::string& name);

    std::shared_ptr<keystore::MemoryStore> keys = std::make_shared<keystore::MemoryStore>();
    std::shared_ptr<ShiftedClock> clock = std::make_shared<ShiftedClock>();
    std::unique_ptr<mesh::PersonalMesh> mesh;
    Listener listener;

    /// Waits until everything is exchanged.
    [[nodiscard]] bool settles();
    [[nodiscard]] std::set<std::string> bookmarkTitles();

private:
    World& m_world;
    QTemporaryDir m_folder;
};

/// The data folder as it is at one moment: what a crash then would leave.
class Snapshot
{
public:
    void take(const std::filesystem::path& folder);
    [[nodiscard]] bool isTaken() const { return m_isTaken; }
    void restore(const std::filesystem::path& folder) const;

private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
    QTemporaryDir m_folder;
    bool m_isTaken = false;
};

/// Whether the condition comes true before the patience ends.
[[nodiscard]] bool eventually(const std::function<bool()>& condition, int milliseconds = 60000);

[[nodiscard]] schema::CatalogedBookmark bookmark(const std::string& title, const std::string& uri,
                                                 const std::string& path = {});
[[nodiscard]] std::string describe(const Error& error);

} // namespace scenario

#define VERIFY_OK(...)                                                                                       \
    do {                                                                                                     \
        const auto& verified = (__VA_ARGS__);                                                                \
        QVERIFY2(verified.has_value(),                                                                       \
                 verified.has_value() ? "" : scenario::describe(verified.error()).c_str());                  \
    } while (false)
