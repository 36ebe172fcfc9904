#include "mesh/log_code.h"

#include "mesh/people.h"
#include "udf/locator.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::string_view logScheme = "mlog:";
constexpr std::string_view accountMark = "?a=";
constexpr std::size_t longestLogAccount = 320; // octets
constexpr std::size_t longestCode =
    logScheme.size() + protocol::longestToken + accountMark.size() + longestLogAccount;

Result<std::string> accountOf(std::string_view text)
{
    const auto person = text.size() > longestLogAccount ? Result<PersonAddress>(fail(Fault::TooLarge))
                                                        : PersonAddress::parse(text);
    if (!person || person->address != text)
        return fail(Fault::Malformed, "not the address of an account");
    return person->address;
}

std::string_view withoutBlanksAround(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// Locators are parsed where they are resolved; here they may be anything.
Result<LogCode> fromContact(std::string_view text)
{
    MMM_TRY(const udf::Locator locator, udf::Locator::parse(text));
    const auto item = [&](std::string_view name) {
        const auto found = std::ranges::find(locator.query, name, &udf::QueryItem::name);
        return found == locator.query.end() ? std::string_view() : std::string_view(found->value);
    };
    if (locator.kind != udf::Locator::Kind::Content)
        return fail(Fault::Malformed, "not a code that says anything of a log");
    if (item(tokenItem).empty())
        return fail(Fault::Missing, "the code says nothing of a log");
    LogCode code;
    MMM_TRY(code.token, protocol::NotaryToken::parse(item(tokenItem)));
    if (!item("a").empty()) {
        MMM_TRY(code.account, accountOf(item("a")));
    }
    return code;
}

} // namespace

Result<LogCode> LogCode::parse(std::string_view text)
{
    text = withoutBlanksAround(text);
    if (!text.starts_with(logScheme))
        return fromContact(text);
    if (text.size() > longestCode)
        return fail(Fault::TooLarge, "too long for a code");
    text.remove_prefix(logScheme.size());
    LogCode code;
    const std::size_t mark = text.find(accountMark);
    if (mark != std::string_view::npos) {
        MMM_TRY(code.account, accountOf(text.substr(mark + accountMark.size())));
    }
    MMM_TRY(code.token, protocol::NotaryToken::parse(text.substr(0, mark)));
    return code;
}

std::string LogCode::text() const
{
    std::string text = std::string(logScheme) + token.text();
    if (!account.empty())
        text += std::string(accountMark) + account;
    return text;
}

} // namespace mmm::mesh
