#include "mesh/archive.h"

#include "mesh/align_applications.h"
#include "mesh/archive_parts.h"
#include "udf/udf.h"

namespace mmm::mesh {

namespace {

/// Folders of the archives that are open, below the data folder.
std::filesystem::path placeOfArchives(const MeshState& state)
{
    return state.options.folder / "archives";
}

class ArchivesDoor final : public Archives
{
public:
    ArchivesDoor(MeshState& state, std::function<void()> written)
        : m_state(state),
          m_written(std::move(written))
    {}

    Status save(const std::filesystem::path& file, const Secret& passphrase, const crypto::Argon2Cost& cost,
                const Progress& progress, std::stop_token stop) override
    {
        return saveArchive(m_state, file, passphrase, cost, progress, std::move(stop));
    }

    Result<std::unique_ptr<OpenArchive>> open(const std::filesystem::path& path, const Secret& passphrase,
                                              const Progress& progress, std::stop_token stop) override
    {
        VerifiedArchive::Source source;
        {
            const std::scoped_lock lock(m_state.mutex);
            source.seal = m_state.seal;
        }
        if (!source.seal)
            return fail(Fault::KeychainLocked, "the keys are put away");
        if (const auto member = m_state.member())
            source.ownUdf = member->accountUdf;
        source.directory = (placeOfArchives(m_state) / udf::Udf::nonce().text()).string();
        MMM_TRY(const auto file, dare::openFile(path, dare::OpenMode::Read));
        MMM_TRY(ArchiveReader reader, ArchiveReader::open(*file, passphrase));
        const auto next = [&] {
            if (progress)
                progress(reader.progress());
            return reader.next();
        };
        MMM_TRY(auto archive, VerifiedArchive::read(next, source, std::move(stop)));
        return std::unique_ptr<OpenArchive>(std::move(archive));
    }

    Result<std::vector<RestoredCatalog>> restore(OpenArchive& archive, const Progress& progress,
                                                 std::stop_token stop) override
    {
        auto restored = restoreArchive(m_state, static_cast<const VerifiedArchive&>(archive), progress, stop);
        // where this fails, the exchange tries again and tells
        (void)alignApplications(m_state, {});
        m_written();
        return restored;
    }

private:
    MeshState& m_state;
    const std::function<void()> m_written;
};

} // namespace

std::unique_ptr<Archives> makeArchives(MeshState& state, std::function<void()> written)
{
    return std::make_unique<ArchivesDoor>(state, std::move(written));
}

void clearArchives(const MeshState& state)
{
    std::error_code ignored;
    std::filesystem::remove_all(placeOfArchives(state), ignored);
}

} // namespace mmm::mesh
