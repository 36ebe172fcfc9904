#include "card_code.h"

#include "catalog_row.h"
#include "clipboard.h"
#include "fault_text.h"
#include "group_text.h"
#include "log_text.h"
#include "qr_code.h"
#include "speaker_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

mesh::CardVersion versionOf(bool fullCard)
{
    return fullCard ? mesh::CardVersion::Restricted : mesh::CardVersion::Public;
}

/// What stands behind a code, and what it says of the service's log.
struct ReadCode
{
    Result<mesh::ScannedContact> contact;
    std::optional<Result<mesh::LogComparison>> log;
};

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

QString CardCode::foundLogText() const
{
    return m_log ? contactLogText(*m_log) : QString();
}

bool CardCode::isFoundLogWrong() const
{
    return m_log && isLogWarning(*m_log);
}

template<typename Work>
void CardCode::make(Work work, Explanation explain)
{
    hide();
    m_errorText.clear();
    setBusy(true);
    const int number = ++m_number;
    m_link.runOnMesh(
        Concern::Messages, this,
        [work = std::move(work)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return work(mesh, stop);
        },
        [this, number, explain](Result<mesh::ContactCode> code) {
            if (number != m_number)
                return; // the person has left, or wants another one
            if (code) {
                m_code = std::move(*code);
                m_qr = qrModules(m_code->text.text());
                m_ticks.start();
            } else {
                m_errorText = explain(code.error());
            }
            setBusy(false);
        });
}

void CardCode::show(bool printed, bool fullCard)
{
    make(
        [printed, version = versionOf(fullCard)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.messaging().makeCode(printed, version, stop);
        },
        faultText);
}

void CardCode::showGroup(const QString& groupId)
{
    make(
        [id = fromText(groupId)](mesh::PersonalMesh& mesh,
                                 const std::stop_token& stop) -> Result<mesh::ContactCode> {
            MMM_TRY(SharedSecret text, mesh.groups().cardCode(id, stop));
            return mesh::ContactCode{std::move(text), std::nullopt};
        },
        [](const Error& error) {
            return error.fault == Fault::NotAuthorised ? tr("You have no card of this group that an "
                                                            "administrator has signed. Ask one of them "
                                                            "for it.")
                                                       : groupFaultText(error);
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
    m_log.reset();
    m_readText = secretFromText(text.trimmed());
    setBusy(true);
    m_link.runOnMesh(
        Concern::Messages, this,
        [code = m_readText](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            ReadCode read{mesh.messaging().readCode(code.text(), stop), std::nullopt};
            if (read.contact)
                read.log = mesh.trust().compareLog(code.text(), stop);
            return read;
        },
        [this](ReadCode read) {
            const Result<mesh::ScannedContact>& found = read.contact;
            m_log = std::move(read.log);
            if (found)
                m_found = *found;
            else if (found.error().fault == Fault::BadSignature || found.error().fault == Fault::Damaged ||
                     found.error().fault == Fault::Contradiction ||
                     found.error().fault == Fault::NotAuthorised)
                m_errorText = tr("The card behind this code is not signed by whom it names, or was changed. "
                                 "Nothing was added.");
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
    m_log.reset();
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
        [this, name = foundName(), isGroup = foundIsGroup()](const Result<std::string>& id) {
            if (id)
                forget();
            else if (isGroup && id.error().fault == Fault::NotAuthorised)
                m_errorText = tr("The address belongs to another group by now, so the card was not added.");
            else
                m_errorText = isGroup ? groupFaultText(id.error()) : faultText(id.error());
            setBusy(false);
            if (id)
                emit added(toText(*id), name);
        });
}

} // namespace mmm::desktop
