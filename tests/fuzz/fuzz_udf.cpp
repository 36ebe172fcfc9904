#include "fuzz/fuzz_input.h"
#include "udf/fingerprint.h"
#include "udf/locator.h"
#include "udf/share.h"
#include "udf/strong_name.h"

using namespace mmm;

namespace {

void readFingerprint(std::string_view text)
{
    const auto udf = udf::Udf::parse(text);
    if (!udf)
        return;
    const auto again = udf::Udf::parse(udf->text());
    fuzz::mustHold(again && *again == *udf);
    fuzz::mustHold(udf::matches(*udf, *again) && udf::sameText(text, udf->text()));
    (void)udf::publicKeyOf(*udf);
}

void readSecret(std::string_view text)
{
    const auto secret = udf::SecretUdf::parse(text);
    if (!secret)
        return;
    const Secret canonical = secret->text();
    const auto again = udf::SecretUdf::parse(canonical.text());
    fuzz::mustHold(again && again->text() == canonical && again->type() == secret->type());
    if (const auto share = udf::shareOf(*secret))
        (void)udf::shareText(*share);
}

void readLocator(std::string_view text)
{
    const auto locator = udf::Locator::parse(text);
    if (!locator)
        return;
    const auto again = udf::Locator::parse(locator->print().text());
    fuzz::mustHold(again && again->kind == locator->kind && again->authority == locator->authority);
    fuzz::mustHold(again->udf == locator->udf && again->query == locator->query);
    (void)udf::contentIdentifier(*locator);
}

void readStrongName(std::string_view text)
{
    const auto name = udf::StrongName::parse(text);
    if (!name)
        return;
    const auto again = udf::StrongName::parse(name->print());
    fuzz::mustHold(again && again->address == name->address);
}

} // namespace

/// One text as each of the kinds of name that a person may type, paste or scan.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = textOf(BytesView(data, size));
    readFingerprint(text);
    readSecret(text);
    readLocator(text);
    readStrongName(text);
    return 0;
}
