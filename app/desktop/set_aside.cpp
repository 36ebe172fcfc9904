#include "set_aside.h"

#include "text.h"

#include <string>
#include <vector>

namespace mmm::desktop {

Status setAside(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const std::string seconds = std::to_string(nowForText().time_since_epoch().count());
    const fs::path target = folder / ("removed-" + seconds);
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with("removed-") && !name.starts_with("settings.ini"))
            found.push_back(entry->path());
    }
    if (!error)
        fs::create_directory(target, error);
    for (const fs::path& path : found) {
        if (!error)
            fs::rename(path, target / path.filename(), error);
    }
    if (error)
        return fail(Fault::Io, "the old data cannot be set aside: " + error.message());
    return {};
}

} // namespace mmm::desktop
