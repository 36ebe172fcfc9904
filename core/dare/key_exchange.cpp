#include "dare/key_exchange.h"

#include "crypto/cipher.h"
#include "crypto/threshold.h"

#include "udf/fingerprint.h"

#include <algorithm>

namespace mmm::dare {

namespace {

constexpr std::string_view defaultWrap = "kwd-aes-sha2-256-256";

Secret wrappingKey(BytesView agreement)
{
    return crypto::hkdfSha512(agreement, {}, "master", 32);
}

} // namespace

Result<Recipient> wrapMasterKey(BytesView masterKey, const RecipientKey& to, crypto::Random& random)
{
    const crypto::PrivateKey ephemeral = crypto::PrivateKey::generate(to.key.curve(), random);
    MMM_TRY(const Secret agreement, ephemeral.agree(to.key));
    Recipient recipient;
    recipient.kid = to.kid.empty() ? udf::fingerprint(to.key).text() : to.kid;
    recipient.ephemeral = fromPublicKey(ephemeral.publicKey());
    MMM_TRY(recipient.wrappedKey, crypto::wrapKey(wrappingKey(agreement), masterKey));
    recipient.account = to.account;
    return recipient;
}

Result<Secret> unwrapMasterKey(const Recipient& recipient, const crypto::PrivateKey& key)
{
    MMM_TRY(const crypto::PublicKey ephemeral, toPublicKey(recipient.ephemeral));
    MMM_TRY(const Secret agreement, key.agree(ephemeral));
    return unwrapWithAgreement(recipient, agreement);
}

Result<Secret> unwrapWithAgreement(const Recipient& recipient, BytesView agreement)
{
    if (!recipient.wrap.empty() && recipient.wrap != defaultWrap)
        return fail(Fault::Unsupported, "unknown key wrap algorithm");
    return crypto::unwrapKey(wrappingKey(agreement), recipient.wrappedKey);
}

Result<Secret> unwrapWithPartial(const Recipient& recipient, const crypto::PrivateKey& part,
                                 const Secret& partial)
{
    MMM_TRY(const crypto::PublicKey ephemeral, toPublicKey(recipient.ephemeral));
    std::vector<Secret> contributions;
    contributions.push_back(partial.clone());
    MMM_TRY(Secret own, crypto::partialAgreement(part, ephemeral));
    contributions.push_back(std::move(own));
    MMM_TRY(const Secret agreement, crypto::joinAgreements(part.curve(), contributions));
    return unwrapWithAgreement(recipient, agreement);
}

RecipientName recipientName(const Recipient& recipient)
{
    const std::size_t at = recipient.kid.find('@');
    RecipientName name;
    if (at != std::string::npos)
        name.domain = recipient.kid.substr(at + 1);
    std::string first = recipient.kid.substr(0, at);
    if (udf::Udf::parse(first))
        name.udf = std::move(first);
    return name;
}

Result<Secret> findMasterKey(const std::vector<Recipient>& recipients, const KeyRing& keys)
{
    if (recipients.empty()) {
        if (keys.masterKey().empty())
            return fail(Fault::CannotDecrypt, "no recipients are named and no master key is known");
        return Secret(keys.masterKey().view());
    }
    Error last{Fault::CannotDecrypt, "encrypted for other keys"};
    for (const Recipient& recipient : recipients) {
        const crypto::PrivateKey* key = keys.find(recipient.kid);
        if (!key)
            continue;
        auto masterKey = unwrapMasterKey(recipient, *key);
        if (masterKey)
            return masterKey;
        last = std::move(masterKey).error();
    }
    return tl::unexpected<Error>(std::move(last));
}

bool isEmptyWrap(const Recipient& recipient)
{
    return recipient.wrappedKey.size() == 8 &&
           std::ranges::all_of(recipient.wrappedKey, [](std::uint8_t octet) { return octet == 0xA6; });
}

} // namespace mmm::dare
