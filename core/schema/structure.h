#pragma once

#include "dare/envelope.h"
#include "dare/key_object.h"
#include "encoding/record.h"

/// What every structure of the schema is made of.
namespace mmm::schema {

using dare::Envelope;
using dare::Key;
using encoding::field;
using encoding::RecordBase;
using encoding::SecretText;
using encoding::Tagged;

/// The field table of a derived structure: the parent's fields first.
template<typename Parent, typename... Lines>
constexpr auto extend(Lines... lines)
{
    return std::tuple_cat(Parent::fields(), std::tuple(lines...));
}

/// The older class names of a structure; to be hidden by structures derived from one that has some.
template<typename... Names>
constexpr auto olderNames(Names... older)
{
    return std::array<std::string_view, sizeof...(Names)>{std::string_view(older)...};
}

} // namespace mmm::schema
