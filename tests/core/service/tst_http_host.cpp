#include "core/service/host_fixture.h"

#include "service/body_budget.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

using namespace mmm;
using namespace mmm::service;
using namespace std::chrono_literals;
namespace asio = boost::asio;

Q_DECLARE_METATYPE(mmm::Fault)

class TestHttpHost : public QObject
{
    Q_OBJECT

private slots:
    void answersOnEveryPathOfTheMesh_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("service prefix") << QByteArray("/.well-known/mmm");
        QTest::newRow("with slash") << QByteArray("/.well-known/mmm/");
        QTest::newRow("discovery default") << QByteArray("/.well-known/srv/mmm");
    }
    void answersOnEveryPathOfTheMesh()
    {
        QFETCH(QByteArray, path);
        const auto host = startHost(echo);
        RawPeer peer(*host);
        QVERIFY(peer.isEncrypted);
        QCOMPARE(peer.socket.sessionProtocol(), QSsl::TlsV1_3);
        peer.send(postOf("{\"Hello\":{}}", {}, path));
        const QByteArray response = peer.receive();
        QCOMPARE(statusOf(response), 201);
        QCOMPARE(bodyOf(response), "{\"Hello\":{}}");
        QVERIFY(response.contains("Cache-Control: no-store\r\n"));
        QVERIFY(response.contains("Content-Type: application/json\r\n"));
    }

    void keepsConnectionsOpen()
    {
        const auto host = startHost(echo);
        RawPeer peer(*host);
        for (int i = 0; i < 5; ++i) {
            peer.send(postOf(QByteArray::number(i)));
            QCOMPARE(bodyOf(peer.receive()), QByteArray::number(i));
        }
        QCOMPARE(host->counters().connections, 1u);
        QCOMPARE(host->counters().requests, 5u);
        peer.send(postOf("last", "Connection: close\r\n"));
        QCOMPARE(bodyOf(peer.receive()), "last");
        QVERIFY(peer.isClosedWithin(2000));
    }

    void answersRequestsSentAtOnceInOrder()
    {
        const auto host = startHost(echo);
        RawPeer peer(*host);
        peer.send(postOf("one") + postOf("two") + postOf("three"));
        QCOMPARE(bodyOf(peer.receive()), "one");
        QCOMPARE(bodyOf(peer.receive()), "two");
        QCOMPARE(bodyOf(peer.receive()), "three");
    }

    void readsChunksAndWaitsForLeaveToSend()
    {
        const auto host = startHost(echo);
        RawPeer peer(*host);
        const QByteArray head = "POST /.well-known/mmm HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n";
        peer.send(head + "\r\n3\r\nabc\r\n");
        peer.send("4\r\ndefg\r\n0\r\n\r\n");
        QCOMPARE(bodyOf(peer.receive()), "abcdefg");
        peer.send(head + "Expect: 100-continue\r\n\r\n");
        QCOMPARE(statusOf(peer.receive()), 100);
        peer.send("1\r\nx\r\n0\r\n\r\n");
        QCOMPARE(bodyOf(peer.receive()), "x");
    }

    void tellsTheHandlerTheNameOfTheHost_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("with port") << QByteArray("Service.Example:4433") << QByteArray("service.example");
        QTest::newRow("plain") << QByteArray("service.example") << QByteArray("service.example");
        QTest::newRow("IPv6") << QByteArray("[::1]:443") << QByteArray("::1");
    }
    void tellsTheHandlerTheNameOfTheHost()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, name);
        const auto host = startHost([](HttpRequest request, std::shared_ptr<Reply> reply) {
            reply->send({201, copyOf(bytesOf(request.host + " " + request.remoteAddress))});
        });
        RawPeer peer(*host);
        peer.send("POST /.well-known/mmm HTTP/1.1\r\nHost: " + field + "\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(bodyOf(peer.receive()), name + " 127.0.0.1");
    }

    void refusesWhatIsNoRequestOfTheMesh_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray end = "Content-Length: 0\r\n\r\n";
        const QByteArray post = "POST /.well-known/mmm HTTP/1.1\r\n";
        QTest::newRow("GET") << QByteArray("GET /.well-known/mmm HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("DELETE") << QByteArray("DELETE /.well-known/mmm HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("HEAD") << QByteArray("HEAD /.well-known/mmm HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("unknown method")
            << QByteArray("BREW /.well-known/mmm HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("other path") << "POST / HTTP/1.1\r\nHost: a\r\n" + end << 404;
        QTest::newRow("further segment")
            << "POST /.well-known/mmm/Hello HTTP/1.1\r\nHost: a\r\n" + end << 404;
        QTest::newRow("climbing path") << "POST /.well-known/mmm/../x HTTP/1.1\r\nHost: a\r\n" + end << 404;
        QTest::newRow("UDF, POST") << "POST /.well-known/mmm-udf/MABC HTTP/1.1\r\nHost: a\r\n" + end << 405;
        QTest::newRow("HTTP/1.0") << "POST /.well-known/mmm HTTP/1.0\r\nHost: a\r\n" + end << 400;
        QTest::newRow("no host") << post + end << 400;
        QTest::newRow("two hosts") << post + "Host: a\r\nHost: b\r\n" + end << 400;
        QTest::newRow("bad host") << post + "Host: a/b\r\n" + end << 400;
        QTest::newRow("form") << post + "Host: a\r\nContent-Type: text/plain\r\n" + end << 400;
        QTest::newRow("packed") << post + "Host: a\r\nContent-Encoding: gzip\r\n" + end << 400;
        QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x00\x00\r\n\r\n", 9) << 400;
        QTest::newRow("negative length") << post + "Host: a\r\nContent-Length: -1\r\n\r\n" << 400;
        QTest::newRow("two lengths") << post + "Host: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
                                     << 400;
        QTest::newRow("length and chunks")
            << post + "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc" << 400;
        QTest::newRow("bad chunk") << post + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc" << 400;
        QTest::newRow("endless header") << post + "X: " + QByteArray(100000, 'x') << 400;
        QTest::newRow("endless chunk header")
            << post + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(200000, 'x') << -1;
    }
    void refusesWhatIsNoRequestOfTheMesh()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        std::atomic<int> calls = 0;
        const auto host = startHost([&](HttpRequest, std::shared_ptr<Reply>) { ++calls; });
        RawPeer peer(*host);
        peer.send(request);
        const QByteArray response = peer.receive();
        if (status < 0) {
            QVERIFY(peer.isClosedWithin(5000));
        } else {
            QCOMPARE(statusOf(response), status);
            if (!request.startsWith("HEAD"))
                QVERIFY(bodyOf(response).startsWith("{\"MeshResponse\":{\"Status\":" +
                                                    QByteArray::number(status)));
            QCOMPARE(host->counters().rejectedRequests, 1u);
        }
        QCOMPARE(calls.load(), 0);
        RawPeer next(*host); // and the host goes on
        QVERIFY(next.isEncrypted);
    }

    void refusesLargeBodiesUnread_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::newRow("announced") << QByteArray("Content-Length: 100000000\r\n\r\n");
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\n80000\r\n");
    }
    void refusesLargeBodiesUnread()
    {
        QFETCH(QByteArray, framing);
        auto options = loopbackOptions();
        options.limits.mostBodyBytes = 1000;
        const auto host = startHost(echo, options);
        RawPeer peer(*host);
        peer.send("POST /.well-known/mmm HTTP/1.1\r\nHost: a\r\n" + framing + QByteArray(5000, 'x'));
        const QByteArray response = peer.receive();
        QCOMPARE(statusOf(response), 413);
        QVERIFY(bodyOf(response).startsWith("{\"MeshResponse\":{\"Status\":413"));
        QVERIFY(peer.isClosedWithin(4000));
        QCOMPARE(host->counters().requests, 0u);
    }

    void takesTheLargestBody()
    {
        const auto host = startHost(echo);
        const HttpLimits limits;
        RawPeer peer(*host);
        const QByteArray body(qsizetype(limits.mostBodyBytes), 'y');
        peer.send(postOf(body));
        QCOMPARE(bodyOf(peer.receive()), body);
    }

    void boundsTheMemoryOfAllBodies()
    {
        auto options = loopbackOptions();
        options.limits.mostBytesInFlight = 10000;
        options.limits.smallBodyBytes = 1000;
        const auto host = startHost(echo, options);
        RawPeer occupying(*host);
        occupying.send(postOf(QByteArray(9000, 'x')).chopped(1));
        RawPeer peer(*host);
        QTRY_COMPARE(host->counters().openConnections, 2u);
        QTest::qWait(100);
        peer.send(postOf(QByteArray(5000, 'x')));
        QCOMPARE(statusOf(peer.receive()), 503);
        RawPeer modest(*host); // large ones do not keep small ones out
        modest.send(postOf(QByteArray(1000, 'x')));
        QCOMPARE(statusOf(modest.receive()), 201);
        occupying.send("x");
        QCOMPARE(statusOf(occupying.receive()), 201);
        RawPeer later(*host);
        later.send(postOf(QByteArray(5000, 'x')));
        QCOMPARE(statusOf(later.receive()), 201);
    }

    void nobodyHasAllOfTheMemory()
    {
        HttpLimits limits;
        limits.mostBodyBytes = 300;
        limits.mostBytesInFlight = 1000;
        limits.smallBodyBytes = 10;
        limits.mostSmallBytesInFlight = 40;
        BodyBudget budget(limits);
        const auto address = [](const char* text) { return boost::asio::ip::make_address(text); };
        const auto one = address("192.0.2.1");
        const auto other = address("192.0.2.2");
        {
            BodyBudget::Share first(budget, one);
            BodyBudget::Share second(budget, one);
            QVERIFY(first.growTo(10));
            QVERIFY(!second.growTo(1)); // a quarter of the small ones
            QVERIFY(first.growTo(300)); // is no small one any more
            QVERIFY(second.growTo(10));
            QVERIFY(second.growTo(200));
            BodyBudget::Share third(budget, one);
            QVERIFY(!third.growTo(11)); // half of the large ones
            BodyBudget::Share fourth(budget, other);
            QVERIFY(fourth.growTo(300));
            BodyBudget::Share proxy(budget, address("127.0.0.1"));
            QVERIFY(!proxy.growTo(201)); // all together
            QVERIFY(proxy.growTo(200));
        }
        BodyBudget::Share again(budget, one);
        QVERIFY(again.growTo(500));
        // a network of IPv6 is one peer
        BodyBudget::Share host(budget, address("2001:db8::1"));
        QVERIFY(host.growTo(10));
        BodyBudget::Share neighbour(budget, address("2001:db8::2"));
        QVERIFY(!neighbour.growTo(1));
        BodyBudget::Share elsewhere(budget, address("2001:db8:0:1::1"));
        QVERIFY(elsewhere.growTo(1));
    }

    /// What was sent fast gives no right to send nothing for long.
    void cutsOffWhoStopsInTheMiddle()
    {
        auto options = loopbackOptions();
        options.limits.transfer = 500ms;
        const auto host = startHost(echo, options);
        RawPeer peer(*host);
        peer.send(postOf(QByteArray(4 << 20, 'x')).chopped(1));
        QVERIFY(peer.isClosedWithin(10000));
        QTRY_COMPARE(host->counters().openConnections, 0u);
        // while one that goes on takes its time
        RawPeer steady(*host);
        const QByteArray request = postOf(QByteArray(64 << 10, 'x'));
        for (qsizetype at = 0; at < request.size(); at += 4096) {
            steady.send(request.mid(at, 4096));
            QTest::qWait(50);
        }
        QCOMPARE(statusOf(steady.receive()), 201);
    }

    void cutsOffSlowPeers_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("idle") << QByteArray();
        QTest::newRow("header") << QByteArray("POST /.well-known/mmm HTTP/1.1\r\n");
        QTest::newRow("body") << QByteArray(
            "POST /.well-known/mmm HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    }
    void cutsOffSlowPeers()
    {
        QFETCH(QByteArray, start);
        auto options = loopbackOptions();
        options.limits.idle = options.limits.header = options.limits.transfer = 300ms;
        const auto host = startHost(echo, options);
        RawPeer peer(*host);
        QElapsedTimer timer;
        timer.start();
        peer.send(start);
        // An octet now and then must not extend the time.
        while (peer.socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < 5000) {
            if (!start.isEmpty())
                peer.send("x");
            if (peer.isClosedWithin(50))
                break;
        }
        QVERIFY(peer.isClosedWithin(0));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE(host->counters().openConnections, 0u);
    }

    void cutsOffPeersThatDoNotRead()
    {
        auto options = loopbackOptions();
        options.limits.transfer = 300ms;
        options.limits.slowestBytesPerSecond = 64 << 20;
        const auto host = startHost(
            [](HttpRequest, std::shared_ptr<Reply> reply) {
                reply->send({201, Bytes(32 << 20, 'z')});
            },
            options);
        RawPeer peer(*host);
        peer.socket.setReadBufferSize(1000);
        peer.send(postOf("{}"));
        QCOMPARE(host->counters().openConnections, 1u);
        std::this_thread::sleep_for(1500ms); // this thread does not read meanwhile
        QTRY_COMPARE(host->counters().openConnections, 0u);
    }

    void speaksNothingButTls13()
    {
        auto options = loopbackOptions();
        options.limits.handshake = 500ms;
        const auto host = startHost(echo, options);
        RawPeer old(*host, QSsl::TlsV1_2);
        QVERIFY(!old.isEncrypted);
        QTRY_COMPARE(host->counters().failedHandshakes, 1u);

        QTcpSocket plain;
        plain.connectToHost("127.0.0.1", host->listening().front().port);
        QVERIFY(plain.waitForConnected());
        plain.write(postOf("{}"));
        QVERIFY(plain.waitForDisconnected(3000));
        QVERIFY(!plain.readAll().startsWith("HTTP"));

        QTcpSocket silent;
        silent.connectToHost("127.0.0.1", host->listening().front().port);
        QVERIFY(silent.waitForConnected());
        QVERIFY(silent.waitForDisconnected(3000));
        QTRY_COMPARE(host->counters().failedHandshakes, 3u);
        QCOMPARE(host->counters().requests, 0u);
    }

    void refusesOtherApplicationProtocols()
    {
        const auto host = startHost(echo);
        QSslSocket socket;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setAllowedNextProtocols({"imap"});
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted("127.0.0.1", host->listening().front().port);
        QVERIFY(!socket.waitForEncrypted(3000) || socket.waitForDisconnected(1000));
        QTRY_COMPARE(host->counters().failedHandshakes, 1u);
    }

    void serves200ConnectionsAtOnce()
    {
        auto options = loopbackOptions();
        options.threads = 2;
        const auto host = startHost(echo, options);
        asio::io_context io;
        asio::ssl::context tls(asio::ssl::context::tls_client);
        int answers = 0;
        int failures = 0;
        HttpHostCounters whileOpen;
        // None leaves before all have been answered.
        const auto talk = [&](int number) -> asio::awaitable<void> {
            asio::ssl::stream<asio::ip::tcp::socket> stream(io, tls);
            co_await stream.next_layer().async_connect(
                {asio::ip::address_v4::loopback(), host->listening().front().port}, asio::use_awaitable);
            co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
            const std::string body = "number " + std::to_string(number);
            const QByteArray request = postOf(QByteArray::fromStdString(body));
            co_await asio::async_write(stream, asio::buffer(request.data(), std::size_t(request.size())),
                                       asio::use_awaitable);
            std::string response;
            co_await asio::async_read_until(stream, asio::dynamic_buffer(response, 4096), body,
                                            asio::use_awaitable);
            if (++answers == 200)
                whileOpen = host->counters();
            asio::steady_timer others(io);
            while (answers + failures < 200) {
                others.expires_after(10ms);
                co_await others.async_wait(asio::use_awaitable);
            }
        };
        for (int i = 0; i < 200; ++i)
            asio::co_spawn(io, talk(i),
                           [&](const std::exception_ptr& exception) { failures += exception ? 1 : 0; });
        io.run_for(60s);
        QCOMPARE(failures, 0);
        QCOMPARE(answers, 200);
        QCOMPARE(whileOpen.openConnections, 200u);
        QCOMPARE(whileOpen.requests, 200u);
    }

    void limitsTheNumberOfConnections()
    {
        auto options = loopbackOptions();
        options.limits.mostConnections = 2;
        const auto host = startHost(echo, options);
        {
            RawPeer first(*host);
            RawPeer second(*host);
            RawPeer third(*host);
            QVERIFY(first.isEncrypted && second.isEncrypted);
            QVERIFY(!third.isEncrypted);
            QCOMPARE(host->counters().refusedConnections, 1u);
        }
        QTRY_COMPARE(host->counters().openConnections, 0u);
        RawPeer later(*host);
        QVERIFY(later.isEncrypted);
    }

    void answersHeldRequestsFromOtherThreads()
    {
        std::mutex mutex;
        std::shared_ptr<Reply> held;
        const auto host = startHost([&](HttpRequest, std::shared_ptr<Reply> reply) {
            const std::lock_guard lock(mutex);
            held = std::move(reply);
        });
        RawPeer peer(*host);
        peer.send(postOf("{}"));
        QTRY_COMPARE(host->counters().requests, 1u);
        QVERIFY(peer.receive(200).isEmpty());
        std::thread([&] {
            const std::lock_guard lock(mutex);
            held->send({202, copyOf(bytesOf("changed"))});
            held->send({500}); // only the first counts
            held.reset();
        }).join();
        const QByteArray response = peer.receive();
        QCOMPARE(statusOf(response), 202);
        QCOMPARE(bodyOf(response), "changed");
        peer.send(postOf("{}"));
        QTRY_COMPARE(host->counters().requests, 2u);
        QVERIFY(peer.receive(100).isEmpty());
        const std::lock_guard lock(mutex);
        held.reset(); // dropped without an answer
        QCOMPARE(statusOf(peer.receive()), 503);
    }

    void tellsWhenThePeerOfAHeldRequestLeaves_data()
    {
        QTest::addColumn<bool>("isAbrupt");
        QTest::newRow("closed") << false;
        QTest::newRow("abrupt") << true;
    }
    void tellsWhenThePeerOfAHeldRequestLeaves()
    {
        QFETCH(bool, isAbrupt);
        std::atomic<int> abandoned = 0;
        std::mutex mutex;
        std::shared_ptr<Reply> held;
        const auto host = startHost([&](HttpRequest, std::shared_ptr<Reply> reply) {
            reply->onAbandoned([&] { ++abandoned; });
            const std::lock_guard lock(mutex);
            held = std::move(reply);
        });
        {
            RawPeer peer(*host);
            peer.send(postOf("{}"));
            QTRY_COMPARE(host->counters().requests, 1u);
            QCOMPARE(abandoned.load(), 0);
            if (isAbrupt)
                peer.socket.abort();
            else
                peer.socket.disconnectFromHost();
        }
        QTRY_COMPARE(abandoned.load(), 1);
        const std::lock_guard lock(mutex);
        QVERIFY(held->isAbandoned());
        int late = 0;
        held->onAbandoned([&] { ++late; });
        QCOMPARE(late, 1);
        held->send({201}); // goes nowhere, harms nothing
        QTRY_COMPARE(host->counters().openConnections, 0u);
        QCOMPARE(host->counters().abandonedRequests, 1u);
    }

    void survivesHandlersThatThrow()
    {
        const auto host =
            startHost([](HttpRequest, const std::shared_ptr<Reply>&) { throw std::runtime_error("oh"); });
        RawPeer peer(*host);
        peer.send(postOf("{}"));
        const int status = statusOf(peer.receive());
        QVERIFY(status == 500 || status == 503);
    }

    void finishesWhatIsInHandWhenStopped()
    {
        std::promise<std::shared_ptr<Reply>> received;
        auto host = startHost(
            [&](HttpRequest, std::shared_ptr<Reply> reply) { received.set_value(std::move(reply)); });
        RawPeer idle(*host);
        RawPeer peer(*host);
        peer.send(postOf("{}"));
        auto reply = received.get_future().get();
        std::thread answer([reply = std::move(reply)]() mutable {
            std::this_thread::sleep_for(300ms);
            reply->send({201, copyOf(bytesOf("still"))});
            reply.reset();
        });
        QElapsedTimer timer;
        timer.start();
        host->stop(10s);
        QVERIFY(timer.elapsed() >= 250);
        QVERIFY(timer.elapsed() < 5000);
        answer.join();
        QCOMPARE(bodyOf(peer.receive()), "still");
        QVERIFY(idle.isClosedWithin(2000));
        QCOMPARE(host->counters().openConnections, 0u);
    }

    void cutsOffWhatIsNotAnsweredInTimeWhenStopped()
    {
        std::promise<std::shared_ptr<Reply>> received;
        auto host = startHost(
            [&](HttpRequest, std::shared_ptr<Reply> reply) { received.set_value(std::move(reply)); });
        RawPeer peer(*host);
        peer.send(postOf("{}"));
        const auto reply = received.get_future().get();
        host->stop(100ms);
        QVERIFY(reply->isAbandoned());
        host.reset();
        reply->send({201}); // outlives the host
        QVERIFY(peer.isClosedWithin(2000));
    }

    void startsAgainOnTheSamePort()
    {
        std::uint16_t port = 0;
        for (int round = 0; round < 5; ++round) {
            auto host = startHost(echo, loopbackOptions(port));
            RawPeer peer(*host);
            peer.send(postOf("{}"));
            QCOMPARE(statusOf(peer.receive()), 201);
            port = host->listening().front().port;
            const auto second = HttpHost::start(loopbackOptions(port), testIdentity(), echo);
            QVERIFY(!second);
            QCOMPARE(second.error().fault, Fault::InUse);
            host->stop(1s);
        }
    }

    void listensAndStopsListeningWhileServing()
    {
        const auto host = startHost(echo);
        const auto added = host->addListener({"127.0.0.2", 0});
        QVERIFY(added);
        QCOMPARE(added->port, host->listening().front().port);
        QCOMPARE(host->listening().size(), 2u);
        QSslSocket other;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        other.setSslConfiguration(tls);
        other.connectToHostEncrypted("127.0.0.2", added->port);
        QVERIFY(other.waitForEncrypted(5000));
        RawPeer staying(*host);

        QVERIFY(host->removeListener(*added));
        QVERIFY(other.waitForDisconnected(2000));
        QTcpSocket late;
        late.connectToHost("127.0.0.2", added->port);
        QVERIFY(!late.waitForConnected(1000));
        staying.send(postOf("here"));
        QCOMPARE(bodyOf(staying.receive()), "here");
        QCOMPARE(host->removeListener(*added).error().fault, Fault::NotFound);
        QVERIFY(host->addListener({"127.0.0.2", added->port}));
    }

    void refusesAddressesThatAreNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("text") << "not an address" << Fault::Malformed;
        QTest::newRow("not here") << "192.0.2.1" << Fault::NotFound;
    }
    void refusesAddressesThatAreNone()
    {
        QFETCH(QString, address);
        QFETCH(Fault, fault);
        HttpHostOptions options;
        options.addresses = {{address.toStdString()}};
        const auto host = HttpHost::start(options, testIdentity(), echo);
        QVERIFY(!host);
        QCOMPARE(host.error().fault, fault);
        options.addresses = {{"127.0.0.1"}, {"192.0.2.1", 0, true}};
        QVERIFY(HttpHost::start(options, testIdentity(), echo));
    }

    void servesObjectsByIdentifier()
    {
        const auto host =
            startHost(echo, loopbackOptions(), [](UdfRequest request, std::shared_ptr<Reply> reply) {
                if (request.identifier == "MABC-1234")
                    reply->send({200, copyOf(bytesOf("sealed")), "application/dare"});
                else
                    reply->send(statusResponse(404, "No such object"));
            });
        RawPeer peer(*host);
        for (const char* path : {"/.well-known/mmm-udf/MABC-1234", "/.well-known/srv/mmm-udf/MABC-1234"}) {
            peer.send(QByteArray("GET ") + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
            const QByteArray response = peer.receive();
            QCOMPARE(statusOf(response), 200);
            QCOMPARE(bodyOf(response), "sealed");
            QVERIFY(response.contains("Content-Type: application/dare\r\n"));
        }
        for (const char* path : {"/.well-known/mmm-udf/MXYZ", "/.well-known/mmm-udf/",
                                 "/.well-known/mmm-udf/a/b", "/.well-known/mmm-udf/a%2fb"}) {
            peer.send(QByteArray("GET ") + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(statusOf(peer.receive()), 404);
        }
        QCOMPARE(host->counters().connections, 1u);
    }
};

QTEST_GUILESS_MAIN(TestHttpHost)
#include "tst_http_host.moc"
