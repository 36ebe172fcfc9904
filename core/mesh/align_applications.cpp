#include "mesh/align_applications.h"

#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/manage_devices.h"
#include "mesh/ssh_lines.h"
#include "schema/key_check.h"
#include "store/typed_catalog.h"

#include <algorithm>
#include <functional>

namespace mmm::mesh {

namespace {

using Profile = schema::CatalogedApplicationSSH;

/// How long an administration device leaves a profile of another device to the first of them: two that act
/// at once would make two keys for each device.
constexpr std::chrono::seconds renewalPause{60};

/// A connected device while its activations are looked at.
struct Candidate
{
    schema::VerifiedDevice device;
    schema::ActivationDevice activation;
    std::string name;
    bool isNew = false; ///< its entry was written here and is not sent yet
    bool isChanged = false;
};

/// A device's key in a profile.
struct Given
{
    const Candidate* candidate = nullptr;
    crypto::PublicKey key;
    std::optional<TimePoint> made;
};

std::string nameOf(const schema::VerifiedDevice& device)
{
    return device.entry.name.empty() ? device.profile->description : device.entry.name;
}

std::string lineOf(const ssh::PublicKey& key, const std::string& name)
{
    ssh::AuthorizedKey line;
    line.key = key;
    line.comment = ssh::oneLine(name);
    return line.line();
}

std::string markOf(Membership& member)
{
    std::string mark;
    for (const std::string_view name : {schema::store_name::device, schema::store_name::application}) {
        const store::Catalog& catalog = *member.containers->find(name);
        mark += std::to_string(catalog.head().count) + ":" + std::to_string(catalog.pendingCount()) + ":";
    }
    return mark + udf::Udf::present(0, crypto::sha512(member.keys->profile.body()), udf::trustBits).text();
}

/// One pass over the devices and profiles, with the membership's mutex held.
class Alignment
{
public:
    Alignment(Membership& member, std::string ownUdf, TimePoint now)
        : m_member(member),
          m_administrator(*member.keys->administration),
          m_own(std::move(ownUdf)),
          m_now(std::chrono::floor<std::chrono::seconds>(now)),
          m_profiles(member.applications())
    {}

    Result<bool> run()
    {
        MMM_TRY(const auto account, schema::verifyProfileAccount(m_member.keys->profile));
        MMM_CHECK(readDevices());
        dropRemoved();
        bool isChanged = false;
        std::vector<std::pair<std::string, Profile>> profiles;
        for (const store::Row& row : m_profiles.rows()) {
            if (row.className != Profile::className)
                continue;
            if (auto profile = store::TypedCatalog<Profile>(m_profiles).get(row.id))
                profiles.emplace_back(row.id, std::move(*profile));
        }
        for (auto& [id, profile] : profiles) {
            MMM_TRY(const auto keys, give(id));
            if (!keys)
                continue;
            const Profile before = profile;
            MMM_CHECK(publish(profile, id, *keys, account));
            if (profile == before)
                continue;
            MMM_CHECK(store::TypedCatalog<Profile>(m_profiles).update(id, profile));
            isChanged = true;
        }
        for (const Candidate& candidate : m_devices) {
            if (!candidate.isChanged)
                continue;
            MMM_TRY(const auto entry, activateDeviceEntry(candidate.device, m_member.mesh, m_administrator,
                                                          candidate.activation, m_now));
            MMM_CHECK(m_member.containers->devices().put(entry.deviceUdf, encoding::toTaggedJson(entry)));
            isChanged = true;
        }
        return isChanged;
    }

    /// Whether all that is missing was done; the rest is another device's for the time being.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    Status readDevices()
    {
        dare::KeyRing ring;
        ring.add(m_administrator.meshEncryption);
        store::Catalog& devices = m_member.containers->devices();
        for (const std::string& id : devices.ids()) {
            const auto entry = readDevice(m_member, id);
            if (!entry || !entry->closed.empty())
                continue;
            auto verified = schema::verifyCatalogedDevice(*entry, m_member.mesh);
            if (!verified)
                continue;
            auto activation = schema::openActivation(*verified, m_member.mesh, ring);
            if (!activation)
                continue; // sealed to a key of the mesh that this device does not have yet
            if (schema::isPermitted(verified->connection->permissions, "Administration"))
                m_first = m_first.empty() ? id : std::min(m_first, id);
            const auto row = devices.row(id);
            std::string name = nameOf(*verified);
            m_devices.push_back(
                {std::move(*verified), std::move(*activation), std::move(name), row && row->isPending});
        }
        return {};
    }

    /// Activations for profiles that were removed.
    void dropRemoved()
    {
        const std::vector<std::string> gone = m_profiles.deletedIds();
        for (Candidate& candidate : m_devices) {
            candidate.isChanged |= std::erase_if(candidate.activation.activations, [&](const auto& any) {
                                       const auto* ssh = std::get_if<schema::ActivationApplicationSSH>(&any);
                                       return ssh && std::ranges::find(gone, ssh->key) != gone.end();
                                   }) > 0;
        }
    }

    [[nodiscard]] bool isOurs(const std::string& id, const Candidate& candidate) const
    {
        const auto row = m_profiles.row(id);
        return m_first == m_own || candidate.isNew || !row || row->isPending ||
               row->modified + renewalPause < m_now;
    }

    /// The key of every device in a profile, made where it is missing; nothing if that is not this device's
    /// to do now.
    Result<std::optional<std::vector<Given>>> give(const std::string& id)
    {
        std::vector<Given> keys;
        for (Candidate& candidate : m_devices) {
            if (!candidate.device.profile->keyApplication)
                continue;
            MMM_TRY(const crypto::PublicKey base, schema::keyOf(candidate.device.profile->keyApplication));
            schema::ActivationApplicationSSH* activation = nullptr;
            for (auto& any : candidate.activation.activations) {
                auto* ssh = std::get_if<schema::ActivationApplicationSSH>(&any);
                if (ssh && ssh->key == id)
                    activation = ssh;
            }
            if (activation) {
                if (auto key = schema::applyOverlay(base, activation->keySignature)) {
                    keys.push_back({&candidate, std::move(*key), activation->updated});
                    continue;
                }
            }
            if (!isOurs(id, candidate)) {
                m_isComplete = false;
                return std::optional<std::vector<Given>>();
            }
            if (!activation) {
                candidate.activation.activations.emplace_back(schema::ActivationApplicationSSH());
                activation =
                    &std::get<schema::ActivationApplicationSSH>(candidate.activation.activations.back());
                activation->key = id;
            }
            const crypto::OverlayKey overlay = crypto::generateOverlay(crypto::Curve::Ed25519);
            MMM_TRY(activation->keySignature, schema::describe(base, overlay));
            activation->updated = m_now;
            candidate.isChanged = true;
            MMM_TRY(crypto::PublicKey key, crypto::cogenerate(base, overlay));
            keys.push_back({&candidate, std::move(key), activation->updated});
        }
        return std::optional(std::move(keys));
    }

    /// The keys go into the entry, and those that no device has any more out of it.
    Status publish(Profile& profile, const std::string& id, const std::vector<Given>& keys,
                   const schema::Verified<schema::ProfileAccount>& account) const
    {
        std::vector<schema::Envelope> connections;
        std::vector<std::string> lines;
        for (const Given& given : keys) {
            const std::string& device = given.candidate->device.entry.deviceUdf;
            MMM_TRY(const ssh::PublicKey key, ssh::PublicKey::of(given.key));
            lines.push_back(lineOf(key, given.candidate->name));
            const auto fits = [&](const schema::Envelope& envelope) {
                const auto connection = schema::verifyConnectionApplication(envelope, account);
                return connection && (*connection)->key == id && (*connection)->deviceUdf == device &&
                       schema::isUdfOf(connection->udf(), given.key);
            };
            const auto known = std::ranges::find_if(profile.connections, fits);
            if (known != profile.connections.end()) {
                connections.push_back(*known);
                continue;
            }
            // the same whoever of the administration devices makes it
            const auto connection =
                schema::makeConnectionApplication(id, device, given.key, m_member.accountUdf, given.made);
            MMM_TRY(schema::Envelope envelope,
                    schema::sealRecord(connection, {m_administrator.accountOnlineSignature.get()}));
            connections.push_back(std::move(envelope));
        }
        const std::vector<std::string> others = otherLines(profile);
        lines.insert(lines.end(), others.begin(), others.end());
        profile.connections = std::move(connections);
        profile.authorizedKeys = std::move(lines);
        return {};
    }

    Membership& m_member;
    const AdministrationKeys& m_administrator;
    const std::string m_own;
    const TimePoint m_now;
    store::Catalog& m_profiles;
    std::vector<Candidate> m_devices;
    std::string m_first; ///< of the administration devices, by UDF
    bool m_isComplete = true;
};

class ApplicationsView final : public Applications
{
public:
    explicit ApplicationsView(MeshState& state) : m_state(state) {}

    Result<std::vector<SshDeviceKey>> sshDevices(const std::string& profileId) override
    {
        MMM_TRY(const auto member, present());
        const std::string own = ownUdf();
        const std::scoped_lock lock(member->mutex);
        store::Catalog& profiles = member->applications();
        MMM_TRY(const Profile profile, store::TypedCatalog<Profile>(profiles).get(profileId));
        MMM_TRY(const auto account, schema::verifyProfileAccount(member->keys->profile));
        std::map<std::string, ssh::PublicKey> accredited;
        for (const schema::Envelope& envelope : profile.connections) {
            const auto connection = schema::verifyConnectionApplication(envelope, account);
            auto key = claimedKey(envelope);
            if (connection && key && (*connection)->key == profileId)
                accredited.insert_or_assign((*connection)->deviceUdf, std::move(*key));
        }
        std::vector<SshDeviceKey> devices;
        for (const std::string& id : member->containers->devices().ids()) {
            const auto entry = readDevice(*member, id);
            if (!entry || !entry->closed.empty())
                continue;
            const auto verified = schema::verifyCatalogedDevice(*entry, member->mesh);
            if (!verified)
                continue;
            SshDeviceKey device;
            device.deviceUdf = id;
            device.deviceName = nameOf(*verified);
            device.isThisDevice = id == own;
            device.canHaveKey = verified->profile->keyApplication.has_value();
            if (const auto key = accredited.find(id); key != accredited.end())
                device.line = lineOf(key->second, device.deviceName);
            devices.push_back(std::move(device));
        }
        std::stable_partition(devices.begin(), devices.end(), std::mem_fn(&SshDeviceKey::isThisDevice));
        return devices;
    }

    Result<std::vector<SshOwnKey>> sshKeys() override
    {
        MMM_TRY(const auto member, present());
        const std::scoped_lock lock(member->mutex);
        store::Catalog& profiles = member->applications();
        std::vector<SshOwnKey> keys;
        for (const auto& [id, key] : member->keys->ssh) {
            const auto profile = store::TypedCatalog<Profile>(profiles).get(id);
            if (!profile)
                continue;
            MMM_TRY(ssh::PublicKey published, ssh::PublicKey::of(key->publicKey()));
            keys.push_back({id, profile->title, std::move(published.blob)});
        }
        return keys;
    }

    Result<Bytes> signForSsh(const std::string& profileId, BytesView data) override
    {
        MMM_TRY(const auto member, present());
        std::shared_ptr<const crypto::PrivateKey> key;
        {
            const std::scoped_lock lock(member->mutex);
            const auto found = member->keys->ssh.find(profileId);
            if (found == member->keys->ssh.end() || !member->applications().contains(profileId))
                return fail(Fault::KeyNotFound, "this device has no key in the profile");
            key = found->second;
        }
        return key->sign(data, crypto::SignatureForm::Plain);
    }

private:
    Result<std::shared_ptr<Membership>> present() const
    {
        auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        return member;
    }
    std::string ownUdf() const
    {
        const std::scoped_lock lock(m_state.mutex);
        return m_state.device ? m_state.device->udf : std::string();
    }

    MeshState& m_state;
};

} // namespace

Status alignApplications(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    std::string own;
    {
        const std::scoped_lock lock(state.mutex);
        // what a change under way writes would be lost with what is written now
        if (state.record.change || !state.device)
            return {};
        own = state.device->udf;
    }
    bool isChanged = false;
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration || member->alignedMark == markOf(*member))
            return {};
        Alignment alignment(*member, own, state.now());
        MMM_TRY(isChanged, alignment.run());
        if (alignment.isComplete())
            member->alignedMark = markOf(*member);
    }
    if (isChanged)
        MMM_CHECK(takeUpDevices(state, nullptr, stop));
    return {};
}

std::unique_ptr<Applications> makeApplications(MeshState& state)
{
    return std::make_unique<ApplicationsView>(state);
}

} // namespace mmm::mesh
