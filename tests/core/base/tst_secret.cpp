#include "base/error.h"
#include "base/secret.h"

#include <QTest>

using namespace mmm;

namespace {

Result<int> half(int value)
{
    if (value % 2)
        return fail(Fault::Malformed, "odd");
    return value / 2;
}

Result<int> quarter(int value)
{
    MMM_TRY(const int first, half(value));
    return half(first);
}

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void movesAndNeverCopies()
    {
        static_assert(!std::is_copy_constructible_v<Secret>);
        Secret first{bytesOf("key")};
        Secret second = std::move(first);
        QCOMPARE(second.text(), "key");
        QVERIFY(second == second.clone());
    }

    void wipes()
    {
        Secret secret{bytesOf("key")};
        secret.wipe();
        QVERIFY(secret.empty());
    }

    void comparesByContent()
    {
        QVERIFY(equalConstantTime(bytesOf("same"), bytesOf("same")));
        QVERIFY(!equalConstantTime(bytesOf("same"), bytesOf("sane")));
        QVERIFY(!equalConstantTime(bytesOf("same"), bytesOf("sam")));
        QVERIFY(equalConstantTime({}, {}));
    }

    void errorsLeaveTheFunction()
    {
        QCOMPARE(quarter(8).value(), 2);
        QCOMPARE(quarter(6).error().fault, Fault::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
