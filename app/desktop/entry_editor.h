#pragma once

#include "conflict_model.h"
#include "mesh_link.h"
#include "version_model.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The form of one entry: its fields as properties, checked while the person types, saved as a whole.
///
/// Changes from elsewhere are taken over as long as the person has changed nothing. Members of the entry that
/// the form does not show are kept.
class EntryEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Base of the editors")

    /// Empty for a new entry.
    Q_PROPERTY(QString entryId READ entryId NOTIFY entryChanged)
    Q_PROPERTY(bool isNew READ isNew NOTIFY entryChanged)
    /// False until load() or startNew() has filled the form.
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY entryChanged)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY fieldsChanged)
    /// Whether save() would accept the fields.
    Q_PROPERTY(bool valid READ isValid NOTIFY fieldsChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    /// Earlier values, the newest first.
    Q_PROPERTY(mmm::desktop::VersionModel* versions READ versions CONSTANT)
    Q_PROPERTY(bool hasConflict READ hasConflict NOTIFY conflictChanged)
    /// The two values of a conflict, field by field.
    Q_PROPERTY(mmm::desktop::ConflictModel* conflict READ conflict CONSTANT)
    Q_PROPERTY(bool removedHere READ isRemovedHere NOTIFY conflictChanged)
    Q_PROPERTY(bool removedElsewhere READ isRemovedElsewhere NOTIFY conflictChanged)
    /// On which device each of the two values was written, and when.
    Q_PROPERTY(QString mineOrigin READ mineOrigin NOTIFY conflictChanged)
    Q_PROPERTY(QString theirsOrigin READ theirsOrigin NOTIFY conflictChanged)
    /// Whether both values can live on as two entries.
    Q_PROPERTY(bool canKeepBoth READ canKeepBoth NOTIFY conflictChanged)

public:
    [[nodiscard]] QString entryId() const { return m_id; }
    [[nodiscard]] bool isNew() const { return m_loaded && m_id.isEmpty(); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isValid() const { return m_findings.isEmpty(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] VersionModel* versions() { return &m_versions; }
    [[nodiscard]] bool hasConflict() const { return m_conflict.has_value(); }
    [[nodiscard]] ConflictModel* conflict() { return &m_conflictFields; }
    [[nodiscard]] bool isRemovedHere() const { return m_conflict && !m_conflict->mine.has_value(); }
    [[nodiscard]] bool isRemovedElsewhere() const { return m_conflict && !m_conflict->theirs.has_value(); }
    [[nodiscard]] QString mineOrigin() const;
    [[nodiscard]] QString theirsOrigin() const;
    [[nodiscard]] bool canKeepBoth() const;

    Q_INVOKABLE void load(const QString& id);
    Q_INVOKABLE void startNew();
    /// Fills the form with what was in it and not saved when the program was locked; false if nothing was.
    Q_INVOKABLE bool resumeDraft();
    /// Writes the entry; `saved` follows, or errorText says why not. With fields that are not right it only
    /// shows what is wrong with them.
    Q_INVOKABLE void save();
    /// The fields as they were loaded.
    Q_INVOKABLE void revert();
    Q_INVOKABLE void clear();
    Q_INVOKABLE void keepMine();
    Q_INVOKABLE void keepTheirs();
    /// Keeps theirs in place and mine as a further entry.
    Q_INVOKABLE void keepBoth();
    /// Makes an earlier version the present one.
    Q_INVOKABLE void restoreVersion(int row);

signals:
    void entryChanged();
    void fieldsChanged();
    void busyChanged();
    void errorTextChanged();
    void conflictChanged();
    void saved(const QString& id);
    void restored(const QString& id);
    /// The entry was removed on this or another device while it was open.
    void entryRemoved();

protected:
    EntryEditor(MeshLink& link, CatalogKind kind, QObject* parent);

    /// An entry with nothing in it.
    [[nodiscard]] virtual std::any emptyEntry() const = 0;
    /// Fills the fields.
    virtual void show(const std::any& entry) = 0;
    /// The entry with the fields' values, based on what was shown last.
    [[nodiscard]] virtual std::any edited() const = 0;
    /// What is wrong, by field.
    [[nodiscard]] virtual QHash<QString, QString> findings() const = 0;
    /// What a conflict shows of a value.
    [[nodiscard]] virtual QList<FieldText> describe(const std::any& entry) const = 0;

    /// Sets a field from its setter.
    template<typename Value>
    void edit(Value& member, const Value& value, const char* field)
    {
        if (member == value)
            return;
        member = value;
        touched(field);
    }
    void touched(const char* field);
    /// Begins a new entry with something in it already.
    void startFrom(std::any entry);
    /// What is wrong with a field, once the person has been there.
    [[nodiscard]] QString finding(const char* field) const;
    [[nodiscard]] MeshLink& link() const { return m_link; }

private:
    void take(std::any entry);
    void readAll(bool keepFields);
    void keepDraft();
    void showDraft();
    void finish(const QString& id, const std::any& entry);
    void settle(std::any chosen, std::any further);
    void setBusy(bool busy);
    void setError(const QString& text);
    void check();

    MeshLink& m_link;
    const CatalogKind m_kind;
    QString m_id;
    std::any m_entry; ///< as loaded
    bool m_loaded = false;
    bool m_busy = false;
    bool m_showAll = false; ///< findings of all fields, after an attempt to save
    int m_number = 0;       ///< of the latest load; older answers do not count
    QSet<QString> m_touched;
    QHash<QString, QString> m_findings;
    std::any m_draft; ///< to be shown once the entry that it belongs to is read
    QString m_errorText;
    VersionModel m_versions;
    ConflictModel m_conflictFields;
    std::optional<CatalogAccess::Conflict> m_conflict;
    std::optional<CatalogAccess::Version> m_mine;   ///< the newest that waits to be sent
    std::optional<CatalogAccess::Version> m_theirs; ///< the newest that the service has
};

/// Part of an address on the web that is missing is added: "example.com" becomes "https://example.com".
[[nodiscard]] QString completedAddress(const QString& text);

/// The largest number of characters in one field; what is longer is refused where it is typed.
inline constexpr qsizetype fieldLimit = 4096;

} // namespace mmm::desktop
