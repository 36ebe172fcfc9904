#pragma once

#include "schema/contact.h"

namespace mmm::schema {

/// Something to be done, or an appointment (security 03 §2.7.8). Durations, rules and triggers are values of
/// RFC 5545 (WIRE F.2).
struct Task : RecordBase
{
    static constexpr std::string_view className = "Task";
    std::string key; ///< a nonce UDF, as in the CatalogedTask
    std::optional<TimePoint> start;
    std::optional<TimePoint> finish;
    std::string startTravel;  ///< duration such as PT30M
    std::string finishTravel; ///< duration
    std::string timeZone;     ///< name of the IANA time zone database
    std::string title;
    std::string description;
    std::string location;
    std::vector<std::string> trigger;    ///< TRIGGER values, `task:<key>` or `geo:<URI>`
    std::vector<std::string> conference; ///< URIs
    std::string repeat;                  ///< RRULE value
    std::optional<bool> busy;
    std::optional<LegacyText> legacy;
    static constexpr auto fields()
    {
        return fieldTable(field("Key", &Task::key), field("Start", &Task::start),
                          field("Finish", &Task::finish), field("StartTravel", &Task::startTravel),
                          field("FinishTravel", &Task::finishTravel), field("TimeZone", &Task::timeZone),
                          field("Title", &Task::title), field("Description", &Task::description),
                          field("Location", &Task::location), field("Trigger", &Task::trigger),
                          field("Conference", &Task::conference), field("Repeat", &Task::repeat),
                          field("Busy", &Task::busy), field("Legacy", &Task::legacy));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::Task)
