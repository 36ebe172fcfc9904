#include "scripted_personas.h"

#include <algorithm>
#include <thread>

namespace mmm::test {

class PersonaScript::Door final : public mesh::Personas
{
public:
    explicit Door(std::shared_ptr<PersonaScript> script) : m_script(std::move(script)) {}

    Result<std::vector<mesh::PersonaInfo>> list() override
    {
        const std::scoped_lock lock(m_script->m_mutex);
        std::vector<mesh::PersonaInfo> all{{"MAAA-BBBB-CCCC", "alice@example.com", true, true}};
        for (const Account& account : m_script->m_accounts)
            all.push_back(account.info);
        return all;
    }
    Result<std::unique_ptr<mesh::PersonalMesh>>
    add(const mesh::NewPersona& choice, const mesh::Progress& progress, std::stop_token stop) override;
    Result<std::unique_ptr<mesh::PersonalMesh>> open(const std::string& udf, const mesh::Progress&,
                                                     std::stop_token) override;
    Status align(mesh::PersonalMesh&, std::stop_token) override
    {
        ++m_script->m_alignments;
        return m_script->takeFault();
    }
    Status forget(const std::string& udf) override
    {
        MMM_CHECK(m_script->takeFault());
        const std::scoped_lock lock(m_script->m_mutex);
        const Account* account = m_script->find(udf);
        if (account == nullptr || account->open != nullptr)
            return fail(Fault::InUse, "not closed");
        std::erase_if(m_script->m_accounts, [&](const Account& one) { return one.info.accountUdf == udf; });
        return {};
    }

private:
    std::shared_ptr<PersonaScript> m_script;
};

/// Says when it is closed.
class PersonaScript::Further final : public ScriptedMesh
{
public:
    Further(std::shared_ptr<PersonaScript> script, const Account& account)
        : ScriptedMesh(account.stage, account.info.address, account.info.accountUdf),
          m_script(std::move(script)),
          m_udf(account.info.accountUdf)
    {}
    ~Further() override
    {
        const std::scoped_lock lock(m_script->m_mutex);
        if (Account* account = m_script->find(m_udf)) {
            account->stage = stage();
            account->open = nullptr;
        }
    }

private:
    const std::shared_ptr<PersonaScript> m_script;
    const std::string m_udf;
};

Result<std::unique_ptr<mesh::PersonalMesh>>
PersonaScript::Door::add(const mesh::NewPersona& choice, const mesh::Progress& progress, std::stop_token stop)
{
    progress(mesh::Step::FindingService, 0.1);
    while (m_script->m_isSlow) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled, "stopped");
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    MMM_CHECK(m_script->takeFault());
    const std::string domain = choice.service.embedded ? "example.com" : choice.service.domain;
    const std::string udf = "MNEW-" + choice.accountName;
    m_script->put({udf, choice.accountName + "@" + domain, false, true});
    {
        const std::scoped_lock lock(m_script->m_mutex);
        m_script->m_domain = choice.service.domain;
    }
    return open(udf, progress, stop);
}

Result<std::unique_ptr<mesh::PersonalMesh>> PersonaScript::Door::open(const std::string& udf,
                                                                      const mesh::Progress&, std::stop_token)
{
    std::unique_ptr<Further> mesh;
    Prepare prepare;
    {
        const std::scoped_lock lock(m_script->m_mutex);
        Account* account = m_script->find(udf);
        if (account == nullptr)
            return fail(Fault::NotFound, "no such account");
        if (account->fault)
            return fail(*account->fault, "scripted");
        if (account->open != nullptr)
            return fail(Fault::InUse, "open already");
        mesh = std::make_unique<Further>(m_script, *account);
        account->open = mesh.get();
        account->info.isHere = true;
        prepare = account->prepare;
    }
    if (prepare)
        prepare(*mesh);
    return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(mesh));
}

std::function<Result<std::unique_ptr<mesh::Personas>>(mesh::PersonalMesh&)>
PersonaScript::door(std::shared_ptr<PersonaScript> script)
{
    return [script = std::move(script)](mesh::PersonalMesh&) -> Result<std::unique_ptr<mesh::Personas>> {
        return std::make_unique<Door>(script);
    };
}

void PersonaScript::put(const mesh::PersonaInfo& info, mesh::Stage stage, Prepare prepare)
{
    const std::scoped_lock lock(m_mutex);
    m_accounts.push_back({info, stage, std::move(prepare), std::nullopt, nullptr});
}

void PersonaScript::failToOpen(const std::string& udf, std::optional<Fault> fault)
{
    const std::scoped_lock lock(m_mutex);
    if (Account* account = find(udf))
        account->fault = fault;
}

void PersonaScript::failNext(Fault fault)
{
    const std::scoped_lock lock(m_mutex);
    m_fault = fault;
}

ScriptedMesh* PersonaScript::meshOf(const std::string& udf) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find_if(
        m_accounts, [&](const Account& account) { return account.info.accountUdf == udf; });
    return found == m_accounts.end() ? nullptr : found->open;
}

std::string PersonaScript::askedDomain() const
{
    const std::scoped_lock lock(m_mutex);
    return m_domain;
}

Status PersonaScript::takeFault()
{
    const std::scoped_lock lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    return {};
}

PersonaScript::Account* PersonaScript::find(const std::string& udf)
{
    const auto found = std::ranges::find_if(
        m_accounts, [&](const Account& account) { return account.info.accountUdf == udf; });
    return found == m_accounts.end() ? nullptr : &*found;
}

} // namespace mmm::test
