#pragma once

#include "schema/keys.h"

/// The structures in the pieces of an archive (archive_file.h).
namespace mmm::mesh {

using encoding::field;

/// Whose archive it is, and what opens the frames in it.
struct ArchivedAccount : encoding::RecordBase
{
    static constexpr std::string_view className = "ArchivedAccount";
    std::string account; ///< name@domain
    std::string accountUdf;
    std::string fullName;
    std::string deviceName;
    TimePoint made;
    dare::Envelope profileMesh;
    dare::Envelope profileAccount;
    std::vector<schema::KeyComposite> keys; ///< encryption keys of the account, the present one first
    static constexpr auto fields()
    {
        using A = ArchivedAccount;
        return fieldTable(field("Account", &A::account), field("AccountUDF", &A::accountUdf),
                          field("FullName", &A::fullName), field("DeviceName", &A::deviceName),
                          field("Made", &A::made), field("EnvelopedProfileMaster", &A::profileMesh),
                          field("EnvelopedAccountAssertion", &A::profileAccount), field("Keys", &A::keys));
    }
};

/// A container as it stood: what its frames must come to.
struct ArchivedContainer : encoding::RecordBase
{
    static constexpr std::string_view className = "ArchivedContainer";
    std::string container; ///< canonical name
    std::int64_t count = 0;
    std::int64_t size = 0; ///< octets of the sequence
    Bytes treeDigest;      ///< of the last frame
    static constexpr auto fields()
    {
        using A = ArchivedContainer;
        return fieldTable(field("Container", &A::container), field("Count", &A::count),
                          field("Size", &A::size), field("TreeDigest", &A::treeDigest));
    }
};

/// A value that the service did not have yet.
struct ArchivedChange : encoding::RecordBase
{
    static constexpr std::string_view className = "ArchivedChange";
    std::string uniqueId;
    TimePoint modified;
    encoding::SecretBinary payload; ///< absent: deleted
    static constexpr auto fields()
    {
        using A = ArchivedChange;
        return fieldTable(field("UniqueID", &A::uniqueId), field("Modified", &A::modified),
                          field("Payload", &A::payload));
    }
};

} // namespace mmm::mesh

MMM_RECORD_DECLARED(mmm::mesh::ArchivedAccount)
MMM_RECORD_DECLARED(mmm::mesh::ArchivedContainer)
MMM_RECORD_DECLARED(mmm::mesh::ArchivedChange)
