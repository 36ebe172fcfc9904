#include "network_exporter.h"

#include "fault_text.h"
#include "interchange/nm_connection.h"
#include "interchange/wireguard_conf.h"
#include "keystore/small_file.h"
#include "local_file.h"
#include "text.h"

#include <QFileInfo>

namespace mmm::desktop {

namespace {

Status writeNetwork(CatalogAccess& access, const std::string& id, const std::filesystem::path& path)
{
    MMM_TRY(const std::any entry, access.read(id));
    const auto& network = std::any_cast<const schema::CatalogedNetwork&>(entry);
    MMM_TRY(const Secret text, path.extension() == ".conf" ? interchange::writeWireGuardConf(network)
                                                           : interchange::writeNmConnection(network));
    return keystore::replaceSmallFile(path, text);
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
        [this, name = QFileInfo(path).fileName()](const Status& status) {
            setBusy(false);
            if (status)
                emit written(tr("“%1” is written. It holds the password in plain text; only you can read it. "
                                "Delete it when you no longer need it.")
                                 .arg(name));
            else
                emit failed(faultText(status.error()));
        });
}

void NetworkExporter::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace mmm::desktop
