#include "interchange/wifi_network.h"

#include "interchange/keyfile.h"
#include "schema/syntax.h"

#include <algorithm>

namespace mmm::interchange {

namespace {

/// Of settings or attachments the one with the name.
auto findNamed(auto& all, std::string_view group, std::string_view name)
{
    return std::ranges::find_if(all, [&](const auto& one) { return one.group == group && one.name == name; });
}

} // namespace

BytesView ssidOf(const schema::CatalogedNetwork& network)
{
    return network.ssid.empty() ? bytesOf(network.service) : BytesView(network.ssid);
}

void setSsid(schema::CatalogedNetwork& network, BytesView ssid)
{
    network.ssid.clear();
    if (schema::syntax::isLine(textOf(ssid))) {
        network.service = textOf(ssid);
        return;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    network.ssid = copyOf(ssid);
    network.service.clear();
    for (const std::uint8_t octet : ssid) {
        if (octet >= 0x20 && octet < 0x7F) {
            network.service.push_back(char(octet));
        } else {
            network.service += "\\x";
            network.service.push_back(digits[octet >> 4]);
            network.service.push_back(digits[octet & 0xF]);
        }
    }
}

std::optional<std::string_view> settingOf(const schema::CatalogedNetwork& network, std::string_view group,
                                          std::string_view name)
{
    const auto found = findNamed(network.settings, group, name);
    return found == network.settings.end() ? std::nullopt : std::optional(found->value.secret.text());
}

void setSetting(schema::CatalogedNetwork& network, std::string_view group, std::string_view name,
                std::string_view value)
{
    const auto found = findNamed(network.settings, group, name);
    if (value.empty()) {
        if (found != network.settings.end())
            network.settings.erase(found);
        return;
    }
    if (found != network.settings.end() && found->value.secret.text() == value)
        return;
    encoding::SecretText text{SharedSecret(Secret(bytesOf(value)))};
    if (found != network.settings.end()) {
        found->value = std::move(text);
        return;
    }
    schema::NetworkSetting setting;
    setting.group = group;
    setting.name = name;
    setting.value = std::move(text);
    network.settings.push_back(std::move(setting));
}

std::string settingText(const schema::CatalogedNetwork& network, std::string_view group,
                        std::string_view name)
{
    const auto value = settingOf(network, group, name);
    const auto text = value ? textOfKeyfileValue(*value) : std::nullopt;
    return text ? std::string(text->text()) : std::string();
}

void setSettingText(schema::CatalogedNetwork& network, std::string_view group, std::string_view name,
                    std::string_view text)
{
    setSetting(network, group, name, text.empty() ? std::string_view() : keyfileValue(text).text());
}

std::string_view attachmentOf(const schema::CatalogedNetwork& network, std::string_view group,
                              std::string_view name)
{
    const auto found = findNamed(network.attachments, group, name);
    return found == network.attachments.end() ? std::string_view() : found->pem.secret.text();
}

void setAttachment(schema::CatalogedNetwork& network, std::string_view group, std::string_view name,
                   Secret pem)
{
    const auto found = findNamed(network.attachments, group, name);
    if (found != network.attachments.end())
        network.attachments.erase(found);
    if (pem.empty())
        return;
    setSetting(network, group, name, {});
    schema::NetworkAttachment attachment;
    attachment.group = group;
    attachment.name = name;
    attachment.pem.secret = SharedSecret(std::move(pem));
    network.attachments.push_back(std::move(attachment));
}

} // namespace mmm::interchange
