#pragma once

#include "dare/envelope.h"

/// Requests and responses of the Mesh Service (protocol 04 §10; WIRE G.3, G.8) as records. Those of the
/// portal are in portal_transactions.h.
namespace mmm::protocol {

using encoding::field;
using encoding::RecordBase;

/// The result of a transaction (WIRE G.3.2). The value in the payload counts, not HTTP's.
enum class StatusCode : std::int64_t
{
    Ok = 201,
    Updated = 202,
    MovedPermanently = 303,
    MovedTemporarily = 307,
    BadRequest = 400,
    NotAuthorised = 401,
    NotFound = 404,
    Conflict = 409,
    TooLarge = 413,
    ServerFailure = 500,
    Overloaded = 503,
};

/// StatusExtended of this implementation, so that a client knows which 401 or 404 it was. Numbers never
/// change their meaning.
enum class StatusDetail : std::int64_t
{
    None = 0,
    ClockSkew = 1, ///< Created is too far from the service's time, which the response states
    Replay = 2,
    UnknownDevice = 3, ///< the key is not that of a device of this account (any more)
    TicketExpired = 4,
    Rejected = 5,     ///< the request was turned down
    OtherHost = 6,    ///< encrypted to another host than the one that answers
    Suspended = 7,    ///< the account, by the operator
    Closed = 8,       ///< the account was deleted
    NotDecided = 9,   ///< ask again later
    NameInvalid = 10, ///< the account's name breaks the rules of PolicyAccount
    NameTaken = 11,
    NotServed = 12, ///< no accounts of that domain here
    Moved = 13,     ///< the account is at another service: what is here is not written to any more
    Full = 14,      ///< the account has no room for more
};

/// Ours: the spool for what still comes to a service that the account has left, be it messages or news of
/// those that were sent. So its catalogs and spools there stay as they were when they were copied.
inline constexpr std::string_view lateSpool = "mmm_SpoolLate";

/// What every request has. Service is written in Mesh Service transactions, Portal in portal transactions.
struct Request : RecordBase
{
    static constexpr std::string_view className = "Request";
    std::string portal;
    std::string service;
    Bytes id; ///< 16 random octets
    /// Ours: the time of a request that is proved by a signature, which covers the payload only.
    std::optional<TimePoint> created;
    static constexpr auto fields()
    {
        return fieldTable(field("Portal", &Request::portal), field("Service", &Request::service),
                          field("ID", &Request::id), field("Created", &Request::created));
    }
};

/// What every response has.
struct Response : RecordBase
{
    static constexpr std::string_view className = "MeshResponse";
    static constexpr std::array<std::string_view, 1> legacyNames{"Response"};
    std::int64_t status = 0;
    std::optional<std::int64_t> statusExtended;
    std::string statusDescription;
    Bytes id;
    static constexpr auto fields()
    {
        return fieldTable(
            field("Status", &Response::status), field("StatusExtended", &Response::statusExtended),
            field("StatusDescription", &Response::statusDescription), field("ID", &Response::id));
    }
};

/// A request of an account's user.
struct UserRequest : Request
{
    static constexpr std::string_view className = "MeshRequestUser";
    std::string account; ///< name@domain
    dare::Envelope deviceProfile;
    static constexpr auto fields()
    {
        return extend<Request>(field("Account", &UserRequest::account),
                               field("DeviceProfile", &UserRequest::deviceProfile));
    }
};

struct Encoding : RecordBase
{
    static constexpr std::string_view className = "Encoding";
    std::vector<std::string> id;
    std::vector<std::string> dictionary;
    static constexpr auto fields()
    {
        return fieldTable(field("ID", &Encoding::id), field("Dictionary", &Encoding::dictionary));
    }
};

struct Version : RecordBase
{
    static constexpr std::string_view className = "Version";
    std::int64_t major = 3;
    std::int64_t minor = 0;
    std::vector<Encoding> encodings;
    std::vector<std::string> uri;
    static constexpr auto fields()
    {
        return fieldTable(field("Major", &Version::major), field("Minor", &Version::minor),
                          field("Encodings", &Version::encodings), field("URI", &Version::uri));
    }
};

struct ConstraintsSelect : RecordBase
{
    static constexpr std::string_view className = "ConstraintsSelect";
    std::string container;
    std::optional<std::int64_t> indexMin;
    std::optional<std::int64_t> indexMax; ///< inclusive
    std::optional<TimePoint> notBefore;
    std::optional<TimePoint> before; ///< exclusive
    std::string pageKey;
    static constexpr auto fields()
    {
        using C = ConstraintsSelect;
        return fieldTable(field("Container", &C::container), field("IndexMin", &C::indexMin),
                          field("IndexMax", &C::indexMax), field("NotBefore", &C::notBefore),
                          field("Before", &C::before), field("PageKey", &C::pageKey));
    }
};

struct ConstraintsData : RecordBase
{
    static constexpr std::string_view className = "ConstraintsData";
    std::optional<std::int64_t> maxEntries;
    std::optional<std::int64_t> bytesOffset;
    std::optional<std::int64_t> bytesMax;
    std::optional<bool> header;
    std::optional<bool> payload;
    std::optional<bool> trailer;
    static constexpr auto fields()
    {
        using C = ConstraintsData;
        return fieldTable(field("MaxEntries", &C::maxEntries), field("BytesOffset", &C::bytesOffset),
                          field("BytesMax", &C::bytesMax), field("Header", &C::header),
                          field("Payload", &C::payload), field("Trailer", &C::trailer));
    }
};

struct PolicyAccount : RecordBase
{
    static constexpr std::string_view className = "PolicyAccount";
    std::optional<std::int64_t> minimum; ///< octets of UTF-8
    std::optional<std::int64_t> maximum;
    std::string invalidCharacters;
    static constexpr auto fields()
    {
        using P = PolicyAccount;
        return fieldTable(field("Minimum", &P::minimum), field("Maximum", &P::maximum),
                          field("InvalidCharacters", &P::invalidCharacters));
    }
};

struct ContainerStatus : RecordBase
{
    static constexpr std::string_view className = "ContainerStatus";
    std::string container;
    std::optional<std::int64_t> index; ///< number of frames, which is the next index
    Bytes digest;                      ///< TreeDigest of the last frame
    static constexpr auto fields()
    {
        using C = ContainerStatus;
        return fieldTable(field("Container", &C::container), field("Index", &C::index),
                          field("Digest", &C::digest));
    }
};

struct ContainerUpdate : ContainerStatus
{
    static constexpr std::string_view className = "ContainerUpdate";
    std::vector<dare::Envelope> envelopes;
    static constexpr auto fields()
    {
        return extend<ContainerStatus>(field("Envelopes", &ContainerUpdate::envelopes));
    }
};

struct EntryResponse : RecordBase
{
    static constexpr std::string_view className = "EntryResponse";
    std::optional<std::int64_t> indexRequest;   ///< position in the request
    std::optional<std::int64_t> indexContainer; ///< of the frame
    std::string result;                         ///< Accept, Reject or Conflict
    std::optional<ConstraintsData> constraintsData;
    static constexpr auto fields()
    {
        using E = EntryResponse;
        return fieldTable(field("IndexRequest", &E::indexRequest),
                          field("IndexContainer", &E::indexContainer), field("Result", &E::result),
                          field("ConstraintsData", &E::constraintsData));
    }
};

// The transactions: a request's className is the transaction's name (WIRE G.6).

struct HelloRequest : Request
{
    static constexpr std::string_view className = "Hello";
};

struct HelloResponse : Response
{
    static constexpr std::string_view className = "MeshHelloResponse";
    static constexpr std::array<std::string_view, 1> legacyNames{"HelloResponse"};
    std::optional<Version> version;
    std::vector<Version> alternates;
    std::optional<ConstraintsData> constraintsUpdate;
    std::optional<ConstraintsData> constraintsPost;
    std::optional<PolicyAccount> policyAccount;
    dare::Envelope envelopedProfileService;
    dare::Envelope envelopedProfileHost;
    dare::Envelope envelopedConnectionHost;
    /// Ours: who says that he runs the service, as JSON text (schema::ServiceAccreditation). It is carried as
    /// octets: a service that has a wrong one is the same service all the same.
    Bytes accreditation;
    static constexpr auto fields()
    {
        using H = HelloResponse;
        return extend<Response>(field("Version", &H::version), field("Alternates", &H::alternates),
                                field("ConstraintsUpdate", &H::constraintsUpdate),
                                field("ConstraintsPost", &H::constraintsPost),
                                field("PolicyAccount", &H::policyAccount),
                                field("EnvelopedProfileService", &H::envelopedProfileService),
                                field("EnvelopedProfileHost", &H::envelopedProfileHost),
                                field("EnvelopedConnectionHost", &H::envelopedConnectionHost),
                                field("ServiceAccreditation", &H::accreditation));
    }
};

struct CreateRequest : Request
{
    static constexpr std::string_view className = "CreateAccount";
    std::string serviceId; ///< name@domain
    dare::Envelope signedProfileMesh;
    dare::Envelope signedAssertionAccount;
    static constexpr auto fields()
    {
        using C = CreateRequest;
        return extend<Request>(field("ServiceID", &C::serviceId),
                               field("SignedProfileMesh", &C::signedProfileMesh),
                               field("SignedAssertionAccount", &C::signedAssertionAccount));
    }
};

struct CreateResponse : Response
{
    static constexpr std::string_view className = "CreateResponse";
    std::string reason;
    std::string url;
    static constexpr auto fields()
    {
        return extend<Response>(field("Reason", &CreateResponse::reason), field("URL", &CreateResponse::url));
    }
};

struct DeleteRequest : UserRequest
{
    static constexpr std::string_view className = "DeleteAccount";
};

struct DeleteResponse : Response
{
    static constexpr std::string_view className = "DeleteResponse";
};

struct ConnectRequest : Request
{
    static constexpr std::string_view className = "Connect";
    dare::Envelope messageConnectionRequestClient;
    static constexpr auto fields()
    {
        return extend<Request>(
            field("MessageConnectionRequestClient", &ConnectRequest::messageConnectionRequestClient));
    }
};

struct ConnectResponse : Response
{
    static constexpr std::string_view className = "ConnectResponse";
    dare::Envelope envelopedConnectionResponse;
    dare::Envelope envelopedProfileMaster;
    dare::Envelope envelopedAccountAssertion;
    static constexpr auto fields()
    {
        using C = ConnectResponse;
        return extend<Response>(field("EnvelopedConnectionResponse", &C::envelopedConnectionResponse),
                                field("EnvelopedProfileMaster", &C::envelopedProfileMaster),
                                field("EnvelopedAccountAssertion", &C::envelopedAccountAssertion));
    }
};

struct StatusRequest : UserRequest
{
    static constexpr std::string_view className = "Status";
    std::string deviceUdf;
    Bytes profileMasterDigest;
    std::vector<std::string> catalogs;
    std::vector<std::string> spools;
    /// Ours: what the client has; the service holds the answer until something differs or the time is over.
    std::vector<ContainerStatus> known;
    std::optional<std::int64_t> holdSeconds;
    static constexpr auto fields()
    {
        using S = StatusRequest;
        return extend<UserRequest>(field("DeviceUDF", &S::deviceUdf),
                                   field("ProfileMasterDigest", &S::profileMasterDigest),
                                   field("Catalogs", &S::catalogs), field("Spools", &S::spools),
                                   field("Known", &S::known), field("HoldSeconds", &S::holdSeconds));
    }
};

struct CompleteRequest : StatusRequest
{
    static constexpr std::string_view className = "Complete";
    std::string serviceId;
    static constexpr auto fields()
    {
        return extend<StatusRequest>(field("ServiceID", &CompleteRequest::serviceId));
    }
};

/// Ours: when a device was last heard of.
struct DeviceSeen : RecordBase
{
    static constexpr std::string_view className = "DeviceSeen";
    std::string deviceUdf;
    std::optional<TimePoint> lastSeen;
    static constexpr auto fields()
    {
        return fieldTable(field("DeviceUDF", &DeviceSeen::deviceUdf),
                          field("LastSeen", &DeviceSeen::lastSeen));
    }
};

struct StatusResponse : Response
{
    static constexpr std::string_view className = "StatusResponse";
    dare::Envelope envelopedProfileMaster;
    dare::Envelope envelopedCatalogEntryDevice;
    std::vector<ContainerStatus> containerStatus;
    Bytes pinWitness; ///< WIRE E.10.3, E.18
    std::vector<DeviceSeen> devices;
    std::string connectUri; ///< ours, of RespondConnection: where the claiming account's service is
    static constexpr auto fields()
    {
        using S = StatusResponse;
        return extend<Response>(field("EnvelopedProfileMaster", &S::envelopedProfileMaster),
                                field("EnvelopedCatalogEntryDevice", &S::envelopedCatalogEntryDevice),
                                field("ContainerStatus", &S::containerStatus),
                                field("PinWitness", &S::pinWitness), field("Devices", &S::devices),
                                field("ConnectUri", &S::connectUri));
    }
};

struct DownloadRequest : UserRequest
{
    static constexpr std::string_view className = "Download";
    std::vector<ConstraintsSelect> select;
    std::optional<ConstraintsData> constraintsPost;
    static constexpr auto fields()
    {
        using D = DownloadRequest;
        return extend<UserRequest>(field("Select", &D::select),
                                   field("ConstraintsPost", &D::constraintsPost));
    }
};

struct DownloadResponse : Response
{
    static constexpr std::string_view className = "DownloadResponse";
    std::vector<ContainerUpdate> updates;
    static constexpr auto fields() { return extend<Response>(field("Updates", &DownloadResponse::updates)); }
};

struct UploadRequest : UserRequest
{
    static constexpr std::string_view className = "Upload";
    std::vector<ContainerUpdate> updates;
    std::vector<dare::Envelope> self;
    /// Ours, of a group: its members as the service has to know them. Each is a CatalogedMember with the
    /// service's share, signed by an administrator. The share is not in the catalog, where it would stay.
    std::vector<dare::Envelope> members;
    static constexpr auto fields()
    {
        return extend<UserRequest>(field("Updates", &UploadRequest::updates, "Update"),
                                   field("Self", &UploadRequest::self),
                                   field("Members", &UploadRequest::members));
    }
};

struct UploadResponse : Response
{
    static constexpr std::string_view className = "UploadResponse";
    std::vector<EntryResponse> entries;
    std::optional<ConstraintsData> constraintsData;
    static constexpr auto fields()
    {
        using U = UploadResponse;
        return extend<Response>(field("Entries", &U::entries), field("ConstraintsData", &U::constraintsData));
    }
};

struct PostRequest : UserRequest
{
    static constexpr std::string_view className = "Post";
    std::vector<std::string> accounts;
    std::vector<dare::Envelope> message;
    std::vector<dare::Envelope> self;
    static constexpr auto fields()
    {
        using P = PostRequest;
        return extend<UserRequest>(field("Accounts", &P::accounts), field("Message", &P::message),
                                   field("Self", &P::self));
    }
};

struct PostResponse : UploadResponse
{
    static constexpr std::string_view className = "PostResponse";
};

/// A member of a group asks for the service's part in a key agreement (WIRE D.6, G.8.11).
struct RecryptRequest : UserRequest ///< Account: the group's address
{
    static constexpr std::string_view className = "RecryptData";
    std::string memberUdf; ///< the member's account
    std::vector<std::string> memberKeyUdf;
    std::string groupKeyId; ///< the recipient's "kid"
    dare::Key ephemeralKey; ///< the recipient's "epk"
    std::optional<bool> returnKey;
    static constexpr auto fields()
    {
        using R = RecryptRequest;
        return extend<UserRequest>(field("MemberUDF", &R::memberUdf), field("MemberKeyUDF", &R::memberKeyUdf),
                                   field("GroupKeyID", &R::groupKeyId),
                                   field("EphemeralKey", &R::ephemeralKey),
                                   field("ReturnKey", &R::returnKey));
    }
};

struct RecryptResponse : Response
{
    static constexpr std::string_view className = "RecryptDataResponse";
    Bytes partial;                   ///< the encoded point v·E
    dare::Envelope encryptedPartial; ///< where there is no TLS; never with us
    dare::Envelope decryptionKey;    ///< the member's share, encrypted to the member, if it was asked for
    static constexpr auto fields()
    {
        using R = RecryptResponse;
        return extend<Response>(field("Partial", &R::partial),
                                field("EncryptedPartial", &R::encryptedPartial),
                                field("DecryptionKey", &R::decryptionKey));
    }
};

} // namespace mmm::protocol

MMM_RECORD_DECLARED(mmm::protocol::Request)
MMM_RECORD_DECLARED(mmm::protocol::Response)
MMM_RECORD_DECLARED(mmm::protocol::UserRequest)
MMM_RECORD_DECLARED(mmm::protocol::Encoding)
MMM_RECORD_DECLARED(mmm::protocol::Version)
MMM_RECORD_DECLARED(mmm::protocol::ConstraintsSelect)
MMM_RECORD_DECLARED(mmm::protocol::ConstraintsData)
MMM_RECORD_DECLARED(mmm::protocol::PolicyAccount)
MMM_RECORD_DECLARED(mmm::protocol::ContainerStatus)
MMM_RECORD_DECLARED(mmm::protocol::ContainerUpdate)
MMM_RECORD_DECLARED(mmm::protocol::EntryResponse)
MMM_RECORD_DECLARED(mmm::protocol::HelloRequest)
MMM_RECORD_DECLARED(mmm::protocol::HelloResponse)
MMM_RECORD_DECLARED(mmm::protocol::CreateRequest)
MMM_RECORD_DECLARED(mmm::protocol::CreateResponse)
MMM_RECORD_DECLARED(mmm::protocol::DeleteRequest)
MMM_RECORD_DECLARED(mmm::protocol::DeleteResponse)
MMM_RECORD_DECLARED(mmm::protocol::ConnectRequest)
MMM_RECORD_DECLARED(mmm::protocol::ConnectResponse)
MMM_RECORD_DECLARED(mmm::protocol::StatusRequest)
MMM_RECORD_DECLARED(mmm::protocol::CompleteRequest)
MMM_RECORD_DECLARED(mmm::protocol::DeviceSeen)
MMM_RECORD_DECLARED(mmm::protocol::StatusResponse)
MMM_RECORD_DECLARED(mmm::protocol::DownloadRequest)
MMM_RECORD_DECLARED(mmm::protocol::DownloadResponse)
MMM_RECORD_DECLARED(mmm::protocol::UploadRequest)
MMM_RECORD_DECLARED(mmm::protocol::UploadResponse)
MMM_RECORD_DECLARED(mmm::protocol::PostRequest)
MMM_RECORD_DECLARED(mmm::protocol::PostResponse)
MMM_RECORD_DECLARED(mmm::protocol::RecryptRequest)
MMM_RECORD_DECLARED(mmm::protocol::RecryptResponse)
