#include "checks.h"
#include "key_helpers.h"

#include "crypto/cipher.h"
#include "crypto/hash.h"

namespace mmm::vectors {

namespace {

using namespace crypto;

/// "name" or "name + name (composite)" of the keys in derived-keys.
PrivateKey namedKey(const QString& description)
{
    const QJsonObject keys = findVector("derived-keys").expected;
    const QStringList names = description.section(" (", 0, 0).split(" + ");
    const auto single = [&](const QString& name) {
        return keyOfSeed(Curve::Ed448, hex(keys[name.trimmed()].toObject(), "seed"));
    };
    PrivateKey key = single(names[0]);
    for (qsizetype i = 1; i < names.size(); ++i)
        key = combine(key, single(names[i])).value();
    return key;
}

/// The parts of an envelope that an authenticator covers or carries.
struct Message
{
    Bytes payloadDigest;
    Bytes metaDataDigest;
    Bytes authenticator;
    Bytes wrappedKey;
};

Message messageOf(const QJsonArray& envelope)
{
    const QJsonObject header = envelope[0].toObject();
    const QJsonObject trailer = envelope[2].toObject();
    const Bytes body = base64url(QJsonObject{{"body", envelope[1]}}, "body");
    const Message message{sha512(body), sha512(base64url(header, "ContentMetaData")),
                          base64url(trailer["signatures"].toArray()[0].toObject(), "witness"),
                          base64url(header["recipients"].toArray()[0].toObject(), "wmk")};
    if (message.payloadDigest != base64url(trailer, "PayloadDigest"))
        QTest::qFail("the digest of the payload is wrong", __FILE__, __LINE__);
    return message;
}

/// Request and response of a mutually authenticated exchange, computed by both sides.
void checkMutualAuthentication(const Vector& vector)
{
    const PrivateKey client = namedKey(member(vector.inputs, "client"));
    const PrivateKey server = namedKey(member(vector.inputs, "server"));
    const PrivateKey clientEphemeral = keyOfSeed(Curve::Ed448, hex(vector.inputs, "client_ephemeral_seed"));
    const PrivateKey serverEphemeral = keyOfSeed(Curve::Ed448, hex(vector.inputs, "server_ephemeral_seed"));
    const PublicKey clientBoth = combine(client.publicKey(), clientEphemeral.publicKey()).value();
    const PublicKey serverBoth = combine(server.publicKey(), serverEphemeral.publicKey()).value();

    const Secret requestSecret = combine(client, clientEphemeral)->agree(server.publicKey()).value();
    QCOMPARE(toHex(requestSecret), member(vector.expected, "z_request"));
    QVERIFY(server.agree(clientBoth).value() == requestSecret);
    const Secret responseSecret = combine(server, serverEphemeral)->agree(clientBoth).value();
    QCOMPARE(toHex(responseSecret), member(vector.expected, "z_response"));
    QVERIFY(combine(client, clientEphemeral)->agree(serverBoth).value() == responseSecret);

    const Bytes masterKey = hex(vector.inputs, "master_key");
    const Message request = messageOf(vector.expected["request"].toArray());
    QCOMPARE(toHex(unwrapKey(hkdfSha512(requestSecret, {}, "master", 32), request.wrappedKey).value()),
             toHex(masterKey));
    const Secret clientKey =
        hkdfSha256(masterKey, hex(vector.inputs, "salt"), "ClientToServerAuthenticate", 32);
    QCOMPARE(toHex(clientKey), member(vector.expected, "Kc"));
    const std::string host = text(vector.inputs, "host");
    const std::string transaction = text(vector.inputs, "transaction");
    const Secret requestTag = hmacSha512(clientKey, {request.payloadDigest, request.metaDataDigest,
                                                     bytesOf(host), Bytes{0}, bytesOf(transaction)});
    QCOMPARE(toHex(requestTag), member(vector.expected, "auth_request"));
    QCOMPARE(toHex(request.authenticator), toHex(requestTag));

    const Bytes responseMasterKey = hex(vector.inputs, "response_master_key");
    const Message response = messageOf(vector.expected["response"].toArray());
    QCOMPARE(toHex(unwrapKey(hkdfSha512(responseSecret, {}, "master", 32), response.wrappedKey).value()),
             toHex(responseMasterKey));
    const Secret serverKey =
        hkdfSha256(responseMasterKey, hex(vector.inputs, "response_salt"), "ServerToClientAuthenticate", 32);
    QCOMPARE(toHex(serverKey), member(vector.expected, "Ks"));
    const Bytes requestTagDigest = sha512(requestTag);
    const Secret responseTag =
        hmacSha512(serverKey, {response.payloadDigest, response.metaDataDigest, requestTagDigest});
    QCOMPARE(toHex(responseTag), member(vector.expected, "auth_response"));
    QCOMPARE(toHex(response.authenticator), toHex(responseTag));

    QCOMPARE(toHex(hkdfSha256(concat(masterKey, responseMasterKey), {}, "ticket", 32)),
             member(vector.expected, "ticket_master"));
}

} // namespace

void registerMutualAuthenticationChecks(VectorRegistry& registry)
{
    registry.add(
        "mutual authentication",
        [](const Vector& v) {
            return has(v.inputs, {"client_ephemeral_seed", "server_ephemeral_seed"});
        },
        checkMutualAuthentication);
}

} // namespace mmm::vectors
