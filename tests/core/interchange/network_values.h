#pragma once

#include "base/secret.h"
#include "schema/catalog_entries.h"

#include <optional>
#include <string>
#include <string_view>

/// What the tests of networks say of values.
namespace mmm::test {

inline std::string passwordOf(const schema::CatalogedNetwork& network)
{
    return std::string(network.password.secret.text());
}

inline void setPassword(schema::CatalogedNetwork& network, std::string_view password)
{
    network.password.secret = SharedSecret(Secret(bytesOf(password)));
}

inline schema::CatalogedNetwork wifiNetwork(const std::string& name, std::string_view security,
                                            std::string_view password)
{
    schema::CatalogedNetwork network;
    network.protocol = "wifi";
    network.service = name;
    network.security = security;
    setPassword(network, password);
    return network;
}

/// The file with one line in place of another.
inline std::string with(std::string file, std::string_view line, std::string_view instead)
{
    const std::size_t at = file.find(line);
    return at == std::string::npos ? std::string() : file.replace(at, line.size(), instead);
}

inline std::optional<Fault> faultOf(const auto& result)
{
    return result ? std::nullopt : std::optional(result.error().fault);
}

} // namespace mmm::test
