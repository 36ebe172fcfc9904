#pragma once

#include "accounts.h"
#include "reminder.h"

#include <QTimer>
#include <map>
#include <set>

namespace mmm::desktop {

/// Tells when a reminder of a task is due, in all accounts that are open.
///
/// Each is told once on this device. What was due while the program did not run, or was locked, is told when
/// the account is open again, as far as it is of use still (remindersOf) and only the latest of each task. So
/// is what comes late from another device. For that the moment of the last one that was told is remembered
/// for each account, and nothing else.
///
/// While the program is locked there is nothing here to be told. Lives in the thread of the user interface.
class Reminders : public QObject
{
    Q_OBJECT
public:
    /// Of one account.
    struct Told
    {
        QString account;
        std::vector<Due> dues; ///< at least one, in the order in which they were due
        TimePoint now;         ///< when it is told
    };

    Reminders(Accounts& accounts, Preferences& preferences, std::shared_ptr<const Clock> clock,
              QObject* parent = nullptr);

    /// Looks at the clock now, as it does by itself at least once a minute.
    void look();
    /// What was told and withdrawn before the person can have seen it is told again when the account is open
    /// again, as far as it is of use then.
    void tellAgain(const QString& accountId, const std::vector<Due>& dues);
    /// Whether the tasks of all accounts that are open have been read as they are.
    [[nodiscard]] bool isInStep() const;

signals:
    void due(const mmm::desktop::Reminders::Told& told);
    /// An account was locked or closed: nothing that was told of it may be seen any longer.
    void withdrawn(const QString& accountId);

private:
    using Mark = std::pair<std::string, TimePoint>; ///< of a reminder: its task, and when it was due
    struct Held
    {
        bool isRead = false;
        bool isReading = false;
        bool isWanted = false; ///< read again
        TimePoint readAt;
        std::vector<Due> coming; ///< in the order of time
    };

    void takeAccounts();
    void want(const std::string& udf);
    void read(const std::string& udf);
    void take(const std::string& udf, TimePoint now, std::vector<Due> dues);
    void tell(const std::string& udf, TimePoint now, std::vector<Due> dues);
    void plan();
    [[nodiscard]] std::optional<TimePoint> lastTold(const std::string& udf) const;
    void setLastTold(const std::string& udf, TimePoint when);

    Accounts& m_accounts;
    Preferences& m_preferences;
    const std::shared_ptr<const Clock> m_clock;
    std::map<std::string, Held> m_held;           ///< of the accounts that are open
    std::map<std::string, std::set<Mark>> m_told; ///< since the program began
    std::map<std::string, std::set<Mark>> m_again;
    QTimer m_delay; ///< changes come in numbers
    QTimer m_next;
};

} // namespace mmm::desktop
