#include "service/account_name.h"

#include "base/bytes.h"
#include "encoding/utf8.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::size_t longestPart = 253;

bool isDomainCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

} // namespace

std::string AccountAddress::canonical() const
{
    return asciiLower(name) + "@" + asciiLower(domain);
}

Result<AccountAddress> parseAddress(std::string_view address)
{
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos)
        return fail(Fault::Malformed, "an address has the form name@domain");
    AccountAddress parts{std::string(address.substr(0, at)), std::string(address.substr(at + 1))};
    if (parts.name.empty() || parts.domain.empty() || parts.name.size() > longestPart ||
        parts.domain.size() > longestPart)
        return fail(Fault::Malformed, "an address has the form name@domain");
    if (!std::ranges::all_of(parts.domain, isDomainCharacter))
        return fail(Fault::Malformed, "not a domain");
    return parts;
}

Status checkName(std::string_view name, const NamePolicy& policy)
{
    if (name.size() < policy.minimum)
        return fail(Fault::NameInvalid, "That name is too short");
    if (name.size() > policy.maximum)
        return fail(Fault::NameInvalid, "That name is too long");
    if (!encoding::isUtf8(bytesOf(name)))
        return fail(Fault::NameInvalid, "That name is not text");
    if (name.find_first_of(policy.invalidCharacters) != std::string_view::npos)
        return fail(Fault::NameInvalid, "That name has a character that is not allowed");
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control ||
            QChar::category(c) == QChar::Other_Format)
            return fail(Fault::NameInvalid, "That name has a character that is not allowed");
    }
    if (text.normalized(QString::NormalizationForm_C) != text)
        return fail(Fault::NameInvalid, "That name is not in composed form");
    return {};
}

} // namespace mmm::service
