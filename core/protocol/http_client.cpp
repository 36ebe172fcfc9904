#include "protocol/http_client.h"

#include "base/secret.h"
#include "protocol/blocking_loop.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <algorithm>
#include <botan/hash.h>
#include <botan/x509cert.h>
#include <openssl/crypto.h>
#include <optional>

namespace mmm::protocol {

namespace {

// Connections are pooled per trust: one that was opened under another pin must never be reused.
constexpr std::size_t kMostPools = 8;

/// OpenSSL must not clear away at the end of the process what its threads use. Qt takes down a connection in
/// a thread of its own, and waits for its work but not for its end: both would free what that thread has of
/// OpenSSL. Decided before main(), because the first to use OpenSSL decides.
[[maybe_unused]] const bool isOpenSslLeftAlone = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

QString toQString(const std::string& text)
{
    return QString::fromStdString(text);
}

bool isLoopback(const std::string& host)
{
    return host == "localhost" || QHostAddress(toQString(host)).isLoopback();
}

bool carriesName(const QSslCertificate& certificate, const std::vector<std::string>& names)
{
    const QStringList carried = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
    return std::ranges::any_of(names, [&](const std::string& name) {
        return carried.contains(toQString(name), Qt::CaseInsensitive);
    });
}

} // namespace

Result<Bytes> spkiSha256OfCertificate(BytesView certificate)
{
    try {
        const Botan::X509_Certificate parsed(certificate.data(), certificate.size());
        const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
        hash->update(parsed.subject_public_key_info());
        const auto digest = hash->final();
        return Bytes(digest.begin(), digest.end());
    } catch (const std::exception& exception) {
        return fail(Fault::Malformed, exception.what());
    }
}

namespace {

/// One request from sending to its end.
class Exchange
{
public:
    Exchange(const Endpoint& endpoint, const TlsTrust& trust, const HttpClientOptions& options,
             BlockingLoop& loop)
        : m_endpoint(endpoint),
          m_trust(trust),
          m_options(options),
          m_loop(loop)
    {}

    Result<HttpReply> run(QNetworkReply* reply)
    {
        m_reply = reply;
        reply->setReadBufferSize(qint64(256) << 10);
        QObject::connect(reply, &QNetworkReply::sslErrors, &m_context,
                         [this](const QList<QSslError>& errors) { judge(errors); });
        QObject::connect(reply, &QNetworkReply::encrypted, &m_context, [this] { checkKey(); });
        QObject::connect(reply, &QNetworkReply::metaDataChanged, &m_context, [this] { checkLength(); });
        QObject::connect(reply, &QNetworkReply::readyRead, &m_context, [this] { takeBody(); });
        QObject::connect(reply, &QNetworkReply::finished, &m_context, [this] { m_loop.wake(); });
        m_loop.runUntil([&] { return reply->isFinished() || m_error.has_value(); });
        takeBody();

        if (m_error)
            return tl::unexpected(*m_error);
        if (!reply->isFinished())
            return m_loop.isCancelled() ? fail(Fault::Cancelled) : fail(Fault::Timeout, "no answer in time");
        return result();
    }

private:
    void stopWith(Fault fault, std::string detail)
    {
        if (!m_error)
            m_error = Error{fault, std::move(detail)};
        m_reply->abort();
        m_loop.wake();
    }

    static Bytes keyOf(const QSslCertificate& certificate)
    {
        if (certificate.isNull())
            return {};
        const QByteArray der = certificate.toDer();
        return spkiSha256OfCertificate(
                   {reinterpret_cast<const std::uint8_t*>(der.constData()), std::size_t(der.size())})
            .value_or(Bytes());
    }

    bool isPinned(const QSslCertificate& certificate) const
    {
        return equalConstantTime(keyOf(certificate), m_trust.spkiSha256);
    }

    void checkKey()
    {
        const QSslConfiguration tls = m_reply->sslConfiguration();
        if (tls.sessionProtocol() != QSsl::TlsV1_3)
            return stopWith(Fault::TlsFailed, "the connection is not TLS 1.3");
        if (m_trust.mode == TlsTrust::Pinned && !isPinned(tls.peerCertificate()))
            stopWith(Fault::WrongService, "another key than the pinned one");
    }

    void judge(const QList<QSslError>& errors)
    {
        if (m_trust.mode == TlsTrust::FirstUse) {
            m_reply->ignoreSslErrors();
            return;
        }
        const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
        if (m_trust.mode == TlsTrust::Pinned) {
            if (isPinned(certificate))
                m_reply->ignoreSslErrors();
            else
                stopWith(Fault::WrongService, "another key than the pinned one");
            return;
        }
        const bool isNameOnly = std::ranges::all_of(
            errors, [](const QSslError& error) { return error.error() == QSslError::HostNameMismatch; });
        if (isNameOnly && carriesName(certificate, m_endpoint.alsoNamed))
            m_reply->ignoreSslErrors(errors);
        else
            stopWith(Fault::TlsFailed, errors.isEmpty() ? "certificate not trusted"
                                                        : errors.first().errorString().toStdString());
    }

    void checkLength()
    {
        const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (length > qint64(m_options.mostBodyBytes))
            stopWith(Fault::TooLarge, "the answer is larger than allowed");
    }

    void takeBody()
    {
        if (m_error || !m_reply->isOpen())
            return;
        const QByteArray part = m_reply->readAll();
        if (m_body.size() + std::size_t(part.size()) > m_options.mostBodyBytes)
            return stopWith(Fault::TooLarge, "the answer is larger than allowed");
        m_body.insert(m_body.end(), part.begin(), part.end());
    }

    Result<HttpReply> result()
    {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QNetworkReply::NetworkError error = m_reply->error();
        const std::string detail = m_reply->errorString().toStdString();
        // Statuses of 400 and above are errors to Qt (from 201 on) and answers to us; anything below is a
        // failure of the connection, even when a status line came first.
        const bool isAnswer = error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied;
        if (status >= 200 && status <= 599 && isAnswer && error != QNetworkReply::ProtocolFailure)
            return HttpReply{status, std::move(m_body),
                             m_reply->header(QNetworkRequest::ContentTypeHeader).toString().toStdString(),
                             keyOf(m_reply->sslConfiguration().peerCertificate())};
        switch (error) {
        case QNetworkReply::SslHandshakeFailedError:
            return fail(Fault::TlsFailed, detail);
        case QNetworkReply::TimeoutError:
            return fail(Fault::Timeout, detail);
        case QNetworkReply::NoError:
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::ProtocolUnknownError:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::UnknownContentError:
            return fail(Fault::ProtocolViolation, detail);
        default:
            return fail(Fault::Offline, detail);
        }
    }

    const Endpoint& m_endpoint;
    const TlsTrust& m_trust;
    const HttpClientOptions& m_options;
    BlockingLoop& m_loop;
    QNetworkReply* m_reply = nullptr;
    Bytes m_body;
    std::optional<Error> m_error;
    QObject m_context; // ends all connections to this object with it
};

} // namespace

struct HttpClient::Private
{
    struct Pool
    {
        TlsTrust trust;
        std::unique_ptr<QNetworkAccessManager> manager;
    };

    HttpClientOptions options;
    std::vector<Pool> pools; // most recently used last

    QNetworkAccessManager& managerFor(const TlsTrust& trust)
    {
        const auto known = std::ranges::find(pools, trust, &Pool::trust);
        if (known != pools.end()) {
            std::rotate(known, known + 1, pools.end());
        } else {
            if (pools.size() >= kMostPools)
                pools.erase(pools.begin());
            pools.push_back({trust, std::make_unique<QNetworkAccessManager>()});
            pools.back().manager->setAutoDeleteReplies(false);
        }
        return *pools.back().manager;
    }

    Result<QNetworkRequest> requestFor(const Endpoint& endpoint, const TlsTrust& trust) const;
    Result<HttpReply> send(const Endpoint& endpoint, const TlsTrust& trust, const BytesView* body,
                           std::chrono::milliseconds timeout, const std::stop_token& stop);
};

Result<QNetworkRequest> HttpClient::Private::requestFor(const Endpoint& endpoint, const TlsTrust& trust) const
{
    if (!isDnsName(endpoint.host) && !isAddressLiteral(endpoint.host))
        return fail(Fault::Malformed, "endpoint: neither a name nor an address");
    if (!nameOfHostField(endpoint.hostField()))
        return fail(Fault::Malformed, "endpoint: bad portal name");
    if (trust.mode == TlsTrust::Pinned && trust.spkiSha256.size() != 32)
        return fail(Fault::Malformed, "a pin has 32 octets");
    const bool isPlain = options.isPlainLoopbackAllowed && isLoopback(endpoint.host);

    const QUrl url(toQString(endpoint.url(isPlain ? "http" : "https")), QUrl::StrictMode);
    if (!url.isValid() || !endpoint.path.starts_with('/') || url.hasFragment())
        return fail(Fault::Malformed, "endpoint: bad address");
    QNetworkRequest request(url);
    request.setRawHeader("Host", QByteArray::fromStdString(endpoint.hostField()));
    request.setRawHeader("Cache-Control", "no-store");
    // An answer that unpacks itself would defeat the limit on its size.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "Mesh");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (!isPlain) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        request.setSslConfiguration(tls);
        request.setPeerVerifyName(toQString(endpoint.portalName()));
    }
    return request;
}

Result<HttpReply> HttpClient::Private::send(const Endpoint& endpoint, const TlsTrust& trust,
                                            const BytesView* body, std::chrono::milliseconds timeout,
                                            const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    MMM_TRY(QNetworkRequest request, requestFor(endpoint, trust));
    QNetworkAccessManager& manager = managerFor(trust);
    // A service on this computer or network is not reached through a proxy.
    manager.setProxy(isAddressLiteral(endpoint.host) ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy);

    BlockingLoop loop(timeout, stop);
    const QByteArray octets =
        body ? QByteArray(reinterpret_cast<const char*>(body->data()), qsizetype(body->size()))
             : QByteArray();
    if (body)
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const std::unique_ptr<QNetworkReply> reply(body ? manager.post(request, octets) : manager.get(request));
    auto result = Exchange(endpoint, trust, options, loop).run(reply.get());
    reply->abort();
    return result;
}

HttpClient::HttpClient(HttpClientOptions options) : d(std::make_unique<Private>())
{
    d->options = options;
}

HttpClient::~HttpClient() = default;

Result<HttpReply> HttpClient::post(const Endpoint& endpoint, const TlsTrust& trust, BytesView body,
                                   std::chrono::milliseconds timeout, const std::stop_token& stop)
{
    return d->send(endpoint, trust, &body, timeout, stop);
}

Result<HttpReply> HttpClient::get(const Endpoint& endpoint, const TlsTrust& trust,
                                  std::chrono::milliseconds timeout, const std::stop_token& stop)
{
    return d->send(endpoint, trust, nullptr, timeout, stop);
}

void HttpClient::closeIdleConnections()
{
    for (const Private::Pool& pool : d->pools)
        pool.manager->clearConnectionCache();
}

} // namespace mmm::protocol
