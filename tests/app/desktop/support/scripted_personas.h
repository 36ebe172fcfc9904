#pragma once

#include "engine.h"
#include "scripted_mesh.h"

namespace mmm::test {

/// The further accounts of a mesh, each with a scripted one of its own. Thread-safe; outlives what is opened.
class PersonaScript
{
public:
    using Prepare = std::function<void(ScriptedMesh&)>;

    /// There is an account already; `prepare` is called with its mesh whenever it is opened.
    void put(const mesh::PersonaInfo& info, mesh::Stage stage = mesh::Stage::Ready, Prepare prepare = {});
    /// That account cannot be opened for now.
    void failToOpen(const std::string& udf, std::optional<Fault> fault);
    /// What is asked next of add(), align() or forget() fails.
    void failNext(Fault fault);
    /// add() waits until it is stopped.
    void setSlow(bool slow) { m_isSlow = slow; }
    /// Null while it is closed.
    [[nodiscard]] ScriptedMesh* meshOf(const std::string& udf) const;
    [[nodiscard]] int alignments() const { return m_alignments; }
    /// The service of the account that add() asked for last; empty for that of the home account.
    [[nodiscard]] std::string askedDomain() const;

    /// The door, as the engine has it.
    [[nodiscard]] static std::function<Result<std::unique_ptr<mesh::Personas>>(mesh::PersonalMesh&)>
    door(std::shared_ptr<PersonaScript> script);

private:
    class Door;
    class Further;
    struct Account
    {
        mesh::PersonaInfo info;
        mesh::Stage stage = mesh::Stage::Ready;
        Prepare prepare;
        std::optional<Fault> fault;
        ScriptedMesh* open = nullptr;
    };
    [[nodiscard]] Status takeFault();
    [[nodiscard]] Account* find(const std::string& udf);

    mutable std::mutex m_mutex;
    std::vector<Account> m_accounts;
    std::optional<Fault> m_fault;
    std::string m_domain;
    std::atomic<bool> m_isSlow = false;
    std::atomic<int> m_alignments = 0;
};

} // namespace mmm::test
