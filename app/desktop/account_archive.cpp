#include "account_archive.h"

#include "fault_text.h"
#include "local_file.h"
#include "log.h"
#include "schema/catalog.h"
#include "text.h"

#include <QFileInfo>
#include <QLocale>

namespace mmm::desktop {

namespace {

namespace names = schema::store_name;

QString archiveFaultText(const Error& error)
{
    switch (error.fault) {
    case Fault::WrongType:
        return AccountArchive::tr("This is not an archive of an account.");
    case Fault::Unsupported:
        return AccountArchive::tr("A later version of this program has written this archive.");
    case Fault::WrongPassphrase:
        return AccountArchive::tr("This is not the passphrase of the archive.");
    case Fault::Damaged:
    case Fault::Malformed:
    case Fault::Missing:
    case Fault::Contradiction:
        return AccountArchive::tr(
            "The archive is damaged: it was cut or altered. Nothing was taken from it.");
    case Fault::BadSignature:
    case Fault::NotAuthorised:
    case Fault::CannotDecrypt:
    case Fault::RolledBack:
    case Fault::Forked:
    case Fault::Replayed:
        return AccountArchive::tr(
            "The archive is not what the devices of its account have signed. Nothing was taken from it.");
    default:
        return faultText(error);
    }
}

/// How many there are of a kind; empty for kinds that nobody needs to hear of.
QString contentText(std::string_view container, int count)
{
    if (container == names::contact)
        return AccountArchive::tr("%n contacts", nullptr, count);
    if (container == names::bookmark)
        return AccountArchive::tr("%n bookmarks", nullptr, count);
    if (container == names::task)
        return AccountArchive::tr("%n tasks", nullptr, count);
    if (container == names::credential)
        return AccountArchive::tr("%n passwords", nullptr, count);
    if (container == names::network)
        return AccountArchive::tr("%n networks", nullptr, count);
    if (container == names::inbound)
        return AccountArchive::tr("%n received messages", nullptr, count);
    if (container == names::outbound)
        return AccountArchive::tr("%n sent messages", nullptr, count);
    return {};
}

constexpr std::size_t shortestPassphrase = 10;

} // namespace

AccountArchive::AccountArchive(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<AccountArchive>(this),
      m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (!available)
            clear();
        else if (m_isAwaitingMesh)
            restore();
    });
}

AccountArchive::~AccountArchive()
{
    m_running.request_stop();
}

bool AccountArchive::isBusy() const
{
    return m_phase == Saving || m_phase == Opening || m_phase == Restoring;
}

QString AccountArchive::address() const
{
    return m_archive ? toText(m_archive->info().account) : QString();
}

QString AccountArchive::ownerName() const
{
    return m_archive ? toText(m_archive->info().fullName) : QString();
}

QString AccountArchive::originText() const
{
    if (!m_archive)
        return {};
    const mesh::ArchiveInfo& info = m_archive->info();
    return tr("Saved on “%1”, %2").arg(toText(info.deviceName), momentText(info.made));
}

QStringList AccountArchive::contents() const
{
    QStringList lines;
    if (!m_archive)
        return lines;
    for (const std::string_view name : {names::contact, names::bookmark, names::task, names::credential,
                                        names::network, names::inbound, names::outbound}) {
        for (const mesh::ArchivedContents& found : m_archive->info().containers) {
            if (found.name == name && found.entries > 0)
                lines.append(contentText(name, int(found.entries)));
        }
    }
    return lines;
}

QString AccountArchive::meaningText() const
{
    if (!m_archive)
        return {};
    if (m_archive->info().isOwn)
        return tr(
            "What is missing here is added, and what is older here is brought up to date. What is newer "
            "here stays as it is. Messages and connections of devices are not restored.");
    const QString taken =
        m_link.account() == nullptr
            ? tr("Contacts, bookmarks, tasks, passwords, networks and settings of applications are put into "
                 "the new mesh.")
            : tr("This is the archive of another account. Its contacts, bookmarks, tasks, passwords, "
                 "networks "
                 "and settings of applications are added to yours; nothing of yours is changed.");
    return taken + QLatin1Char(' ') +
           tr("Messages, groups and the connections of its devices are not restored: connect your other "
              "devices to this mesh anew.");
}

QString AccountArchive::passphraseError(const SharedSecret& passphrase, const SharedSecret& repeated) const
{
    if (passphrase.size() < shortestPassphrase)
        return tr("Use at least %n characters, such as four or more words.", nullptr,
                  int(shortestPassphrase));
    return passphrase == repeated ? QString() : tr("The two passphrases are not the same.");
}

mesh::Archives::Progress AccountArchive::reporter()
{
    // comes often: the picture need not follow every step
    constexpr int steps = 100;
    return [this, number = m_number, shown = -1](double share) mutable {
        const int now = int(share * steps);
        if (now == shown)
            return;
        shown = now;
        QMetaObject::invokeMethod(
            this,
            [this, number, share] {
                if (number != m_number)
                    return;
                m_progress = share;
                emit progressChanged();
            },
            Qt::QueuedConnection);
    };
}

void AccountArchive::begin(Phase phase, const QUrl& file)
{
    ++m_number;
    m_phase = phase;
    m_progress = -1;
    m_errorText.clear();
    m_resultText.clear();
    if (!file.isEmpty())
        m_fileName = QFileInfo(localPath(file)).fileName();
    emit changed();
    emit progressChanged();
}

void AccountArchive::fail(const Error& error)
{
    qCInfo(logDesktop) << "archive:" << int(error.fault) << error.detail.c_str();
    m_phase = m_archive ? Opened : Idle;
    m_errorText = m_archive && error.fault == Fault::Cancelled
                      ? tr("Stopped. What was restored so far stays; it can be gone on with at any time.")
                  : error.fault == Fault::Cancelled ? QString()
                                                    : archiveFaultText(error);
    emit changed();
}

void AccountArchive::save(const QUrl& file, const SharedSecret& passphrase)
{
    if (isBusy() || m_link.mesh() == nullptr)
        return;
    clear();
    begin(Saving, file);
    const auto path = absolutePath(file);
    m_running = m_link.runOnMesh(
        Concern::Files, this,
        [path, passphrase, progress = reporter()](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.archives().save(path, Secret(passphrase.view()), {}, progress, stop);
        },
        [this, number = m_number, path](const Status& status) {
            if (number != m_number)
                return;
            if (!status) {
                m_phase = Idle;
                m_errorText = status.error().fault == Fault::Cancelled ? QString()
                              : status.error().fault == Fault::Damaged
                                  ? tr("Some of the data here is damaged and is fetched again from the "
                                       "service. Try again when that is done.")
                                  : faultText(status.error());
            } else {
                m_phase = Saved;
                const qint64 size = QFileInfo(path).size();
                m_resultText =
                    tr("“%1” has all of your account (%2). Without the passphrase nobody can open it, you "
                       "neither: keep it where you find it when this computer is gone.")
                        .arg(m_fileName, QLocale().formattedDataSize(size));
            }
            emit changed();
        });
}

void AccountArchive::open(const QUrl& file, const SharedSecret& passphrase)
{
    if (isBusy() || m_link.mesh() == nullptr)
        return;
    clear();
    begin(Opening, file);
    using Archive = Result<std::shared_ptr<mesh::OpenArchive>>;
    m_running = m_link.runOnMesh(
        Concern::Files, this,
        [path = absolutePath(file), passphrase,
         progress = reporter()](mesh::PersonalMesh& mesh, const std::stop_token& stop) -> Archive {
            MMM_TRY(auto archive, mesh.archives().open(path, Secret(passphrase.view()), progress, stop));
            return std::shared_ptr<mesh::OpenArchive>(std::move(archive));
        },
        [this, number = m_number](Archive archive) {
            if (number != m_number)
                return;
            if (!archive) {
                fail(archive.error());
                return;
            }
            m_archive = std::move(*archive);
            m_phase = Opened;
            emit changed();
        });
}

void AccountArchive::restoreOnceReady()
{
    m_isAwaitingMesh = m_archive != nullptr;
}

void AccountArchive::restore()
{
    m_isAwaitingMesh = false;
    if (isBusy() || !m_archive || m_link.mesh() == nullptr)
        return;
    begin(Restoring, {});
    m_running = m_link.runOnMesh(
        Concern::Files, this,
        [archive = m_archive, progress = reporter()](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.archives().restore(*archive, progress, stop);
        },
        [this, number = m_number](const Result<std::vector<mesh::RestoredCatalog>>& restored) {
            if (number != m_number)
                return;
            if (restored)
                report(*restored);
            else
                fail(restored.error());
        });
}

void AccountArchive::report(const std::vector<mesh::RestoredCatalog>& restored)
{
    mesh::RestoredCatalog all;
    for (const mesh::RestoredCatalog& catalog : restored) {
        all.added += catalog.added;
        all.updated += catalog.updated;
        all.same += catalog.same;
        all.kept += catalog.kept;
    }
    QStringList lines;
    lines.append(tr("%n entries were added.", nullptr, int(all.added)));
    if (all.updated > 0)
        lines.append(tr("%n entries were brought up to date.", nullptr, int(all.updated)));
    if (all.same > 0)
        lines.append(tr("%n entries were here already.", nullptr, int(all.same)));
    if (all.kept > 0)
        lines.append(m_archive->info().isOwn
                         ? tr("%n entries are newer here and stay as they are.", nullptr, int(all.kept))
                         : tr("%n entries are others here and stay as they are.", nullptr, int(all.kept)));
    m_resultText = lines.join(QLatin1Char('\n'));
    m_phase = Restored;
    m_archive.reset();
    emit changed();
}

void AccountArchive::stop()
{
    m_running.request_stop();
}

void AccountArchive::clear()
{
    ++m_number;
    m_running.request_stop();
    m_archive.reset();
    m_isAwaitingMesh = false;
    m_phase = Idle;
    m_errorText.clear();
    m_fileName.clear();
    m_resultText.clear();
    emit changed();
}

} // namespace mmm::desktop
