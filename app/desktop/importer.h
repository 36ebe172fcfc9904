#pragma once

#include "import_preview.h"
#include "interchange/import_file.h"
#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Brings the entries of files of another program into the account: read, shown, and on commit() added as one
/// batch.
class Importer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(mmm::desktop::Importer::Kind kind READ kind NOTIFY changed)
    /// Such as "Passwords from Firefox".
    Q_PROPERTY(QString kindText READ kindText NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(mmm::desktop::ImportPreview* preview READ preview CONSTANT)
    /// Rows of the file that cannot be used.
    Q_PROPERTY(int skippedCount READ skippedCount NOTIFY changed)
    /// What is lost on the way, in words; may be empty.
    Q_PROPERTY(QString noteText READ noteText NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// 0 to 1; below 0 when not known.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// What became of it; empty before commit() is done.
    Q_PROPERTY(QString reportText READ reportText NOTIFY changed)
public:
    enum Kind
    {
        Nothing,
        BookmarkList,
        PasswordList,
        NetworkList,
        TaskList,
    };
    Q_ENUM(Kind)

    explicit Importer(QObject* parent = nullptr);
    explicit Importer(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QString kindText() const;
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] ImportPreview* preview() { return &m_preview; }
    [[nodiscard]] int skippedCount() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] double progress() const { return -1; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString reportText() const { return m_reportText; }

    /// Reads the files and fills the preview; nothing is changed yet. Of several files, those that cannot be
    /// read and those with entries of another kind than the first are named and left out.
    Q_INVOKABLE void openAll(const QList<QUrl>& files);
    void open(const QUrl& file) { openAll({file}); }
    /// Says that what was dropped is nothing of the kind; `patterns` such as "*.csv".
    Q_INVOKABLE void refuse(const QString& patterns);
    /// Adds what is selected.
    Q_INVOKABLE void commit();
    /// Forgets the file and its contents.
    Q_INVOKABLE void clear();

signals:
    void changed();
    void opened();
    void committed(int count);

private:
    /// A file and what of it is there already.
    struct Read
    {
        Result<interchange::ImportFile> file;
        std::vector<ImportPreview::Row> rows = {};
        std::vector<std::size_t> leftOut = {}; ///< which of several files
    };
    struct Added
    {
        std::size_t count = 0;
        std::size_t refused = 0; ///< one by one, because one like it exists
        Status status;
    };

    [[nodiscard]] static Read readAndCompare(const std::vector<std::filesystem::path>& paths,
                                             mesh::Account& account);
    /// What of a calendar is not taken over as it is.
    [[nodiscard]] static QStringList calendarNotes(const interchange::CalendarFile& calendar);
    /// What became of the files that the networks name.
    [[nodiscard]] static QStringList fileNotes(const interchange::NetworkFile& networks);
    template<typename Entry>
    void add(const std::vector<Entry>& entries, mesh::SharedCatalog<Entry>& catalog);
    void report(const Added& added);

    MeshLink& m_link;
    std::optional<interchange::ImportFile> m_file;
    ImportPreview m_preview;
    QString m_fileName;
    QStringList m_leftOut; ///< names of files
    QString m_errorText;
    QString m_reportText;
    bool m_busy = false;
    int m_number = 0;
};

} // namespace mmm::desktop
