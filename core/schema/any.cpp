#include "schema/any.h"

namespace mmm::schema {

namespace {

template<typename Any>
Result<Any> readAny(BytesView json)
{
    MMM_TRY(const encoding::JsonDocument document,
            encoding::JsonDocument::parse(json, encoding::meshObjects));
    return encoding::Codec<Any>::read(document.root());
}

template<typename Any>
Secret print(const Any& any)
{
    encoding::JsonWriter writer;
    encoding::Codec<Any>::write(writer, any);
    return writer.take();
}

} // namespace

Result<AnyAssertion> readAssertion(BytesView json)
{
    return readAny<AnyAssertion>(json);
}

Result<AnyEntry> readEntry(BytesView json)
{
    return readAny<AnyEntry>(json);
}

Result<AnyMessage> readMessage(BytesView json)
{
    return readAny<AnyMessage>(json);
}

Result<AnyMachine> readMachine(BytesView json)
{
    return readAny<AnyMachine>(json);
}

Secret toJson(const AnyAssertion& assertion)
{
    return print(assertion);
}

Secret toJson(const AnyEntry& entry)
{
    return print(entry);
}

Secret toJson(const AnyMessage& message)
{
    return print(message);
}

Secret toJson(const AnyMachine& machine)
{
    return print(machine);
}

} // namespace mmm::schema
