#include "mesh/recipients.h"

#include "mesh/account_place.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

bool isMarkable(std::string_view container)
{
    namespace names = schema::store_name;
    constexpr std::array markable{names::contact, names::credential, names::bookmark, names::task,
                                  names::network};
    return std::ranges::find(markable, container) != markable.end();
}

bool isMortal(Membership& who, std::string_view container)
{
    if (!isMarkable(container))
        return false;
    const std::vector<std::string>& kids = who.containers->find(container)->exchangeKids();
    const auto isInEscrow = [&](const std::string& kid) {
        const auto isOf = [&](const auto& key) { return dare::isIdentifierOf(kid, key->publicKey()); };
        return isOf(who.keys->accountEncryption) || std::ranges::any_of(who.keys->formerEncryption, isOf);
    };
    return !kids.empty() && std::ranges::none_of(kids, isInEscrow);
}

void settleRecipients(Membership& who, std::string_view container, BytesView hostKey)
{
    const auto marking = who.marking.find(container);
    const bool dies = marking == who.marking.end() ? isMortal(who, container) : marking->second;
    const auto& key = dies ? who.keys->mortalEncryption : who.keys->accountEncryption;
    std::vector<dare::RecipientKey> recipients;
    if (key)
        recipients.emplace_back(key->publicKey());
    // the services read the contact catalog, to know whose messages to accept (WIRE F.4)
    if (key && container == schema::store_name::contact) {
        const auto add = [&](BytesView octets) {
            if (const auto host = crypto::PublicKey::decode(crypto::Curve::Ed448, octets))
                recipients.emplace_back(*host);
        };
        add(hostKey);
        if (const auto told = toldPlaceIn(who)) {
            for (const FurtherPlace& further : told->further) {
                if (!std::ranges::equal(further.service.hostKey, hostKey))
                    add(further.service.hostKey);
            }
        }
    }
    who.containers->find(container)->setRecipients(std::move(recipients));
}

} // namespace mmm::mesh
