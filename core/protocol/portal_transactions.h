#pragma once

#include "protocol/transactions.h"

/// Requests and responses of the portal (security 03 §3; WIRE G.7) as records.
namespace mmm::protocol {

struct PortalKeyValue : RecordBase
{
    static constexpr std::string_view className = "KeyValue";
    std::string key;
    std::string value;
    static constexpr auto fields()
    {
        return fieldTable(field("Key", &PortalKeyValue::key), field("Value", &PortalKeyValue::value));
    }
};

struct SearchConstraints : RecordBase
{
    static constexpr std::string_view className = "SearchConstraints";
    std::optional<TimePoint> notBefore;
    std::optional<TimePoint> before; ///< exclusive
    std::optional<std::int64_t> maxEntries;
    std::optional<std::int64_t> maxBytes;
    std::string pageKey;
    static constexpr auto fields()
    {
        using S = SearchConstraints;
        return fieldTable(field("NotBefore", &S::notBefore), field("Before", &S::before),
                          field("MaxEntries", &S::maxEntries), field("MaxBytes", &S::maxBytes),
                          field("PageKey", &S::pageKey));
    }
};

/// A published profile.
struct SignedProfile : RecordBase
{
    static constexpr std::string_view className = "SignedProfile";
    std::string identifier; ///< UDF of the profile
    dare::Envelope signedData;
    static constexpr auto fields()
    {
        return fieldTable(field("Identifier", &SignedProfile::identifier),
                          field("SignedData", &SignedProfile::signedData));
    }
};

/// A published escrow record, found by the content identifier of its key (WIRE E.16.3).
struct OfflineEscrowEntry : RecordBase
{
    static constexpr std::string_view className = "OfflineEscrowEntry";
    std::string identifier;
    dare::Envelope encryptedData;
    static constexpr auto fields()
    {
        return fieldTable(field("Identifier", &OfflineEscrowEntry::identifier),
                          field("EncryptedData", &OfflineEscrowEntry::encryptedData));
    }
};

struct OnlineEscrowEntry : OfflineEscrowEntry
{
    static constexpr std::string_view className = "OnlineEscrowEntry";
};

using PortalEntry = encoding::Tagged<SignedProfile, OfflineEscrowEntry, OnlineEscrowEntry>;

struct IndexTerm : RecordBase
{
    static constexpr std::string_view className = "IndexTerm";
    std::string type;
    std::string term;
    static constexpr auto fields()
    {
        return fieldTable(field("Type", &IndexTerm::type), field("Term", &IndexTerm::term));
    }
};

/// A line of the log of what was published.
struct DataItem : RecordBase
{
    static constexpr std::string_view className = "DataItem";
    std::string transactionId; ///< frame number, decimal
    std::string primaryKey;
    std::string priorTransactionId;
    std::string action; ///< New, Modify, Delete or Drop
    std::optional<TimePoint> added;
    std::vector<encoding::Tagged<IndexTerm>> keys;
    std::string text; ///< JSON text of the entry
    std::optional<bool> pending;
    std::optional<bool> commit;
    std::optional<bool> rollback;
    static constexpr auto fields()
    {
        using D = DataItem;
        return fieldTable(field("TransactionID", &D::transactionId), field("PrimaryKey", &D::primaryKey),
                          field("PriorTransactionID", &D::priorTransactionId), field("Action", &D::action),
                          field("Added", &D::added), field("Keys", &D::keys), field("Text", &D::text),
                          field("Pending", &D::pending), field("Commit", &D::commit),
                          field("Rollback", &D::rollback));
    }
};

struct SignedConnectionRequest : RecordBase
{
    static constexpr std::string_view className = "SignedConnectionRequest";
    std::string identifier; ///< UDF of the device
    dare::Envelope signedData;
    static constexpr auto fields()
    {
        using S = SignedConnectionRequest;
        return fieldTable(field("Identifier", &S::identifier), field("SignedData", &S::signedData));
    }
};

struct SignedConnectionResult : RecordBase
{
    static constexpr std::string_view className = "SignedConnectionResult";
    std::string identifier;
    dare::Envelope signedData;
    static constexpr auto fields()
    {
        using S = SignedConnectionResult;
        return fieldTable(field("Identifier", &S::identifier), field("SignedData", &S::signedData));
    }
};

/// The body of a SignedConnectionResult (WIRE G.7.6).
struct ConnectionResult : RecordBase
{
    static constexpr std::string_view className = "ConnectionResult";
    std::string parentUdf;
    std::string device;
    std::string deviceData;
    std::string result; ///< Accepted, Refused or Query
    dare::Envelope envelopedProfileMaster;
    dare::Envelope envelopedCatalogEntryDevice;
    static constexpr auto fields()
    {
        using C = ConnectionResult;
        return fieldTable(field("ParentUDF", &C::parentUdf), field("Device", &C::device),
                          field("DeviceData", &C::deviceData), field("Result", &C::result),
                          field("EnvelopedProfileMaster", &C::envelopedProfileMaster),
                          field("EnvelopedCatalogEntryDevice", &C::envelopedCatalogEntryDevice));
    }
};

struct ValidateRequest : Request
{
    static constexpr std::string_view className = "ValidateAccount";
    std::string account;
    std::optional<bool> reserve;
    std::vector<std::string> language;
    static constexpr auto fields()
    {
        using V = ValidateRequest;
        return extend<Request>(field("Account", &V::account), field("Reserve", &V::reserve),
                               field("Language", &V::language));
    }
};

struct ValidateResponse : Response
{
    static constexpr std::string_view className = "ValidateResponse";
    std::optional<bool> valid;
    std::optional<std::int64_t> minimum;
    std::optional<std::int64_t> maximum;
    std::string invalidCharacters;
    std::string reason;
    static constexpr auto fields()
    {
        using V = ValidateResponse;
        return extend<Response>(
            field("Valid", &V::valid), field("Minimum", &V::minimum), field("Maximum", &V::maximum),
            field("InvalidCharacters", &V::invalidCharacters), field("Reason", &V::reason));
    }
};

/// CreateAccount in the portal's form; the class name is shared with CreateRequest (WIRE G.6).
struct PortalCreateRequest : Request
{
    static constexpr std::string_view className = "CreateAccount";
    std::string account;
    PortalEntry profile;
    static constexpr auto fields()
    {
        using C = PortalCreateRequest;
        return extend<Request>(field("Account", &C::account), field("Profile", &C::profile));
    }
};

struct GetRequest : Request
{
    static constexpr std::string_view className = "Get";
    std::string identifier;
    std::string account;
    std::vector<PortalKeyValue> keyValues;
    std::optional<SearchConstraints> searchConstraints;
    std::optional<bool> multiple;
    std::optional<bool> full;
    static constexpr auto fields()
    {
        using G = GetRequest;
        return extend<Request>(field("Identifier", &G::identifier), field("Account", &G::account),
                               field("KeyValues", &G::keyValues),
                               field("SearchConstraints", &G::searchConstraints),
                               field("Multiple", &G::multiple), field("Full", &G::full));
    }
};

struct GetResponse : Response
{
    static constexpr std::string_view className = "GetResponse";
    std::vector<PortalEntry> entries;
    std::vector<DataItem> dataItems;
    std::string pageKey;
    static constexpr auto fields()
    {
        using G = GetResponse;
        return extend<Response>(field("Entries", &G::entries), field("DataItems", &G::dataItems),
                                field("PageKey", &G::pageKey));
    }
};

struct PublishRequest : Request
{
    static constexpr std::string_view className = "Publish";
    PortalEntry entry;
    static constexpr auto fields() { return extend<Request>(field("Entry", &PublishRequest::entry)); }
};

struct PublishResponse : Response
{
    static constexpr std::string_view className = "PublishResponse";
};

/// The last checkpoint of another portal, as enrolled in this one's log (WIRE G.7.5).
struct PeerCheckpoint : RecordBase
{
    static constexpr std::string_view className = "Peer";
    std::string portal;
    std::string checkpointValue;
    static constexpr auto fields()
    {
        return fieldTable(field("Portal", &PeerCheckpoint::portal),
                          field("CheckpointValue", &PeerCheckpoint::checkpointValue));
    }
};

/// The portal's Status: how far the log is (WIRE G.7.5). The class name is shared with StatusResponse.
struct PortalStatusResponse : Response
{
    static constexpr std::string_view className = "StatusResponse";
    std::optional<TimePoint> lastWriteTime;
    std::optional<TimePoint> lastCheckpointTime;
    std::optional<TimePoint> nextCheckpointTime;
    std::string checkpointValue; ///< JSON text of a signed envelope
    std::vector<PeerCheckpoint> peers;
    static constexpr auto fields()
    {
        using P = PortalStatusResponse;
        return extend<Response>(field("LastWriteTime", &P::lastWriteTime),
                                field("LastCheckpointTime", &P::lastCheckpointTime),
                                field("NextCheckpointTime", &P::nextCheckpointTime),
                                field("CheckpointValue", &P::checkpointValue), field("Peers", &P::peers));
    }
};

struct ConnectStartRequest : Request
{
    static constexpr std::string_view className = "ConnectStart";
    std::optional<SignedConnectionRequest> signedRequest;
    std::string accountId;
    static constexpr auto fields()
    {
        using C = ConnectStartRequest;
        return extend<Request>(field("SignedRequest", &C::signedRequest), field("AccountID", &C::accountId));
    }
};

struct ConnectStartResponse : Response
{
    static constexpr std::string_view className = "ConnectStartResponse";
};

struct ConnectStatusRequest : Request
{
    static constexpr std::string_view className = "ConnectStatus";
    std::string accountId;
    std::string deviceId;
    static constexpr auto fields()
    {
        using C = ConnectStatusRequest;
        return extend<Request>(field("AccountID", &C::accountId), field("DeviceID", &C::deviceId));
    }
};

struct ConnectStatusResponse : Response
{
    static constexpr std::string_view className = "ConnectStatusResponse";
    std::optional<SignedConnectionResult> result;
    static constexpr auto fields()
    {
        return extend<Response>(field("Result", &ConnectStatusResponse::result));
    }
};

struct ConnectPendingRequest : Request
{
    static constexpr std::string_view className = "ConnectPending";
    std::string accountId;
    std::optional<SearchConstraints> searchConstraints;
    static constexpr auto fields()
    {
        using C = ConnectPendingRequest;
        return extend<Request>(field("AccountID", &C::accountId),
                               field("SearchConstraints", &C::searchConstraints));
    }
};

struct ConnectPendingResponse : Response
{
    static constexpr std::string_view className = "ConnectPendingResponse";
    std::vector<SignedConnectionRequest> pending;
    std::string pageKey;
    static constexpr auto fields()
    {
        using C = ConnectPendingResponse;
        return extend<Response>(field("Pending", &C::pending), field("PageKey", &C::pageKey));
    }
};

struct ConnectCompleteRequest : Request
{
    static constexpr std::string_view className = "ConnectComplete";
    std::optional<SignedConnectionResult> result;
    std::string accountId;
    static constexpr auto fields()
    {
        using C = ConnectCompleteRequest;
        return extend<Request>(field("Result", &C::result), field("AccountID", &C::accountId));
    }
};

struct ConnectCompleteResponse : Response
{
    static constexpr std::string_view className = "ConnectCompleteResponse";
};

struct TransferRequest : Request
{
    static constexpr std::string_view className = "Transfer";
    std::optional<SearchConstraints> searchConstraints;
    static constexpr auto fields()
    {
        return extend<Request>(field("SearchConstraints", &TransferRequest::searchConstraints));
    }
};

struct TransferResponse : Response
{
    static constexpr std::string_view className = "TransferResponse";
    std::vector<DataItem> dataItems;
    /// Ours: the frames as they stand in the log, so that they can be held against a checkpoint.
    std::vector<dare::Envelope> envelopes;
    std::string pageKey;
    static constexpr auto fields()
    {
        using T = TransferResponse;
        return extend<Response>(field("DataItems", &T::dataItems), field("Envelopes", &T::envelopes),
                                field("PageKey", &T::pageKey));
    }
};

} // namespace mmm::protocol

MMM_RECORD_DECLARED(mmm::protocol::PortalKeyValue)
MMM_RECORD_DECLARED(mmm::protocol::SearchConstraints)
MMM_RECORD_DECLARED(mmm::protocol::SignedProfile)
MMM_RECORD_DECLARED(mmm::protocol::OfflineEscrowEntry)
MMM_RECORD_DECLARED(mmm::protocol::OnlineEscrowEntry)
MMM_RECORD_DECLARED(mmm::protocol::IndexTerm)
MMM_RECORD_DECLARED(mmm::protocol::DataItem)
MMM_RECORD_DECLARED(mmm::protocol::SignedConnectionRequest)
MMM_RECORD_DECLARED(mmm::protocol::SignedConnectionResult)
MMM_RECORD_DECLARED(mmm::protocol::ConnectionResult)
MMM_RECORD_DECLARED(mmm::protocol::ValidateRequest)
MMM_RECORD_DECLARED(mmm::protocol::ValidateResponse)
MMM_RECORD_DECLARED(mmm::protocol::PortalCreateRequest)
MMM_RECORD_DECLARED(mmm::protocol::GetRequest)
MMM_RECORD_DECLARED(mmm::protocol::GetResponse)
MMM_RECORD_DECLARED(mmm::protocol::PublishRequest)
MMM_RECORD_DECLARED(mmm::protocol::PublishResponse)
MMM_RECORD_DECLARED(mmm::protocol::PeerCheckpoint)
MMM_RECORD_DECLARED(mmm::protocol::PortalStatusResponse)
MMM_RECORD_DECLARED(mmm::protocol::ConnectStartRequest)
MMM_RECORD_DECLARED(mmm::protocol::ConnectStartResponse)
MMM_RECORD_DECLARED(mmm::protocol::ConnectStatusRequest)
MMM_RECORD_DECLARED(mmm::protocol::ConnectStatusResponse)
MMM_RECORD_DECLARED(mmm::protocol::ConnectPendingRequest)
MMM_RECORD_DECLARED(mmm::protocol::ConnectPendingResponse)
MMM_RECORD_DECLARED(mmm::protocol::ConnectCompleteRequest)
MMM_RECORD_DECLARED(mmm::protocol::ConnectCompleteResponse)
MMM_RECORD_DECLARED(mmm::protocol::TransferRequest)
MMM_RECORD_DECLARED(mmm::protocol::TransferResponse)
