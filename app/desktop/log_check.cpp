#include "log_check.h"

#include "clipboard.h"
#include "log_text.h"
#include "qr_code.h"
#include "text.h"

namespace mmm::desktop {

LogCheck::LogCheck(MeshLink& link, QObject* parent) : QObject(parent), Published<LogCheck>(this), m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available)
            return;
        hide();
        forget();
    });
}

void LogCheck::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

QString LogCheck::errorText() const
{
    return m_error ? logCodeFault(*m_error) : QString();
}

QString LogCheck::statedText() const
{
    return m_code ? momentText(m_code->stated) : QString();
}

LogCheck::Verdict LogCheck::verdict() const
{
    if (!m_found)
        return None;
    if (m_found->contradiction)
        return Contradiction;
    return m_found->isSame ? Same : Fits;
}

QString LogCheck::verdictText() const
{
    const QString who = !m_found || m_found->isOwn || m_found->account.empty() ? tr("the other device")
                                                                               : toText(m_found->account);
    switch (verdict()) {
    case None:
        break;
    case Same:
        return tr("The service told this device and %1 exactly the same about its log.").arg(who);
    case Fits:
        return tr("What the service told this device and %1 about its log fits together.").arg(who);
    case Contradiction:
        return tr("The service told %1 something else about its log than this device: both cannot be true.")
            .arg(who);
    }
    return {};
}

QString LogCheck::adviceText() const
{
    switch (verdict()) {
    case None:
    case Same:
        break;
    case Fits:
        return tr("It was told at different times, so it could still be two stories. To be sure, show fresh "
                  "codes on both devices and read them right away.");
    case Contradiction:
        return tr("Both statements are signed by the service and are kept among the signatures as evidence. "
                  "Ask its operator; without a good answer look for another service.");
    }
    return {};
}

void LogCheck::show()
{
    hide();
    m_error.reset();
    setBusy(true);
    m_link.runOnMesh(
        Concern::Security, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token& stop) { return mesh.trust().logCode(stop); },
        [this, number = ++m_number](Result<mesh::LogCodeText> code) {
            if (number != m_number)
                return; // the person has left
            if (code) {
                m_code = std::move(*code);
                m_qr = qrModules(m_code->text);
            } else {
                m_error = code.error();
            }
            setBusy(false);
        });
}

void LogCheck::hide()
{
    ++m_number;
    m_code.reset();
    m_qr = {};
    setBusy(false);
}

void LogCheck::copyText()
{
    if (m_code)
        Clipboard::instance()->copy(toText(m_code->text));
}

void LogCheck::read(const QString& text)
{
    if (m_busy)
        return;
    m_error.reset();
    m_found.reset();
    setBusy(true);
    m_link.runOnMesh(
        Concern::Security, this,
        [code = fromText(text)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.trust().compareLog(code, stop);
        },
        [this, number = ++m_number](Result<mesh::LogComparison> found) {
            if (number == m_number) {
                if (found)
                    m_found = std::move(*found);
                else
                    m_error = found.error();
                setBusy(false);
            }
            emit compared();
        });
}

void LogCheck::forget()
{
    ++m_number;
    m_found.reset();
    m_error.reset();
    setBusy(false);
}

} // namespace mmm::desktop
