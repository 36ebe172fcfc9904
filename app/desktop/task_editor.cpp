#include "task_editor.h"

#include "text.h"

#include <QUrl>
#include <array>

namespace mmm::desktop {

namespace {

/// RRULE values (RFC 5545 §3.3.10), in the order of Repetition.
constexpr std::array<std::string_view, 5> rules = {"", "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY",
                                                   "FREQ=YEARLY"};
constexpr qsizetype descriptionLimit = 100000;

TaskEditor::Repetition repetitionOf(const std::string& rule)
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rule == rules[i])
            return TaskEditor::Repetition(i);
    }
    return TaskEditor::Otherwise;
}

QDateTime shown(const std::optional<TimePoint>& moment)
{
    return moment ? toDateTime(*moment) : QDateTime();
}

std::optional<TimePoint> entered(const QDateTime& moment)
{
    return moment.isValid() ? std::optional(fromDateTime(moment)) : std::nullopt;
}

} // namespace

TaskEditor::TaskEditor(QObject* parent) : TaskEditor(*MeshLink::instance(), parent) {}

TaskEditor::TaskEditor(MeshLink& link, QObject* parent) : EntryEditor(link, CatalogKind::Tasks, parent) {}

std::any TaskEditor::emptyEntry() const
{
    return schema::Task();
}

void TaskEditor::show(const std::any& entry)
{
    m_shown = std::any_cast<const schema::Task&>(entry);
    m_title = toText(m_shown.title);
    m_description = toText(m_shown.description);
    m_location = toText(m_shown.location);
    m_start = shown(m_shown.start);
    m_finish = shown(m_shown.finish);
    m_repetition = repetitionOf(m_shown.repeat);
    m_conference = m_shown.conference.empty() ? QString() : toText(m_shown.conference.front());
    m_busyTime = m_shown.busy.value_or(false);
}

std::any TaskEditor::edited() const
{
    schema::Task task = m_shown;
    if (m_title != toText(m_shown.title))
        task.title = fromText(m_title.trimmed());
    if (m_description != toText(m_shown.description))
        task.description = fromText(m_description);
    if (m_location != toText(m_shown.location))
        task.location = fromText(m_location.trimmed());
    task.start = entered(m_start);
    task.finish = entered(m_finish);
    if (m_repetition != Otherwise)
        task.repeat = std::string(rules[std::size_t(m_repetition)]);
    const QString conference = m_shown.conference.empty() ? QString() : toText(m_shown.conference.front());
    if (m_conference != conference) {
        if (!task.conference.empty())
            task.conference.erase(task.conference.begin());
        if (!m_conference.trimmed().isEmpty())
            task.conference.insert(task.conference.begin(), fromText(completedAddress(m_conference)));
    }
    if (m_busyTime != m_shown.busy.value_or(false))
        task.busy = m_busyTime;
    return task;
}

QHash<QString, QString> TaskEditor::findings() const
{
    QHash<QString, QString> found;
    if (m_title.trimmed().isEmpty())
        found.insert(QStringLiteral("title"), tr("Say what is to be done."));
    else if (m_title.size() > fieldLimit)
        found.insert(QStringLiteral("title"), tr("This title is too long."));
    if (m_description.size() > descriptionLimit)
        found.insert(QStringLiteral("description"), tr("This description is too long."));
    if (m_location.size() > fieldLimit)
        found.insert(QStringLiteral("location"), tr("This place is too long."));
    if (m_start.isValid() && m_finish.isValid() && m_finish < m_start)
        found.insert(QStringLiteral("finish"), tr("The end must not be before the start."));
    if (m_repetition != Never && !m_start.isValid() && !m_finish.isValid())
        found.insert(QStringLiteral("start"), tr("What repeats needs a date."));
    if (!m_conference.trimmed().isEmpty() &&
        (m_conference.size() > fieldLimit || QUrl(completedAddress(m_conference)).scheme().isEmpty()))
        found.insert(QStringLiteral("conference"), tr("This is not an address. It should look like "
                                                      "https://example.com."));
    return found;
}

QList<FieldText> TaskEditor::describe(const std::any& entry) const
{
    const auto& task = std::any_cast<const schema::Task&>(entry);
    const auto moment = [](const std::optional<TimePoint>& when) {
        return when ? momentText(*when) : QString();
    };
    return {{tr("Title"), toText(task.title)},
            {tr("Start"), moment(task.start)},
            {tr("End"), moment(task.finish)},
            {tr("Place"), toText(task.location)},
            {tr("Description"), toText(task.description)},
            {tr("Repeats"), toText(task.repeat)},
            {tr("Conference"), task.conference.empty() ? QString() : toText(task.conference.front())}};
}

} // namespace mmm::desktop
