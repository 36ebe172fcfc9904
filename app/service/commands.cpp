#include "commands.h"

#include "encoding/timestamp.h"
#include "service/operator_tools.h"

#include <cstdio>

namespace mmm {

namespace {

void print(std::string_view line)
{
    std::printf("%.*s\n", static_cast<int>(line.size()), line.data());
}

Status suspend(service::Storage& storage, const Configuration& configuration, bool isSuspended)
{
    MMM_TRY(const bool isChanged,
            service::setSuspended(storage, configuration.account, isSuspended, SystemClock().now()));
    print(configuration.account + (isChanged ? " is " : " was ") + (isSuspended ? "suspended" : "open") +
          (isChanged ? " now" : " already"));
    return {};
}

Status printIncidents(service::Storage& storage, bool isJson)
{
    MMM_TRY(const service::IncidentLog log, service::readIncidents(storage));
    for (const service::Incident& incident : log.lines) {
        if (isJson)
            print(encoding::toJson(incident).text());
        else
            print(encoding::toTimestamp(incident.time) + " " + service::describeIncident(incident));
    }
    if (log.unreadable > 0)
        return fail(Fault::Damaged, std::to_string(log.unreadable) + " lines of the log cannot be read");
    return {};
}

Status writeIncidents(service::Storage& storage, const std::filesystem::path& file)
{
    MMM_TRY(const auto files, service::exportIncidents(storage, file));
    if (files.empty())
        print("there are no incidents, and nothing is written");
    for (const std::filesystem::path& written : files)
        print("written: " + written.string());
    return {};
}

} // namespace

Status performCommand(const Configuration& configuration)
{
    MMM_TRY(const auto storage, service::openData(configuration.server.folder));
    switch (configuration.command) {
    case Command::Suspend:
    case Command::Resume:
        return suspend(*storage, configuration, configuration.command == Command::Suspend);
    case Command::Incidents:
        return configuration.exportFile.empty() ? printIncidents(*storage, configuration.isJson)
                                                : writeIncidents(*storage, configuration.exportFile);
    case Command::Serve:
        break;
    }
    return fail(Fault::Internal, "not a command");
}

} // namespace mmm
