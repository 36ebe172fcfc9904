#pragma once

#include "row_model.h"

namespace mmm::desktop {

/// What an import would bring, entry by entry; the person takes out what is not wanted. No passwords.
class ImportPreview : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)
    Q_PROPERTY(int duplicateCount READ duplicateCount NOTIFY countChanged)
public:
    enum Role
    {
        TitleRole = Qt::UserRole + 1,
        SubtitleRole,
        DuplicateRole, ///< there already, or earlier in the file
        SelectedRole,
    };

    struct Row
    {
        QString title;
        QString subtitle;
        bool isDuplicate = false;
        bool isSelected = true;
    };

    explicit ImportPreview(QObject* parent = nullptr) : RowModel(parent) {}

    void setRows(std::vector<Row> rows);
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] int selectedCount() const;
    [[nodiscard]] int duplicateCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void setSelected(int row, bool selected);
    /// All but what is there already.
    Q_INVOKABLE void selectNew();
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void selectNone();

signals:
    void selectionChanged();

private:
    template<typename Choose>
    void choose(Choose choose);

    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
