#include "service/operator_tools.h"

#include "dare/frame.h"

#include <QSaveFile>

namespace mmm::service {

namespace {

constexpr std::size_t framesAtOnce = 1000;
constexpr std::size_t octetsAtOnce = 4U << 20U;

Status eachFrame(Storage& storage, const ContainerRecord& container,
                 const std::function<void(const FrameRecord&)>& take)
{
    for (std::uint64_t next = 0; next < container.frames;) {
        MMM_TRY(const auto frames,
                storage.frames(container.id, next, container.frames, framesAtOnce, octetsAtOnce));
        if (frames.empty())
            return fail(Fault::Damaged, "a line of the log is missing");
        for (const FrameRecord& frame : frames)
            take(frame);
        next = frames.back().index + 1;
    }
    return {};
}

/// The sequences that there are, as they are at one moment.
Status eachSequence(Storage& storage, const std::function<Status(const ContainerRecord&)>& take)
{
    return storage.transaction([&]() -> Status {
        MMM_TRY(const auto owner, storage.account(std::string(incidentAddress)));
        if (!owner)
            return {};
        for (const std::string_view name : incidentContainers) {
            MMM_TRY(const auto container, storage.container(owner->id, std::string(name)));
            if (container)
                MMM_CHECK(take(*container));
        }
        return {};
    });
}

Status writeFile(const std::filesystem::path& path, BytesView octets)
{
    QSaveFile file(QString::fromStdString(path.string()));
    const auto size = static_cast<qint64>(octets.size());
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(reinterpret_cast<const char*>(octets.data()), size) != size || !file.commit())
        return fail(Fault::Io, "cannot write " + path.string());
    return {};
}

} // namespace

Result<std::unique_ptr<Storage>> openData(const std::filesystem::path& folder)
{
    const std::filesystem::path file = folder / "service.db";
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return fail(Fault::NotFound, "there is no service's data in " + folder.string());
    auto storage = sqliteStorage(file.string())();
    if (!storage && storage.error().detail.empty())
        return fail(storage.error().fault, "cannot open the data in " + folder.string());
    return storage;
}

Result<bool> setSuspended(Storage& storage, std::string_view address, bool isSuspended, TimePoint now)
{
    MMM_TRY(const AccountAddress parts, parseAddress(address));
    const std::string name = parts.canonical();
    bool isChanged = false;
    const Status done = storage.transaction([&]() -> Status {
        MMM_TRY(auto account, storage.account(name));
        if (!account)
            return fail(Fault::NotFound, "there is no account " + name);
        if (account->state == AccountState::Closed)
            return fail(Fault::AccountClosed, name + " was deleted by its owner");
        if (account->state == AccountState::Awaited)
            return fail(Fault::NotYet, name + " is still at another service");
        const AccountState wanted = isSuspended ? AccountState::Suspended : AccountState::Open;
        isChanged = account->state != wanted;
        if (!isChanged)
            return {};
        account->state = wanted;
        account->modified = now;
        return storage.updateAccount(*account);
    });
    return done ? Result<bool>(isChanged) : tl::unexpected<Error>(done.error());
}

Result<IncidentLog> readIncidents(Storage& storage)
{
    IncidentLog log;
    const auto take = [&log](const FrameRecord& frame) {
        if (frame.index == 0)
            return; // says only what kind of sequence it is
        if (auto incident = encoding::fromTaggedJson<Incident>(frame.body))
            log.lines.push_back(std::move(*incident));
        else
            ++log.unreadable;
    };
    MMM_CHECK(eachSequence(
        storage, [&](const ContainerRecord& container) { return eachFrame(storage, container, take); }));
    return log;
}

Result<std::vector<std::filesystem::path>> exportIncidents(Storage& storage,
                                                           const std::filesystem::path& file)
{
    // the service waits no longer than it takes to read
    std::vector<std::pair<std::filesystem::path, Bytes>> files;
    const Status collected = eachSequence(storage, [&](const ContainerRecord& container) -> Status {
        std::filesystem::path path = file;
        if (container.name != incidentContainers.back())
            path += ".before";
        Bytes octets;
        MMM_CHECK(eachFrame(storage, container, [&octets](const FrameRecord& frame) {
            const dare::FrameEnvelope around =
                dare::encodeAround(frame.header, frame.body.size(), frame.trailer, frame.index == 0);
            for (const Bytes* part : {&around.before, &frame.body, &around.after})
                octets.insert(octets.end(), part->begin(), part->end());
        }));
        files.emplace_back(std::move(path), std::move(octets));
        return {};
    });
    MMM_CHECK(collected);
    std::vector<std::filesystem::path> written;
    for (const auto& [path, octets] : files) {
        MMM_CHECK(writeFile(path, octets));
        written.push_back(path);
    }
    return written;
}

} // namespace mmm::service
