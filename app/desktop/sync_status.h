#pragma once

#include "mesh_link.h"
#include "row_model.h"

namespace mmm::desktop {

/// What was found about the service or about stored data, the newest first.
class ProblemModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role
    {
        TextRole = Qt::UserRole + 1,
        AreaRole, ///< which catalog it is about, in words; may be empty
        WhenTextRole,
    };

    explicit ProblemModel(QObject* parent = nullptr) : RowModel(parent) {}

    void add(const mesh::Problem& problem);
    Q_INVOKABLE void dismiss(int row);
    Q_INVOKABLE void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        QString text;
        QString area;
        TimePoint when;
        int number = 0;
    };

    std::vector<Row> m_rows;
    int m_number = 0;
};

/// Whether this device and the service have the same.
class SyncStatus : public QObject, public Published<SyncStatus>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::SyncStatus::Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY changed)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY changed)
    /// Of the work in hand, 0 to 1; below 0 when not known.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// Entries arrive from the service now.
    Q_PROPERTY(bool receiving READ isReceiving NOTIFY changed)
    Q_PROPERTY(QString lastSuccessText READ lastSuccessText NOTIFY changed)
    Q_PROPERTY(mmm::desktop::ProblemModel* problems READ problems CONSTANT)
public:
    enum Phase
    {
        Idle,
        Working,
        Offline,
        Attention,
    };
    Q_ENUM(Phase)

    explicit SyncStatus(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] int pendingCount() const { return int(m_state.pending); }
    [[nodiscard]] int conflictCount() const { return int(m_state.conflicts); }
    [[nodiscard]] double progress() const { return m_state.progress; }
    [[nodiscard]] bool isReceiving() const;
    [[nodiscard]] QString lastSuccessText() const;
    [[nodiscard]] ProblemModel* problems() { return &m_problems; }

    Q_INVOKABLE void syncNow();

signals:
    void changed();
    /// Something was found that the person should see.
    void problemFound(const QString& text);

private:
    void take(const mesh::SyncState& state);

    MeshLink& m_link;
    mesh::SyncState m_state;
    ProblemModel m_problems;
};

} // namespace mmm::desktop
