#include "fuzz/fuzz_input.h"
#include "schema/any.h"

using namespace mmm;

namespace {

/// What is read can be written, under the names of today, and reads back to the same text.
template<typename Any>
void readAndWrite(BytesView json, Result<Any> (*read)(BytesView))
{
    const auto object = read(json);
    if (!object)
        return;
    const Secret written = schema::toJson(*object);
    const auto again = read(written.view());
    fuzz::mustHold(again.has_value());
    fuzz::mustHold(schema::toJson(*again) == written);
    fuzz::mustHold(schema::classNameOf(*again) == schema::classNameOf(*object));
}

} // namespace

/// One text as an object of any class of the drafts.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView json(data, size);
    readAndWrite(json, schema::readAssertion);
    readAndWrite(json, schema::readEntry);
    readAndWrite(json, schema::readMessage);
    readAndWrite(json, schema::readMachine);
    return 0;
}
