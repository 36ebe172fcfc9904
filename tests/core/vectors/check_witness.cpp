#include "checks.h"
#include "key_helpers.h"

#include "udf/witness.h"

namespace mmm::vectors {

namespace {

crypto::PublicKey namedKey(const QString& name)
{
    const QJsonObject keys = findVector("derived-keys").expected;
    const QString bare = name.section(' ', 0, 0);
    const Bytes encoded = hex(keys[bare].toObject(), "public");
    return publicKeyOf(signingCurve(encoded), encoded);
}

void checkSaltedPin(const Vector& vector)
{
    const auto pin = udf::SecretUdf::parse(text(vector.inputs, "pin"));
    QVERIFY(pin);
    QCOMPARE(toQt(pin->text().text()), member(vector.inputs, "pin"));
    QCOMPARE(toHex(pin->data()), member(vector.inputs, "pin_bds"));
    const udf::PinProof proof(pin->data(), text(vector.inputs, "action"));
    QCOMPARE(toQt(proof.saltedPin().text()), member(vector.expected, "salted_pin"));
}

/// The name of a PIN from its salted form; two published ones are computed from something else.
void checkPinName(const Vector& vector)
{
    const auto proof = udf::PinProof::fromSaltedPin(text(vector.inputs, "salted_pin"));
    QVERIFY(proof);
    const QString computed = toQt(proof->pinUdf(text(vector.inputs, "account")).text());
    if (vector.expected.contains("computed")) {
        QCOMPARE(computed, member(vector.expected, "computed"));
        QVERIFY(computed != member(vector.expected, "pin_id"));
    } else {
        QCOMPARE(computed, member(vector.expected, "pin_id"));
    }
    if (!vector.expected.contains("pin_witness"))
        return;
    const Bytes nonce = hex(vector.inputs, "client_nonce");
    const Bytes digest = hex(vector.inputs, "payload_digest");
    const std::string account = text(vector.inputs, "account");
    const Bytes witness = hex(vector.expected, "pin_witness");
    QCOMPARE(toHex(proof->witness(account, nonce, digest).value()), toHex(witness));
    QVERIFY(proof->verifyWitness(witness, account, nonce, digest));
    QVERIFY(!proof->verifyWitness(witness, account + "x", nonce, digest));
}

/// A PIN with all that is computed from it.
void checkPin(const Vector& vector)
{
    const auto pin = udf::SecretUdf::parse(text(vector.inputs, "pin"));
    QVERIFY(pin);
    QCOMPARE(toHex(pin->data()), member(vector.inputs, "pin_bds"));
    const udf::PinProof proof(pin->data(), udf::pinActionDevice);
    QCOMPARE(toQt(proof.saltedPin().text()), member(vector.expected, "salted_pin"));
    const std::string account = text(vector.inputs, "account");
    QCOMPARE(toQt(proof.pinUdf(account).text()), member(vector.expected, "PinUDF"));
    const Bytes clientNonce = hex(vector.inputs, "client_nonce");
    const Bytes serverNonce = hex(vector.inputs, "server_nonce");
    QCOMPARE(toHex(proof.witness(account, clientNonce, hex(vector.inputs, "payload_digest")).value()),
             member(vector.expected, "PinWitness"));
    const crypto::PublicKey mesh = namedKey(member(vector.inputs, "mesh"));
    const Bytes adminWitness = hex(vector.expected, "AdminWitness");
    QCOMPARE(toHex(proof.adminWitness(mesh, clientNonce, serverNonce).value()), toHex(adminWitness));
    QVERIFY(proof.verifyAdminWitness(adminWitness, mesh, clientNonce, serverNonce));
    QVERIFY(!proof.verifyAdminWitness(adminWitness, mesh, serverNonce, clientNonce));
}

void checkConnectionWitness(const Vector& vector)
{
    const Bytes serverNonce = hex(vector.inputs, "server_nonce");
    const Bytes clientNonce = hex(vector.inputs, "client_nonce");
    const bool named = vector.inputs.contains("mesh");
    const std::string witness =
        named ? udf::connectionWitness(namedKey(member(vector.inputs, "mesh")), serverNonce,
                                       namedKey(member(vector.inputs, "device")), clientNonce)
              : udf::connectionWitness(hex(vector.inputs, "authority_udf_bytes64"), serverNonce,
                                       hex(vector.inputs, "device_udf_bytes64"), clientNonce);
    QCOMPARE(toQt(witness), member(vector.expected, "witness"));
    if (named)
        return;
    // the fingerprints that the witness is made of begin with those that are printed
    for (const char* party : {"authority", "device"}) {
        const Bytes octets = hex(vector.inputs, qPrintable(QString("%1_udf_bytes64").arg(party)));
        const udf::Udf whole = udf::Udf::whole(udf::Type(octets[0]), BytesView(octets).subspan(1));
        const auto printed = udf::Udf::parse(text(vector.inputs, qPrintable(QString("%1_udf").arg(party))));
        QVERIFY(printed && udf::matchesForTrust(whole, *printed));
    }
}

} // namespace

void registerWitnessChecks(VectorRegistry& registry)
{
    registry.add(
        "salted PIN",
        [](const Vector& v) {
            return has(v.inputs, {"pin", "action"});
        },
        checkSaltedPin);
    registry.add(
        "name of a PIN",
        [](const Vector& v) {
            return has(v.inputs, {"salted_pin", "account"}) && has(v.expected, {"pin_id"});
        },
        checkPinName);
    registry.add(
        "PIN",
        [](const Vector& v) {
            return has(v.inputs, {"pin", "account"}) && has(v.expected, {"PinUDF"});
        },
        checkPin);
    registry.add(
        "connection witness",
        [](const Vector& v) {
            return has(v.inputs, {"server_nonce", "client_nonce"}) && has(v.expected, {"witness"});
        },
        checkConnectionWitness);
}

} // namespace mmm::vectors
