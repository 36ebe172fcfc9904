#include "service/transactions.h"

namespace mmm::service {

Result<protocol::HelloResponse> hello(Call& call, const protocol::HelloRequest&)
{
    protocol::HelloResponse response;
    protocol::Version version;
    protocol::Encoding json;
    json.id.emplace_back("application/json");
    version.encodings.push_back(std::move(json));
    response.version = std::move(version);
    response.constraintsUpdate.emplace().bytesMax = static_cast<std::int64_t>(call.policy.updateOctets);
    response.constraintsPost.emplace().bytesMax = static_cast<std::int64_t>(call.policy.postOctets);
    protocol::PolicyAccount& names = response.policyAccount.emplace();
    names.minimum = static_cast<std::int64_t>(call.policy.names.minimum);
    names.maximum = static_cast<std::int64_t>(call.policy.names.maximum);
    names.invalidCharacters = call.policy.names.invalidCharacters;
    response.envelopedProfileService = call.identity.profileService;
    response.envelopedProfileHost = call.identity.profileHost;
    response.envelopedConnectionHost = call.identity.connectionHost;
    response.accreditation = call.identity.accreditation;
    return response;
}

} // namespace mmm::service
