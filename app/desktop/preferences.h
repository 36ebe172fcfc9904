#pragma once

#include "clipboard.h"
#include "mesh_link.h"

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
    /// Seconds after which a copied password leaves the clipboard; 0: never.
    Q_PROPERTY(int clipboardSeconds READ clipboardSeconds WRITE setClipboardSeconds NOTIFY changed)

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

    Q_PROPERTY(QString dataFolder READ dataFolder CONSTANT)
    Q_PROPERTY(QString versionText READ versionText CONSTANT)
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
    [[nodiscard]] int clipboardSeconds() const { return m_clipboard.seconds(); }
    void setClipboardSeconds(int seconds);
    [[nodiscard]] QString serviceText() const;
    [[nodiscard]] QStringList serviceEndpoints() const;
    [[nodiscard]] QString serviceFingerprint() const;
    [[nodiscard]] bool isEmbedded() const { return m_service.embedded; }
    [[nodiscard]] bool isServiceRunning() const { return m_service.running; }
    [[nodiscard]] bool isNetworkVisible() const { return m_service.networkVisible; }
    void setNetworkVisible(bool visible);
    [[nodiscard]] bool isNetworkBusy() const { return m_networkBusy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString dataFolder() const { return m_dataFolder; }
    [[nodiscard]] QString versionText() const;
    [[nodiscard]] QString licenseText() const;

    Q_INVOKABLE void openDataFolder() const;
    /// Small things that pages remember, such as the size of the window.
    Q_INVOKABLE QVariant value(const QString& key, const QVariant& otherwise = {}) const;
    Q_INVOKABLE void setValue(const QString& key, const QVariant& value);

signals:
    void changed();
    void serviceChanged();
    void errorTextChanged();

private:
    void readService();

    MeshLink& m_link;
    Clipboard& m_clipboard;
    const QString m_dataFolder;
    mutable QSettings m_settings;
    mesh::ServiceInfo m_service;
    bool m_networkBusy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
