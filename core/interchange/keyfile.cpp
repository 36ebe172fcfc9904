#include "interchange/keyfile.h"

#include "encoding/utf8.h"
#include "schema/syntax.h"

#include <botan/mem_ops.h>
#include <cstring>
#include <glib.h>

namespace mmm::interchange {

struct Keyfile::Owned
{
    GKeyFile* file = g_key_file_new();

    Owned() = default;
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() { g_key_file_free(file); }
};

namespace {

/// Takes over a text of GLib's and wipes it.
std::optional<Secret> taken(char* text)
{
    if (text == nullptr)
        return std::nullopt;
    const std::size_t size = std::strlen(text);
    Secret secret(bytesOf(std::string_view(text, size)));
    Botan::secure_scrub_memory(text, size);
    g_free(text);
    return secret;
}

std::vector<std::string> takenList(char** texts)
{
    std::vector<std::string> list;
    for (char** text = texts; text != nullptr && *text != nullptr; ++text)
        list.emplace_back(*text);
    g_strfreev(texts);
    return list;
}

/// GLib takes others too: it gives them back as they are, and warns in the log.
bool hasKnownEscapes(std::string_view value)
{
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' &&
            (++i == value.size() || std::string_view("sntr\\").find(value[i]) == std::string_view::npos))
            return false;
    }
    return true;
}

bool isGroupName(const std::string& name)
{
    return !name.empty() && schema::syntax::isLine(name) && name.find_first_of("[]") == std::string::npos;
}

bool isKeyName(const std::string& name)
{
    // brackets would name a locale
    return !name.empty() && schema::syntax::isLine(name) && name.find_first_of("=[]") == std::string::npos &&
           name.front() != ' ' && name.back() != ' ' && name.front() != '#';
}

} // namespace

Keyfile::Keyfile() : m_file(std::make_unique<Owned>()) {}
Keyfile::Keyfile(Keyfile&&) noexcept = default;
Keyfile& Keyfile::operator=(Keyfile&&) noexcept = default;
Keyfile::~Keyfile() = default;

Result<Keyfile> Keyfile::parse(BytesView text, const KeyfileLimits& limits)
{
    if (text.size() > limits.octets)
        return fail(Fault::TooLarge, "the keyfile is too large");
    if (text.empty() || !encoding::isUtf8(text) || textOf(text).find('\0') != std::string_view::npos)
        return fail(Fault::Malformed, "no keyfile");
    Keyfile keyfile;
    if (g_key_file_load_from_data(keyfile.m_file->file, reinterpret_cast<const char*>(text.data()),
                                  text.size(), G_KEY_FILE_NONE, nullptr) == FALSE)
        return fail(Fault::Malformed, "no keyfile");
    const std::vector<std::string> groups = keyfile.groups();
    if (groups.size() > limits.groups)
        return fail(Fault::TooLarge, "the keyfile has too many groups");
    std::size_t keys = 0;
    for (const std::string& group : groups)
        keys += keyfile.keys(group).size();
    if (keys > limits.keys)
        return fail(Fault::TooLarge, "the keyfile has too many keys");
    return keyfile;
}

std::vector<std::string> Keyfile::groups() const
{
    return takenList(g_key_file_get_groups(m_file->file, nullptr));
}

std::vector<std::string> Keyfile::keys(const std::string& group) const
{
    return takenList(g_key_file_get_keys(m_file->file, group.c_str(), nullptr, nullptr));
}

bool Keyfile::has(const std::string& group, const std::string& key) const
{
    return g_key_file_has_key(m_file->file, group.c_str(), key.c_str(), nullptr) != FALSE;
}

std::optional<Secret> Keyfile::raw(const std::string& group, const std::string& key) const
{
    return taken(g_key_file_get_value(m_file->file, group.c_str(), key.c_str(), nullptr));
}

std::optional<Secret> Keyfile::string(const std::string& group, const std::string& key) const
{
    const std::optional<Secret> value = raw(group, key);
    if (!value || !hasKnownEscapes(value->text()))
        return std::nullopt;
    return taken(g_key_file_get_string(m_file->file, group.c_str(), key.c_str(), nullptr));
}

std::string Keyfile::text(const std::string& group, const std::string& key) const
{
    const std::optional<Secret> value = string(group, key);
    return value ? std::string(value->text()) : std::string();
}

Status Keyfile::setRaw(const std::string& group, const std::string& key, std::string_view value)
{
    // GLib leaves tabs as they are
    if (!isGroupName(group) || !isKeyName(key) || !schema::syntax::isText(value) ||
        value.find_first_of("\r\n") != std::string_view::npos)
        return fail(Fault::Malformed, "a keyfile cannot hold this");
    Botan::secure_vector<char> text(value.begin(), value.end());
    text.push_back('\0');
    g_key_file_set_value(m_file->file, group.c_str(), key.c_str(), text.data());
    return {};
}

Status Keyfile::setString(const std::string& group, const std::string& key, std::string_view value)
{
    if (!isGroupName(group) || !isKeyName(key) || !encoding::isUtf8(bytesOf(value)) ||
        value.find('\0') != std::string_view::npos)
        return fail(Fault::Malformed, "a keyfile cannot hold this");
    Botan::secure_vector<char> text(value.begin(), value.end());
    text.push_back('\0');
    g_key_file_set_string(m_file->file, group.c_str(), key.c_str(), text.data());
    return {};
}

Secret Keyfile::toText() const
{
    return taken(g_key_file_to_data(m_file->file, nullptr, nullptr)).value_or(Secret());
}

Secret keyfileValue(std::string_view text)
{
    Keyfile file;
    if (!file.setString("value", "value", text))
        return {};
    return file.raw("value", "value").value_or(Secret());
}

std::optional<Secret> textOfKeyfileValue(std::string_view value)
{
    Keyfile file;
    if (!file.setRaw("value", "value", value))
        return std::nullopt;
    return file.string("value", "value");
}

} // namespace mmm::interchange
