#include "card_code.h"

#include "catalog_row.h"
#include "clipboard.h"
#include "fault_text.h"
#include "qr_code.h"
#include "speaker_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

mesh::CardVersion versionOf(bool fullCard)
{
    return fullCard ? mesh::CardVersion::Restricted : mesh::CardVersion::Public;
}

} // namespace

CardCode::CardCode(MeshLink& link, QObject* parent) : QObject(parent), Published<CardCode>(this), m_link(link)
{
    m_ticks.setInterval(std::chrono::seconds(15));
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (m_code && m_code->expires && *m_code->expires <= nowForText()) {
            hide();
            m_errorText = tr("The code is no longer valid. Show a new one.");
        }
        emit changed();
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available)
            return;
        hide();
        forget();
        setBusy(false);
    });
}

void CardCode::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

QString CardCode::expiresText() const
{
    return m_code && m_code->expires ? untilText(*m_code->expires, nowForText()) : QString();
}

QString CardCode::foundName() const
{
    return m_found ? displayName(m_found->card) : QString();
}

QString CardCode::foundAddress() const
{
    return m_found ? toText(m_found->address) : QString();
}

QString CardCode::foundFingerprint() const
{
    return m_found ? shortFingerprint(m_found->accountUdf) : QString();
}

void CardCode::show(bool printed, bool fullCard)
{
    hide();
    m_errorText.clear();
    setBusy(true);
    const int number = ++m_number;
    m_link.runOnMesh(
        Concern::Messages, this,
        [printed, version = versionOf(fullCard)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.messaging().makeCode(printed, version, stop);
        },
        [this, number](Result<mesh::ContactCode> code) {
            if (number != m_number)
                return; // the person has left, or wants another one
            if (code) {
                m_code = std::move(*code);
                m_qr = qrModules(m_code->text.text());
                m_ticks.start();
            } else {
                m_errorText = faultText(code.error());
            }
            setBusy(false);
        });
}

void CardCode::hide()
{
    ++m_number;
    m_ticks.stop();
    m_code.reset();
    m_qr = {};
    setBusy(false);
}

void CardCode::copyText()
{
    if (m_code)
        Clipboard::instance()->copySecret(m_code->text);
}

void CardCode::read(const QString& text)
{
    if (m_busy)
        return;
    m_errorText.clear();
    m_found.reset();
    m_readText = secretFromText(text.trimmed());
    setBusy(true);
    m_link.runOnMesh(
        Concern::Messages, this,
        [code = m_readText](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.messaging().readCode(code.text(), stop);
        },
        [this](Result<mesh::ScannedContact> found) {
            if (found)
                m_found = std::move(*found);
            else if (found.error().fault == Fault::Malformed || found.error().fault == Fault::Unsupported ||
                     found.error().fault == Fault::WrongType)
                m_errorText = tr("This is not the code of a contact.");
            else
                m_errorText = faultText(found.error());
            setBusy(false);
        });
}

void CardCode::forget()
{
    m_found.reset();
    m_readText = {};
    m_errorText.clear();
    emit changed();
}

void CardCode::add(bool fullCard)
{
    if (m_busy || !m_found)
        return;
    m_errorText.clear();
    setBusy(true);
    m_link.runOnMesh(
        Concern::Messages, this,
        [code = m_readText, version = versionOf(fullCard)](mesh::PersonalMesh& mesh,
                                                           const std::stop_token& stop) {
            return mesh.messaging().addByCode(code.text(), version, stop);
        },
        [this, name = foundName()](const Result<std::string>& id) {
            if (id)
                forget();
            else
                m_errorText = faultText(id.error());
            setBusy(false);
            if (id)
                emit added(toText(*id), name);
        });
}

} // namespace mmm::desktop
