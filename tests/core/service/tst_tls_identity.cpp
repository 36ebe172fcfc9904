#include "service/tls_identity.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/pem.h>
#include <botan/system_rng.h>
#include <openssl/x509.h>

using namespace mmm;
using namespace mmm::service;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kNow = std::chrono::sys_days(std::chrono::year(2030) / 5 / 6);

QByteArray bytesOfVector(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

TlsIdentity make(TimePoint now = kNow)
{
    return TlsIdentity::create({{"service.example"}, {"192.0.2.7", "2001:db8::7"}}, now).value();
}

} // namespace

class TestTlsIdentity : public QObject
{
    Q_OBJECT

private slots:
    void makesACertificateThatOthersRead()
    {
        const TlsIdentity identity = make();
        const QSslCertificate certificate(bytesOfVector(identity.chain().front()), QSsl::Der);
        QVERIFY(!certificate.isNull());
        QCOMPARE(certificate.effectiveDate().toSecsSinceEpoch(), (kNow - 24h).time_since_epoch().count());
        QVERIFY(certificate.expiryDate() >
                QDateTime::fromSecsSinceEpoch(kNow.time_since_epoch().count()).addYears(10).addDays(-2));
        QCOMPARE(identity.expires().time_since_epoch().count(), certificate.expiryDate().toSecsSinceEpoch());
        const auto names = certificate.subjectAlternativeNames();
        QCOMPARE(names.values(QSsl::DnsEntry), QStringList{"service.example"});
        const QStringList addresses = names.values(QSsl::IpAddressEntry);
        QVERIFY(addresses.contains("192.0.2.7"));
        QVERIFY(addresses.contains("2001:db8::7", Qt::CaseInsensitive) ||
                addresses.contains("2001:DB8:0:0:0:0:0:7"));
        QCOMPARE(bytesOfVector(identity.certificateSha256()), certificate.digest(QCryptographicHash::Sha256));
        QVERIFY(certificate.serialNumber() !=
                QSslCertificate(bytesOfVector(make().chain().front()), QSsl::Der).serialNumber());
    }

    void pinsTheWholePublicKeyInfo()
    {
        const TlsIdentity identity = make();
        const Bytes& der = identity.chain().front();
        const unsigned char* at = der.data();
        X509* certificate = d2i_X509(nullptr, &at, long(der.size()));
        unsigned char* info = nullptr;
        const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &info);
        const QByteArray expected = QCryptographicHash::hash(
            QByteArray(reinterpret_cast<const char*>(info), size), QCryptographicHash::Sha256);
        OPENSSL_free(info);
        X509_free(certificate);
        QCOMPARE(bytesOfVector(identity.spkiSha256()), expected);
    }

    void comesBackFromWhatWasStored()
    {
        const TlsIdentity identity = make();
        const auto again = TlsIdentity::load(identity.chainPem(), identity.privateKey());
        QVERIFY(again);
        QCOMPARE(again->spkiSha256(), identity.spkiSha256());
        QVERIFY(again->privateKey() == identity.privateKey());
        QCOMPARE(again->expires(), identity.expires());
    }

    void readsAnOperatorsFiles()
    {
        QTemporaryDir folder;
        const TlsIdentity identity = make();
        const TlsIdentity issuer = make();
        const auto write = [&](const char* name, const std::string& text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.data(), qint64(text.size()));
        };
        const std::string params =
            Botan::PEM_Code::encode(Botan::EC_Group::from_name("secp256r1").DER_encode(), "EC PARAMETERS");
        write("chain.pem", identity.chainPem() + "\n\n" + issuer.chainPem() + "\n");
        write("key.pem", params + Botan::PEM_Code::encode(identity.privateKey().vector(), "PRIVATE KEY"));
        write("encrypted.pem",
              Botan::PEM_Code::encode(identity.privateKey().vector(), "ENCRYPTED PRIVATE KEY"));
        write("large.pem", std::string(300000, ' '));
        const auto path = [&](const char* name) {
            return std::filesystem::path(folder.filePath(name).toStdString());
        };

        const auto loaded = TlsIdentity::loadFiles(path("chain.pem"), path("key.pem"));
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        QCOMPARE(loaded->chain().size(), 2u);
        QCOMPARE(loaded->spkiSha256(), identity.spkiSha256());
        QCOMPARE(TlsIdentity::loadFiles(path("chain.pem"), path("encrypted.pem")).error().fault,
                 Fault::Unsupported);
        QCOMPARE(TlsIdentity::loadFiles(path("none.pem"), path("key.pem")).error().fault, Fault::NotFound);
        QCOMPARE(TlsIdentity::loadFiles(path("large.pem"), path("key.pem")).error().fault, Fault::TooLarge);
        QCOMPARE(TlsIdentity::loadFiles(path("key.pem"), path("key.pem")).error().fault, Fault::Malformed);
        QCOMPARE(TlsIdentity::loadFiles(path("chain.pem"), path("chain.pem")).error().fault,
                 Fault::Malformed);
    }

    void refusesWhatDoesNotFit()
    {
        const TlsIdentity identity = make();
        QCOMPARE(TlsIdentity::load(identity.chainPem(), make().privateKey()).error().fault, Fault::BadKey);
        QCOMPARE(TlsIdentity::load("", identity.privateKey()).error().fault, Fault::Malformed);
        QCOMPARE(TlsIdentity::load("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                   identity.privateKey())
                     .error()
                     .fault,
                 Fault::Malformed);
        QCOMPARE(TlsIdentity::load(identity.chainPem(), Secret(bytesOf("nonsense"))).error().fault,
                 Fault::Malformed);
        QCOMPARE(TlsIdentity::create({{"two words"}, {}}, kNow).error().fault, Fault::Malformed);
        QCOMPARE(TlsIdentity::create({{}, {"300.1.1.1"}}, kNow).error().fault, Fault::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestTlsIdentity)
#include "tst_tls_identity.moc"
