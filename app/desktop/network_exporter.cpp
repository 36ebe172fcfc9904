#include "network_exporter.h"

#include "fault_text.h"
#include "interchange/import_file.h"
#include "interchange/nm_connection.h"
#include "interchange/wireguard_conf.h"
#include "keystore/small_file.h"
#include "local_file.h"
#include "text.h"

#include <QFileInfo>

namespace mmm::desktop {

namespace {

Result<NetworkExporter::Written> writeNetwork(CatalogAccess& access, const std::string& id,
                                              const std::filesystem::path& path)
{
    MMM_TRY(const std::any entry, access.read(id));
    const auto& network = std::any_cast<const schema::CatalogedNetwork&>(entry);
    if (path.extension() == ".conf") {
        MMM_TRY(const Secret text, interchange::writeWireGuardConf(network));
        MMM_CHECK(keystore::replaceSmallFile(path, text));
        return NetworkExporter::Written();
    }
    MMM_TRY(const interchange::NmConnection written, interchange::writeNmConnection(network, path));
    // nobody has said that what is there may go
    for (const interchange::NmConnection::SideFile& one : written.files) {
        const auto before = interchange::readSecretFile(one.path, interchange::largestKeyMaterial);
        const bool isThere = before || before.error().fault != Fault::NotFound;
        if (isThere && !(before && *before == one.content))
            return NetworkExporter::Written{.occupied = one.path};
    }
    // first what the connection names, so that it never names what is not there
    for (const interchange::NmConnection::SideFile& one : written.files)
        MMM_CHECK(keystore::replaceSmallFile(one.path, one.content));
    MMM_CHECK(keystore::replaceSmallFile(path, written.keyfile));
    return NetworkExporter::Written{.files = written.files.size()};
}

} // namespace

NetworkExporter::NetworkExporter(QObject* parent) : NetworkExporter(*MeshLink::instance(), parent) {}

NetworkExporter::NetworkExporter(MeshLink& link, QObject* parent) : QObject(parent), m_link(link) {}

void NetworkExporter::write(const QString& entryId, const QUrl& file)
{
    if (m_busy || m_link.catalog(CatalogKind::Networks) == nullptr)
        return;
    const QString path = localPath(file);
    setBusy(true);
    m_link.runOnCatalog(
        CatalogKind::Networks, this,
        [id = fromText(entryId), path = std::filesystem::path(path.toStdU16String())](CatalogAccess& access) {
            return writeNetwork(access, id, path);
        },
        [this, name = QFileInfo(path).fileName()](const Result<Written>& result) {
            setBusy(false);
            if (!result)
                emit failed(faultText(result.error()));
            else if (!result->occupied.empty())
                emit failed(tr("“%1” is there already and holds something else. Choose another name.")
                                .arg(QString::fromStdU16String(result->occupied.filename().u16string())));
            else
                emit written(reportOf(name, result->files));
        });
}

QString NetworkExporter::reportOf(const QString& name, std::size_t files)
{
    const QString report = tr("“%1” is written. It holds the password in plain text; only you can read it. "
                              "Delete it when you no longer need it.")
                               .arg(name);
    return files == 0 ? report
                      : report + QLatin1Char(' ') +
                            tr("%n certificates and keys lie beside it.", nullptr, int(files));
}

void NetworkExporter::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace mmm::desktop
