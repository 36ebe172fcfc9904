#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "crypto/cipher.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mmm::mesh {

/// What an archive has of one container.
struct ArchivedContents
{
    std::string name;        ///< canonical (WIRE F.1)
    std::size_t entries = 0; ///< entries of a catalog, messages of a spool
};

/// What an archive is of, after all of it was verified.
struct ArchiveInfo
{
    std::string account; ///< name@domain
    std::string accountUdf;
    std::string fullName;   ///< on the owner's card; may be empty
    std::string deviceName; ///< where it was written
    TimePoint made;
    bool isOwn = false; ///< of the account that is open now
    std::vector<ArchivedContents> containers;
};

/// An archive that was opened and verified. To be closed before the mesh is; what it needs on the disk goes
/// with it.
class OpenArchive
{
public:
    virtual ~OpenArchive() = default;
    [[nodiscard]] virtual const ArchiveInfo& info() const = 0;
};

/// What became of the entries of one catalog.
struct RestoredCatalog
{
    std::string name;
    std::size_t added = 0;   ///< were missing here, or had been deleted
    std::size_t updated = 0; ///< were older here; the older value is in their history
    std::size_t same = 0;
    std::size_t kept = 0; ///< other here, and newer or of another account: left as they are
};

/// An account as one file, and back (WIRE C.12; the format is in archive_file.h).
///
/// The file has all catalogs and spools with the signatures of those who wrote them, the account's profiles
/// and, under the passphrase, the account's encryption keys, without which nothing in it could be read. So
/// whoever has file and passphrase reads everything, and also what is written to the account until a device
/// is disconnected the next time, also in the catalogs that die with the person (inheritance.h). It has no
/// key to sign with: no device or administrator can be made of it.
///
/// Calls block, as those of PersonalMesh. `progress` is told the share that is done, 0 to 1.
class Archives
{
public:
    using Progress = std::function<void(double)>;

    virtual ~Archives() = default;

    /// Writes the account as this device has it, with changes that the service does not have yet. The file is
    /// there as a whole or not at all; one that exists is replaced. Damaged while a container is to be
    /// fetched anew.
    [[nodiscard]] virtual Status save(const std::filesystem::path& file, const Secret& passphrase,
                                      const crypto::Argon2Cost& cost, const Progress& progress = {},
                                      std::stop_token = {}) = 0;

    /// Reads and verifies a whole archive: every octet by the passphrase, every frame by the signatures in
    /// it, down from the mesh's own profile. WrongType if it is none, Unsupported if it is of a later
    /// version, WrongPassphrase, Damaged; and what WriterAuthority says of signatures. Possible before there
    /// is a mesh.
    [[nodiscard]] virtual Result<std::unique_ptr<OpenArchive>> open(const std::filesystem::path& file,
                                                                    const Secret& passphrase,
                                                                    const Progress& progress = {},
                                                                    std::stop_token = {}) = 0;

    /// Merges an archive's entries into the account. What is missing is added. Of the same account, what is
    /// older here is brought up to date; what is newer stays. Of another account nothing that is here
    /// changes. What is written goes to the service like every change. Not restored: the connections of
    /// devices, messages, the service's statements and, from another account, groups, the keys of devices for
    /// SSH, and what people were sent of the owner's card; the card itself fills one that has nothing but a
    /// name.
    ///
    /// Each catalog is changed as a whole or not at all; a call that was stopped can be repeated.
    [[nodiscard]] virtual Result<std::vector<RestoredCatalog>>
    restore(OpenArchive& archive, const Progress& progress = {}, std::stop_token = {}) = 0;
};

} // namespace mmm::mesh
