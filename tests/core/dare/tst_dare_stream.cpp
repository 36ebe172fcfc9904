#include "dare/stream.h"
#include "dare_test.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <QTemporaryDir>

using namespace mmm;
using namespace mmm::dare;
using namespace mmm::dare::test;
using crypto::Curve;
using crypto::PrivateKey;

/// Payloads that are sealed and opened piece by piece.
class TestDareStream : public QObject
{
    Q_OBJECT

    const PrivateKey m_alice = PrivateKey::generate(Curve::Ed448);
    const PrivateKey m_bob = PrivateKey::generate(Curve::Ed448);

    KeyRing bobsKeys() const
    {
        KeyRing ring;
        ring.add(m_bob.clone());
        return ring;
    }

    SealOptions signedForBob() const
    {
        SealOptions options;
        options.recipients = {m_bob.publicKey()};
        options.signers = {&m_alice};
        options.meta.emplace().filename = "big";
        return options;
    }

    static Status sealInParts(File& file, BytesView payload, const SealOptions& options, std::size_t part)
    {
        MMM_TRY(StreamSealer sealer, StreamSealer::create(file, payload.size(), options));
        for (; !payload.empty(); payload = payload.subspan(std::min(part, payload.size())))
            MMM_CHECK(sealer.write(payload.first(std::min(part, payload.size()))));
        return sealer.finish();
    }

    static Result<Bytes> openWhole(const File& file, const KeyRing& keys)
    {
        MMM_TRY(StreamOpener opener, StreamOpener::open(file, keys));
        Bytes payload;
        MMM_CHECK(opener.copyTo([&](BytesView part) -> Status {
            payload.insert(payload.end(), part.begin(), part.end());
            return {};
        }));
        return payload;
    }

private slots:
    void everySizeComesBack_data()
    {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("part");
        for (const quint64 size : {0U, 1U, 15U, 16U, 17U, 255U, 256U, 65535U, 65536U, 3000000U})
            QTest::addRow("%llu", size) << size << (size < 1000 ? quint64(7) : quint64(70001));
    }
    void everySizeComesBack()
    {
        QFETCH(const quint64, size);
        QFETCH(const quint64, part);
        const Bytes payload = patternOf(size);
        for (const bool isPlain : {false, true}) {
            MemoryFile file;
            SealOptions options = isPlain ? SealOptions() : signedForBob();
            QVERIFY(sealInParts(file, payload, options, part));
            QVERIFY(checkSequence(file)->isGood());
            QVERIFY(openWhole(file, bobsKeys()).value() == payload);
            if (isPlain)
                continue;
            const KeyRing keys = bobsKeys();
            auto opener = StreamOpener::open(file, keys).value();
            QVERIFY(opener.verify(m_alice.publicKey()));
            QCOMPARE(faultOf(opener.verify(m_bob.publicKey())), std::optional(Fault::Missing));
            QCOMPARE(opener.header().contentMeta()->filename, std::string("big"));
            // the same frame is an ordinary envelope for those who can hold it
            const Frame frame = SequenceReader::open(file)->frame(1).value();
            const auto envelope =
                Envelope::fromRecords(frame.headerOctets, frame.payload, frame.trailerOctets).value();
            QCOMPARE(show(envelope.open(bobsKeys()).value()), show(payload));
        }
    }

    void alteredPayloadGivesNothingOut()
    {
        MemoryFile file;
        QVERIFY(sealInParts(file, patternOf(100000), signedForBob(), 4096));
        file.octets()[50000] ^= 1;
        bool anything = false;
        const KeyRing keys = bobsKeys();
        auto opener = StreamOpener::open(file, keys).value();
        const auto result = opener.copyTo([&](BytesView) -> Status {
            anything = true;
            return {};
        });
        QCOMPARE(faultOf(result), std::optional(Fault::Damaged));
        QVERIFY(!anything);
    }

    void theAnnouncedSizeMustBeKept()
    {
        MemoryFile file;
        auto sealer = StreamSealer::create(file, 10, signedForBob()).value();
        QVERIFY(sealer.write(patternOf(4)));
        QCOMPARE(faultOf(sealer.write(patternOf(7))), std::optional(Fault::TooLarge));
        QCOMPARE(faultOf(sealer.finish()), std::optional(Fault::Missing));
        QVERIFY(sealer.write(patternOf(6)));
        QVERIFY(sealer.finish());
    }

    void aSinkCanStop()
    {
        MemoryFile file;
        QVERIFY(sealInParts(file, patternOf(3000000), {}, 100000));
        const KeyRing keys;
        auto opener = StreamOpener::open(file, keys).value();
        QCOMPARE(faultOf(opener.copyTo([](BytesView) -> Status { return fail(Fault::Cancelled); })),
                 std::optional(Fault::Cancelled));
    }

    /// 64 MB with less memory to spare than half of that.
    void largePayloadNeedsLittleMemory()
    {
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        constexpr std::uint64_t size = 64U << 20U;
        const QTemporaryDir folder;
        const auto path = folder.filePath("big.dare").toStdString();
        const auto memoryInUse = [] {
            QFile status("/proc/self/statm");
            if (!status.open(QIODevice::ReadOnly))
                return rlim_t(0);
            return rlim_t(status.readAll().split(' ').at(0).toULongLong()) * rlim_t(::sysconf(_SC_PAGESIZE));
        };
        struct rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_AS, &before), 0);
        struct rlimit tight = before;
        tight.rlim_cur = memoryInUse() + (24U << 20U);
        QCOMPARE(::setrlimit(RLIMIT_AS, &tight), 0);
        const auto result = [&]() -> Result<std::uint64_t> {
            const Bytes part = patternOf(1U << 20U);
            MMM_TRY(const auto file, openFile(path, OpenMode::Create));
            MMM_TRY(StreamSealer sealer, StreamSealer::create(*file, size, signedForBob()));
            for (std::uint64_t done = 0; done < size; done += part.size())
                MMM_CHECK(sealer.write(part));
            MMM_CHECK(sealer.finish());
            std::uint64_t opened = 0;
            const KeyRing keys = bobsKeys();
            MMM_TRY(StreamOpener opener, StreamOpener::open(*file, keys));
            MMM_CHECK(opener.verify(m_alice.publicKey()));
            MMM_CHECK(opener.copyTo([&](BytesView piece) -> Status {
                opened += piece.size();
                return {};
            }));
            return opened;
        }();
        QCOMPARE(::setrlimit(RLIMIT_AS, &before), 0);
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(*result, size);
#else
        QSKIP("memory is limited by the means of Linux, without sanitizers");
#endif
    }
};

QTEST_GUILESS_MAIN(TestDareStream)
#include "tst_dare_stream.moc"
