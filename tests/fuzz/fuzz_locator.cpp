#include "fuzz/fuzz_input.h"
#include "mesh/locator_place.h"
#include "protocol/located_content.h"

using namespace mmm;

/// A file's locator in the first line, and after it what a host gives for it. What is read of the locator is
/// written to something that reads the same; what was sealed for it opens, and nothing else is taken for
/// that.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = textOf(BytesView(data, size));
    const std::string_view line = input.substr(0, input.find('\n'));
    const std::string_view rest = input.substr(std::min(input.size(), line.size() + 1));
    const auto locator = udf::Locator::parse(line);
    if (!locator)
        return 0;
    const Secret written = locator->print();
    const auto again = udf::Locator::parse(written.text());
    fuzz::mustHold(again && again->kind == locator->kind && again->authority == locator->authority);
    fuzz::mustHold(again->udf == locator->udf && again->query == locator->query);
    (void)mesh::placeOf(*locator);
    if (const auto identifier = udf::contentIdentifier(*locator)) {
        fuzz::mustHold(udf::contentPath(*identifier).starts_with('/'));
        fuzz::mustHold(udf::contentFallbackPath(*identifier).starts_with('/'));
    }
    if (const auto envelope = dare::Envelope::parse(bytesOf(rest)))
        (void)protocol::openContent(*locator, *envelope);
    if (const auto sealed = protocol::sealContent(*locator, "name", bytesOf(rest))) {
        const auto opened = protocol::openContent(*locator, *sealed);
        fuzz::mustHold(opened && opened->name == "name" && opened->content.text() == rest &&
                       opened->isVouchedFor);
    }
    return 0;
}
