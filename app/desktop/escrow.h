#pragma once

#include "mesh_link.h"
#include "share_collector.h"
#include "share_pages.h"
#include "share_set_model.h"

#include <QImage>

namespace mmm::desktop {

/// The shares that were just made, one row each; their text stays inside.
class MadeShareModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role
    {
        TitleRole = Qt::UserRole + 1, ///< "Share 2 of 3"
        HolderRole,
        CheckCodeRole,
    };

    explicit MadeShareModel(QObject* parent = nullptr) : mmm::desktop::RowModel(parent) {}

    void setPages(std::vector<SharePage> pages);
    [[nodiscard]] const std::vector<SharePage>& pages() const { return m_pages; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<SharePage> m_pages;
};

/// Escrow of the mesh's master key: shares are made, put on paper, checked, and the key is taken off this
/// device or brought back.
class Escrow : public QObject, public Published<Escrow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::Escrow::Place place READ place NOTIFY changed)
    /// The key is back until its next use.
    Q_PROPERTY(bool lent READ isLent NOTIFY changed)
    /// New shares can be made now.
    Q_PROPERTY(bool canMake READ canMake NOTIFY changed)
    /// The mesh is kept on this computer alone: without it there is nothing to be recovered from.
    Q_PROPERTY(bool embedded READ isEmbedded NOTIFY changed)
    Q_PROPERTY(mmm::desktop::ShareSetModel* sets READ sets CONSTANT)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)

    // the shares that were just made
    Q_PROPERTY(mmm::desktop::MadeShareModel* made READ made CONSTANT)
    Q_PROPERTY(bool hasRecordFile READ hasRecordFile NOTIFY changed)
    /// Each of them has left this program at least once, and the record's file, too.
    Q_PROPERTY(bool handedOut READ isHandedOut NOTIFY changed)
    Q_PROPERTY(QStringList printers READ printers NOTIFY printersChanged)
    /// The page that is looked at.
    Q_PROPERTY(QImage picture READ picture NOTIFY pictureChanged)

    // a share that was checked
    Q_PROPERTY(mmm::desktop::Escrow::Finding finding READ finding NOTIFY checkChanged)
    Q_PROPERTY(QString findingText READ findingText NOTIFY checkChanged)
public:
    enum Place
    {
        Elsewhere,
        Here,
        HereWithoutSeed, ///< only shares of a record can be made
    };
    Q_ENUM(Place)
    enum Finding
    {
        NotChecked,
        Right,
        Unknown,
        Bad,
    };
    Q_ENUM(Finding)
    enum Record
    {
        NoRecord,
        RecordAtService,
        RecordInFile,
    };
    Q_ENUM(Record)

    explicit Escrow(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] Place place() const;
    [[nodiscard]] bool isLent() const { return m_state.isLent; }
    [[nodiscard]] bool canMake() const { return isLent() || place() != Elsewhere; }
    [[nodiscard]] bool isEmbedded() const { return m_embedded; }
    [[nodiscard]] ShareSetModel* sets() { return &m_sets; }
    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] MadeShareModel* made() { return &m_made; }
    [[nodiscard]] bool hasRecordFile() const { return !m_record.empty(); }
    [[nodiscard]] bool isHandedOut() const { return m_handedOut && (m_record.empty() || m_recordHandedOut); }
    [[nodiscard]] QStringList printers() const { return m_printers; }
    [[nodiscard]] QImage picture() const { return m_picture; }
    [[nodiscard]] Finding finding() const { return m_finding; }
    [[nodiscard]] QString findingText() const { return m_findingText; }

    Q_INVOKABLE void refresh();
    /// For lists to choose from.
    Q_INVOKABLE QStringList numbers(int first, int last) const;
    /// Who shall have the share of this row of the next set.
    Q_INVOKABLE void setHolder(int row, const QString& name);
    Q_INVOKABLE void make(int threshold, int count, mmm::desktop::Escrow::Record record);
    /// Forgets the shares; only who has them has them then.
    Q_INVOKABLE void finish();
    /// Draws the page of a share; -1 puts the picture away.
    Q_INVOKABLE void look(int row);
    Q_INVOKABLE void copyShare(int row);
    /// All pages, or the one of a row, as a PDF file.
    Q_INVOKABLE void savePdf(const QUrl& file, int row);
    Q_INVOKABLE void print(const QString& printer, int row);
    Q_INVOKABLE void findPrinters();
    Q_INVOKABLE void saveRecord(const QUrl& file);

    /// Says in `finding` what a share is to this device.
    Q_INVOKABLE void check(const mmm::SharedSecret& text, const QString& checkCode);
    Q_INVOKABLE void checkScanned(const QString& text);
    Q_INVOKABLE void forgetCheck();
    /// No more is remembered of a set.
    Q_INVOKABLE void forgetSet(const QString& setId);

    /// Takes the master key off this device; the shares prove that they bring it back.
    Q_INVOKABLE void moveAway(mmm::desktop::ShareCollector* proof);
    /// Brings it back for one use.
    Q_INVOKABLE void lend(mmm::desktop::ShareCollector* shares);

signals:
    void changed();
    void printersChanged();
    void pictureChanged();
    void checkChanged();
    void sharesMade();
    void pagesSaved();
    void pagesPrinted();
    void recordSaved();
    void movedAway();
    void lentToUs();

private:
    struct Made
    {
        Result<mesh::MadeShares> shares;
        mesh::ServiceInfo service;
    };

    template<typename Work, typename Done>
    void perform(Work work, Done done);
    [[nodiscard]] std::vector<SharePage> pagesOf(int row) const;
    void take(Made made, Record record);
    void checkShare(const mesh::EscrowShare& share);
    void setFinding(Finding finding, const QString& text);
    void fail(const Error& error);

    MeshLink& m_link;
    mesh::RecoveryState m_state;
    bool m_embedded = false;
    ShareSetModel m_sets;
    QStringList m_holders; ///< of the next set
    MadeShareModel m_made;
    Bytes m_record;
    bool m_handedOut = false;
    bool m_recordHandedOut = false;
    QStringList m_printers;
    QImage m_picture;
    int m_looked = 0; ///< older pictures do not count
    Finding m_finding = NotChecked;
    QString m_findingText;
    int m_running = 0;
    int m_number = 0; ///< of the time since the catalogs came; answers of before do not count
    QString m_errorText;
    WorkQueue m_paper;
};

} // namespace mmm::desktop
