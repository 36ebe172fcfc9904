#include "schema/catalog.h"

#include <algorithm>
#include <array>

namespace mmm::schema {

namespace {

struct StoreNames
{
    std::string_view canonical;
    std::array<std::string_view, 2> others;
};

constexpr std::array storeNames{
    StoreNames{store_name::application, {"mmm_Application", ""}},
    StoreNames{store_name::device, {"mmm_Device", ""}},
    StoreNames{store_name::contact, {"mmm_Contact", ""}},
    StoreNames{store_name::credential, {"mmm_Credential", ""}},
    StoreNames{store_name::bookmark, {"mmm_Bookmark", ""}},
    StoreNames{store_name::task, {"mmm_Calendar", "mmm_Task"}},
    StoreNames{store_name::network, {"mmm_Network", ""}},
    StoreNames{store_name::member, {"", ""}},
    StoreNames{store_name::outbound, {"SpoolOutbound", "mmm_Outbound"}},
    StoreNames{store_name::inbound, {"SpoolInbound", "mmm_Inbound"}},
    StoreNames{store_name::archive, {"mmm_Archive", ""}},
};

struct Home
{
    std::string_view className;
    std::string_view catalog;
};

constexpr std::array homes{
    Home{CatalogedDevice::className, store_name::device},
    Home{CatalogedCredential::className, store_name::credential},
    Home{CatalogedNetwork::className, store_name::network},
    Home{CatalogedContact::className, store_name::contact},
    Home{CatalogedContactRecryption::className, store_name::contact},
    Home{CatalogedBookmark::className, store_name::bookmark},
    Home{CatalogedTask::className, store_name::task},
    Home{CatalogedApplication::className, store_name::application},
    Home{CatalogedMember::className, store_name::member},
    Home{CatalogedGroup::className, store_name::application},
    Home{CatalogedApplicationSSH::className, store_name::application},
    Home{CatalogedApplicationMail::className, store_name::application},
    Home{CatalogedApplicationNetwork::className, store_name::application},
};

std::string keyOf(const CatalogedEntry&)
{
    return {};
}
std::string keyOf(const CatalogedDevice& device)
{
    return device.deviceUdf;
}
std::string keyOf(const CatalogedCredential& credential)
{
    return credential.protocol + ":" + credential.service;
}
std::string keyOf(const CatalogedNetwork& network)
{
    return network.protocol + ":" + network.service;
}
std::string keyOf(const CatalogedContact& contact)
{
    return contact.key;
}
std::string keyOf(const CatalogedBookmark& bookmark)
{
    return bookmark.path.empty() ? bookmark.uri : bookmark.path;
}
std::string keyOf(const CatalogedTask& task)
{
    return task.key;
}
std::string keyOf(const CatalogedApplication& application)
{
    return application.key;
}
std::string keyOf(const CatalogedMember& member)
{
    return member.udf;
}

dare::KeyValue term(std::string key, std::string value)
{
    dare::KeyValue made;
    made.key = std::move(key);
    made.value = std::move(value);
    return made;
}

std::vector<dare::KeyValue> termsOf(const CatalogedEntry&)
{
    return {};
}
std::vector<dare::KeyValue> termsOf(const CatalogedDevice& device)
{
    std::vector<dare::KeyValue> terms;
    if (!device.udf.empty())
        terms.push_back(term("UDF", device.udf));
    if (!device.pinWitness.empty())
        terms.push_back(term("PinWitness", encoding::toBase64url(device.pinWitness)));
    return terms;
}
std::vector<dare::KeyValue> termsOf(const CatalogedGroup& group)
{
    std::vector<dare::KeyValue> terms;
    if (group.profile) {
        for (const std::string& address : group.profile->serviceIds)
            terms.push_back(term("Address", address));
    }
    return terms;
}
std::vector<dare::KeyValue> termsOf(const CatalogedContact& contact)
{
    // the card may be encrypted, or not there
    const auto card = payloadOf<Contact>(contact.envelopedContact);
    return card ? lookupTerms(*card) : std::vector<dare::KeyValue>();
}

} // namespace

std::string_view canonicalStoreName(std::string_view name)
{
    if (name.empty())
        return name;
    for (const StoreNames& store : storeNames) {
        if (name == store.canonical ||
            std::find(store.others.begin(), store.others.end(), name) != store.others.end())
            return store.canonical;
    }
    return name;
}

bool isSpool(std::string_view canonicalName)
{
    return canonicalName == store_name::inbound || canonicalName == store_name::outbound ||
           canonicalName == store_name::archive;
}

std::string_view catalogOf(std::string_view className)
{
    const auto home = std::find_if(homes.begin(), homes.end(),
                                   [&](const Home& entry) { return entry.className == className; });
    return home == homes.end() ? std::string_view() : home->catalog;
}

std::string primaryKey(const AnyEntry& entry)
{
    return std::visit(
        []<typename C>(const C& object) -> std::string {
            if constexpr (std::derived_from<C, CatalogedEntry>)
                return keyOf(object);
            else
                return {};
        },
        entry);
}

std::string primaryKeyWithUser(const CatalogedCredential& credential)
{
    return keyOf(credential) + ":" + credential.username;
}

std::string primaryKeyWithUser(const CatalogedNetwork& network)
{
    return keyOf(network) + ":" + network.username;
}

std::vector<dare::KeyValue> lookupTerms(const AnyEntry& entry)
{
    return std::visit(
        []<typename C>(const C& object) -> std::vector<dare::KeyValue> {
            if constexpr (std::derived_from<C, CatalogedEntry>)
                return termsOf(object);
            else
                return {};
        },
        entry);
}

std::vector<dare::KeyValue> lookupTerms(const Contact& contact)
{
    std::vector<dare::KeyValue> terms;
    if (!contact.email.empty())
        terms.push_back(term("Email", contact.email));
    for (const Address& address : contact.addresses) {
        constexpr std::string_view mail = "mailto:";
        if (address.uri.starts_with(mail) && address.uri.substr(mail.size()) != contact.email)
            terms.push_back(term("Email", address.uri.substr(mail.size())));
    }
    const auto addAccount = [&](const auto& account) {
        if (account.keyOfflineSignature && !account.keyOfflineSignature->udf.empty())
            terms.push_back(term("UDF", account.keyOfflineSignature->udf));
        for (const std::string& address : account.serviceIds)
            terms.push_back(term("Address", address));
    };
    for (const ProfileAccount& account : contact.assertionAccounts)
        addAccount(account);
    for (const Envelope& envelope : contact.meshAccounts) {
        if (const auto account = payloadOf<ProfileAccount>(envelope))
            addAccount(*account);
        else if (const auto group = payloadOf<ProfileGroup>(envelope))
            addAccount(*group);
        else if (const auto connection = payloadOf<ConnectionAccount>(envelope)) {
            terms.push_back(term("UDF", connection->authorityUdf));
            for (const std::string& address : connection->serviceId)
                terms.push_back(term("Address", address));
        }
    }
    return terms;
}

} // namespace mmm::schema
