#pragma once

#include "base/secret.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// One field of an entry in words.
struct FieldText
{
    QString name;  ///< what the person calls it
    QString value; ///< empty: nothing there
    /// Instead of `value` in a field that is shown only on demand, such as a password; may be empty.
    std::optional<SharedSecret> secret = std::nullopt;
};

/// Two values of one entry side by side, field by field; fields that both lack are left out.
class ConflictModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    enum Role
    {
        FieldRole = Qt::UserRole + 1,
        MineRole,
        TheirsRole,
        DifferentRole,
        HiddenRole, ///< the values are secrets: in the two roles that follow
        MineSecretRole,
        TheirsSecretRole,
    };

    explicit ConflictModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// Both lists hold the same fields in the same order; an empty list is a removed entry.
    void setFields(const QList<FieldText>& mine, const QList<FieldText>& theirs);

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Row
    {
        QString field;
        QString mine;
        QString theirs;
        bool isHidden = false;
        SharedSecret mineSecret = {};
        SharedSecret theirsSecret = {};
    };

    static bool isDifferent(const Row& row);

    QList<Row> m_rows;
};

} // namespace mmm::desktop
