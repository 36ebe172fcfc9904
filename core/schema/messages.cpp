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
