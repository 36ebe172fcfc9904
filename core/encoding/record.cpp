#include "encoding/record.h"

namespace mmm::encoding::detail {

tl::unexpected<Error> notAnObject(std::string_view className)
{
    return fail(Fault::WrongType, std::string(className) + " is not an object");
}

tl::unexpected<Error> contradiction(std::string_view className, std::string_view member)
{
    return fail(Fault::Contradiction,
                std::string(className) + "." + std::string(member) + " is given twice with different values");
}

Unknown::Member keep(const JsonValue& member)
{
    JsonWriter writer;
    writer.value(member);
    return {std::string(member.name()), SharedSecret(writer.take())};
}

Error inField(Error error, std::string_view className, std::string_view member)
{
    error.detail = std::string(className) + "." + std::string(member) + ": " + error.detail;
    return error;
}

} // namespace mmm::encoding::detail
