#pragma once

#include "schema/task.h"

#include "mesh/account.h"

#include <QStringList>
#include <map>
#include <mutex>

namespace mmm::test {

/// A catalog in memory, with failures on demand. What it tells its observer is what the real one tells.
template<typename Entry>
class ScriptedCatalog final : public mesh::SharedCatalog<Entry>
{
public:
    using Base = mesh::SharedCatalog<Entry>;
    using Row = typename Base::Row;
    using Version = typename Base::Version;
    using Conflict = typename Base::Conflict;
    using Changed = std::function<void(const std::string&, const std::vector<std::string>&)>;
    using Text = std::function<std::string(const Entry&)>;

    ScriptedCatalog(std::string_view name, Text text, Changed changed)
        : m_name(name),
          m_text(std::move(text)),
          m_changed(std::move(changed))
    {}

    /// The next change fails with this.
    void failNext(Fault fault) { m_fault = fault; }
    [[nodiscard]] std::size_t batches() const { return m_batches; }

    /// As if another device had written.
    std::string arrive(const Entry& entry, std::string id = {}, const std::string& className = {})
    {
        {
            const std::lock_guard lock(m_mutex);
            if (id.empty())
                id = newId();
            write(id, entry);
            m_rows[id].pending = false;
            m_rows[id].className = className;
        }
        m_changed(m_name, {id});
        return id;
    }
    void disappear(const std::string& id)
    {
        {
            const std::lock_guard lock(m_mutex);
            erase(id);
        }
        m_changed(m_name, {id});
    }
    void conflict(const std::string& id, std::optional<Entry> mine, std::optional<Entry> theirs)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_conflicts[id] = {id, std::move(mine), std::move(theirs)};
            m_rows[id].conflicted = true;
        }
        m_changed(m_name, {id});
    }
    /// Many entries at once, without a word to the observer.
    void fill(const std::vector<Entry>& entries)
    {
        const std::lock_guard lock(m_mutex);
        for (const Entry& entry : entries)
            write(newId(), entry);
    }

    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] std::size_t size() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_rows.size();
    }
    void visit(const std::function<void(const Row&)>& visitor) const override
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, row] : m_rows) {
            if constexpr (requires { row.entry.password; }) {
                Row shown = row;
                shown.entry.password = {};
                visitor(shown);
            } else {
                visitor(row);
            }
        }
    }
    [[nodiscard]] Result<Row> read(const std::string& id) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_rows.find(id);
        if (found == m_rows.end())
            return fail(Fault::NotFound, "no such entry");
        return found->second;
    }
    [[nodiscard]] Result<std::string> add(const Entry& entry) override
    {
        MMM_TRY(const std::vector<std::string> ids, addAll({entry}));
        return ids.front();
    }
    [[nodiscard]] Result<std::vector<std::string>> addAll(const std::vector<Entry>& entries) override
    {
        std::vector<std::string> ids;
        {
            const std::lock_guard lock(m_mutex);
            MMM_CHECK(takeFault());
            ++m_batches;
            for (Entry entry : entries) {
                ids.push_back(newId());
                if constexpr (requires { entry.key; })
                    entry.key = ids.back();
                write(ids.back(), entry);
            }
        }
        m_changed(m_name, ids);
        return ids;
    }
    [[nodiscard]] Status update(const std::string& id, const Entry& entry) override
    {
        {
            const std::lock_guard lock(m_mutex);
            MMM_CHECK(takeFault());
            if (!m_rows.contains(id))
                return fail(Fault::NotFound, "no such entry");
            write(id, entry);
        }
        m_changed(m_name, {id});
        return {};
    }
    [[nodiscard]] Status removeAll(const std::vector<std::string>& ids) override
    {
        {
            const std::lock_guard lock(m_mutex);
            MMM_CHECK(takeFault());
            for (const std::string& id : ids)
                erase(id);
        }
        m_changed(m_name, ids);
        return {};
    }
    [[nodiscard]] std::vector<std::string> search(const std::string& words) const override
    {
        const std::lock_guard lock(m_mutex);
        const QStringList wanted = QString::fromStdString(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        std::vector<std::string> found;
        for (const auto& [id, row] : m_rows) {
            const QString text = QString::fromStdString(m_text(row.entry));
            if (std::all_of(wanted.begin(), wanted.end(),
                            [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
                found.push_back(id);
        }
        return found;
    }
    [[nodiscard]] Result<std::vector<Version>> history(const std::string& id) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_history.find(id);
        if (found == m_history.end())
            return fail(Fault::NotFound, "no such entry");
        std::vector<Version> versions;
        for (std::size_t i = found->second.size(); i-- > 0;)
            versions.push_back(
                {std::int64_t(i), found->second[i].when, "This computer", !found->second[i].entry});
        return versions;
    }
    [[nodiscard]] Result<Entry> readVersion(const std::string& id, std::int64_t version) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_history.find(id);
        if (found == m_history.end() || version < 0 || version >= std::int64_t(found->second.size()) ||
            !found->second[std::size_t(version)].entry)
            return fail(Fault::NotFound, "no such version");
        return *found->second[std::size_t(version)].entry;
    }
    [[nodiscard]] Status restore(const std::string& id, std::int64_t version) override
    {
        MMM_TRY(const Entry entry, readVersion(id, version));
        {
            const std::lock_guard lock(m_mutex);
            MMM_CHECK(takeFault());
            write(id, entry);
        }
        m_changed(m_name, {id});
        return {};
    }
    [[nodiscard]] std::vector<Conflict> conflicts() const override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Conflict> all;
        for (const auto& [id, one] : m_conflicts)
            all.push_back(one);
        return all;
    }
    [[nodiscard]] Status resolve(const std::string& id, const std::optional<Entry>& entry) override
    {
        {
            const std::lock_guard lock(m_mutex);
            MMM_CHECK(takeFault());
            if (m_conflicts.erase(id) == 0)
                return fail(Fault::NotFound, "no conflict");
            if (entry)
                write(id, *entry);
            else
                erase(id);
        }
        m_changed(m_name, {id});
        return {};
    }

private:
    struct Past
    {
        std::optional<Entry> entry;
        TimePoint when;
    };

    std::string newId() { return "id-" + std::to_string(++m_number); }
    void write(const std::string& id, const Entry& entry)
    {
        const std::string className = m_rows[id].className;
        m_rows[id] = Row{id, entry, SystemClock().now(), true, false, className};
        m_history[id].push_back({entry, SystemClock().now()});
    }
    void erase(const std::string& id)
    {
        if (m_rows.erase(id) != 0)
            m_history[id].push_back({std::nullopt, SystemClock().now()});
    }
    Status takeFault()
    {
        if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
            return fail(*fault, "scripted");
        return {};
    }

    const std::string m_name;
    const Text m_text;
    const Changed m_changed;
    mutable std::mutex m_mutex;
    std::map<std::string, Row> m_rows;
    std::map<std::string, std::vector<Past>> m_history;
    std::map<std::string, Conflict> m_conflicts;
    std::optional<Fault> m_fault;
    std::size_t m_number = 0;
    std::size_t m_batches = 0;
};

} // namespace mmm::test
