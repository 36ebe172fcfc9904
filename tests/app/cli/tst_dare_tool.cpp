#include "core/dare/dare_test.h"
#include "crypto/derive.h"
#include "dare/binding.h"
#include "dare/sequence_keys.h"
#include "udf/udf.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace mmm;
using namespace mmm::dare;
using namespace mmm::dare::test;
using crypto::Curve;
using crypto::PrivateKey;

Q_DECLARE_METATYPE(mmm::dare::ContainerType)

/// The program `dare`, run as a person runs it, on files as others write them.
class TestDareTool : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QByteArray output;
        QByteArray complaint;
        // const, because a reference to a value is another type without all ways of access
        const QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    };

    QTemporaryDir m_folder;
    const PrivateKey m_alice = PrivateKey::generate(Curve::Ed448);
    const PrivateKey m_bob = PrivateKey::generate(Curve::Ed448);

    static Outcome run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(qEnvironmentVariable("DARE_TOOL"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString().toUtf8()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QString write(const QString& name, const QByteArray& octets) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

    QString writeKey(const QString& name, const Key& key) const
    {
        encoding::JsonWriter writer;
        encoding::Codec<Key>::write(writer, key);
        return write(name, show(bytesOf(writer.text())));
    }

    /// A vector of the project's own folder.
    static const QJsonObject vectorOf(const QString& file, const QString& id)
    {
        QFile source(qEnvironmentVariable("MESH_VECTORS") + '/' + file);
        if (!source.open(QIODevice::ReadOnly))
            return {};
        for (const QJsonValue& vector : QJsonDocument::fromJson(source.readAll())["vectors"].toArray()) {
            if (vector["id"].toString() == id)
                return vector.toObject();
        }
        return {};
    }

    QString envelopeFile(const QString& id) const
    {
        const QJsonArray envelope = vectorOf("dare_envelope.json", id)["expected"]["envelope"].toArray();
        return write(id + ".json", QJsonDocument(envelope).toJson(QJsonDocument::Indented).trimmed());
    }

    QString keyOfTheDrafts(const QString& member) const
    {
        const QJsonObject inputs = vectorOf("dare_envelope.json", "dare06-encrypted")["inputs"].toObject();
        const QJsonObject key{{"crv", "Ed25519"}, {"Private", inputs[member]}};
        return write(member + ".json", QJsonDocument(QJsonObject{{"PrivateKeyECDH", key}}).toJson());
    }

private slots:
    void envelopesOfTheDraftsAreOpened_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("payload");
        const QByteArray text = "This is a test long enough to require multiple blocks";
        QTest::newRow("plain") << "dare06-plain" << text;
        QTest::newRow("encrypted") << "dare06-encrypted" << text;
        QTest::newRow("signed") << "dare06-signed" << text;
        QTest::newRow("signed and encrypted") << "dare06-signed-encrypted" << text;
        QTest::newRow("mail") << "dare06-mail-encrypted"
                              << QByteArray("The CEO told me the product launch is today. Tell no-one!");
    }
    void envelopesOfTheDraftsAreOpened()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, payload);
        const QString file = envelopeFile(id);
        const Outcome opened = run({"decrypt", file, "--key", keyOfTheDrafts("enc_private_b64u")});
        QCOMPARE(opened.complaint, QByteArray());
        QCOMPARE(opened.output, payload);
        QCOMPARE(opened.code, 0);

        const bool isSigned = id.contains("signed");
        const Outcome known = run({"verify", file, "--json", "--key", keyOfTheDrafts("sign_private_b64u")});
        QCOMPARE(known.code, 0);
        QCOMPARE(known.json()["Signatures"]["Verified"].toInt(), isSigned ? 1 : 0);
        // a signature of somebody unknown is neither good nor bad
        QCOMPARE(run({"verify", file}).code, isSigned ? 4 : 0);

        const QByteArray shown = run({"inspect", file}).output;
        QCOMPARE(shown.contains("A256CBC"), id.contains("encrypted"));
        QVERIFY(!shown.contains(payload));
        const QJsonObject header = run({"inspect", "--json", file}).json()["Header"].toObject();
        QCOMPARE(header, vectorOf("dare_envelope.json", id)["expected"]["envelope"][0].toObject());
    }

    void aForgedEnvelopeIsNotGood()
    {
        SealOptions options;
        options.signers = {&m_alice};
        const QString key = writeKey("alice-public.json", fromPublicKey(m_alice.publicKey()));
        QByteArray json = show(seal(bytesOf("pay 10"), options)->toJson());
        QCOMPARE(run({"verify", write("good", json), "--key", key}).code, 0);
        json.replace(QByteArray("pay 10").toBase64(), QByteArray("pay 99").toBase64());
        const Outcome altered = run({"verify", write("altered", json), "--key", key});
        QCOMPARE(altered.code, 1);
        QVERIFY(altered.output.contains("does not match its digest"));
    }

    void keysOfOthersDoNotOpen()
    {
        SealOptions options;
        options.recipients = {m_bob.publicKey()};
        const QString file = write("for-bob", show(seal(bytesOf("for Bob"), options)->toJson()));
        const QString alice = writeKey("alice.json", fromPrivateKey(m_alice));
        const QString bob = writeKey("bob.json", fromPrivateKey(m_bob));
        const Outcome refused = run({"decrypt", file, "--key", alice});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.output.isEmpty());
        QVERIFY(refused.complaint.contains("encrypted for other keys"));
        QCOMPARE(run({"decrypt", file}).code, 1);
        QCOMPARE(run({"decrypt", file, "--key", alice, "--key", bob}).output, QByteArray("for Bob"));
        // also by way of the standard input, so that the key need not be on disk
        QFile key(bob);
        QVERIFY(key.open(QIODevice::ReadOnly));
        QCOMPARE(run({"decrypt", file, "--key", "-"}, key.readAll()).output, QByteArray("for Bob"));
    }

    void udfKeysOpen()
    {
        const auto symmetric = udf::SecretUdf::key(16);
        SealOptions options;
        options.masterKey = SharedSecret(Secret(symmetric.data()));
        const QString locator = write("locator", show(seal(bytesOf("a file"), options)->toJson()));
        const QByteArray text = show(symmetric.text());
        QCOMPARE(run({"decrypt", locator, "--key", "-"}, text + "\n").output, QByteArray("a file"));

        const auto seed = crypto::DerivationSeed::generate(crypto::DerivedAlgorithm::MeshProfileDevice);
        const auto keys = crypto::deriveDeviceProfileKeys(seed).value();
        options = {};
        options.recipients = {keys.encryption.publicKey()};
        const QString device = write("device", show(seal(bytesOf("a device's"), options)->toJson()));
        const auto udf = udf::SecretUdf::whole(udf::Type::DerivationSeed, seed.octets());
        QCOMPARE(run({"decrypt", device, "--key", "-"}, show(udf.text())).output, QByteArray("a device's"));
    }

    void containersOfEveryTypeAreRead_data()
    {
        QTest::addColumn<ContainerType>("type");
        for (const ContainerType type : {ContainerType::List, ContainerType::Digest, ContainerType::Chain,
                                         ContainerType::Tree, ContainerType::Merkle})
            QTest::newRow(std::string(containerTypeName(type)).c_str()) << type;
    }
    void containersOfEveryTypeAreRead()
    {
        QFETCH(const ContainerType, type);
        MemoryFile file;
        const Exchange exchange = makeExchange({m_bob.publicKey()}).value();
        SequenceWriter writer = SequenceWriter::create(file, type, exchange.header).value();
        for (const std::string payload : {"one", "two", "three"}) {
            Header header;
            ContentMeta meta;
            meta.uniqueId = "id-" + payload;
            meta.event = "New";
            header.setContentMeta(meta);
            const Bytes body = encryptFrame(exchange.masterKey, 0, bytesOf(payload), header).value();
            QVERIFY(writer.append(header, body));
        }
        const QString path = write("container", show(file.octets()));
        const QString key = writeKey("bob.json", fromPrivateKey(m_bob));
        const Outcome shown = run({"inspect", path});
        QCOMPARE(shown.code, 0);
        QVERIFY(shown.output.contains(QByteArray::fromStdString(std::string(containerTypeName(type)))));
        QVERIFY(shown.output.contains("id-two"));
        const QJsonArray frames = run({"inspect", "--json", path}).json()["Frames"].toArray();
        QCOMPARE(frames.size(), 4);
        QCOMPARE(frames[3]["Header"]["ContainerInfo"]["Index"].toInt(), 3);
        QCOMPARE(run({"verify", path}).code, 0);
        QCOMPARE(run({"decrypt", path, "--key", key}).output, QByteArray("one\ntwo\nthree\n"));
        QCOMPARE(run({"decrypt", path, "--key", key, "--frame", "2"}).output, QByteArray("two"));
        const Outcome lines = run({"decrypt", path, "--json", "--key", key});
        QCOMPARE(QJsonDocument::fromJson(lines.output.split('\n').at(2))["Text"].toString(), "three");
        QCOMPARE(run({"decrypt", path, "--key", key, "--frame", "9"}).code, 1);

        // damage in the middle is named, and the rest is shown
        file.octets()[std::size_t(SequenceReader::open(file)->frame(2)->position)] = 0;
        const QString damaged = write("damaged", show(file.octets()));
        QVERIFY(run({"inspect", damaged}).output.contains("damaged: "));
        QCOMPARE(run({"verify", damaged}).code, 1);
        QCOMPARE(run({"decrypt", damaged, "--key", key}).output, QByteArray("one\nthree\n"));
    }

    void containersOfTheDraftsAreRead()
    {
        const QJsonObject list =
            vectorOf("dare_container.json", "container-list-2frames")["expected"].toObject();
        const QString file = write("list.dare", QByteArray::fromHex(list["frame0"].toString().toLatin1() +
                                                                    list["frame1"].toString().toLatin1()));
        QCOMPARE(run({"verify", file}).code, 0);
        QCOMPARE(run({"decrypt", file, "--frame", "1"}).output.size(), 300);
        for (const char* id : {"derived-container-merkle", "derived-container-chain"}) {
            const QString hex = vectorOf("derived_container.json", id)["expected"]["file"].toString();
            const QString path = write(id, QByteArray::fromHex(hex.toLatin1()));
            QCOMPARE(run({"verify", path}).code, 0);
            const QByteArray shown = run({"inspect", path}).output;
            QVERIFY(shown.contains("ftp:example.com"));
            QVERIFY(shown.contains("Delete"));
        }
    }

    void binaryHeadersAreRead()
    {
        // {"cty": JSON-B string "a/b", "ContainerInfo": {"Index": JSON-B 1}} after a first frame in text
        const Bytes first = encodeFrame(
            bytesOf(R"({"ContainerInfo":{"DataEncoding":"JSON-B","Index":0,"ContainerType":"List"}})"), {},
            {}, true);
        const QByteArray header = "{\"cty\":" + QByteArray("\x80\x03", 2) +
                                  "a/b,\"ContainerInfo\":{\"Index\":" + QByteArray("\xA0\x01", 2) + "}}";
        const Bytes second = encodeFrame(bytesOf(header.toStdString()), bytesOf("body"), {});
        const QString path = write("binary.dare", show(first) + show(second));
        const QJsonArray frames = run({"inspect", "--json", path}).json()["Frames"].toArray();
        QCOMPARE(frames[1]["Header"]["cty"].toString(), "a/b");
        QCOMPARE(run({"decrypt", path}).output, QByteArray("body\n"));
    }

    void batchSignaturesAreVerified()
    {
        MemoryFile file;
        SequenceWriter writer = SequenceWriter::create(file, ContainerType::Merkle).value();
        Header header;
        ContentMeta meta;
        meta.uniqueId = "x";
        header.setContentMeta(meta);
        Manifest manifest;
        manifest.account = "MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y-WFH4";
        manifest.container = "mmm_Bookmark";
        manifest.from = manifest.to = 1;
        manifest.chain = patternOf(64);
        Trailer trailer;
        trailer.signedData = makeSignedData(header, 1);
        trailer.signatures.push_back(signManifest(manifest, m_alice).value());
        QVERIFY(writer.append(header, bytesOf("x"), trailer));
        const QString path = write("signed.dcat", show(file.octets()));
        const QString alice = writeKey("alice-public.json", fromPublicKey(m_alice.publicKey()));
        QCOMPARE(run({"verify", path}).code, 4);
        QCOMPARE(run({"verify", path, "--key", alice}).code, 0);

        // a label that was changed after signing
        QByteArray octets = show(file.octets());
        meta.uniqueId = "y";
        const auto inBase64 = [](BytesView json) {
            return show(json).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        const QByteArray before = inBase64(header.contentMetaData);
        octets.replace(octets.indexOf(before), before.size(), inBase64(toOctets(meta)));
        const Outcome changed = run({"verify", write("changed", octets), "--key", alice});
        QCOMPARE(changed.code, 1);
        QVERIFY(changed.output.contains("frame 1: a header says other than what was signed"));
    }

    void textFromFilesCannotCommandTheTerminal()
    {
        SealOptions options;
        options.meta.emplace().filename = "a\x1B]0;x\x07\xE2\x80\xAE"
                                          "b";
        const QString file = write("escape", show(seal(bytesOf("x"), options)->toJson()));
        const QByteArray shown = run({"inspect", file}).output;
        QVERIFY(!shown.contains('\x1B'));
        QVERIFY(!shown.contains("\xE2\x80\xAE"));
        QVERIFY(shown.contains("a?]0;x??b"));
    }

    void badInputGetsAClearMessage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("message");
        const QString good = write("good.json", "[{},\"QUJD\"]");
        const QString empty = write("empty", "");
        QTest::newRow("nothing") << QStringList{} << 2 << QByteArray("say what to do");
        QTest::newRow("command") << QStringList{"open", good} << 2 << QByteArray("no command");
        QTest::newRow("no file") << QStringList{"inspect"} << 2 << QByteArray("which file?");
        QTest::newRow("two files") << QStringList{"inspect", good, good} << 2 << QByteArray("one file");
        QTest::newRow("option") << QStringList{"inspect", "--xml", good} << 2 << QByteArray("no option");
        QTest::newRow("no value") << QStringList{"verify", good, "--key"} << 2 << QByteArray("needs a value");
        QTest::newRow("number") << QStringList{"decrypt", good, "--frame", "1x"} << 2
                                << QByteArray("needs a number");
        QTest::newRow("missing") << QStringList{"inspect", m_folder.filePath("none")} << 3
                                 << QByteArray("No such file");
        QTest::newRow("folder") << QStringList{"inspect", m_folder.path()} << 3 << QByteArray("regular file");
        QTest::newRow("empty") << QStringList{"inspect", empty} << 3 << QByteArray("empty");
        QTest::newRow("text") << QStringList{"inspect", write("text", "hello")} << 3 << QByteArray("text: ");
        QTest::newRow("half") << QStringList{"verify", write("half", "\xF5\x01")} << 3
                              << QByteArray("cut off");
        QTest::newRow("no key") << QStringList{"decrypt", good, "--key", empty} << 3
                                << QByteArray("key file");
        QTest::newRow("bad key") << QStringList{"decrypt", good, "--key", write("k", "{\"A\":{}}")} << 3
                                 << QByteArray("key file");
        QTest::newRow("bad UDF") << QStringList{"decrypt", good, "--key", write("u", "NCPO-2222")} << 3
                                 << QByteArray("key file");
    }
    void badInputGetsAClearMessage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        QFETCH(const QByteArray, message);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.complaint.contains(message), outcome.complaint.constData());
        QVERIFY(outcome.output.isEmpty());
    }

    void helpAndVersion()
    {
        QVERIFY(run({"help"}).output.contains("dare inspect FILE"));
        QCOMPARE(run({"--help"}).code, 0);
        QVERIFY(run({"--version"}).output.startsWith("dare "));
    }
};

QTEST_GUILESS_MAIN(TestDareTool)
#include "tst_dare_tool.moc"
