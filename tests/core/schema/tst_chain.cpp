#include "schema/key_check.h"
#include "schema/make.h"
#include "schema/service_accreditation.h"

#include <QTest>

using namespace mmm;
using namespace mmm::schema;

namespace {

const TimePoint created = encoding::fromTimestamp("2020-01-16T12:00:00Z").value();
const TimePoint later = created + std::chrono::hours(1);

crypto::PrivateKey newKey()
{
    return crypto::PrivateKey::generate(crypto::Curve::Ed448);
}

/// A personal mesh with one device and one account, as a ceremony would make it.
struct World
{
    crypto::PrivateKey meshKey = newKey();
    crypto::PrivateKey meshEncryption = newKey();
    crypto::PrivateKey administration = newKey();
    crypto::PrivateKey accountKey = newKey();
    crypto::PrivateKey accountOnline = newKey();
    crypto::AccountKey accountEncryption{newKey()};
    DeviceKeySet deviceKeys = DeviceKeySet::generate();
    OverlaySet deviceOverlays = OverlaySet::generate(deviceKeys.publicKeys());
    OverlaySet accountOverlays = OverlaySet::generate(deviceKeys.publicKeys());

    Envelope profileMesh = sealRecord(meshAt(created), {&meshKey}).value();
    Envelope profileDevice =
        sealRecord(makeProfileDevice(deviceKeys.publicKeys(), "Laptop", created), {&deviceKeys.signature.key})
            .value();
    Envelope connectionDevice =
        sealRecord(makeConnectionDevice(deviceComposite(), udfOf(meshKey.publicKey()), {}, created),
                   {&administration})
            .value();
    Envelope activationDevice = sealActivation(deviceOverlays);
    Envelope profileAccount = sealAccount({&accountKey});
    Envelope connectionAccount =
        sealRecord(makeConnectionAccount(accountComposite(), udfOf(accountKey.publicKey()),
                                         {"alice@example.com"}, {}, created),
                   {&accountOnline})
            .value();
    Envelope activationAccount =
        sealRecord(makeActivationAccount(deviceKeys.publicKeys(), accountOverlays,
                                         udfOf(accountKey.publicKey()), accountEncryption, created)
                       .value(),
                   {&accountOnline}, {deviceKeys.encryption.key.publicKey(), meshEncryption.publicKey()})
            .value();
    CatalogedDevice entry =
        makeCatalogedDevice(profileDevice, connectionDevice, activationDevice,
                            {makeAccountEntry(profileAccount, connectionAccount, activationAccount).value()})
            .value();

    [[nodiscard]] ProfileMesh meshAt(TimePoint now) const
    {
        return makeProfileMesh(meshKey.publicKey(), {administration.publicKey()}, meshEncryption.publicKey(),
                               now);
    }
    [[nodiscard]] PublicKeySet deviceComposite() const
    {
        return compose(deviceKeys.publicKeys(), deviceOverlays).value();
    }
    [[nodiscard]] PublicKeySet accountComposite() const
    {
        return compose(deviceKeys.publicKeys(), accountOverlays).value();
    }
    [[nodiscard]] Envelope sealActivation(const OverlaySet& overlays) const
    {
        return sealRecord(
                   makeActivationDevice(deviceKeys.publicKeys(), overlays, connectionDevice, created).value(),
                   {&administration}, {deviceKeys.encryption.key.publicKey(), meshEncryption.publicKey()})
            .value();
    }
    [[nodiscard]] Envelope sealAccount(std::vector<const crypto::PrivateKey*> signers) const
    {
        return sealRecord(makeProfileAccount(accountKey.publicKey(), {accountOnline.publicKey()},
                                             accountEncryption.key.publicKey(), udfOf(meshKey.publicKey()),
                                             {"alice@example.com"}, created),
                          std::move(signers))
            .value();
    }
    [[nodiscard]] Verified<ProfileMesh> mesh() const { return verifyProfileMesh(profileMesh).value(); }
    [[nodiscard]] dare::KeyRing deviceRing() const
    {
        dare::KeyRing ring;
        ring.add(deviceKeys.encryption.key.clone());
        return ring;
    }
};

/// The envelope with one octet of its body changed.
Envelope altered(const Envelope& envelope)
{
    Bytes body = copyOf(envelope.body());
    body[body.size() / 2] ^= 1;
    return Envelope::fromRecords(envelope.headerOctets(), body, envelope.trailerOctets()).value();
}

template<typename T>
Fault faultOf(const T& result)
{
    return result ? Fault::Internal : result.error().fault;
}

} // namespace

/// What is made verifies; what is changed, mixed up or old does not.
class TestChain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }

    void deviceSeesItsKeys()
    {
        const World& world = *m_world;
        const auto device = verifyCatalogedDevice(world.entry, world.mesh());
        QVERIFY2(device, device ? "" : device.error().detail.c_str());
        QCOMPARE(device->entry.deviceUdf, udfOf(world.deviceKeys.signature.key.publicKey()));
        QVERIFY(device->profile.isCurrent());

        const auto activation = openActivation(*device, world.mesh(), world.deviceRing());
        QVERIFY2(activation, activation ? "" : activation.error().detail.c_str());
        const auto keys = activate(world.deviceKeys, *activation);
        QVERIFY(keys);
        QVERIFY(keys->signature.key.publicKey() == world.deviceComposite().signature);

        QCOMPARE(device->accounts.size(), std::size_t(1));
        const auto membership = openActivation(*device, device->accounts.front(), world.deviceRing());
        QVERIFY2(membership, membership ? "" : membership.error().detail.c_str());
        const auto accountKeys = activate(world.deviceKeys, *membership);
        QVERIFY(accountKeys);
        QVERIFY(accountKeys->authentication.key.publicKey() == world.accountComposite().authentication);
        QVERIFY(dare::toPrivateKey(membership->keyGroup->part).value().publicKey() ==
                world.accountEncryption.key.publicKey());
    }

    void compositeSignaturesAreAccredited()
    {
        const World& world = *m_world;
        const auto device = verifyCatalogedDevice(world.entry, world.mesh()).value();
        const auto keys =
            activate(world.deviceKeys, openActivation(device, world.mesh(), world.deviceRing()).value());
        const Bytes message = copyOf(bytesOf("hello"));
        const Bytes signature = keys->signature.key.sign(message);
        QVERIFY(keyOf(device.connection->keySignature)->verify(message, signature));
    }

    void alteredEnvelopesAreRefused()
    {
        const World& world = *m_world;
        QVERIFY(!verifyProfileMesh(altered(world.profileMesh)));
        QVERIFY(!verifyProfileDevice(altered(world.profileDevice)));
        QVERIFY(!verifyConnectionDevice(altered(world.connectionDevice), world.mesh()));
        QVERIFY(!verifyProfileMesh(Envelope()));
    }

    void otherClassesAreRefused()
    {
        QCOMPARE(faultOf(verifyProfileMesh(m_world->profileDevice)), Fault::WrongType);
        QCOMPARE(faultOf(verifyProfileDevice(m_world->profileMesh)), Fault::WrongType);
        QCOMPARE(faultOf(verifyConnectionDevice(m_world->connectionAccount, m_world->mesh())),
                 Fault::WrongType);
    }

    void anotherMeshIsNotAccepted()
    {
        const World other;
        QCOMPARE(faultOf(verifyProfileMesh(other.profileMesh, m_world->mesh().udf())), Fault::NotAuthorised);
        QVERIFY(verifyProfileMesh(m_world->profileMesh, m_world->mesh().udf()));
        QCOMPARE(faultOf(verifyConnectionDevice(m_world->connectionDevice, other.mesh())),
                 Fault::NotAuthorised);
        QCOMPARE(faultOf(verifyCatalogedDevice(m_world->entry, other.mesh())), Fault::NotAuthorised);
        const auto otherMesh = other.mesh();
        QCOMPARE(faultOf(verifyProfileAccount(m_world->profileAccount, &otherMesh)), Fault::NotAuthorised);
    }

    void signersWithoutTheRightAreRefused()
    {
        const World& world = *m_world;
        const ConnectionDevice connection =
            makeConnectionDevice(world.deviceComposite(), world.mesh().udf(), {}, created);
        // the master key is not an administration key
        const Envelope byMaster = sealRecord(connection, {&world.meshKey}).value();
        QCOMPARE(faultOf(verifyConnectionDevice(byMaster, world.mesh())), Fault::NotAuthorised);
        const ProfileMesh mesh = world.meshAt(later);
        QVERIFY(!verifyProfileMesh(sealRecord(mesh, {&world.administration}).value()));
    }

    void anAccountIsValidUnderItsOwnOrAnAdministrationKey()
    {
        const World& world = *m_world;
        const auto mesh = world.mesh();
        QVERIFY(verifyProfileAccount(world.profileAccount));
        QVERIFY(verifyProfileAccount(world.sealAccount({&world.administration}), &mesh));
        QVERIFY(verifyProfileAccount(world.sealAccount({&world.accountKey, &world.administration}), &mesh));
        QVERIFY(!verifyProfileAccount(world.sealAccount({&world.administration})));
        QCOMPARE(faultOf(verifyProfileAccount(world.sealAccount({&world.accountOnline}), &mesh)),
                 Fault::NotAuthorised);
    }

    void overlaysForOtherKeysAreRefused()
    {
        const World& world = *m_world;
        World forged;
        CatalogedDevice entry = world.entry;
        entry.envelopedActivationDevice =
            world.sealActivation(OverlaySet::generate(world.deviceKeys.publicKeys()));
        const auto device = verifyCatalogedDevice(entry, world.mesh()).value();
        QCOMPARE(faultOf(openActivation(device, world.mesh(), world.deviceRing())), Fault::Contradiction);
        // signed by somebody else
        entry.envelopedActivationDevice = forged.activationDevice;
        const auto swapped = verifyCatalogedDevice(entry, world.mesh()).value();
        QCOMPARE(faultOf(openActivation(swapped, world.mesh(), world.deviceRing())), Fault::NotAuthorised);
        // another device cannot open it
        const auto right = verifyCatalogedDevice(world.entry, world.mesh()).value();
        QCOMPARE(faultOf(openActivation(right, world.mesh(), forged.deviceRing())), Fault::CannotDecrypt);
    }

    void entriesThatNameOthersAreRefused()
    {
        const World& world = *m_world;
        const World other;
        CatalogedDevice entry = world.entry;
        entry.deviceUdf = other.entry.deviceUdf;
        QCOMPARE(faultOf(verifyCatalogedDevice(entry, world.mesh())), Fault::Contradiction);
        entry = world.entry;
        entry.udf = other.entry.udf;
        QCOMPARE(faultOf(verifyCatalogedDevice(entry, world.mesh())), Fault::Contradiction);
        entry = world.entry;
        entry.accounts.front().accountUdf = other.entry.accounts.front().accountUdf;
        QCOMPARE(faultOf(verifyCatalogedDevice(entry, world.mesh())), Fault::Contradiction);
    }

    void keysThatAreNotWhatTheySayAreRefused()
    {
        const World& world = *m_world;
        ProfileDevice profile = makeProfileDevice(world.deviceKeys.publicKeys(), "Laptop", created);
        std::swap(profile.keyEncryption->udf, profile.keyAuthentication->udf);
        QCOMPARE(faultOf(verifyProfileDevice(sealRecord(profile, {&world.deviceKeys.signature.key}).value())),
                 Fault::Contradiction);
        profile = makeProfileDevice(world.deviceKeys.publicKeys(), "Laptop", created);
        profile.keyEncryption->privateParameters = dare::fromPrivateKey(world.deviceKeys.encryption.key);
        QCOMPARE(faultOf(verifyProfileDevice(sealRecord(profile, {&world.deviceKeys.signature.key}).value())),
                 Fault::BadKey);
        profile = makeProfileDevice(world.deviceKeys.publicKeys(), "Laptop", created);
        profile.keyAuthentication.reset();
        QCOMPARE(faultOf(verifyProfileDevice(sealRecord(profile, {&world.deviceKeys.signature.key}).value())),
                 Fault::Missing);
    }

    void olderProfilesDoNotReplaceNewerOnes()
    {
        const ProfileMesh known = m_world->meshAt(later);
        QVERIFY(checkSuccession(known, m_world->meshAt(later)));
        QVERIFY(checkSuccession(known, m_world->meshAt(later + std::chrono::hours(1))));
        QCOMPARE(faultOf(checkSuccession(known, m_world->meshAt(created))), Fault::RolledBack);
        QCOMPARE(faultOf(checkSuccession(known, World().meshAt(later))), Fault::NotAuthorised);
        ProfileMesh undated = m_world->meshAt(later);
        undated.updated.reset();
        QCOMPARE(faultOf(checkSuccession(known, undated)), Fault::RolledBack);
    }

    void conditionsAreValidButNotCurrent()
    {
        ProfileMesh mesh = m_world->meshAt(created);
        mesh.conditions.push_back(encoding::UnknownObject{"Novel", SharedSecret(Secret(bytesOf("{}")))});
        const auto verified = verifyProfileMesh(sealRecord(mesh, {&m_world->meshKey}).value());
        QVERIFY(verified);
        QVERIFY(!verified->isCurrent());
        QVERIFY(m_world->mesh().isCurrent());
    }

    void hostsBelongToTheirService()
    {
        const crypto::PrivateKey serviceKey = newKey();
        const crypto::PrivateKey hostKey = newKey();
        const auto service =
            verifyProfileService(
                sealRecord(makeProfileService(serviceKey.publicKey(), std::nullopt, created), {&serviceKey})
                    .value())
                .value();
        const auto host =
            verifyProfileHost(
                sealRecord(makeProfileHost(hostKey.publicKey(), newKey().publicKey(), created), {&hostKey})
                    .value())
                .value();
        const ConnectionHost connection = makeConnectionHost(host.udf(), service.udf(), created);
        QVERIFY(verifyConnectionHost(sealRecord(connection, {&serviceKey}).value(), service, host));
        QCOMPARE(faultOf(verifyConnectionHost(sealRecord(connection, {&hostKey}).value(), service, host)),
                 Fault::NotAuthorised);
        const ConnectionHost elsewhere = makeConnectionHost(service.udf(), service.udf(), created);
        QCOMPARE(faultOf(verifyConnectionHost(sealRecord(elsewhere, {&serviceKey}).value(), service, host)),
                 Fault::Contradiction);
        const ConnectionHost nobody = makeConnectionHost({}, service.udf(), created);
        QCOMPARE(faultOf(verifyConnectionHost(sealRecord(nobody, {&serviceKey}).value(), service, host)),
                 Fault::Missing);
    }

    void servicesAreAccreditedByWhoRunsThem()
    {
        const World& world = *m_world;
        const auto serviceOf = [](const crypto::PrivateKey& key) {
            return verifyProfileService(
                       sealRecord(makeProfileService(key.publicKey(), std::nullopt, created), {&key}).value())
                .value();
        };
        const auto service = serviceOf(newKey());
        const auto other = serviceOf(newKey());
        const auto account = verifyProfileAccount(world.profileAccount).value();
        const auto made = makeServiceAccreditation(service.udf(), account, world.accountOnline, created);
        QVERIFY2(made, made ? "" : made.error().detail.c_str());
        const auto accredited = verifyServiceAccreditation(*made, service);
        QVERIFY2(accredited, accredited ? "" : accredited.error().detail.c_str());
        QCOMPARE(udfOf(accredited->authority), account.udf());
        QCOMPARE(accredited->connection.udf(), service.udf());
        QCOMPARE(faultOf(verifyServiceAccreditation(*made, other)), Fault::Contradiction);

        // only by an online key that the profile names, and of what can be a service
        QCOMPARE(faultOf(makeServiceAccreditation(service.udf(), account, world.accountKey, created)),
                 Fault::NotAuthorised);
        for (const char* nothing : {"", "example.com", "MAAA-AAAA"})
            QCOMPARE(faultOf(makeServiceAccreditation(nothing, account, world.accountOnline, created)),
                     Fault::Malformed);

        const auto verifies = [&](const Envelope& connection, const Envelope& profile) {
            ServiceAccreditation stated;
            stated.envelopedConnectionService = connection;
            stated.envelopedProfileAuthority = profile;
            return faultOf(verifyServiceAccreditation(encoding::toTaggedJson(stated), service));
        };
        const auto sealed = [&](const std::string& subject, const std::string& authority,
                                const crypto::PrivateKey& key) {
            return sealRecord(makeConnectionService(subject, authority, created), {&key}).value();
        };
        const crypto::PrivateKey& online = world.accountOnline;
        const Envelope good = sealed(service.udf(), account.udf(), online);
        QCOMPARE(verifies(good, world.profileAccount), Fault::Internal); // it holds
        QCOMPARE(verifies(sealed(service.udf(), account.udf(), newKey()), world.profileAccount),
                 Fault::NotAuthorised);
        QCOMPARE(verifies(sealed(service.udf(), service.udf(), online), world.profileAccount),
                 Fault::Contradiction);
        QCOMPARE(verifies(sealed({}, account.udf(), online), world.profileAccount), Fault::Missing);
        QCOMPARE(verifies(sealed(service.udf(), {}, online), world.profileAccount), Fault::Missing);
        QVERIFY(verifies(altered(good), world.profileAccount) != Fault::Internal);
        QVERIFY(verifies(good, altered(world.profileAccount)) != Fault::Internal);
        QCOMPARE(verifies(good, world.profileDevice), Fault::WrongType);
        QCOMPARE(verifies(world.connectionAccount, world.profileAccount), Fault::WrongType);
        // what a condition makes of it nobody can tell
        ConnectionService bound = makeConnectionService(service.udf(), account.udf(), created);
        bound.conditions.push_back(encoding::UnknownObject{"Novel", SharedSecret(Secret(bytesOf("{}")))});
        QCOMPARE(verifies(sealRecord(bound, {&online}).value(), world.profileAccount), Fault::NotAuthorised);
        // a personal mesh can be the authority as well
        QCOMPARE(verifies(sealed(service.udf(), world.mesh().udf(), world.administration), world.profileMesh),
                 Fault::Internal);

        const BytesView whole = *made;
        for (const std::size_t length : {std::size_t(0), std::size_t(1), whole.size() / 2, whole.size() - 1})
            QVERIFY(!verifyServiceAccreditation(whole.first(length), service));
        Bytes large = copyOf(whole);
        large.resize(mostAccreditationOctets + 1, ' ');
        QCOMPARE(faultOf(verifyServiceAccreditation(large, service)), Fault::TooLarge);
        QCOMPARE(faultOf(verifyServiceAccreditation(bytesOf("{\"Hello\":{}}"), service)), Fault::WrongType);
    }

    void permissions()
    {
        QVERIFY(isPermitted({}, "Catalog:mmm_CatalogTask", "Write"));
        QVERIFY(isPermitted({}, "Message:RequestContact", "Accept"));
        QVERIFY(!isPermitted({}, "Administration"));
        const std::vector<Permission> some{makePermission("Administration"),
                                           makePermission("Catalog:*", "Read"),
                                           makePermission("Catalog:mmm_CatalogTask", "Write")};
        QVERIFY(isPermitted(some, "Administration"));
        QVERIFY(isPermitted(some, "Catalog:mmm_CatalogContact", "Read"));
        QVERIFY(!isPermitted(some, "Catalog:mmm_CatalogContact", "Write"));
        QVERIFY(isPermitted(some, "Catalog:mmm_CatalogTask", "Write"));
        QVERIFY(!isPermitted(some, "Message:RequestContact", "Accept"));
    }

private:
    std::unique_ptr<World> m_world;
};

QTEST_APPLESS_MAIN(TestChain)
#include "tst_chain.moc"
