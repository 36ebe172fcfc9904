#pragma once

#include "mesh/recovery.h"
#include "row_model.h"
#include "work_queue.h"

#include <QUrl>

namespace mmm::desktop {

/// What is wrong with the text of a recovery share, as far as the text itself tells; empty if nothing is.
[[nodiscard]] QString shareTextError(std::string_view text);

/// The recovery shares that a person brings together, in any order: typed, pasted or read from a code. Says
/// of each whether it belongs to the others, and when there are enough.
///
/// The shares are secret: they come in as secrets and are never shown again, only their numbers.
class ShareCollector : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    /// How many are needed; 0 before the first one says so.
    Q_PROPERTY(int needed READ needed NOTIFY changed)
    Q_PROPERTY(int fitting READ fitting NOTIFY changed)
    /// There are enough, and they make something.
    Q_PROPERTY(bool complete READ isComplete NOTIFY changed)
    /// Such as "2 of 3 needed".
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    /// What is wrong with the shares together; empty if nothing is.
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    /// What is wrong with what was added last; it was not taken.
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The shares open a record that is at the service or in a file.
    Q_PROPERTY(bool needsRecord READ needsRecord NOTIFY changed)
    /// Name of the file with the record, if one was opened.
    Q_PROPERTY(QString recordName READ recordName NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
public:
    enum Role
    {
        TitleRole = Qt::UserRole + 1, ///< "Share 2 of 3"
        CheckCodeRole,                ///< to be compared with the page
        VerdictRole,                  ///< in words
        FitsRole,
    };

    explicit ShareCollector(QObject* parent = nullptr);
    ~ShareCollector() override;

    [[nodiscard]] int needed() const { return int(m_judgement.needed); }
    [[nodiscard]] int fitting() const { return int(m_judgement.fitting); }
    [[nodiscard]] bool isComplete() const { return !m_judgement.secret.empty(); }
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString problemText() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool needsRecord() const;
    [[nodiscard]] QString recordName() const { return m_recordName; }
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Takes a share that was typed, with the check characters beside it on the page if the person typed them
    /// too. False if it is none; errorText says why.
    Q_INVOKABLE bool add(const mmm::SharedSecret& text, const QString& checkCode);
    /// Takes what a code or the clipboard holds.
    Q_INVOKABLE bool addScanned(const QString& text);
    Q_INVOKABLE void removeShare(int row);
    /// Opens the record that belongs to the shares.
    Q_INVOKABLE void readRecord(const QUrl& file);
    /// Something outside could not be read.
    Q_INVOKABLE void complain(const QString& text);
    Q_INVOKABLE void clear();

    // for C++
    [[nodiscard]] std::vector<mesh::EscrowShare> shares() const;
    [[nodiscard]] const Bytes& record() const { return m_record; }

signals:
    void changed();

private:
    struct Row
    {
        int number = 0; ///< tells rows apart
        mesh::EscrowShare share;
        mesh::ShareVerdict verdict = mesh::ShareVerdict::Fits;
    };

    bool take(mesh::EscrowShare share);
    void judge();
    void setError(const QString& text);
    [[nodiscard]] QString verdictText(const Row& row) const;

    std::vector<Row> m_rows;
    mesh::ShareJudgement m_judgement;
    Bytes m_record;
    QString m_recordName;
    QString m_errorText;
    int m_lastNumber = 0;
    int m_judged = 0; ///< older judgements do not count
    int m_running = 0;
    WorkQueue m_queue;
};

} // namespace mmm::desktop
