#include "exporter.h"

#include "fault_text.h"
#include "interchange/bookmark_html.h"
#include "interchange/calendar_file.h"
#include "interchange/credential_csv.h"
#include "keystore/small_file.h"
#include "local_file.h"

namespace mmm::desktop {

namespace {

template<typename Entry>
Result<std::vector<Entry>> entriesOf(const mesh::SharedCatalog<Entry>& catalog, const std::stop_token& stop)
{
    std::vector<std::string> ids;
    catalog.visit([&ids](const auto& row) { ids.push_back(row.id); });
    std::vector<Entry> entries;
    for (const std::string& id : ids) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        auto row = catalog.read(id);
        if (row)
            entries.push_back(std::move(row->entry));
        else if (row.error().fault != Fault::NotFound) // removed meanwhile
            return tl::unexpected<Error>(row.error());
    }
    return entries;
}

/// How many entries are in the file now.
Result<int> writeAll(Exporter::Kind kind, mesh::Account& account, const std::filesystem::path& path,
                     const std::stop_token& stop)
{
    if (kind == Exporter::BookmarkList) {
        MMM_TRY(const auto bookmarks, entriesOf(account.bookmarks(), stop));
        MMM_CHECK(keystore::replaceSmallFile(path, bytesOf(interchange::writeBookmarkHtml(bookmarks))));
        return int(bookmarks.size());
    }
    if (kind == Exporter::TaskList) {
        MMM_TRY(const auto tasks, entriesOf(account.tasks(), stop));
        const std::string text = interchange::writeCalendar(tasks, SystemClock().now());
        MMM_CHECK(keystore::replaceSmallFile(path, bytesOf(text)));
        return int(tasks.size());
    }
    MMM_TRY(const auto credentials, entriesOf(account.credentials(), stop));
    MMM_CHECK(keystore::replaceSmallFile(path, interchange::writeCredentialCsv(credentials)));
    return int(credentials.size());
}

} // namespace

Exporter::Exporter(QObject* parent) : Exporter(*MeshLink::instance(), parent) {}

Exporter::Exporter(MeshLink& link, QObject* parent) : QObject(parent), m_link(link) {}

void Exporter::write(Kind kind, const QUrl& file)
{
    mesh::Account* account = m_link.account();
    if (m_busy || account == nullptr)
        return;
    setBusy(true);
    m_link.run(
        Concern::Credentials, this,
        [kind, account, path = absolutePath(file)](const std::stop_token& stop) {
            return writeAll(kind, *account, path, stop);
        },
        [this, kind, name = QFileInfo(localPath(file)).fileName()](const Result<int>& result) {
            setBusy(false);
            if (result)
                emit written(reportOf(kind, *result, name));
            else
                emit failed(faultText(result.error()));
        });
}

QString Exporter::reportOf(Kind kind, int count, const QString& name)
{
    switch (kind) {
    case BookmarkList:
        return tr("%n bookmarks are in “%1” now.", nullptr, count).arg(name);
    case TaskList:
        return tr("%n tasks are in “%1” now.", nullptr, count).arg(name);
    case PasswordList:
        break;
    }
    return tr("%n passwords are in “%1” now, in plain text. Delete the file when you no longer need it.",
              nullptr, count)
        .arg(name);
}

void Exporter::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace mmm::desktop
