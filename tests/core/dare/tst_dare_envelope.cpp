#include "dare/content_cipher.h"
#include "dare/eds.h"
#include "dare/envelope.h"
#include "dare_test.h"
#include "udf/fingerprint.h"

using namespace mmm;
using namespace mmm::dare;
using namespace mmm::dare::test;
using crypto::Curve;
using crypto::PrivateKey;

class TestDareEnvelope : public QObject
{
    Q_OBJECT

    const PrivateKey m_alice = PrivateKey::generate(Curve::Ed448);
    const PrivateKey m_bob = PrivateKey::generate(Curve::Ed448);
    const Secret m_payload = payloadOf("{\"Hello\":\"wörld\"}");

    static Envelope changed(const Envelope& envelope, const char* before, const char* after)
    {
        QByteArray json = show(envelope.toJson());
        const QByteArray original = json;
        json.replace(before, after);
        if (json == original)
            qFatal("nothing to replace");
        return Envelope::parse(bytesOf(json.toStdString())).value();
    }

private slots:
    void plainEnvelopeComesBackAsItWas()
    {
        SealOptions options;
        options.meta.emplace().contentType = "application/mmm";
        const Envelope envelope = seal(m_payload, options).value();
        const QByteArray body =
            show(m_payload).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(show(envelope.toJson()),
                 QByteArray("[{\"ContentMetaData\":\"eyJjdHkiOiJhcHBsaWNhdGlvbi9tbW0ifQ\"},\"") + body +
                     "\"]");
        const Envelope again = Envelope::parse(envelope.toJson()).value();
        QVERIFY(again == envelope);
        QCOMPARE(again.contentMeta()->contentType, std::string("application/mmm"));
        QCOMPARE(show(again.open(KeyRing()).value()), show(m_payload));
        QVERIFY(!again.openAll(KeyRing())->wasEncrypted);
    }

    void headerTextIsKeptOctetForOctet()
    {
        const std::string text = "[ { \"later\" : 1.50,\n\"cty\":\"a\\/b\"} , \"QUJD\",{ } ]";
        const Envelope envelope = Envelope::parse(bytesOf(text)).value();
        QCOMPARE(show(envelope.toJson()),
                 QByteArray("[{ \"later\" : 1.50,\n\"cty\":\"a\\/b\"},\"QUJD\",{ }]"));
        QCOMPARE(envelope.contentMeta()->contentType, std::string("a/b"));
    }

    void foldedValuesAreReadAndPrintedStrictly()
    {
        // the reference program folds long values over lines, within the string
        const std::string text = "[{\"dig\":\"S512\"},\n\"QU\r\n  JD\",{\"PayloadDigest\":\"AQ\n  ID\"}]";
        const Envelope envelope = Envelope::parse(bytesOf(text)).value();
        QCOMPARE(show(envelope.body()), QByteArray("ABC"));
        QCOMPARE(envelope.trailer().payloadDigest, (Bytes{1, 2, 3}));
        const Bytes printed = envelope.toJson();
        QVERIFY(encoding::JsonDocument::parse(printed));
        const Envelope again = Envelope::parse(printed).value();
        QCOMPARE(again.trailer().payloadDigest, envelope.trailer().payloadDigest);
    }

    void objectFormIsRead()
    {
        const std::string text =
            R"({"DareEnvelopeSequence":{"Header":{"dig":"S512"},"Body":"QUJD","Trailer":{}}})";
        QCOMPARE(show(Envelope::parse(bytesOf(text))->body()), QByteArray("ABC"));
    }

    void malformedEnvelopesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char* json :
             {"", "[]", "{}", "[1]", "[{},1]", "[{},\"*\"]", "[{},\"\",[]]", "[{},\"\",{},{}]",
              "[{\"enc\":1}]", "[{\"Salt\":\"*\"}]", "[{},\"QUJD\"", "{\"DareEnvelopeSequence\":{}}", "null",
              "[{\"signatures\":[{\"signature\":\"AA\"}]},\"\",{\"signatures\":[{\"signature\":\"AA\"}]}]",
              "[{\"PayloadDigest\":\"AA\"},\"\",{\"PayloadDigest\":\"AQ\"}]"})
            QTest::newRow(json) << QByteArray(json);
    }
    void malformedEnvelopesAreRefused()
    {
        QFETCH(const QByteArray, json);
        QVERIFY(!Envelope::parse(bytesOf(json.toStdString())));
    }

    void anEnvelopeInARecordIsAbsentWhenEmpty()
    {
        using Codec = encoding::Codec<Envelope>;
        QVERIFY(Codec::absent(Envelope()));
        const Envelope envelope = seal(m_payload, {}).value();
        QVERIFY(!Codec::absent(envelope));
        encoding::JsonWriter writer;
        Codec::write(writer, envelope);
        const Bytes text = writer.takeBytes();
        const auto document = encoding::JsonDocument::parse(text).value();
        QVERIFY(Codec::read(document.root()).value() == envelope);
    }

    void everyCurveReceives_data()
    {
        QTest::addColumn<Curve>("curve");
        for (const Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448})
            QTest::newRow(std::string(crypto::curveName(curve)).c_str()) << curve;
    }
    void everyCurveReceives()
    {
        QFETCH(const Curve, curve);
        auto key = std::make_shared<const PrivateKey>(PrivateKey::generate(curve));
        SealOptions options;
        options.recipients = {m_bob.publicKey(), key->publicKey()};
        options.signers = {&m_alice};
        const Envelope envelope = seal(m_payload, options).value();
        QVERIFY(!show(envelope.toJson()).contains(show(m_payload)));
        KeyRing ring;
        ring.add(key);
        QCOMPARE(show(envelope.open(ring).value()), show(m_payload));
        KeyRing other;
        other.add(m_alice.clone());
        QCOMPARE(faultOf(envelope.open(other)), std::optional(Fault::CannotDecrypt));
    }

    void signaturesNameTheirSigner()
    {
        SealOptions options;
        options.signers = {&m_alice, &m_bob};
        const Envelope envelope = Envelope::parse(seal(m_payload, options)->toJson()).value();
        QVERIFY(envelope.verify(m_alice.publicKey()));
        QVERIFY(envelope.verify(m_bob.publicKey()));
        QCOMPARE(envelope.signerIds(), (std::vector{udf::fingerprint(m_alice.publicKey()).text(),
                                                    udf::fingerprint(m_bob.publicKey()).text()}));
        const PrivateKey eve = PrivateKey::generate(Curve::Ed448);
        QCOMPARE(faultOf(envelope.verify(eve.publicKey())), std::optional(Fault::Missing));
    }

    void signatureWithoutNameIsTried()
    {
        SealOptions options;
        options.signers = {&m_alice};
        const Envelope signedOne = seal(m_payload, options).value();
        Trailer trailer = signedOne.trailer();
        trailer.signatures[0].kid.clear();
        const auto anonymous = Envelope::assemble(signedOne.header(), copyOf(signedOne.body()), trailer);
        QVERIFY(anonymous.verify(m_alice.publicKey()));
        QCOMPARE(faultOf(anonymous.verify(m_bob.publicKey())), std::optional(Fault::BadSignature));
    }

    void alteredBodyIsNoticed()
    {
        SealOptions options;
        options.signers = {&m_alice};
        const Envelope envelope = seal(m_payload, options).value();
        Bytes body = copyOf(envelope.body());
        body[3] ^= 1;
        const auto altered =
            Envelope::fromRecords(envelope.headerOctets(), body, envelope.trailerOctets()).value();
        QCOMPARE(faultOf(altered.verifyDigest()), std::optional(Fault::Damaged));
        QCOMPARE(faultOf(altered.verify(m_alice.publicKey())), std::optional(Fault::Damaged));
        QCOMPARE(faultOf(altered.open(KeyRing())), std::optional(Fault::Damaged));

        // with a digest that fits the altered body only the signature can tell
        Trailer trailer = envelope.trailer();
        trailer.payloadDigest = crypto::sha512(body);
        const auto forged = Envelope::assemble(envelope.header(), body, trailer);
        QVERIFY(forged.verifyDigest());
        QCOMPARE(faultOf(forged.verify(m_alice.publicKey())), std::optional(Fault::BadSignature));
    }

    void aStrangersSignatureOverTheCiphertextIsRefused()
    {
        SealOptions options;
        options.recipients = {m_bob.publicKey()};
        const Envelope envelope = seal(m_payload, options).value();
        KeyRing ring;
        ring.add(m_bob.clone());
        QVERIFY(envelope.open(ring));

        // Eve signs what she cannot read
        const PrivateKey eve = PrivateKey::generate(Curve::Ed448);
        Trailer trailer;
        trailer.payloadDigest = crypto::sha512(envelope.body());
        trailer.signatures.push_back(signDigest(trailer.payloadDigest, eve).value());
        const auto stolen = Envelope::assemble(envelope.header(), copyOf(envelope.body()), trailer);
        QVERIFY(stolen.verify(eve.publicKey()));
        QCOMPARE(faultOf(stolen.open(ring)), std::optional(Fault::BadSignature));
        trailer.signatures[0].witness = Bytes(32, 7);
        const auto guessed = Envelope::assemble(envelope.header(), copyOf(envelope.body()), trailer);
        QCOMPARE(faultOf(guessed.open(ring)), std::optional(Fault::BadSignature));
    }

    void groupKeysAreFoundByAddress()
    {
        auto group = std::make_shared<const PrivateKey>(PrivateKey::generate(Curve::X448));
        const std::string udf = udf::fingerprint(group->publicKey()).text();
        SealOptions options;
        options.recipients = {{group->publicKey(), udf + "@example.com", "team@example.com"}};
        const Envelope envelope = Envelope::parse(seal(m_payload, options)->toJson()).value();
        QCOMPARE(envelope.header().recipients[0].account, std::string("team@example.com"));
        KeyRing byFingerprint;
        byFingerprint.add(group);
        QVERIFY(envelope.open(byFingerprint));

        options.recipients = {{group->publicKey(), "team@example.com"}};
        const Envelope addressed = seal(m_payload, options).value();
        QCOMPARE(faultOf(addressed.open(byFingerprint)), std::optional(Fault::CannotDecrypt));
        KeyRing byAddress;
        byAddress.add(group, "team@example.com");
        QCOMPARE(show(addressed.open(byAddress).value()), show(m_payload));
    }

    void identifiersOfOtherGenerationsFindTheKey()
    {
        auto key = std::make_shared<const PrivateKey>(PrivateKey::generate(Curve::Ed25519));
        KeyRing ring;
        ring.add(key);
        QCOMPARE(ring.find(udf::fingerprintLegacy(key->publicKey()).text()), key.get());
        QCOMPARE(ring.find(udf::fingerprint(key->publicKey(), 260).text()), key.get());
        QCOMPARE(ring.find(udf::fingerprint(key->publicKey(), 100).text()), nullptr);
        QCOMPARE(ring.find(""), nullptr);
        QCOMPARE(ring.find("@"), nullptr);
    }

    void locatorContentNeedsTheMasterKey()
    {
        SealOptions options;
        options.masterKey = SharedSecret(Secret(patternOf(18)));
        options.signers = {&m_alice};
        const Envelope envelope = seal(m_payload, options).value();
        QVERIFY(envelope.header().recipients.empty());
        QCOMPARE(faultOf(envelope.open(KeyRing())), std::optional(Fault::CannotDecrypt));
        KeyRing ring;
        ring.setMasterKey(Secret(patternOf(18)));
        QCOMPARE(show(envelope.open(ring).value()), show(m_payload));
    }

    void annotationsAndCloakedMetaAreForRecipientsOnly()
    {
        SealOptions options;
        options.recipients = {m_bob.publicKey()};
        options.annotations = {SharedSecret(payloadOf("Subject: the launch")), SharedSecret(payloadOf("x"))};
        options.meta.emplace().uniqueId = "the-secret-name";
        options.cloakMeta = true;
        const Envelope envelope = seal(m_payload, options).value();
        QVERIFY(envelope.contentMeta()->uniqueId.empty());
        QCOMPARE(envelope.header().annotations.size(), std::size_t(2));
        KeyRing ring;
        ring.add(m_bob.clone());
        const Opened opened = envelope.openAll(ring).value();
        QCOMPARE(opened.meta.uniqueId, std::string("the-secret-name"));
        QCOMPARE(show(opened.annotations.at(0)), QByteArray("Subject: the launch"));
        QCOMPARE(show(opened.annotations.at(1)), QByteArray("x"));
        QCOMPARE(show(opened.payload), show(m_payload));

        options.recipients.clear();
        QVERIFY(!seal(m_payload, options)); // nothing to cloak with
    }

    void edsPrefixesCountInLittleEndian()
    {
        QCOMPARE(edsPrefix(1), (Bytes{1}));
        QCOMPARE(edsPrefix(255), (Bytes{255}));
        QCOMPARE(edsPrefix(256), (Bytes{0, 1}));
    }

    void edsItemsMayComeInChunks()
    {
        const Bytes chunked{0x88, 0, 0x8C, 2, 'a', 'b', 0x8D, 0, 1, 'c', 0x88, 1, 'd'};
        QCOMPARE(show(parseEds(chunked)->body), QByteArray("abcd"));
        const Bytes whole = writeEds({}, bytesOf("abcd"));
        QCOMPARE(show(parseEds(whole)->body), QByteArray("abcd"));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            // without its empty tag it is still an EDS, as others write it
            QCOMPARE(parseEds(BytesView(whole).first(size)).has_value(), size == whole.size() - 2);
        }
        const Bytes huge{0x8B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1};
        QVERIFY(!parseEds(huge));
    }

    void authenticatedEdsBodyIsRead()
    {
        const Bytes masterKey = patternOf(32);
        Header header;
        header.encryption = "A256CBC-HS512";
        header.salt = patternOf(16);
        const ContentKeys keys = deriveContentKeys(masterKey, header.salt, Cipher::Aes256CbcHmac).value();
        const Bytes ciphertext = crypto::encryptCbc(keys.encryption, keys.iv, m_payload).value();
        const Secret tag = crypto::hmacSha512(keys.mac, ciphertext);
        const Bytes body = writeEds({}, ciphertext, tag);
        Trailer trailer;
        trailer.payloadDigest = crypto::sha512(ciphertext);
        KeyRing ring;
        ring.setMasterKey(Secret(masterKey));
        const Envelope envelope = Envelope::assemble(header, body, trailer);
        QCOMPARE(show(envelope.open(ring).value()), show(m_payload));
        trailer.payloadDigest.clear();
        const Bytes untagged = writeEds({}, ciphertext);
        QCOMPARE(faultOf(Envelope::assemble(header, untagged, trailer).open(ring)),
                 std::optional(Fault::CannotDecrypt));
    }

    void erasedEnvelopeStaysClosed()
    {
        SealOptions options;
        options.recipients = {m_bob.publicKey()};
        options.signers = {&m_alice};
        const Envelope envelope = seal(m_payload, options).value();
        const Envelope gone = erased(envelope);
        QVERIFY(gone.header().salt.empty());
        QCOMPARE(gone.header().malt, crypto::sha512(envelope.header().salt));
        QVERIFY(gone.verify(m_alice.publicKey()));
        KeyRing ring;
        ring.add(m_bob.clone());
        QVERIFY(!gone.open(ring));
    }

    void unknownAlgorithmsAreRefusedWithoutHarm()
    {
        SealOptions options;
        options.recipients = {m_bob.publicKey()};
        options.digest = true;
        const Envelope envelope = seal(m_payload, options).value();
        KeyRing ring;
        ring.add(m_bob.clone());
        const Envelope unknown = changed(envelope, "\"A256CBC\"", "\"A256GCM\"");
        QCOMPARE(faultOf(unknown.open(ring)), std::optional(Fault::Unsupported));
        // an unknown digest spoils signatures, not the content
        const Envelope digest = changed(envelope, "\"S512\"", "\"MD4\"");
        QCOMPARE(faultOf(digest.verifyDigest()), std::optional(Fault::Unsupported));
        QVERIFY(digest.open(ring));
    }

    void keyObjectsGoThereAndBack()
    {
        for (const Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448}) {
            const PrivateKey key = PrivateKey::generate(curve);
            QVERIFY(toPublicKey(fromPublicKey(key.publicKey())).value() == key.publicKey());
            QVERIFY(toPrivateKey(fromPrivateKey(key))->publicKey() == key.publicKey());
            const PrivateKey scalarOnly = PrivateKey::fromScalar(curve, key.scalar()).value();
            const Key object = fromPrivateKey(scalarOnly);
            QVERIFY(!std::get<PrivateKeyECDH>(object).scalar.secret.empty());
            QVERIFY(toPrivateKey(object)->publicKey() == key.publicKey());
        }
        QCOMPARE(faultOf(toPublicKey(Key())), std::optional(Fault::Missing));
        QCOMPARE(faultOf(toPublicKey(PublicKeyRSA())), std::optional(Fault::Unsupported));
        PrivateKeyECDH contradictory = std::get<PrivateKeyECDH>(fromPrivateKey(m_alice));
        contradictory.publicOctets = m_bob.publicKey().raw();
        QCOMPARE(faultOf(toPrivateKey(contradictory)), std::optional(Fault::Contradiction));
    }
};

QTEST_GUILESS_MAIN(TestDareEnvelope)
#include "tst_dare_envelope.moc"
