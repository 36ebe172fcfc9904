#pragma once

#include "entry_editor.h"
#include "ssh_device_model.h"
#include "ssh_host_model.h"
#include "ssh_line_model.h"

#include <QUrl>

namespace mmm::desktop {

/// The form of an SSH profile.
class SshEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY fieldsChanged)
    Q_PROPERTY(QString titleError READ titleError NOTIFY fieldsChanged)
    /// Where a host says none; may be empty.
    Q_PROPERTY(QString userName READ userName WRITE setUserName NOTIFY fieldsChanged)
    Q_PROPERTY(QString userNameError READ userNameError NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::desktop::SshHostModel* hosts READ hosts CONSTANT)
    Q_PROPERTY(mmm::desktop::SshLineModel* knownHosts READ knownHosts CONSTANT)
    /// Keys besides those of the devices.
    Q_PROPERTY(mmm::desktop::SshLineModel* otherKeys READ otherKeys CONSTANT)
    Q_PROPERTY(mmm::desktop::SshDeviceModel* devices READ devices CONSTANT)
public:
    explicit SshEditor(QObject* parent = nullptr);
    explicit SshEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString title() const;
    void setTitle(const QString& title);
    [[nodiscard]] QString titleError() const { return finding("title"); }
    [[nodiscard]] QString userName() const;
    void setUserName(const QString& name);
    [[nodiscard]] QString userNameError() const { return finding("userName"); }
    [[nodiscard]] SshHostModel* hosts() { return &m_hosts; }
    [[nodiscard]] SshLineModel* knownHosts() { return &m_knownHosts; }
    [[nodiscard]] SshLineModel* otherKeys() { return &m_otherKeys; }
    [[nodiscard]] SshDeviceModel* devices() { return &m_devices; }

    /// Adds what an authorized_keys, known_hosts or configuration file has to the form, or to a new one if
    /// none is open; the person saves it. `imported` or `importFailed` follows.
    Q_INVOKABLE void importFile(const QUrl& file);

signals:
    /// What was added, and what was left out.
    void imported(const QString& report);
    void importFailed(const QString& text);

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    void add(const ssh::ReadFile& file, const QString& name);

    schema::CatalogedApplicationSSH m_now; ///< with everything but what the models say
    SshHostModel m_hosts;
    SshLineModel m_knownHosts{ssh::FileKind::KnownHosts};
    SshLineModel m_otherKeys{ssh::FileKind::AuthorizedKeys};
    SshDeviceModel m_devices;
};

} // namespace mmm::desktop
