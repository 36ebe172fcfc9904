#include "protocol/located_content.h"

#include "encoding/utf8.h"
#include "protocol/http_client.h"

namespace mmm::protocol {

namespace {

constexpr std::size_t keyOctets = 16;
constexpr int httpOk = 200;
constexpr int httpNotFound = 404;
constexpr std::chrono::seconds patience{30};
constexpr std::size_t mostOctets = 64U << 20U;

Result<udf::SecretUdf> keyOf(const udf::Locator& locator)
{
    if (locator.kind != udf::Locator::Kind::Content)
        return fail(Fault::WrongType, "not a locator of content");
    auto key = locator.secretUdf();
    if (!key || key->type() != udf::Type::Key || key->data().size() < keyOctets)
        return fail(Fault::WrongType, "not a locator of encrypted content");
    return key;
}

} // namespace

udf::Locator newLocator(const std::string& domain)
{
    udf::Locator locator;
    locator.kind = udf::Locator::Kind::Content;
    locator.authority = domain;
    locator.udf = udf::SecretUdf::key(keyOctets).text();
    return locator;
}

Result<dare::Envelope> sealContent(const udf::Locator& locator, const std::string& name, BytesView content,
                                   const crypto::PrivateKey* signer)
{
    MMM_TRY(const udf::SecretUdf key, keyOf(locator));
    if (!encoding::isUtf8(bytesOf(name)))
        return fail(Fault::Malformed, "the name of the file is not UTF-8");
    dare::SealOptions options;
    options.meta.emplace().filename = name;
    options.cloakMeta = true;
    options.masterKey = SharedSecret(Secret(key.data()));
    const crypto::PrivateKey thrownAway = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    options.signers = {signer != nullptr ? signer : &thrownAway};
    return dare::seal(content, options);
}

Result<LocatedContent> openContent(const udf::Locator& locator, const dare::Envelope& envelope)
{
    MMM_TRY(const udf::SecretUdf key, keyOf(locator));
    MMM_TRY(dare::Opened opened, envelope.openWith(key.data()));
    if (!opened.wasEncrypted)
        return fail(Fault::CannotDecrypt, "the content was not encrypted with the locator's key");
    LocatedContent located;
    located.name = opened.meta.filename;
    located.content = std::move(opened.payload);
    // a signature whose witness was wrong would have kept the envelope from opening
    located.isVouchedFor = !envelope.signatures().empty();
    return located;
}

Result<dare::Envelope> fetchContent(const udf::Locator& locator, const std::optional<Endpoint>& at,
                                    std::stop_token stop)
{
    MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
    HttpClientOptions options;
    options.mostBodyBytes = mostOctets;
    HttpClient client(options);
    Endpoint endpoint = at.value_or(Endpoint{});
    if (!at)
        endpoint.host = locator.authority;
    const TlsTrust trust = at ? TlsTrust::firstUse() : TlsTrust::system();
    for (const std::string& path : {udf::contentPath(identifier), udf::contentFallbackPath(identifier)}) {
        endpoint.path = path;
        MMM_TRY(const HttpReply reply, client.get(endpoint, trust, patience, stop));
        if (reply.status == httpOk)
            return dare::Envelope::parse(reply.body);
        if (reply.status != httpNotFound)
            return fail(Fault::ServiceFailed, "the host answers with status " + std::to_string(reply.status));
    }
    return fail(Fault::NotFound, "the host has nothing of that name");
}

} // namespace mmm::protocol
