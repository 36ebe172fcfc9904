#include "dare/content_cipher.h"
#include "dare/eds.h"
#include "dare/envelope.h"
#include "udf/fingerprint.h"

namespace mmm::dare {

namespace {

constexpr std::size_t shortestMasterKey = 16;
constexpr std::size_t longestMasterKey = 64;

} // namespace

Result<SealHead> makeSealHead(const SealOptions& options, crypto::Random& random)
{
    SealHead head;
    Header& header = head.header;
    header.envelopeId = options.envelopeId;
    if (options.digest || !options.signers.empty())
        header.digest = digestName;
    if (options.meta && !options.cloakMeta)
        header.setContentMeta(*options.meta);
    const bool encrypt = !options.recipients.empty() || !options.masterKey.empty();
    if (options.cloakMeta && !encrypt)
        return fail(Fault::Missing, "a cloaked header needs encryption");
    if (!encrypt)
        return head;

    head.masterKey = options.masterKey.empty() ? crypto::randomSecret(masterKeySize, random)
                                               : Secret(options.masterKey.view());
    if (head.masterKey.size() < shortestMasterKey || head.masterKey.size() > longestMasterKey)
        return fail(Fault::BadKey, "a master key has 16 to 64 octets");
    header.encryption = encryptionName;
    header.salt = crypto::randomBytes(saltSize, random);
    for (const RecipientKey& to : options.recipients) {
        MMM_TRY(Recipient recipient, wrapMasterKey(head.masterKey, to, random));
        header.recipients.push_back(std::move(recipient));
    }
    return head;
}

Result<Envelope> seal(BytesView payload, const SealOptions& options, crypto::Random& random)
{
    MMM_TRY(SealHead head, makeSealHead(options, random));
    Header& header = head.header;
    const bool encrypt = header.isEncrypted();
    std::uint64_t number = 0;
    for (const SharedSecret& annotation : options.annotations) {
        ++number;
        if (!encrypt) {
            header.annotations.push_back(writeEds(edsPrefix(number), annotation));
            continue;
        }
        MMM_TRY(Bytes eds, sealEds(head.masterKey, header.salt, number, annotation));
        header.annotations.push_back(std::move(eds));
    }
    if (options.cloakMeta && options.meta) {
        Header inner;
        inner.setContentMeta(*options.meta);
        MMM_TRY(header.cloaked, sealEds(head.masterKey, header.salt, number + 1, toOctets(inner)));
    }
    Bytes body;
    if (encrypt) {
        MMM_TRY(body, encryptBody(head.masterKey, header.salt, payload));
    } else {
        body = copyOf(payload);
    }
    Trailer trailer;
    if (!header.digest.empty()) {
        trailer.payloadDigest = crypto::sha512(body);
        MMM_TRY(trailer.signatures, signAll(trailer.payloadDigest, options, head));
    }
    return Envelope::assemble(header, std::move(body), trailer);
}

Result<std::vector<Signature>> signAll(BytesView payloadDigest, const SealOptions& options,
                                       const SealHead& head)
{
    std::vector<Signature> signatures;
    for (const crypto::PrivateKey* signer : options.signers) {
        MMM_TRY(Signature signature, signDigest(payloadDigest, *signer, head.masterKey, head.header.salt));
        signatures.push_back(std::move(signature));
    }
    return signatures;
}

Result<Signature> signDigest(BytesView payloadDigest, const crypto::PrivateKey& signer, BytesView masterKey,
                             BytesView salt)
{
    Signature signature;
    signature.algorithm = digestName;
    signature.kid = udf::fingerprint(signer.publicKey()).text();
    signature.signature = signer.sign(payloadDigest);
    if (signature.signature.empty())
        return fail(Fault::BadKey, "a key that cannot sign");
    if (!masterKey.empty())
        signature.witness = signatureWitness(masterKey, salt, signature.signature);
    return signature;
}

Envelope erased(const Envelope& envelope)
{
    Header header = envelope.header();
    if (!header.salt.empty()) {
        header.malt = crypto::sha512(header.salt);
        header.salt.clear();
    }
    return Envelope::fromRecords(toOctets(header), envelope.body(), envelope.trailerOctets())
        .value_or(envelope);
}

} // namespace mmm::dare
