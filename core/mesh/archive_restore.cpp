#include "mesh/archive_parts.h"
#include "mesh/entry_codec.h"
#include "mesh/message_flows.h"

#include <array>

namespace mmm::mesh {

namespace {

namespace names = schema::store_name;

/// What a person made. The devices are this mesh's own, and messages belong to the spools of their time.
constexpr std::array restorable{names::contact, names::credential, names::bookmark,
                                names::task,    names::network,    names::application};

/// An archived value as it is to stand here; none where it is not to.
using WantedKey = Result<std::optional<Secret>>;

WantedKey asItIs(const Secret& payload)
{
    return std::optional(payload.clone());
}

/// A contact of another account's: those people have not heard from this one.
WantedKey foreignContact(const Secret& payload)
{
    MMM_TRY(auto contact, encoding::fromTaggedJson<schema::CatalogedContact>(payload));
    if (contact.self.value_or(false))
        return std::optional<Secret>();
    contact.shared.clear();
    contact.sharedUpdated.reset();
    return std::optional(encoding::toTaggedJson(contact));
}

/// The devices that have keys for SSH are those of this mesh, not those of the archive.
WantedKey sshProfile(const Secret& payload, const std::optional<Secret>& here)
{
    using Codec = EntryCodec<schema::CatalogedApplicationSSH>;
    MMM_TRY(const auto archived, encoding::fromTaggedJson<schema::CatalogedApplicationSSH>(payload));
    std::optional<schema::CatalogedApplicationSSH> before;
    if (here) {
        MMM_TRY(before, encoding::fromTaggedJson<schema::CatalogedApplicationSSH>(*here));
    }
    MMM_TRY(const auto entry, Codec::fromStored(archived));
    MMM_TRY(const auto stored, Codec::toStored(entry, before ? &*before : nullptr, {}));
    return std::optional(encoding::toTaggedJson(stored));
}

/// `here` is the value that the entry has now.
WantedKey wantedOf(const store::Row& row, std::string_view container, const Secret& payload,
                   const std::optional<Secret>& here, bool isOwn)
{
    if (row.className == schema::CatalogedContact::className && !isOwn)
        return foreignContact(payload);
    if (container != names::application || row.className == schema::CatalogedApplicationMail::className)
        return asItIs(payload);
    if (row.className == schema::CatalogedApplicationSSH::className)
        return sshProfile(payload, here);
    // accounts of the mesh, others' groups and what the service said belong to where they were written
    return isOwn && row.className == schema::CatalogedGroup::className ? asItIs(payload)
                                                                       : std::optional<Secret>();
}

/// Whether nobody has entered more than a name into the card so far.
bool isBare(schema::Contact card, const std::string& address)
{
    schema::Contact bare;
    bare.fullName = card.fullName;
    bare.updated = card.updated;
    std::erase_if(card.addresses, [&](const schema::Address& a) { return a.uri == "mesh:" + address; });
    return card == bare;
}

/// What the owner of another account wrote about himself or herself. With member.mutex held.
Status fillOwnCard(MeshState& state, Membership& member, const VerifiedArchive& archive)
{
    const store::Catalog* contacts = archive.find(names::contact);
    MMM_TRY(const schema::Contact present, ownCard(member));
    if (!member.keys->administration || contacts == nullptr || !isBare(present, member.address()))
        return {};
    for (const std::string& id : contacts->ids()) {
        MMM_TRY(const Secret payload, contacts->read(id));
        const auto entry = encoding::fromTaggedJson<schema::CatalogedContact>(payload);
        if (!entry || !entry->self.value_or(false))
            continue;
        MMM_TRY(schema::Contact card, schema::payloadOf<schema::Contact>(entry->envelopedContact));
        std::erase_if(card.addresses,
                      [](const schema::Address& address) { return address.uri.starts_with("mesh:"); });
        card.addresses.insert(card.addresses.begin(), present.addresses.begin(), present.addresses.end());
        card.meshAccounts.clear();
        card.assertionAccounts.clear();
        return saveOwnCard(state, member, card);
    }
    return {};
}

/// Merges one catalog.
class Merge
{
public:
    Merge(store::Catalog& here, const store::Catalog& archived, bool isOwn)
        : m_here(here),
          m_archived(archived),
          m_isOwn(isOwn)
    {
        m_counts.name = here.name();
    }

    Status consider(const store::Row& row)
    {
        auto payload = m_archived.read(row.id);
        if (!payload && payload.error().fault == Fault::CannotDecrypt)
            return {}; // no key of the account opened it before, either
        if (!payload)
            return tl::unexpected<Error>(payload.error());
        const auto present = m_here.row(row.id);
        std::optional<Secret> value;
        if (present) {
            MMM_TRY(value, m_here.read(row.id));
        }
        MMM_TRY(auto wanted, wantedOf(row, m_counts.name, *payload, value, m_isOwn));
        if (!wanted)
            return {};
        if (!present) {
            ++m_counts.added;
        } else if (*wanted == *value) {
            ++m_counts.same;
            return {};
        } else if (!m_isOwn || present->isConflicted || present->modified >= row.modified) {
            ++m_counts.kept;
            return {};
        } else {
            ++m_counts.updated;
        }
        m_items.push_back({row.id, std::move(*wanted)});
        return {};
    }

    Result<RestoredCatalog> finish()
    {
        if (!m_items.empty())
            MMM_CHECK(m_here.putMany(std::move(m_items)));
        return m_counts;
    }

private:
    store::Catalog& m_here;
    const store::Catalog& m_archived;
    const bool m_isOwn;
    RestoredCatalog m_counts;
    std::vector<store::Catalog::Item> m_items;
};

} // namespace

Result<std::vector<RestoredCatalog>> restoreArchive(MeshState& state, const VerifiedArchive& archive,
                                                    const Archives::Progress& progress, std::stop_token stop)
{
    const auto member = state.member();
    if (!member)
        return fail(Fault::Unsupported, "not possible now");
    const bool isOwn = archive.info().accountUdf == member->accountUdf;
    std::size_t total = 0;
    for (const std::string_view name : restorable)
        total += archive.find(name) ? archive.find(name)->size() : 0;
    std::size_t done = 0;
    std::vector<RestoredCatalog> restored;
    for (const std::string_view name : restorable) {
        const store::Catalog* archived = archive.find(name);
        if (archived == nullptr)
            continue;
        const std::scoped_lock lock(member->mutex);
        Merge merge(*member->containers->find(name), *archived, isOwn);
        for (const store::Row& row : archived->rows()) {
            if (stop.stop_requested())
                return fail(Fault::Cancelled);
            MMM_CHECK(merge.consider(row));
            if (progress)
                progress(static_cast<double>(++done) / static_cast<double>(total));
        }
        MMM_TRY(auto counts, merge.finish());
        restored.push_back(std::move(counts));
    }
    if (!isOwn) {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(fillOwnCard(state, *member, archive));
    }
    return restored;
}

} // namespace mmm::mesh
