#pragma once

#include "schema/applications.h"
#include "schema/catalog_entries.h"
#include "schema/contact.h"
#include "schema/task.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mmm::mesh {

/// One catalog of the account, with its lock: every call is complete in itself and may come from any thread.
/// Writes are on the disk when they return and are exchanged in the background.
template<typename Entry>
class SharedCatalog
{
public:
    struct Row
    {
        std::string id;
        Entry entry;
        TimePoint modified;
        bool pending = false;
        bool conflicted = false;
        std::string className{}; ///< that it is stored as: the contacts are people and groups
    };

    virtual ~SharedCatalog() = default;
    [[nodiscard]] virtual std::string name() const = 0; ///< canonical (WIRE F.1)
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// Every entry; the visitor is called with the lock held and must not call back. Secrets of credentials
    /// are left out here; read() has them.
    virtual void visit(const std::function<void(const Row&)>&) const = 0;
    [[nodiscard]] virtual Result<Row> read(const std::string& id) const = 0;
    /// Adds, and gives the new entry's id. Fault::Exists if its primary key is in use.
    [[nodiscard]] virtual Result<std::string> add(const Entry&) = 0;
    /// As one batch: one signature and one write for all.
    [[nodiscard]] virtual Result<std::vector<std::string>> addAll(const std::vector<Entry>&) = 0;
    [[nodiscard]] virtual Status update(const std::string& id, const Entry&) = 0;
    [[nodiscard]] virtual Status removeAll(const std::vector<std::string>& ids) = 0;
    /// Ids of the entries whose shown fields contain every word, accents and case folded.
    [[nodiscard]] virtual std::vector<std::string> search(const std::string& words) const = 0;

    struct Version
    {
        std::int64_t version = 0; ///< as readVersion() and restore() take it
        TimePoint when;
        std::string device; ///< name of the device that wrote it
        bool removed = false;
    };
    [[nodiscard]] virtual Result<std::vector<Version>> history(const std::string& id) const = 0;
    [[nodiscard]] virtual Result<Entry> readVersion(const std::string& id, std::int64_t version) const = 0;
    [[nodiscard]] virtual Status restore(const std::string& id, std::int64_t version) = 0;

    struct Conflict
    {
        std::string id;
        std::optional<Entry> mine;   ///< absent: removed here
        std::optional<Entry> theirs; ///< absent: removed elsewhere
    };
    [[nodiscard]] virtual std::vector<Conflict> conflicts() const = 0;
    /// Ends a conflict with this value; std::nullopt removes the entry.
    [[nodiscard]] virtual Status resolve(const std::string& id, const std::optional<Entry>&) = 0;
};

/// The account of the personal mesh as the application uses it.
class Account
{
public:
    virtual ~Account() = default;
    [[nodiscard]] virtual std::string address() const = 0; ///< name@domain
    [[nodiscard]] virtual std::string udf() const = 0;

    [[nodiscard]] virtual SharedCatalog<schema::Contact>& contacts() = 0;
    [[nodiscard]] virtual SharedCatalog<schema::CatalogedBookmark>& bookmarks() = 0;
    [[nodiscard]] virtual SharedCatalog<schema::Task>& tasks() = 0;
    [[nodiscard]] virtual SharedCatalog<schema::CatalogedCredential>& credentials() = 0;
    /// Settings of SSH. The keys of the account's own devices are not among the authorised keys here: see
    /// Applications.
    [[nodiscard]] virtual SharedCatalog<schema::CatalogedApplicationSSH>& sshProfiles() = 0;
    [[nodiscard]] virtual SharedCatalog<schema::CatalogedApplicationMail>& mailAccounts() = 0;
    [[nodiscard]] virtual SharedCatalog<schema::CatalogedNetwork>& networks() = 0;
};

} // namespace mmm::mesh
