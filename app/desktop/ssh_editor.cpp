#include "ssh_editor.h"

#include "fault_text.h"
#include "keystore/small_file.h"
#include "local_file.h"
#include "ssh/config.h"
#include "text.h"

#include <QFileInfo>

namespace mmm::desktop {

namespace {

constexpr std::size_t longestTitle = 200;

} // namespace

SshEditor::SshEditor(QObject* parent) : SshEditor(*MeshLink::instance(), parent) {}

SshEditor::SshEditor(MeshLink& link, QObject* parent)
    : EntryEditor(link, CatalogKind::SshProfiles, parent),
      m_devices(link)
{
    connect(&m_hosts, &SshHostModel::edited, this, [this] { touched("hosts"); });
    connect(&m_knownHosts, &SshLineModel::edited, this, [this] { touched("knownHosts"); });
    connect(&m_otherKeys, &SshLineModel::edited, this, [this] { touched("otherKeys"); });
    connect(this, &EntryEditor::entryChanged, this, [this] { m_devices.setProfile(entryId()); });
}

QString SshEditor::title() const
{
    return toText(m_now.title);
}

void SshEditor::setTitle(const QString& title)
{
    edit(m_now.title, fromText(title), "title");
}

QString SshEditor::userName() const
{
    return toText(m_now.userName);
}

void SshEditor::setUserName(const QString& name)
{
    edit(m_now.userName, fromText(name), "userName");
}

std::any SshEditor::emptyEntry() const
{
    return schema::CatalogedApplicationSSH();
}

void SshEditor::show(const std::any& entry)
{
    m_now = std::any_cast<const schema::CatalogedApplicationSSH&>(entry);
    m_hosts.setHosts(m_now.hosts);
    m_knownHosts.setLines(m_now.knownHosts);
    m_otherKeys.setLines(m_now.authorizedKeys);
}

std::any SshEditor::edited() const
{
    schema::CatalogedApplicationSSH profile = m_now;
    profile.hosts = m_hosts.hosts();
    profile.knownHosts = m_knownHosts.lines();
    profile.authorizedKeys = m_otherKeys.lines();
    return profile;
}

QHash<QString, QString> SshEditor::findings() const
{
    QHash<QString, QString> found;
    if (title().trimmed().isEmpty())
        found.insert(QStringLiteral("title"), tr("Say what the profile is called."));
    else if (m_now.title.size() > longestTitle)
        found.insert(QStringLiteral("title"), tr("This name is too long."));
    if (!m_now.userName.empty() && !ssh::isUserName(m_now.userName))
        found.insert(QStringLiteral("userName"), tr("One word without spaces, such as alice."));
    if (m_hosts.hasErrors())
        found.insert(QStringLiteral("hosts"), tr("One of the computers is not right."));
    return found;
}

QList<FieldText> SshEditor::describe(const std::any& entry) const
{
    const auto& profile = std::any_cast<const schema::CatalogedApplicationSSH&>(entry);
    QStringList hosts;
    for (const schema::SshHost& host : profile.hosts)
        hosts.append(toText(host.alias));
    return {{tr("Name"), toText(profile.title)},
            {tr("User name"), toText(profile.userName)},
            {tr("Computers"), hosts.join(QStringLiteral(", "))},
            {tr("Known hosts"), QString::number(profile.knownHosts.size())},
            {tr("Further keys"), QString::number(profile.authorizedKeys.size())}};
}

void SshEditor::importFile(const QUrl& file)
{
    const QString path = localPath(file);
    link().run(
        Concern::SshProfiles, this,
        [path =
             std::filesystem::path(path.toStdU16String())](const std::stop_token&) -> Result<ssh::ReadFile> {
            MMM_TRY(const Bytes octets, keystore::readSmallFile(path, ssh::largestFile));
            return ssh::readFile(octets);
        },
        [this, name = QFileInfo(path).fileName(), id = entryId(),
         wasLoaded = isLoaded()](const Result<ssh::ReadFile>& read) {
            if (id != entryId() || wasLoaded != isLoaded())
                return; // another profile is open by now
            if (read)
                add(*read, name);
            else if (read.error().fault == Fault::Unsupported)
                emit importFailed(tr("This is neither a list of keys (authorized_keys, *.pub) or known hosts "
                                     "nor a configuration of SSH. Private keys are not taken over: each of "
                                     "your devices gets a key of its own."));
            else
                emit importFailed(faultText(read.error()));
        });
}

void SshEditor::add(const ssh::ReadFile& file, const QString& name)
{
    if (link().catalog(CatalogKind::SshProfiles) == nullptr)
        return; // locked meanwhile
    if (!isLoaded()) {
        startNew();
        setTitle(name);
    }
    QStringList report;
    switch (file.kind) {
    case ssh::FileKind::AuthorizedKeys:
        report.append(tr("%n keys added.", nullptr, m_otherKeys.merge(file.lines)));
        break;
    case ssh::FileKind::KnownHosts:
        report.append(tr("%n known hosts added.", nullptr, m_knownHosts.merge(file.lines)));
        break;
    case ssh::FileKind::Config:
        report.append(tr("%n computers added.", nullptr, m_hosts.merge(file.hosts)));
        break;
    }
    if (file.leftOut > 0)
        report.append(tr("%n lines are not taken over.", nullptr, int(file.leftOut)));
    emit imported(report.join(QLatin1Char(' ')));
}

} // namespace mmm::desktop
