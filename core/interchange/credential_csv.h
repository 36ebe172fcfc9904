#pragma once

#include "base/error.h"
#include "schema/catalog_entries.h"

#include <span>
#include <vector>

namespace mmm::interchange {

/// Which program wrote a file of passwords.
enum class CsvSource
{
    Chrome,    ///< name,url,username,password[,note]: Chrome, Edge, Brave, Opera
    Firefox,   ///< url,username,password,httpRealm,formActionOrigin,guid,…
    KeePassXC, ///< Group,Title,Username,Password,URL,Notes,…
};

struct CredentialFile
{
    CsvSource source = CsvSource::Chrome;
    std::vector<schema::CatalogedCredential> credentials;
    std::size_t skipped = 0; ///< rows with neither a user name nor a password, or no service
    std::size_t dropped = 0; ///< entries with notes or one-time codes, which have no place in a credential
};

/// Whether the text begins like one of these files.
[[nodiscard]] bool isCredentialCsv(BytesView text);

/// Reads the whole file. Unsupported for columns that none of the programs writes; the faults of CsvReader.
/// Passwords go from the text into SecretText without a stop.
[[nodiscard]] Result<CredentialFile> readCredentialCsv(BytesView text);

/// The columns of Chrome, which other browsers and password managers import, too: name,url,username,password,
/// in UTF-8.
[[nodiscard]] Secret writeCredentialCsv(std::span<const schema::CatalogedCredential> credentials);

} // namespace mmm::interchange
