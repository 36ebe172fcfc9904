#include "protocol/authentication.h"

#include "crypto/cipher.h"
#include "crypto/hash.h"
#include "dare/content_cipher.h"
#include "protocol/transactions.h"
#include "udf/fingerprint.h"
#include "udf/udf.h"

namespace mmm::protocol {

namespace {

constexpr std::size_t maxRequestDepth = 64;
constexpr std::size_t maxTicketSize = 512;
constexpr std::string_view ticketKid = "ticket";
constexpr std::string_view authenticatorAlgorithm = "HS512";
constexpr std::string_view clientLabel = "ClientToServerAuthenticate";
constexpr std::string_view serverLabel = "ServerToClientAuthenticate";
constexpr std::string_view clientProofLabel = "ClientToServerProof";
constexpr std::string_view serverProofLabel = "ServerToClientProof";
constexpr std::string_view ticketName = "Ticket";
constexpr std::string_view ticketExpiresName = "TicketExpires";

/// The master key wrapped under an agreement that both long-term keys took part in.
Result<Bytes> wrap(BytesView master, BytesView agreement)
{
    return crypto::wrapKey(crypto::hkdfSha512(agreement, {}, "master", 32), master);
}

Result<Secret> unwrap(BytesView wrapped, BytesView agreement)
{
    return crypto::unwrapKey(crypto::hkdfSha512(agreement, {}, "master", 32), wrapped);
}

Bytes digestOfMeta(const dare::Header& header)
{
    return crypto::sha512(header.contentMetaData);
}

Bytes requestAuthenticator(BytesView master, const dare::Header& header, BytesView payloadDigest,
                           std::string_view host, std::string_view transaction)
{
    const Secret key = crypto::hkdfSha256(master, header.salt, clientLabel, 32);
    const std::uint8_t zero = 0;
    return copyOf(crypto::hmacSha512(key, {payloadDigest, digestOfMeta(header), bytesOf(host),
                                           BytesView(&zero, 1), bytesOf(transaction)}));
}

Bytes responseAuthenticator(BytesView master, const dare::Header& header, BytesView payloadDigest,
                            BytesView requestAuthenticator)
{
    const Secret key = crypto::hkdfSha256(master, header.salt, serverLabel, 32);
    return copyOf(
        crypto::hmacSha512(key, {payloadDigest, digestOfMeta(header), crypto::sha512(requestAuthenticator)}));
}

/// Shows that its maker holds a long-term key, over an authenticator and the ephemeral key that belongs to
/// it.
///
/// The authenticator does not show it. Its agreement is z = b(A+E), and whoever picks x and sends E = xG - A
/// knows z = xB without knowing a. What `agreement` is, the agreement ab of the long-term keys alone, nobody
/// computes without one of them.
Bytes proofOf(BytesView agreement, const dare::Header& header, std::string_view label,
              const crypto::PublicKey& ephemeral, BytesView authenticator)
{
    const Secret key = crypto::hkdfSha256(agreement, header.salt, label, 32);
    return copyOf(crypto::hmacSha512(key, {authenticator, ephemeral.raw()}));
}

SharedSecret ticketMaster(const Secret& requestMaster, const Secret& responseMaster)
{
    Secret both(requestMaster.size() + responseMaster.size());
    std::ranges::copy(requestMaster.view(), both.writable().begin());
    std::ranges::copy(responseMaster.view(),
                      both.writable().begin() + static_cast<std::ptrdiff_t>(requestMaster.size()));
    return SharedSecret(crypto::hkdfSha256(both, {}, "ticket", 32));
}

dare::ContentMeta jsonMeta()
{
    dare::ContentMeta meta;
    meta.contentType = "application/json";
    return meta;
}

dare::KeyValue keyValue(std::string_view key, std::string value)
{
    dare::KeyValue pair;
    pair.key = key;
    pair.value = std::move(value);
    return pair;
}

dare::Recipient recipient(std::string kid, const crypto::PublicKey& ephemeral, Bytes wrapped,
                          std::string other)
{
    dare::Recipient entry;
    entry.kid = std::move(kid);
    entry.ephemeral = dare::fromPublicKey(ephemeral);
    entry.wrappedKey = std::move(wrapped);
    entry.account = std::move(other);
    return entry;
}

/// The envelope around a payload, authenticated by a digest.
Bytes assemble(const dare::Header& header, BytesView payload, Bytes payloadDigest, std::string_view kid,
               Bytes authenticator, Bytes proof = {})
{
    dare::Signature signature;
    signature.algorithm = authenticatorAlgorithm;
    signature.kid = kid;
    signature.witness = std::move(authenticator);
    signature.signature = std::move(proof);
    dare::Trailer trailer;
    trailer.signatures.push_back(std::move(signature));
    trailer.payloadDigest = std::move(payloadDigest);
    return dare::Envelope::assemble(header, copyOf(payload), trailer).toJson();
}

/// The one authenticator of an envelope.
Result<const dare::Signature*> onlySignature(const dare::Envelope& envelope)
{
    if (envelope.signatures().size() != 1)
        return fail(Fault::Malformed, "exactly one authenticator expected");
    return &envelope.signatures().front();
}

const std::string* find(const dare::ContentMeta& meta, std::string_view key)
{
    for (const dare::KeyValue& pair : meta.keyValues) {
        if (pair.key == key)
            return &pair.value;
    }
    return nullptr;
}

} // namespace

Result<std::string> transactionName(BytesView payload)
{
    // The name takes part in the check of the authenticator, so it is read before the text is trusted.
    std::string_view text = textOf(payload);
    const auto skipSpace = [&text] {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    };
    constexpr std::size_t longest = 64;
    skipSpace();
    if (text.empty() || text.front() != '{')
        return fail(Fault::Malformed, "a request is a tagged object");
    text.remove_prefix(1);
    skipSpace();
    if (text.empty() || text.front() != '"')
        return fail(Fault::Malformed, "a request is a tagged object");
    const std::size_t end = text.find('"', 1);
    if (end == std::string_view::npos || end > longest)
        return fail(Fault::Malformed, "name of a transaction too long");
    return std::string(text.substr(1, end - 1));
}

Result<RequestSeal> RequestSeal::make(BytesView payload, std::string_view host, const Identity& client,
                                      const crypto::PublicKey& server, TimePoint created,
                                      crypto::Random& random)
{
    MMM_TRY(const std::string transaction, transactionName(payload));
    const crypto::PrivateKey ephemeral = crypto::PrivateKey::generate(server.curve(), random);
    RequestSeal seal;
    MMM_TRY(seal.m_sum, crypto::combine(*client.key, ephemeral));
    seal.m_server = server;
    seal.m_clientUdf = udf::fingerprint(client.key->publicKey()).text();
    seal.m_master = crypto::randomSecret(dare::masterKeySize, random);
    MMM_TRY(const Secret agreement, seal.m_sum->agree(server));
    MMM_TRY(Bytes wrapped, wrap(seal.m_master, agreement));
    MMM_TRY(seal.m_longTerm, client.key->agree(server));

    dare::Header header;
    header.digest = dare::digestName;
    header.salt = crypto::randomBytes(dare::saltSize, random);
    header.recipients.push_back(recipient(udf::fingerprint(server).text(), ephemeral.publicKey(),
                                          std::move(wrapped), seal.m_clientUdf));
    dare::ContentMeta meta = jsonMeta();
    meta.uniqueId = udf::Udf::nonce(random).text();
    meta.created = created;
    for (const Credential& credential : client.credentials)
        meta.keyValues.push_back(
            keyValue(credential.name, encoding::toBase64url(credential.envelope.toJson())));
    header.setContentMeta(meta);

    Bytes digest = crypto::sha512(payload);
    seal.m_authenticator = requestAuthenticator(seal.m_master, header, digest, host, transaction);
    seal.m_body = assemble(
        header, payload, std::move(digest), seal.m_clientUdf, seal.m_authenticator,
        proofOf(seal.m_longTerm, header, clientProofLabel, ephemeral.publicKey(), seal.m_authenticator));
    return seal;
}

Result<RequestSeal> RequestSeal::withTicket(BytesView payload, std::string_view host, const Ticket& ticket,
                                            TimePoint created, crypto::Random& random)
{
    MMM_TRY(const std::string transaction, transactionName(payload));
    RequestSeal seal;
    seal.m_master = Secret(ticket.master.view());
    dare::Header header;
    header.digest = dare::digestName;
    header.salt = crypto::randomBytes(dare::saltSize, random);
    dare::ContentMeta meta = jsonMeta();
    meta.uniqueId = udf::Udf::nonce(random).text();
    meta.created = created;
    meta.keyValues.push_back(keyValue(ticketName, encoding::toBase64url(ticket.token)));
    header.setContentMeta(meta);

    Bytes digest = crypto::sha512(payload);
    seal.m_authenticator = requestAuthenticator(seal.m_master, header, digest, host, transaction);
    seal.m_body = assemble(header, payload, std::move(digest), ticketKid, seal.m_authenticator);
    return seal;
}

Result<Secret> RequestSeal::responseKey(const dare::Envelope& response) const
{
    if (!m_sum)
        return m_master.clone();
    if (response.header().recipients.size() != 1)
        return fail(Fault::Malformed, "response without its key exchange");
    const dare::Recipient& entry = response.header().recipients.front();
    MMM_TRY(const crypto::PublicKey ephemeral, dare::toPublicKey(entry.ephemeral));
    MMM_TRY(const crypto::PublicKey serverSum, crypto::combine(*m_server, ephemeral));
    MMM_TRY(const Secret agreement, m_sum->agree(serverSum));
    return unwrap(entry.wrappedKey, agreement);
}

Result<AuthenticReply> RequestSeal::open(BytesView body) const
{
    MMM_TRY(const dare::Envelope response, dare::Envelope::parse(body));
    auto master = responseKey(response);
    if (!master)
        return fail(Fault::BadSignature, "response of somebody else: " + master.error().detail);
    MMM_TRY(const dare::Signature* signature, onlySignature(response));
    const Bytes digest = crypto::sha512(response.body());
    const Bytes expected = responseAuthenticator(*master, response.header(), digest, m_authenticator);
    if (response.header().isEncrypted() || !equalConstantTime(expected, signature->witness))
        return fail(Fault::BadSignature, "the response is not the service's answer to this request");
    if (m_sum) {
        MMM_TRY(const crypto::PublicKey ephemeral,
                dare::toPublicKey(response.header().recipients.front().ephemeral));
        const Bytes proof = proofOf(m_longTerm, response.header(), serverProofLabel, ephemeral, expected);
        if (!equalConstantTime(proof, signature->signature))
            return fail(Fault::BadSignature, "the response does not show that it is the service's");
    }

    AuthenticReply reply;
    reply.payload = Secret(response.body());
    MMM_TRY(const dare::ContentMeta meta, response.contentMeta());
    reply.serverTime = meta.created;
    const std::string* token = find(meta, ticketName);
    const std::string* expires = find(meta, ticketExpiresName);
    if (m_sum && token && expires) {
        Ticket ticket;
        MMM_TRY(ticket.token, encoding::fromBase64url(*token));
        MMM_TRY(ticket.expires, encoding::fromTimestamp(*expires));
        if (ticket.token.size() > maxTicketSize)
            return fail(Fault::ProtocolViolation, "ticket too large");
        ticket.master = ticketMaster(m_master, *master);
        reply.ticket = std::move(ticket);
    }
    return reply;
}

Result<ReceivedRequest> ReceivedRequest::parse(BytesView body)
{
    encoding::JsonLimits limits;
    limits.maxDepth = maxRequestDepth;
    ReceivedRequest request;
    MMM_TRY(request.m_envelope, dare::Envelope::parse(body, limits));
    const dare::Header& header = request.m_envelope.header();
    MMM_TRY(const dare::Signature* signature, onlySignature(request.m_envelope));
    if (header.isEncrypted())
        return fail(Fault::Unsupported, "encrypted request over TLS");
    MMM_TRY(const dare::ContentMeta meta, header.contentMeta());
    request.m_created = meta.created.value_or(TimePoint());
    request.m_uniqueId = meta.uniqueId;

    for (const dare::KeyValue& pair : meta.keyValues) {
        MMM_TRY(Bytes octets, encoding::fromBase64url(pair.value));
        if (pair.key == ticketName) {
            request.m_ticket = std::move(octets);
        } else {
            MMM_TRY(dare::Envelope envelope, dare::Envelope::parse(octets, limits));
            request.m_credentials.push_back({pair.key, std::move(envelope)});
        }
    }
    if (!request.m_ticket.empty()) {
        request.m_proof = Proof::Ticket;
    } else if (header.recipients.empty()) {
        request.m_proof = Proof::Signature;
        request.m_clientUdf = signature->kid;
    } else {
        if (header.recipients.size() != 1 || header.recipients.front().account.empty())
            return fail(Fault::Malformed, "request without the client's key");
        request.m_serverUdf = header.recipients.front().kid;
        request.m_clientUdf = header.recipients.front().account;
    }
    // what a signature covers is in the payload (see openWithSignature)
    if (request.m_proof != Proof::Signature && (!meta.created || meta.uniqueId.empty()))
        return fail(Fault::Missing, "request without Created or UniqueID");
    return request;
}

Status ReceivedRequest::openWithKey(std::string_view host, const crypto::PrivateKey& server,
                                    const crypto::PublicKey& client)
{
    const dare::Header& header = m_envelope.header();
    MMM_TRY(const crypto::PublicKey ephemeral, dare::toPublicKey(header.recipients.front().ephemeral));
    MMM_TRY(m_clientSum, crypto::combine(client, ephemeral));
    MMM_TRY(const Secret agreement, server.agree(*m_clientSum));
    auto master = unwrap(header.recipients.front().wrappedKey, agreement);
    if (!master)
        return fail(Fault::BadSignature, "the request was not made with this client's key");
    MMM_TRY(m_longTerm, server.agree(client));
    MMM_CHECK(checkAuthenticator(host, std::move(*master)));
    MMM_TRY(const dare::Signature* signature, onlySignature(m_envelope));
    const Bytes proof = proofOf(m_longTerm, header, clientProofLabel, ephemeral, m_authenticator);
    if (!equalConstantTime(proof, signature->signature))
        return fail(Fault::BadSignature, "the request does not show that its maker has the client's key");
    m_server = server.clone();
    accept();
    return {};
}

Status ReceivedRequest::openWithTicket(std::string_view host, const SharedSecret& master)
{
    MMM_CHECK(checkAuthenticator(host, Secret(master.view())));
    accept();
    return {};
}

Status ReceivedRequest::checkAuthenticator(std::string_view host, Secret master)
{
    m_master = std::move(master);
    MMM_TRY(const dare::Signature* signature, onlySignature(m_envelope));
    MMM_TRY(const std::string transaction, transactionName(m_envelope.body()));
    const Bytes digest = crypto::sha512(m_envelope.body());
    m_authenticator = requestAuthenticator(m_master, m_envelope.header(), digest, host, transaction);
    if (!equalConstantTime(m_authenticator, signature->witness))
        return fail(Fault::BadSignature, "wrong authenticator");
    return {};
}

void ReceivedRequest::accept()
{
    m_payload = Secret(m_envelope.body());
    m_isOpen = true;
}

Status ReceivedRequest::openWithSignature(const crypto::PublicKey& client)
{
    MMM_CHECK(m_envelope.verify(client));
    // a signature does not cover the header, so freshness is what the payload states (WIRE G.4.3)
    MMM_TRY(const auto document, encoding::JsonDocument::parse(m_envelope.body()));
    const encoding::JsonValue root = document.root();
    if (root.kind() != encoding::JsonKind::Object || root.size() != 1)
        return fail(Fault::Malformed, "a request is one tagged object");
    MMM_TRY(const Request request, encoding::readRecord<Request>(*root.children().begin()));
    if (!request.created || request.id.empty() || (request.service.empty() && request.portal.empty()))
        return fail(Fault::Missing, "a signed request states Service, ID and Created");
    m_created = *request.created;
    m_uniqueId = encoding::toBase64url(request.id);
    accept();
    return {};
}

Result<Bytes> ReceivedRequest::seal(BytesView payload, TimePoint now, const Issue& issue,
                                    crypto::Random& random) const
{
    if (m_proof == Proof::Signature)
        return copyOf(payload); // no key is agreed; TLS protects the answer
    dare::Header header;
    header.digest = dare::digestName;
    header.salt = crypto::randomBytes(dare::saltSize, random);
    dare::ContentMeta meta = jsonMeta();
    meta.created = now;
    Secret master = m_master.clone();
    std::string kid(ticketKid);
    std::optional<crypto::PrivateKey> ephemeral;
    if (m_proof == Proof::KeyAgreement) {
        ephemeral = crypto::PrivateKey::generate(m_server->curve(), random);
        MMM_TRY(const crypto::PrivateKey serverSum, crypto::combine(*m_server, *ephemeral));
        MMM_TRY(const Secret agreement, serverSum.agree(*m_clientSum));
        master = crypto::randomSecret(dare::masterKeySize, random);
        MMM_TRY(Bytes wrapped, wrap(master, agreement));
        kid = udf::fingerprint(m_server->publicKey()).text();
        header.recipients.push_back(recipient(m_clientUdf, ephemeral->publicKey(), std::move(wrapped), kid));
        if (issue.ticketExpires) {
            const Bytes token = issue.makeToken(ticketMaster(m_master, master));
            meta.keyValues.push_back(keyValue(ticketName, encoding::toBase64url(token)));
            meta.keyValues.push_back(keyValue(ticketExpiresName, *issue.ticketExpires));
        }
    }
    header.setContentMeta(meta);
    Bytes digest = crypto::sha512(payload);
    Bytes authenticator = responseAuthenticator(master, header, digest, m_authenticator);
    Bytes proof;
    if (ephemeral)
        proof = proofOf(m_longTerm, header, serverProofLabel, ephemeral->publicKey(), authenticator);
    return assemble(header, payload, std::move(digest), kid, std::move(authenticator), std::move(proof));
}

} // namespace mmm::protocol
