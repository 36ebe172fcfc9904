#pragma once

#include "dare/header.h"

/// Enhanced Data Sequences: a salt prefix, a body and a tag as JSON-B data items (DARE 06 §3.1, WIRE B.8).
namespace mmm::dare {

/// The items of an EDS; an item written in chunks is joined.
struct EdsItems
{
    Bytes prefix;
    Bytes body; ///< ciphertext, or plain
    Bytes tag;
};

/// Two items are read as three with an empty tag. Malformed otherwise.
[[nodiscard]] Result<EdsItems> parseEds(BytesView octets);
[[nodiscard]] Bytes writeEds(BytesView prefix, BytesView body, BytesView tag = {});

/// The prefix number n (from 1) of an envelope: little-endian, as few octets as it takes.
[[nodiscard]] Bytes edsPrefix(std::uint64_t number);

/// Encrypts under the salt `prefix || salt` and frames.
[[nodiscard]] Result<Bytes> sealEds(BytesView masterKey, BytesView salt, std::uint64_t number,
                                    BytesView plaintext);

/// Opens an EDS of an envelope with that header; a plain one if the header says that nothing is encrypted.
[[nodiscard]] Result<Secret> openEds(BytesView masterKey, const Header& header, BytesView octets);

} // namespace mmm::dare
