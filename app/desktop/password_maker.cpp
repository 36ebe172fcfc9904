#include "password_maker.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace mmm::desktop {

namespace {

constexpr std::array<std::string_view, 4> sorts = {"abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ",
                                                   "23456789", "!#$%&()*+,-./:;<=>?@[]^_{|}~"};

/// A number below `bound` (at most 256), every one equally likely.
std::size_t below(std::size_t bound, crypto::Random& random)
{
    const std::size_t usable = 256 - 256 % bound;
    for (;;) {
        const std::size_t octet = random.next_byte();
        if (octet < usable)
            return octet % bound;
    }
}

} // namespace

SharedSecret makePassword(std::size_t length, bool symbols, crypto::Random& random)
{
    const std::size_t wanted = symbols ? 4 : 3;
    std::string alphabet;
    for (std::size_t i = 0; i < wanted; ++i)
        alphabet += sorts[i];
    Secret password(std::max(length, wanted));
    const auto hasAllSorts = [&] {
        return std::all_of(sorts.begin(), sorts.begin() + std::ptrdiff_t(wanted), [&](std::string_view sort) {
            return password.text().find_first_of(sort) != std::string_view::npos;
        });
    };
    // drawing again as a whole, instead of mending, keeps all of them equally likely
    do {
        for (std::uint8_t& character : password.writable())
            character = std::uint8_t(alphabet[below(alphabet.size(), random)]);
    } while (!hasAllSorts());
    return SharedSecret(std::move(password));
}

} // namespace mmm::desktop
