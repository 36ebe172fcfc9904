#include "fuzz/fuzz_input.h"
#include "mesh/group_card.h"
#include "mesh/locator_place.h"
#include "mesh/message_check.h"
#include "mesh/people.h"
#include "protocol/notary_token.h"

#include <algorithm>

using namespace mmm;

namespace {

/// What a code says besides where the card is and its key.
void readItems(const udf::Locator& code)
{
    (void)mesh::placeOf(code);
    for (const udf::QueryItem& item : code.query) {
        if (const auto person = mesh::PersonAddress::parse(item.value))
            fuzz::mustHold(mesh::PersonAddress::parse(person->address).has_value());
        if (const auto token = protocol::NotaryToken::parse(item.value))
            fuzz::mustHold(protocol::NotaryToken::parse(token->text()) == *token);
    }
}

/// A card, a person's or a group's: what is accepted names its account.
void readCard(const dare::Envelope& card)
{
    if (const auto person = mesh::verifyCard(card))
        fuzz::mustHold(!person->account.udf().empty());
    if (const auto group = mesh::verifyGroupCard(card))
        fuzz::mustHold(!group->address.empty());
}

} // namespace

/// The code of a contact as it is scanned or pasted in the first line, and after it what is published under
/// it: once as octets from the host, and once as what somebody who has the code's key has sealed.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = textOf(BytesView(data, size));
    const std::string_view line = input.substr(0, input.find('\n'));
    const BytesView rest = bytesOf(input.substr(std::min(input.size(), line.size() + 1)));
    const auto code = udf::Locator::parse(line);
    if (!code)
        return 0;
    readItems(*code);
    const auto key = code->secretUdf();
    if (!key || key->type() != udf::Type::Key)
        return 0;
    if (const auto published = dare::Envelope::parse(rest)) {
        if (const auto opened = published->openWith(key->data())) {
            if (const auto card = dare::Envelope::parse(opened->payload))
                readCard(*card);
        }
        readCard(*published);
    }
    dare::SealOptions options;
    options.masterKey = SharedSecret(Secret(key->data()));
    options.digest = true;
    if (const auto sealed = dare::seal(rest, options)) {
        const auto opened = sealed->openWith(key->data());
        fuzz::mustHold(opened && std::ranges::equal(opened->payload.view(), rest));
    }
    return 0;
}
