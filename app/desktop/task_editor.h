#pragma once

#include "entry_editor.h"
#include "reminder_model.h"

#include <QDateTime>

namespace mmm::desktop {

/// The form of a task or appointment.
class TaskEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY fieldsChanged)
    Q_PROPERTY(QString titleError READ titleError NOTIFY fieldsChanged)
    Q_PROPERTY(QString description READ description WRITE setDescription NOTIFY fieldsChanged)
    Q_PROPERTY(QString descriptionError READ descriptionError NOTIFY fieldsChanged)
    Q_PROPERTY(QString location READ location WRITE setLocation NOTIFY fieldsChanged)
    Q_PROPERTY(QString locationError READ locationError NOTIFY fieldsChanged)
    /// Invalid: none.
    Q_PROPERTY(QDateTime start READ start WRITE setStart NOTIFY fieldsChanged)
    Q_PROPERTY(QString startError READ startError NOTIFY fieldsChanged)
    Q_PROPERTY(QDateTime finish READ finish WRITE setFinish NOTIFY fieldsChanged)
    Q_PROPERTY(QString finishError READ finishError NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::desktop::TaskEditor::Repetition repetition READ repetition WRITE setRepetition NOTIFY
                   fieldsChanged)
    /// In which time zone a task of elsewhere is, and what the clocks show there when it starts; else empty.
    Q_PROPERTY(QString zoneText READ zoneText NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::desktop::ReminderModel* reminders READ reminders CONSTANT)
    Q_PROPERTY(QString remindersError READ remindersError NOTIFY fieldsChanged)
    /// How long the way there and back takes: among the options, whose last is the task's own if it is not
    /// one that is offered.
    Q_PROPERTY(int wayThere READ wayThere WRITE setWayThere NOTIFY fieldsChanged)
    Q_PROPERTY(int wayBack READ wayBack WRITE setWayBack NOTIFY fieldsChanged)
    Q_PROPERTY(QStringList wayThereOptions READ wayThereOptions NOTIFY entryChanged)
    Q_PROPERTY(QStringList wayBackOptions READ wayBackOptions NOTIFY entryChanged)
    Q_PROPERTY(QString conference READ conference WRITE setConference NOTIFY fieldsChanged)
    Q_PROPERTY(QString conferenceError READ conferenceError NOTIFY fieldsChanged)
    Q_PROPERTY(bool isBusyTime READ isBusyTime WRITE setBusyTime NOTIFY fieldsChanged)

public:
    enum Repetition
    {
        Never,
        Daily,
        Weekly,
        Monthly,
        Yearly,
        Otherwise, ///< a rule that the form cannot show; it is kept
    };
    Q_ENUM(Repetition)

    explicit TaskEditor(QObject* parent = nullptr);
    explicit TaskEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString& title) { edit(m_title, title, "title"); }
    [[nodiscard]] QString titleError() const { return finding("title"); }
    [[nodiscard]] QString description() const { return m_description; }
    void setDescription(const QString& text) { edit(m_description, text, "description"); }
    [[nodiscard]] QString descriptionError() const { return finding("description"); }
    [[nodiscard]] QString location() const { return m_location; }
    void setLocation(const QString& location) { edit(m_location, location, "location"); }
    [[nodiscard]] QString locationError() const { return finding("location"); }
    [[nodiscard]] QDateTime start() const { return m_start; }
    void setStart(const QDateTime& start) { edit(m_start, start, "start"); }
    [[nodiscard]] QString startError() const { return finding("start"); }
    [[nodiscard]] QDateTime finish() const { return m_finish; }
    void setFinish(const QDateTime& finish) { edit(m_finish, finish, "finish"); }
    [[nodiscard]] QString finishError() const { return finding("finish"); }
    [[nodiscard]] Repetition repetition() const { return m_repetition; }
    void setRepetition(Repetition repetition) { edit(m_repetition, repetition, "repetition"); }
    [[nodiscard]] QString zoneText() const;
    [[nodiscard]] ReminderModel* reminders() { return &m_reminders; }
    [[nodiscard]] QString remindersError() const { return finding("reminders"); }
    [[nodiscard]] int wayThere() const { return m_wayThere; }
    void setWayThere(int option) { edit(m_wayThere, option, "wayThere"); }
    [[nodiscard]] int wayBack() const { return m_wayBack; }
    void setWayBack(int option) { edit(m_wayBack, option, "wayBack"); }
    [[nodiscard]] QStringList wayThereOptions() const;
    [[nodiscard]] QStringList wayBackOptions() const;
    [[nodiscard]] QString conference() const { return m_conference; }
    void setConference(const QString& conference) { edit(m_conference, conference, "conference"); }
    [[nodiscard]] QString conferenceError() const { return finding("conference"); }
    [[nodiscard]] bool isBusyTime() const { return m_busyTime; }
    void setBusyTime(bool busy) { edit(m_busyTime, busy, "isBusyTime"); }

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    schema::Task m_shown;
    QString m_title;
    QString m_description;
    QString m_location;
    QDateTime m_start;
    QDateTime m_finish;
    Repetition m_repetition = Never;
    ReminderModel m_reminders;
    int m_wayThere = 0;
    int m_wayBack = 0;
    QString m_conference;
    bool m_busyTime = false;
};

} // namespace mmm::desktop
