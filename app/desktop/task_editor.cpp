#include "task_editor.h"

#include "interchange/duration.h"
#include "reminder.h"
#include "schema/syntax.h"
#include "text.h"

#include <QTimeZone>
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

/// Durations (RFC 5545 §3.3.6) that the form offers for a way; the first is none.
constexpr std::array<std::string_view, 8> ways = {"",      "PT5M", "PT15M",   "PT30M",
                                                  "PT45M", "PT1H", "PT1H30M", "PT2H"};

/// Where a way stands among those offered, however it is written; behind them if it is another.
int optionOf(const std::string& way)
{
    const auto found = std::ranges::find_if(ways, [&way](std::string_view one) {
        return one.empty() ? way.empty() : interchange::durationOf(one) == interchange::durationOf(way);
    });
    return int(found - ways.begin());
}

QString wayText(const std::string& way)
{
    return schema::syntax::isDuration(way) ? durationText(interchange::durationOf(way)) : toText(way);
}

QStringList optionsWith(const std::string& own)
{
    QStringList options{TaskEditor::tr("None")};
    for (const std::string_view way : std::span(ways).subspan(1))
        options.append(durationText(interchange::durationOf(way)));
    if (optionOf(own) == int(ways.size()))
        options.append(wayText(own));
    return options;
}

/// What was there stays as it was written, unless something else is chosen.
std::string chosenWay(int option, const std::string& own)
{
    return option == optionOf(own) || option < 0 || option >= int(ways.size())
               ? own
               : std::string(ways[std::size_t(option)]);
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

TaskEditor::TaskEditor(MeshLink& link, QObject* parent) : EntryEditor(link, CatalogKind::Tasks, parent)
{
    connect(&m_reminders, &ReminderModel::edited, this, [this] { touched("reminders"); });
}

QString TaskEditor::zoneText() const
{
    const QTimeZone zone(QByteArray::fromStdString(m_shown.timeZone));
    if (m_shown.timeZone.empty() || !zone.isValid() || !m_start.isValid() ||
        zone.offsetFromUtc(m_start) == m_start.offsetFromUtc())
        return {};
    const QDateTime there = m_start.toTimeZone(zone);
    return tr("%1 %2 in %3").arg(dayText(there.date()), clockText(there.time()), toText(m_shown.timeZone));
}

QStringList TaskEditor::wayThereOptions() const
{
    return optionsWith(m_shown.startTravel);
}

QStringList TaskEditor::wayBackOptions() const
{
    return optionsWith(m_shown.finishTravel);
}

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
    m_reminders.setTriggers(m_shown.trigger);
    m_wayThere = optionOf(m_shown.startTravel);
    m_wayBack = optionOf(m_shown.finishTravel);
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
    // what repeats keeps its time of day, and that is one of the place where it was said
    if (task.repeat != m_shown.repeat && task.timeZone.empty())
        task.timeZone = QTimeZone::systemTimeZoneId().toStdString();
    task.trigger = m_reminders.triggers();
    task.startTravel = chosenWay(m_wayThere, m_shown.startTravel);
    task.finishTravel = chosenWay(m_wayBack, m_shown.finishTravel);
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
    if (m_reminders.needsDate() && !m_start.isValid() && !m_finish.isValid())
        found.insert(QStringLiteral("reminders"), tr("A reminder needs a date."));
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
    QStringList reminders;
    for (const std::string& trigger : task.trigger)
        reminders.append(triggerText(trigger));
    return {{tr("Title"), toText(task.title)},
            {tr("Start"), moment(task.start)},
            {tr("End"), moment(task.finish)},
            {tr("Place"), toText(task.location)},
            {tr("Description"), toText(task.description)},
            {tr("Repeats"), toText(task.repeat)},
            {tr("Time zone"), toText(task.timeZone)},
            {tr("Reminders"), reminders.join(QLatin1Char('\n'))},
            {tr("Way there"), wayText(task.startTravel)},
            {tr("Way back"), wayText(task.finishTravel)},
            {tr("Conference"), task.conference.empty() ? QString() : toText(task.conference.front())}};
}

} // namespace mmm::desktop
