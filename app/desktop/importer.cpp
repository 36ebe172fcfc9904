#include "importer.h"

#include "catalog_row.h"
#include "fault_text.h"
#include "interchange/duplicates.h"
#include "local_file.h"
#include "network_text.h"
#include "text.h"

#include <QFileInfo>
#include <set>
#include <span>

namespace mmm::desktop {

namespace {

using interchange::BookmarkFile;
using interchange::CalendarFile;
using interchange::CredentialFile;
using interchange::ImportFile;
using interchange::NetworkFile;
using Row = ImportPreview::Row;

QString oneLine(const std::string& text)
{
    return toText(text).left(500).simplified();
}

std::vector<Row> compare(const BookmarkFile& file, mesh::SharedCatalog<schema::CatalogedBookmark>& catalog)
{
    interchange::KnownEntries known;
    catalog.visit([&](const auto& row) { known.note(row.entry); });
    std::vector<Row> rows;
    rows.reserve(file.bookmarks.size());
    for (const schema::CatalogedBookmark& bookmark : file.bookmarks) {
        const bool isNew = known.note(bookmark);
        const QString title = bookmark.title.empty() ? oneLine(bookmark.uri) : oneLine(bookmark.title);
        const QString folder = oneLine(bookmark.path);
        const QString site = siteOf(oneLine(bookmark.uri));
        rows.push_back(
            {title, folder.isEmpty() ? site : folder + QStringLiteral(" · ") + site, !isNew, isNew});
    }
    return rows;
}

std::vector<Row> compare(const CredentialFile& file,
                         mesh::SharedCatalog<schema::CatalogedCredential>& catalog)
{
    // a password is read only where service and user name are the same
    using Name = std::pair<std::string, std::string>;
    std::set<Name> wanted;
    for (const schema::CatalogedCredential& credential : file.credentials)
        wanted.emplace(credential.service, credential.username);
    std::vector<std::string> similar;
    catalog.visit([&](const auto& row) {
        if (wanted.contains(Name(row.entry.service, row.entry.username)))
            similar.push_back(row.id);
    });
    interchange::KnownEntries known;
    for (const std::string& id : similar) {
        if (const auto row = catalog.read(id))
            known.note(row->entry);
    }
    std::vector<Row> rows;
    rows.reserve(file.credentials.size());
    for (const schema::CatalogedCredential& credential : file.credentials) {
        const bool isNew = known.note(credential);
        rows.push_back({oneLine(credential.service), oneLine(credential.username), !isNew, isNew});
    }
    return rows;
}

std::vector<Row> compare(const NetworkFile& file, mesh::SharedCatalog<schema::CatalogedNetwork>& catalog)
{
    // a password is read only where the name is the same
    interchange::KnownEntries known;
    std::vector<std::string> similar;
    catalog.visit([&](const auto& row) {
        if (std::ranges::any_of(file.networks, [&](const schema::CatalogedNetwork& network) {
                return network.service == row.entry.service && network.protocol == row.entry.protocol;
            }))
            similar.push_back(row.id);
    });
    for (const std::string& id : similar) {
        if (const auto row = catalog.read(id))
            known.note(row->entry);
    }
    std::vector<Row> rows;
    for (const schema::CatalogedNetwork& network : file.networks) {
        const bool isNew = known.note(network);
        const QString kind = network.protocol == "wifi" ? wifiSecurityText(network.security)
                                                        : networkKindText(network.protocol);
        rows.push_back({oneLine(network.service), kind, !isNew, isNew});
    }
    return rows;
}

std::vector<Row> compare(const CalendarFile& file, mesh::SharedCatalog<schema::Task>& catalog)
{
    interchange::KnownEntries known;
    catalog.visit([&](const auto& row) { known.note(row.entry); });
    std::vector<Row> rows;
    rows.reserve(file.tasks.size());
    for (const schema::Task& task : file.tasks) {
        const bool isNew = known.note(task);
        const std::optional<TimePoint> when = task.start ? task.start : task.finish;
        rows.push_back({oneLine(task.title), when ? momentText(*when) : QString(), !isNew, isNew});
    }
    return rows;
}

/// As few batches as possible: one, if nothing in it exists already.
template<typename Entry>
void addBatch(mesh::SharedCatalog<Entry>& catalog, std::span<const Entry> entries, std::size_t& count,
              std::size_t& refused, Status& status)
{
    if (entries.empty() || !status)
        return;
    const auto added = catalog.addAll(std::vector<Entry>(entries.begin(), entries.end()));
    if (added) {
        count += entries.size();
    } else if (added.error().fault != Fault::Exists) {
        status = tl::unexpected<Error>(added.error());
    } else if (entries.size() == 1) {
        ++refused;
    } else {
        const std::size_t half = entries.size() / 2;
        addBatch(catalog, entries.first(half), count, refused, status);
        addBatch(catalog, entries.subspan(half), count, refused, status);
    }
}

} // namespace

Importer::Importer(QObject* parent) : Importer(*MeshLink::instance(), parent) {}

Importer::Importer(MeshLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (!available)
            clear();
    });
}

Importer::Kind Importer::kind() const
{
    if (!m_file)
        return Nothing;
    if (std::holds_alternative<BookmarkFile>(*m_file))
        return BookmarkList;
    if (std::holds_alternative<CalendarFile>(*m_file))
        return TaskList;
    return std::holds_alternative<CredentialFile>(*m_file) ? PasswordList : NetworkList;
}

QString Importer::kindText() const
{
    if (!m_file)
        return {};
    if (const auto* networks = std::get_if<NetworkFile>(&*m_file))
        return networks->source == interchange::NetworkSource::WireGuard ? tr("Network from WireGuard")
                                                                         : tr("Network from NetworkManager");
    if (std::holds_alternative<CalendarFile>(*m_file))
        return tr("Tasks from a calendar");
    const auto* passwords = std::get_if<CredentialFile>(&*m_file);
    if (passwords == nullptr)
        return tr("Bookmarks from a browser");
    switch (passwords->source) {
    case interchange::CsvSource::Firefox:
        return tr("Passwords from Firefox");
    case interchange::CsvSource::KeePassXC:
        return tr("Passwords from KeePassXC");
    case interchange::CsvSource::Chrome:
        break;
    }
    return tr("Passwords from Chrome or a browser like it");
}

int Importer::skippedCount() const
{
    return m_file ? std::visit([](const auto& file) { return int(file.skipped); }, *m_file) : 0;
}

QString Importer::noteText() const
{
    if (!m_file)
        return {};
    QStringList notes;
    if (!m_leftOut.isEmpty())
        notes.append(tr("Left out, because they hold nothing of this kind: %1.")
                         .arg(m_leftOut.join(QStringLiteral(", "))));
    if (const auto* networks = std::get_if<NetworkFile>(&*m_file)) {
        if (networks->withoutSecret > 0)
            notes.append(tr("The file does not hold the password. Add it afterwards."));
        notes.append(fileNotes(*networks));
    } else if (const auto* calendar = std::get_if<CalendarFile>(&*m_file)) {
        notes.append(calendarNotes(*calendar));
    } else if (const auto* passwords = std::get_if<CredentialFile>(&*m_file);
               passwords != nullptr && passwords->dropped > 0) {
        notes.append(tr("The notes and one-time codes of %n entries are not taken over.", nullptr,
                        int(passwords->dropped)));
    }
    return notes.join(QLatin1Char('\n'));
}

QStringList Importer::calendarNotes(const CalendarFile& calendar)
{
    QStringList notes;
    if (calendar.finished > 0)
        notes.append(
            tr("%n that are done or cancelled are not taken over.", nullptr, int(calendar.finished)));
    if (calendar.withExceptions > 0)
        notes.append(tr("What repeats is taken over by its rule; single times that differ are not."));
    if (calendar.unknownZones > 0)
        notes.append(tr("The time zones of %n times are not known; they are taken for this computer's.",
                        nullptr, int(calendar.unknownZones)));
    return notes;
}

QStringList Importer::fileNotes(const NetworkFile& networks)
{
    QStringList notes;
    QStringList taken;
    for (const interchange::NamedFile& file : networks.files) {
        const QString name = QFileInfo(oneLine(file.name)).fileName();
        if (file.fault)
            notes.append(tr("“%1” %2 and is not taken along.").arg(name, namedFileText(*file.fault)));
        else
            taken.append(name);
    }
    if (!taken.isEmpty())
        notes.append(tr("Taken along: %1.").arg(taken.join(QStringLiteral(", "))));
    return notes;
}

Importer::Read Importer::readAndCompare(const std::vector<std::filesystem::path>& paths,
                                        mesh::Account& account)
{
    Read read{fail(Fault::Missing)};
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto one = interchange::readImportFile(paths[i]);
        const bool isUsed = one && (!read.file || interchange::mergeImport(*read.file, std::move(*one)));
        if (isUsed && !read.file)
            read.file = std::move(one);
        if (isUsed)
            continue;
        read.leftOut.push_back(i);
        if (!read.file)
            read.file = std::move(one); // why the last one cannot be read
    }
    if (!read.file)
        return read;
    if (const auto* bookmarks = std::get_if<BookmarkFile>(&*read.file))
        read.rows = compare(*bookmarks, account.bookmarks());
    else if (const auto* networks = std::get_if<NetworkFile>(&*read.file))
        read.rows = compare(*networks, account.networks());
    else if (const auto* calendar = std::get_if<CalendarFile>(&*read.file))
        read.rows = compare(*calendar, account.tasks());
    else
        read.rows = compare(std::get<CredentialFile>(*read.file), account.credentials());
    return read;
}

void Importer::refuse(const QString& patterns)
{
    clear();
    m_errorText = tr("Only files on this computer are taken, of the kinds %1.").arg(patterns);
    emit changed();
}

void Importer::openAll(const QList<QUrl>& files)
{
    clear();
    mesh::Account* account = m_link.account();
    if (account == nullptr || files.isEmpty())
        return;
    QStringList names;
    std::vector<std::filesystem::path> paths;
    for (const QUrl& file : files) {
        const QString path = localPath(file);
        names.append(QFileInfo(path).fileName());
        paths.emplace_back(path.toStdU16String());
    }
    m_fileName = names.join(QStringLiteral(", "));
    m_busy = true;
    emit changed();
    const int number = ++m_number;
    m_link.run(
        Concern::Credentials, this,
        [paths = std::move(paths), account](const std::stop_token&) {
            return readAndCompare(paths, *account);
        },
        [this, number, names](Read read) {
            if (number != m_number)
                return;
            m_busy = false;
            if (!read.file) {
                m_errorText =
                    read.file.error().fault == Fault::Unsupported
                        ? tr("This is neither a bookmarks file, nor a calendar, nor a list of passwords from "
                             "Chrome, Firefox or KeePassXC, nor a network of a kind that can be kept here.")
                        : faultText(read.file.error());
                emit changed();
                return;
            }
            m_file = std::move(*read.file);
            for (const std::size_t one : read.leftOut)
                m_leftOut.append(names[qsizetype(one)]);
            m_preview.setRows(std::move(read.rows));
            if (m_preview.count() == 0)
                m_errorText = tr("There is nothing to import in this file.");
            emit changed();
            emit opened();
        });
}

template<typename Entry>
void Importer::add(const std::vector<Entry>& entries, mesh::SharedCatalog<Entry>& catalog)
{
    std::vector<Entry> wanted;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (m_preview.rows()[i].isSelected)
            wanted.push_back(entries[i]);
    }
    const int number = ++m_number;
    m_link.run(
        Concern::Credentials, this,
        [wanted = std::move(wanted), catalog = &catalog](const std::stop_token&) {
            Added added;
            addBatch(*catalog, std::span<const Entry>(wanted), added.count, added.refused, added.status);
            return added;
        },
        [this, number](const Added& added) {
            if (number == m_number)
                report(added);
        });
}

void Importer::commit()
{
    mesh::Account* account = m_link.account();
    if (m_busy || !m_file || account == nullptr || m_preview.selectedCount() == 0)
        return;
    m_busy = true;
    m_errorText.clear();
    emit changed();
    if (const auto* bookmarks = std::get_if<BookmarkFile>(&*m_file))
        add(bookmarks->bookmarks, account->bookmarks());
    else if (const auto* networks = std::get_if<NetworkFile>(&*m_file))
        add(networks->networks, account->networks());
    else if (const auto* calendar = std::get_if<CalendarFile>(&*m_file))
        add(calendar->tasks, account->tasks());
    else
        add(std::get<CredentialFile>(*m_file).credentials, account->credentials());
}

void Importer::report(const Added& added)
{
    m_busy = false;
    if (!added.status) {
        m_errorText = faultText(added.status.error());
        if (added.count == 0) {
            emit changed();
            return;
        }
    }
    const Kind what = kind();
    QStringList lines;
    lines.append(what == PasswordList  ? tr("%n passwords imported.", nullptr, int(added.count))
                 : what == NetworkList ? tr("%n networks imported.", nullptr, int(added.count))
                 : what == TaskList    ? tr("%n tasks imported.", nullptr, int(added.count))
                                       : tr("%n bookmarks imported.", nullptr, int(added.count)));
    const int left = m_preview.count() - m_preview.selectedCount();
    if (left > 0)
        lines.append(tr("%n left out, as chosen.", nullptr, left));
    if (added.refused > 0)
        lines.append(tr("%n left out because there is one like it already.", nullptr, int(added.refused)));
    if (skippedCount() > 0)
        lines.append(tr("%n could not be used.", nullptr, skippedCount()));
    if (const QString note = noteText(); !note.isEmpty())
        lines.append(note);
    if (what == PasswordList || what == NetworkList)
        lines.append(
            tr("The file holds your passwords in plain text. Delete it when you no longer need it."));
    m_reportText = lines.join(QLatin1Char('\n'));
    m_file.reset();
    m_preview.setRows({});
    emit changed();
    emit committed(int(added.count));
}

void Importer::clear()
{
    ++m_number;
    m_file.reset();
    m_preview.setRows({});
    m_fileName.clear();
    m_leftOut.clear();
    m_errorText.clear();
    m_reportText.clear();
    m_busy = false;
    emit changed();
}

} // namespace mmm::desktop
