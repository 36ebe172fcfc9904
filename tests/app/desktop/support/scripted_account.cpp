#include "scripted_account.h"

#include "schema/catalog.h"

namespace mmm::test {

namespace {

std::string textOf(const schema::Contact& contact)
{
    std::string text = contact.fullName + " " + contact.first + " " + contact.last;
    for (const schema::Address& address : contact.addresses)
        text += " " + address.uri;
    return text;
}

} // namespace

ScriptedAccount::ScriptedAccount(const ScriptedCatalog<schema::Task>::Changed& changed, std::string address,
                                 std::string udf)
    : m_address(std::move(address)),
      m_udf(std::move(udf)),
      m_contacts(
          schema::store_name::contact, [](const schema::Contact& contact) { return textOf(contact); },
          changed),
      m_bookmarks(
          schema::store_name::bookmark,
          [](const schema::CatalogedBookmark& one) { return one.title + " " + one.uri + " " + one.path; },
          changed),
      m_tasks(
          schema::store_name::task, [](const schema::Task& one) { return one.title + " " + one.description; },
          changed),
      m_credentials(
          schema::store_name::credential,
          [](const schema::CatalogedCredential& one) { return one.service + " " + one.username; }, changed),
      m_sshProfiles(
          schema::store_name::application,
          [](const schema::CatalogedApplicationSSH& one) { return one.title + " " + one.userName; }, changed),
      m_networks(
          schema::store_name::network,
          [](const schema::CatalogedNetwork& one) { return one.service + " " + one.address; }, changed),
      m_mailAccounts(
          schema::store_name::application,
          [](const schema::CatalogedApplicationMail& one) {
              return one.accountAddress.empty() ? std::string() : one.accountAddress.front();
          },
          changed)
{}

} // namespace mmm::test
