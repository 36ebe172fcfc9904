#pragma once

#include "base/error.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mmm::store {

/// Holds a data folder for this process alone. The lock is the operating system's, so it ends with the
/// process, however that ends. Move-only; released when destroyed.
class DataFolder
{
public:
    /// Makes the folder, for its owner only, if it is not there. The path is UTF-8 and absolute. InUse if
    /// another process (or another DataFolder of this one) holds it.
    [[nodiscard]] static Result<DataFolder> lock(const std::string& path);

    DataFolder(DataFolder&&) noexcept;
    DataFolder& operator=(DataFolder&&) noexcept;
    ~DataFolder();

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// The folder of one account: `<folder>/accounts/<account UDF>`. NameInvalid if the identifier is not a
    /// UDF in presentation form.
    [[nodiscard]] Result<std::string> accountDirectory(const std::string& accountUdf) const;

    /// Whether a data folder has folders of accounts; asked without holding it.
    [[nodiscard]] static bool holdsAccounts(const std::filesystem::path& path);

private:
    struct Lock;
    DataFolder(std::string path, std::unique_ptr<Lock> lock);

    std::string m_path;
    std::unique_ptr<Lock> m_lock;
};

} // namespace mmm::store
