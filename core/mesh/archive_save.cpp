#include "mesh/archive_parts.h"
#include "mesh/message_flows.h"
#include "mesh/output_file.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// Of a container's sequence, in one piece.
constexpr std::size_t portion = std::size_t(1) << 20U;

schema::KeyComposite whole(const crypto::PrivateKey& key)
{
    schema::KeyComposite composite;
    composite.publicKey = dare::fromPublicKey(key.publicKey());
    composite.part = dare::fromPrivateKey(key);
    return composite;
}

/// What is to be written of one container, as it was at one moment.
struct Snapshot
{
    ArchivedContainer record;
    store::Catalog::Frames frames;
    std::vector<std::string> changed; ///< entries with a change that the service does not have
};

/// Deletions that wait are found by their latest version.
std::vector<std::string> changedIds(const store::Catalog& catalog)
{
    std::vector<std::string> ids;
    for (const store::Row& row : catalog.rows()) {
        if (row.isPending || row.isConflicted)
            ids.push_back(row.id);
    }
    if (ids.size() >= catalog.pendingCount() + catalog.conflictIds().size())
        return ids;
    for (const std::string& id : catalog.deletedIds()) {
        const auto versions = catalog.history(id);
        if (versions && !versions->empty() && versions->front().version < 0)
            ids.push_back(id);
    }
    return ids;
}

/// With member.mutex held.
Result<ArchivedAccount> describe(Membership& member, const LocalRecord& record, TimePoint now)
{
    ArchivedAccount account;
    account.account = member.address();
    account.accountUdf = member.accountUdf;
    account.deviceName = record.deviceName;
    account.made = now;
    account.profileMesh = member.mesh.envelope();
    account.profileAccount = member.keys->profile;
    account.keys.push_back(whole(*member.keys->accountEncryption));
    for (const auto* keys : {&member.keys->formerEncryption, &member.keys->mortal}) {
        for (const auto& key : *keys)
            account.keys.push_back(whole(*key));
    }
    if (const auto card = ownCard(member))
        account.fullName = card->fullName;
    return account;
}

/// With member.mutex held.
Result<Snapshot> snapshotOf(const store::Catalog& catalog)
{
    const store::Head head = catalog.head();
    Snapshot snapshot;
    MMM_TRY(snapshot.frames, catalog.openFrames());
    snapshot.record.container = catalog.name();
    snapshot.record.count = head.count;
    snapshot.record.size = static_cast<std::int64_t>(snapshot.frames.size);
    snapshot.record.treeDigest = head.treeDigest;
    snapshot.changed = changedIds(catalog);
    return snapshot;
}

/// Writes the pieces of one archive and says how far it has come.
class Saving
{
public:
    Saving(Membership& member, ArchiveWriter& writer, const Archives::Progress& progress,
           std::stop_token stop)
        : m_member(member),
          m_writer(writer),
          m_progress(progress),
          m_stop(std::move(stop))
    {}

    Status run(const ArchivedAccount& account, const std::vector<Snapshot>& snapshots)
    {
        for (const Snapshot& snapshot : snapshots)
            m_total += snapshot.frames.size + snapshot.changed.size();
        MMM_CHECK(m_writer.add(PieceKind::Account, encoding::toTaggedJson(account)));
        for (const Snapshot& snapshot : snapshots) {
            MMM_CHECK(m_writer.add(PieceKind::Container, encoding::toTaggedJson(snapshot.record)));
            MMM_CHECK(addFrames(snapshot.frames));
            for (const std::string& id : snapshot.changed)
                MMM_CHECK(addChange(snapshot.record.container, id));
        }
        return m_writer.finish();
    }

private:
    Status addFrames(const store::Catalog::Frames& frames)
    {
        Bytes octets;
        for (std::uint64_t at = 0; at < frames.size; at += octets.size()) {
            octets.resize(std::min<std::uint64_t>(portion, frames.size - at));
            MMM_TRY(const std::size_t count, frames.file->readAt(at, octets));
            if (count != octets.size())
                return fail(Fault::Damaged, "a container is shorter than it was");
            MMM_CHECK(m_writer.add(PieceKind::Frames, octets));
            MMM_CHECK(advance(octets.size()));
        }
        return {};
    }

    /// As it is now: what has been sent in the meantime has the same value.
    Status addChange(const std::string& container, const std::string& id)
    {
        ArchivedChange change;
        change.uniqueId = id;
        {
            const std::scoped_lock lock(m_member.mutex);
            const store::Catalog& catalog = *m_member.containers->find(container);
            if (auto payload = catalog.read(id))
                change.payload.secret = SharedSecret(std::move(*payload));
            else if (payload.error().fault != Fault::NotFound)
                return tl::unexpected<Error>(payload.error());
            MMM_TRY(const auto versions, catalog.history(id));
            if (!versions.empty())
                change.modified = versions.front().modified;
        }
        MMM_CHECK(m_writer.add(PieceKind::Change, encoding::toTaggedJson(change)));
        return advance(1);
    }

    Status advance(std::uint64_t octets)
    {
        if (m_stop.stop_requested())
            return fail(Fault::Cancelled);
        m_done += octets;
        if (m_progress)
            m_progress(static_cast<double>(m_done) / static_cast<double>(m_total));
        return {};
    }

    Membership& m_member;
    ArchiveWriter& m_writer;
    const Archives::Progress& m_progress;
    const std::stop_token m_stop;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace

Status saveArchive(MeshState& state, const std::filesystem::path& path, const Secret& passphrase,
                   const crypto::Argon2Cost& cost, const Archives::Progress& progress, std::stop_token stop)
{
    const auto member = state.member();
    if (!member)
        return fail(Fault::Unsupported, "not possible now");
    LocalRecord record;
    {
        const std::scoped_lock lock(state.mutex);
        record = state.record;
    }
    MMM_TRY(OutputFile file, OutputFile::create(path, true));
    MMM_TRY(ArchiveWriter writer, ArchiveWriter::create(file.file(), passphrase, cost));
    ArchivedAccount account;
    std::vector<Snapshot> snapshots;
    {
        // no device comes or goes between the containers
        const std::scoped_lock changing(state.changing);
        const TimePoint now = state.now();
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(account, describe(*member, record, now));
        for (const std::string& name : member->containers->names()) {
            MMM_TRY(Snapshot snapshot, snapshotOf(*member->containers->find(name)));
            snapshots.push_back(std::move(snapshot));
        }
    }
    MMM_CHECK(Saving(*member, writer, progress, std::move(stop)).run(account, snapshots));
    return file.finish();
}

} // namespace mmm::mesh
