#include "entry_editor.h"

#include "fault_text.h"
#include "text.h"

#include <QUrl>

namespace mmm::desktop {

namespace {

/// All that a form shows of one entry, read in one go.
struct Opened
{
    Result<std::any> entry;
    std::vector<CatalogAccess::Version> history;
    std::optional<CatalogAccess::Conflict> conflict;
};

/// An entry as the catalog has it now; it completes a new one, with a key for one.
struct Written
{
    std::string id;
    std::any entry;
};

/// Versions that wait to be sent have numbers below 0.
template<typename Wanted>
std::optional<CatalogAccess::Version> newest(const std::vector<CatalogAccess::Version>& history,
                                             Wanted isWanted)
{
    for (const CatalogAccess::Version& version : history) {
        if (isWanted(version.version))
            return version;
    }
    return std::nullopt;
}

} // namespace

EntryEditor::EntryEditor(MeshLink& link, CatalogKind kind, QObject* parent)
    : QObject(parent),
      m_link(link),
      m_kind(kind)
{
    connect(&link, &MeshLink::catalogChanged, this, [this](CatalogKind changed, const QStringList& ids) {
        if (changed == m_kind && !m_id.isEmpty() && (ids.isEmpty() || ids.contains(m_id)))
            readAll(isDirty());
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (!available)
            clear();
    });
    connect(&link, &MeshLink::aboutToHide, this, &EntryEditor::keepDraft);
    connect(this, &EntryEditor::entryChanged, this, &EntryEditor::fieldsChanged);
}

bool EntryEditor::isDirty() const
{
    const CatalogAccess* access = m_link.catalog(m_kind);
    return m_loaded && access != nullptr && !access->isEqual(m_entry, edited());
}

void EntryEditor::clear()
{
    ++m_number;
    m_id.clear();
    m_loaded = false;
    m_draft.reset();
    m_entry = emptyEntry();
    m_conflict.reset();
    m_conflictFields.setFields({}, {});
    m_versions.setVersions({});
    setError({});
    take(m_entry);
    m_loaded = false;
    emit conflictChanged();
    emit entryChanged();
}

void EntryEditor::startNew()
{
    clear();
    m_loaded = true;
    emit entryChanged();
}

void EntryEditor::startFrom(std::any entry)
{
    startNew();
    m_draft = std::move(entry);
    showDraft();
}

void EntryEditor::load(const QString& id)
{
    if (id.isEmpty()) {
        clear();
        return;
    }
    clear();
    m_id = id;
    readAll(false);
    emit entryChanged();
}

void EntryEditor::keepDraft()
{
    if (isDirty())
        m_link.keepDraft(m_kind, fromText(m_id), SharedSecret(m_link.catalog(m_kind)->toJson(edited())));
}

bool EntryEditor::resumeDraft()
{
    const CatalogAccess* access = m_link.catalog(m_kind);
    const std::optional<Draft> draft = access == nullptr ? std::nullopt : m_link.takeDraft(m_kind);
    if (!draft)
        return false;
    Result<std::any> entry = access->fromJson(draft->entry.view());
    if (!entry)
        return false;
    if (draft->id.empty())
        startNew();
    else
        load(toText(draft->id));
    m_draft = std::move(*entry);
    if (draft->id.empty())
        showDraft();
    return true;
}

void EntryEditor::showDraft()
{
    if (!m_draft.has_value())
        return;
    show(std::exchange(m_draft, {}));
    check();
    emit fieldsChanged();
}

void EntryEditor::readAll(bool keepFields)
{
    const int number = ++m_number;
    m_link.runOnCatalog(
        m_kind, this,
        [id = fromText(m_id)](CatalogAccess& access) {
            Opened opened{access.read(id), {}, access.conflict(id)};
            if (auto history = access.history(id))
                opened.history = std::move(*history);
            return opened;
        },
        [this, number, keepFields](Opened opened) {
            if (number != m_number)
                return;
            m_mine = newest(opened.history, [](std::int64_t version) { return version < 0; });
            m_theirs = newest(opened.history, [](std::int64_t version) { return version >= 0; });
            m_versions.setVersions(std::move(opened.history));
            m_conflict = std::move(opened.conflict);
            m_conflictFields.setFields(
                m_conflict && m_conflict->mine.has_value() ? describe(m_conflict->mine) : QList<FieldText>(),
                m_conflict && m_conflict->theirs.has_value() ? describe(m_conflict->theirs)
                                                             : QList<FieldText>());
            emit conflictChanged();
            if (opened.entry) {
                if (!keepFields) {
                    take(std::move(*opened.entry));
                    showDraft();
                } else if (!m_link.catalog(m_kind)->isEqual(m_entry, *opened.entry)) {
                    setError(tr("This was changed on another device meanwhile. Saving replaces that change; "
                                "it stays among the earlier versions."));
                }
            } else if (opened.entry.error().fault == Fault::NotFound && m_loaded) {
                if (!m_conflict)
                    emit entryRemoved();
            } else if (!m_conflict) {
                setError(faultText(opened.entry.error()));
            }
        });
}

void EntryEditor::take(std::any entry)
{
    m_entry = std::move(entry);
    m_touched.clear();
    m_showAll = false;
    show(m_entry);
    m_loaded = true;
    check();
    emit entryChanged();
}

void EntryEditor::revert()
{
    if (m_loaded)
        take(m_entry);
    setError({});
}

void EntryEditor::save()
{
    if (!m_loaded || m_busy)
        return;
    check();
    if (!isValid()) {
        m_showAll = true;
        emit fieldsChanged();
        return;
    }
    if (!isNew() && !isDirty()) {
        emit saved(m_id);
        return;
    }
    setError({});
    setBusy(true);
    m_link.runOnCatalog(
        m_kind, this,
        [id = fromText(m_id), entry = edited()](CatalogAccess& access) -> Result<Written> {
            Written written{id, entry};
            if (id.empty()) {
                MMM_TRY(written.id, access.add(entry));
            } else {
                MMM_CHECK(access.update(id, entry));
            }
            if (auto now = access.read(written.id))
                written.entry = std::move(*now);
            return written;
        },
        [this, before = m_id](const Result<Written>& outcome) {
            setBusy(false);
            if (before != m_id) // the person is elsewhere already
                return;
            if (outcome)
                finish(toText(outcome->id), outcome->entry);
            else
                setError(faultText(outcome.error()));
        });
}

void EntryEditor::finish(const QString& id, const std::any& entry)
{
    setError({}); // while this was written, it could look like someone else's change
    m_id = id;
    take(entry);
    emit saved(m_id);
    readAll(true);
}

bool EntryEditor::canKeepBoth() const
{
    // two with the same key cannot live side by side; a credential or a bookmark would be refused as existing
    return m_conflict && m_conflict->mine.has_value() && m_conflict->theirs.has_value() &&
           (m_kind == CatalogKind::Contacts || m_kind == CatalogKind::Tasks);
}

QString EntryEditor::mineOrigin() const
{
    return m_mine ? tr("This device, %1").arg(agoText(m_mine->when, nowForText())) : tr("This device");
}

QString EntryEditor::theirsOrigin() const
{
    const QString device =
        m_theirs && !m_theirs->device.empty() ? toText(m_theirs->device) : tr("Another device");
    return m_theirs ? tr("%1, %2").arg(device, agoText(m_theirs->when, nowForText())) : device;
}

void EntryEditor::keepMine()
{
    if (m_conflict)
        settle(m_conflict->mine, {});
}

void EntryEditor::keepTheirs()
{
    if (m_conflict)
        settle(m_conflict->theirs, {});
}

void EntryEditor::keepBoth()
{
    if (canKeepBoth())
        settle(m_conflict->theirs, m_conflict->mine);
}

void EntryEditor::settle(std::any chosen, std::any further)
{
    if (m_busy)
        return;
    setError({});
    setBusy(true);
    m_link.runOnCatalog(
        m_kind, this,
        [id = fromText(m_id), chosen, further](CatalogAccess& access) -> Status {
            if (further.has_value())
                MMM_CHECK(access.add(further));
            return access.resolve(id, chosen);
        },
        [this, id = m_id, kept = chosen.has_value()](const Status& status) {
            setBusy(false);
            if (id != m_id)
                return;
            if (!status) {
                setError(faultText(status.error()));
            } else if (kept) {
                readAll(false);
            } else {
                clear();
                emit entryRemoved();
            }
        });
}

void EntryEditor::restoreVersion(int row)
{
    const std::optional<std::int64_t> version = m_versions.versionAt(row);
    if (!version || m_busy)
        return;
    setError({});
    setBusy(true);
    m_link.runOnCatalog(
        m_kind, this,
        [id = fromText(m_id), version = *version](CatalogAccess& access) {
            return access.restore(id, version);
        },
        [this, id = m_id](const Status& status) {
            setBusy(false);
            if (id != m_id)
                return;
            if (!status) {
                setError(faultText(status.error()));
                return;
            }
            readAll(false);
            emit restored(id);
        });
}

void EntryEditor::touched(const char* field)
{
    m_touched.insert(QString::fromLatin1(field));
    check();
    emit fieldsChanged();
}

void EntryEditor::check()
{
    m_findings = findings();
}

QString EntryEditor::finding(const char* field) const
{
    const QString name = QString::fromLatin1(field);
    return m_showAll || m_touched.contains(name) ? m_findings.value(name) : QString();
}

void EntryEditor::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void EntryEditor::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

QString completedAddress(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.contains(QLatin1Char(':')))
        return trimmed;
    return trimmed.contains(QLatin1Char('.')) && !trimmed.contains(QLatin1Char(' '))
               ? QStringLiteral("https://") + trimmed
               : trimmed;
}

} // namespace mmm::desktop
