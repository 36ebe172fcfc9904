#include "dare/sequence.h"
#include "dare/sequence_keys.h"
#include "dare_test.h"

#include <QTemporaryDir>

using namespace mmm;
using namespace mmm::dare;
using namespace mmm::dare::test;
using crypto::Curve;
using crypto::PrivateKey;

Q_DECLARE_METATYPE(mmm::dare::ContainerType)

namespace {

constexpr ContainerType everyType[] = {ContainerType::List, ContainerType::Digest, ContainerType::Chain,
                                       ContainerType::Tree, ContainerType::Merkle};

Header named(const std::string& uniqueId)
{
    Header header;
    ContentMeta meta;
    meta.uniqueId = uniqueId;
    header.setContentMeta(meta);
    return header;
}

std::string payloadNumber(std::int64_t n)
{
    return "payload " + std::to_string(n) + std::string(std::size_t(n % 7) * 40, 'x');
}

/// Frame 0 and so many data frames.
MemoryFile sequenceOf(ContainerType type, int frames, IndexPolicy policy = {})
{
    MemoryFile file;
    SequenceWriter writer = SequenceWriter::create(file, type, {}, {}, policy).value();
    for (int n = 1; n <= frames; ++n) {
        if (!writer.append(named("id" + std::to_string(n)), bytesOf(payloadNumber(n))))
            qFatal("cannot append");
    }
    return file;
}

std::vector<std::int64_t> indicesForward(SequenceReader& reader)
{
    std::vector<std::int64_t> indices;
    while (const auto frame = reader.next().value())
        indices.push_back(frame->index());
    return indices;
}

/// A file that fails when told to: after so many octets, with part of the last write done.
class FailingFile final : public File
{
public:
    explicit FailingFile(Bytes octets) : m_file(std::move(octets)) {}
    std::uint64_t writesLeft = ~std::uint64_t(0); ///< octets until the disk is full
    bool cannotTruncate = false;

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::uint8_t> buffer) const override
    {
        return m_file.readAt(offset, buffer);
    }
    Status writeAt(std::uint64_t offset, BytesView octets) override
    {
        const std::size_t possible = std::size_t(std::min<std::uint64_t>(writesLeft, octets.size()));
        writesLeft -= possible;
        MMM_CHECK(m_file.writeAt(offset, octets.first(possible)));
        if (possible < octets.size())
            return fail(Fault::DiskFull);
        return {};
    }
    Status sync() override { return {}; }
    Status truncate(std::uint64_t size) override
    {
        if (cannotTruncate)
            return fail(Fault::Io);
        return m_file.truncate(size);
    }
    Result<std::uint64_t> size() const override { return m_file.size(); }
    const Bytes& octets() const { return m_file.octets(); }

private:
    MemoryFile m_file;
};

} // namespace

class TestDareSequence : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeIsReadBothWays_data()
    {
        QTest::addColumn<ContainerType>("type");
        for (const ContainerType type : everyType)
            QTest::newRow(std::string(containerTypeName(type)).c_str()) << type;
    }
    void everyTypeIsReadBothWays()
    {
        QFETCH(const ContainerType, type);
        const int frames = 40;
        const MemoryFile file = sequenceOf(type, frames);
        SequenceReader reader = SequenceReader::open(file).value();
        QCOMPARE(reader.type(), type);
        for (int n = 0; n <= frames; ++n) {
            const Frame frame = reader.next().value().value();
            QCOMPARE(frame.index(), std::int64_t(n));
            QCOMPARE(show(frame.payload),
                     n == 0 ? QByteArray() : QByteArray::fromStdString(payloadNumber(n)));
            QCOMPARE(frame.trailer.payloadDigest.empty(), !hasPayloadDigest(type));
            QCOMPARE(frame.trailer.chainDigest.empty(), type != ContainerType::Chain);
            QCOMPARE(frame.trailer.treeDigest.empty(), type != ContainerType::Merkle);
            QCOMPARE(frame.header.containerInfo->treePosition.has_value(), n > 0 && hasTreePosition(type));
        }
        QVERIFY(!reader.next().value());
        for (int n = frames; n >= 0; --n)
            QCOMPARE(reader.previous().value()->index(), std::int64_t(n));
        QVERIFY(!reader.previous().value());
        for (int n = 0; n <= frames; ++n)
            QCOMPARE(reader.frame(n)->index(), std::int64_t(n));
        QCOMPARE(faultOf(reader.frame(frames + 1)), std::optional(Fault::NotFound));
        QVERIFY(reader.damages().empty());
        const SequenceReport report = checkSequence(file).value();
        QVERIFY(report.isGood());
        QVERIFY(report.wrongPositions.empty());
        QCOMPARE(report.frames, std::int64_t(frames + 1));
    }

    void blocksGiveTheSameFrames()
    {
        const MemoryFile file = sequenceOf(ContainerType::Merkle, 200);
        for (const std::size_t size : {10U, 300U, 1000U, 100000U}) {
            SequenceReader reader = SequenceReader::open(file).value();
            std::uint64_t position = 0;
            std::int64_t count = 0;
            while (true) {
                const FrameBlock block = reader.nextBlock(size).value();
                if (block.frames.empty())
                    break;
                for (const FrameView& view : block.frames) {
                    QCOMPARE(view.position, position);
                    position = view.end();
                    QCOMPARE(parseHeader(view.header)->index(), count++);
                }
            }
            QCOMPARE(count, std::int64_t(201));
            QCOMPARE(position, file.size().value());
        }
    }

    void reopenedWriterGoesOn_data() { everyTypeIsReadBothWays_data(); }
    void reopenedWriterGoesOn()
    {
        QFETCH(const ContainerType, type);
        MemoryFile file;
        QVERIFY(SequenceWriter::create(file, type));
        for (int n = 1; n <= 20; ++n) {
            auto writer = SequenceWriter::open(file).value();
            QCOMPARE(writer.nextIndex(), std::int64_t(n));
            QVERIFY(writer.append(named("id" + std::to_string(n)), bytesOf(payloadNumber(n))));
        }
        QVERIFY(file.octets() == sequenceOf(type, 20).octets());
        QCOMPARE(faultOf(SequenceWriter::create(file, type)), std::optional(Fault::Exists));
    }

    void aBatchIsTheSameAsSingleFrames()
    {
        MemoryFile file;
        SequenceWriter writer = SequenceWriter::create(file, ContainerType::Merkle).value();
        std::vector<std::string> payloads;
        std::vector<FrameDraft> drafts;
        for (int n = 1; n <= 12; ++n)
            payloads.push_back(payloadNumber(n));
        for (int n = 1; n <= 12; ++n)
            drafts.push_back({named("id" + std::to_string(n)), bytesOf(payloads[std::size_t(n - 1)]), {}});
        const auto appended = writer.append(drafts).value();
        QCOMPARE(appended.size(), std::size_t(12));
        QCOMPARE(appended.back().index, std::int64_t(12));
        QVERIFY(file.octets() == sequenceOf(ContainerType::Merkle, 12).octets());
        for (const Appended& one : appended)
            QCOMPARE(SequenceReader::open(file)->frameAt(one.position)->index(), one.index);
    }

    void tornTailIsFoundAndCutAtEveryOctet()
    {
        const MemoryFile whole = sequenceOf(ContainerType::Merkle, 4);
        SequenceReader reader = SequenceReader::open(whole).value();
        std::vector<std::uint64_t> ends;
        while (const auto layout = reader.nextLayout().value())
            ends.push_back(layout->end());
        const std::uint64_t from = ends[ends.size() - 2];
        for (std::uint64_t size = from + 1; size < ends.back(); ++size) {
            MemoryFile torn(Bytes(whole.octets().begin(), whole.octets().begin() + std::ptrdiff_t(size)));
            const TailReport report = checkTail(torn).value();
            QCOMPARE(report.goodSize, from);
            QVERIFY(report.isTorn());
            QVERIFY(!report.reason.empty());
            QCOMPARE(faultOf(SequenceWriter::open(torn)), std::optional(Fault::Damaged));
            QVERIFY(cutTail(torn, report));
            QVERIFY(!checkTail(torn)->isTorn());
            QCOMPARE(SequenceWriter::open(torn)->nextIndex(), std::int64_t(4));
        }
        QVERIFY(!checkTail(whole)->isTorn());
    }

    void tailOfZerosIsCut()
    {
        // some file systems fill what was not written when power was lost
        MemoryFile file = sequenceOf(ContainerType::Chain, 3);
        const std::uint64_t good = file.size().value();
        file.octets().resize(file.octets().size() + 500);
        const TailReport report = checkTail(file).value();
        QCOMPARE(report.goodSize, good);
    }

    void damagedMiddleLeavesTheRestReadable_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("one frame") << 5 << 5;
        QTest::newRow("three frames") << 5 << 7;
        QTest::newRow("the frame before the last") << 19 << 19;
    }
    void damagedMiddleLeavesTheRestReadable()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        MemoryFile file = sequenceOf(ContainerType::Merkle, 20);
        const SequenceReader whole = SequenceReader::open(file).value();
        const Frame first = whole.frame(from).value();
        const Frame last = whole.frame(to).value();
        for (std::uint64_t at = first.position; at < last.end(); ++at)
            file.octets()[std::size_t(at)] = 0x55;

        SequenceReader reader = SequenceReader::open(file).value();
        std::vector<std::int64_t> expected;
        for (int n = 0; n <= 20; ++n) {
            if (n < from || n > to)
                expected.push_back(n);
        }
        QCOMPARE(indicesForward(reader), expected);
        QCOMPARE(reader.damages().size(), std::size_t(1));
        QCOMPARE(reader.damages()[0].position, first.position);
        QCOMPARE(reader.damages()[0].size, last.end() - first.position);
        QVERIFY(!checkTail(file)->isTorn());
        const SequenceReport report = checkSequence(file).value();
        QVERIFY(!report.isGood());
        QCOMPARE(report.damages.size(), std::size_t(1));
        QVERIFY(report.wrongDigests.empty());
        QCOMPARE(reader.frame(20)->index(), std::int64_t(20));
        QVERIFY(!reader.frame(from));
    }

    void twoDamagesLeaveTheFramesBetweenReadable()
    {
        MemoryFile file = sequenceOf(ContainerType::Merkle, 20);
        const SequenceReader whole = SequenceReader::open(file).value();
        for (const int n : {4, 15})
            file.octets()[std::size_t(whole.frame(n)->position)] = 0;
        SequenceReader reader = SequenceReader::open(file).value();
        QCOMPARE(indicesForward(reader), (std::vector<std::int64_t>{0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13,
                                                                    14, 16, 17, 18, 19, 20}));
        QCOMPARE(reader.damages().size(), std::size_t(2));
    }

    void aFrameWithinAPayloadIsNotTakenForOne()
    {
        const MemoryFile inner = sequenceOf(ContainerType::Merkle, 9);
        MemoryFile file;
        SequenceWriter writer = SequenceWriter::create(file, ContainerType::Merkle).value();
        QVERIFY(writer.append({}, bytesOf("one")));
        const Appended holder = writer.append({}, inner.octets()).value();
        QVERIFY(writer.append({}, bytesOf("three")));
        file.octets()[std::size_t(holder.position)] = 0;
        SequenceReader reader = SequenceReader::open(file).value();
        QCOMPARE(indicesForward(reader), (std::vector<std::int64_t>{0, 1, 3}));
    }

    void everyAlteredOctetIsNoticed_data()
    {
        QTest::addColumn<ContainerType>("type");
        for (const ContainerType type : everyType) {
            if (hasPayloadDigest(type))
                QTest::newRow(std::string(containerTypeName(type)).c_str()) << type;
        }
    }
    void everyAlteredOctetIsNoticed()
    {
        QFETCH(const ContainerType, type);
        const MemoryFile whole = sequenceOf(type, 3);
        const Frame frame = SequenceReader::open(whole)->frame(2).value();
        const std::string payload = payloadNumber(2);
        const auto at = std::search(whole.octets().begin() + std::ptrdiff_t(frame.position),
                                    whole.octets().end(), payload.begin(), payload.end());
        const auto offset = std::size_t(at - whole.octets().begin());
        for (std::size_t i = 0; i < payload.size(); ++i) {
            MemoryFile altered(whole.octets());
            altered.octets()[offset + i] ^= 0x20;
            QCOMPARE(checkSequence(altered)->wrongDigests, (std::vector<std::int64_t>{2}));
        }
    }

    void swappedFramesAreNoticed()
    {
        for (const ContainerType type : {ContainerType::Chain, ContainerType::Merkle}) {
            const MemoryFile whole = sequenceOf(type, 30);
            const SequenceReader reader = SequenceReader::open(whole).value();
            const Frame a = reader.frame(8).value();
            const Frame b = reader.frame(22).value();
            Bytes octets;
            SequenceReader forward = SequenceReader::open(whole).value();
            while (const auto frame = forward.next().value()) {
                const Frame& source = frame->index() == 8 ? b : frame->index() == 22 ? a : *frame;
                const Bytes encoded = encodeFrame(source.headerOctets, source.payload, source.trailerOctets,
                                                  source.index() == 0);
                octets.insert(octets.end(), encoded.begin(), encoded.end());
            }
            const SequenceReport report = checkSequence(MemoryFile(octets)).value();
            QVERIFY(!report.isGood());
            QVERIFY(!report.wrongIndices.empty());
        }
    }

    void digestsOfTheReferenceAreRecognised()
    {
        for (const ContainerType type : {ContainerType::Chain, ContainerType::Merkle}) {
            Bytes octets;
            const MemoryFile ours = sequenceOf(type, 9);
            SequenceReader forward = SequenceReader::open(ours).value();
            while (auto frame = forward.next().value()) {
                const Bytes digest = crypto::sha512(frame->payload);
                const Digest512 old = type == ContainerType::Chain
                                          ? unchainedDigest(digest)
                                          : unchainedTreeDigest(frame->index(), digest);
                (type == ContainerType::Chain ? frame->trailer.chainDigest : frame->trailer.treeDigest) =
                    Bytes(old.begin(), old.end());
                const Bytes encoded = encodeFrame(frame->headerOctets, frame->payload,
                                                  toOctets(frame->trailer), frame->index() == 0);
                octets.insert(octets.end(), encoded.begin(), encoded.end());
            }
            const SequenceReport report = checkSequence(MemoryFile(octets)).value();
            QVERIFY(report.isGood());
            QVERIFY(report.unchained);
            QVERIFY(!checkSequence(ours)->unchained);
        }
    }

    void wrongTreePositionsDoNoHarm()
    {
        // hostile or not: positions are only a help
        MemoryFile file = sequenceOf(ContainerType::Merkle, 25);
        QByteArray octets = show(file.octets());
        octets.replace("\"TreePosition\":1", "\"TreePosition\":2");
        file.octets().assign(octets.begin(), octets.end());
        const SequenceReport report = checkSequence(file).value();
        QVERIFY(report.isGood());
        QVERIFY(!report.wrongPositions.empty());
        const SequenceReader reader = SequenceReader::open(file).value();
        for (int n = 0; n <= 25; ++n)
            QCOMPARE(reader.frame(n)->index(), std::int64_t(n));
        SequenceWriter writer = SequenceWriter::open(file).value();
        QVERIFY(writer.append(named("more"), bytesOf("more")));
        QVERIFY(checkSequence(file)->isGood());
    }

    void indexRecordsAreWrittenAndUsed()
    {
        MemoryFile file = sequenceOf(ContainerType::List, 150, {16, 64});
        SequenceReader reader = SequenceReader::open(file).value();
        int partial = 0;
        int full = 0;
        std::vector<std::pair<std::int64_t, std::uint64_t>> known;
        std::vector<std::int64_t> data;
        while (const auto frame = reader.next().value()) {
            if (!frame->header.containerIndex) {
                known.emplace_back(frame->index(), frame->position);
                data.push_back(frame->index());
                continue;
            }
            QVERIFY(frame->header.isMeta());
            const ContainerIndex& index = *frame->header.containerIndex;
            ++(index.full.value() ? full : partial);
            for (const IndexPosition& entry : index.positions)
                QCOMPARE(reader.frameAt(std::uint64_t(entry.position))->index(), entry.index);
            if (*index.full)
                QCOMPARE(index.positions.size(), std::size_t(frame->index()));
        }
        QVERIFY(partial >= 6);
        QVERIFY(full >= 2);
        QCOMPARE(data.size(), std::size_t(151));
        for (const auto& [index, position] : known)
            QCOMPARE(reader.frame(index)->position, position);
        QVERIFY(checkSequence(file)->isGood());
        SequenceWriter writer = SequenceWriter::open(file, {16, 64}).value();
        QVERIFY(writer.appendIndex(true));
        QVERIFY(checkSequence(file)->isGood());
    }

    void fullDiskLeavesTheSequenceAsItWas()
    {
        const MemoryFile whole = sequenceOf(ContainerType::Merkle, 3);
        Bytes expected = whole.octets();
        {
            MemoryFile longer(whole.octets());
            QVERIFY(SequenceWriter::open(longer)->append(named("x"), bytesOf("after")));
            expected = longer.octets();
        }
        for (const std::uint64_t room : {0U, 1U, 17U, 200U}) {
            FailingFile file(whole.octets());
            SequenceWriter writer = SequenceWriter::open(file).value();
            file.writesLeft = room;
            QCOMPARE(faultOf(writer.append(named("x"), patternOf(5000))), std::optional(Fault::DiskFull));
            QVERIFY(file.octets() == whole.octets());
            QCOMPARE(writer.nextIndex(), std::int64_t(4));
            file.writesLeft = 100000;
            QVERIFY(writer.append(named("x"), bytesOf("after")));
            QVERIFY(file.octets() == expected);
        }
        // what cannot be cut off at once is cut off before the next append
        FailingFile file(whole.octets());
        SequenceWriter writer = SequenceWriter::open(file).value();
        file.writesLeft = 1000;
        file.cannotTruncate = true;
        QVERIFY(!writer.append(named("x"), patternOf(5000)));
        file.writesLeft = 100000;
        QCOMPARE(faultOf(writer.append(named("x"), bytesOf("after"))), std::optional(Fault::Io));
        QVERIFY(checkTail(file)->isTorn());
        file.cannotTruncate = false;
        QVERIFY(writer.append(named("x"), bytesOf("after")));
        QVERIFY(file.octets() == expected);
    }

    void oneKeyExchangeServesManyFrames()
    {
        auto bob = std::make_shared<const PrivateKey>(PrivateKey::generate(Curve::X448));
        auto eve = std::make_shared<const PrivateKey>(PrivateKey::generate(Curve::X448));
        const Exchange exchange = makeExchange({bob->publicKey()}).value();
        MemoryFile file;
        SequenceWriter writer = SequenceWriter::create(file, ContainerType::Merkle, exchange.header).value();
        for (int n = 1; n <= 3; ++n) {
            Header header;
            const Bytes body = encryptFrame(exchange.masterKey, 0, bytesOf(payloadNumber(n)), header).value();
            QVERIFY(writer.append(header, body));
        }
        // new keys from here on, for Eve too
        const Exchange second = makeExchange({bob->publicKey(), eve->publicKey()}).value();
        Header meta = second.header;
        meta.containerInfo.emplace().isMeta = true;
        const Appended change = writer.append(meta, {}).value();
        Header header;
        const Bytes body =
            encryptFrame(second.masterKey, change.position, bytesOf("for both"), header).value();
        QVERIFY(writer.append(header, body));
        // and one with a key exchange of its own
        const Exchange own = makeExchange({bob->publicKey()}).value();
        QVERIFY(
            writer.append(own.header, encryptBody(own.masterKey, own.header.salt, bytesOf("own")).value()));

        KeyRing bobs;
        bobs.add(bob);
        SequenceKeys keys(file, bobs);
        const SequenceReader reader = SequenceReader::open(file).value();
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(std::string(keys.decrypt(reader.frame(n).value())->text()), payloadNumber(n));
        QCOMPARE(std::string(keys.decrypt(reader.frame(5).value())->text()), std::string("for both"));
        QCOMPARE(std::string(keys.decrypt(reader.frame(6).value())->text()), std::string("own"));

        KeyRing eves;
        eves.add(eve);
        SequenceKeys evesKeys(file, eves);
        QCOMPARE(faultOf(evesKeys.decrypt(reader.frame(1).value())), std::optional(Fault::CannotDecrypt));
        QCOMPARE(std::string(evesKeys.decrypt(reader.frame(5).value())->text()), std::string("for both"));
        QVERIFY(!evesKeys.decrypt(reader.frame(6).value()));

        // the reference leaves ExchangePosition out for frame 0
        Frame frame = reader.frame(2).value();
        frame.header.containerInfo->exchangePosition.reset();
        QCOMPARE(std::string(keys.decrypt(frame)->text()), payloadNumber(2));
        frame.header.containerInfo->exchangePosition = std::int64_t(frame.position + 1);
        QCOMPARE(faultOf(keys.decrypt(frame)), std::optional(Fault::Contradiction));
        frame.header.containerInfo->exchangePosition = 3;
        QVERIFY(!keys.decrypt(frame));
    }

    void statedDigestsMustFit()
    {
        MemoryFile file;
        SequenceWriter writer = SequenceWriter::create(file, ContainerType::Merkle).value();
        Trailer trailer;
        trailer.payloadDigest = crypto::sha512(bytesOf("other"));
        QCOMPARE(faultOf(writer.append({}, bytesOf("this"), trailer)), std::optional(Fault::Contradiction));
        QCOMPARE(writer.nextIndex(), std::int64_t(1));
    }

    void notASequence_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("[{}]");
        QTest::newRow("empty frame") << QByteArray("\xF4\x00\x00\xF4", 4);
        QTest::newRow("no header object") << QByteArray("\xF4\x04\xF0\x02{}\x04\xF4", 8);
        QTest::newRow("endless") << QByteArray("\xF7\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xF0", 10);
        QTest::newRow("record beyond frame") << QByteArray("\xF4\x02\xF0\x09\x02\xF4", 6);
    }
    void notASequence()
    {
        QFETCH(const QByteArray, octets);
        const MemoryFile file(Bytes(octets.begin(), octets.end()));
        QCOMPARE(faultOf(SequenceReader::open(file)), std::optional(Fault::Damaged));
        QVERIFY(!checkSequence(file));
    }

    void filesOnDisk()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.dcat").toStdString();
        QCOMPARE(faultOf(openFile(path, OpenMode::Read)), std::optional(Fault::NotFound));
        QCOMPARE(faultOf(openFile(path, OpenMode::Write)), std::optional(Fault::NotFound));
        QCOMPARE(faultOf(openFile(path / "b", OpenMode::Create)), std::optional(Fault::NotFound));
        {
            auto file = openFile(path, OpenMode::Create).value();
            SequenceWriter writer = SequenceWriter::create(*file, ContainerType::Merkle).value();
            QVERIFY(writer.append(named("one"), bytesOf("one")));
            QVERIFY(writer.sync());
        }
        QCOMPARE(faultOf(openFile(path, OpenMode::Create)), std::optional(Fault::Exists));
        auto file = openFile(path, OpenMode::OpenAlways).value();
        QVERIFY(checkSequence(*file)->isGood());
        QCOMPARE(show(SequenceReader::open(*file)->frame(1)->payload), QByteArray("one"));
        QVERIFY(file->truncate(3));
        QCOMPARE(file->size().value(), std::uint64_t(3));
#ifndef _WIN32
        QCOMPARE(QFile(folder.filePath("a.dcat")).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(!openFile(folder.path().toStdString(), OpenMode::Read)); // a folder
        QVERIFY(!openFile("/dev/null", OpenMode::Read));
#endif
    }
};

QTEST_GUILESS_MAIN(TestDareSequence)
#include "tst_dare_sequence.moc"
