#include "checks.h"
#include "key_helpers.h"
#include "protocol/transactions.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/make.h"

using namespace mmm::schema;

namespace mmm::vectors {

namespace {

/// The named keys that a vector was made with.
class NamedKeys
{
public:
    explicit NamedKeys(const Vector& vector)
    {
        const QString id = vector.inputs["keys"].toString("derived-keys");
        const QJsonObject keys = findVector(id).expected;
        for (auto key = keys.begin(); key != keys.end(); ++key)
            m_keys.emplace(key.key(), std::make_shared<const crypto::PrivateKey>(
                                          keyOfSeed(crypto::Curve::Ed448, hex(key->toObject(), "seed"))));
    }

    [[nodiscard]] crypto::PrivateKey key(const char* name) const { return m_keys.at(name)->clone(); }
    [[nodiscard]] crypto::PublicKey publicKey(const char* name) const { return m_keys.at(name)->publicKey(); }

    [[nodiscard]] DeviceKeySet device() const
    {
        return {{key("device-sign")}, {key("device-encrypt")}, {key("device-authenticate")}};
    }
    [[nodiscard]] OverlaySet deviceOverlays() const
    {
        return {{key("overlay-sign")}, {key("overlay-encrypt")}, {key("overlay-authenticate")}};
    }
    [[nodiscard]] OverlaySet accountOverlays() const
    {
        return {{key("account-overlay-sign")},
                {key("account-overlay-encrypt")},
                {key("account-overlay-authenticate")}};
    }
    [[nodiscard]] crypto::PrivateKey administration() const
    {
        return std::move(crypto::cogenerate(crypto::DeviceKey{key("device-sign")},
                                            crypto::OverlayKey{key("overlay-admin")})
                             ->key);
    }

    /// The key that a kid names; null if it is none of these.
    [[nodiscard]] std::shared_ptr<const crypto::PrivateKey> find(const std::string& kid) const
    {
        const auto composite = std::make_shared<const crypto::PrivateKey>(administration());
        if (isUdfOf(kid, composite->publicKey()))
            return composite;
        for (const auto& [name, key] : m_keys) {
            if (isUdfOf(kid, key->publicKey()))
                return key;
        }
        return nullptr;
    }

    [[nodiscard]] dare::KeyRing ring() const
    {
        dare::KeyRing ring;
        for (const auto& [name, key] : m_keys)
            ring.add(key);
        return ring;
    }

private:
    std::map<QString, std::shared_ptr<const crypto::PrivateKey>> m_keys;
};

/// The envelope of the vector that holds this class.
Envelope envelopeOf(std::string_view className)
{
    for (const Vector& vector : allVectors()) {
        const std::string json = text(vector.expected, "envelope_text");
        if (json.empty())
            continue;
        const Envelope envelope = Envelope::parse(bytesOf(json)).value();
        if (envelope.contentMeta().value().messageType == className)
            return envelope;
    }
    QTest::qFail("no vector holds the class", __FILE__, __LINE__);
    return {};
}

QString printed(const Secret& json)
{
    return toQt(json.text());
}

template<typename T>
QString textOfRecord(const T& record)
{
    return printed(encoding::toTaggedJson(record));
}

/// What our builders make of the keys, with the words and the time of the vector's own object.
QString rebuilt(const AnyAssertion& object, const NamedKeys& keys)
{
    const PublicKeySet device = keys.device().publicKeys();
    const crypto::PublicKey mesh = keys.publicKey("mesh-sign");
    const crypto::PublicKey account = keys.publicKey("account-sign");
    if (const auto* it = std::get_if<ProfileDevice>(&object))
        return textOfRecord(makeProfileDevice(device, it->description, *it->updated));
    if (const auto* it = std::get_if<ProfileMesh>(&object))
        return textOfRecord(makeProfileMesh(mesh, {keys.administration().publicKey()},
                                            keys.publicKey("mesh-encrypt"), *it->updated));
    if (const auto* it = std::get_if<ProfileAccount>(&object))
        return textOfRecord(makeProfileAccount(account, {keys.publicKey("account-online")},
                                               keys.publicKey("account-encrypt"), udfOf(mesh), it->serviceIds,
                                               *it->updated));
    if (const auto* it = std::get_if<ConnectionDevice>(&object))
        return textOfRecord(makeConnectionDevice(compose(device, keys.deviceOverlays()).value(), udfOf(mesh),
                                                 it->permissions, *it->updated));
    if (const auto* it = std::get_if<ConnectionAccount>(&object))
        return textOfRecord(makeConnectionAccount(compose(device, keys.accountOverlays()).value(),
                                                  udfOf(account), it->serviceId, it->permissions,
                                                  *it->updated));
    if (const auto* it = std::get_if<ActivationDevice>(&object))
        return textOfRecord(makeActivationDevice(device, keys.deviceOverlays(),
                                                 envelopeOf(ConnectionDevice::className), it->updated)
                                .value());
    if (const auto* it = std::get_if<ActivationAccount>(&object))
        return textOfRecord(makeActivationAccount(device, keys.accountOverlays(), udfOf(account),
                                                  crypto::AccountKey{keys.key("account-encrypt")},
                                                  it->updated)
                                .value());
    return {};
}

/// A Mesh object in its envelope, with the keys that it was made of.
void checkEnvelopedObject(const Vector& vector)
{
    const NamedKeys keys(vector);
    const std::string json = text(vector.expected, "envelope_text");
    const auto envelope = Envelope::parse(bytesOf(json));
    QVERIFY2(envelope, envelope ? "" : envelope.error().detail.c_str());
    QCOMPARE(toQt(textOf(envelope->toJson())), toQt(json));
    const auto payload = envelope->open(keys.ring());
    QVERIFY2(payload, payload ? "" : payload.error().detail.c_str());
    if (vector.expected["payload_text"].isString())
        QCOMPARE(printed(*payload), vector.expected["payload_text"].toString());

    // read as the class that the envelope states, and printed again octet for octet
    const auto assertion = readAssertion(*payload);
    QVERIFY2(assertion, assertion ? "" : assertion.error().detail.c_str());
    const auto message = readMessage(*payload);
    QVERIFY(message);
    const bool isAssertion = !std::holds_alternative<encoding::UnknownObject>(*assertion);
    const bool isMessage = !std::holds_alternative<encoding::UnknownObject>(*message);
    QVERIFY(isAssertion != isMessage);
    QCOMPARE(printed(isAssertion ? toJson(*assertion) : toJson(*message)), printed(*payload));
    QCOMPARE(toQt(isAssertion ? classNameOf(*assertion) : classNameOf(*message)),
             toQt(envelope->contentMeta().value().messageType));
    if (isAssertion)
        QCOMPARE(rebuilt(*assertion, keys), printed(*payload));

    // signed by the key that it names, and signed again octet for octet
    for (const std::string& kid : envelope->signerIds()) {
        const auto signer = keys.find(kid);
        QVERIFY(signer);
        QVERIFY(envelope->verify(signer->publicKey()));
        if (envelope->header().isEncrypted())
            continue;
        dare::SealOptions options;
        options.meta = envelope->contentMeta().value();
        options.signers = {signer.get()};
        QCOMPARE(toQt(textOf(dare::seal(*payload, options).value().toJson())), toQt(json));
    }
}

void checkCatalogedDevice(const Vector& vector)
{
    const NamedKeys keys(vector);
    const std::string json = text(vector.expected, "text");
    const auto entry = encoding::fromTaggedJson<CatalogedDevice>(bytesOf(json));
    QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());
    QCOMPARE(textOfRecord(*entry), toQt(json));
    QCOMPARE(primaryKey(*entry), entry->deviceUdf);

    const auto mesh = verifyProfileMesh(envelopeOf(ProfileMesh::className));
    QVERIFY2(mesh, mesh ? "" : mesh.error().detail.c_str());
    const auto device = verifyCatalogedDevice(*entry, *mesh);
    QVERIFY2(device, device ? "" : device.error().detail.c_str());
    const auto activation = openActivation(*device, *mesh, keys.ring());
    QVERIFY2(activation, activation ? "" : activation.error().detail.c_str());
    const auto composite = activate(keys.device(), *activation);
    QVERIFY2(composite, composite ? "" : composite.error().detail.c_str());
    QCOMPARE(composite->signature.key.publicKey(), keyOf(device->connection->keySignature).value());
    QCOMPARE(composite->encryption.key.publicKey(), keyOf(device->connection->keyEncryption).value());
    for (const VerifiedAccountEntry& account : device->accounts) {
        const auto membership = openActivation(*device, account, keys.ring());
        QVERIFY2(membership, membership ? "" : membership.error().detail.c_str());
        const auto accountKeys = activate(keys.device(), *membership);
        QVERIFY(accountKeys);
        QCOMPARE(accountKeys->signature.key.publicKey(), keyOf(account.connection->keySignature).value());
    }

    std::vector<AccountEntry> accounts;
    for (const AccountEntry& account : entry->accounts)
        accounts.push_back(makeAccountEntry(account.envelopedProfileAccount,
                                            account.envelopedConnectionAccount,
                                            account.envelopedActivationAccount)
                               .value());
    QCOMPARE(textOfRecord(makeCatalogedDevice(entry->envelopedProfileDevice, entry->envelopedConnectionDevice,
                                              entry->envelopedActivationDevice, accounts)
                              .value()),
             toQt(json));
}

void checkHello(const Vector& vector)
{
    QVERIFY(encoding::fromTaggedJson<protocol::HelloRequest>(bytesOf(text(vector.inputs, "request"))));
    const std::string json = text(vector.expected, "text");
    const auto hello = encoding::fromTaggedJson<protocol::HelloResponse>(bytesOf(json));
    QVERIFY2(hello, hello ? "" : hello.error().detail.c_str());
    QCOMPARE(textOfRecord(*hello), toQt(json));

    const NamedKeys keys(vector);
    const auto service = verifyProfileService(hello->envelopedProfileService);
    QVERIFY2(service, service ? "" : service.error().detail.c_str());
    const auto host = verifyProfileHost(hello->envelopedProfileHost);
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    const auto connection = verifyConnectionHost(hello->envelopedConnectionHost, *service, *host);
    QVERIFY2(connection, connection ? "" : connection.error().detail.c_str());

    const crypto::PrivateKey serviceKey = keys.key("service-sign");
    const crypto::PrivateKey hostKey = keys.key("host-sign");
    const auto sealed = [](const auto& record, const crypto::PrivateKey& signer) {
        return toQt(textOf(sealRecord(record, {&signer}).value().toJson()));
    };
    const auto carried = [](const Envelope& envelope) { return toQt(textOf(envelope.toJson())); };
    QCOMPARE(
        sealed(makeProfileService(serviceKey.publicKey(), std::nullopt, *(*service)->updated), serviceKey),
        carried(hello->envelopedProfileService));
    QCOMPARE(
        sealed(makeProfileHost(hostKey.publicKey(), keys.publicKey("host-authenticate"), *(*host)->updated),
               hostKey),
        carried(hello->envelopedProfileHost));
    QCOMPARE(sealed(makeConnectionHost(host->udf(), service->udf(), *(*connection)->updated), serviceKey),
             carried(hello->envelopedConnectionHost));
}

void checkCreateAccount(const Vector& vector)
{
    const std::string json = text(vector.expected, "text");
    const auto request = encoding::fromTaggedJson<protocol::CreateRequest>(bytesOf(json));
    QVERIFY2(request, request ? "" : request.error().detail.c_str());
    QCOMPARE(textOfRecord(*request), toQt(json));
    const auto mesh = verifyProfileMesh(request->signedProfileMesh);
    QVERIFY2(mesh, mesh ? "" : mesh.error().detail.c_str());
    const auto account = verifyProfileAccount(request->signedAssertionAccount, &*mesh);
    QVERIFY2(account, account ? "" : account.error().detail.c_str());
    QVERIFY(std::ranges::count((*account)->serviceIds, request->serviceId) == 1);
}

/// An object as a draft prints it, under whatever names; the blanks of the printed base64 may be gone.
void checkPrintedObject(const Vector& vector)
{
    const QByteArray json = compact(vector.expected["object"]);
    const BytesView octets = bytesOf(std::string_view(json.constData(), std::size_t(json.size())));
    const auto assertion = readAssertion(octets);
    QVERIFY2(assertion, assertion ? "" : assertion.error().detail.c_str());
    const auto entry = readEntry(octets);
    QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());

    if (const auto* mesh = std::get_if<ProfileMesh>(&*assertion)) {
        QVERIFY(checkKeys(*mesh));
        QVERIFY(keyOf(mesh->keyOfflineSignature));
        QVERIFY(mesh->unknown.members.empty());
        QVERIFY(!mesh->keysOnlineSignature.empty());
    } else if (const auto* device = std::get_if<CatalogedDevice>(&*entry)) {
        QVERIFY(device->unknown.members.empty());
        const auto profile = verifyProfileDevice(device->envelopedProfileDevice);
        QVERIFY2(profile, profile ? "" : profile.error().detail.c_str());
        QVERIFY(isUdfOf(device->deviceUdf, keyOf((*profile)->keyOfflineSignature).value()));
        const auto connection = payloadOf<ConnectionDevice>(device->envelopedConnectionDevice);
        QVERIFY2(connection, connection ? "" : connection.error().detail.c_str());
        QVERIFY(checkKeys(*connection));
        QVERIFY(isUdfOf(device->udf, keyOf(connection->keySignature).value()));
        const auto payload = device->envelopedActivationDevice.open({});
        QVERIFY2(payload, payload ? "" : payload.error().detail.c_str());
        const auto activation = encoding::fromTaggedJson<ActivationDevice>(*payload);
        QVERIFY2(activation, activation ? "" : activation.error().detail.c_str());
        QVERIFY(checkActivation(*activation, **profile, *connection));
    } else {
        QFAIL("a class that the schema does not know");
    }
}

/// The header of an activation, and what is in it.
void checkActivationHeader(const Vector& vector)
{
    const QByteArray json = compact(vector.expected["header"]);
    const auto header =
        dare::parseHeader(bytesOf(std::string_view(json.constData(), std::size_t(json.size()))));
    QVERIFY2(header, header ? "" : header.error().detail.c_str());
    const QJsonArray recipients = vector.expected["recipients"].toArray();
    QCOMPARE(qsizetype(header->recipients.size()), recipients.size());
    for (std::size_t index = 0; index < header->recipients.size(); ++index) {
        QCOMPARE(toQt(header->recipients[index].kid), recipients[qsizetype(index)].toString());
        QVERIFY(dare::toPublicKey(header->recipients[index].ephemeral));
    }
    QVERIFY(!header->isEncrypted());
    const auto activation =
        encoding::fromTaggedJson<ActivationDevice>(bytesOf(text(vector.expected, "plaintext")));
    QVERIFY2(activation, activation ? "" : activation.error().detail.c_str());
    QVERIFY(activation->keySignature && activation->keyEncryption && activation->keyAuthentication);
}

void checkSignedAssertion(const Vector& vector)
{
    const auto assertion = readAssertion(base64url(vector.inputs, "payload_b64u"));
    QVERIFY2(assertion, assertion ? "" : assertion.error().detail.c_str());
    std::visit(
        []<typename C>(const C& object) {
            if constexpr (encoding::Record<C>) {
                QVERIFY(object.unknown.members.empty());
                const auto status = checkKeys(object);
                QVERIFY2(status, status ? "" : status.error().detail.c_str());
            } else {
                QFAIL("a class that the schema does not know");
            }
        },
        *assertion);
}

bool isTagged(const Vector& vector, const char* tag)
{
    return text(vector.expected, "text").starts_with(std::string("{\"") + tag + "\":");
}

} // namespace

void registerSchemaChecks(VectorRegistry& registry)
{
    registry.add(
        "object in an envelope",
        [](const Vector& v) {
            return has(v.inputs, {"keys"}) && has(v.expected, {"envelope_text", "payload_text"});
        },
        checkEnvelopedObject);
    registry.add(
        "cataloged device", [](const Vector& v) { return isTagged(v, "CatalogedDevice"); },
        checkCatalogedDevice);
    registry.add(
        "Hello", [](const Vector& v) { return isTagged(v, "MeshHelloResponse"); }, checkHello);
    registry.add(
        "CreateAccount", [](const Vector& v) { return isTagged(v, "CreateAccount"); }, checkCreateAccount);
    registry.add(
        "printed object", [](const Vector& v) { return has(v.expected, {"object"}); }, checkPrintedObject);
    registry.add(
        "header of an activation",
        [](const Vector& v) {
            return has(v.expected, {"header", "recipients", "plaintext"});
        },
        checkActivationHeader);
    registry.add(
        "signed assertion",
        [](const Vector& v) {
            return has(v.inputs, {"payload_b64u", "kid"});
        },
        checkSignedAssertion);
}

} // namespace mmm::vectors
