#pragma once

#include "scripted_catalog.h"

namespace mmm::test {

/// The catalogs of an account, in memory.
class ScriptedAccount final : public mesh::Account
{
public:
    ScriptedAccount(const ScriptedCatalog<schema::Task>::Changed& changed, std::string address,
                    std::string udf);

    [[nodiscard]] std::string address() const override { return m_address; }
    [[nodiscard]] std::string udf() const override { return m_udf; }
    [[nodiscard]] ScriptedCatalog<schema::Contact>& contacts() override { return m_contacts; }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedBookmark>& bookmarks() override { return m_bookmarks; }
    [[nodiscard]] ScriptedCatalog<schema::Task>& tasks() override { return m_tasks; }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedCredential>& credentials() override
    {
        return m_credentials;
    }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedApplicationSSH>& sshProfiles() override
    {
        return m_sshProfiles;
    }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedApplicationMail>& mailAccounts() override
    {
        return m_mailAccounts;
    }
    [[nodiscard]] ScriptedCatalog<schema::CatalogedNetwork>& networks() override { return m_networks; }

private:
    const std::string m_address;
    const std::string m_udf;
    ScriptedCatalog<schema::Contact> m_contacts;
    ScriptedCatalog<schema::CatalogedBookmark> m_bookmarks;
    ScriptedCatalog<schema::Task> m_tasks;
    ScriptedCatalog<schema::CatalogedCredential> m_credentials;
    ScriptedCatalog<schema::CatalogedApplicationSSH> m_sshProfiles;
    ScriptedCatalog<schema::CatalogedNetwork> m_networks;
    ScriptedCatalog<schema::CatalogedApplicationMail> m_mailAccounts;
};

} // namespace mmm::test
