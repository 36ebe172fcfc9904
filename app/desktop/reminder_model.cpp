#include "reminder_model.h"

#include "reminder.h"

#include <algorithm>

namespace mmm::desktop {

void ReminderModel::setTriggers(const std::vector<std::string>& triggers)
{
    std::vector<Row> rows;
    for (const std::string& value : triggers)
        rows.push_back({offeredTrigger(value) < 0 ? value : std::string(), value});
    replaceRows(m_rows, std::move(rows));
}

std::vector<std::string> ReminderModel::triggers() const
{
    std::vector<std::string> all;
    for (const Row& row : m_rows)
        all.push_back(row.value);
    return all;
}

bool ReminderModel::needsDate() const
{
    return std::ranges::any_of(
        m_rows, [](const Row& row) { return Trigger::parse(row.value).kind == Trigger::ByTask; });
}

int ReminderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReminderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return triggerText(row.value);
    case ChoiceRole:
        return row.value == row.own ? int(offeredTriggers().size()) : offeredTrigger(row.value);
    case OptionsRole: {
        QStringList options = offeredTriggerTexts();
        if (!row.own.empty())
            options.append(triggerText(row.own));
        return options;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ReminderModel::roleNames() const
{
    return {{ChoiceRole, "choice"}, {OptionsRole, "options"}};
}

void ReminderModel::add()
{
    const auto isFree = [this](std::string_view value) {
        return std::ranges::none_of(m_rows, [value](const Row& row) {
            return offeredTrigger(row.value) == offeredTrigger(std::string(value));
        });
    };
    constexpr std::size_t usual = 2; // a quarter of an hour before is what most want first
    const auto offers = offeredTriggers();
    const auto free = std::ranges::find_if(offers, isFree);
    const std::string_view value = isFree(offers[usual]) || free == offers.end() ? offers[usual] : *free;
    appendRows(m_rows, std::vector<Row>{{std::string(), std::string(value)}});
}

void ReminderModel::setChoice(int row, int choice)
{
    if (row < 0 || row >= count() || choice < 0 || choice > int(offeredTriggers().size()))
        return;
    const bool isOwn = choice == int(offeredTriggers().size());
    setField(m_rows, row, &Row::value,
             isOwn ? m_rows[std::size_t(row)].own : std::string(offeredTriggers()[std::size_t(choice)]));
}

void ReminderModel::removeReminder(int row)
{
    removeRow(m_rows, row);
}

} // namespace mmm::desktop
