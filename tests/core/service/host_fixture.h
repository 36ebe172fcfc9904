#pragma once

#include "protocol/http_client.h"
#include "service/http_host.h"

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>
#include <atomic>
#include <future>
#include <thread>

namespace mmm::service {

inline TimePoint someTime()
{
    return std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
}

/// An identity for 127.0.0.1 and service.example, valid now; made once per program.
inline const TlsIdentity& testIdentity()
{
    static const TlsIdentity identity =
        TlsIdentity::create({{"localhost", "mmm.service.example"}, {"127.0.0.1", "::1"}}, SystemClock().now())
            .value();
    return identity;
}

/// Answers with the request's own body.
inline void echo(HttpRequest request, std::shared_ptr<Reply> reply)
{
    reply->send({201, std::move(request.body)});
}

inline HttpHostOptions loopbackOptions(std::uint16_t port = 0)
{
    HttpHostOptions options;
    options.addresses = {{"127.0.0.1", port}};
    return options;
}

inline std::unique_ptr<HttpHost> startHost(HttpHandler handler, HttpHostOptions options = loopbackOptions(),
                                           UdfHandler udfHandler = {})
{
    auto host =
        HttpHost::start(std::move(options), testIdentity(), std::move(handler), std::move(udfHandler));
    if (!host)
        qFatal("host: %s", host.error().detail.c_str());
    return std::move(*host);
}

/// A peer that sends exactly what a test wants, over TLS.
class RawPeer
{
public:
    explicit RawPeer(const HttpHost& host, QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(protocol);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted("127.0.0.1", host.listening().front().port);
        isEncrypted = socket.waitForEncrypted(20000);
    }

    void send(const QByteArray& octets)
    {
        socket.write(octets);
        while (socket.bytesToWrite() + socket.encryptedBytesToWrite() > 0 &&
               socket.waitForBytesWritten(20000)) {
        }
    }

    /// The next whole response, head and body; what has come so far if the connection ends or nothing comes.
    QByteArray receive(int milliseconds = 20000)
    {
        QElapsedTimer timer;
        timer.start();
        for (;;) {
            const qsizetype head = m_pending.indexOf("\r\n\r\n");
            if (head >= 0) {
                const qsizetype at = m_pending.toLower().indexOf("content-length: ");
                const qsizetype length =
                    at < 0 || at > head
                        ? 0
                        : m_pending.mid(at + 16, m_pending.indexOf('\r', at) - at - 16).toLongLong();
                if (m_pending.size() >= head + 4 + length) {
                    const QByteArray response = m_pending.left(head + 4 + length);
                    m_pending.remove(0, response.size());
                    return response;
                }
            }
            const int left = milliseconds - int(timer.elapsed());
            if (socket.bytesAvailable() == 0 && (left <= 0 || !socket.waitForReadyRead(left)))
                return m_pending;
            m_pending += socket.readAll();
        }
    }

    /// Whether the other end closes within the time.
    bool isClosedWithin(int milliseconds)
    {
        return socket.state() == QAbstractSocket::UnconnectedState ||
               socket.waitForDisconnected(milliseconds);
    }

    QSslSocket socket;
    bool isEncrypted = false;

private:
    QByteArray m_pending;
};

inline QByteArray postOf(const QByteArray& body, const QByteArray& headers = {},
                         const QByteArray& path = "/.well-known/mmm")
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: service.example\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

inline int statusOf(const QByteArray& response)
{
    return response.startsWith("HTTP/1.1 ") ? response.mid(9, 3).toInt() : 0;
}

inline QByteArray bodyOf(const QByteArray& response)
{
    return response.mid(response.indexOf("\r\n\r\n") + 4);
}

inline protocol::TlsTrust testPin()
{
    return protocol::TlsTrust::pinned(testIdentity().spkiSha256());
}

} // namespace mmm::service
