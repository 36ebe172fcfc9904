#include "mail_editor.h"
#include "mail_files.h"
#include "support/example_data.h"
#include "support/scripted_desktop.h"
#include "text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// The desktop over a scripted mesh with the examples.
struct Fixture : test::ScriptedDesktop
{
    Fixture() : ScriptedDesktop(mesh::Stage::Ready, test::fillWithExamples) { start(); }
    bool isOpen()
    {
        return QTest::qWaitFor([this] { return desktop->mailAccounts.count() == 1; });
    }
    [[nodiscard]] QByteArray content(const QString& path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

/// Mail accounts with their servers and keys, from the form into files of mail programs and back.
class MailAccountTest : public QObject
{
    Q_OBJECT
private slots:
    void serversAreCheckedAndKept()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        MailEditor editor(fixture.desktop->link);
        editor.load(fixture.desktop->mailAccounts.entryAt(0));
        QTRY_VERIFY(editor.isLoaded());
        QVERIFY(editor.isValid() && !editor.isDirty());
        editor.startNew();
        QVERIFY(!editor.isValid() && !editor.isDirty());
        QVERIFY(editor.incoming()->hostError().isEmpty());
        editor.save();
        QVERIFY(!editor.incoming()->hostError().isEmpty() && !editor.outgoing()->hostError().isEmpty());
        editor.setAddress(QStringLiteral("not an address"));
        QVERIFY(!editor.addressError().isEmpty());
        editor.setAddress(QStringLiteral("bob@example.org"));
        editor.incoming()->setHost(QStringLiteral("two words"));
        QVERIFY(!editor.isValid());
        editor.incoming()->setHost(QStringLiteral("imap.example.org"));
        editor.incoming()->setPort(QStringLiteral("99999"));
        QVERIFY(!editor.isValid() && !editor.incoming()->portError().isEmpty());
        editor.incoming()->setPort({});
        editor.incoming()->setProtocol(MailServer::Pop);
        editor.incoming()->setDirect(false);
        QCOMPARE(editor.incoming()->usualPort(), QStringLiteral("110"));
        editor.incoming()->setPassword(secretFromText(QStringLiteral("correct horse")));
        editor.incoming()->copyPassword();
        QVERIFY(fixture.desktop->clipboard.holdsSecret());
        editor.outgoing()->setHost(QStringLiteral("smtp.example.org"));
        editor.outgoing()->setUserName(QStringLiteral("bob"));
        QVERIFY(editor.isValid() && editor.isDirty());
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.mesh->scripted().mailAccounts().read(fromText(editor.entryId()));
        QVERIFY(row.has_value());
        QCOMPARE(row->entry.accountAddress, std::vector<std::string>{"bob@example.org"});
        QCOMPARE(row->entry.inbound.at(0).prefix, std::string("pop3"));
        QCOMPARE(row->entry.inbound.at(0).security, std::vector<std::string>{"Upgrade"});
        QCOMPARE(row->entry.outbound.at(0).userName, std::string("bob"));
        QTRY_COMPARE(fixture.desktop->mailAccounts.count(), 2);
        QCOMPARE(fixture.desktop->sshProfiles.count(), 1);

        MailFiles files(fixture.desktop->link);
        QSignalSpy written(&files, &MailFiles::written);
        for (const char* name : {"config.xml", "config.mobileconfig"}) {
            const QString path = fixture.folder.filePath(QString::fromLatin1(name));
            const auto before = written.count();
            files.writeConfig(editor.entryId(), QUrl::fromLocalFile(path));
            QTRY_COMPARE(written.count(), before + 1);
            QVERIFY(fixture.content(path).contains("smtp.example.org"));
            QVERIFY(!fixture.content(path).contains("correct horse"));
        }
        fixture.mesh->scripted().mailAccounts().conflict(fromText(editor.entryId()), row->entry,
                                                         std::nullopt);
        QTRY_VERIFY(editor.hasConflict() && editor.isRemovedElsewhere());
        fixture.desktop->link.close();
        QVERIFY(!editor.isLoaded() && editor.incoming()->password().empty());
    }

    void aKeyIsMadeWrittenAndTaken()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        MailEditor editor(fixture.desktop->link);
        QSignalSpy failed(&editor, &MailEditor::keyFailed);
        editor.startNew();
        editor.makeCertificate();
        QCOMPARE(failed.count(), 1); // for no address
        editor.load(fixture.desktop->mailAccounts.entryAt(0));
        QTRY_VERIFY(editor.isLoaded());
        editor.makeCertificate();
        QVERIFY(editor.isWorking());
        QTRY_VERIFY_WITH_TIMEOUT(editor.hasCertificate(), 60000);
        QVERIFY(editor.isDirty() && !editor.isWorking());
        QVERIFY(editor.certificateOwner().contains(QStringLiteral("alice@example.com")));
        QVERIFY(!editor.certificateWarning().isEmpty()); // nobody vouches for it
        const QString fingerprint = editor.certificateFingerprint();
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);

        MailFiles files(fixture.desktop->link);
        QSignalSpy written(&files, &MailFiles::written);
        const SharedSecret passphrase = secretFromText(QStringLiteral("correct horse"));
        QVERIFY(!MailFiles::passphraseError(secretFromText(QStringLiteral("short")), {}).isEmpty());
        QVERIFY(!MailFiles::passphraseError(passphrase, {}).isEmpty());
        QVERIFY(MailFiles::passphraseError(passphrase, passphrase).isEmpty());
        const QString keyPath = fixture.folder.filePath(QStringLiteral("key.p12"));
        files.writeKey(editor.entryId(), QUrl::fromLocalFile(keyPath), passphrase);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 60000);
        QCOMPARE(QFile::permissions(keyPath) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QString certificatePath = fixture.folder.filePath(QStringLiteral("certificate.pem"));
        files.writeCertificate(editor.entryId(), QUrl::fromLocalFile(certificatePath));
        QTRY_COMPARE(written.count(), 2);
        QVERIFY(fixture.content(certificatePath).startsWith("-----BEGIN CERTIFICATE-----\n"));

        editor.removeCertificate();
        QVERIFY(!editor.hasCertificate() && editor.isDirty());
        editor.importCertificate(QUrl::fromLocalFile(keyPath), secretFromText(QStringLiteral("wrong")));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 60000);
        editor.importCertificate(QUrl::fromLocalFile(certificatePath), passphrase);
        QTRY_COMPARE(failed.count(), 3);
        editor.importCertificate(QUrl::fromLocalFile(keyPath), passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(editor.hasCertificate(), 60000);
        QCOMPARE(editor.certificateFingerprint(), fingerprint);
        QVERIFY(!editor.isDirty()); // what was there before
        editor.setAddress(QStringLiteral("somebody@else.example"));
        QVERIFY(editor.certificateWarning().contains(QStringLiteral("another address")));

        // what is made for a form that is gone goes nowhere
        editor.revert();
        editor.removeCertificate();
        editor.makeCertificate();
        editor.startNew();
        QTRY_VERIFY_WITH_TIMEOUT(!editor.isWorking(), 60000);
        QVERIFY(!editor.hasCertificate());
    }

    void aPgpKeyIsMadeWrittenAndTaken()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        MailEditor editor(fixture.desktop->link);
        if (!editor.hasOpenPgp()) {
            editor.startNew();
            QVERIFY(!editor.hasPgpKey());
            return; // built without it: the page does not offer it
        }
        QSignalSpy failed(&editor, &MailEditor::keyFailed);
        editor.load(fixture.desktop->mailAccounts.entryAt(0));
        QTRY_VERIFY(editor.isLoaded());
        editor.makePgpKey();
        QVERIFY(editor.isWorking());
        editor.cancelWork(); // nothing comes of it, and it is no failure
        QTRY_VERIFY_WITH_TIMEOUT(!editor.isWorking(), 60000);
        QVERIFY(!editor.hasPgpKey() && !editor.isDirty() && failed.isEmpty());
        editor.makePgpKey();
        QVERIFY(editor.isWorking());
        QTRY_VERIFY_WITH_TIMEOUT(editor.hasPgpKey(), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!editor.pgpFingerprint().isEmpty(), 60000);
        QVERIFY(editor.isDirty() && editor.pgpWarning().isEmpty());
        QVERIFY(editor.pgpOwner().contains(QStringLiteral("<alice@example.com>")));
        QVERIFY(!editor.pgpTime().isEmpty());
        const QString fingerprint = editor.pgpFingerprint();
        QCOMPARE(fingerprint.size(), 49); // ten groups of four
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);

        MailFiles files(fixture.desktop->link);
        QSignalSpy written(&files, &MailFiles::written);
        const SharedSecret passphrase = secretFromText(QStringLiteral("correct horse"));
        const QString keyPath = fixture.folder.filePath(QStringLiteral("key.asc"));
        files.writePgpKey(editor.entryId(), QUrl::fromLocalFile(keyPath), passphrase);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 60000);
        QCOMPARE(QFile::permissions(keyPath) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QString publicPath = fixture.folder.filePath(QStringLiteral("public.asc"));
        files.writePgpCertificate(editor.entryId(), QUrl::fromLocalFile(publicPath));
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 2, 60000);
        QVERIFY(fixture.content(publicPath).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----"));

        editor.removePgpKey();
        QVERIFY(!editor.hasPgpKey() && editor.isDirty() && editor.pgpFingerprint().isEmpty());
        editor.importPgpKey(QUrl::fromLocalFile(keyPath), secretFromText(QStringLiteral("wrong")));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
        editor.importPgpKey(QUrl::fromLocalFile(publicPath), passphrase);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 60000);
        editor.importPgpKey(QUrl::fromLocalFile(keyPath), passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(editor.hasPgpKey(), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(editor.pgpFingerprint(), fingerprint, 60000);
        editor.setAddress(QStringLiteral("somebody@else.example"));
        QVERIFY(editor.pgpWarning().contains(QStringLiteral("another address")));
    }
};

QTEST_MAIN(MailAccountTest)
#include "tst_mail_account.moc"
