#include "mesh/archive_parts.h"
#include "mesh/device_knowledge.h"
#include "schema/key_check.h"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace mmm::mesh {

namespace {

/// A frame of a container in an archive.
constexpr dare::FrameLimits frameLimits{.header = 4U << 20U, .payload = 64U << 20U};
/// Frames that are verified together.
constexpr std::size_t blockSize = std::size_t(4) << 20U;

Status statusOf(const store::ApplyReport& report)
{
    if (report.finding)
        return fail(report.finding->fault(), report.finding->detail);
    return report.authorityPending
               ? fail(Fault::NotAuthorised, "written by somebody who is no device of the account")
               : Status();
}

std::size_t countOf(const store::Catalog& catalog)
{
    if (!catalog.kind().isSpool)
        return catalog.size();
    const std::vector<store::Row> rows = catalog.rows();
    return static_cast<std::size_t>(std::ranges::count_if(
        rows, [](const store::Row& row) { return row.className != schema::MessageComplete::className; }));
}

} // namespace

/// Takes the pieces of an archive, one after the other.
class ArchiveBuilder
{
public:
    ArchiveBuilder(const VerifiedArchive::Source& source, std::stop_token stop)
        : m_source(source),
          m_stop(std::move(stop)),
          m_archive(new VerifiedArchive(source.directory))
    {}

    Status take(const ArchivePiece& piece)
    {
        if (m_stop.stop_requested())
            return fail(Fault::Cancelled);
        if ((piece.kind == PieceKind::Account) == m_mesh.has_value())
            return archiveDamaged("does not say once whose it is");
        switch (piece.kind) {
        case PieceKind::Account:
            return takeAccount(piece.content);
        case PieceKind::Container:
            MMM_CHECK(endFrames());
            return takeContainer(piece.content);
        case PieceKind::Frames:
            return takeFrames(piece.content);
        case PieceKind::Change:
            MMM_CHECK(endFrames());
            return takeChange(piece.content);
        case PieceKind::End:
            break;
        }
        MMM_CHECK(endFrames());
        for (const auto& [name, container] : m_archive->m_containers)
            m_archive->m_info.containers.push_back({name, countOf(*container)});
        return m_archive->m_containers.contains(schema::store_name::device)
                   ? Status()
                   : archiveDamaged("names no device");
    }

    std::unique_ptr<VerifiedArchive> finish() { return std::move(m_archive); }

private:
    Status takeAccount(BytesView json)
    {
        MMM_TRY(const ArchivedAccount account, encoding::fromTaggedJson<ArchivedAccount>(json));
        MMM_TRY(auto mesh, schema::verifyProfileMesh(account.profileMesh));
        MMM_TRY(const auto profile, schema::verifyProfileAccount(account.profileAccount, &mesh));
        if (profile.udf() != account.accountUdf)
            return fail(Fault::Contradiction, "the archive is of another account than it says");
        MMM_TRY(const crypto::PublicKey present, schema::keyOf(profile->keyEncryption));
        dare::KeyRing ring;
        bool isPresentThere = false;
        for (const schema::KeyComposite& composite : account.keys) {
            MMM_TRY(crypto::PrivateKey key, dare::toPrivateKey(composite.part));
            isPresentThere = isPresentThere || key.publicKey() == present;
            ring.add(std::move(key));
        }
        if (!isPresentThere)
            return fail(Fault::CannotDecrypt, "the archive does not have the account's key");
        m_keys = std::make_shared<const dare::KeyRing>(std::move(ring));
        m_authority.setMesh(mesh);
        m_mesh.emplace(std::move(mesh));
        ArchiveInfo& info = m_archive->m_info;
        info.account = account.account;
        info.accountUdf = account.accountUdf;
        info.fullName = account.fullName;
        info.deviceName = account.deviceName;
        info.made = account.made;
        info.isOwn = account.accountUdf == m_source.ownUdf;
        return {};
    }

    Status takeContainer(BytesView json)
    {
        MMM_TRY(m_expected, encoding::fromTaggedJson<ArchivedContainer>(json));
        const std::string& name = m_expected.container;
        // who wrote the others is known once the devices are
        const bool isFirst = m_archive->m_containers.empty();
        if (isFirst != (name == schema::store_name::device) || m_archive->m_containers.contains(name) ||
            store::containerKind(name) == nullptr || m_expected.count < 0 || m_expected.size < 0)
            return archiveDamaged("has containers that are not an account's");
        store::ContainerOptions options;
        options.directory = m_source.directory;
        options.name = name;
        options.account = m_archive->m_info.accountUdf;
        options.keys = m_keys;
        options.seal = m_source.seal;
        options.clock = &m_archive->m_clock;
        options.stop = m_stop;
        MMM_TRY(m_archive->m_containers[name], store::Catalog::open(std::move(options)));
        m_present = m_archive->m_containers.at(name).get();
        MMM_TRY(m_frames, dare::openFile(framesPath(), dare::OpenMode::Create));
        m_framesSize = 0;
        return {};
    }

    Status takeFrames(BytesView octets)
    {
        if (!m_frames || octets.size() > static_cast<std::uint64_t>(m_expected.size) - m_framesSize)
            return archiveDamaged("has more frames than it says");
        MMM_CHECK(m_frames->writeAt(m_framesSize, octets));
        m_framesSize += octets.size();
        return {};
    }

    /// All frames of a container are here: it must come to what the archive says.
    Status endFrames()
    {
        if (!m_frames)
            return {};
        if (m_framesSize != static_cast<std::uint64_t>(m_expected.size))
            return archiveDamaged("has fewer frames than it says");
        if (m_framesSize > 0)
            MMM_CHECK(verifyFrames());
        m_frames.reset();
        std::error_code ignored;
        std::filesystem::remove(framesPath(), ignored);
        const store::Head head = m_present->head();
        if (head.count != m_expected.count || head.treeDigest != m_expected.treeDigest)
            return archiveDamaged("has other frames than it says");
        if (m_present->name() == schema::store_name::device)
            learnDevices(*m_present, *m_mesh, m_authority);
        return {};
    }

    Status verifyFrames()
    {
        MMM_TRY(dare::SequenceReader reader, dare::SequenceReader::open(*m_frames, frameLimits));
        for (;;) {
            if (m_stop.stop_requested())
                return fail(Fault::Cancelled);
            MMM_TRY(const dare::FrameBlock block, reader.nextBlock(blockSize));
            if (!reader.damages().empty())
                return archiveDamaged("has octets that are no frames");
            if (block.frames.empty())
                return {};
            std::vector<dare::Envelope> frames;
            frames.reserve(block.frames.size());
            for (const dare::FrameView& view : block.frames) {
                MMM_TRY(auto frame, dare::Envelope::fromRecords(view.header, view.payload, view.trailer));
                frames.push_back(std::move(frame));
            }
            MMM_TRY(const auto report, m_present->applyDownloaded(frames, m_authority, m_expected.count));
            MMM_CHECK(statusOf(report));
        }
    }

    Status takeChange(BytesView json)
    {
        MMM_TRY(const ArchivedChange change, encoding::fromTaggedJson<ArchivedChange>(json));
        if (m_present == nullptr || change.uniqueId.empty())
            return archiveDamaged("has a change of nothing");
        m_archive->m_clock.at = change.modified;
        if (!change.payload.secret.empty())
            return m_present->put(change.uniqueId, Secret(change.payload.secret.view()));
        return m_present->contains(change.uniqueId) ? m_present->remove(change.uniqueId) : Status();
    }

    [[nodiscard]] std::filesystem::path framesPath() const
    {
        return std::filesystem::path(m_source.directory) / "frames";
    }

    const VerifiedArchive::Source& m_source;
    const std::stop_token m_stop;
    std::unique_ptr<VerifiedArchive> m_archive;
    std::optional<schema::Verified<schema::ProfileMesh>> m_mesh;
    std::shared_ptr<const dare::KeyRing> m_keys;
    WriterAuthority m_authority;
    ArchivedContainer m_expected;
    store::Catalog* m_present = nullptr;
    std::unique_ptr<dare::File> m_frames; ///< of the present container, until all are there
    std::uint64_t m_framesSize = 0;
};

Result<std::unique_ptr<VerifiedArchive>> VerifiedArchive::read(const Pieces& pieces, const Source& source,
                                                               std::stop_token stop)
{
    ArchiveBuilder builder(source, std::move(stop));
    for (;;) {
        MMM_TRY(const auto piece, pieces());
        if (!piece)
            return builder.finish();
        MMM_CHECK(builder.take(*piece));
    }
}

VerifiedArchive::~VerifiedArchive()
{
    m_containers.clear();
    std::error_code ignored;
    std::filesystem::remove_all(m_directory, ignored);
}

store::Catalog* VerifiedArchive::find(std::string_view name) const
{
    const auto found = m_containers.find(name);
    return found == m_containers.end() ? nullptr : found->second.get();
}

} // namespace mmm::mesh
