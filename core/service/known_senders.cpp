#include "service/known_senders.h"

#include "dare/content_cipher.h"
#include "dare/event_rules.h"
#include "dare/key_exchange.h"
#include "schema/any.h"
#include "schema/catalog_entries.h"
#include "schema/verify.h"

#include <map>

namespace mmm::service {

namespace {

/// Opens frames with the host's key; each exchange once.
class ContactReader
{
public:
    ContactReader(Call& call, const ContainerRecord& catalog) : m_call(call), m_catalog(catalog)
    {
        m_ring.add(call.identity.hostAuthentication);
    }

    Result<schema::AnyEntry> read(const dare::Envelope& frame)
    {
        const dare::Header& header = frame.header();
        if (!header.isEncrypted())
            return schema::readEntry(frame.body());
        MMM_TRY(const SharedSecret masterKey, keyOf(header));
        MMM_TRY(const Secret payload, dare::decryptBody(masterKey, header, frame.body()));
        return schema::readEntry(payload);
    }

private:
    Result<SharedSecret> keyOf(const dare::Header& header)
    {
        if (!header.recipients.empty()) {
            MMM_TRY(Secret key, dare::findMasterKey(header.recipients, m_ring));
            return SharedSecret(std::move(key));
        }
        const std::int64_t position =
            header.containerInfo ? header.containerInfo->exchangePosition.value_or(0) : 0;
        if (position < 0)
            return fail(Fault::Malformed, "no such exchange");
        const auto known = m_exchanges.find(position);
        if (known != m_exchanges.end())
            return known->second;
        MMM_TRY(const auto frame, m_call.storage.frameAt(m_catalog.id, static_cast<std::uint64_t>(position)));
        if (!frame)
            return fail(Fault::Malformed, "no such exchange");
        MMM_TRY(const dare::Header exchange, dare::parseHeader(frame->header));
        MMM_TRY(Secret key, dare::findMasterKey(exchange.recipients, m_ring));
        return m_exchanges.emplace(position, SharedSecret(std::move(key))).first->second;
    }

    Call& m_call;
    const ContainerRecord& m_catalog;
    dare::KeyRing m_ring;
    std::map<std::int64_t, SharedSecret> m_exchanges;
};

/// The person's own card is the mesh's word: an administration key signs it, present or former (security 03
/// §2.8.6).
Status checkOwnCard(const AccountRecord& account, const schema::CatalogedContact& entry)
{
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(const schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(envelope));
    for (const auto* keys : {&mesh->keysOnlineSignature, &mesh->keysFormerSignature}) {
        if (schema::verifyByAny(entry.envelopedContact, *keys))
            return {};
    }
    return fail(Fault::NotAuthorised, "one's own card is signed by an administration device");
}

/// The accounts of a contact, one line per address.
std::vector<KnownSender> sendersOf(const schema::CatalogedContact& entry, const std::string& id)
{
    std::vector<KnownSender> senders;
    KnownSender line;
    line.contact = id;
    line.permissions = entry.permissions;
    const auto card = schema::payloadOf<schema::Contact>(entry.envelopedContact);
    if (card) {
        for (const dare::Envelope& account : card->meshAccounts) {
            const auto profile = schema::verifyProfileAccount(account);
            if (!profile)
                continue;
            line.accountUdf = profile->udf();
            for (const std::string& address : (*profile)->serviceIds) {
                line.address = asciiLower(address);
                senders.push_back(line);
            }
        }
    }
    // the rules for everybody else
    if (senders.empty() && entry.key == everybody) {
        line.address = everybody;
        senders.push_back(line);
    }
    return senders;
}

} // namespace

Status applyContacts(Call& call, const AccountRecord& account, const ContainerRecord& catalog,
                     const std::vector<dare::Envelope>& frames)
{
    ContactReader reader(call, catalog);
    for (const dare::Envelope& frame : frames) {
        MMM_TRY(const dare::ContentMeta meta, frame.contentMeta());
        if (meta.uniqueId.empty())
            continue;
        std::vector<KnownSender> senders;
        if (meta.event != dare::eventName(dare::Event::Delete)) {
            const auto any = reader.read(frame);
            const auto* entry = any ? schema::asBase<schema::CatalogedContact>(*any) : nullptr;
            if (entry && entry->self.value_or(false))
                MMM_CHECK(checkOwnCard(account, *entry));
            else if (entry)
                senders = sendersOf(*entry, meta.uniqueId);
        }
        MMM_CHECK(call.storage.putSenders(account.id, meta.uniqueId, senders));
    }
    return {};
}

Right rightTo(const std::vector<schema::Permission>& permissions, std::string_view className)
{
    for (const std::string_view wanted : {className, std::string_view("*")}) {
        for (const schema::Permission& permission : permissions) {
            constexpr std::string_view prefix = "Message:";
            if (!permission.name.starts_with(prefix) || permission.name.substr(prefix.size()) != wanted)
                continue;
            const std::string role = asciiLower(permission.role);
            return role == "accept"   ? Right::Accept
                   : role == "reject" ? Right::Reject
                   : role == "hold"   ? Right::Hold
                                      : Right::Unsaid;
        }
    }
    return Right::Unsaid;
}

} // namespace mmm::service
