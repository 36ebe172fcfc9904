#include "core/service/host_fixture.h"

#include <QFile>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>

using namespace mmm;
using namespace mmm::protocol;
using namespace mmm::service;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(mmm::Fault)

namespace {

QByteArray bytesOfVector(BytesView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

QSslCertificate certificateOf(const TlsIdentity& identity)
{
    return QSslCertificate(bytesOfVector(identity.chain().front()), QSsl::Der);
}

Endpoint endpointOf(const HttpHost& host)
{
    return host.listening().front();
}

const BytesView kRequest = bytesOf("{\"Hello\":{}}");

/// A server that answers every request with the same octets, then optionally closes.
class FixedServer
{
public:
    explicit FixedServer(QByteArray answer, bool isClosing = false,
                         QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(certificateOf(testIdentity()));
        tls.setPrivateKey(QSslKey(bytesOfVector(testIdentity().privateKey().view()), QSsl::Ec, QSsl::Der));
        if (tls.privateKey().isNull()) { // Qt reads PKCS #8 only as PEM
            const QByteArray pem = "-----BEGIN PRIVATE KEY-----\n" +
                                   bytesOfVector(testIdentity().privateKey().view()).toBase64() +
                                   "\n-----END PRIVATE KEY-----\n";
            tls.setPrivateKey(QSslKey(pem, QSsl::Ec, QSsl::Pem));
        }
        tls.setProtocol(protocol);
        server.setSslConfiguration(tls);
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, [this, answer, isClosing] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::readyRead, [this, socket, answer, isClosing] {
                    received += socket->readAll();
                    socket->write(answer);
                    if (isClosing)
                        socket->disconnectFromHost();
                });
            }
        });
    }

    Endpoint endpoint() const { return {.host = "127.0.0.1", .port = server.serverPort()}; }

    QSslServer server;
    QByteArray received;
    int connections = 0;
};

QByteArray response(const QByteArray& body, const QByteArray& status = "201 Created")
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void postsAndReusesTheConnection()
    {
        const auto host = startHost(echo);
        HttpClient client;
        for (int i = 0; i < 3; ++i) {
            const auto reply = client.post(endpointOf(*host), testPin(), kRequest, 20s);
            QVERIFY2(reply, reply ? "" : reply.error().detail.c_str());
            QCOMPARE(reply->status, 201);
            QCOMPARE(textOf(reply->body), "{\"Hello\":{}}");
            QCOMPARE(reply->contentType, "application/json");
        }
        QCOMPARE(host->counters().connections, 1u);
        client.closeIdleConnections();
        QVERIFY(client.post(endpointOf(*host), testPin(), kRequest, 20s));
        QCOMPARE(host->counters().connections, 2u);
    }

    void returnsEveryStatusWithItsBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 303, 307, 400, 401, 404, 405, 409, 413, 500, 503})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void returnsEveryStatusWithItsBody()
    {
        QFETCH(int, status);
        const auto host = startHost([status](HttpRequest, std::shared_ptr<Reply> reply) {
            reply->send(statusResponse(status, "because"));
        });
        HttpClient client;
        for (int i = 0; i < 2; ++i) {
            const auto reply = client.post(endpointOf(*host), testPin(), kRequest, 20s);
            QVERIFY2(reply, reply ? "" : reply.error().detail.c_str());
            QCOMPARE(reply->status, status);
            QVERIFY(textOf(reply->body).find("because") != std::string_view::npos);
        }
        QCOMPARE(host->counters().requests, 2u);
    }

    void getsObjects()
    {
        const auto host =
            startHost(echo, loopbackOptions(), [](UdfRequest request, std::shared_ptr<Reply> reply) {
                reply->send({200, copyOf(bytesOf(request.identifier)), "application/dare"});
            });
        HttpClient client;
        Endpoint endpoint = endpointOf(*host);
        endpoint.path = "/.well-known/mmm-udf/MABC";
        const auto reply = client.get(endpoint, testPin(), 20s);
        QVERIFY(reply);
        QCOMPARE(textOf(reply->body), "MABC");
        QCOMPARE(reply->contentType, "application/dare");
    }

    void carriesLargeBodiesBothWays()
    {
        const auto host = startHost(echo);
        HttpClient client;
        const Bytes body(4 << 20, 'b');
        const auto reply = client.post(endpointOf(*host), testPin(), body, 60s);
        QVERIFY(reply);
        QVERIFY(reply->body == body);
    }

    void tellsThePortalsName()
    {
        std::promise<std::string> seen;
        const auto host = startHost([&](HttpRequest request, std::shared_ptr<Reply> reply) {
            seen.set_value(request.host);
            reply->send({201});
        });
        Endpoint endpoint = endpointOf(*host);
        endpoint.hostHeader = "Mesh.Example";
        HttpClient client;
        QVERIFY(client.post(endpoint, testPin(), kRequest, 20s));
        QCOMPARE(seen.get_future().get(), endpoint.portalName());
    }

    void sendsNothingToAnotherKey()
    {
        const auto host = startHost(echo);
        HttpClient client;
        const TlsIdentity other =
            TlsIdentity::create({{"localhost"}, {"127.0.0.1"}}, SystemClock().now()).value();
        const auto reply =
            client.post(endpointOf(*host), TlsTrust::pinned(other.spkiSha256()), kRequest, 20s);
        QVERIFY(!reply);
        QCOMPARE(reply.error().fault, Fault::WrongService);
        // Neither on a connection that was found good under another pin.
        QVERIFY(client.post(endpointOf(*host), testPin(), kRequest, 20s));
        QCOMPARE(
            client.post(endpointOf(*host), TlsTrust::pinned(other.spkiSha256()), kRequest, 20s).error().fault,
            Fault::WrongService);
        QCOMPARE(client.post(endpointOf(*host), TlsTrust::system(), kRequest, 20s).error().fault,
                 Fault::TlsFailed);
        QCOMPARE(host->counters().requests, 1u);
        QCOMPARE(host->counters().rejectedRequests, 0u);
    }

    void sendsNothingToAnotherKeyThatTheSystemTrusts()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(certificateOf(testIdentity()));
        QSslConfiguration::setDefaultConfiguration(trusting);
        FixedServer server(response("{}"));
        HttpClient client;
        // The system's trust works at all…
        const auto trusted = client.post(server.endpoint(), TlsTrust::system(), kRequest, 20s);
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY2(trusted, trusted ? "" : trusted.error().detail.c_str());
        QVERIFY(!server.received.isEmpty());
        server.received.clear();
        // …and does not replace the pin.
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto reply = client.post(server.endpoint(), TlsTrust::pinned(Bytes(32, 1)), kRequest, 20s);
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(reply.error().fault, Fault::WrongService);
        QTest::qWait(100);
        QVERIFY(server.received.isEmpty());
    }

    void demandsTheNameOfThePortal()
    {
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(certificateOf(testIdentity()));
        QSslConfiguration::setDefaultConfiguration(trusting);
        FixedServer server(response("{}"));
        HttpClient client;
        Endpoint endpoint = server.endpoint();
        endpoint.hostHeader = "service.example"; // the certificate names mmm.service.example only
        const auto wrong = client.post(endpoint, TlsTrust::system(), kRequest, 20s);
        const QByteArray sent = server.received;
        endpoint.alsoNamed = {"mmm.service.example"};
        const auto right = client.post(endpoint, TlsTrust::system(), kRequest, 20s);
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(wrong.error().fault, Fault::TlsFailed);
        QVERIFY(sent.isEmpty());
        QVERIFY2(right, right ? "" : right.error().detail.c_str());
    }

    void speaksNothingButTls13()
    {
        FixedServer old(response("{}"), false, QSsl::TlsV1_2);
        HttpClient client;
        QCOMPARE(client.post(old.endpoint(), testPin(), kRequest, 20s).error().fault, Fault::TlsFailed);
        QVERIFY(old.received.isEmpty());

        QTcpServer plain; // answers a TLS handshake with HTTP
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this,
                [&] { plain.nextPendingConnection()->write(response("{}")); });
        const Endpoint endpoint{.host = "127.0.0.1", .port = plain.serverPort()};
        QCOMPARE(client.post(endpoint, testPin(), kRequest, 20s).error().fault, Fault::TlsFailed);
    }

    void speaksPlainHttpOnlyToLoopbackAndOnlyWhenAsked()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [socket] { socket->write(response("plain")); });
        });
        HttpClient client({.isPlainLoopbackAllowed = true});
        const auto reply =
            client.post({.host = "127.0.0.1", .port = plain.serverPort()}, TlsTrust::system(), kRequest, 20s);
        QVERIFY(reply);
        QCOMPARE(textOf(reply->body), "plain");
    }

    void failsClearlyOnBadAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isClosing");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9\r\n\r\n\r\n") << true << Fault::Offline;
        QTest::newRow("nothing") << QByteArray() << true << Fault::Offline;
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
                                     << true << Fault::Offline;
        QTest::newRow("half a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-") << true << Fault::Offline;
        QTest::newRow("too large") << response(QByteArray(100000, 'x')) << false << Fault::TooLarge;
        QTest::newRow("too large, announced")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n") << false
            << Fault::TooLarge;
        QTest::newRow("too large, unannounced")
            << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(100000, 'x') << false << Fault::TooLarge;
        QTest::newRow("never ending")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc") << false << Fault::Timeout;
        QTest::newRow("silence") << QByteArray() << false << Fault::Timeout;
    }
    void failsClearlyOnBadAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isClosing);
        QFETCH(Fault, fault);
        FixedServer server(answer, isClosing);
        HttpClient client({.mostBodyBytes = 50000});
        const auto reply =
            client.post(server.endpoint(), testPin(), kRequest, fault == Fault::Timeout ? 1s : 20s);
        QVERIFY(!reply);
        QVERIFY2(reply.error().fault == fault, reply.error().detail.c_str());
    }

    void followsNoRedirects()
    {
        FixedServer target(response("{}"));
        FixedServer server("HTTP/1.1 307 Temporary Redirect\r\nLocation: " +
                           QByteArray::fromStdString(target.endpoint().url()) +
                           "\r\nContent-Length: 2\r\n\r\n{}");
        HttpClient client;
        const auto reply = client.post(server.endpoint(), testPin(), kRequest, 20s);
        QVERIFY(reply);
        QCOMPARE(reply->status, 307);
        QCOMPARE(target.connections, 0);
    }

    void answersNoChallenges()
    {
        FixedServer server(
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 4\r\n\r\nbody");
        HttpClient client;
        const auto reply = client.post(server.endpoint(), testPin(), kRequest, 20s);
        QVERIFY2(reply, reply ? "" : reply.error().detail.c_str());
        QCOMPARE(reply->status, 401);
        QVERIFY(!server.received.contains("Authorization"));
    }

    void saysWhenNobodyIsThere()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const Endpoint endpoint{.host = "127.0.0.1", .port = gone.serverPort()};
        gone.close();
        HttpClient client;
        QCOMPARE(client.post(endpoint, testPin(), kRequest, 20s).error().fault, Fault::Offline);
        QCOMPARE(client.post({.host = "host.invalid"}, testPin(), kRequest, 20s).error().fault,
                 Fault::Offline);
    }

    void refusesEndpointsThatAreNone()
    {
        HttpClient client;
        for (const Endpoint& endpoint :
             std::initializer_list<Endpoint>{{.host = ""},
                                             {.host = "a b"},
                                             {.host = "a", .path = "relative"},
                                             {.host = "a", .path = "/a b"},
                                             {.host = "a", .path = "/#x"},
                                             {.host = "a", .hostHeader = "x\r\nEvil: 1"}})
            QCOMPARE(client.post(endpoint, testPin(), kRequest, 1s).error().fault, Fault::Malformed);
        QCOMPARE(client.post({.host = "a"}, TlsTrust::pinned({1, 2}), kRequest, 1s).error().fault,
                 Fault::Malformed);
    }

    void stopsAtOnceWhenCancelled()
    {
        const auto host =
            startHost([held = std::make_shared<std::vector<std::shared_ptr<Reply>>>()](
                          HttpRequest, std::shared_ptr<Reply> reply) { held->push_back(std::move(reply)); });
        HttpClient client;
        std::stop_source stop;
        std::thread canceller([&] {
            while (host->counters().requests == 0)
                std::this_thread::sleep_for(10ms);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.post(endpointOf(*host), testPin(), kRequest, 60s, stop.get_token()).error().fault,
                 Fault::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
        canceller.join();
        QCOMPARE(client.post(endpointOf(*host), testPin(), kRequest, 60s, stop.get_token()).error().fault,
                 Fault::Cancelled);
        QTRY_COMPARE(host->counters().abandonedRequests, 1u); // the service notices
        QCOMPARE(host->counters().requests, 1u);
    }

    void worksInThreadsWithoutAnEventLoop()
    {
        const auto host = startHost(echo);
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                HttpClient client;
                for (int i = 0; i < 5; ++i)
                    if (const auto reply = client.post(endpointOf(*host), testPin(), kRequest, 20s);
                        reply && reply->status == 201)
                        ++good;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(good.load(), 20);
        QCOMPARE(host->counters().connections, 4u);
    }

    void findsAServiceThatStartedAgain()
    {
        auto host = startHost(echo);
        const Endpoint endpoint = endpointOf(*host);
        HttpClient client;
        QVERIFY(client.post(endpoint, testPin(), kRequest, 20s));
        host.reset();
        QCOMPARE(client.post(endpoint, testPin(), kRequest, 20s).error().fault, Fault::Offline);
        host = startHost(echo, loopbackOptions(endpoint.port));
        QVERIFY(client.post(endpoint, testPin(), kRequest, 20s));
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
