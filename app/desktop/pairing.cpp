#include "pairing.h"

#include "clipboard.h"
#include "fault_text.h"
#include "qr_code.h"
#include "text.h"

namespace mmm::desktop {

namespace {

struct Issued
{
    Result<mesh::PinOffer> offer;
    mesh::ServiceInfo service;
};

QString shown(const SharedSecret& secret)
{
    return QString::fromUtf8(secret.text().data(), qsizetype(secret.size()));
}

} // namespace

Pairing::Pairing(MeshLink& link, QObject* parent) : QObject(parent), Published<Pairing>(this), m_link(link)
{
    m_ticks.setInterval(std::chrono::seconds(15));
    connect(&m_ticks, &QTimer::timeout, this, &Pairing::tick);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (!available) {
            ++m_number;
            m_offer.reset();
            m_qr = {};
            m_busy = false;
            emit changed();
        }
    });
}

QString Pairing::pin() const
{
    return m_offer ? shown(m_offer->pin) : QString();
}

QString Pairing::offerText() const
{
    return m_offer ? shown(m_offer->text) : QString();
}

QString Pairing::expiresText() const
{
    return m_offer ? untilText(m_offer->expires, nowForText()) : QString();
}

void Pairing::start()
{
    if (m_busy)
        return;
    withdraw();
    m_busy = true;
    m_errorText.clear();
    emit changed();
    const int number = ++m_number;
    m_link.runOnMesh(
        Concern::Devices, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return Issued{mesh.issuePin(std::chrono::hours(24), stop), mesh.service()};
        },
        [this, number](Issued issued) {
            if (!issued.offer) {
                if (number == m_number) {
                    m_busy = false;
                    m_errorText = faultText(issued.offer.error());
                    emit changed();
                }
                return;
            }
            m_offer = std::move(*issued.offer);
            if (number != m_number) { // the person has left meanwhile
                withdraw();
                return;
            }
            m_busy = false;
            m_account = toText(issued.service.account);
            m_serviceAddress.clear();
            if (issued.service.embedded && !issued.service.endpoints.empty()) {
                const protocol::Endpoint& endpoint = issued.service.endpoints.front();
                m_serviceAddress = toText(endpoint.host) + QLatin1Char(':') + QString::number(endpoint.port);
            }
            m_qr = qrModules(m_offer->text.text());
            m_ticks.start();
            emit changed();
            emit expiresTextChanged();
        });
}

void Pairing::stop()
{
    ++m_number;
    m_busy = false;
    withdraw();
    emit changed();
}

void Pairing::withdraw()
{
    m_ticks.stop();
    m_qr = {};
    if (!m_offer)
        return;
    m_link.runOnMesh(
        Concern::Devices, this,
        [id = m_offer->messageId](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.cancelPin(id);
        },
        [](const Status&) {}); // one that was used or has expired cannot be withdrawn, and need not be
    m_offer.reset();
}

void Pairing::tick()
{
    if (m_offer && m_offer->expires <= nowForText()) {
        stop();
        m_errorText = tr("The PIN is no longer valid. Show a new one.");
        emit changed();
    }
    emit expiresTextChanged();
}

void Pairing::copyOffer()
{
    if (m_offer)
        Clipboard::instance()->copySecret(m_offer->text);
}

void Pairing::copyPin()
{
    if (m_offer)
        Clipboard::instance()->copySecret(m_offer->pin);
}

} // namespace mmm::desktop
