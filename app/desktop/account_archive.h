#pragma once

#include "mesh/archive.h"
#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The account as one file, and back: one at a time, in the background.
///
/// An archive that was opened before there is a mesh is restored once there is one, if restoreOnceReady() was
/// called. It is closed when the mesh is locked.
class AccountArchive : public QObject, public Published<AccountArchive>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::AccountArchive::Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// 0 to 1; below 0 while that is not known.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    // of an archive that is open
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString ownerName READ ownerName NOTIFY changed)
    /// When and where it was written.
    Q_PROPERTY(QString originText READ originText NOTIFY changed)
    /// Such as "12 contacts".
    Q_PROPERTY(QString contentsText READ contentsText NOTIFY changed)
    /// What restoring it does, and what it does not.
    Q_PROPERTY(QString meaningText READ meaningText NOTIFY changed)
    /// What came of saving or restoring.
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
public:
    enum Phase
    {
        Idle,
        Saving,
        Saved,
        Opening,
        Opened,
        Restoring,
        Restored,
    };
    Q_ENUM(Phase)

    explicit AccountArchive(MeshLink& link, QObject* parent = nullptr);
    ~AccountArchive() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString ownerName() const;
    [[nodiscard]] QString originText() const;
    [[nodiscard]] QStringList contents() const;
    [[nodiscard]] QString contentsText() const { return contents().join(QStringLiteral(" · ")); }
    [[nodiscard]] QString meaningText() const;
    [[nodiscard]] QString resultText() const { return m_resultText; }

    /// What is wrong with a passphrase for a new archive, typed twice; empty if nothing is.
    Q_INVOKABLE QString passphraseError(const mmm::SharedSecret& passphrase,
                                        const mmm::SharedSecret& repeated) const;
    Q_INVOKABLE void save(const QUrl& file, const mmm::SharedSecret& passphrase);
    /// Reads and verifies all of it.
    Q_INVOKABLE void open(const QUrl& file, const mmm::SharedSecret& passphrase);
    /// Merges what is open into the account.
    Q_INVOKABLE void restore();
    /// The same with the account that is about to be made.
    Q_INVOKABLE void restoreOnceReady();
    /// Stops what is under way: what is open stays open.
    Q_INVOKABLE void stop();
    /// Stops and forgets.
    Q_INVOKABLE void clear();

signals:
    void changed();
    void progressChanged();

private:
    void begin(Phase phase, const QUrl& file);
    /// Back to what was before the work, with what went wrong.
    void fail(const Error& error);
    void report(const std::vector<mesh::RestoredCatalog>& restored);
    [[nodiscard]] mesh::Archives::Progress reporter();

    MeshLink& m_link;
    Phase m_phase = Idle;
    int m_number = 0; ///< of the latest work; what is told of others does not count
    double m_progress = -1;
    QString m_errorText;
    QString m_fileName;
    QString m_resultText;
    std::shared_ptr<mesh::OpenArchive> m_archive;
    bool m_isAwaitingMesh = false;
    std::stop_source m_running;
};

} // namespace mmm::desktop
