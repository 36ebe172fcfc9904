#include "encoding/json_writer.h"
#include "fuzz/fuzz_input.h"

using namespace mmm;
using encoding::JsonDocument;
using encoding::JsonKind;
using encoding::JsonValue;

namespace {

/// Asks every accessor of every value; what they answer for a wrong kind is their own tests' business.
void visit(const JsonValue& value)
{
    (void)value.boolean();
    (void)value.integer();
    (void)value.real();
    (void)value.string();
    (void)value.binary();
    (void)value.find("a");
    for (const JsonValue child : value.children())
        visit(child);
}

std::string print(const JsonValue& value)
{
    encoding::JsonWriter writer;
    writer.value(value);
    return std::string(writer.text());
}

} // namespace

/// What is read from text can be printed, and what was printed reads back to the same print.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = JsonDocument::parse(BytesView(data, size));
    if (!document)
        return 0;
    visit(document->root());
    const std::string printed = print(document->root());
    const auto again = JsonDocument::parse(bytesOf(printed));
    fuzz::mustHold(again.has_value());
    fuzz::mustHold(print(again->root()) == printed);
    return 0;
}
