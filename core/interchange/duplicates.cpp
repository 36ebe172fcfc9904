#include "interchange/duplicates.h"

#include "crypto/hash.h"

namespace mmm::interchange {

namespace {

/// Parts with their lengths, so that no two lists of parts give the same octets.
void append(Botan::secure_vector<std::uint8_t>& out, std::string_view part)
{
    const std::uint64_t size = part.size();
    for (unsigned shift = 0; shift < 64; shift += 8)
        out.push_back(std::uint8_t(size >> shift));
    out.insert(out.end(), part.begin(), part.end());
}

/// "https://example.com/" and "https://example.com" are one page.
std::string_view withoutSlash(std::string_view uri)
{
    if (uri.ends_with('/'))
        uri.remove_suffix(1);
    return uri;
}

} // namespace

bool KnownEntries::noteText(Secret text)
{
    const Bytes digest = crypto::hash(crypto::HashAlgorithm::Sha256, text.view());
    return m_digests.emplace(textOf(digest)).second;
}

bool KnownEntries::note(const schema::CatalogedCredential& credential)
{
    Botan::secure_vector<std::uint8_t> text;
    append(text, credential.service);
    append(text, credential.username);
    append(text, credential.password.secret.text());
    return noteText(Secret(std::move(text)));
}

bool KnownEntries::note(const schema::CatalogedNetwork& network)
{
    Botan::secure_vector<std::uint8_t> text;
    append(text, network.protocol);
    append(text, network.service);
    append(text, network.username);
    append(text, network.password.secret.text());
    append(text, network.address);
    for (const schema::NetworkAttachment& attachment : network.attachments)
        append(text, attachment.pem.secret.text());
    return noteText(Secret(std::move(text)));
}

bool KnownEntries::note(const schema::CatalogedBookmark& bookmark)
{
    Botan::secure_vector<std::uint8_t> text;
    append(text, withoutSlash(bookmark.uri));
    append(text, bookmark.path);
    return noteText(Secret(std::move(text)));
}

bool KnownEntries::note(const schema::Task& task)
{
    Botan::secure_vector<std::uint8_t> text;
    append(text, task.title);
    append(text, task.location);
    append(text, task.repeat);
    for (const std::optional<TimePoint>& when : {task.start, task.finish})
        append(text, when ? std::to_string(when->time_since_epoch().count()) : std::string());
    return noteText(Secret(std::move(text)));
}

} // namespace mmm::interchange
