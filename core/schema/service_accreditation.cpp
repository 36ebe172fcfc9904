#include "schema/service_accreditation.h"

#include "schema/key_check.h"
#include "schema/make.h"
#include "udf/udf.h"

#include <algorithm>

MMM_RECORD_COMPILED(mmm::schema::ServiceAccreditation)

namespace mmm::schema {

Result<ServiceAccreditation> readServiceAccreditation(BytesView json)
{
    if (json.size() > mostAccreditationOctets)
        return fail(Fault::TooLarge, "a statement of who runs a service is not that long");
    return encoding::fromTaggedJson<ServiceAccreditation>(json);
}

const std::string& udfOf(const ServiceAuthority& authority)
{
    return std::visit([](const auto& profile) -> const std::string& { return profile.udf(); }, authority);
}

bool isCurrent(const ServiceAuthority& authority)
{
    return std::visit([](const auto& profile) { return profile.isCurrent(); }, authority);
}

Result<ServiceAuthority> verifyServiceAuthority(const Envelope& profile)
{
    if (payloadOf<ProfileMesh>(profile)) {
        MMM_TRY(auto mesh, verifyProfileMesh(profile));
        return ServiceAuthority(std::move(mesh));
    }
    MMM_TRY(auto account, verifyProfileAccount(profile));
    return ServiceAuthority(std::move(account));
}

Result<AccreditedService> verifyServiceAccreditation(BytesView json, const Verified<ProfileService>& service)
{
    MMM_TRY(const ServiceAccreditation stated, readServiceAccreditation(json));
    MMM_TRY(auto authority, verifyServiceAuthority(stated.envelopedProfileAuthority));
    MMM_TRY(auto connection, verifyConnectionService(stated.envelopedConnectionService, service, authority));
    if (!isCurrent(authority) || !connection.isCurrent())
        return fail(Fault::NotAuthorised, "a statement under conditions");
    return AccreditedService{std::move(authority), std::move(connection)};
}

Result<Secret> makeServiceAccreditation(std::string_view serviceUdf, const Verified<ProfileAccount>& account,
                                        const crypto::PrivateKey& onlineSignature, TimePoint now)
{
    const auto subject = udf::Udf::parse(serviceUdf);
    if (!subject || subject->bits() < udf::trustBits)
        return fail(Fault::Malformed, "not the fingerprint of a service");
    const auto isIt = [&](const PublicKey& key) { return isUdfOf(key.udf, onlineSignature.publicKey()); };
    if (std::ranges::none_of(account->keysOnlineSignature, isIt))
        return fail(Fault::NotAuthorised, "the account's profile does not name this key");
    ServiceAccreditation made;
    const ConnectionService connection = makeConnectionService(subject->text(), account.udf(), now);
    MMM_TRY(made.envelopedConnectionService, sealRecord(connection, {&onlineSignature}));
    made.envelopedProfileAuthority = account.envelope();
    return encoding::toTaggedJson(made);
}

} // namespace mmm::schema
