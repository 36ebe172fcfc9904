#pragma once

#include "mesh/contact_book.h"
#include "mesh/trust_chain.h"
#include "schema/service_accreditation.h"

/// Who runs the service (security 03 §2.6.17, WIRE E.5): its operator's signed word, which the service shows
/// with its Hello. It adds to what is known of the service and is no condition for anything.
namespace mmm::mesh {

/// What a service shows of its operator, after all of it was checked.
struct OperatorFinding
{
    schema::ServiceAccreditation shown;
    Result<schema::ServiceAuthority> authority;
    Result<schema::Verified<schema::ConnectionService>> connection;
    std::optional<ServiceOperator> runBy;
    std::optional<ServiceOperator> formerlyRunBy;
};

/// Checks what the service shows. An authority of which a newer profile is known here is held to that one: a
/// key that it withdrew states nothing any more. Nothing if the service shows nothing and never did. The
/// first operator of a service is remembered; faults are those of the disk. Takes member.mutex.
[[nodiscard]] Result<std::optional<OperatorFinding>>
findOperator(MeshState& state, BytesView accreditation,
             const schema::Verified<schema::ProfileService>& service);

/// Of what was found last.
[[nodiscard]] Status acceptOperator(MeshState& state, const OperatorFinding* found, std::string_view udf,
                                    const std::string& serviceUdf);

[[nodiscard]] Result<std::string> accreditService(MeshState& state, std::string_view serviceUdf);

} // namespace mmm::mesh
