#include "service/tls_context.h"

#include <openssl/ssl.h>

namespace mmm::service {

namespace {

int chooseHttp(SSL*, const unsigned char** chosen, unsigned char* chosenLength, const unsigned char* offered,
               unsigned int offeredLength, void*)
{
    static constexpr unsigned char http[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, chosenLength, http, sizeof http, offered, offeredLength) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL; // another protocol must not be talked into this port
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

struct Release
{
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
};

std::unique_ptr<X509, Release> parseCertificate(BytesView der)
{
    const unsigned char* at = der.data();
    return std::unique_ptr<X509, Release>(d2i_X509(nullptr, &at, long(der.size())));
}

} // namespace

Result<std::shared_ptr<boost::asio::ssl::context>> makeServerTls(const TlsIdentity& identity)
{
    std::shared_ptr<boost::asio::ssl::context> tls;
    try {
        tls = std::make_shared<boost::asio::ssl::context>(boost::asio::ssl::context::tls_server);
    } catch (const std::exception& exception) {
        return fail(Fault::TlsFailed, exception.what());
    }
    SSL_CTX* context = tls->native_handle();
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_max_early_data(context, 0);
    SSL_CTX_set_alpn_select_cb(context, chooseHttp, nullptr);
    // Connections are kept open, so resuming sessions gains little and tickets would weaken forward secrecy.
    const bool isSet = SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1 &&
                       SSL_CTX_set_num_tickets(context, 0) == 1;

    const unsigned char* at = identity.privateKey().view().data();
    const std::unique_ptr<EVP_PKEY, Release> key(
        d2i_AutoPrivateKey(nullptr, &at, long(identity.privateKey().size())));
    const auto own = parseCertificate(identity.chain().front());
    bool isTaken = isSet && key && own && SSL_CTX_use_certificate(context, own.get()) == 1 &&
                   SSL_CTX_use_PrivateKey(context, key.get()) == 1;
    for (std::size_t i = 1; isTaken && i < identity.chain().size(); ++i) {
        const auto issuer = parseCertificate(identity.chain()[i]);
        isTaken = issuer && SSL_CTX_add1_chain_cert(context, issuer.get()) == 1;
    }
    if (!isTaken)
        return fail(Fault::TlsFailed, "the TLS library refuses the certificate or its key");
    return tls;
}

} // namespace mmm::service
