#include "ssh/public_key.h"

#include "crypto/hash.h"
#include "ssh/wire.h"

#include <algorithm>
#include <array>
#include <botan/base64.h>

namespace mmm::ssh {

namespace {

constexpr std::array<std::string_view, 8> keyTypes{ed25519Type,
                                                   "ssh-rsa",
                                                   "ecdsa-sha2-nistp256",
                                                   "ecdsa-sha2-nistp384",
                                                   "ecdsa-sha2-nistp521",
                                                   "sk-ssh-ed25519@openssh.com",
                                                   "sk-ecdsa-sha2-nistp256@openssh.com",
                                                   "ssh-ed448"};

/// The next word of a line of which the rest stays; a word of options may have spaces within quotes.
std::string_view takeWord(std::string_view& rest, bool withQuotes)
{
    rest = trimmed(rest);
    bool isQuoted = false;
    std::size_t end = 0;
    for (; end < rest.size(); ++end) {
        const char c = rest[end];
        if (withQuotes && c == '\\' && end + 1 < rest.size() && rest[end + 1] == '"')
            ++end;
        else if (withQuotes && c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == ' ' || c == '\t'))
            break;
    }
    const std::string_view word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return word;
}

Result<Bytes> fromBase64(std::string_view text)
{
    // strictly what an encoder writes: no spaces, padding only at the end
    if (text.empty() || text.size() % 4 != 0)
        return fail(Fault::Malformed, "not base64");
    try {
        const auto octets = Botan::base64_decode(text.data(), text.size(), false);
        Bytes copy(octets.begin(), octets.end());
        if (Botan::base64_encode(copy.data(), copy.size()) != text)
            return fail(Fault::Malformed, "not canonical base64");
        return copy;
    } catch (const std::exception&) {
        return fail(Fault::Malformed, "not base64");
    }
}

} // namespace

bool isKeyType(std::string_view word)
{
    return std::ranges::find(keyTypes, word) != keyTypes.end();
}

std::string oneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return std::string(trimmed(line));
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool hasControls(std::string_view line)
{
    return std::ranges::any_of(
        line, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

Result<PublicKey> PublicKey::of(const crypto::PublicKey& key)
{
    if (key.curve() != crypto::Curve::Ed25519)
        return fail(Fault::Unsupported, "only Ed25519 keys are known to OpenSSH");
    return PublicKey{std::string(ed25519Type), Writer().text(ed25519Type).string(key.raw()).take()};
}

Result<PublicKey> PublicKey::fromBlob(BytesView blob)
{
    Reader reader(blob);
    MMM_TRY(const std::string_view type, reader.text());
    if (!isKeyType(type))
        return fail(Fault::Unsupported, "not a type of key that is known here");
    MMM_TRY(const BytesView first, reader.string());
    if (first.empty())
        return fail(Fault::Malformed, "a key without content");
    PublicKey key{std::string(type), copyOf(blob)};
    if (type == ed25519Type) {
        MMM_CHECK(reader.end());
        MMM_CHECK(key.ed25519());
    }
    return key;
}

Result<PublicKey> PublicKey::fromWords(std::string_view type, std::string_view base64)
{
    if (base64.size() > longestLine)
        return fail(Fault::TooLarge, "a key that is too long");
    MMM_TRY(const Bytes blob, fromBase64(base64));
    MMM_TRY(PublicKey key, fromBlob(blob));
    if (key.type != type)
        return fail(Fault::Contradiction, "the key is of another type than its line says");
    return key;
}

Result<crypto::PublicKey> PublicKey::ed25519() const
{
    if (type != ed25519Type)
        return fail(Fault::Unsupported, "not an Ed25519 key");
    Reader reader(blob);
    MMM_CHECK(reader.string());
    MMM_TRY(const BytesView raw, reader.string());
    MMM_CHECK(reader.end());
    return crypto::PublicKey::decode(crypto::Curve::Ed25519, raw);
}

std::string PublicKey::words() const
{
    return type + " " + Botan::base64_encode(blob.data(), blob.size());
}

std::string PublicKey::fingerprint() const
{
    const Bytes digest = crypto::sha256(blob);
    std::string text = Botan::base64_encode(digest.data(), digest.size());
    text.erase(text.find_last_not_of('=') + 1);
    return "SHA256:" + text;
}

Result<AuthorizedKey> AuthorizedKey::parse(std::string_view line)
{
    if (line.size() > longestLine)
        return fail(Fault::TooLarge, "a line that is too long");
    if (hasControls(line))
        return fail(Fault::Malformed, "a line with control characters");
    std::string_view rest = line;
    AuthorizedKey found;
    std::string_view word = takeWord(rest, true);
    if (!isKeyType(word)) {
        found.options = word;
        word = takeWord(rest, false);
    }
    if (!isKeyType(word))
        return fail(Fault::Unsupported, "no key of a known type in the line");
    MMM_TRY(found.key, PublicKey::fromWords(word, takeWord(rest, false)));
    found.comment = rest;
    return found;
}

std::string AuthorizedKey::line() const
{
    return (options.empty() ? std::string() : options + " ") + key.words() +
           (comment.empty() ? std::string() : " " + comment);
}

} // namespace mmm::ssh
