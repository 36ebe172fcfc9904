#include "mesh/trust_chain.h"

#include "encoding/json_writer.h"
#include "mesh/ceremonies.h"
#include "mesh/log_witness.h"
#include "mesh/manage_devices.h"
#include "mesh/notary.h"
#include "mesh/service_log.h"
#include "mesh/service_operator.h"
#include "schema/applications.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

using dare::Envelope;
using schema::CatalogedDevice;

/// A key that some link publishes.
struct KnownKey
{
    crypto::PublicKey key;
    std::string owner; ///< id of the link
};

/// Header and trailer, without the body.
std::string aroundBody(const Envelope& envelope)
{
    encoding::JsonWriter writer;
    writer.openObject().name("Header");
    encoding::writeRecord(writer, envelope.header());
    writer.name("Trailer");
    encoding::writeRecord(writer, envelope.trailer());
    writer.closeObject();
    return std::string(writer.text());
}

bool isEncrypted(const Envelope& envelope)
{
    return !envelope.header().encryption.empty() || !envelope.header().recipients.empty();
}

/// Collects links and the keys with which others may be signed.
class Collector
{
public:
    /// Adds a link for an envelope; `check` says whether it is believed.
    template<typename T>
    TrustLink& add(TrustKind kind, std::string id, std::string parent, std::string name,
                   const Envelope& envelope, const Result<schema::Verified<T>>& checked)
    {
        TrustLink& link = begin(kind, std::move(id), std::move(parent), std::move(name), envelope);
        if (checked) {
            link.udf = checked->udf();
            link.isCurrent = checked->isCurrent();
            link.updated = (*checked)->updated;
            link.notaryToken = (*checked)->notaryToken;
        } else {
            link.fault = checked.error();
        }
        return link;
    }

    /// Adds a link for an envelope that was checked elsewhere.
    TrustLink& addEnvelope(TrustKind kind, std::string id, std::string parent, std::string name,
                           const Envelope& envelope)
    {
        return begin(kind, std::move(id), std::move(parent), std::move(name), envelope);
    }

    /// Adds a link for something that only its recipients can read.
    void addActivation(TrustKind kind, const std::string& owner, const Envelope& envelope)
    {
        if (envelope.isEmpty())
            return;
        TrustLink& link = begin(kind, owner + "/activation", owner, {}, envelope);
        if (const Status digest = envelope.verifyDigest(); !digest)
            link.fault = digest.error();
    }

    TrustLink& addPlain(TrustKind kind, std::string id, std::string parent, std::string name)
    {
        m_links.push_back({});
        TrustLink& link = m_links.back();
        m_envelopes.emplace_back();
        link.kind = kind;
        link.id = std::move(id);
        link.parent = std::move(parent);
        link.name = std::move(name);
        return link;
    }

    void know(const std::optional<schema::PublicKey>& key, const std::string& owner)
    {
        if (auto decoded = schema::keyOf(key))
            m_keys.push_back({std::move(*decoded), owner});
    }
    void know(const std::vector<schema::PublicKey>& keys, const std::string& owner)
    {
        for (const schema::PublicKey& key : keys)
            know(std::optional(key), owner);
    }

    /// What the notary tokens are worth, by what the service has said of its log.
    void checkNotaries(const schema::Verified<schema::ProfileService>* service,
                       std::span<const HeardCheckpoint> heard)
    {
        for (TrustLink& link : m_links) {
            NotaryFinding finding = checkNotary(link.notaryToken, link.updated, service, heard);
            link.notary = finding.state;
            link.notaryTime = finding.time;
            link.notaryFault = std::move(finding.fault);
        }
    }

    /// Whose signatures they are is told at the end, when all keys are known.
    std::vector<TrustLink> take()
    {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            if (!m_envelopes[i].isEmpty())
                m_links[i].signatures = signaturesOf(m_envelopes[i]);
        }
        return std::move(m_links);
    }

private:
    TrustLink& begin(TrustKind kind, std::string id, std::string parent, std::string name,
                     const Envelope& envelope)
    {
        TrustLink& link = addPlain(kind, std::move(id), std::move(parent), std::move(name));
        m_envelopes.back() = envelope;
        if (!envelope.isEmpty()) {
            link.envelope = aroundBody(envelope);
            if (!isEncrypted(envelope) && encoding::JsonDocument::parse(envelope.body()))
                link.payload = std::string(textOf(envelope.body()));
        }
        return link;
    }

    [[nodiscard]] std::vector<TrustSignature> signaturesOf(const Envelope& envelope) const
    {
        std::vector<TrustSignature> signatures;
        for (const std::string& kid : envelope.signerIds()) {
            TrustSignature signature;
            signature.keyUdf = kid;
            for (const KnownKey& known : m_keys) {
                if (kid.empty() || !schema::isUdfOf(kid, known.key))
                    continue;
                signature.signer = known.owner;
                signature.isGood = bool(envelope.verify(known.key));
                break;
            }
            signatures.push_back(std::move(signature));
        }
        return signatures;
    }

    std::vector<TrustLink> m_links;
    std::vector<Envelope> m_envelopes; ///< of the links, in their order
    std::vector<KnownKey> m_keys;
};

void addDevice(Collector& chain, const CatalogedDevice& entry,
               const schema::Verified<schema::ProfileMesh>& mesh, const std::string& own)
{
    const std::string id = "device/" + entry.deviceUdf;
    const auto profile = schema::verifyProfileDevice(entry.envelopedProfileDevice);
    TrustLink& link =
        chain.add(TrustKind::Device, id, "mesh", entry.name, entry.envelopedProfileDevice, profile);
    link.isThisDevice = entry.deviceUdf == own;
    if (profile) {
        if (link.name.empty())
            link.name = (*profile)->description;
        // the parts may all be good and yet not belong together
        if (const auto whole = schema::verifyCatalogedDevice(entry, mesh); !whole)
            link.fault = whole.error();
        chain.know((*profile)->keyOfflineSignature, id);
    }
    const std::string name = link.name;
    const std::string connectionId = id + "/connection";
    const auto connection = schema::verifyConnectionDevice(entry.envelopedConnectionDevice, mesh);
    chain.add(TrustKind::DeviceConnection, connectionId, id, name, entry.envelopedConnectionDevice,
              connection);
    if (connection)
        chain.know((*connection)->keySignature, connectionId);
    chain.addActivation(TrustKind::DeviceActivation, connectionId, entry.envelopedActivationDevice);
    for (const schema::AccountEntry& part : entry.accounts) {
        const std::string accountId = id + "/account/" + part.accountUdf;
        const auto account = schema::verifyProfileAccount(part.envelopedProfileAccount, &mesh);
        if (!account) {
            chain.add(TrustKind::AccountConnection, accountId, id, name, part.envelopedProfileAccount,
                      account);
            continue;
        }
        const auto member = schema::verifyConnectionAccount(part.envelopedConnectionAccount, *account);
        chain.add(TrustKind::AccountConnection, accountId, id, name, part.envelopedConnectionAccount, member);
        if (member)
            chain.know((*member)->keySignature, accountId);
        chain.addActivation(TrustKind::AccountActivation, accountId, part.envelopedActivationAccount);
    }
}

void addSsh(Collector& chain, const schema::CatalogedApplicationSSH& profile, const std::string& id,
            const schema::Verified<schema::ProfileAccount>& account)
{
    for (const Envelope& envelope : profile.connections) {
        const auto connection = schema::verifyConnectionApplication(envelope, account);
        const auto stated = schema::payloadOf<schema::ConnectionApplication>(envelope);
        chain.add(TrustKind::ApplicationConnection, id + "/" + (stated ? stated->subjectUdf : std::string()),
                  "account", profile.title, envelope, connection);
    }
}

void addGroup(Collector& chain, const schema::CatalogedGroup& group, const std::string& id)
{
    const auto profile = schema::verifyProfileGroup(group.envelopedProfileGroup);
    TrustLink& link =
        chain.add(TrustKind::Group, id, "account", group.key, group.envelopedProfileGroup, profile);
    if (profile) {
        if (!(*profile)->serviceIds.empty())
            link.name = (*profile)->serviceIds.front();
        chain.know((*profile)->keyOfflineSignature, id);
        chain.know((*profile)->keysOnlineSignature, id);
    }
    chain.addActivation(TrustKind::GroupActivation, id, group.envelopedActivationGroup);
}

void addApplications(Collector& chain, store::Catalog& catalog,
                     const schema::Verified<schema::ProfileAccount>& account)
{
    for (const store::Row& row : catalog.rows()) {
        const auto payload = catalog.read(row.id);
        if (!payload)
            continue;
        if (const auto ssh = encoding::fromTaggedJson<schema::CatalogedApplicationSSH>(*payload))
            addSsh(chain, *ssh, "ssh/" + row.id, account);
        else if (const auto group = encoding::fromTaggedJson<schema::CatalogedGroup>(*payload))
            addGroup(chain, *group, "group/" + row.id);
    }
}

/// How far a catalog is proved: what a device's signature over it says (WIRE K.2).
TrustLink& addCatalog(Collector& chain, const store::Catalog& catalog)
{
    TrustLink& link =
        chain.addPlain(TrustKind::Catalog, "catalog/" + catalog.name(), "account", catalog.name());
    const store::Head head = catalog.head();
    encoding::JsonWriter writer;
    writer.openObject();
    writer.name("Container").string(catalog.name());
    writer.name("Count").integer(head.count);
    writer.name("Chain").binary(head.chain);
    writer.name("TreeDigest").binary(head.treeDigest);
    writer.closeObject();
    link.payload = std::string(writer.text());
    if (catalog.report().needsReset())
        link.fault = Error{Fault::Damaged, "what is stored here does not prove itself"};
    return link;
}

/// What the service has said of its log, and whether that fits together.
void addServiceLog(Collector& chain, const LocalRecord& record, Membership& member, const std::string& own)
{
    if (record.profileService.isEmpty()) {
        chain.checkNotaries(nullptr, {});
        return;
    }
    const auto service = loggedService(record);
    chain.add(TrustKind::Service, "service", {}, record.service.domain, record.profileService, service);
    if (!service) {
        chain.checkNotaries(nullptr, {});
        return;
    }
    chain.know((*service)->keyOfflineSignature, "service");
    chain.know((*service)->keysOnlineSignature, "service");
    const std::vector<HeardCheckpoint> heard = heardCheckpoints(record, member, own);
    const auto found = contradictions(heard);
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const HeardCheckpoint& one = heard[i];
        const auto envelope = Envelope::parse(bytesOf(one.value));
        if (!envelope)
            continue;
        std::string name = one.toldBy;
        if (!one.deviceUdf.empty()) {
            const auto device = readDevice(member, one.deviceUdf);
            name = device ? device->name : std::string();
        }
        TrustLink& link =
            chain.addEnvelope(TrustKind::Checkpoint, "checkpoint/" + one.deviceUdf + "/" + std::to_string(i),
                              "service", std::move(name), *envelope);
        link.isThisDevice = one.deviceUdf == own;
        link.updated = one.checkpoint.time;
        link.fault = found[i];
    }
    chain.checkNotaries(&*service, heard);
}

/// Who says that he runs the service, and that he does.
void addOperator(Collector& chain, const OperatorFinding& found)
{
    std::string parent = "service";
    if (!found.shown.envelopedProfileAuthority.isEmpty()) {
        parent = "operator";
        const std::string name = found.runBy ? found.runBy->name : std::string();
        const dare::Envelope& envelope = found.shown.envelopedProfileAuthority;
        const auto addProfile = [&]<typename T>(const schema::Verified<T>& profile) {
            chain.add(TrustKind::Operator, parent, "service", name, envelope,
                      Result<schema::Verified<T>>(profile));
            chain.know(profile->keyOfflineSignature, parent);
            chain.know(profile->keysOnlineSignature, parent);
        };
        if (found.authority)
            std::visit(addProfile, *found.authority);
        else
            chain.addEnvelope(TrustKind::Operator, parent, "service", {}, envelope).fault =
                found.authority.error();
    }
    TrustLink& link = chain.add(TrustKind::Accreditation, "operator/connection", parent, {},
                                found.shown.envelopedConnectionService, found.connection);
    link.isCurrent = link.fault || found.runBy; // the authority's profile may be under conditions, too
    link.runBy = found.runBy;
    link.formerlyRunBy = found.formerlyRunBy;
}

class ChainView final : public TrustChain
{
public:
    ChainView(MeshState& state, std::function<void()> written) : m_state(state), m_written(std::move(written))
    {}

    Result<std::vector<TrustLink>> links() override
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        std::string own;
        {
            const std::scoped_lock lock(m_state.mutex);
            own = m_state.device->udf;
        }
        const LocalRecord record = logRecord(m_state);
        Collector chain;
        const std::scoped_lock lock(member->mutex);
        const auto mesh = schema::verifyProfileMesh(member->mesh.envelope(), member->mesh.udf());
        chain.add(TrustKind::Mesh, "mesh", {}, member->address(), member->mesh.envelope(), mesh);
        chain.know(member->mesh->keyOfflineSignature, "mesh");
        chain.know(member->mesh->keysOnlineSignature, "mesh");
        chain.know(member->mesh->keysFormerSignature, "mesh");
        const auto account = schema::verifyProfileAccount(member->keys->profile, &member->mesh);
        chain.add(TrustKind::Account, "account", "mesh", member->address(), member->keys->profile, account);
        if (account) {
            chain.know((*account)->keyOfflineSignature, "account");
            chain.know((*account)->keysOnlineSignature, "account");
            addApplications(chain, member->applications(), *account);
        }
        for (const std::string& name : member->containers->names()) {
            TrustLink& link = addCatalog(chain, *member->containers->find(name));
            if (name != schema::store_name::device || link.fault)
                continue;
            if (const Status found = checkDevices(*member, own, record.service.serviceUdf); !found)
                link.fault = found.error();
        }
        for (const std::string& id : member->containers->devices().ids()) {
            if (const auto entry = readDevice(*member, id))
                addDevice(chain, *entry, member->mesh, own);
        }
        addServiceLog(chain, record, *member, own);
        return chain.take();
    }

    Status acceptLog() override
    {
        if (!m_state.member())
            return fail(Fault::Unsupported, "not possible now");
        MMM_CHECK(acceptServiceLog(m_state));
        m_written();
        return {};
    }

    Result<LogCodeText> logCode(std::stop_token stop) override
    {
        if (!m_state.member())
            return fail(Fault::Unsupported, "not possible now");
        return showLog(m_state, stop);
    }

    Result<LogComparison> compareLog(std::string_view code, std::stop_token stop) override
    {
        if (!m_state.member())
            return fail(Fault::Unsupported, "not possible now");
        auto comparison = mesh::compareLog(m_state, code, stop);
        if (comparison)
            m_written();
        return comparison;
    }

    Result<std::vector<TrustLink>> serviceLinks(std::stop_token stop) override
    {
        const auto link = m_state.serviceLink();
        if (!link)
            return fail(Fault::Unsupported, "not possible now");
        MMM_TRY(const protocol::HelloResponse hello, link->hello(stop));
        const protocol::KnownService known = link->record();
        Collector chain;
        const auto service = schema::verifyProfileService(hello.envelopedProfileService, known.serviceUdf);
        chain.add(TrustKind::Service, "service", {}, known.domain, hello.envelopedProfileService, service);
        if (!service)
            return chain.take();
        chain.know((*service)->keyOfflineSignature, "service");
        chain.know((*service)->keysOnlineSignature, "service");
        const auto host = schema::verifyProfileHost(hello.envelopedProfileHost);
        chain.add(TrustKind::Host, "host", "service", {}, hello.envelopedProfileHost, host);
        if (host) {
            chain.know((*host)->keyOfflineSignature, "host");
            const auto connection =
                schema::verifyConnectionHost(hello.envelopedConnectionHost, *service, *host);
            chain.add(TrustKind::HostConnection, "host/connection", "host", {}, hello.envelopedConnectionHost,
                      connection);
        }
        MMM_TRY(auto found, findOperator(m_state, hello.accreditation, *service));
        if (found)
            addOperator(chain, *found);
        const std::scoped_lock lock(m_mutex);
        m_operator = std::move(found);
        return chain.take();
    }

    Status acceptOperator(std::string_view udf) override
    {
        const auto link = m_state.serviceLink();
        if (!link)
            return fail(Fault::Unsupported, "not possible now");
        const std::scoped_lock lock(m_mutex);
        return mesh::acceptOperator(m_state, m_operator ? &*m_operator : nullptr, udf,
                                    link->record().serviceUdf);
    }

    Result<std::string> accreditService(std::string_view serviceUdf) override
    {
        return mesh::accreditService(m_state, serviceUdf);
    }

private:
    MeshState& m_state;
    std::mutex m_mutex;
    std::optional<OperatorFinding> m_operator; ///< what was found last
    std::function<void()> m_written;
};

} // namespace

std::unique_ptr<TrustChain> makeTrustChain(MeshState& state, std::function<void()> written)
{
    return std::make_unique<ChainView>(state, std::move(written));
}

} // namespace mmm::mesh
