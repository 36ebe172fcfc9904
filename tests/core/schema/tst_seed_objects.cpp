#include "schema/key_check.h"
#include "schema/make.h"

#include <QFile>
#include <QTest>

using namespace mmm;
using namespace mmm::schema;

namespace {

/// The object as schema 01 §4.1 prints it; the blanks that line folding left in base64url values are there.
Bytes printed(const char* name)
{
    QFile file(QStringLiteral(MESH_SCHEMA_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    const QByteArray content = file.readAll();
    return {content.begin(), content.end()};
}

template<typename T>
QString whyNot(const T& result)
{
    return result ? QString() : QString::fromStdString(result.error().detail);
}

} // namespace

/// The objects printed in draft-hallambaker-mesh-schema-01 are what they claim to be.
class TestSeedObjects : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Bytes master = printed("profile_master.json");
        const auto mesh = encoding::fromTaggedJson<ProfileMesh>(master);
        QVERIFY2(mesh, qPrintable(whyNot(mesh)));
        m_mesh = *mesh;
        const Bytes entry = printed("catalog_entry_device.json");
        const auto device = encoding::fromTaggedJson<CatalogedDevice>(entry);
        QVERIFY2(device, qPrintable(whyNot(device)));
        m_device = *device;
    }

    void masterProfileHasItsKeys()
    {
        QVERIFY(checkKeys(m_mesh));
        const auto key = keyOf(m_mesh.keyOfflineSignature);
        QVERIFY(key);
        QVERIFY(isUdfOf("MBYS-BF7J-OCV2-42M6-BWTH-2QUK-FZG3", *key));
        QCOMPARE(m_mesh.keysOnlineSignature.size(), std::size_t(1));
        QVERIFY(keyOf(m_mesh.keyEncryption));
        QVERIFY(m_mesh.unknown.members.empty());
        // written under the names of today
        const Secret json = encoding::toTaggedJson(m_mesh);
        const std::string_view expected = "{\"ProfileMesh\":{\"KeyOfflineSignature\":{\"UDF\":\"MBYS";
        QVERIFY(json.text().starts_with(expected));
    }

    void deviceVerifiesInItsMesh()
    {
        const auto profile = verifyProfileDevice(m_device.envelopedProfileDevice);
        QVERIFY2(profile, qPrintable(whyNot(profile)));
        QCOMPARE(profile->udf(), m_device.deviceUdf);
        const auto status = verifyByAny(m_device.envelopedConnectionDevice, m_mesh.keysOnlineSignature);
        QVERIFY2(status, qPrintable(whyNot(status)));
        QCOMPARE(verifyByAny(m_device.envelopedProfileDevice, m_mesh.keysOnlineSignature).error().fault,
                 Fault::NotAuthorised);
        QVERIFY(m_device.unknown.members.empty());
    }

    void overlaysMakeTheConnectionKeys()
    {
        const auto profile = verifyProfileDevice(m_device.envelopedProfileDevice);
        const auto connection = payloadOf<ConnectionDevice>(m_device.envelopedConnectionDevice);
        QVERIFY2(connection, qPrintable(whyNot(connection)));
        // this example encrypts to nobody although it names recipients (WIRE B.6)
        const auto payload = m_device.envelopedActivationDevice.open({});
        QVERIFY2(payload, qPrintable(whyNot(payload)));
        const auto activation = encoding::fromTaggedJson<ActivationDevice>(*payload);
        QVERIFY2(activation, qPrintable(whyNot(activation)));

        const PublicKeySet base = publicKeysOf(**profile).value();
        const PublicKeySet composite = publicKeysOf(*connection).value();
        QVERIFY(applyOverlay(base.signature, activation->keySignature).value() == composite.signature);
        QVERIFY(applyOverlay(base.encryption, activation->keyEncryption).value() == composite.encryption);
        QVERIFY(applyOverlay(base.authentication, activation->keyAuthentication).value() ==
                composite.authentication);
        QVERIFY(checkActivation(*activation, **profile, *connection));

        ActivationDevice swapped = *activation;
        std::swap(swapped.keyEncryption, swapped.keyAuthentication);
        QCOMPARE(checkActivation(swapped, **profile, *connection).error().fault, Fault::Contradiction);
    }

private:
    ProfileMesh m_mesh;
    CatalogedDevice m_device;
};

QTEST_APPLESS_MAIN(TestSeedObjects)
#include "tst_seed_objects.moc"
