#include "interchange/tunnel_values.h"

#include "schema/syntax.h"

#include <boost/asio/ip/address.hpp>
#include <botan/auto_rng.h>
#include <botan/base64.h>
#include <botan/x25519.h>
#include <charconv>
#include <optional>

namespace mmm::interchange {

namespace {

std::optional<unsigned> numberOf(std::string_view digits, unsigned most)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || number > most)
        return std::nullopt;
    return number;
}

std::optional<boost::asio::ip::address> addressOf(std::string_view text)
{
    // neither an interface ("fe80::1%eth0") nor anything behind a NUL
    if (text.find_first_not_of("0123456789abcdefABCDEF.:") != std::string_view::npos)
        return std::nullopt;
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(text), error);
    return error ? std::nullopt : std::optional(address);
}

} // namespace

bool isWireGuardKey(std::string_view text)
{
    constexpr std::size_t length = 44; // of 32 octets
    if (text.size() != length)
        return false;
    try {
        return Botan::base64_decode(text.data(), text.size(), false).size() == 32;
    } catch (const std::exception&) {
        return false;
    }
}

Secret newWireGuardKey()
{
    Botan::AutoSeeded_RNG random;
    const Botan::X25519_PrivateKey key(random);
    const auto octets = key.raw_private_key_bits();
    Botan::secure_vector<std::uint8_t> text(Botan::base64_encode_max_output(octets.size()));
    std::size_t consumed = 0;
    const std::size_t length = Botan::base64_encode(reinterpret_cast<char*>(text.data()), octets.data(),
                                                    octets.size(), consumed, true);
    text.resize(length);
    return Secret(std::move(text));
}

Result<std::string> wireGuardPublicKey(std::string_view privateKey)
{
    if (!isWireGuardKey(privateKey))
        return fail(Fault::BadKey, "not a key of WireGuard");
    const Botan::X25519_PrivateKey key(Botan::base64_decode(privateKey.data(), privateKey.size(), false));
    return Botan::base64_encode(key.raw_public_key_bits());
}

bool isIpPrefix(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto address = addressOf(text.substr(0, slash));
    if (!address)
        return false;
    return slash == std::string_view::npos ||
           numberOf(text.substr(slash + 1), address->is_v6() ? 128 : 32).has_value();
}

bool isIpv6(std::string_view address)
{
    return address.find(':') != std::string_view::npos;
}

bool isEndpoint(std::string_view text)
{
    constexpr unsigned highestPort = 65535;
    constexpr std::size_t longestHost = 253;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || numberOf(text.substr(colon + 1), highestPort).value_or(0) == 0)
        return false;
    const std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        return addressOf(host.substr(1, host.size() - 2)).has_value();
    return !host.empty() && host.size() <= longestHost && schema::syntax::isLine(host) &&
           host.find_first_of(" :/[]@,;#") == std::string_view::npos;
}

} // namespace mmm::interchange
