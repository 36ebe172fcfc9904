#include "preferences.h"

#include "auto_lock.h"
#include "fault_text.h"
#include "text.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace mmm::desktop {

namespace {

const QString schemeKey = QStringLiteral("appearance/colorScheme");
const QString scaleKey = QStringLiteral("appearance/textScale");
const QString motionKey = QStringLiteral("appearance/reducedMotion");
const QString languageKey = QStringLiteral("appearance/language");
const QString lockKey = QStringLiteral("lock/minutes");
const QString lockScreenKey = QStringLiteral("lock/withScreen");
const QString placeKey = QStringLiteral("window/place");
const QString clipboardKey = QStringLiteral("clipboard/seconds");

// what Settings offers; 0 is never
constexpr std::array textScales{1.0, 1.25, 1.5, 2.0};
constexpr std::array lockMinuteChoices{1, 5, 15, 0};
constexpr std::array clipboardSecondChoices{10, 20, 60, 0};

/// The place of what is closest to a value, which may have been written by hand; never is close to nothing.
template<typename Choices, typename Value>
int nearest(const Choices& choices, Value value)
{
    const auto away = [value](Value choice) {
        return (choice == 0) != (value == 0) ? std::numeric_limits<double>::max()
                                             : std::abs(double(choice) - double(value));
    };
    return int(std::ranges::min_element(choices, {}, away) - choices.begin());
}

} // namespace

Preferences::Preferences(MeshLink& link, Clipboard& clipboard, const QString& dataFolder, QObject* parent)
    : QObject(parent),
      Published<Preferences>(this),
      m_link(link),
      m_clipboard(clipboard),
      m_dataFolder(dataFolder),
      m_settings(dataFolder + QStringLiteral("/settings.ini"), QSettings::IniFormat),
      m_languages(
          {[] {
               QStringList names{tr("As the system")};
               for (const QString& code : Language::codes())
                   names.append(Language::nameOf(code));
               return names;
           },
           [this] { return int(Language::codes().indexOf(language())) + 1; },
           [this](int index) { setLanguage(index == 0 ? QString() : Language::codes()[index - 1]); }}),
      m_colorSchemes(
          {[] {
               return QStringList{tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")};
           },
           [this] { return int(colorScheme()); }, [this](int index) { setColorScheme(ColorScheme(index)); }}),
      m_textSizes({[] {
                       return QStringList{tr("Normal"), tr("Larger"), tr("Large"), tr("Very large")};
                   },
                   [this] { return nearest(textScales, textScale()); },
                   [this](int index) { setTextScale(textScales[std::size_t(index)]); }}),
      m_lockTimes({[] {
                       return QStringList{tr("after a minute without use"), tr("after 5 minutes without use"),
                                          tr("after 15 minutes without use"), tr("never")};
                   },
                   [this] { return nearest(lockMinuteChoices, lockMinutes()); },
                   [this](int index) { setLockMinutes(lockMinuteChoices[std::size_t(index)]); }}),
      m_clipboardTimes(
          {[] {
               return QStringList{tr("after 10 seconds"), tr("after 20 seconds"), tr("after a minute"),
                                  tr("never")};
           },
           [this] { return nearest(clipboardSecondChoices, clipboardSeconds()); },
           [this](int index) { setClipboardSeconds(clipboardSecondChoices[std::size_t(index)]); }})
{
    for (SettingChoice* choice :
         {&m_languages, &m_colorSchemes, &m_textSizes, &m_lockTimes, &m_clipboardTimes}) {
        connect(this, &Preferences::changed, choice, &SettingChoice::indexChanged);
        connect(this, &Preferences::languageChanged, choice, &SettingChoice::textsChanged);
        connect(this, &Preferences::languageChanged, choice, &SettingChoice::indexChanged);
    }
    m_language.use(language());
    bool isNumber = false;
    if (const int seconds = m_settings.value(clipboardKey).toInt(&isNumber); isNumber)
        m_clipboard.setSeconds(seconds);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            readService();
        } else {
            m_service = {};
            emit serviceChanged();
        }
    });
    connect(&link, &MeshLink::meshStageChanged, this, [this](mesh::Stage stage) {
        if (stage == mesh::Stage::Ready)
            readService();
    });
}

Preferences::ColorScheme Preferences::colorScheme() const
{
    return ColorScheme(qBound(int(System), m_settings.value(schemeKey).toInt(), int(HighContrast)));
}

void Preferences::setColorScheme(ColorScheme scheme)
{
    setValue(schemeKey, int(scheme));
    emit changed();
}

double Preferences::textScale() const
{
    return qBound(1.0, m_settings.value(scaleKey, 1.0).toDouble(), 2.0);
}

void Preferences::setTextScale(double scale)
{
    setValue(scaleKey, qBound(1.0, scale, 2.0));
    emit changed();
}

bool Preferences::reducedMotion() const
{
    return m_settings.value(motionKey, false).toBool();
}

void Preferences::setReducedMotion(bool reduced)
{
    setValue(motionKey, reduced);
    emit changed();
}

QString Preferences::language() const
{
    const QString code = m_settings.value(languageKey).toString();
    return Language::codes().contains(code) ? code : QString();
}

void Preferences::setLanguage(const QString& code)
{
    if (code == language())
        return;
    setValue(languageKey, code);
    m_language.use(code);
    emit languageChanged();
}

void Preferences::setClipboardSeconds(int seconds)
{
    m_clipboard.setSeconds(seconds);
    setValue(clipboardKey, m_clipboard.seconds());
    emit changed();
}

int Preferences::lockMinutes() const
{
    constexpr int usual = 15;
    return qBound(0, m_settings.value(lockKey, usual).toInt(), 24 * 60);
}

void Preferences::setLockMinutes(int minutes)
{
    setValue(lockKey, qBound(0, minutes, 24 * 60));
    emit changed();
}

bool Preferences::locksWithScreen() const
{
    return m_settings.value(lockScreenKey, true).toBool();
}

void Preferences::setLockWithScreen(bool lock)
{
    setValue(lockScreenKey, lock);
    emit changed();
}

QString Preferences::serviceText() const
{
    if (m_service.account.empty())
        return {};
    if (!m_service.embedded)
        return tr("Your data is kept, sealed, at %1.").arg(toText(m_service.domain));
    return m_service.running
               ? tr("Your data is kept on this computer.")
               : tr("Your data is kept on this computer, but the service could not be started.");
}

QStringList Preferences::serviceEndpoints() const
{
    QStringList all;
    for (const protocol::Endpoint& endpoint : m_service.endpoints)
        all.append(toText(endpoint.host) + QLatin1Char(':') + QString::number(endpoint.port));
    return all;
}

QString Preferences::serviceFingerprint() const
{
    return toText(m_service.serviceUdf);
}

void Preferences::readService()
{
    m_link.runOnMesh(
        Concern::Sync, this, [](mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.service(); },
        [this](mesh::ServiceInfo service) {
            m_service = std::move(service);
            emit serviceChanged();
        });
}

void Preferences::setNetworkVisible(bool visible)
{
    if (m_networkBusy || visible == m_service.networkVisible)
        return;
    m_networkBusy = true;
    m_errorText.clear();
    emit serviceChanged();
    emit errorTextChanged();
    m_link.runOnMesh(
        Concern::Sync, this,
        [visible](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.setNetworkVisible(visible);
        },
        [this](const Status& status) {
            m_networkBusy = false;
            if (!status) {
                m_errorText = faultText(status.error());
                emit errorTextChanged();
            }
            emit serviceChanged();
            readService();
        });
}

bool Preferences::isScreenKnown()
{
    return AutoLock::knowsScreen();
}

QString Preferences::versionText() const
{
    return tr("Version %1").arg(QCoreApplication::applicationVersion());
}

QString Preferences::licenseText() const
{
    QFile file(QStringLiteral(":/mesh/LICENSE"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void Preferences::openDataFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_dataFolder));
}

QVariant Preferences::value(const QString& key, const QVariant& otherwise) const
{
    return m_settings.value(key, otherwise);
}

void Preferences::setValue(const QString& key, const QVariant& value)
{
    m_settings.setValue(key, value);
}

Place::Id Preferences::lastPlace() const
{
    return Place::read(m_settings.value(placeKey));
}

void Preferences::setLastPlace(Place::Id place)
{
    setValue(placeKey, Place::nameOf(place));
}

} // namespace mmm::desktop
