#include "datetext.h"

#include <QTest>

using mmm::controls::DateText;

class TestDateText : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void keepsTheTimeOnAnotherDay();
};

void TestDateText::reads_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("withTime");
    QTest::addColumn<QDateTime>("expected");
    const QDate day(2026, 3, 1);
    const QDateTime midnight(day, QTime(0, 0));
    const QDateTime afternoon(day, QTime(14, 30));
    QTest::newRow("iso") << "en_US"
                         << "2026-03-01" << false << midnight;
    QTest::newRow("iso without zeros") << "de_DE"
                                       << "2026-3-1" << false << midnight;
    QTest::newRow("iso with T") << "en_US"
                                << "2026-03-01T14:30" << true << afternoon;
    QTest::newRow("iso with space") << "en_US"
                                    << "2026-03-01 14:30" << true << afternoon;
    QTest::newRow("seconds") << "en_US"
                             << "2026-03-01 14:30:00" << true << afternoon;
    QTest::newRow("spaces around") << "en_US"
                                   << "  2026-03-01  " << false << midnight;
    QTest::newRow("american") << "en_US"
                              << "3/1/2026" << false << midnight;
    QTest::newRow("american, two digits") << "en_US"
                                          << "3/1/26" << false << midnight;
    QTest::newRow("american time") << "en_US"
                                   << "3/1/2026 2:30 PM" << true << afternoon;
    QTest::newRow("german") << "de_DE"
                            << "01.03.2026" << false << midnight;
    QTest::newRow("german, two digits") << "de_DE"
                                        << "01.03.26" << false << midnight;
    QTest::newRow("german with time") << "de_DE"
                                      << "01.03.2026, 14:30" << true << afternoon;
    QTest::newRow("time left out") << "de_DE"
                                   << "01.03.2026" << true << midnight;
    QTest::newRow("french") << "fr_FR"
                            << "01/03/2026" << false << midnight;
    QTest::newRow("leap day") << "en_US"
                              << "2028-02-29" << false << QDateTime(QDate(2028, 2, 29), QTime(0, 0));
}

void TestDateText::reads()
{
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(bool, withTime);
    QTEST(DateText::parseIn(QLocale(locale), text, withTime), "expected");
}

void TestDateText::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("withTime");
    QTest::newRow("empty") << "" << false;
    QTest::newRow("word") << "soon" << true;
    QTest::newRow("no such day") << "2026-02-30" << false;
    QTest::newRow("no leap year") << "2027-02-29" << false;
    QTest::newRow("no such month") << "2026-13-01" << false;
    QTest::newRow("no such hour") << "2026-03-01 25:00" << true;
    QTest::newRow("time not wanted") << "2026-03-01 14:30" << false;
    QTest::newRow("rest") << "2026-03-01 x" << true;
    QTest::newRow("long") << QString(5000, '1') << true;
}

void TestDateText::refuses()
{
    QFETCH(QString, text);
    QFETCH(bool, withTime);
    QVERIFY(!DateText::parseIn(QLocale("en_US"), text, withTime).isValid());
}

void TestDateText::writesWhatItReads_data()
{
    QTest::addColumn<QString>("locale");
    for (const auto* locale : {"en_US", "en_GB", "de_DE", "fr_FR", "ja_JP", "sv_SE", "cs_CZ", "pt_BR", "C"}) {
        QTest::newRow(locale) << locale;
    }
}

void TestDateText::writesWhatItReads()
{
    QFETCH(QString, locale);
    const QDateTime moment(QDate(2031, 12, 9), QTime(7, 5));
    const QString text = DateText::formatIn(QLocale(locale), moment, true);
    QVERIFY2(text.contains("2031"), qPrintable(text));
    QCOMPARE(DateText::parseIn(QLocale(locale), text, true), moment);
    const QString day = DateText::formatIn(QLocale(locale), moment, false);
    QCOMPARE(DateText::parseIn(QLocale(locale), day, false).date(), moment.date());
    QVERIFY(DateText::formatIn(QLocale(locale), QDateTime(), true).isEmpty());
}

void TestDateText::keepsTheTimeOnAnotherDay()
{
    const DateText text;
    const QDateTime moment(QDate(2026, 3, 1), QTime(14, 30));
    QCOMPARE(text.onDay(moment, 2026, 4, 5), QDateTime(QDate(2026, 4, 5), QTime(14, 30)));
    QCOMPARE(text.onDay(QDateTime(), 2026, 4, 5), QDateTime(QDate(2026, 4, 5), QTime(0, 0)));
}

QTEST_GUILESS_MAIN(TestDateText)
#include "tst_datetext.moc"
