#pragma once

#include "accounts.h"
#include "schema/catalog.h"

#include <atomic>
#include <set>

/// What Accounts holds open.
namespace mmm::desktop {

/// Has what one of the meshes says told in the thread of the user interface.
class Accounts::Ear final : public mesh::Observer
{
public:
    Ear(Accounts& accounts, std::string udf) : m_accounts(accounts), m_udf(std::move(udf)) {}

    void stageChanged(mesh::Stage stage) override { tell(&Accounts::stageChanged, stage); }
    void entriesChanged(const std::string& container, const std::vector<std::string>&) override
    {
        if (container == schema::store_name::application)
            tell(&Accounts::applicationsChanged);
        else if (container == schema::store_name::task)
            tell(&Accounts::tasksChanged);
    }
    void devicesChanged() override { tell(&Accounts::devicesChanged); }
    void messagesChanged() override { tell(&Accounts::read); }
    void problem(const mesh::Problem& problem) override { tell(&Accounts::problem, problem); }
    void syncChanged(const mesh::SyncState& state) override
    {
        if (state.phase == mesh::SyncPhase::Offline)
            m_isOffline = true;
        else if (state.phase == mesh::SyncPhase::Idle && m_isOffline.exchange(false))
            QMetaObject::invokeMethod(&m_accounts, &Accounts::serviceIsBack, Qt::QueuedConnection);
    }

private:
    template<typename... Parameters, typename... Arguments>
    void tell(void (Accounts::*call)(const std::string&, Parameters...), const Arguments&... arguments)
    {
        QMetaObject::invokeMethod(
            &m_accounts,
            [&accounts = m_accounts, udf = m_udf, call, arguments...] {
                (accounts.*call)(udf, arguments...);
            },
            Qt::QueuedConnection);
    }

    Accounts& m_accounts;
    const std::string m_udf;
    std::atomic<bool> m_isOffline = false;
};

/// An account and the thread in which all is done with it. What stands below the queues belongs to that
/// thread, but for the pointer while the account is known to be open.
struct Accounts::One
{
    One(Accounts& accounts, const std::string& udf) : ear(accounts, udf) {}

    void keep(std::unique_ptr<mesh::PersonalMesh> opened)
    {
        owned = std::move(opened);
        mesh = owned.get();
        mesh->addObserver(&ear);
    }
    void close()
    {
        prompt.settle();
        mesh = nullptr;
        owned.reset();
    }

    WorkQueue queue;
    WorkQueue prompt; ///< for what must not wait for the other one; until the account is closed
    Ear ear;
    std::unique_ptr<mesh::PersonalMesh> owned; ///< not the home account's
    mesh::PersonalMesh* mesh = nullptr;
    std::set<std::string> known; ///< messages
    bool isRead = false;
};

/// All that goes when the mesh of the home account is locked or closed.
struct Accounts::Held
{
    WorkQueue listing;
    WorkQueue making;
    mesh::PersonalMesh* home = nullptr;
    std::unique_ptr<mesh::Personas> personas;
    std::unique_ptr<mesh::PersonalMesh> made; ///< on its way to the others
    std::map<std::string, std::unique_ptr<One>> all;
    std::string homeUdf;

    void putAway()
    {
        listing.finish();
        making.finish();
        for (auto& [udf, one] : all)
            one->queue.finish();
        if (const auto ours = all.find(homeUdf); ours != all.end() && home != nullptr)
            home->removeObserver(&ours->second->ear);
        made.reset();
        for (auto& [udf, one] : all)
            one->close();
        personas.reset();
    }
};

} // namespace mmm::desktop
