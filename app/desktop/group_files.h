#pragma once

#include "mesh/groups.h"
#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Encrypts files to a group, or opens them: one at a time, in the background. The result goes beside the
/// file, unless saveAs() says otherwise.
class GroupFiles : public QObject, public Published<GroupFiles>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::GroupFiles::Phase phase READ phase NOTIFY changed)
    /// 0 to 1.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    /// How many files there are to work on, and which of them it is.
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int number READ number NOTIFY changed)
    /// Of several files, those that went well.
    Q_PROPERTY(int doneCount READ doneCount NOTIFY changed)
    /// Whether it is opened, not encrypted.
    Q_PROPERTY(bool opening READ isOpening NOTIFY changed)
    /// Of the file that is worked on, and of what it becomes.
    Q_PROPERTY(QString sourceName READ sourceName NOTIFY changed)
    Q_PROPERTY(QString resultName READ resultName NOTIFY changed)
    /// Where what it becomes is proposed to go.
    Q_PROPERTY(QUrl destination READ destination NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// It may succeed elsewhere: saveAs().
    Q_PROPERTY(bool elsewhere READ canGoElsewhere NOTIFY changed)
    /// What became of it, and who vouches for the content.
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
    Q_PROPERTY(QString proofText READ proofText NOTIFY changed)
    Q_PROPERTY(bool proved READ isProved NOTIFY changed)
public:
    enum Phase
    {
        Idle,
        Working,
        NameTaken, ///< there is a file of that name already: replace(), saveAs() or clear()
        Failed,
        Finished,
    };
    Q_ENUM(Phase)

    explicit GroupFiles(MeshLink& link, QObject* parent = nullptr);
    ~GroupFiles() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int number() const { return m_total - int(m_waiting.size()); }
    [[nodiscard]] int doneCount() const { return m_doneCount; }
    [[nodiscard]] bool isOpening() const { return m_task.group.empty(); }
    [[nodiscard]] QString sourceName() const;
    [[nodiscard]] QString resultName() const;
    [[nodiscard]] QUrl destination() const { return m_task.destination; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool canGoElsewhere() const { return m_phase == NameTaken || m_canGoElsewhere; }
    [[nodiscard]] QString resultText() const { return m_resultText; }
    [[nodiscard]] QString proofText() const { return m_proofText; }
    [[nodiscard]] bool isProved() const { return m_isProved; }

    /// Whether a file that is dropped is meant to be opened.
    Q_INVOKABLE bool isEncrypted(const QUrl& file) const;
    Q_INVOKABLE void encrypt(const QString& groupId, const QUrl& source);
    Q_INVOKABLE void decrypt(const QUrl& source);
    /// Files that were dropped, one after the other with one report: those that are encrypted are opened, all
    /// others are encrypted to the group; without a group they are left alone. Nothing is replaced.
    Q_INVOKABLE void take(const QString& groupId, const QList<QUrl>& files);
    /// The same once more, replacing what is there.
    Q_INVOKABLE void replace();
    /// The same once more to another place, where a file that is there was agreed to be replaced.
    Q_INVOKABLE void saveAs(const QUrl& destination);
    /// Stops the work, of which nothing remains, and forgets what became of it.
    Q_INVOKABLE void clear();

signals:
    void changed();
    void progressChanged();

private:
    struct Task
    {
        std::string group; ///< empty: decrypt
        QUrl source;
        QUrl destination;
    };
    void begin(const Task& task, bool mayReplace);
    /// False if it failed at once.
    bool start(const Task& task, bool mayReplace);
    void finish(const Result<mesh::Decrypted>& result);
    /// Of several files the next one, or the report.
    void goOn();
    void fail(const QString& text);
    /// What speaks against the task before anything is done; empty if nothing.
    [[nodiscard]] QString objection();
    void forgetResult();

    MeshLink& m_link;
    Task m_task;
    QList<Task> m_waiting;
    int m_total = 0;
    int m_doneCount = 0;
    QStringList m_notes; ///< of several files what is to be said of single ones
    int m_number = 0;    ///< of the latest work; what is told of others does not count
    Phase m_phase = Idle;
    double m_progress = 0;
    QString m_errorText;
    bool m_canGoElsewhere = false;
    QString m_resultText;
    QString m_proofText;
    bool m_isProved = false;
    std::stop_source m_stop;
};

} // namespace mmm::desktop
