#pragma once

#include "schema/catalog_entries.h"

namespace mmm::schema {

/// An entry of the contacts: of a person (security 03 §2.8.6) or of a group (§2.8.7), which have the same
/// fields. It is no record itself, so that nobody writes the one as the other.
struct AnyContact : CatalogedContact
{
    bool isGroup = false;
    static void fields() = delete;
};

/// From `{"ClassName":{…}}`; WrongType for another class.
[[nodiscard]] Result<AnyContact> readContactEntry(BytesView json);
/// Under the class that it was read as.
[[nodiscard]] Secret toTaggedJson(const AnyContact& entry);
/// Whether entries of that class are contacts.
[[nodiscard]] bool isContactClass(std::string_view className);

} // namespace mmm::schema
