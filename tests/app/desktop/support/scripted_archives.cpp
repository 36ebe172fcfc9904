#include "support/scripted_archives.h"

#include "schema/catalog.h"

#include <fstream>
#include <sstream>
#include <thread>

namespace mmm::test {

namespace {

namespace names = schema::store_name;

constexpr std::string_view mark = "scripted archive ";

class ScriptedArchive final : public mesh::OpenArchive
{
public:
    explicit ScriptedArchive(bool isOwn)
    {
        m_info.account = isOwn ? "alice@example.com" : "alice@old.example";
        m_info.fullName = "Alice Example";
        m_info.deviceName = "Old laptop";
        m_info.made = TimePoint(std::chrono::hours(24 * 365 * 50));
        m_info.isOwn = isOwn;
        m_info.containers = {{std::string(names::device), 2},   {std::string(names::contact), 12},
                             {std::string(names::bookmark), 1}, {std::string(names::task), 0},
                             {std::string(names::inbound), 7},  {std::string(names::application), 3}};
    }
    [[nodiscard]] const mesh::ArchiveInfo& info() const override { return m_info; }

private:
    mesh::ArchiveInfo m_info;
};

} // namespace

Status ScriptedArchives::work(const Progress& progress, const std::stop_token& stop) const
{
    if (progress)
        progress(0.4);
    while (neverEnds && !stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return stop.stop_requested() ? fail(Fault::Cancelled) : Status();
}

Status ScriptedArchives::save(const std::filesystem::path& file, const Secret& passphrase,
                              const crypto::Argon2Cost&, const Progress& progress, std::stop_token stop)
{
    MMM_CHECK(work(progress, stop));
    std::ofstream stream(file);
    stream << mark << passphrase.text();
    return stream.flush() ? Status() : fail(Fault::ReadOnly, "scripted");
}

Result<std::unique_ptr<mesh::OpenArchive>> ScriptedArchives::open(const std::filesystem::path& file,
                                                                  const Secret& passphrase,
                                                                  const Progress& progress,
                                                                  std::stop_token stop)
{
    MMM_CHECK(work(progress, stop));
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    if (!text.str().starts_with(mark))
        return fail(Fault::WrongType, "scripted");
    if (text.str().substr(mark.size()) != passphrase.text())
        return fail(Fault::WrongPassphrase, "scripted");
    return std::make_unique<ScriptedArchive>(isOwn);
}

Result<std::vector<mesh::RestoredCatalog>>
ScriptedArchives::restore(mesh::OpenArchive&, const Progress& progress, std::stop_token stop)
{
    MMM_CHECK(work(progress, stop));
    ++restored;
    return std::vector<mesh::RestoredCatalog>{{std::string(names::contact), 10, 1, 0, 1},
                                              {std::string(names::bookmark), 0, 0, 1, 0}};
}

} // namespace mmm::test
