#include "clipboard.h"
#include "qr_code.h"
#include "share_pages.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "text.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// The object graph over a scripted mesh.
struct Fixture : test::ScriptedDesktop
{
    explicit Fixture(mesh::Stage stage = mesh::Stage::Ready) : ScriptedDesktop(stage) { start(); }
    /// Makes two of three; the pages are in desktop->escrow.made().
    bool make()
    {
        QSignalSpy made(&desktop->escrow, &Escrow::sharesMade);
        desktop->escrow.setHolder(1, QStringLiteral("Anna"));
        desktop->escrow.make(2, 3, Escrow::NoRecord);
        return made.wait();
    }
    SharedSecret share(int row) const { return desktop->escrow.made()->pages()[std::size_t(row)].share.text; }
    /// What a QR code holds.
    QString code(int row) const
    {
        const Secret uri = desktop->escrow.made()->pages()[std::size_t(row)].share.uri();
        return QString::fromUtf8(uri.text().data(), qsizetype(uri.size()));
    }
};

/// As a person mistypes it: the last character but one of a group.
SharedSecret misread(const SharedSecret& share)
{
    std::string text(share.text());
    char& c = text[6];
    c = c == 'A' ? 'B' : 'A';
    return SharedSecret(Secret(bytesOf(text)));
}

QString verdict(const ShareCollector& collector, int row)
{
    return collector.data(collector.index(row), ShareCollector::VerdictRole).toString();
}

bool fits(const ShareCollector& collector, int row)
{
    return collector.data(collector.index(row), ShareCollector::FitsRole).toBool();
}

} // namespace

class EscrowModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void aDeviceIsClaimedByItsCode()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        DeviceClaim& claim = fixture.desktop->deviceClaim;
        const auto errorOf = [&](const char* code) {
            claim.look(QString::fromLatin1(code));
            (void)QTest::qWaitFor([&] { return !claim.isBusy(); });
            return claim.errorText();
        };
        QVERIFY(errorOf("hello").contains(QStringLiteral("not the code")));
        QVERIFY(errorOf("udf://example.com/else").contains(QStringLiteral("no device")));
        QVERIFY(!claim.isFound());
        claim.claim(); // nothing to be claimed
        QVERIFY(!claim.isBusy());
        QVERIFY(errorOf(" udf://example.com/bell ").isEmpty());
        QVERIFY(claim.isFound() && !claim.isClaimed());
        QCOMPARE(claim.name(), QStringLiteral("Door bell"));
        QCOMPARE(claim.maker(), QStringLiteral("devices@example.com"));
        QVERIFY(!claim.fingerprint().isEmpty());
        fixture.mesh->preconfigured().failNext(Fault::Refused);
        claim.claim();
        QVERIFY(claim.isBusy());
        QTRY_VERIFY(!claim.isBusy());
        QVERIFY(claim.errorText().contains(QStringLiteral("Somebody else")) && !claim.isClaimed());
        claim.claim();
        QTRY_VERIFY(claim.isClaimed());
        QVERIFY(claim.errorText().isEmpty());
        // an answer that comes too late is of no account
        claim.look(QStringLiteral("udf://example.com/bell"));
        claim.forget();
        QTest::qWait(50);
        QVERIFY(!claim.isFound() && !claim.isBusy());
        claim.complain(QStringLiteral("no picture"));
        QCOMPARE(claim.errorText(), QStringLiteral("no picture"));
    }

    void whatSurvivesIsDecidedPerCatalog()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        Inheritance& inheritance = fixture.desktop->inheritance;
        test::keepsRules<Inheritance>(&inheritance);
        QTRY_COMPARE(inheritance.count(), 5);
        QVERIFY(inheritance.canMark() && inheritance.lost() == 0);
        const QModelIndex passwords = inheritance.index(2);
        QCOMPARE(passwords.data(Inheritance::TitleRole).toString(), QStringLiteral("Credentials"));
        QCOMPARE(passwords.data(Inheritance::TextRole).toString(), QStringLiteral("37 entries"));
        QVERIFY(passwords.data(Inheritance::DiesRole).toBool());
        const QString catalog = passwords.data(Inheritance::CatalogRole).toString();
        QSignalSpy marked(&inheritance, &Inheritance::marked);
        inheritance.mark(catalog, false);
        QVERIFY(inheritance.isBusy());
        inheritance.mark(catalog, true); // one after the other
        QTRY_COMPARE(marked.count(), 1);
        QCOMPARE(marked.first().first().toString(), QStringLiteral("Credentials"));
        QVERIFY(!inheritance.isBusy() && !passwords.data(Inheritance::DiesRole).toBool());

        fixture.mesh->inheritance().failNext(Fault::Conflict);
        inheritance.mark(catalog, true);
        QTRY_VERIFY(!inheritance.errorText().isEmpty());
        QVERIFY(!passwords.data(Inheritance::DiesRole).toBool() && marked.count() == 1);
        fixture.mesh->inheritance().failNext(Fault::Offline);
        inheritance.mark(catalog, true);
        QVERIFY(inheritance.errorText().isEmpty());
        QTRY_VERIFY(!inheritance.errorText().isEmpty());

        // after a recovery
        fixture.mesh->inheritance().lose("mmm_CatalogCredential", 3);
        inheritance.refresh();
        QTRY_COMPARE(inheritance.lost(), 3);
        QVERIFY(passwords.data(Inheritance::TextRole).toString().contains(QStringLiteral("3 died")));
        fixture.desktop->link.close();
        QCOMPARE(inheritance.count(), 0);
    }

    void sharesAreMadeShownAndForgotten()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        Escrow& escrow = fixture.desktop->escrow;
        test::keepsRules<ShareSetModel>(escrow.sets());
        test::keepsRules<MadeShareModel>(escrow.made());
        QTRY_COMPARE(escrow.place(), Escrow::Here);
        QVERIFY(fixture.make());
        QCOMPARE(escrow.made()->count(), 3);
        QTRY_COMPARE(escrow.sets()->count(), 1);
        const QModelIndex set = escrow.sets()->index(0);
        QCOMPARE(escrow.sets()->data(set, ShareSetModel::TitleRole).toString(),
                 QStringLiteral("Any 2 of 3 shares"));
        QCOMPARE(escrow.sets()->data(set, ShareSetModel::HoldersRole).toString(), QStringLiteral("2: Anna"));
        QCOMPARE(escrow.made()->data(escrow.made()->index(1), MadeShareModel::HolderRole).toString(),
                 QStringLiteral("Anna"));
        // no role gives the share away
        for (int row = 0; row < 3; ++row) {
            const QString text = QString::fromUtf8(fixture.share(row).text().data());
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                QVERIFY(!escrow.made()
                             ->data(escrow.made()->index(row), role)
                             .toString()
                             .contains(text.mid(5, 9)));
        }
        QVERIFY(!escrow.isHandedOut());
        escrow.copyShare(0);
        QVERIFY(escrow.isHandedOut());
        escrow.look(0);
        QTRY_VERIFY(!escrow.picture().isNull());
        QCOMPARE(readQr(escrow.picture()).value_or(QString()), fixture.code(0));
        escrow.finish();
        QCOMPARE(escrow.made()->count(), 0);
        QVERIFY(escrow.picture().isNull());
        escrow.forgetSet(escrow.sets()->data(set, ShareSetModel::SetIdRole).toString());
        QTRY_COMPARE(escrow.sets()->count(), 0);
    }

    void lockingForgetsShares()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        QVERIFY(fixture.make());
        fixture.desktop->escrow.look(0);
        fixture.desktop->session.lock();
        QCOMPARE(fixture.desktop->escrow.made()->count(), 0);
        QTRY_VERIFY(!fixture.desktop->session.isBusy());
        QVERIFY(fixture.desktop->escrow.picture().isNull());
    }

    void impossibleNumbersAreRefused()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        Escrow& escrow = fixture.desktop->escrow;
        for (const auto& [threshold, count] :
             {std::pair(1, 3), std::pair(4, 3), std::pair(2, 40), std::pair(-1, 2)}) {
            escrow.make(threshold, count, Escrow::NoRecord);
            QTRY_VERIFY(!escrow.isBusy());
            QVERIFY(!escrow.errorText().isEmpty());
            QCOMPARE(escrow.made()->count(), 0);
        }
    }

    void aRecordIsHandedOutAsWell()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        Escrow& escrow = fixture.desktop->escrow;
        QSignalSpy made(&escrow, &Escrow::sharesMade);
        escrow.make(2, 3, Escrow::RecordInFile);
        QVERIFY(made.wait());
        QVERIFY(escrow.hasRecordFile());
        escrow.copyShare(0);
        QVERIFY(!escrow.isHandedOut());
        QSignalSpy saved(&escrow, &Escrow::recordSaved);
        const QString file = fixture.folder.filePath(QStringLiteral("record.dare"));
        escrow.saveRecord(QUrl::fromLocalFile(file));
        QVERIFY(saved.wait());
        QVERIFY(QFile::exists(file));
        QVERIFY(escrow.isHandedOut());
        escrow.saveRecord(QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all/record.dare")));
        QTRY_VERIFY(!escrow.errorText().isEmpty());
    }

    void aShareIsChecked()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        QVERIFY(fixture.make());
        Escrow& escrow = fixture.desktop->escrow;
        const QString check =
            escrow.made()->data(escrow.made()->index(1), MadeShareModel::CheckCodeRole).toString();
        escrow.check(fixture.share(1), check.toLower());
        QTRY_COMPARE(escrow.finding(), Escrow::Right);
        QVERIFY2(escrow.findingText().contains(QStringLiteral("Anna")), qPrintable(escrow.findingText()));
        // mistyped: the check characters say so at once, the code says so because it names its set
        escrow.check(misread(fixture.share(1)), check);
        QCOMPARE(escrow.finding(), Escrow::Bad);
        QVERIFY(escrow.findingText().contains(QStringLiteral("mistyped")));
        escrow.forgetCheck();
        QCOMPARE(escrow.finding(), Escrow::NotChecked);
        escrow.check(misread(fixture.share(1)), {});
        QTRY_COMPARE(escrow.finding(), Escrow::Unknown);
        QString altered = fixture.code(1);
        altered[10] = altered[10] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        escrow.checkScanned(altered);
        QTRY_COMPARE(escrow.finding(), Escrow::Bad);
        escrow.checkScanned(fixture.code(2));
        QTRY_COMPARE(escrow.finding(), Escrow::Right);
        escrow.checkScanned(QStringLiteral("https://example.com/"));
        QCOMPARE(escrow.finding(), Escrow::Bad);
    }

    void sharesAreBroughtTogether()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        QVERIFY(fixture.make());
        ShareCollector collector;
        test::keepsRules<ShareCollector>(&collector);
        QCOMPARE(collector.needed(), 0);
        QVERIFY(collector.add(fixture.share(2), {}));
        QTRY_VERIFY(!collector.isBusy());
        QCOMPARE(collector.progressText(), QStringLiteral("1 of 2 needed"));
        QVERIFY(!collector.isComplete());
        // the same once more
        QVERIFY(collector.addScanned(fixture.code(2)));
        QTRY_VERIFY(!collector.isBusy());
        QVERIFY(!fits(collector, 1));
        QVERIFY2(verdict(collector, 1).contains(QStringLiteral("once more")),
                 qPrintable(verdict(collector, 1)));
        QCOMPARE(collector.fitting(), 1);
        // a wrong one among too few: that one of them is, cannot be said which
        QVERIFY(collector.add(misread(fixture.share(0)), {}));
        QTRY_VERIFY(!collector.isBusy());
        QVERIFY(!collector.isComplete());
        QVERIFY(!collector.problemText().isEmpty());
        // a further one tells
        QVERIFY(collector.addScanned(fixture.code(1)));
        QTRY_VERIFY(collector.isComplete());
        QVERIFY(collector.problemText().isEmpty());
        QVERIFY(!fits(collector, 2));
        QCOMPARE(verdict(collector, 0), QStringLiteral("Belongs to the others."));
        collector.removeShare(2);
        QTRY_VERIFY(!collector.isBusy());
        QCOMPARE(collector.count(), 3);
        QVERIFY(collector.isComplete());
        collector.clear();
        QCOMPARE(collector.count(), 0);
        QVERIFY(!collector.isComplete());
    }

    void aShareOfAnotherSetIsNamed()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        QVERIFY(fixture.make());
        const QString old = fixture.code(0);
        QVERIFY(fixture.make());
        ShareCollector collector;
        QVERIFY(collector.addScanned(fixture.code(0)));
        QVERIFY(collector.addScanned(old));
        QTRY_VERIFY(!collector.isBusy());
        QVERIFY2(verdict(collector, 1).contains(QStringLiteral("another set")),
                 qPrintable(verdict(collector, 1)));
    }

    void whatIsNoShareIsExplained_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << QStringLiteral("  ") << QStringLiteral("nothing");
        QTest::newRow("another letter") << QStringLiteral("MAQA-ABCD") << QStringLiteral("letter S");
        QTest::newRow("impossible character") << QStringLiteral("SAQA-AB9D") << QStringLiteral("2 to 7");
        QTest::newRow("short") << QStringLiteral("SAQA-") + QString(40, QLatin1Char('A'))
                               << QStringLiteral("17 characters are missing");
        QTest::newRow("long") << QStringLiteral("SAQA-") + QString(60, QLatin1Char('A'))
                              << QStringLiteral("3 characters too many");
    }
    void whatIsNoShareIsExplained()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        ShareCollector collector;
        QVERIFY(!collector.add(secretFromText(text), {}));
        QVERIFY2(collector.errorText().contains(word), qPrintable(collector.errorText()));
        QCOMPARE(collector.count(), 0);
    }

    void theMasterKeyGoesAndComesBack()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        QVERIFY(fixture.make());
        Escrow& escrow = fixture.desktop->escrow;
        ShareCollector one;
        QVERIFY(one.add(fixture.share(0), {}));
        escrow.moveAway(&one);
        QTRY_VERIFY(!escrow.isBusy());
        QVERIFY(!escrow.errorText().isEmpty());
        QCOMPARE(escrow.place(), Escrow::Here);
        QVERIFY(one.add(fixture.share(1), {}));
        QSignalSpy moved(&escrow, &Escrow::movedAway);
        escrow.moveAway(&one);
        QVERIFY(moved.wait());
        QTRY_COMPARE(escrow.place(), Escrow::Elsewhere);
        QVERIFY(!escrow.canMake());
        QSignalSpy lent(&escrow, &Escrow::lentToUs);
        escrow.lend(&one);
        QVERIFY(lent.wait());
        QTRY_VERIFY(escrow.canMake());
    }

    void recoveryAnswersClearly_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("word");
        QTest::newRow("account gone") << int(Fault::NotFound) << QStringLiteral("no such account");
        QTest::newRow("unreachable") << int(Fault::Offline) << QStringLiteral("cannot be reached");
        QTest::newRow("slow") << int(Fault::Timeout) << QStringLiteral("cannot be reached");
        QTest::newRow("other mesh") << int(Fault::BadShare) << QStringLiteral("not those of this account");
        QTest::newRow("too few") << int(Fault::NotYet) << QStringLiteral("too few");
        QTest::newRow("does not open") << int(Fault::CannotDecrypt) << QStringLiteral("shares are right");
    }
    void recoveryAnswersClearly()
    {
        QFETCH(int, fault);
        QFETCH(QString, word);
        Fixture maker;
        QVERIFY(maker.isOpen());
        QVERIFY(maker.make());
        ShareCollector collector;
        QVERIFY(collector.add(maker.share(0), {}));
        QVERIFY(collector.add(maker.share(1), {}));
        maker.desktop.reset();

        Fixture blank(mesh::Stage::New);
        QVERIFY(blank.isOpen());
        Session& session = blank.desktop->session;
        blank.mesh->failNext(Fault(fault));
        session.recoverMesh(&collector, QStringLiteral("alice@example.com"), {}, QStringLiteral("New"));
        QTRY_VERIFY(!session.isBusy());
        QVERIFY2(session.errorText().contains(word), qPrintable(session.errorText()));
        QCOMPARE(session.stage(), Session::New);
        // nothing was lost: once more
        QCOMPARE(collector.count(), 2);
        session.recoverMesh(&collector, QStringLiteral("alice@example.com"), {}, QStringLiteral("New"));
        QTRY_COMPARE(session.stage(), Session::Ready);
        QVERIFY(session.errorText().isEmpty());
    }

    void addressesAreJudgedAsTheyAreTyped()
    {
        Fixture fixture(mesh::Stage::New);
        const Session& session = fixture.desktop->session;
        QVERIFY(session.addressError(QString()).isEmpty());
        QVERIFY(session.addressError(QStringLiteral("alice@example.com")).isEmpty());
        QVERIFY(session.addressError(QStringLiteral("alice@mm--mb2g-xxxx.example.com")).isEmpty());
        QVERIFY(!session.addressError(QStringLiteral("alice")).isEmpty());
        QVERIFY(!session.addressError(QStringLiteral("@example.com")).isEmpty());
        QVERIFY(!session.addressError(QStringLiteral("alice@example")).isEmpty());
    }

    void aFileGoesByItsCode()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        FileLocators& files = fixture.desktop->fileLocators;
        const QString original = fixture.folder.filePath(QStringLiteral("will.txt"));
        QFile file(original);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("the house goes to the cat");
        file.close();
        files.publish(QUrl::fromLocalFile(original));
        QTRY_COMPARE(files.publishedName(), QStringLiteral("will.txt"));
        QVERIFY(!files.qr().isNull());
        files.fetch(QStringLiteral(" udf://example.com/1\n"));
        QTRY_VERIFY(files.hasFound());
        QCOMPARE(files.foundName(), QStringLiteral("will.txt"));
        QVERIFY(files.isFoundVouched());
        QSignalSpy saved(&files, &FileLocators::saved);
        const QString copy = fixture.folder.filePath(QStringLiteral("copy.txt"));
        files.save(QUrl::fromLocalFile(copy));
        QVERIFY(saved.wait());
        QFile written(copy);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("the house goes to the cat"));
        files.save(QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all")));
        QTRY_VERIFY(!files.errorText().isEmpty());
        for (const auto& [text, word] :
             {std::pair("hello", "not the code"), std::pair("udf://example.com/9", "no file behind")}) {
            files.fetch(QString::fromLatin1(text));
            QTRY_VERIFY(!files.isBusy());
            QVERIFY2(files.errorText().contains(QString::fromLatin1(word)), qPrintable(files.errorText()));
            QVERIFY(!files.hasFound());
        }
        fixture.mesh->files().failNext(Fault::BadSignature);
        files.fetch(QStringLiteral("udf://example.com/1"));
        QTRY_VERIFY(files.errorText().contains(QStringLiteral("altered")));
        fixture.mesh->files().failNext(Fault::TooLarge);
        files.publish(QUrl::fromLocalFile(original));
        QTRY_VERIFY(files.errorText().contains(QStringLiteral("can be published")));
        files.publish(QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all")));
        QTRY_VERIFY(!files.isBusy());
        QVERIFY(files.publishedName().isEmpty());
    }

    void printersAreAsked()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        QVERIFY(fixture.make());
        Escrow& escrow = fixture.desktop->escrow;
        escrow.print(QStringLiteral("no printer of this name"), -1);
        QTRY_VERIFY(!escrow.errorText().isEmpty());
        QVERIFY(!escrow.isHandedOut());
    }
};

QTEST_MAIN(EscrowModelsTest)
#include "tst_escrow_models.moc"
