#include "schema/accreditation.h"

#include "encoding/base64url.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::schema {

namespace {

Result<Envelope> carried(const dare::ContentMeta& meta, std::string_view key)
{
    const auto found = std::ranges::find(meta.keyValues, key, &dare::KeyValue::key);
    if (found == meta.keyValues.end())
        return fail(Fault::Missing, "a message that does not say who signed it");
    MMM_TRY(const Bytes json, encoding::fromBase64url(found->value));
    return Envelope::parse(json);
}

} // namespace

Result<Verified<ConnectionAccount>> accreditingConnection(const Verified<ProfileAccount>& account,
                                                          const Envelope& connection)
{
    MMM_TRY(auto member, verifyConnectionAccount(connection, account));
    if (member->subjectUdf.empty() || member->authorityUdf.empty())
        return fail(Fault::Missing, "the connection names no parties");
    if (!member.isCurrent() || !account.isCurrent())
        return fail(Fault::NotAuthorised, "an accreditation under conditions");
    return member;
}

Result<Accreditation> accreditedSigner(const dare::ContentMeta& meta)
{
    MMM_TRY(const Envelope profile, carried(meta, accreditation_key::profile));
    MMM_TRY(const Envelope connection, carried(meta, accreditation_key::connection));
    MMM_TRY(auto account, verifyProfileAccount(profile));
    MMM_TRY(auto member, accreditingConnection(account, connection));
    return Accreditation{std::move(account), std::move(member)};
}

Result<Accreditation> accreditationOf(const Envelope& message)
{
    MMM_TRY(const dare::ContentMeta meta, message.contentMeta());
    MMM_TRY(Accreditation signer, accreditedSigner(meta));
    MMM_TRY(const crypto::PublicKey key, keyOf(signer.connection->keySignature));
    MMM_CHECK(message.verify(key));
    return signer;
}

} // namespace mmm::schema
