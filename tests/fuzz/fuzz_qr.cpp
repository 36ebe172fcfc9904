#include "fuzz/fuzz_input.h"
#include "mesh/connection_offer.h"

using namespace mmm;

/// A connection code as it is scanned or pasted: what is read is written again to something that reads the
/// same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto offer = mesh::ConnectionOffer::parse(textOf(BytesView(data, size)));
    if (!offer)
        return 0;
    const Secret written = offer->toText();
    const auto again = mesh::ConnectionOffer::parse(written.text());
    fuzz::mustHold(again.has_value());
    fuzz::mustHold(again->account == offer->account && again->pin == offer->pin);
    fuzz::mustHold(again->endpoints == offer->endpoints && again->serviceUdf == offer->serviceUdf);
    fuzz::mustHold(!mesh::domainOf(offer->account).empty());
    return 0;
}
