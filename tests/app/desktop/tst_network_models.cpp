#include "importer.h"
#include "interchange/wifi_network.h"
#include "network_editor.h"
#include "network_exporter.h"
#include "qr_code.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "text.h"

#include <QSignalSpy>
#include <QTest>
#include <botan/auto_rng.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/pkcs8.h>
#include <botan/x509self.h>

using namespace mmm;
using namespace mmm::desktop;

namespace {

using Fixture = test::ScriptedDesktop;

} // namespace

/// Networks in their form, with the files and codes that they come from and go to.
class NetworkModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void wifiIsKeptShownAndWritten()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        NetworkEditor editor(fixture.desktop->link);
        QVERIFY(!editor.startFromCode(QStringLiteral("https://example.com")));
        QVERIFY(editor.startFromCode(QStringLiteral("WIFI:T:WPA;S:Home;P:12345678;H:true;;")));
        QVERIFY(editor.isNew() && editor.isDirty() && editor.isValid() && editor.isHiddenNetwork());
        editor.setPassword(secretFromText(QStringLiteral("short")));
        QVERIFY(!editor.isValid() && !editor.passwordError().isEmpty());
        editor.setPassword(secretFromText(QStringLiteral("correct horse")));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(editor.hasCode() && !editor.isCodeShown());
        editor.showCode();
        QCOMPARE(readQr(editor.code().scaled(editor.code().size() * 8)),
                 std::optional(QStringLiteral("WIFI:T:WPA;S:Home;P:correct horse;H:true;;")));
        editor.copyPassword();
        QVERIFY(fixture.desktop->clipboard.holdsSecret());

        NetworkExporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &NetworkExporter::written);
        QSignalSpy failed(&exporter, &NetworkExporter::failed);
        const QString path = fixture.folder.filePath(QStringLiteral("home.nmconnection"));
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(written.count(), 1);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path + QStringLiteral(".conf")));
        QTRY_COMPARE(failed.count(), 1);

        Importer importer(fixture.desktop->link);
        importer.open(QUrl::fromLocalFile(path));
        QTRY_COMPARE(importer.preview()->duplicateCount(), 1);
        QCOMPARE(importer.kind(), Importer::NetworkList);
        importer.preview()->selectAll();
        QSignalSpy committed(&importer, &Importer::committed);
        importer.commit();
        QTRY_COMPARE(committed.count(), 1);
        QCOMPARE(fixture.account().networks().size(), std::size_t(2));
        fixture.desktop->link.close();
        QVERIFY(!editor.isCodeShown() && editor.password().empty());
    }

    void enterpriseAndTunnelsAreEdited()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        NetworkEditor editor(fixture.desktop->link);
        test::keepsRules<PeerModel>(editor.peers());
        editor.startNew();
        editor.setName(QStringLiteral("eduroam"));
        editor.setSecurity(NetworkEditor::Enterprise);
        editor.setMethod(1);
        editor.setInnerMethod(1);
        editor.setOuterName(QStringLiteral("DOMAIN\\anon"));
        QCOMPARE(editor.method(), 1);
        QCOMPARE(editor.outerName(), QStringLiteral("DOMAIN\\anon"));
        QCOMPARE(editor.furtherCount(), 0);
        QVERIFY(editor.isValid());
        editor.setName(QString(33, QLatin1Char('a')));
        QVERIFY(!editor.isValid());

        editor.startNew();
        editor.setKind(NetworkEditor::WireGuard);
        editor.setName(QStringLiteral("Office"));
        QVERIFY(!editor.isValid() && editor.publicKey().isEmpty());
        editor.makeKey();
        QVERIFY(editor.isValid());
        QCOMPARE(editor.publicKey().size(), 44);
        editor.setTunnelAddresses(QStringLiteral("10.0.0.2/32, nonsense"));
        QVERIFY(!editor.tunnelAddressesError().isEmpty());
        editor.setTunnelAddresses(QStringLiteral("10.0.0.2/32, fd00::2/128"));
        editor.setMtu(QStringLiteral("70000"));
        QVERIFY(!editor.mtuError().isEmpty());
        editor.setMtu(QStringLiteral("1420"));
        editor.peers()->add();
        QVERIFY(!editor.isValid());
        editor.peers()->setPublicKey(0, QStringLiteral("Z7kf8+gZ8fFhTCZfZ1P9VVyIVz2nnw0vOTcC6JGAlSU="));
        editor.peers()->setEndpoint(0, QStringLiteral("vpn.example.org:51820"));
        editor.peers()->setAllowed(0, QStringLiteral("0.0.0.0/0"));
        editor.peers()->setShared(0, editor.password());
        editor.peers()->setKeepAlive(0, QStringLiteral("25"));
        QVERIFY(editor.isValid());
        editor.peers()->add();
        editor.peers()->removePeer(1);
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().networks().read(fromText(editor.entryId()));
        QCOMPARE(row->entry.tunnel->addresses.size(), std::size_t(2));
        QCOMPARE(*row->entry.tunnel->peers.at(0).keepAlive, 25);

        NetworkExporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &NetworkExporter::written);
        const QString path = fixture.folder.filePath(QStringLiteral("office.conf"));
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(written.count(), 1);
        fixture.account().networks().conflict(fromText(editor.entryId()), row->entry, std::nullopt);
        QTRY_VERIFY(editor.hasConflict() && editor.isRemovedElsewhere());
        QTRY_COMPARE(fixture.desktop->networks.conflictCount(), 1);
    }

    void certificatesOfNetworksAreShownReplacedAndWritten()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Botan::AutoSeeded_RNG random;
        const Botan::ECDSA_PrivateKey key(random, Botan::EC_Group::from_name("secp256r1"));
        const auto certificate = Botan::X509::create_self_signed_cert(
            Botan::X509_Cert_Options("Authority of the office/AT"), key, "SHA-256", random);
        const auto put = [&](const char* name, const std::string& content) {
            QFile file(fixture.folder.filePath(QString::fromLatin1(name)));
            if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
                qFatal("no file");
            return QUrl::fromLocalFile(file.fileName());
        };
        const QUrl authority = put("authority.pem", certificate.PEM_encode());
        const QUrl privateKey = put("alice.key", Botan::PKCS8::PEM_encode(key));

        NetworkEditor editor(fixture.desktop->link);
        test::keepsRules<VpnTextModel>(editor.texts());
        test::keepsRules<NetworkFileModel>(editor.files());
        NetworkFileModel& files = *editor.files();
        const auto shown = [&](int row, int role) { return files.data(files.index(row), role).toString(); };
        editor.startNew();
        QCOMPARE(files.count(), 0);
        editor.setKind(NetworkEditor::Tls);
        editor.setName(QStringLiteral("Office"));
        editor.setAddress(QStringLiteral("vpn.example.org"));
        QCOMPARE(editor.programs().size(), 2);
        QCOMPARE(editor.program(), 0);
        QCOMPARE(files.count(), 1); // who signs in with a password knows the authority
        QVERIFY(editor.hasPassword() && editor.hasUsername() && !editor.hasSharedKey());
        editor.setProof(1);
        QCOMPARE(files.count(), 3);
        // a certificate says who it is
        QVERIFY(!editor.hasPassword() && !editor.hasUsername() && editor.hasPassphrase() && files.hasMore());
        editor.setPassphrase(secretFromText(QStringLiteral("opens the key")));
        QVERIFY(editor.isValid());

        QSignalSpy failed(&editor, &NetworkEditor::fileFailed);
        editor.replaceFile(0, authority);
        QTRY_COMPARE(shown(0, NetworkFileModel::OwnerRole), QStringLiteral("Authority of the office"));
        QCOMPARE(shown(0, NetworkFileModel::FingerprintRole).size(), 95);
        QVERIFY(shown(0, NetworkFileModel::WarningRole).isEmpty());
        editor.replaceFile(2, authority);
        QTRY_COMPARE(failed.count(), 1); // there is no key in it
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("authority.pem")));
        editor.replaceFile(2, privateKey);
        QTRY_VERIFY(files.data(files.index(2), NetworkFileModel::PresentRole).toBool());
        files.showAll();
        QVERIFY(!files.hasMore() && files.count() > 3);
        editor.texts()->setValue(2, QStringLiteral("AES-256-GCM"));
        // what is there stays, whatever else is chosen
        editor.setProof(2);
        QCOMPARE(shown(0, NetworkFileModel::OwnerRole), QStringLiteral("Authority of the office"));
        QCOMPARE(editor.texts()->data(editor.texts()->index(2), VpnTextModel::ValueRole).toString(),
                 QStringLiteral("AES-256-GCM"));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().networks().read(fromText(editor.entryId()));
        QCOMPARE(row->entry.attachments.size(), std::size_t(2));
        QCOMPARE(editor.furtherCount(), 0);

        NetworkExporter exporter(fixture.desktop->link);
        QSignalSpy written(&exporter, &NetworkExporter::written);
        QSignalSpy refused(&exporter, &NetworkExporter::failed);
        const QString path = fixture.folder.filePath(QStringLiteral("office.nmconnection"));
        for (int i = 1; i <= 2; ++i) { // the same again is no harm
            exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
            QTRY_COMPARE(written.count(), i);
        }
        const QString keyPath = fixture.folder.filePath(QStringLiteral("office-key.pem"));
        QCOMPARE(QFile::permissions(keyPath) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        (void)put("office-key.pem", "somebody else's");
        exporter.write(editor.entryId(), QUrl::fromLocalFile(path));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("office-key.pem")));

        // and back, with others at once: what is not there is said
        const QUrl wifi = put("home.nmconnection", "[connection]\nid=Home\ntype=wifi\n[wifi]\nssid=Home\n");
        const QUrl text = put("poem.conf", "no network");
        Importer importer(fixture.desktop->link);
        QSignalSpy opened(&importer, &Importer::opened);
        importer.openAll({text, QUrl::fromLocalFile(path), wifi});
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(importer.preview()->count(), 2);
        QVERIFY(importer.noteText().contains(QStringLiteral("poem.conf")));
        QVERIFY(importer.noteText().contains(QStringLiteral("office-ca.pem")));
        QVERIFY(importer.noteText().contains(QStringLiteral("“office-key.pem” is neither")));
        importer.openAll({text, QUrl::fromLocalFile(fixture.folder.path())});
        QTRY_VERIFY(!importer.errorText().isEmpty());

        files.remove(0);
        QVERIFY(editor.isDirty());
        QVERIFY(!files.data(files.index(0), NetworkFileModel::PresentRole).toBool());
    }

    void sharedKeysOfNetworksAreEdited()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        NetworkEditor editor(fixture.desktop->link);
        editor.startNew();
        editor.setKind(NetworkEditor::Ipsec);
        editor.setName(QStringLiteral("Branch"));
        editor.setAddress(QStringLiteral("gw.example.org"));
        QCOMPARE(editor.proofs().size(), 4); // strongSwan
        editor.setProgram(2);
        QVERIFY(editor.hasSharedKey() && !editor.hasPassphrase());
        editor.setSharedKey(secretFromText(QStringLiteral("  of all; ")));
        QCOMPARE(editor.sharedKey().text(), std::string_view("  of all; "));
        editor.texts()->setValue(0, QStringLiteral("staff"));
        QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = fixture.account().networks().read(fromText(editor.entryId()));
        QCOMPARE(interchange::settingText(row->entry, "vpn", "IPSec ID"), std::string("staff"));
        QCOMPARE(interchange::settingText(row->entry, "vpn-secrets", "IPSec secret"),
                 std::string("  of all; "));
        // people who sign in to a Wi-Fi network with a certificate
        editor.startNew();
        editor.setSecurity(NetworkEditor::Enterprise);
        QVERIFY(!editor.hasPassphrase());
        editor.setMethod(4);
        QCOMPARE(editor.files()->count(), 3);
        QVERIFY(editor.hasPassphrase());
    }
};

QTEST_MAIN(NetworkModelsTest)
#include "tst_network_models.moc"
