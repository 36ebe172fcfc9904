#include "fuzz/fuzz_input.h"
#include "interchange/key_material.h"
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

/// What is read as a certificate or key is read the same again.
void readKeys(BytesView input)
{
    for (const KeyMaterial kind : {KeyMaterial::Certificates, KeyMaterial::PrivateKey,
                                   KeyMaterial::RevocationList, KeyMaterial::OpenVpnKey}) {
        if (const auto pem = readKeyMaterial(kind, input)) {
            const auto again = readKeyMaterial(kind, *pem);
            fuzz::mustHold(again && *again == *pem);
            fuzz::mustHold(firstCertificate(pem->text()).has_value() == (kind == KeyMaterial::Certificates));
        }
    }
}

/// A keyfile may name itself, and every other file is like it.
void readConnection(BytesView input)
{
    const NamedFileReader same = [&](const std::string&) { return Result<Secret>(Secret(input)); };
    const auto file = readNmConnection(input, same);
    if (!file)
        return;
    const auto written = writeNmConnection(file->networks.front(), "/folder/name.nmconnection");
    if (!written)
        return;
    const auto again = readNmConnection(written->keyfile, [&](const std::string& name) -> Result<Secret> {
        for (const NmConnection::SideFile& one : written->files) {
            if (one.path == name)
                return one.content.clone();
        }
        return fail(Fault::NotFound);
    });
    fuzz::mustHold(again.has_value());
    mustBeTheSame(again->networks.front(), file->networks.front());
    fuzz::mustHold(again->networks.front().attachments.size() == written->files.size());
    fuzz::mustHold(file->networks.front().attachments.size() == written->files.size());
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
    readKeys(input);
    readConnection(input);
    return 0;
}
