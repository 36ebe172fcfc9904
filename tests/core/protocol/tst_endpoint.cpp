#include "protocol/endpoint.h"

#include <QTest>

using namespace mmm;
using namespace mmm::protocol;

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void namesThePortal()
    {
        const Endpoint plain{.host = "Service.Example"};
        QCOMPARE(plain.portalName(), "service.example");
        QCOMPARE(plain.hostField(), "service.example");
        QCOMPARE(plain.url(), "https://Service.Example:443/.well-known/mmm");
        const Endpoint other{.host = "::1", .port = 4433, .hostHeader = "mesh.example"};
        QCOMPARE(other.portalName(), "mesh.example");
        QCOMPARE(other.hostField(), "mesh.example:4433");
        QCOMPARE(other.url(), "https://[::1]:4433/.well-known/mmm");
        QCOMPARE(Endpoint({.host = "FE80::1", .port = 1}).hostField(), "[fe80::1]:1");
    }

    void bothEndsAgreeOnTheName()
    {
        for (const char* host : {"Mesh.Example", "192.0.2.1", "2001:DB8::1", "localhost"}) {
            const Endpoint endpoint{.host = host, .port = 8443};
            QCOMPARE(nameOfHostField(endpoint.hostField()).value(), endpoint.portalName());
        }
    }

    void refusesHostFields_data()
    {
        QTest::addColumn<QString>("field");
        for (const char* field : {"", ":443", "a b", "a:b", "a:123456", "[::1", "[::1]x", "[abc]", "a..b",
                                  "-a", "a-.b", "a/b", "user@a", "a\tb", "[1.2.3.4]", "::1", "a:1:2"})
            QTest::newRow(field) << QString::fromLatin1(field);
        QTest::newRow("long label") << QString(64, 'a');
        QTest::newRow("long name") << QString("a.").repeated(200) + "a";
    }
    void refusesHostFields()
    {
        QFETCH(QString, field);
        const auto name = nameOfHostField(field.toStdString());
        QVERIFY(!name);
        QCOMPARE(name.error().fault, Fault::Malformed);
    }

    void knowsNamesFromAddresses()
    {
        QVERIFY(isAddressLiteral("127.0.0.1"));
        QVERIFY(isAddressLiteral("fe80::1%eth0"));
        QVERIFY(!isAddressLiteral("127.0.0.256"));
        QVERIFY(!isAddressLiteral("example"));
        QVERIFY(!isAddressLiteral(std::string(100, ':')));
        QVERIFY(isDnsName("a.example."));
        QVERIFY(isDnsName("_mmm._tcp.example"));
        QVERIFY(!isDnsName("a b"));
        QVERIFY(!isDnsName("."));
    }
};

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
