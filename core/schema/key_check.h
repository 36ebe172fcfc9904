#pragma once

#include "crypto/key.h"
#include "schema/keys.h"

namespace mmm::schema {

/// The identifier of a public key and of what it stands for, as it is written (WIRE A.4.1).
[[nodiscard]] std::string udfOf(const crypto::PublicKey& key);

/// Whether the text is a fingerprint of the key by any rule that was ever in use (WIRE A.4), of at least 140
/// bits.
[[nodiscard]] bool isUdfOf(std::string_view udf, const crypto::PublicKey& key);

/// With its fingerprint.
[[nodiscard]] PublicKey describe(const crypto::PublicKey& key);

/// The key that a structure publishes. Missing without parameters, Contradiction if a stated fingerprint is
/// another key's, BadKey if it is unsafe or comes with its private part, Unsupported for RSA.
[[nodiscard]] Result<crypto::PublicKey> keyOf(const PublicKey& key);
[[nodiscard]] Result<crypto::PublicKey> keyOf(const std::optional<PublicKey>& key);

namespace detail {
[[nodiscard]] Status checkKey(const PublicKey& key);
}

/// Success if every key in the members of the structure is as keyOf() wants it. Keys of algorithms that this
/// program does not handle are passed over: nothing is ever done with them.
template<encoding::Record T>
[[nodiscard]] Status checkKeys(const T& record)
{
    Status result;
    const auto check = [&](const auto& member) {
        using Type = std::remove_cvref_t<decltype(member)>;
        if constexpr (std::same_as<Type, std::optional<PublicKey>>) {
            if (result && member)
                result = detail::checkKey(*member);
        } else if constexpr (std::same_as<Type, std::vector<PublicKey>>) {
            for (const PublicKey& key : member) {
                if (result)
                    result = detail::checkKey(key);
            }
        }
    };
    T::fields()([&](const auto&... line) { (check(record.*line.member), ...); });
    return result;
}

} // namespace mmm::schema
