#include "checks.h"
#include "core/dare/dare_test.h"
#include "crypto/cipher.h"
#include "dare/content_cipher.h"
#include "dare/eds.h"
#include "dare/envelope.h"
#include "udf/fingerprint.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace mmm::dare;

namespace mmm::vectors {

namespace {

crypto::Curve curveNamed(const QString& name)
{
    return crypto::curveByName(name.toStdString()).value();
}

crypto::PrivateKey privateKey(crypto::Curve curve, const QJsonObject& object, const char* member)
{
    const Bytes seed = QByteArray(member).endsWith("b64u") ? base64url(object, member) : hex(object, member);
    return crypto::PrivateKey::fromSeed(curve, Secret(seed)).value();
}

Envelope envelopeOf(const QJsonValue& value)
{
    const auto envelope = Envelope::parse(bytesOf(compact(value).toStdString()));
    if (!envelope)
        QTest::qFail(envelope.error().detail.c_str(), __FILE__, __LINE__);
    return envelope.value_or(Envelope());
}

QStringList annotationsOf(const Opened& opened)
{
    QStringList texts;
    for (const Secret& annotation : opened.annotations)
        texts.append(QString::fromUtf8(dare::test::show(annotation)));
    return texts;
}

QStringList textsOf(const QJsonValue& list)
{
    QStringList texts;
    for (const QJsonValue& item : list.toArray())
        texts.append(item.toString());
    return texts;
}

/// Compares with a member, if it is there: hex for octets, or a text.
void compareHex(const QJsonObject& expected, const char* member, BytesView octets)
{
    if (expected.contains(member))
        QCOMPARE(toHex(octets), expected[member].toString());
}

/// The payload: written in hex, or as the text itself.
void comparePayload(const QJsonObject& object, const char* member, BytesView payload)
{
    if (!object.contains(member))
        return;
    const QString written = object[member].toString();
    if (written != QString::fromUtf8(dare::test::show(payload)))
        QCOMPARE(toHex(payload), written);
}

void checkEnvelope(const Vector& vector)
{
    const Envelope envelope = envelopeOf(vector.expected["envelope"]);
    const QByteArray printed = dare::test::show(envelope.toJson());
    QCOMPARE(compact(QJsonDocument::fromJson(printed).array()), compact(vector.expected["envelope"]));
    QVERIFY(envelope.verifyDigest());
    compareHex(vector.expected, "payload_digest", envelope.payloadDigest().value());
    if (vector.inputs.contains("sign_public") && !envelope.signatures().empty()) {
        const auto signer =
            crypto::PublicKey::decode(crypto::Curve::Ed25519, hex(vector.inputs, "sign_public")).value();
        QVERIFY(envelope.verify(signer));
        QCOMPARE(QString::fromStdString(udf::fingerprint(signer).text()),
                 vector.inputs["sign_kid"].toString());
    }
    const std::string meta = text(vector.expected, "content_meta");
    if (!meta.empty())
        QCOMPARE(std::string(textOf(envelope.header().contentMetaData)), meta);
    const QJsonArray sequences = vector.expected["eds"].toArray();
    for (qsizetype i = 0; i < sequences.size(); ++i) {
        const EdsItems items = parseEds(envelope.header().annotations.at(std::size_t(i))).value();
        QCOMPARE((QStringList{toHex(items.prefix), toHex(items.body), toHex(items.tag)}),
                 textsOf(sequences[i]));
        QCOMPARE(toHex(writeEds(items.prefix, items.body, items.tag)),
                 toHex(envelope.header().annotations.at(std::size_t(i))));
    }
    if (envelope.header().isEncrypted() && !vector.inputs.contains("enc_private_b64u"))
        return; // opened by the check that knows the keys
    KeyRing keys;
    if (vector.inputs.contains("enc_private_b64u"))
        keys.add(privateKey(crypto::Curve::Ed25519, vector.inputs, "enc_private_b64u"));
    const auto opened = envelope.openAll(keys);
    QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    comparePayload(vector.inputs, "body", opened->payload);
    comparePayload(vector.expected, "body", opened->payload);
    comparePayload(vector.expected, "plaintext", opened->payload);
    compareHex(vector.expected, "master_key", opened->masterKey);
    compareHex(vector.inputs, "master_key", opened->masterKey);
    for (const QJsonObject& object : {vector.inputs, vector.expected}) {
        if (object.contains("annotations"))
            QCOMPARE(annotationsOf(*opened), textsOf(object["annotations"]));
    }
    if (vector.expected.contains("witness"))
        compareHex(vector.expected, "witness", envelope.signatures().at(0).witness);
}

/// The steps from a private key to the octets of the body.
void checkEnvelopeSteps(const Vector& vector)
{
    const Envelope envelope = envelopeOf(vector.expected["envelope"]);
    const auto key = privateKey(crypto::Curve::Ed25519, vector.inputs, "enc_private_b64u");
    QCOMPARE(toHex(key.publicKey().raw()), vector.inputs["enc_public"].toString());
    QCOMPARE(QString::fromStdString(udf::fingerprint(key.publicKey()).text()),
             vector.inputs["enc_kid"].toString());
    const Recipient& recipient = envelope.header().recipients.at(0);
    const Secret agreement = key.agree(toPublicKey(recipient.ephemeral).value()).value();
    compareHex(vector.expected, "key_agreement", agreement);
    compareHex(vector.expected, "wrap_key", crypto::hkdfSha512(agreement, {}, "master", 32));
    compareHex(vector.expected, "wrapped_master_key", recipient.wrappedKey);
    const Secret masterKey = unwrapMasterKey(recipient, key).value();
    const ContentKeys content = deriveContentKeys(masterKey, envelope.header().salt).value();
    compareHex(vector.expected, "encrypt_key", content.encryption);
    compareHex(vector.expected, "iv", content.iv);
    compareHex(vector.expected, "ciphertext",
               encryptBody(masterKey, envelope.header().salt, hex(vector.inputs, "body")).value());
}

/// Sealing with the given random octets makes the very envelope.
void checkSealing(const Vector& vector)
{
    const Envelope envelope = envelopeOf(vector.expected["envelope"]);
    const QJsonObject recipients = vector.inputs["recipients"].toObject();
    dare::test::ScriptedRandom random;
    random.add(hex(vector.inputs, "master_key"));
    random.add(hex(vector.inputs, "salt"));
    SealOptions options;
    for (const Recipient& recipient : envelope.header().recipients) {
        const QString name = QString::fromStdString(std::get<PublicKeyECDH>(recipient.ephemeral).curve);
        const QJsonObject values = recipients[name].toObject();
        const bool isSeed = values.contains("recipient_seed");
        const auto key =
            privateKey(curveNamed(name), values, isSeed ? "recipient_seed" : "recipient_private");
        random.add(hex(values, isSeed ? "ephemeral_seed" : "ephemeral_private"));
        options.recipients.emplace_back(key.publicKey());

        const Secret agreement = key.agree(toPublicKey(recipient.ephemeral).value()).value();
        compareHex(values, "z", agreement);
        compareHex(values, "wrap_key", crypto::hkdfSha512(agreement, {}, "master", 32));
        compareHex(values, "wmk", recipient.wrappedKey);
        compareHex(values, "recipient_public", key.publicKey().raw());
        KeyRing keys;
        keys.add(key.clone());
        const auto opened = envelope.openAll(keys);
        QVERIFY2(opened, qPrintable(name));
        comparePayload(vector.inputs, "plaintext", opened->payload);
        compareHex(vector.inputs, "master_key", opened->masterKey);
    }
    // "name (id of the vector with the keys)"
    static const QRegularExpression reference("^(.*) \\((.*)\\)$");
    const auto match = reference.match(vector.inputs["signer"].toString());
    QVERIFY(match.hasMatch());
    const QJsonObject signerKeys = findVector(match.captured(2)).expected[match.captured(1)].toObject();
    const auto signer = privateKey(crypto::Curve::Ed448, signerKeys, "seed");
    options.signers = {&signer};

    const auto made = seal(hex(vector.inputs, "plaintext"), options, random);
    QVERIFY(made);
    QVERIFY(random.isUsedUp());
    QCOMPARE(std::string(textOf(made->toJson())), text(vector.expected, "envelope_text"));
    QVERIFY(made->verify(signer.publicKey()));
    compareHex(vector.expected, "ciphertext", made->body());
    compareHex(vector.expected, "payload_digest", made->trailer().payloadDigest);
    compareHex(vector.expected, "signature", made->signatures().at(0).signature);
    compareHex(vector.expected, "witness", made->signatures().at(0).witness);
    const ContentKeys content =
        deriveContentKeys(hex(vector.inputs, "master_key"), hex(vector.inputs, "salt"), Cipher::Aes256CbcHmac)
            .value();
    compareHex(vector.expected, "encrypt_key", content.encryption);
    compareHex(vector.expected, "iv", content.iv);
    compareHex(vector.expected, "mac_key", content.mac);
}

/// An envelope for a group, opened with an agreement that member and service made together.
void checkGroupEnvelope(const Vector& vector)
{
    const Envelope envelope = envelopeOf(vector.inputs["envelope"]);
    const auto masterKey =
        unwrapWithAgreement(envelope.header().recipients.at(0), hex(vector.expected, "key_agreement_ikm"));
    QVERIFY(masterKey);
    compareHex(vector.expected, "master_key", *masterKey);
    comparePayload(vector.expected, "plaintext", envelope.openWith(*masterKey)->payload);
}

/// A header that names recipients although nothing is encrypted.
void checkPlainWithRecipients(const Vector& vector)
{
    const Header header = parseHeader(bytesOf(compact(vector.expected["header"]).toStdString())).value();
    QVERIFY(!header.isEncrypted());
    QStringList kids;
    for (const Recipient& recipient : header.recipients) {
        QVERIFY(isEmptyWrap(recipient));
        kids.append(QString::fromStdString(recipient.kid));
        QVERIFY(toPublicKey(recipient.ephemeral));
    }
    QCOMPARE(kids, textsOf(vector.expected["recipients"]));
    const std::string payload = text(vector.expected, "plaintext");
    QCOMPARE(std::string(Envelope::assemble(header, copyOf(bytesOf(payload)), {}).open(KeyRing())->text()),
             payload);
}

} // namespace

void registerDareChecks(VectorRegistry& registry)
{
    registry.add(
        "DARE envelope", [](const Vector& vector) { return vector.expected["envelope"].isArray(); },
        checkEnvelope);
    registry.add(
        "DARE encryption, step by step",
        [](const Vector& vector) {
            return vector.expected["envelope"].isArray() &&
                   has(vector.inputs, {"enc_private_b64u", "body"}) &&
                   has(vector.expected, {"wrap_key", "ciphertext"});
        },
        checkEnvelopeSteps);
    registry.add(
        "DARE sealing",
        [](const Vector& vector) {
            return vector.expected["envelope"].isArray() && vector.inputs["recipients"].isObject() &&
                   has(vector.inputs, {"master_key", "salt", "signer", "plaintext"});
        },
        checkSealing);
    registry.add(
        "DARE envelope for a group",
        [](const Vector& vector) {
            return vector.inputs["envelope"].isArray() &&
                   has(vector.expected, {"key_agreement_ikm", "master_key", "plaintext"});
        },
        checkGroupEnvelope);
    registry.add(
        "DARE header with recipients of nothing",
        [](const Vector& vector) {
            return has(vector.expected, {"header", "recipients", "plaintext"});
        },
        checkPlainWithRecipients);
    registerSequenceChecks(registry);
}

} // namespace mmm::vectors
