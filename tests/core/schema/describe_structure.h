#pragma once

#include "core/schema/filled.h"
#include "core/schema/structures.h"

namespace mmm::schema::test {

/// The structure with its type taken away; without a registry.
template<encoding::Record T>
Structure describe()
{
    Structure structure;
    structure.className = T::className;
    if constexpr (requires { T::legacyNames; })
        structure.legacyNames.assign(T::legacyNames.begin(), T::legacyNames.end());
    const auto addField = [&](const auto& line) {
        structure.fields.push_back({std::string(line.name), {line.aliases.begin(), line.aliases.end()}});
    };
    T::fields()([&](const auto&... line) { (addField(line), ...); });
    structure.filled = encoding::toTaggedJson(filled<T>()).text();
    structure.reread = [](std::string_view json) -> Result<std::string> {
        MMM_TRY(const T first, encoding::fromTaggedJson<T>(bytesOf(json)));
        const Secret printed = encoding::toTaggedJson(first);
        MMM_TRY(const T second, encoding::fromTaggedJson<T>(printed));
        if (!(first == second))
            return fail(Fault::Internal, "a printed structure is read as a different one");
        return std::string(printed.text());
    };
    return structure;
}

} // namespace mmm::schema::test
