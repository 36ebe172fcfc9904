#include "fuzz/fuzz_input.h"
#include "interchange/nm_connection.h"
#include "interchange/wifi_code.h"
#include "interchange/wifi_network.h"
#include "interchange/wireguard_conf.h"

#include <algorithm>

using namespace mmm;
using namespace mmm::interchange;

namespace {

void mustBeTheSame(const schema::CatalogedNetwork& a, const schema::CatalogedNetwork& b)
{
    fuzz::mustHold(a.protocol == b.protocol && a.service == b.service && a.username == b.username);
    fuzz::mustHold(a.security == b.security && a.hidden == b.hidden && a.address == b.address);
    fuzz::mustHold(std::ranges::equal(ssidOf(a), ssidOf(b)));
    fuzz::mustHold(a.tunnel.has_value() == b.tunnel.has_value());
    fuzz::mustHold(!a.tunnel || a.tunnel->peers.size() == b.tunnel->peers.size());
}

} // namespace

/// A network as a file or a code: what is read and can be written reads the same again.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto network = readWifiCode(textOf(input))) {
        if (const auto written = writeWifiCode(*network)) {
            const auto again = readWifiCode(written->text());
            fuzz::mustHold(again.has_value());
            mustBeTheSame(*again, *network);
            fuzz::mustHold(again->password.secret.text() == network->password.secret.text());
        }
    }
    if (const auto file = readWireGuardConf(input, "name")) {
        if (const auto written = writeWireGuardConf(file->networks.front())) {
            const auto again = readWireGuardConf(*written, "name");
            fuzz::mustHold(again.has_value());
            mustBeTheSame(again->networks.front(), file->networks.front());
        }
    }
    if (const auto file = readNmConnection(input)) {
        if (const auto written = writeNmConnection(file->networks.front())) {
            const auto again = readNmConnection(*written);
            fuzz::mustHold(again.has_value());
            mustBeTheSame(again->networks.front(), file->networks.front());
        }
    }
    return 0;
}
