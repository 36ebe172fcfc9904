#include "encoding/utf8.h"
#include "fuzz/fuzz_input.h"
#include "interchange/import_file.h"
#include "schema/validate.h"

#include <algorithm>

using namespace mmm;
using namespace mmm::interchange;

/// A calendar: every task that is read is one that the catalog takes.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    const auto file = readCalendar(input);
    if (!file)
        return 0;
    fuzz::mustHold(isCalendar(input));
    for (const schema::Task& task : file->tasks) {
        fuzz::mustHold(schema::validate(task).empty());
        fuzz::mustHold(encoding::isUtf8(bytesOf(task.description)));
    }
    // events are read before what is no event
    std::vector<schema::Task> tasks = file->tasks;
    std::stable_partition(tasks.begin(), tasks.end(),
                          [](const schema::Task& task) { return task.start && task.busy; });
    const auto again = readCalendar(bytesOf(writeCalendar(tasks, TimePoint())));
    fuzz::mustHold(again && again->tasks.size() == tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i)
        fuzz::mustHold(again->tasks[i].start == tasks[i].start && again->tasks[i].finish == tasks[i].finish);
    const auto import = readImport(input, "name");
    fuzz::mustHold(import && std::holds_alternative<CalendarFile>(*import));
    return 0;
}
