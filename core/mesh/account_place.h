#pragma once

#include "mesh/mesh_state.h"
#include "schema/applications.h"

/// Where the account is, and how its devices learn that it has gone to another service (WIRE E.12.3). The
/// device that takes it there tells the others in the application catalog, at both services; who did not look
/// in time asks the former service for the account's profile, which names its present address.
namespace mmm::mesh {

using encoding::field;

/// A service that has the account besides the first one (further_services.h).
struct FurtherPlace : encoding::RecordBase
{
    static constexpr std::string_view className = "FurtherPlace";
    std::string address;
    ServiceRecord service;
    static constexpr auto fields()
    {
        return fieldTable(field("Address", &FurtherPlace::address), field("Service", &FurtherPlace::service));
    }
};

/// The word of an administration device, signed with the account's online key.
struct AccountPlace : encoding::RecordBase
{
    static constexpr std::string_view className = "AccountPlace";
    std::string address;
    ServiceRecord service;
    std::optional<TimePoint> updated;
    /// Where it was, and the further places that it has: what is written to them is for this account, too.
    std::vector<std::string> formerAddresses;
    std::vector<ServiceRecord> formerServices;
    std::vector<FurtherPlace> further;
    static constexpr auto fields()
    {
        using A = AccountPlace;
        return fieldTable(field("Address", &A::address), field("Service", &A::service),
                          field("Updated", &A::updated), field("FormerAddresses", &A::formerAddresses),
                          field("FormerServices", &A::formerServices), field("Further", &A::further));
    }
};

/// Ours, in the application catalog.
struct CatalogedAccountPlace : schema::CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedAccountPlace";
    dare::Envelope envelopedPlace;
    static constexpr auto fields()
    {
        using C = CatalogedAccountPlace;
        return extend<schema::CatalogedApplication>(field("EnvelopedPlace", &C::envelopedPlace));
    }
};

/// The newest word in the catalog, if the account's online key stands for it.
[[nodiscard]] std::optional<AccountPlace> toldPlace(Membership& member);
/// The same with member.mutex held.
[[nodiscard]] std::optional<AccountPlace> toldPlaceIn(Membership& member);
/// Puts the word into the catalog, if this is an administration device. With member.mutex held.
[[nodiscard]] Status tellPlace(Membership& member, const AccountPlace& place);
/// The newest word again, under an online key that takes the place of the present one; empty if there is no
/// word. With member.mutex held.
[[nodiscard]] Result<dare::Envelope> resealedPlace(Membership& member, const crypto::PrivateKey& online);
/// Puts a sealed word into the catalog. With member.mutex held.
[[nodiscard]] Status putPlace(Membership& member, const dare::Envelope& sealed);

/// The place of the account as this device's record has it, after it has gone from there to `address`.
[[nodiscard]] AccountPlace placeAfter(const LocalRecord& record, const std::string& address,
                                      const ServiceRecord& service, TimePoint updated);

/// The further services after the account has gone from `from` to `to`. If it was at that service as well,
/// the two change places, and none is left.
[[nodiscard]] std::vector<FurtherPlace> furtherAfter(const std::optional<AccountPlace>& told,
                                                     const FurtherPlace& from, const std::string& to);

[[nodiscard]] bool isAmong(const std::vector<FurtherPlace>& further, const std::string& address);

/// From now on this device finds its account there. What else changes in the record changes at the same
/// moment.
[[nodiscard]] Status enterPlace(MeshState& state, const AccountPlace& place,
                                const std::shared_ptr<ServiceLink>& link,
                                const std::function<void(LocalRecord&)>& also = {});

/// The account's profile as the service has it that this device looks at. It must be as good as one that
/// would be taken over from a device: an administrator of the mesh stands for it.
[[nodiscard]] Result<schema::Verified<schema::ProfileAccount>>
publishedProfile(MeshState& state, Membership& member, std::stop_token stop);
/// The same as another service has it, under the account's address there.
[[nodiscard]] Result<schema::Verified<schema::ProfileAccount>>
publishedProfileAt(MeshState& state, Membership& member, ServiceLink& link, const std::string& address,
                   std::stop_token stop);

/// Whether the service has the account and knows this device.
[[nodiscard]] Status checkArrival(Membership& member, ServiceLink& link, const std::string& address,
                                  std::stop_token stop);

/// Goes where the catalog says that the account is. True if this device looked elsewhere until now. Nothing
/// changes while the new service cannot be reached or does not know this device.
[[nodiscard]] Result<bool> followPlace(MeshState& state, std::stop_token stop);

/// The service says that the account was deleted. True if that was because it is elsewhere, and this device
/// has found it there.
[[nodiscard]] Result<bool> followProfile(MeshState& state, std::stop_token stop);

} // namespace mmm::mesh

MMM_RECORD_DECLARED(mmm::mesh::FurtherPlace)
MMM_RECORD_DECLARED(mmm::mesh::AccountPlace)
MMM_RECORD_DECLARED(mmm::mesh::CatalogedAccountPlace)
