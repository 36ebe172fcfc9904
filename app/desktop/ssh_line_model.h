#pragma once

#include "ssh/read_file.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Lines of known_hosts or authorized_keys in a form. There may be thousands: only the first ones are rows
/// until more are asked for.
class SshLineModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of SshEditor")
    /// Lines altogether.
    Q_PROPERTY(int total READ total NOTIFY totalChanged)
    /// Lines that are no rows yet.
    Q_PROPERTY(int hiddenCount READ hiddenCount NOTIFY totalChanged)
public:
    enum Role
    {
        TitleRole = Qt::UserRole + 1, ///< whose key it is
        DetailRole,                   ///< type, fingerprint, what is special
    };

    explicit SshLineModel(ssh::FileKind kind, QObject* parent = nullptr);

    void setLines(std::vector<std::string> lines);
    [[nodiscard]] const std::vector<std::string>& lines() const { return m_lines; }
    /// Adds those that are not there yet; how many.
    int merge(const std::vector<std::string>& lines);

    [[nodiscard]] int total() const { return int(m_lines.size()); }
    [[nodiscard]] int hiddenCount() const { return total() - m_shown; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Adds the lines of a text; what is wrong with it, or nothing.
    Q_INVOKABLE QString addText(const QString& text);
    Q_INVOKABLE void removeLine(int row);
    Q_INVOKABLE void showMore();

    static constexpr int pageSize = 20;

signals:
    void totalChanged();
    /// The person changed something.
    void edited();

private:
    const ssh::FileKind m_kind;
    std::vector<std::string> m_lines;
    int m_shown = 0;
};

} // namespace mmm::desktop
