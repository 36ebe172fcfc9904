#include "service/incidents.h"

#include "service/sequence_log.h"

namespace mmm::service {

namespace {

/// An address that no account can have.
constexpr std::string_view incidentAddress = "@incidents";
constexpr std::string_view incidentContainer = "Incident";

} // namespace

Result<ContainerRecord> ownSequence(Call& call, std::string_view address, std::string_view name)
{
    MMM_TRY(const auto owner, call.storage.account(std::string(address)));
    std::int64_t id = owner ? owner->id : 0;
    if (!owner) {
        AccountRecord record;
        record.address = address;
        record.state = AccountState::Suspended;
        record.created = call.now;
        record.modified = call.now;
        MMM_TRY(id, call.storage.createAccount(record));
    }
    MMM_TRY(const auto container, call.storage.container(id, std::string(name)));
    return container ? Result<ContainerRecord>(*container)
                     : call.storage.createContainer(id, std::string(name));
}

Status logIncident(Call& call, const Incident& incident)
{
    dare::SealOptions options;
    options.meta.emplace().messageType = Incident::className;
    options.meta->contentType = "application/mmm";
    options.meta->created = call.now;
    options.digest = true;
    MMM_TRY(const dare::Envelope line, dare::seal(encoding::toTaggedJson(incident), options));
    MMM_TRY(ContainerRecord log, ownSequence(call, incidentAddress, incidentContainer));
    return appendMessage(call.storage, log, line, call.now);
}

} // namespace mmm::service
