#include "service/incidents.h"

#include "service/sequence_log.h"

#include <QString>

namespace mmm::service {

namespace {

constexpr std::string_view formerContainer = incidentContainers[0];
constexpr std::string_view incidentContainer = incidentContainers[1];
constexpr qsizetype longestPart = 320; ///< of a line, in characters

/// Only what can be seen, so that nobody writes lines of his own into a log or commands to a terminal.
std::string printable(const std::string& text)
{
    QString shown = QString::fromStdString(text).left(longestPart);
    for (QChar& c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u'?';
    }
    return shown.toStdString();
}

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

std::string describeIncident(const Incident& incident)
{
    const std::string verdict = incident.result == "Accept"   ? "accepted"
                                : incident.result == "Hold"   ? "held"
                                : incident.result == "Reject" ? "refused"
                                                              : printable(incident.result);
    std::string line = "incident: " + verdict;
    if (!incident.recipient.empty())
        line += " for " + printable(incident.recipient);
    line += incident.service.empty() ? ", of this service" : ", from service " + printable(incident.service);
    if (!incident.signer.empty())
        line += ", signed by " + printable(incident.signer);
    if (!incident.reason.empty())
        line += ": " + printable(incident.reason);
    return line;
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
    // A sequence of DARE can be proved as a whole only, so nothing is cut out of one: a full log makes room
    // for the next one, and the one before it goes.
    if (log.frames > call.policy.incidentLines) {
        MMM_CHECK(call.storage.renameContainer(log.id, std::string(formerContainer)));
        MMM_TRY(log, ownSequence(call, incidentAddress, incidentContainer));
    }
    MMM_CHECK(appendMessage(call.storage, log, line, call.now));
    // who has written what to whom and was let in is not for a journal that others read as well
    if (incident.result == "Reject")
        call.incidentLines.push_back(describeIncident(incident));
    return {};
}

} // namespace mmm::service
