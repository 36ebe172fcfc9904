#include "checks.h"
#include "core/dare/dare_test.h"
#include "dare/binding.h"
#include "dare/content_cipher.h"
#include "dare/key_exchange.h"
#include "dare/sequence.h"
#include "udf/fingerprint.h"

#include <QRegularExpression>

using namespace mmm::dare;

namespace mmm::vectors {

namespace {

std::vector<QString> hexList(const QJsonValue& list)
{
    std::vector<QString> texts;
    for (const QJsonValue& item : list.toArray())
        texts.push_back(item.toString());
    return texts;
}

QString base64(BytesView octets)
{
    return dare::test::show(octets).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::vector<std::int64_t> integers(const QJsonValue& list)
{
    std::vector<std::int64_t> numbers;
    for (const QJsonValue& item : list.toArray())
        numbers.push_back(item.toInteger());
    return numbers;
}

/// Octets in hex, or described as counting up: "00..ff then 00..2b (300 bytes)".
Bytes payloadOf(const QString& description)
{
    static const QRegularExpression counting("^00\\.\\..*\\((\\d+) bytes\\)$");
    const auto match = counting.match(description);
    if (!match.hasMatch())
        return copyOf(bytesOf(QByteArray::fromHex(description.toLatin1()).toStdString()));
    Bytes octets(match.captured(1).toUInt());
    for (std::size_t i = 0; i < octets.size(); ++i)
        octets[i] = std::uint8_t(i);
    return octets;
}

/// Frames "0", "1", … in the given form: header as text, payload, and how the frame looks on disk.
void checkFrames(const Vector& vector)
{
    Bytes file;
    for (int i = 0; vector.expected.contains(QString("frame%1").arg(i)); ++i) {
        const QString number = QString::number(i);
        const Bytes octets = hex(vector.expected, qPrintable("frame" + number));
        const auto view = parseFrame(octets);
        QVERIFY2(view, view ? "" : view.error().detail.c_str());
        const std::string header = text(vector.inputs, qPrintable("header" + number));
        QCOMPARE(std::string(textOf(view->header)), header);
        const Bytes payload = payloadOf(vector.inputs["payload" + number].toString());
        QCOMPARE(toHex(view->payload), toHex(payload));
        QCOMPARE(toHex(encodeFrame(bytesOf(header), payload, {}, i == 0)), toHex(octets));
        QCOMPARE(toFrame(*view)->index(), std::int64_t(i));
        file.insert(file.end(), octets.begin(), octets.end());
    }
    const MemoryFile memory(file);
    QVERIFY(checkSequence(memory)->isGood());
    SequenceReader reader = SequenceReader::open(memory).value();
    std::int64_t index = vector.inputs.contains("header1") ? 1 : 0;
    for (; index >= 0; --index)
        QCOMPARE(reader.previous().value()->index(), index);
    QVERIFY(!reader.previous().value());
}

/// A tag of a record (one way) or of a frame (both ways), and how many octets of length follow it.
void checkFrameTag(const Vector& vector)
{
    const auto tag = std::uint8_t(vector.inputs["tag"].toInteger());
    const auto lengthSize = std::size_t(vector.expected["length_bytes"].toInteger());
    const auto withLength = [&](std::uint8_t code, std::size_t size) {
        Bytes octets{code};
        for (std::size_t i = lengthSize; i-- > 0;)
            octets.push_back(i < 8 ? std::uint8_t(std::uint64_t(size) >> (8 * i)) : 0);
        return octets;
    };
    const Bytes header = concat(Bytes{0xF0, 2}, bytesOf("{}"));
    const bool isFrame = tag >= 0xF4;
    QCOMPARE(vector.expected["kind"].toString(), QString(isFrame ? "bframe" : "uframe"));
    const Bytes record = isFrame ? header : concat(withLength(tag, 2), bytesOf("{}"));
    Bytes before = isFrame ? withLength(tag, record.size()) : Bytes{0xF4, std::uint8_t(record.size())};
    const Bytes after(before.rbegin(), before.rend());
    const Bytes octets = concat(before, record, after);
    const auto view = parseFrame(octets);
    QVERIFY2(view, view ? "" : view.error().detail.c_str());
    QCOMPARE(std::string(textOf(view->header)), std::string("{}"));
}

/// Lengths of the headers of frames that another vector of the same file gives.
void checkHeaderLengths(const Vector& vector)
{
    bool found = false;
    for (const Vector& other : allVectors()) {
        if (other.file != vector.file || !has(other.expected, {"frame0", "frame1"}))
            continue;
        found = true;
        for (const char* number : {"0", "1"}) {
            const Bytes octets = hex(other.expected, QByteArray("frame") + number);
            QCOMPARE(qint64(parseFrame(octets)->header.size()),
                     vector.expected[QString("frame%1_header_len").arg(number)].toInteger());
        }
    }
    QVERIFY2(found, "no frames to measure");
}

void checkPayloadDigest(const Vector& vector)
{
    const Bytes payload = hex(vector.inputs, "payload");
    QCOMPARE(base64(digestBody(Header(), crypto::HashAlgorithm::Sha512, payload).value()),
             vector.expected["payload_digest_b64u"].toString());
}

/// Printed digests of the reference, which do not build on each other.
void checkUnchained(const Vector& vector)
{
    const Bytes digest = hex(vector.inputs, "payload_digest");
    const auto frames = integers(vector.inputs["frames"]);
    const bool isChain = vector.expected.contains("chain_digest_b64u");
    const QJsonArray printed = vector.expected[isChain ? "chain_digest_b64u" : "tree_digest_b64u"].toArray();
    QCOMPARE(printed.size(), qsizetype(frames.size()));
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Digest512 computed = isChain ? unchainedDigest(digest) : unchainedTreeDigest(frames[i], digest);
        QCOMPARE(base64(computed), printed[qsizetype(i)].toString());
    }
}

void checkTreePositions(const Vector& vector)
{
    const auto frames = integers(vector.expected["frame_positions"]);
    const auto expected = integers(vector.expected["tree_position"]);
    TreePath path;
    for (std::size_t n = 0; n < frames.size(); ++n) {
        if (n > 0)
            QCOMPARE(std::int64_t(path.nextTreePosition().value()), expected.at(n - 1));
        path.add(std::uint64_t(frames[n]), Digest512());
    }
}

void checkPreviousFrames(const Vector& vector)
{
    std::vector<std::int64_t> previous;
    for (const std::int64_t n : integers(vector.inputs["n"]))
        previous.push_back(previousFrame(n));
    QCOMPARE(previous, integers(vector.expected["previous"]));
}

void checkExchange(const Vector& vector)
{
    Recipient recipient;
    PublicKeyECDH ephemeral;
    ephemeral.curve = "Ed25519";
    ephemeral.publicOctets = base64url(vector.inputs, "epk_b64u");
    recipient.ephemeral = ephemeral;
    recipient.wrappedKey = base64url(vector.inputs, "wmk_b64u");
    const auto key =
        crypto::PrivateKey::fromSeed(crypto::Curve::Ed25519, Secret(base64url(vector.inputs, "private_b64u")))
            .value();
    const Secret masterKey = unwrapMasterKey(recipient, key).value();
    QCOMPARE(toHex(masterKey), vector.expected["master_key"].toString());
    const QJsonArray salts = vector.inputs["salts_b64u"].toArray();
    const QJsonArray frameKeys = vector.expected["frame_keys"].toArray();
    QCOMPARE(salts.size(), frameKeys.size());
    for (qsizetype i = 0; i < salts.size(); ++i) {
        const Bytes salt = encoding::fromBase64url(salts[i].toString().toStdString()).value();
        const ContentKeys keys = deriveContentKeys(masterKey, salt).value();
        QCOMPARE(toHex(keys.encryption), frameKeys[i]["encrypt"].toString());
        QCOMPARE(toHex(keys.iv), frameKeys[i]["iv"].toString());
    }
}

/// Payloads in hex, or described as "frame 0 empty; frame n = byte n repeated 10 times, n=1..8".
std::vector<Bytes> payloadsOf(const QJsonValue& value)
{
    std::vector<Bytes> payloads;
    if (value.isArray()) {
        for (const QString& payload : hexList(value))
            payloads.push_back(payloadOf(payload));
        return payloads;
    }
    static const QRegularExpression repeated("frame 0 empty; .*repeated (\\d+) times, n=1\\.\\.(\\d+)");
    const auto match = repeated.match(value.toString());
    if (!match.hasMatch())
        return payloads;
    for (unsigned n = 0; n <= match.captured(2).toUInt(); ++n)
        payloads.emplace_back(n == 0 ? 0 : match.captured(1).toUInt(), std::uint8_t(n));
    return payloads;
}

void checkDigests(const Vector& vector)
{
    const std::vector<Bytes> payloads = payloadsOf(vector.inputs["payloads"]);
    const auto digests = hexList(vector.expected["payload_digest"]);
    QCOMPARE(payloads.size(), digests.size());
    const auto chain = hexList(vector.expected["chain_digest"]);
    const auto tree = hexList(vector.expected["tree_digest"]);
    const auto previous = integers(vector.expected["previous"]);
    std::optional<Bytes> last;
    TreePath path;
    for (std::size_t n = 0; n < payloads.size(); ++n) {
        const Bytes digest = crypto::sha512(payloads[n]);
        QCOMPARE(toHex(digest), digests[n]);
        if (!chain.empty()) {
            const Digest512 link = chainDigest(last ? std::optional<BytesView>(*last) : std::nullopt, digest);
            QCOMPARE(toHex(link), chain.at(n));
            last = Bytes(link.begin(), link.end());
        }
        if (!tree.empty())
            QCOMPARE(toHex(path.add(n, digest)), tree.at(n));
        if (!previous.empty())
            QCOMPARE(previousFrame(std::int64_t(n)), previous.at(n));
    }
}

/// Appending the items writes the very file.
void checkWholeFile(const Vector& vector)
{
    const bool isChain = vector.expected.contains("chain_digest");
    const ContainerType type = isChain ? ContainerType::Chain : ContainerType::Merkle;
    MemoryFile file;
    Header first;
    ContentMeta meta;
    meta.contentType = text(vector.inputs, "cty");
    first.setContentMeta(meta);
    SequenceWriter writer = SequenceWriter::create(file, type, first).value();
    for (const QJsonValue& item : vector.inputs["items"].toArray()) {
        Header header;
        header.setContentMeta(
            encoding::fromJson<ContentMeta>(bytesOf(compact(item["meta"]).toStdString())).value());
        const std::string payload = item["payload"].toString().toStdString();
        // a writer that has just been opened goes on as one that was never closed
        writer = SequenceWriter::open(file).value();
        QVERIFY(writer.append(header, bytesOf(payload)));
    }
    QCOMPARE(toHex(file.octets()), vector.expected["file"].toString());
    QCOMPARE(toHex(crypto::sha512(file.octets())), vector.expected["file_sha512"].toString());

    const auto digests = hexList(vector.expected[isChain ? "chain_digest" : "tree_digest"]);
    const auto positions = integers(vector.expected["frame_positions"]);
    const auto frames = hexList(vector.expected["frames"]);
    SequenceReader reader = SequenceReader::open(file).value();
    QCOMPARE(reader.type(), type);
    for (std::size_t n = 0; n < frames.size(); ++n) {
        const Frame frame = reader.next().value().value();
        QCOMPARE(std::int64_t(frame.position), positions.at(n));
        QCOMPARE(frame.size, std::uint64_t(frames[n].size() / 2));
        QCOMPARE(toHex(isChain ? frame.trailer.chainDigest : frame.trailer.treeDigest), digests.at(n));
        QCOMPARE(reader.frame(std::int64_t(n))->position, frame.position);
    }
    QVERIFY(!reader.next().value());
    for (std::size_t n = frames.size(); n-- > 0;)
        QCOMPARE(std::int64_t(reader.previous().value()->position), positions.at(n));
    const SequenceReport report = checkSequence(file).value();
    QVERIFY(report.isGood());
    QVERIFY(!report.unchained);
    QVERIFY(report.wrongPositions.empty());
}

void checkBinding(const Vector& vector)
{
    Digest512 chain = chainStart(text(vector.inputs, "account_udf"), text(vector.inputs, "container"));
    QCOMPARE(toHex(chain), vector.expected["ch_minus_1"].toString());
    const QJsonArray frames = vector.inputs["frames"].toArray();
    const QJsonArray expected = vector.expected["frames"].toArray();
    const std::int64_t to = vector.inputs["to"].toInteger();
    Digest512 signedChain{};
    for (qsizetype n = 0; n < frames.size(); ++n) {
        const QJsonObject frame = frames[n].toObject();
        const Bytes signedData = hex(frame, "signed_data");
        const Header header = parseHeader(signedData).value();
        QCOMPARE(toHex(makeSignedData(header, n)), toHex(signedData));
        QVERIFY(checkSignedData(signedData, header, n));
        const Digest512 digest = frameDigest(signedData, crypto::sha512(hex(frame, "payload")));
        QCOMPARE(toHex(digest), expected[n]["fd"].toString());
        chain = chainNext(chain, digest);
        QCOMPARE(toHex(chain), expected[n]["ch"].toString());
        if (n == to)
            signedChain = chain;
    }
    Manifest manifest;
    manifest.account = text(vector.inputs, "account_udf");
    manifest.container = text(vector.inputs, "container");
    manifest.from = vector.inputs["from"].toInteger();
    manifest.to = to;
    manifest.chain.assign(signedChain.begin(), signedChain.end());
    const auto key =
        crypto::PrivateKey::fromSeed(crypto::Curve::Ed448, secretHex(vector.inputs, "ed448_seed")).value();
    QCOMPARE(toHex(key.publicKey().raw()), vector.expected["public"].toString());
    const Signature signature = signManifest(manifest, key).value();
    QCOMPARE(toHex(signature.manifest), vector.expected["manifest"].toString());
    QCOMPARE(toHex(crypto::sha512(signature.manifest)), vector.expected["manifest_sha512"].toString());
    QCOMPARE(signature.kid, text(vector.expected, "kid"));
    QCOMPARE(toHex(signature.signature), vector.expected["signature"].toString());
    QVERIFY(verifyManifest(signature, key.publicKey()).value() == manifest);
}

} // namespace

void registerSequenceChecks(VectorRegistry& registry)
{
    const auto add = [&](const char* kind, std::initializer_list<const char*> inputs,
                         std::initializer_list<const char*> expected, Check check) {
        const std::vector<const char*> in(inputs);
        const std::vector<const char*> out(expected);
        registry.add(
            kind,
            [in, out](const Vector& vector) {
                return std::ranges::all_of(in, [&](auto name) { return vector.inputs.contains(name); }) &&
                       std::ranges::all_of(out, [&](auto name) { return vector.expected.contains(name); });
            },
            std::move(check));
    };
    add("frames", {"header0"}, {"frame0"}, checkFrames);
    add("frame tags", {"tag"}, {"kind", "length_bytes"}, checkFrameTag);
    add("header lengths", {}, {"frame0_header_len", "frame1_header_len"}, checkHeaderLengths);
    add("payload digest", {"payload"}, {"payload_digest_b64u"}, checkPayloadDigest);
    add("chain digests of the reference", {"payload_digest", "frames"}, {"chain_digest_b64u"},
        checkUnchained);
    add("tree digests of the reference", {"payload_digest", "frames"}, {"tree_digest_b64u"}, checkUnchained);
    add("tree positions", {}, {"tree_position", "frame_positions"}, checkTreePositions);
    add("previous frames", {"n"}, {"previous"}, checkPreviousFrames);
    add("key exchange of a sequence", {"epk_b64u", "wmk_b64u", "private_b64u", "salts_b64u"},
        {"master_key", "frame_keys"}, checkExchange);
    add("chain digests", {"payloads"}, {"payload_digest", "chain_digest"}, checkDigests);
    add("tree digests", {"payloads"}, {"payload_digest", "tree_digest"}, checkDigests);
    add("a whole sequence", {"items", "cty"}, {"file", "frame_positions", "frames"}, checkWholeFile);
    add("binding of frames", {"account_udf", "container", "frames", "from", "to"},
        {"ch_minus_1", "manifest", "signature"}, checkBinding);
}

} // namespace mmm::vectors
