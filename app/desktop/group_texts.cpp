#include "group_texts.h"

#include "clipboard.h"
#include "group_text.h"
#include "text.h"

namespace mmm::desktop {

GroupTexts::GroupTexts(QObject* parent) : GroupTexts(*MeshLink::instance(), parent) {}

GroupTexts::GroupTexts(MeshLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, &GroupTexts::clear);
}

void GroupTexts::begin()
{
    clear();
    m_busy = true;
    emit changed();
}

void GroupTexts::fail(const QString& text)
{
    m_busy = false;
    m_errorText = text;
    emit changed();
}

void GroupTexts::encrypt(const QString& groupId, const QString& text)
{
    if (groupId.isEmpty() || text.isEmpty())
        return;
    begin();
    m_stop = m_link.runOnMesh(
        Concern::Members, this,
        [id = fromText(groupId), secret = secretFromText(text)](mesh::PersonalMesh& mesh,
                                                                const std::stop_token&) {
            return mesh.groups().encryptText(id, Secret(secret.view()));
        },
        [this, number = m_number](const Result<std::string>& envelope) {
            if (number != m_number)
                return;
            if (!envelope) {
                fail(groupFaultText(envelope.error()));
                return;
            }
            m_busy = false;
            m_resultText = toText(*envelope);
            emit changed();
        });
}

void GroupTexts::open(const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    begin();
    m_stop = m_link.runOnMesh(
        Concern::Members, this,
        [envelope = fromText(text.trimmed())](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.groups().decryptText(envelope, stop);
        },
        [this, number = m_number](const Result<mesh::Groups::Text>& opened) {
            if (number != m_number)
                return;
            if (!opened) {
                fail(openFaultText(opened.error()));
                return;
            }
            m_busy = false;
            m_isOpened = true;
            m_resultText = QString::fromUtf8(opened->text.text().data(), qsizetype(opened->text.size()));
            m_isProved = isSignerKnown(opened->about);
            const QString signer = signerText(opened->about);
            m_originText = opened->about.group.empty()
                               ? signer
                               : tr("For the group %1. %2").arg(toText(opened->about.group), signer);
            emit changed();
        });
}

void GroupTexts::copyResult()
{
    if (m_isOpened)
        Clipboard::instance()->copySecret(secretFromText(m_resultText));
    else
        Clipboard::instance()->copy(m_resultText);
}

void GroupTexts::clear()
{
    ++m_number;
    m_stop.request_stop();
    m_busy = false;
    m_isOpened = false;
    m_isProved = false;
    m_errorText.clear();
    m_resultText.clear();
    m_originText.clear();
    emit changed();
}

} // namespace mmm::desktop
