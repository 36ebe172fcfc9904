#include "interchange/credential_csv.h"

#include "base/ascii.h"
#include "encoding/utf8.h"
#include "interchange/csv.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace mmm::interchange {

namespace {

/// Where in a row the fields are.
struct Columns
{
    CsvSource source = CsvSource::Chrome;
    std::optional<std::size_t> address;
    std::optional<std::size_t> title;
    std::optional<std::size_t> username;
    std::optional<std::size_t> password;
    std::optional<std::size_t> notes;
    std::optional<std::size_t> oneTimeCode;
};

std::optional<Columns> columnsOf(const CsvRow& header)
{
    const auto find = [&](std::string_view name) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (asciiLower(header[i].text()) == name)
                return i;
        }
        return std::nullopt;
    };
    Columns columns{.address = find("url"),
                    .title = find("title"),
                    .username = find("username"),
                    .password = find("password"),
                    .notes = find("notes"),
                    .oneTimeCode = find("totp")};
    if (!columns.address || !columns.username || !columns.password)
        return std::nullopt;
    if (columns.title && find("group")) {
        columns.source = CsvSource::KeePassXC;
    } else if (find("guid") && find("formactionorigin")) {
        columns.source = CsvSource::Firefox;
    } else if (find("name")) {
        columns.source = CsvSource::Chrome;
        columns.title = find("name");
        columns.notes = find("note");
    } else {
        return std::nullopt;
    }
    return columns;
}

std::string_view textAt(const CsvRow& row, const std::optional<std::size_t>& column)
{
    return column && *column < row.size() ? row[*column].text() : std::string_view();
}

/// What programs write that imports by the octet: not always UTF-8. Other octets are taken as Latin-1.
std::string asUtf8(std::string_view text)
{
    if (encoding::isUtf8(bytesOf(text)))
        return std::string(text);
    std::string converted;
    for (const char character : text)
        encoding::appendUtf8(converted, std::uint8_t(character));
    return converted;
}

/// "https://user@www.example.com:8443/login?x" gives "https" and "www.example.com:8443".
struct Site
{
    std::string protocol;
    std::string service;
};

Site siteOf(std::string_view address)
{
    Site site;
    const std::size_t colon = address.find("://");
    if (colon == std::string_view::npos) {
        site.service = asUtf8(address);
        return site;
    }
    site.protocol = asciiLower(asUtf8(address.substr(0, colon)));
    std::string_view rest = address.substr(colon + 3);
    if (site.protocol != "http" && site.protocol != "https") {
        site.service = asUtf8(rest); // such as android://…@package: all of it tells what it is for
        return site;
    }
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos)
        rest.remove_prefix(at + 1);
    site.service = asciiLower(asUtf8(rest));
    return site;
}

} // namespace

bool isCredentialCsv(BytesView text)
{
    CsvReader reader(text, {.rows = 1, .fields = 64, .fieldOctets = 256});
    const Result<CsvRow> header = reader.next();
    return header && columnsOf(*header).has_value();
}

Result<CredentialFile> readCredentialCsv(BytesView text)
{
    CsvReader reader(text);
    MMM_TRY(const CsvRow header, reader.next());
    const std::optional<Columns> columns = columnsOf(header);
    if (!columns)
        return fail(Fault::Unsupported, "the columns are not those of Chrome, Firefox or KeePassXC");
    CredentialFile file;
    file.source = columns->source;
    while (!reader.atEnd()) {
        MMM_TRY(CsvRow row, reader.next());
        if (row.empty())
            break;
        const Site site = siteOf(textAt(row, columns->address));
        schema::CatalogedCredential credential;
        credential.protocol = site.protocol;
        credential.service = site.service.empty() ? asUtf8(textAt(row, columns->title)) : site.service;
        credential.username = asUtf8(textAt(row, columns->username));
        if (*columns->password < row.size())
            credential.password.secret = SharedSecret(std::move(row[*columns->password]));
        const bool isUseless = credential.username.empty() && credential.password.secret.empty();
        if (credential.service.empty() || isUseless || !encoding::isUtf8(credential.password.secret.view())) {
            ++file.skipped;
            continue;
        }
        if (!textAt(row, columns->notes).empty() || !textAt(row, columns->oneTimeCode).empty())
            ++file.dropped;
        file.credentials.push_back(std::move(credential));
    }
    return file;
}

Secret writeCredentialCsv(std::span<const schema::CatalogedCredential> credentials)
{
    Botan::secure_vector<std::uint8_t> text;
    appendCsvRow(text, {"name", "url", "username", "password"});
    for (const schema::CatalogedCredential& credential : credentials) {
        const std::string address = credential.protocol.empty()
                                        ? credential.service
                                        : credential.protocol + "://" + credential.service;
        appendCsvRow(text,
                     {credential.service, address, credential.username, credential.password.secret.text()});
    }
    return Secret(std::move(text));
}

} // namespace mmm::interchange
