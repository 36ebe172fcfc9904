#include "encoding/json_writer.h"
#include "fuzz/fuzz_input.h"

using namespace mmm;
using encoding::JsonDocument;
using encoding::JsonValue;

namespace {

void visit(const JsonValue& value)
{
    (void)value.integer();
    (void)value.real();
    (void)value.secretString();
    (void)value.secretBinary();
    for (const JsonValue child : value.children())
        visit(child);
}

} // namespace

/// JSON-B, JSON-C and JSON-D, with the codes of one text known to the next as in a stream; a value that was
/// read can be printed as JSON text, which then reads strictly.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    encoding::JsonLimits limits;
    limits.binaryTags = true;
    const auto document = JsonDocument::parse(BytesView(data, size), limits);
    if (!document)
        return 0;
    visit(document->root());
    encoding::JsonWriter writer;
    writer.value(document->root());
    fuzz::mustHold(JsonDocument::parse(bytesOf(writer.text())).has_value());
    fuzz::mustHold(JsonDocument::parse(BytesView(data, size), limits, document->dictionary()).has_value());
    return 0;
}
