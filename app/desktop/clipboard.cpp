#include "clipboard.h"

#include "text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

namespace mmm::desktop {

namespace {

const QString markFormat = QStringLiteral("application/x-mesh-desktop-secret");

/// What clipboard histories look for before they keep something.
void askNotToKeep(QMimeData& data)
{
    data.setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
#ifdef Q_OS_MACOS
    data.setData(QStringLiteral("application/x-nspasteboard-concealed-type"), "secret");
    data.setData(QStringLiteral("org.nspasteboard.ConcealedType"), "secret");
#endif
#ifdef Q_OS_WIN
    const auto format = [](const char* name) {
        return QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(QLatin1String(name));
    };
    const QByteArray no(4, '\0');
    data.setData(format("ExcludeClipboardContentFromMonitorProcessing"), QByteArray(1, '\0'));
    data.setData(format("CanIncludeInClipboardHistory"), no);
    data.setData(format("CanUploadToCloudClipboard"), no);
#endif
}

} // namespace

Clipboard::Clipboard(QObject* parent) : QObject(parent), Published<Clipboard>(this)
{
    m_ticks.setInterval(1000);
    connect(&m_ticks, &QTimer::timeout, this, &Clipboard::tick);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &Clipboard::contentChanged);
}

Clipboard::~Clipboard()
{
    clearSecret();
}

void Clipboard::setSeconds(int seconds)
{
    seconds = qBound(0, seconds, 600);
    if (m_seconds == seconds)
        return;
    m_seconds = seconds;
    emit secondsChanged();
}

bool Clipboard::holdsSecret() const
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return !m_mark.isEmpty() && data != nullptr && data->data(markFormat) == m_mark.toLatin1();
}

void Clipboard::copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(false);
}

void Clipboard::copySecretText(const QString& text)
{
    m_mark = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto* data = new QMimeData; // the clipboard takes it over
    data->setText(text);
    data->setData(markFormat, m_mark.toLatin1());
    askNotToKeep(*data);
    QGuiApplication::clipboard()->setMimeData(data);
    m_secondsLeft = m_seconds;
    if (m_seconds > 0)
        m_ticks.start();
    emit secondsLeftChanged();
    contentChanged();
    emit copied(true);
}

void Clipboard::copySecret(const SharedSecret& secret)
{
    copySecretText(QString::fromUtf8(secret.text().data(), qsizetype(secret.size())));
}

void Clipboard::clearSecret()
{
    if (holdsSecret())
        QGuiApplication::clipboard()->clear();
    m_ticks.stop();
    m_mark.clear();
    if (m_secondsLeft != 0) {
        m_secondsLeft = 0;
        emit secondsLeftChanged();
    }
    contentChanged();
}

void Clipboard::tick()
{
    if (--m_secondsLeft <= 0) {
        m_secondsLeft = 1; // so that clearSecret() announces the end
        clearSecret();
        return;
    }
    emit secondsLeftChanged();
}

void Clipboard::contentChanged()
{
    const bool held = holdsSecret();
    if (held == m_held)
        return;
    m_held = held;
    if (!held) {
        m_ticks.stop();
        if (std::exchange(m_secondsLeft, 0) != 0)
            emit secondsLeftChanged();
    }
    emit holdsSecretChanged();
}

} // namespace mmm::desktop
