#include "crypto/shamir.h"

#include <QTest>

using namespace mmm;
using namespace mmm::crypto;

namespace {

std::vector<ShamirShare> take(const std::vector<ShamirShare>& all, std::initializer_list<std::size_t> which)
{
    std::vector<ShamirShare> some;
    for (std::size_t i : which)
        some.push_back({all[i].threshold, all[i].index, all[i].value.clone()});
    return some;
}

} // namespace

class TestShamir : public QObject
{
    Q_OBJECT

private slots:
    void anyThresholdOfSharesRecovers_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {1, 4, 16, 19, 32, 35, 63, 64})
            QTest::addRow("%d octets", size) << size;
    }
    void anyThresholdOfSharesRecovers()
    {
        QFETCH(int, size);
        const Bytes secret = randomBytes(std::size_t(size));
        const auto shares = splitSecret(secret, 3, 5);
        QVERIFY(shares);
        QCOMPARE(shares->size(), std::size_t(5));
        for (const auto& some : {take(*shares, {0, 1, 2}), take(*shares, {4, 2, 0}), take(*shares, {1, 3, 4}),
                                 take(*shares, {0, 1, 2, 3, 4})}) {
            const auto recovered = recoverSecret(some);
            QVERIFY(recovered);
            QCOMPARE(recovered->size() % 4, std::size_t(0));
            const BytesView octets = recovered->view();
            QCOMPARE(copyOf(octets.last(secret.size())), secret);
            for (std::uint8_t octet : octets.first(octets.size() - secret.size()))
                QCOMPARE(octet, 0);
        }
        QCOMPARE(recoverSecret(take(*shares, {0, 1})).error().fault, Fault::BadShare);
    }

    void sharesReadAndWrite()
    {
        const auto shares = splitSecret(randomBytes(32), 15, 15);
        QVERIFY(shares);
        for (const ShamirShare& share : *shares) {
            const auto again = ShamirShare::fromOctets(share.octets());
            QVERIFY(again);
            QCOMPARE(again->threshold, 15u);
            QCOMPARE(again->index, share.index);
            QVERIFY(again->value == share.value);
        }
    }

    void sharesThatDoNotBelongTogetherAreRefused()
    {
        const Bytes secret = randomBytes(16);
        const auto shares = splitSecret(secret, 2, 4).value();
        const auto others = splitSecret(secret, 3, 4).value();
        const auto longer = splitSecret(randomBytes(32), 2, 4).value();
        const auto fault = [](const std::vector<ShamirShare>& some) {
            const auto result = recoverSecret(some);
            return result ? Fault::Internal : result.error().fault;
        };
        QCOMPARE(fault({}), Fault::BadShare);
        QCOMPARE(fault(take(shares, {0, 0})), Fault::BadShare);
        auto mixed = take(shares, {0});
        mixed.push_back({others[1].threshold, others[1].index, others[1].value.clone()});
        QCOMPARE(fault(mixed), Fault::BadShare);
        mixed = take(shares, {0});
        mixed.push_back({longer[1].threshold, longer[1].index, longer[1].value.clone()});
        QCOMPARE(fault(mixed), Fault::BadShare);
        // one more share than needed shows that one was altered
        auto altered = take(shares, {0, 1, 2});
        altered[2].value.writable()[15] ^= 1;
        QCOMPARE(fault(altered), Fault::BadShare);
    }

    void impossibleNumbersAreRefused()
    {
        const Bytes secret = randomBytes(16);
        for (const auto& [threshold, count] : {std::pair(0u, 3u), {1u, 3u}, {4u, 3u}, {2u, 16u}, {16u, 16u}})
            QCOMPARE(splitSecret(secret, threshold, count).error().fault, Fault::Unsupported);
        QVERIFY(!splitSecret({}, 2, 3));
        QVERIFY(!splitSecret(randomBytes(65), 2, 3));
        for (std::size_t size : {0u, 1u, 4u, 6u, 69u})
            QVERIFY(!ShamirShare::fromOctets(Bytes(size, 0x20)));
        QVERIFY(!ShamirShare::fromOctets(Bytes(17, 0x10))); // a threshold of one
        QVERIFY(!ShamirShare::fromOctets(Bytes(17, 0x2F))); // place sixteen
    }
};

QTEST_GUILESS_MAIN(TestShamir)
#include "tst_shamir.moc"
