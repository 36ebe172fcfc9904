#include "protocol/status.h"

#include <algorithm>
#include <array>

namespace mmm::protocol {

namespace {

struct Row
{
    Fault fault;
    StatusCode status;
    StatusDetail detail = StatusDetail::None;
};

/// A fault that is not here is a failure of the service itself. Of several rows with the same status and
/// detail the client gets the first one's fault.
constexpr std::array rows{
    Row{Fault::ProtocolViolation, StatusCode::BadRequest},
    Row{Fault::Malformed, StatusCode::BadRequest},
    Row{Fault::TooDeep, StatusCode::BadRequest},
    Row{Fault::WrongType, StatusCode::BadRequest},
    Row{Fault::Missing, StatusCode::BadRequest},
    Row{Fault::Contradiction, StatusCode::BadRequest},
    Row{Fault::Unsupported, StatusCode::BadRequest},
    Row{Fault::BadKey, StatusCode::BadRequest},
    Row{Fault::BadSignature, StatusCode::BadRequest},
    Row{Fault::Damaged, StatusCode::BadRequest},
    Row{Fault::CannotDecrypt, StatusCode::BadRequest},
    Row{Fault::NameInvalid, StatusCode::BadRequest, StatusDetail::NameInvalid},

    Row{Fault::NotAuthorised, StatusCode::NotAuthorised},
    Row{Fault::ClockWrong, StatusCode::NotAuthorised, StatusDetail::ClockSkew},
    Row{Fault::Replayed, StatusCode::NotAuthorised, StatusDetail::Replay},
    Row{Fault::Disconnected, StatusCode::NotAuthorised, StatusDetail::UnknownDevice},
    Row{Fault::Expired, StatusCode::NotAuthorised, StatusDetail::TicketExpired},
    Row{Fault::Refused, StatusCode::NotAuthorised, StatusDetail::Rejected},
    Row{Fault::WrongService, StatusCode::NotAuthorised, StatusDetail::OtherHost},
    Row{Fault::Suspended, StatusCode::NotAuthorised, StatusDetail::Suspended},
    Row{Fault::AccountClosed, StatusCode::NotAuthorised, StatusDetail::Closed},
    Row{Fault::ReadOnly, StatusCode::NotAuthorised, StatusDetail::Moved},

    Row{Fault::NotFound, StatusCode::NotFound},
    Row{Fault::NotYet, StatusCode::NotFound, StatusDetail::NotDecided},
    Row{Fault::NotServed, StatusCode::NotFound, StatusDetail::NotServed},

    Row{Fault::Conflict, StatusCode::Conflict},
    Row{Fault::Exists, StatusCode::Conflict},
    Row{Fault::RolledBack, StatusCode::Conflict},
    Row{Fault::NameTaken, StatusCode::Conflict, StatusDetail::NameTaken},

    Row{Fault::TooLarge, StatusCode::TooLarge},
    Row{Fault::AccountFull, StatusCode::TooLarge, StatusDetail::Full},
    Row{Fault::Overloaded, StatusCode::Overloaded},
    Row{Fault::Unsupported, StatusCode::MovedPermanently}, // redirects are not followed
    Row{Fault::Unsupported, StatusCode::MovedTemporarily},
};

const Row* rowOf(Fault fault)
{
    const auto* row = std::ranges::find(rows, fault, &Row::fault);
    return row == rows.end() ? nullptr : row;
}

} // namespace

StatusCode statusOf(Fault fault)
{
    const Row* row = rowOf(fault);
    return row ? row->status : StatusCode::ServerFailure;
}

StatusDetail detailOf(Fault fault)
{
    const Row* row = rowOf(fault);
    return row ? row->detail : StatusDetail::None;
}

Error faultOf(const Response& response)
{
    const auto status = static_cast<StatusCode>(response.status);
    const auto detail = static_cast<StatusDetail>(response.statusExtended.value_or(0));
    Fault fault = Fault::ServiceFailed;
    for (const Row& row : rows) {
        if (row.status == status && row.detail == detail)
            return {row.fault, response.statusDescription};
        // a detail of somebody else's making says nothing
        if (row.status == status && row.detail == StatusDetail::None && fault == Fault::ServiceFailed)
            fault = row.fault;
    }
    return {fault, response.statusDescription};
}

} // namespace mmm::protocol
