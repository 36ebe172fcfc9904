#include "protocol/notary_token.h"

#include "crypto/hash.h"
#include "encoding/base64url.h"
#include "schema/key_check.h"
#include "udf/udf.h"

#include <charconv>

namespace mmm::protocol {

namespace {

constexpr std::size_t signedParts = 5;
constexpr std::size_t plainParts = 3;
// of the keys that a service may have: Ed25519 and what is longer than any signature of an elliptic curve
constexpr std::size_t shortestSignature = 64;
constexpr std::size_t longestSignature = 144;
/// The last second of the year 9999, which is where timestamps end.
constexpr std::int64_t lastSecond = 253'402'300'799;

tl::unexpected<Error> noToken()
{
    return fail(Fault::Malformed, "not a notary token");
}

/// A number that is not negative, written as this program would: no sign and no leading zeros.
Result<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || std::to_string(number) != text ||
        number < 0)
        return noToken();
    return number;
}

/// Octets without the white space that base64url may have elsewhere.
Result<Bytes> octetsOf(std::string_view text)
{
    MMM_TRY(Bytes octets, encoding::fromBase64url(text));
    if (encoding::toBase64url(octets) != text)
        return noToken();
    return octets;
}

std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t colon = text.find(':');
        parts.push_back(text.substr(0, colon));
        if (colon == std::string_view::npos || parts.size() > signedParts)
            return parts;
        text.remove_prefix(colon + 1);
    }
}

/// The statement as it was signed (WIRE G.7.5), with this signature.
dare::Envelope statement(const Checkpoint& checkpoint, Bytes signature, std::string kid)
{
    const Secret payload = encoding::toTaggedJson(checkpoint);
    dare::Header header;
    header.digest = "S512";
    dare::Signature entry;
    entry.algorithm = "S512";
    entry.kid = std::move(kid);
    entry.signature = std::move(signature);
    dare::Trailer trailer;
    trailer.signatures.push_back(std::move(entry));
    trailer.payloadDigest = crypto::sha512(payload.view());
    return dare::Envelope::assemble(header, copyOf(payload.view()), trailer);
}

std::vector<schema::PublicKey> signersOf(const schema::ProfileService& service)
{
    std::vector<schema::PublicKey> signers = service.keysOnlineSignature;
    if (service.keyOfflineSignature)
        signers.push_back(*service.keyOfflineSignature);
    return signers;
}

} // namespace

Result<NotaryToken> NotaryToken::parse(std::string_view text)
{
    if (text.size() > longestToken)
        return fail(Fault::TooLarge, "too long for a notary token");
    const std::vector<std::string_view> parts = partsOf(text);
    if (parts.size() != plainParts && parts.size() != signedParts)
        return noToken();
    NotaryToken token;
    MMM_TRY(const udf::Udf log, udf::Udf::parse(parts[0]));
    if (log.bits() < udf::trustBits)
        return noToken();
    token.logUdf = log.text();
    MMM_TRY(token.index, numberOf(parts[1]));
    MMM_TRY(token.treeDigest, octetsOf(parts[2]));
    if (token.treeDigest.size() != dare::Digest512().size())
        return noToken();
    if (parts.size() == plainParts)
        return token;
    MMM_TRY(const std::int64_t seconds, numberOf(parts[3]));
    if (seconds > lastSecond)
        return noToken();
    token.time = TimePoint(std::chrono::seconds(seconds));
    MMM_TRY(token.signature, octetsOf(parts[4]));
    if (token.signature.size() < shortestSignature || token.signature.size() > longestSignature)
        return noToken();
    return token;
}

std::string NotaryToken::text() const
{
    std::string text = logUdf + ":" + std::to_string(index) + ":" + encoding::toBase64url(treeDigest);
    if (isSigned() && time) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time->time_since_epoch());
        text += ":" + std::to_string(seconds.count()) + ":" + encoding::toBase64url(signature);
    }
    return text;
}

Checkpoint NotaryToken::checkpoint() const
{
    Checkpoint checkpoint;
    checkpoint.index = index;
    checkpoint.treeDigest = treeDigest;
    checkpoint.time = time.value_or(TimePoint());
    return checkpoint;
}

Result<NotaryToken> tokenOf(std::string_view checkpointValue,
                            const schema::Verified<schema::ProfileService>& service)
{
    MMM_TRY(const Checkpoint checkpoint, verifyCheckpoint(checkpointValue, service));
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(bytesOf(checkpointValue)));
    NotaryToken token;
    token.logUdf = service.udf();
    token.index = checkpoint.index;
    token.treeDigest = checkpoint.treeDigest;
    token.time = checkpoint.time;
    for (const dare::Signature& signature : envelope.signatures()) {
        token.signature = signature.signature;
        if (statementIn(token, service))
            return token;
    }
    return fail(Fault::Unsupported, "the statement has more in it than a token holds");
}

Result<std::string> statementIn(const NotaryToken& token,
                                const schema::Verified<schema::ProfileService>& service)
{
    if (!udf::sameText(token.logUdf, service.udf()))
        return fail(Fault::WrongService, "of the log of another service");
    if (!token.isSigned() || !token.time)
        return fail(Fault::Missing, "the token is not signed");
    for (const schema::PublicKey& signer : signersOf(*service)) {
        const auto key = schema::keyOf(signer);
        if (!key)
            continue;
        const dare::Envelope envelope = statement(token.checkpoint(), token.signature, schema::udfOf(*key));
        if (!envelope.verify(*key))
            continue;
        const Bytes json = envelope.toJson();
        const std::string value(textOf(json));
        MMM_CHECK(verifyCheckpoint(value, service));
        return value;
    }
    return fail(Fault::BadSignature, "the token is not signed by the service");
}

} // namespace mmm::protocol
