#pragma once

#include "clipboard.h"
#include "language.h"
#include "library_model.h"
#include "mesh_link.h"
#include "place.h"
#include "setting_choice.h"

#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// What the person has chosen, kept in settings.ini of the data folder, and what Settings shows of the
/// service and the program.
class Preferences : public QObject, public Published<Preferences>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::Preferences::ColorScheme colorScheme READ colorScheme WRITE setColorScheme NOTIFY
                   changed)
    /// Size of all text, 1.0 to 2.0.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
    /// Code of the language that was chosen; empty for the system's.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    /// Seconds after which a copied password leaves the clipboard; 0: never.
    Q_PROPERTY(int clipboardSeconds READ clipboardSeconds WRITE setClipboardSeconds NOTIFY changed)

    /// Minutes without keyboard and mouse after which the program locks itself; 0: never.
    Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed)
    /// Whether it locks itself with the screen, and when the computer goes to sleep.
    Q_PROPERTY(bool lockWithScreen READ locksWithScreen WRITE setLockWithScreen NOTIFY changed)

    /// The settings above of which the person chooses one among a few.
    Q_PROPERTY(mmm::desktop::SettingChoice* languages READ languages CONSTANT)
    Q_PROPERTY(mmm::desktop::SettingChoice* colorSchemes READ colorSchemes CONSTANT)
    Q_PROPERTY(mmm::desktop::SettingChoice* textSizes READ textSizes CONSTANT)
    Q_PROPERTY(mmm::desktop::SettingChoice* lockTimes READ lockTimes CONSTANT)
    Q_PROPERTY(mmm::desktop::SettingChoice* clipboardTimes READ clipboardTimes CONSTANT)

    Q_PROPERTY(QString serviceText READ serviceText NOTIFY serviceChanged)
    Q_PROPERTY(QStringList serviceEndpoints READ serviceEndpoints NOTIFY serviceChanged)
    Q_PROPERTY(QString serviceFingerprint READ serviceFingerprint NOTIFY serviceChanged)
    /// Whether the account is kept on this computer.
    Q_PROPERTY(bool embedded READ isEmbedded NOTIFY serviceChanged)
    Q_PROPERTY(bool serviceRunning READ isServiceRunning NOTIFY serviceChanged)
    /// Embedded: whether other computers of the local network reach it.
    Q_PROPERTY(bool networkVisible READ isNetworkVisible WRITE setNetworkVisible NOTIFY serviceChanged)
    Q_PROPERTY(bool networkBusy READ isNetworkBusy NOTIFY serviceChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

    /// Whether this system tells when the screen is locked.
    Q_PROPERTY(bool screenKnown READ isScreenKnown CONSTANT)
    Q_PROPERTY(QString dataFolder READ dataFolder CONSTANT)
    Q_PROPERTY(QString versionText READ versionText CONSTANT)
    Q_PROPERTY(mmm::desktop::LibraryModel* libraries READ libraries CONSTANT)
    Q_PROPERTY(QString licenseText READ licenseText CONSTANT)
public:
    enum ColorScheme
    {
        System,
        Light,
        Dark,
        HighContrast,
    };
    Q_ENUM(ColorScheme)

    Preferences(MeshLink& link, Clipboard& clipboard, const QString& dataFolder, QObject* parent = nullptr);

    [[nodiscard]] ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);
    [[nodiscard]] int clipboardSeconds() const { return m_clipboard.seconds(); }
    void setClipboardSeconds(int seconds);
    [[nodiscard]] int lockMinutes() const;
    void setLockMinutes(int minutes);
    [[nodiscard]] bool locksWithScreen() const;
    void setLockWithScreen(bool lock);
    [[nodiscard]] SettingChoice* languages() { return &m_languages; }
    [[nodiscard]] SettingChoice* colorSchemes() { return &m_colorSchemes; }
    [[nodiscard]] SettingChoice* textSizes() { return &m_textSizes; }
    [[nodiscard]] SettingChoice* lockTimes() { return &m_lockTimes; }
    [[nodiscard]] SettingChoice* clipboardTimes() { return &m_clipboardTimes; }
    [[nodiscard]] QString serviceText() const;
    [[nodiscard]] QStringList serviceEndpoints() const;
    [[nodiscard]] QString serviceFingerprint() const;
    [[nodiscard]] bool isEmbedded() const { return m_service.embedded; }
    [[nodiscard]] bool isServiceRunning() const { return m_service.running; }
    [[nodiscard]] bool isNetworkVisible() const { return m_service.networkVisible; }
    void setNetworkVisible(bool visible);
    [[nodiscard]] bool isNetworkBusy() const { return m_networkBusy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] static bool isScreenKnown();
    [[nodiscard]] QString dataFolder() const { return m_dataFolder; }
    [[nodiscard]] QString versionText() const;
    [[nodiscard]] LibraryModel* libraries() { return &m_libraries; }
    [[nodiscard]] QString licenseText() const;

    Q_INVOKABLE void openDataFolder() const;
    /// Small things that pages remember, such as the size of the window.
    Q_INVOKABLE QVariant value(const QString& key, const QVariant& otherwise = {}) const;
    Q_INVOKABLE void setValue(const QString& key, const QVariant& value);
    /// The place of the main window that was shown last, to begin there.
    Q_INVOKABLE mmm::desktop::Place::Id lastPlace() const;
    Q_INVOKABLE void setLastPlace(mmm::desktop::Place::Id place);

signals:
    void changed();
    void languageChanged();
    void serviceChanged();
    void errorTextChanged();

private:
    void readService();

    MeshLink& m_link;
    Clipboard& m_clipboard;
    const QString m_dataFolder;
    mutable QSettings m_settings;
    Language m_language;
    SettingChoice m_languages;
    SettingChoice m_colorSchemes;
    SettingChoice m_textSizes;
    SettingChoice m_lockTimes;
    SettingChoice m_clipboardTimes;
    LibraryModel m_libraries;
    mesh::ServiceInfo m_service;
    bool m_networkBusy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
