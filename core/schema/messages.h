#pragma once

#include "schema/structure.h"

/// Messages between accounts, devices and services (security 03 §2.7.7, §2.9).
namespace mmm::schema {

/// A message that this one is about (security 03 §2.7.7).
struct Reference : RecordBase
{
    static constexpr std::string_view className = "Reference";
    std::string messageId;
    std::string responseId;
    std::string relationship; ///< Read, Unread, Accept, Reject, Sent, Received, Deleted, Failed or Device
    static constexpr auto fields()
    {
        return fieldTable(field("MessageID", &Reference::messageId),
                          field("ResponseID", &Reference::responseId),
                          field("Relationship", &Reference::relationship));
    }
};

/// What all messages have (security 03 §2.9.1).
struct Message : RecordBase
{
    static constexpr std::string_view className = "Message";
    static constexpr auto legacyNames = olderNames("MeshMessage");
    std::string messageId; ///< a nonce UDF
    std::string sender;
    std::string recipient;
    std::vector<Reference> references;
    std::string role; ///< ours: Role.CompanyName of the sender's card under which the sender speaks
    static constexpr auto fields()
    {
        return fieldTable(field("MessageID", &Message::messageId), field("Sender", &Message::sender),
                          field("Recipient", &Message::recipient), field("References", &Message::references),
                          field("Role", &Message::role));
    }
};

/// Changes the state of the messages that it refers to (security 03 §2.9.2, WIRE F.5.1).
struct MessageComplete : Message
{
    static constexpr std::string_view className = "MessageComplete";
    static constexpr auto legacyNames = olderNames("MeshMessageComplete");
};

/// A PIN that was issued, kept in the account's own spool (security 03 §2.9.3).
struct MessagePIN : Message
{
    static constexpr std::string_view className = "MessagePIN";
    static constexpr auto legacyNames = olderNames("MessageConnectionPIN");
    std::string account; ///< UDF
    std::optional<TimePoint> expires;
    SecretText pin; ///< a nonce UDF
    static constexpr auto fields()
    {
        return extend<Message>(field("Account", &MessagePIN::account), field("Expires", &MessagePIN::expires),
                               field("PIN", &MessagePIN::pin));
    }
};

/// A device asks to be connected (security 03 §2.9.4).
struct RequestConnection : Message
{
    static constexpr std::string_view className = "RequestConnection";
    static constexpr auto legacyNames = olderNames();
    /// The "MessageConnectionRequest" of schema 01 is also what AcknowledgeConnection is today.
    static bool recognises(std::string_view name, const encoding::JsonValue& object);
    std::string serviceId; ///< the account's address
    Envelope envelopedProfileDevice;
    Bytes clientNonce; ///< 16 octets
    std::string pinUdf;
    Bytes pinWitness; ///< proof of the PIN, 64 octets (WIRE E.10.2)
    static constexpr auto fields()
    {
        return extend<Message>(
            field("ServiceID", &RequestConnection::serviceId, "Account"),
            field("EnvelopedProfileDevice", &RequestConnection::envelopedProfileDevice, "DeviceProfile"),
            field("ClientNonce", &RequestConnection::clientNonce),
            field("PinUDF", &RequestConnection::pinUdf, "PinID", "PinId"),
            field("PinWitness", &RequestConnection::pinWitness));
    }
};

/// The service's answer, shown on both sides (security 03 §2.9.5).
struct AcknowledgeConnection : Message
{
    static constexpr std::string_view className = "AcknowledgeConnection";
    static constexpr auto legacyNames = olderNames();
    static bool recognises(std::string_view name, const encoding::JsonValue& object);
    Envelope envelopedRequestConnection;
    Bytes serverNonce; ///< 16 octets
    std::string witness;
    std::string serviceId; ///< schema 01 only, as the next three
    Envelope envelopedProfileDevice;
    Bytes clientNonce;
    std::string pinUdf;
    static constexpr auto fields()
    {
        return extend<Message>(
            field("EnvelopedRequestConnection", &AcknowledgeConnection::envelopedRequestConnection),
            field("ServerNonce", &AcknowledgeConnection::serverNonce),
            field("Witness", &AcknowledgeConnection::witness),
            field("Account", &AcknowledgeConnection::serviceId),
            field("DeviceProfile", &AcknowledgeConnection::envelopedProfileDevice),
            field("ClientNonce", &AcknowledgeConnection::clientNonce),
            field("PinID", &AcknowledgeConnection::pinUdf));
    }
};

/// An administrator connects a device that was found by its printed code (WIRE E.18).
struct RespondConnection : Message
{
    static constexpr std::string_view className = "RespondConnection";
    static constexpr auto legacyNames = olderNames();
    std::string deviceUdf;
    Envelope envelopedProfileMaster;
    Envelope envelopedCatalogEntryDevice;
    Bytes pinWitness;
    std::string connectUri; ///< ours: mcu://account/?…, where the DNS does not know the account's service
    static constexpr auto fields()
    {
        return extend<Message>(
            field("ConnectUri", &RespondConnection::connectUri),
            field("DeviceUDF", &RespondConnection::deviceUdf),
            field("EnvelopedProfileMaster", &RespondConnection::envelopedProfileMaster),
            field("EnvelopedCatalogEntryDevice", &RespondConnection::envelopedCatalogEntryDevice),
            field("PinWitness", &RespondConnection::pinWitness));
    }
};

/// Offers membership of a group (security 03 §2.9.6; fields WIRE F.5).
struct OfferGroup : Message
{
    static constexpr std::string_view className = "OfferGroup";
    static constexpr auto legacyNames = olderNames();
    Envelope envelopedProfileGroup;
    std::string text;
    static constexpr auto fields()
    {
        return extend<Message>(field("EnvelopedProfileGroup", &OfferGroup::envelopedProfileGroup),
                               field("Text", &OfferGroup::text));
    }
};

/// Offers the sender's contact and may ask for the recipient's (security 03 §2.9.7).
struct RequestContact : Message
{
    static constexpr std::string_view className = "RequestContact";
    static constexpr auto legacyNames = olderNames("MessageContactRequest");
    std::optional<bool> reply;
    std::string subject;
    Envelope self;       ///< of a tagged Contact, signed
    std::string version; ///< ours: Public or Restricted, the version of the card that Self is
    // ours: the answer to a code that was shown in person (WIRE E.19)
    Bytes clientNonce;
    std::string pinUdf;
    Bytes pinWitness;
    static constexpr auto fields()
    {
        using R = RequestContact;
        return extend<Message>(field("Reply", &R::reply), field("Subject", &R::subject),
                               field("Self", &R::self, "Contact"), field("Version", &R::version),
                               field("ClientNonce", &R::clientNonce), field("PinUDF", &R::pinUdf),
                               field("PinWitness", &R::pinWitness));
    }
};

/// The contact that was asked for (security 03 §2.9.8).
struct ReplyContact : RequestContact
{
    static constexpr std::string_view className = "ReplyContact";
    static constexpr auto legacyNames = olderNames();
};

/// Gives a member the means to decrypt for a group (security 03 §2.9.9).
struct GroupInvitation : Message
{
    static constexpr std::string_view className = "GroupInvitation";
    static constexpr auto legacyNames = olderNames();
    std::string text;
    Envelope encryptedPartDecrypt; ///< of a KeyComposite, encrypted to the member
    Envelope envelopedContact;     ///< ours: the group's card, for the member to pass on
    static constexpr auto fields()
    {
        return extend<Message>(field("Text", &GroupInvitation::text),
                               field("EncryptedPartDecrypt", &GroupInvitation::encryptedPartDecrypt),
                               field("EnvelopedContact", &GroupInvitation::envelopedContact, "Contact"));
    }
};

/// Asks a person for a decision (security 03 §2.9.10).
struct RequestConfirmation : Message
{
    static constexpr std::string_view className = "RequestConfirmation";
    static constexpr auto legacyNames = olderNames("MessageConfirmationRequest");
    std::string text;
    std::optional<TimePoint> expires; ///< ours
    static constexpr auto fields()
    {
        return extend<Message>(field("Text", &RequestConfirmation::text),
                               field("Expires", &RequestConfirmation::expires));
    }
};

/// The decision (security 03 §2.9.11).
struct ResponseConfirmation : Message
{
    static constexpr std::string_view className = "ResponseConfirmation";
    static constexpr auto legacyNames = olderNames("MessageConfirmationResponse");
    std::optional<RequestConfirmation> request; ///< what was asked, verbatim
    std::optional<bool> accept;
    std::string responseId; ///< schema 01 only
    static constexpr auto fields()
    {
        return extend<Message>(field("Request", &ResponseConfirmation::request),
                               field("Accept", &ResponseConfirmation::accept),
                               field("ResponseID", &ResponseConfirmation::responseId));
    }
};

/// Proposes a task (security 03 §2.9.12; field WIRE F.5).
struct RequestTask : Message
{
    static constexpr std::string_view className = "RequestTask";
    static constexpr auto legacyNames = olderNames("MessageTaskRequest");
    Envelope envelopedTask;
    static constexpr auto fields()
    {
        return extend<Message>(field("EnvelopedTask", &RequestTask::envelopedTask));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::Reference)
MMM_RECORD_DECLARED(mmm::schema::Message)
MMM_RECORD_DECLARED(mmm::schema::MessageComplete)
MMM_RECORD_DECLARED(mmm::schema::MessagePIN)
MMM_RECORD_DECLARED(mmm::schema::RequestConnection)
MMM_RECORD_DECLARED(mmm::schema::AcknowledgeConnection)
MMM_RECORD_DECLARED(mmm::schema::RespondConnection)
MMM_RECORD_DECLARED(mmm::schema::OfferGroup)
MMM_RECORD_DECLARED(mmm::schema::RequestContact)
MMM_RECORD_DECLARED(mmm::schema::ReplyContact)
MMM_RECORD_DECLARED(mmm::schema::GroupInvitation)
MMM_RECORD_DECLARED(mmm::schema::RequestConfirmation)
MMM_RECORD_DECLARED(mmm::schema::ResponseConfirmation)
MMM_RECORD_DECLARED(mmm::schema::RequestTask)
