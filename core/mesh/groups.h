#pragma once

#include "base/secret.h"
#include "mesh/inbox.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace mmm::mesh {

/// A group that the account belongs to, as this device knows it.
struct GroupInfo
{
    std::string udf;     ///< of the group's profile
    std::string address; ///< name@domain
    bool isAdministrator = false;
};

enum class MemberStanding
{
    Invited, ///< the invitation is on its way, or not answered yet
    Accepted,
    Declined,
    Undeliverable, ///< the invitation could not be delivered
};

struct GroupMember
{
    std::string accountUdf;
    std::string address;
    std::string name;      ///< as the person's own contacts have it; empty if it is no contact
    std::string contactId; ///< entry in the contacts, if there is one
    MemberStanding standing = MemberStanding::Invited;
    bool isAdministrator = false;
    bool isOwn = false; ///< this account itself
};

/// What became of a file or text that was decrypted.
struct Decrypted
{
    std::string group;             ///< its address; empty if it was for this account alone
    std::optional<Speaker> signer; ///< who encrypted it, proved by a signature; none: nobody signed
    std::uint64_t octets = 0;      ///< of the content
};

/// The share of the work that is done, from 0 to 1. Called on the thread that works.
using FileProgress = std::function<void(double)>;

/// A file to be made.
struct Destination
{
    std::filesystem::path path;
    bool mayReplace = false; ///< otherwise Fault::Exists if there is a file already
};

/// Groups (WIRE E.20, G.8.11): what is encrypted to one, its members decrypt with the help of the group's
/// service, which can end that at any time and decrypts nothing itself. Every call is complete in itself,
/// blocks, and may come from any thread.
///
/// What an administrator does takes effect with the service before the call returns; it fails with Offline
/// where that is not to be had.
class Groups
{
public:
    virtual ~Groups() = default;

    [[nodiscard]] virtual Result<std::vector<GroupInfo>> list() = 0;
    /// Makes a group at the account's service, with an address of its own, and this account as its
    /// administrator. Gives its identifier. NameInvalid, NameTaken.
    [[nodiscard]] virtual Result<std::string> create(const std::string& name, std::stop_token = {}) = 0;
    /// Takes the group off this account's list. An administrator's rights end with that, and another one must
    /// have them: Unsupported for the only administrator, who appoints another one first or dissolves the
    /// group; NotYet while nobody who was appointed has accepted. Others leave without the service.
    [[nodiscard]] virtual Status leave(const std::string& udf, std::stop_token = {}) = 0;
    /// Whether the group's service would help this account to decrypt. NotAuthorised if it would not.
    [[nodiscard]] virtual Status checkMembership(const std::string& udf, std::stop_token = {}) = 0;

    // administration; NotAuthorised for others

    /// As this device knew them last, or as the service has them now.
    [[nodiscard]] virtual Result<std::vector<GroupMember>> members(const std::string& udf, bool refresh,
                                                                   std::stop_token = {}) = 0;
    /// Makes a contact a member, and sends the share that this takes. A member who is invited anew gets
    /// another one.
    [[nodiscard]] virtual Status invite(const std::string& udf, const std::string& address,
                                        const std::string& text, std::stop_token = {}) = 0;
    /// Has the service forget its share and refuse from now on. Who was an administrator has had the group's
    /// whole key, and keeps what it learnt.
    [[nodiscard]] virtual Status remove(const std::string& udf, const std::string& memberUdf,
                                        std::stop_token = {}) = 0;
    /// Offers a member to become an administrator, too.
    [[nodiscard]] virtual Status appoint(const std::string& udf, const std::string& memberUdf,
                                         std::stop_token = {}) = 0;
    /// Ends the group: nobody but those who had its whole key decrypts any more.
    [[nodiscard]] virtual Status dissolve(const std::string& udf, std::stop_token = {}) = 0;

    // cards (security 03 §2.8.7)

    /// The group's card, published as a code for whoever is to encrypt to it (Messaging::readCode). A member
    /// passes on the one that is among the contacts: NotAuthorised if no administrator has signed that.
    [[nodiscard]] virtual Result<SharedSecret> cardCode(const std::string& udf, std::stop_token = {}) = 0;

    // invitations

    /// Takes a share, or the administration, that an administrator of the group has sent, and tells the
    /// sender. Gives the group's identifier.
    [[nodiscard]] virtual Result<std::string> accept(const std::string& messageId, std::stop_token = {}) = 0;
    [[nodiscard]] virtual Status decline(const std::string& messageId) = 0;

    // content

    /// A DARE file for the group, signed by this device. The group may be one whose card is among the
    /// contacts.
    [[nodiscard]] virtual Status encryptFile(const std::string& udf, const std::filesystem::path& source,
                                             const Destination&, const FileProgress& = {},
                                             std::stop_token = {}) = 0;
    /// Of whatever group, or of the account itself. CannotDecrypt if it is for others, NotAuthorised if the
    /// service refuses its part, BadSignature or Damaged if the content is not what was signed. A destination
    /// is complete or not there.
    [[nodiscard]] virtual Result<Decrypted> decryptFile(const std::filesystem::path& source,
                                                        const Destination&, const FileProgress& = {},
                                                        std::stop_token = {}) = 0;
    /// An envelope as JSON text.
    [[nodiscard]] virtual Result<std::string> encryptText(const std::string& udf, const Secret& text) = 0;
    struct Text
    {
        Secret text;
        Decrypted about;
    };
    [[nodiscard]] virtual Result<Text> decryptText(std::string_view envelope, std::stop_token = {}) = 0;
};

} // namespace mmm::mesh
