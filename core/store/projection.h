#pragma once

#include "encoding/json_value.h"

#include <string>
#include <vector>

namespace mmm::store {

/// Which parts of a payload the index keeps in ordinary memory, for lists and for search. Never a secret: a
/// password is read from its frame when it is asked for and not before.
///
/// A path is member names with slashes between them, below the class tag: "Service",
/// "EnvelopedContact/FullName". Lists on the way are followed into every item, and an unencrypted envelope
/// into the tagged object of its body. "Settings?Name=server/Value" follows only the items of a list whose
/// member Name is the text server.
struct Projection
{
    std::vector<std::string> paths;
};

/// What the projection finds: the class of the payload, and one text per path. Several values under one path
/// are separated by line feeds; other control characters in values become blanks. A path that leads nowhere
/// gives an empty text. Payloads that are not tagged JSON objects are Malformed.
struct Shown
{
    std::string className;
    std::vector<std::string> texts;
};
[[nodiscard]] Result<Shown> project(const Projection& projection, BytesView payload);

} // namespace mmm::store
