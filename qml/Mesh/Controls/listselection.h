#pragma once

#include <QItemSelectionModel>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// Which rows of a flat list are chosen, with the habits of every desktop list: a click chooses one, Ctrl
/// adds and takes away, Shift extends from the last plain choice.
///
/// Choices belong to entries, not to row numbers: they stay right when rows are inserted, removed or sorted.
/// Row numbers outside the model are ignored. GUI thread.
class ListSelection : public QItemSelectionModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Grows with every change, so that a binding on contains() can depend on it.
    Q_PROPERTY(int revision READ revision NOTIFY changed)

public:
    explicit ListSelection(QObject* parent = nullptr);

    [[nodiscard]] int count() const;
    [[nodiscard]] int revision() const { return m_revision; }

    /// Takes the model of a view; something that is not an item model (a number, an array) leaves none.
    Q_INVOKABLE void follow(const QVariant& viewModel);
    Q_INVOKABLE [[nodiscard]] bool contains(int row) const;
    /// Chosen rows, ascending.
    Q_INVOKABLE [[nodiscard]] QList<int> rows() const;
    Q_INVOKABLE void selectOnly(int row);
    Q_INVOKABLE void toggle(int row);
    /// Chooses everything between the anchor (the last row of selectOnly or toggle) and `row`.
    Q_INVOKABLE void extendTo(int row);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void selectNone();

    /// The first row at or after `from` (wrapping round) whose text in the role named `role` begins with
    /// `prefix`, case ignored; -1 for none.
    Q_INVOKABLE [[nodiscard]] int rowBeginningWith(const QString& prefix, const QString& role,
                                                   int from) const;

signals:
    void changed();

private:
    [[nodiscard]] QModelIndex at(int row) const;
    void touch();

    QPersistentModelIndex m_anchor;
    int m_revision = 0;
};

} // namespace mmm::controls
