#pragma once

#include "mesh/archive.h"
#include "mesh/archive_file.h"
#include "mesh/archive_records.h"
#include "mesh/mesh_state.h"

/// What the parts of Archives share.
namespace mmm::mesh {

/// An archive that was verified: its containers stand in a folder of this device's own, as encrypted as those
/// of the account.
class VerifiedArchive final : public OpenArchive
{
public:
    /// What is needed to read one, and what its containers are made of.
    struct Source
    {
        std::string directory; ///< for the containers; made, and removed in the end
        std::shared_ptr<const store::Seal> seal;
        std::string ownUdf; ///< of the account that is open now, if there is one
    };

    /// Gives one piece after the other, and none after the End.
    using Pieces = std::function<Result<std::optional<ArchivePiece>>()>;

    /// Reads the pieces to their end. Hostile ones end in an error and leave nothing behind.
    [[nodiscard]] static Result<std::unique_ptr<VerifiedArchive>>
    read(const Pieces& pieces, const Source& source, std::stop_token stop = {});
    ~VerifiedArchive() override;
    VerifiedArchive(const VerifiedArchive&) = delete;
    VerifiedArchive& operator=(const VerifiedArchive&) = delete;

    [[nodiscard]] const ArchiveInfo& info() const override { return m_info; }
    /// Null if the archive does not have it.
    [[nodiscard]] store::Catalog* find(std::string_view name) const;

private:
    friend class ArchiveBuilder;
    explicit VerifiedArchive(std::string directory) : m_directory(std::move(directory)) {}

    /// What changes of the archive were made at.
    struct ChangeClock final : Clock
    {
        TimePoint at;
        [[nodiscard]] TimePoint now() const override { return at; }
    };

    std::string m_directory;
    ArchiveInfo m_info;
    ChangeClock m_clock;
    std::map<std::string, std::unique_ptr<store::Catalog>, std::less<>> m_containers;
};

// archive_save.cpp
[[nodiscard]] Status saveArchive(MeshState& state, const std::filesystem::path& file,
                                 const Secret& passphrase, const crypto::Argon2Cost& cost,
                                 const Archives::Progress& progress, std::stop_token stop);

// archive_restore.cpp
[[nodiscard]] Result<std::vector<RestoredCatalog>> restoreArchive(MeshState& state,
                                                                  const VerifiedArchive& archive,
                                                                  const Archives::Progress& progress,
                                                                  std::stop_token stop);

// archive.cpp
/// `written` is told when something waits to be sent.
[[nodiscard]] std::unique_ptr<Archives> makeArchives(MeshState& state, std::function<void()> written);
/// Removes what an archive left that was open when the program ended. Before the first is opened.
void clearArchives(const MeshState& state);

} // namespace mmm::mesh
