#include "crypto/hash.h"
#include "crypto/random.h"

#include <QTest>
#include <botan/hash.h>
#include <botan/kdf.h>
#include <botan/mac.h>

#include <thread>

using namespace mmm;
using namespace mmm::crypto;

namespace {

QByteArray hex(BytesView octets)
{
    return QByteArray(textOf(octets).data(), qsizetype(octets.size())).toHex();
}

} // namespace

class TestHash : public QObject
{
    Q_OBJECT

private slots:
    void digestsOfTheStandards()
    {
        QCOMPARE(hex(sha256(bytesOf("abc"))),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(
            hex(sha512(bytesOf("abc"))),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
            "454d4423643ce80e2a9ac94fa54ca49f");
        QCOMPARE(hex(sha3_512(bytesOf("abc"))), "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2"
                                                "712e10e116e9192af3c91a7ec57647e3934057340b4c"
                                                "f408d5a56592f8274eec53f0");
    }

    void piecesGiveTheSameAsTheWhole()
    {
        const Bytes data = randomBytes(1000);
        for (HashAlgorithm algorithm :
             {HashAlgorithm::Sha256, HashAlgorithm::Sha512, HashAlgorithm::Sha3_512}) {
            Hasher hasher(algorithm);
            for (int repetition = 0; repetition < 2; ++repetition) { // finish() starts anew
                for (std::size_t start = 0; start < data.size(); start += 77)
                    hasher.update(
                        BytesView(data).subspan(start, std::min<std::size_t>(77, data.size() - start)));
                QCOMPARE(hasher.finish(), hash(algorithm, data));
            }
            QCOMPARE(hash(algorithm, data).size(), digestSize(algorithm));
        }
        const BytesView view = data;
        QCOMPARE(sha512({view.first(10), view.subspan(10)}), sha512(data));
        QCOMPARE(copyOf(hmacSha512(data, {view.first(10), view.subspan(10)})),
                 copyOf(hmacSha512(data, view)));
    }

    void shakeFillsTheWholeOutput()
    {
        const auto stock = Botan::HashFunction::create_or_throw("SHAKE-256(912)");
        for (int i = 0; i < 3; ++i) {
            Bytes output(114);
            shake256({bytesOf("mesh-"), bytesOf("test")}, output);
            QCOMPARE(output, stock->process<Bytes>("mesh-test"));
        }
    }

    // RFC 4231 test case 2
    void hmacOfTheStandard()
    {
        const auto key = bytesOf("Jefe");
        const auto data = bytesOf("what do ya want for nothing?");
        QCOMPARE(hex(hmacSha256(key, data)),
                 "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        QCOMPARE(hex(hmacSha512(key, data)), "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea25055"
                                             "49758bf75c05a994a6d034f65f8f0e6fdcaeab1a3"
                                             "4d4a6b4b636e070a38bce737");
    }

    // A salt comes from outside and may have any length.
    void keysOfAnyLengthAreTaken()
    {
        for (std::size_t size : {0u, 1u, 128u, 129u, 1024u, 1025u, 4096u, 4097u, 100000u}) {
            const Bytes key = randomBytes(size);
            const Bytes used = size > 128 ? sha512(key) : key;
            QCOMPARE(copyOf(hmacSha512(key, bytesOf("data"))), copyOf(hmacSha512(used, bytesOf("data"))));
            QCOMPARE(hkdfSha256(bytesOf("ikm"), key, "info", 32).size(), std::size_t(32));
            QCOMPARE(hkdfSha512(key, key, "info", 32).size(), std::size_t(32));
        }
    }

    void keyDerivationAgreesWithAnother_data()
    {
        QTest::addColumn<int>("ikm");
        QTest::addColumn<int>("salt");
        QTest::addColumn<int>("info");
        QTest::addColumn<int>("size");
        QTest::newRow("body key") << 32 << 16 << 7 << 32;
        QTest::newRow("no salt") << 57 << 0 << 6 << 32;
        QTest::newRow("no info") << 34 << 2 << 0 << 56;
        QTest::newRow("one octet") << 32 << 16 << 4 << 1;
        QTest::newRow("several blocks") << 32 << 16 << 4 << 300;
        QTest::newRow("long inputs") << 500 << 500 << 500 << 256;
    }
    void keyDerivationAgreesWithAnother()
    {
        QFETCH(int, ikm);
        QFETCH(int, salt);
        QFETCH(int, info);
        QFETCH(int, size);
        const Bytes ikmOctets = randomBytes(std::size_t(ikm));
        const Bytes saltOctets = randomBytes(std::size_t(salt));
        const Bytes infoOctets = randomBytes(std::size_t(info));
        const auto stock = [&](const char* name) {
            return Botan::KDF::create_or_throw(name)->derive_key<Bytes>(
                std::size_t(size), BytesView(ikmOctets), BytesView(saltOctets), BytesView(infoOctets));
        };
        const std::string_view infoText = textOf(infoOctets);
        QCOMPARE(copyOf(hkdfSha256(ikmOctets, saltOctets, infoText, std::size_t(size))),
                 stock("HKDF(SHA-256)"));
        QCOMPARE(copyOf(hkdfSha512(ikmOctets, saltOctets, infoText, std::size_t(size))),
                 stock("HKDF(SHA-512)"));
        QCOMPARE(copyOf(HkdfSha256(ikmOctets, saltOctets).expand(BytesView(infoOctets), std::size_t(size))),
                 stock("HKDF(SHA-256)"));
    }

    void tooMuchOutputIsRefused()
    {
        QCOMPARE(hkdfSha256(bytesOf("k"), {}, "", 255 * 32).size(), std::size_t(255 * 32));
        QVERIFY(hkdfSha256(bytesOf("k"), {}, "", 255 * 32 + 1).empty());
        QVERIFY(hkdfSha512(bytesOf("k"), {}, "", 255 * 64 + 1).empty());
    }

    void threadsDoNotDisturbEachOther()
    {
        const Bytes data = randomBytes(300);
        const Bytes digest = sha512(data);
        const Bytes tag = copyOf(hmacSha512(digest, data));
        const Bytes key = copyOf(hkdfSha256(digest, data, "encrypt", 32));
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 500; ++round) {
                    wrong += sha512(data) != digest;
                    wrong += copyOf(hmacSha512(digest, data)) != tag;
                    wrong += copyOf(hkdfSha256(digest, data, "encrypt", 32)) != key;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHash)
#include "tst_hash.moc"
