#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mmm::interchange {

/// How much of a keyfile is taken.
struct KeyfileLimits
{
    std::size_t octets = 256U << 10U; ///< of the whole file
    std::size_t groups = 256;
    std::size_t keys = 1024; ///< in all groups
};

/// A file in the syntax of GLib's keyfiles (groups of `key=value`, as in the Desktop Entry Specification),
/// read and written by GLib itself. UTF-8, strict: a line that is none of group, key and comment fails.
///
/// GLib keeps its copy of the values in ordinary memory as long as the object lives; what is taken out is a
/// secret.
class Keyfile
{
public:
    Keyfile();
    Keyfile(Keyfile&&) noexcept;
    Keyfile& operator=(Keyfile&&) noexcept;
    ~Keyfile();

    /// Malformed if it is none, TooLarge beyond the limits.
    [[nodiscard]] static Result<Keyfile> parse(BytesView text, const KeyfileLimits& limits = {});

    [[nodiscard]] std::vector<std::string> groups() const;
    /// In the order of the file; none for a group that is not there.
    [[nodiscard]] std::vector<std::string> keys(const std::string& group) const;
    [[nodiscard]] bool has(const std::string& group, const std::string& key) const;
    /// The value as it stands in the file.
    [[nodiscard]] std::optional<Secret> raw(const std::string& group, const std::string& key) const;
    /// The value with its escapes resolved; none if there is no such key, or an escape that means nothing.
    [[nodiscard]] std::optional<Secret> string(const std::string& group, const std::string& key) const;
    /// The same for what is no secret; empty instead of none.
    [[nodiscard]] std::string text(const std::string& group, const std::string& key) const;

    /// Malformed for names or values that the syntax cannot hold.
    [[nodiscard]] Status setRaw(const std::string& group, const std::string& key, std::string_view value);
    [[nodiscard]] Status setString(const std::string& group, const std::string& key, std::string_view value);
    [[nodiscard]] Secret toText() const;

private:
    struct Owned;
    std::unique_ptr<Owned> m_file;
};

/// A text as the value of a keyfile, with escapes, and back; none for an escape that means nothing.
[[nodiscard]] Secret keyfileValue(std::string_view text);
[[nodiscard]] std::optional<Secret> textOfKeyfileValue(std::string_view value);

} // namespace mmm::interchange
