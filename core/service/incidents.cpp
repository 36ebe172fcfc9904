#include "service/incidents.h"

#include "service/sequence_log.h"

#include <QString>

namespace mmm::service {

namespace {

constexpr std::string_view formerContainer = incidentContainers[0];
constexpr std::string_view incidentContainer = incidentContainers[1];
constexpr qsizetype longestShown = 320; ///< of a line, in characters

/// Only what can be seen, so that nobody writes lines of his own into a log or commands to a terminal.
std::string printable(const std::string& text)
{
    QString shown = QString::fromStdString(text).left(longestShown);
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
    if (!incident.address.empty())
        line += ", from " + printable(incident.address);
    else
        line +=
            incident.service.empty() ? ", of this service" : ", from service " + printable(incident.service);
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

void noteLimit(Call& call, const std::string& account, const std::string& address, const std::string& reason)
{
    const std::string name = "noted " + account + " " + address + " " + reason;
    if (!call.rates.admit(name, 1, 1, call.now, !account.empty()) ||
        !call.rates.admit(strangersRefused, 1, call.policy.refusalsPerHour, call.now))
        return;
    Incident incident;
    incident.time = call.now;
    incident.recipient = account;
    incident.address = address;
    incident.result = "Reject";
    incident.reason = reason;
    const std::size_t lines = call.incidentLines.size();
    if (!call.storage.transaction([&] { return logIncident(call, incident); }))
        call.incidentLines.resize(lines);
}

} // namespace mmm::service
