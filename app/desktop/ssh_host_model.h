#pragma once

#include "form_list.h"
#include "schema/applications.h"

namespace mmm::desktop {

/// The computers of an SSH profile, as a form edits them.
class SshHostModel : public mmm::desktop::FormList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of SshEditor")
public:
    enum Role
    {
        AliasRole = Qt::UserRole + 1,
        AliasErrorRole,
        HostNameRole,
        HostNameErrorRole,
        PortRole, ///< as a text
        PortErrorRole,
        UserNameRole,
        UserNameErrorRole,
        JumpRole,
        JumpErrorRole,
    };

    explicit SshHostModel(QObject* parent = nullptr) : FormList(parent) {}

    void setHosts(const std::vector<schema::SshHost>& hosts);
    /// What the form says.
    [[nodiscard]] std::vector<schema::SshHost> hosts() const;
    [[nodiscard]] bool hasErrors() const;
    /// Adds those whose alias is not there yet; how many.
    int merge(const std::vector<schema::SshHost>& hosts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void add();
    Q_INVOKABLE void setAlias(int row, const QString& text);
    Q_INVOKABLE void setHostName(int row, const QString& text);
    Q_INVOKABLE void setPort(int row, const QString& text);
    Q_INVOKABLE void setUserName(int row, const QString& text);
    Q_INVOKABLE void setJump(int row, const QString& text);
    Q_INVOKABLE void removeHost(int row);

private:
    struct Row
    {
        QString alias;
        QString hostName;
        QString port;
        QString userName;
        QString jump;
    };
    /// What is wrong with one of the fields.
    [[nodiscard]] static QString errorOf(const Row& row, int role);
    [[nodiscard]] static Row rowOf(const schema::SshHost& host);

    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
