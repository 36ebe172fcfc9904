#include "udf/strong_name.h"

#include "base/ascii.h"
#include "udf/locator.h"

#include <algorithm>
#include <optional>

namespace mmm::udf {

namespace {

constexpr std::string_view mark = "mm--";
constexpr std::size_t maxLabel = 59;

} // namespace

Result<StrongName> StrongName::parse(std::string_view text)
{
    if (text.size() > 512)
        return fail(Fault::TooLarge, "too long an address");
    const std::string name = asciiLower(text);
    const std::size_t at = name.rfind('@');
    const std::size_t domainStart = at == std::string::npos ? 0 : at + 1;
    const std::string_view domain = std::string_view(name).substr(domainStart);

    std::optional<Udf> subject;
    std::string plainDomain;
    for (std::size_t start = 0; start <= domain.size();) {
        const std::string_view label = domain.substr(start, domain.find('.', start) - start);
        start += label.size() + 1;
        if (!label.starts_with(mark)) {
            if (!plainDomain.empty())
                plainDomain += '.';
            plainDomain += label;
            continue;
        }
        const std::string_view presentation = label.substr(mark.size());
        if (subject || presentation.size() > maxLabel)
            return fail(Fault::Malformed, "two fingerprints, or too long a one, in an address");
        MMM_TRY(subject, Udf::parse(presentation));
        if ((subject->type() != Type::DigestSha2 && subject->type() != Type::DigestSha3) ||
            subject->bits() < trustBits)
            return fail(Fault::Malformed, "not the fingerprint of a profile");
    }
    if (!subject)
        return fail(Fault::Missing, "an address without a fingerprint");
    if (!isDomainName(plainDomain) || at == 0)
        return fail(Fault::Malformed, "not an address");
    return StrongName{name.substr(0, domainStart) + plainDomain, *subject};
}

std::string StrongName::print() const
{
    // A label has 63 characters at most and should not end within a group of four.
    std::string presentation = asciiLower(subject.text()).substr(0, maxLabel);
    while (!presentation.empty() && presentation.back() == '-')
        presentation.pop_back();
    const std::size_t at = address.rfind('@');
    const std::size_t domainStart = at == std::string::npos ? 0 : at + 1;
    return address.substr(0, domainStart) + std::string(mark) + presentation + "." +
           address.substr(domainStart);
}

} // namespace mmm::udf
