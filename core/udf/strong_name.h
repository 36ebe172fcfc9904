#pragma once

#include "udf/udf.h"

namespace mmm::udf {

/// A Strong Internet Name: an address or domain that carries the fingerprint of whom it belongs to (UDF 08
/// §7), such as alice@mm--<udf>.example.com or alice@example.com.mm--<udf>. The counterparty's profile must
/// have the fingerprint; otherwise nothing may be sent there.
struct StrongName
{
    /// The ordinary address or domain, lower case, without the label.
    std::string address;
    Udf subject;

    /// Missing if there is no mm-- label; Malformed if there are several, if one does not hold a fingerprint
    /// of a public key of at least trustBits, or if the rest is no address.
    [[nodiscard]] static Result<StrongName> parse(std::string_view text);

    /// With the label in front of the domain. A fingerprint of more than 59 characters is shortened.
    [[nodiscard]] std::string print() const;
};

} // namespace mmm::udf
