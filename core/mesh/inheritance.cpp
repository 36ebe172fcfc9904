#include "mesh/inheritance.h"
#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/manage_devices.h"
#include "mesh/mesh_change.h"
#include "mesh/recipients.h"
#include "schema/key_check.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

using schema::CatalogedDevice;

/// Others may write into the catalog while it is encrypted anew.
constexpr int mostRounds = 5;

Bytes hostKeyOf(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return copyOf(state.record.service.hostKey);
}

/// The devices of the account. With member.mutex held.
std::vector<schema::VerifiedDevice> devicesOf(Membership& member)
{
    std::vector<schema::VerifiedDevice> devices;
    for (const std::string& id : member.containers->devices().ids()) {
        const auto entry = readDevice(member, id);
        if (!entry)
            continue;
        if (auto verified = schema::verifyCatalogedDevice(*entry, member.mesh))
            devices.push_back(std::move(*verified));
    }
    return devices;
}

/// Whether the device has the present key, as far as its entry says.
bool hasKey(const schema::VerifiedDevice& device, const std::string& accountUdf, const std::string& present)
{
    const auto isOurs = [&](const schema::VerifiedAccountEntry& account) {
        return udf::sameText(account.profile.udf(), accountUdf);
    };
    const auto account = std::ranges::find_if(device.accounts, isOurs);
    return account == device.accounts.end() ||
           (!account->entry.mortalKeys.empty() && account->entry.mortalKeys.back().udf == present);
}

/// Writes a further generation of the key into all devices' entries, if some lack the present one. Never the
/// present one itself: a device that lacks it may be one that holders of shares have made. Says whether
/// anything was written. With member.mutex held.
Result<bool> giveKey(MeshState& state, Membership& member)
{
    const std::vector<schema::VerifiedDevice> devices = devicesOf(member);
    const std::string present =
        member.keys->mortalEncryption ? schema::udfOf(member.keys->mortalEncryption->publicKey()) : "";
    const auto has = [&](const auto& device) { return hasKey(device, member.accountUdf, present); };
    if (!present.empty() && std::ranges::all_of(devices, has))
        return false;
    const crypto::PrivateKey fresh = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    std::vector<store::Catalog::Item> items;
    for (const schema::VerifiedDevice& device : devices) {
        MMM_TRY(const CatalogedDevice entry,
                giveMortalKey(device, *member.keys->administration, member.accountUdf, fresh, state.now()));
        items.push_back({entry.deviceUdf, encoding::toTaggedJson(entry)});
    }
    MMM_CHECK(member.containers->devices().putMany(std::move(items)));
    return true;
}

Status spreadKey(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const bool isWritten, giveKey(state, *member));
        if (!isWritten)
            return {};
    }
    MMM_CHECK(upload(state, std::string(schema::store_name::device), stop));
    return takeUpDevices(state, nullptr, stop);
}

/// While it exists, what is sent to the container is encrypted as the mark will say.
class Marking
{
public:
    Marking(MeshState& state, const std::string& container, bool diesWithMe)
        : m_state(state),
          m_member(state.member()),
          m_container(container)
    {
        const Bytes hostKey = hostKeyOf(state);
        const std::scoped_lock lock(m_member->mutex);
        m_member->marking[container] = diesWithMe;
        settleRecipients(*m_member, container, hostKey);
    }
    ~Marking()
    {
        const Bytes hostKey = hostKeyOf(m_state);
        const std::scoped_lock lock(m_member->mutex);
        m_member->marking.erase(m_container);
        settleRecipients(*m_member, m_container, hostKey);
    }
    Marking(const Marking&) = delete;
    Marking& operator=(const Marking&) = delete;

private:
    MeshState& m_state;
    std::shared_ptr<Membership> m_member;
    std::string m_container;
};

/// Puts the entries once more, so that they are encrypted by the exchange that is to come or has come. False
/// if there are none.
Result<bool> putAgain(Membership& member, const std::string& container, bool isFirst)
{
    const std::scoped_lock lock(member.mutex);
    store::Catalog& catalog = *member.containers->find(container);
    if (!catalog.conflictIds().empty())
        return fail(Fault::Conflict, "entries wait for a decision");
    std::vector<store::Catalog::Item> items;
    for (const std::string& id : isFirst ? catalog.ids() : catalog.idsBeforeExchange()) {
        MMM_TRY(Secret payload, catalog.read(id));
        items.push_back({id, std::move(payload)});
    }
    if (items.empty())
        return false;
    MMM_CHECK(catalog.putMany(std::move(items)));
    return true;
}

class InheritanceDoor final : public Inheritance
{
public:
    explicit InheritanceDoor(MeshState& state) : m_state(state) {}

    std::vector<InheritedCatalog> catalogs() const override
    {
        std::vector<InheritedCatalog> list;
        const auto member = m_state.member();
        if (!member)
            return list;
        const std::scoped_lock lock(member->mutex);
        for (const std::string& name : member->containers->names()) {
            if (!isMarkable(name))
                continue;
            const store::Catalog& catalog = *member->containers->find(name);
            list.push_back({name, isMortal(*member, name), catalog.size(), catalog.unreadableIds().size()});
        }
        return list;
    }

    Status mark(const std::string& container, bool diesWithMe, std::stop_token stop) override
    {
        const auto member = m_state.member();
        if (!member || !isMarkable(container))
            return fail(Fault::Unsupported, "not something that can be marked");
        {
            const std::scoped_lock lock(member->mutex);
            if (!member->keys->administration)
                return fail(Fault::NotAuthorised, "only an administration device decides what survives");
        }
        MMM_CHECK(finishChange(m_state, stop));
        // what others have written is encrypted anew with the rest
        MMM_TRY(const auto status, askStatus(m_state, {}, stop));
        MMM_CHECK(downloadAll(m_state, status, stop));
        if (diesWithMe)
            MMM_CHECK(spreadKey(m_state, stop));
        const Marking marking(m_state, container, diesWithMe);
        for (int round = 0; round < mostRounds; ++round) {
            MMM_TRY(const bool isAny, putAgain(*member, container, round == 0));
            if (!isAny && round > 0)
                return {};
            MMM_CHECK(upload(m_state, container, stop));
        }
        return fail(Fault::Conflict, "other devices write faster than this one");
    }

private:
    MeshState& m_state;
};

} // namespace

Status alignInheritance(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return {};
        const std::vector<std::string>& names = member->containers->names();
        if (std::ranges::none_of(names, [&](const std::string& name) { return isMortal(*member, name); }))
            return {};
    }
    return spreadKey(state, stop);
}

std::unique_ptr<Inheritance> makeInheritance(MeshState& state)
{
    return std::make_unique<InheritanceDoor>(state);
}

} // namespace mmm::mesh
