#pragma once

#include "mesh/groups.h"
#include "mesh_link.h"
#include "row_model.h"

namespace mmm::desktop {

/// The groups that this account belongs to, by name.
class Groups : public mmm::desktop::RowModel, public Published<Groups>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    enum Role
    {
        GroupIdRole = Qt::UserRole + 1,
        TitleRole,
        SubtitleRole,
        IsAdministratorRole,
    };

    explicit Groups(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isLoading() const { return !m_listed; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE int indexOfGroup(const QString& groupId) const;
    /// What is wrong with a new group's name; empty if nothing is.
    Q_INVOKABLE QString nameError(const QString& name) const;
    Q_INVOKABLE void make(const QString& name);
    /// Takes the group off the list of this account.
    Q_INVOKABLE void leave(const QString& groupId);
    /// Ends the group for everybody.
    Q_INVOKABLE void dissolve(const QString& groupId);
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void clearError();

signals:
    void changed();
    void created(const QString& groupId);
    void left(const QString& name);
    void dissolved(const QString& name);

private:
    void setError(const QString& text);
    using Explanation = QString (*)(const Error&);
    template<typename Work, typename Done>
    void change(Work work, Done done, Explanation explain);
    [[nodiscard]] QString nameOf(const QString& groupId) const;

    MeshLink& m_link;
    std::vector<mesh::GroupInfo> m_rows;
    bool m_listed = false;
    bool m_busy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
