#include "mesh/preconfigured.h"

#include "mesh/align_applications.h"
#include "mesh/ceremonies.h"
#include "mesh/claim_witness.h"
#include "mesh/exchange.h"
#include "mesh/locator_place.h"
#include "mesh/manage_devices.h"
#include "mesh/message_flows.h"
#include "protocol/located_content.h"
#include "protocol/portal_transactions.h"
#include "schema/any.h"
#include "schema/host_catalog.h"

namespace mmm::mesh {

namespace {

constexpr std::size_t longestDeviceName = 200;

/// The description behind a code, as far as it proves itself.
struct Described
{
    udf::SecretUdf key;
    schema::Verified<schema::ProfileDevice> device;
    std::string hailing;
};

Result<Described> describe(MeshState& state, std::string_view code, std::stop_token stop)
{
    MMM_TRY(const udf::Locator locator, udf::Locator::parse(code));
    MMM_TRY(const dare::Envelope envelope, fetchLocated(state, locator, stop));
    MMM_TRY(const protocol::LocatedContent content, protocol::openContent(locator, envelope));
    if (!content.isVouchedFor)
        return fail(Fault::BadSignature, "a description that its host may have altered");
    const auto description = encoding::fromTaggedJson<schema::DevicePreconfiguration>(content.content);
    if (!description)
        return fail(Fault::WrongType, "not the code of a device");
    MMM_TRY(auto device, schema::verifyProfileDevice(description->envelopedProfileDevice));
    MMM_TRY(udf::SecretUdf key, locator.secretUdf());
    std::string hailing = description->serviceId;
    if (hailing.empty() && !description->connectUri.empty()) {
        MMM_TRY(const ConnectionOffer offer, ConnectionOffer::parse(description->connectUri));
        hailing = offer.account;
    }
    if (!protocol::isDnsName(domainOf(hailing)))
        return fail(Fault::Malformed, "a device that hails nobody");
    return Described{std::move(key), std::move(device), std::move(hailing)};
}

/// Makes the device one of the account's; false if it is one already. With the membership's mutex held.
Result<bool> connectDevice(MeshState& state, Membership& member,
                           const schema::Verified<schema::ProfileDevice>& device)
{
    if (!member.keys->administration)
        return fail(Fault::NotAuthorised, "only an administration device connects others");
    store::Catalog& devices = member.containers->devices();
    if (devices.contains(device.udf()))
        return false;
    MMM_TRY(const schema::CatalogedDevice entry, entryFor(state, member, device));
    MMM_CHECK(devices.put(entry.deviceUdf, encoding::toTaggedJson(entry)));
    return true;
}

/// Puts the claim into the outbox; gives its identifier.
Result<std::string> sendClaim(MeshState& state, const Described& described)
{
    const auto member = state.member();
    const ConnectionOffer own = ownOffer(state);
    const std::scoped_lock lock(member->mutex);
    MMM_TRY(schema::CatalogedDevice entry, readDevice(*member, described.device.udf()));
    // the device takes its keys from its own account's service; here it learns which account that is
    std::erase_if(entry.accounts, [&](const schema::AccountEntry& account) {
        return !udf::sameText(account.accountUdf, member->accountUdf);
    });
    for (schema::AccountEntry& account : entry.accounts)
        account.mortalKeys.clear();
    schema::RespondConnection claim;
    claim.deviceUdf = described.device.udf();
    claim.envelopedProfileMaster = member->mesh.envelope();
    MMM_TRY(claim.envelopedCatalogEntryDevice,
            schema::sealRecord(entry, {member->keys->administration->signature.get()}));
    MMM_TRY(claim.pinWitness,
            claimWitness(described.key, claim.deviceUdf, claim.envelopedCatalogEntryDevice));
    claim.connectUri = std::string(own.toText().text());
    MMM_CHECK(sendInClear(state, *member, claim, described.hailing));
    return claim.messageId;
}

class PreconfiguredDoor final : public Preconfigured
{
public:
    explicit PreconfiguredDoor(MeshState& state) : m_state(state) {}

    Result<ConnectionOffer> hailingAccount() const override
    {
        if (!m_state.member())
            return fail(Fault::Unsupported, "not possible now");
        return ownOffer(m_state);
    }

    Result<PreparedDevice> prepare(const ConnectionOffer& hailing, const std::string& name,
                                   std::stop_token stop) override
    {
        LocalRecord known;
        {
            const std::scoped_lock lock(m_state.mutex);
            known = m_state.record;
        }
        if (stageOf(known) != Stage::New)
            return fail(Fault::Exists, "there is something in the data folder already");
        if (!protocol::isDnsName(domainOf(hailing.account)))
            return fail(Fault::NameInvalid, "not the address of an account");
        if (name.empty() || name.size() > longestDeviceName)
            return fail(Fault::NameInvalid, "a device needs a name");
        udf::Locator locator = protocol::newLocator(domainOf(hailing.account));
        addPlace(hailing, locator);
        MMM_TRY(const udf::SecretUdf key, locator.secretUdf());
        MMM_TRY(const DeviceKeys device, makeDevice(m_state.vault, name, m_state.now(), stop));
        const auto describeAndKeep = [&]() -> Result<PreparedDevice> {
            schema::DevicePreconfiguration description;
            description.envelopedProfileDevice = device.profile;
            description.serviceId = hailing.account;
            MMM_TRY(const dare::Envelope sealed,
                    protocol::sealContent(locator, {}, encoding::toTaggedJson(description).view(),
                                          device.signature.keyInUse().get()));
            MMM_CHECK(m_state.changeRecord([&](LocalRecord& record) {
                record = LocalRecord();
                record.stage = "Hailing";
                record.account = hailing.account;
                record.deviceName = name;
                record.service = placeOf(m_state, hailing);
                record.profileDevice = device.profile;
                record.code.secret = SharedSecret(key.text());
            }));
            return PreparedDevice{SharedSecret(locator.print()), sealed.toJson()};
        };
        auto prepared = describeAndKeep();
        if (!prepared) {
            forgetDevice(m_state.vault, device);
            return prepared;
        }
        {
            const std::scoped_lock lock(m_state.mutex);
            m_state.link.reset();
            m_state.device = device;
        }
        m_state.tellStage(Stage::Connecting);
        return prepared;
    }

    Status publish(const PreparedDevice& device, std::stop_token stop) override
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        MMM_TRY(const udf::Locator locator, udf::Locator::parse(device.code.text()));
        MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
        protocol::OnlineEscrowEntry entry;
        entry.identifier = identifier.text();
        MMM_TRY(entry.encryptedData, dare::Envelope::parse(device.description));
        protocol::Identity identity;
        {
            const std::scoped_lock lock(member->mutex);
            identity = member->keys->identity;
        }
        protocol::PublishRequest request;
        request.entry = std::move(entry);
        return m_state.serviceLink()
            ->transact<protocol::PublishResponse>(identity, std::move(request), stop)
            .map([](const auto&) {});
    }

    Result<CodedDevice> look(std::string_view code, std::stop_token stop) override
    {
        MMM_TRY(const Described described, describe(m_state, code, stop));
        CodedDevice found;
        found.name = described.device->description;
        found.deviceUdf = described.device.udf();
        found.hailing = described.hailing;
        if (const auto member = m_state.member()) {
            const std::scoped_lock lock(member->mutex);
            found.isConnected = member->containers->devices().contains(found.deviceUdf);
        }
        return found;
    }

    Status claim(std::string_view code, std::stop_token stop) override
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        MMM_TRY(const Described described, describe(m_state, code, stop));
        bool isNew = false;
        {
            const std::scoped_lock lock(member->mutex);
            MMM_TRY(isNew, connectDevice(m_state, *member, described.device));
        }
        // what it needs is at the account's own service before it hears of it
        MMM_CHECK(alignApplications(m_state, stop));
        MMM_CHECK(upload(m_state, std::string(schema::store_name::device), stop));
        MMM_CHECK(takeUpDevices(m_state, nullptr, stop));
        MMM_TRY(const std::string id, sendClaim(m_state, described));
        // what cannot be sent now stays in the outbox
        (void)postOutbox(m_state, stop);
        if (!isRefused(id))
            return {};
        if (isNew)
            MMM_CHECK(disconnectDevice(m_state, described.device.udf(), stop));
        return fail(Fault::Refused, "somebody else has claimed the device");
    }

private:
    /// Whether the hailing account's service has turned the claim down.
    bool isRefused(const std::string& id) const
    {
        const auto member = m_state.member();
        const std::scoped_lock lock(member->mutex);
        if (const OutboxItem* item = member->outbox->find(id))
            return !item->fault.empty();
        return member->containers->outbound().state(id) == store::MessageState::Failed;
    }

    MeshState& m_state;
};

} // namespace

std::unique_ptr<Preconfigured> makePreconfigured(MeshState& state)
{
    return std::make_unique<PreconfiguredDoor>(state);
}

} // namespace mmm::mesh
