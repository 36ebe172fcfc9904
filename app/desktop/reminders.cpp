#include "reminders.h"

#include "text.h"

#include <algorithm>

namespace mmm::desktop {

namespace {

constexpr std::chrono::hours ahead(48); ///< how far one look at the tasks reaches
constexpr std::chrono::hours lookAgain(12);
constexpr std::chrono::milliseconds changesWithin(300);
constexpr std::chrono::seconds longestWait(30); ///< a timer stands still while the computer sleeps

QString markKey(const std::string& udf)
{
    return QStringLiteral("reminders/") + toText(udf);
}

} // namespace

Reminders::Reminders(Accounts& accounts, Preferences& preferences, std::shared_ptr<const Clock> clock,
                     QObject* parent)
    : QObject(parent),
      m_accounts(accounts),
      m_preferences(preferences),
      m_clock(std::move(clock))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(changesWithin);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        for (auto& [udf, held] : m_held) {
            if (held.isWanted && !held.isReading)
                read(udf);
        }
    });
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Reminders::look);
    connect(&accounts, &Accounts::changed, this, &Reminders::takeAccounts);
    connect(&accounts, &Accounts::tasksChanged, this, &Reminders::want);
}

void Reminders::takeAccounts()
{
    std::set<std::string> open;
    for (const OpenAccount& account : m_accounts.openOnes())
        open.insert(account.udf);
    for (auto held = m_held.begin(); held != m_held.end();) {
        if (open.contains(held->first)) {
            ++held;
            continue;
        }
        const QString id = toText(held->first);
        held = m_held.erase(held);
        emit withdrawn(id);
    }
    for (const std::string& udf : open) {
        if (m_held.try_emplace(udf).second)
            read(udf);
    }
    plan();
}

void Reminders::want(const std::string& udf)
{
    if (const auto held = m_held.find(udf); held != m_held.end()) {
        held->second.isWanted = true;
        if (!m_delay.isActive())
            m_delay.start();
    }
}

void Reminders::read(const std::string& udf)
{
    for (const OpenAccount& account : m_accounts.openOnes()) {
        if (account.udf != udf)
            continue;
        Held& held = m_held[udf];
        held.isReading = true;
        held.isWanted = false;
        const TimePoint now = m_clock->now();
        account.queue->run(
            this,
            [mesh = account.mesh, now](const std::stop_token&) {
                std::vector<Due> dues;
                if (mesh::Account* of = mesh->account()) {
                    of->tasks().visit([&](const auto& row) {
                        if (row.entry.trigger.empty())
                            return;
                        for (Due& due : remindersOf(row.id, row.entry, now, now + ahead))
                            dues.push_back(std::move(due));
                    });
                }
                std::ranges::stable_sort(dues, {}, &Due::when);
                return dues;
            },
            [this, udf, now](std::vector<Due> dues) { take(udf, now, std::move(dues)); });
    }
}

void Reminders::take(const std::string& udf, TimePoint now, std::vector<Due> dues)
{
    const auto held = m_held.find(udf);
    if (held == m_held.end())
        return; // locked meanwhile
    const auto coming = std::ranges::partition_point(dues, [now](const Due& due) { return due.when <= now; });
    held->second.coming.assign(std::make_move_iterator(coming), std::make_move_iterator(dues.end()));
    dues.erase(coming, dues.end());
    held->second.readAt = now;
    held->second.isReading = false;
    std::set<Mark>& told = m_told[udf];
    if (!std::exchange(held->second.isRead, true)) {
        // a device that has told nothing yet begins with what comes
        const TimePoint last = std::min(lastTold(udf).value_or(now), now);
        setLastTold(udf, last);
        for (const Due& due : dues) {
            if (due.when <= last)
                told.emplace(due.entry, due.when);
        }
        for (const Mark& mark : std::exchange(m_again[udf], {}))
            told.erase(mark);
    }
    std::erase_if(dues, [&told](const Due& due) { return told.contains({due.entry, due.when}); });
    tell(udf, now, std::move(dues));
    if (held->second.isWanted)
        m_delay.start();
    plan();
}

void Reminders::tell(const std::string& udf, TimePoint now, std::vector<Due> dues)
{
    if (dues.empty())
        return;
    std::set<Mark>& told = m_told[udf];
    std::vector<Due> latest;
    for (Due& due : dues) {
        told.emplace(due.entry, due.when);
        std::erase_if(latest, [&due](const Due& before) { return before.entry == due.entry; });
        latest.push_back(std::move(due));
    }
    setLastTold(udf, now);
    emit this->due({toText(udf), std::move(latest), now});
}

void Reminders::tellAgain(const QString& accountId, const std::vector<Due>& dues)
{
    for (const Due& due : dues)
        m_again[fromText(accountId)].emplace(due.entry, due.when);
}

void Reminders::look()
{
    const TimePoint now = m_clock->now();
    for (auto& [udf, held] : m_held) {
        const auto coming =
            std::ranges::partition_point(held.coming, [now](const Due& due) { return due.when <= now; });
        std::vector<Due> dues(std::make_move_iterator(held.coming.begin()), std::make_move_iterator(coming));
        held.coming.erase(held.coming.begin(), coming);
        std::erase_if(dues, [&told = m_told[udf]](const Due& due) {
            return told.contains({due.entry, due.when});
        });
        tell(udf, now, std::move(dues));
        if (now - held.readAt > lookAgain && held.isRead && !held.isReading)
            read(udf);
    }
    plan();
}

bool Reminders::isInStep() const
{
    return std::ranges::all_of(m_held, [](const auto& one) {
        return one.second.isRead && !one.second.isReading && !one.second.isWanted;
    });
}

void Reminders::plan()
{
    if (m_held.empty()) {
        m_next.stop();
        return;
    }
    const TimePoint now = m_clock->now();
    std::chrono::seconds wait = longestWait;
    for (const auto& [udf, held] : m_held) {
        if (!held.coming.empty())
            wait = std::clamp(held.coming.front().when - now, std::chrono::seconds(1), wait);
    }
    m_next.start(wait);
}

std::optional<TimePoint> Reminders::lastTold(const std::string& udf) const
{
    bool isNumber = false;
    const qint64 seconds = m_preferences.value(markKey(udf)).toLongLong(&isNumber);
    return isNumber ? std::optional(TimePoint(std::chrono::seconds(seconds))) : std::nullopt;
}

void Reminders::setLastTold(const std::string& udf, TimePoint when)
{
    if (lastTold(udf) != when)
        m_preferences.setValue(markKey(udf), qint64(when.time_since_epoch().count()));
}

} // namespace mmm::desktop
