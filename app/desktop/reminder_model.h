#pragma once

#include "form_list.h"

#include <QStringList>
#include <string>

namespace mmm::desktop {

/// When a task reminds of itself, as a form edits it: each row one of what is offered, or a value of another
/// program's, which stays as it is until the person chooses something else.
class ReminderModel : public mmm::desktop::FormList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of TaskEditor")
public:
    enum Role
    {
        ChoiceRole = Qt::UserRole + 1, ///< among the options
        OptionsRole,                   ///< texts; the last is the row's own if it is not one that is offered
    };

    explicit ReminderModel(QObject* parent = nullptr) : FormList(parent) {}

    void setTriggers(const std::vector<std::string>& triggers);
    /// RFC 5545 TRIGGER values; unchanged rows are exactly what was set.
    [[nodiscard]] std::vector<std::string> triggers() const;
    /// Whether one of them needs a date to count from.
    [[nodiscard]] bool needsDate() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// A further one at the end: the first that is offered and not among them.
    Q_INVOKABLE void add();
    Q_INVOKABLE void setChoice(int row, int choice);
    Q_INVOKABLE void removeReminder(int row);

private:
    struct Row
    {
        std::string own;   ///< as it was set, if it is not one that is offered
        std::string value; ///< as it is now
    };

    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
