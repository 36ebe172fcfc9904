#pragma once

#include "schema/verify.h"

#include <variant>

/// Who says that he runs a service (security 03 §2.6.17, WIRE E.5): an authority, which is a personal mesh or
/// an account, connects the service to itself. The statement travels together with the authority's profile,
/// so that anybody can check it; whether the authority is somebody known is another question.
namespace mmm::schema {

/// Ours: what the operator gives to the service, and the service to whoever asks who it is.
struct ServiceAccreditation : RecordBase
{
    static constexpr std::string_view className = "ServiceAccreditation";
    Envelope envelopedConnectionService;
    Envelope envelopedProfileAuthority; ///< ProfileAccount or ProfileMesh
    static constexpr auto fields()
    {
        using S = ServiceAccreditation;
        return fieldTable(field("EnvelopedConnectionService", &S::envelopedConnectionService),
                          field("EnvelopedProfileAuthority", &S::envelopedProfileAuthority));
    }
};

/// Octets of its JSON text at most: two profiles with as many keys as they ever have are far smaller.
inline constexpr std::size_t mostAccreditationOctets = std::size_t(32) << 10U;

/// TooLarge, Malformed, or WrongType for anything that is not one. Nothing in it is checked.
[[nodiscard]] Result<ServiceAccreditation> readServiceAccreditation(BytesView json);

using ServiceAuthority = std::variant<Verified<ProfileAccount>, Verified<ProfileMesh>>;

[[nodiscard]] const std::string& udfOf(const ServiceAuthority& authority);
[[nodiscard]] bool isCurrent(const ServiceAuthority& authority);

/// The authority's profile under its own key. WrongType for a profile of another kind; otherwise the faults
/// of verifyProfileAccount() and verifyProfileMesh().
[[nodiscard]] Result<ServiceAuthority> verifyServiceAuthority(const Envelope& profile);

/// By an online key of the authority, for that service and no other. NotAuthorised, Contradiction, Missing.
[[nodiscard]] Result<Verified<ConnectionService>>
verifyConnectionService(const Envelope& envelope, const Verified<ProfileService>& service,
                        const ServiceAuthority& authority);

struct AccreditedService
{
    ServiceAuthority authority;
    Verified<ConnectionService> connection;
};
/// All of that. NotAuthorised, too, for a statement or a profile under conditions.
[[nodiscard]] Result<AccreditedService> verifyServiceAccreditation(BytesView json,
                                                                   const Verified<ProfileService>& service);

/// The account says by its online key that it runs the service of that fingerprint; as JSON text. Malformed
/// for something that is no fingerprint to trust in; NotAuthorised if the profile does not name the key.
[[nodiscard]] Result<Secret> makeServiceAccreditation(std::string_view serviceUdf,
                                                      const Verified<ProfileAccount>& account,
                                                      const crypto::PrivateKey& onlineSignature,
                                                      TimePoint now);

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::ServiceAccreditation)
