#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <functional>
#include <string>
#include <vector>

namespace mmm::schema::test {

struct FieldNames
{
    std::string name;
    std::vector<std::string> aliases;
};

/// A structure of the schema, with its type taken away.
struct Structure
{
    std::string className;
    std::vector<std::string> legacyNames;
    std::vector<FieldNames> fields;
    std::string filled; ///< tagged JSON with every field
    /// Reads tagged JSON and prints it again; a second reading must give an equal value.
    std::function<Result<std::string>(std::string_view)> reread;
    /// The class that the registry of its family takes a tagged object for; null for structures that only
    /// stand inside others.
    std::function<Result<std::string>(std::string_view)> recognise;
};

/// Every structure of the room under test.
[[nodiscard]] std::vector<Structure> allStructures();

} // namespace mmm::schema::test
