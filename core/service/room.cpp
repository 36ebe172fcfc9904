#include "service/room.h"

#include "schema/catalog.h"

namespace mmm::service {

namespace {

/// What others have put into the account.
Result<std::uint64_t> octetsOfOthers(Call& call, const AccountRecord& account)
{
    std::uint64_t octets = 0;
    for (const std::string_view spool : {schema::store_name::inbound, protocol::lateSpool}) {
        MMM_TRY(const auto container, call.storage.container(account.id, std::string(spool)));
        if (container)
            octets += container->octets;
    }
    return octets;
}

} // namespace

Status checkRoom(Call& call, const AccountRecord& account, std::size_t octets, RoomFor whom)
{
    const std::uint64_t quota = call.policy.quotaOctets;
    if (quota == 0)
        return {};
    MMM_TRY(const std::uint64_t stored, call.storage.storedOctets(account.id));
    bool isFull = stored + octets > (whom == RoomFor::Order ? quota + quota / 8 : quota);
    if (!isFull && whom == RoomFor::Others) {
        MMM_TRY(const std::uint64_t ofOthers, octetsOfOthers(call, account));
        isFull = ofOthers + octets > quota / 2;
    }
    if (!isFull)
        return {};
    call.fullAccount = account.address;
    return fail(Fault::AccountFull, "the account is full");
}

std::size_t octetsOf(const dare::Envelope& envelope)
{
    return envelope.isEmpty()
               ? 0
               : envelope.headerOctets().size() + envelope.body().size() + envelope.trailerOctets().size();
}

} // namespace mmm::service
