#include "strangers.h"

#include "fault_text.h"
#include "mesh/messaging.h"
#include "service/storage.h"
#include "text.h"

namespace mmm::desktop {

Strangers::Strangers(QObject* parent) : Strangers(*MeshLink::instance(), parent) {}

Strangers::Strangers(MeshLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        m_errorText.clear();
        if (available) {
            load();
            return;
        }
        ++m_number;
        m_mayAsk.reset();
        emit changed();
    });
    connect(&link, &MeshLink::catalogChanged, this, [this](CatalogKind kind, const QStringList& ids) {
        if (kind == CatalogKind::Contacts &&
            (ids.isEmpty() || ids.contains(toText(std::string(service::everybody)))))
            load();
    });
    load();
}

void Strangers::load()
{
    m_link.runOnMesh(
        Concern::Contacts, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.messaging().rightOfStrangers(); },
        [this, number = ++m_number](const Result<mesh::Right>& right) {
            if (number != m_number || !right)
                return;
            m_mayAsk = *right != mesh::Right::Reject;
            emit changed();
        });
}

void Strangers::setMayAsk(bool may)
{
    if (!m_mayAsk || *m_mayAsk == may)
        return;
    m_mayAsk = may;
    emit changed();
    const mesh::Right right = may ? mesh::Right::Default : mesh::Right::Reject;
    m_link.runOnMesh(
        Concern::Contacts, this,
        [right](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().setRightOfStrangers(right);
        },
        [this](const Status& status) {
            m_errorText = status ? QString() : faultText(status.error());
            emit changed();
            load();
        });
}

} // namespace mmm::desktop
