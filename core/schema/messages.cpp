#include "schema/messages.h"

namespace mmm::schema {

namespace {

constexpr std::string_view oldRequest = "MessageConnectionRequest";

bool isAnswered(const encoding::JsonValue& object)
{
    return object.find("ServerNonce") && object.find("Witness");
}

} // namespace

bool RequestConnection::recognises(std::string_view name, const encoding::JsonValue& object)
{
    return name == className || (name == oldRequest && !isAnswered(object));
}

bool AcknowledgeConnection::recognises(std::string_view name, const encoding::JsonValue& object)
{
    return name == className || name == "MessageConnectionResponse" ||
           (name == oldRequest && isAnswered(object));
}

} // namespace mmm::schema

MMM_RECORD_COMPILED(mmm::schema::Reference)
MMM_RECORD_COMPILED(mmm::schema::Message)
MMM_RECORD_COMPILED(mmm::schema::MessageComplete)
MMM_RECORD_COMPILED(mmm::schema::MessagePIN)
MMM_RECORD_COMPILED(mmm::schema::RequestConnection)
MMM_RECORD_COMPILED(mmm::schema::AcknowledgeConnection)
MMM_RECORD_COMPILED(mmm::schema::RespondConnection)
MMM_RECORD_COMPILED(mmm::schema::OfferGroup)
MMM_RECORD_COMPILED(mmm::schema::RequestContact)
MMM_RECORD_COMPILED(mmm::schema::ReplyContact)
MMM_RECORD_COMPILED(mmm::schema::GroupInvitation)
MMM_RECORD_COMPILED(mmm::schema::RequestConfirmation)
MMM_RECORD_COMPILED(mmm::schema::ResponseConfirmation)
MMM_RECORD_COMPILED(mmm::schema::RequestTask)
