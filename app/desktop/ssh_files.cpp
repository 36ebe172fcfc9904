#include "ssh_files.h"

#include "fault_text.h"
#include "keystore/small_file.h"
#include "local_file.h"
#include "ssh/config.h"
#include "ssh/marked_block.h"
#include "ssh/read_file.h"
#include "ssh_agent.h"
#include "text.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <iterator>

namespace mmm::desktop {

namespace {

using Profile = schema::CatalogedApplicationSSH;

/// Puts the lines into the block of a file that may not exist yet.
Status putBlock(const std::filesystem::path& chosen, const std::string& id, const std::string& lines)
{
    // a link to a file stays a link
    std::error_code error;
    std::filesystem::path path = std::filesystem::canonical(chosen, error);
    if (error)
        path = chosen;
    Result<Bytes> before = keystore::readSmallFile(path, ssh::largestFile);
    if (!before && before.error().fault != Fault::NotFound)
        return tl::unexpected<Error>(before.error());
    const Bytes octets = before ? std::move(*before) : Bytes();
    MMM_TRY(const std::string text, ssh::replaceBlock(textOf(octets), id, lines));
    return keystore::replaceSmallFile(path, bytesOf(text));
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

SshFiles::SshFiles(QObject* parent) : SshFiles(*MeshLink::instance(), parent) {}

SshFiles::SshFiles(MeshLink& link, QObject* parent) : QObject(parent), m_link(link) {}

template<typename Make>
void SshFiles::write(const QString& entryId, const QUrl& file, Make make)
{
    if (m_busy || m_link.account() == nullptr)
        return;
    const QString path = localPath(file);
    setBusy(true);
    m_link.runOnMesh(
        Concern::SshProfiles, this,
        [id = fromText(entryId), path = std::filesystem::path(path.toStdU16String()),
         make = std::move(make)](mesh::PersonalMesh& mesh, const std::stop_token&) -> Status {
            mesh::Account* account = mesh.account();
            if (account == nullptr)
                return fail(Fault::Unsupported, "not possible now");
            MMM_TRY(const auto row, account->sshProfiles().read(id));
            MMM_TRY(const std::string lines, make(mesh, id, row.entry));
            return putBlock(path, id, lines);
        },
        [this, name = QFileInfo(path).fileName()](const Status& status) {
            setBusy(false);
            if (status)
                emit written(tr("“%1” is written. Write it again when the profile or your devices have "
                                "changed; what else is in the file stays.")
                                 .arg(name));
            else if (status.error().fault == Fault::Malformed)
                emit failed(tr("“%1” was not written: somebody has changed the part of it that this program "
                               "writes. Remove the lines with “Mesh Desktop” from it, and try again.")
                                .arg(name));
            else
                emit failed(faultText(status.error()));
        });
}

void SshFiles::writeAuthorizedKeys(const QString& entryId, const QUrl& file)
{
    write(entryId, file,
          [](mesh::PersonalMesh& mesh, const std::string& id, const Profile& profile) -> Result<std::string> {
              MMM_TRY(const auto devices, mesh.applications().sshDevices(id));
              std::string lines;
              for (const mesh::SshDeviceKey& device : devices)
                  lines += device.line.empty() ? std::string() : device.line + "\n";
              return lines + joined(profile.authorizedKeys);
          });
}

void SshFiles::writeKnownHosts(const QString& entryId, const QUrl& file)
{
    write(entryId, file, [](mesh::PersonalMesh&, const std::string&, const Profile& profile) {
        return Result<std::string>(joined(profile.knownHosts));
    });
}

void SshFiles::writeConfig(const QString& entryId, const QUrl& file)
{
    const SshAgent* agent = SshAgent::instance();
    // OpenSSH takes forward slashes for a pipe of Windows too
    const std::string socket = agent != nullptr && agent->isEnabled()
                                   ? fromText(QDir::fromNativeSeparators(agent->socketPath()))
                                   : std::string();
    write(entryId, file,
          [socket](mesh::PersonalMesh&, const std::string&, const Profile& profile) -> Result<std::string> {
              ssh::ConfigPlan plan;
              // what another program has put into the catalog may not be fit for the file
              std::ranges::copy_if(profile.hosts, std::back_inserter(plan.hosts), ssh::isHost);
              plan.userName = ssh::isUserName(profile.userName) ? profile.userName : std::string();
              plan.agentSocket = socket;
              return ssh::configText(plan);
          });
}

QUrl SshFiles::usualFile(const QString& name)
{
    return QUrl::fromLocalFile(QDir::home().filePath(QStringLiteral(".ssh/") + name));
}

void SshFiles::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace mmm::desktop
