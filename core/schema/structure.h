#pragma once

#include "dare/envelope.h"
#include "dare/key_object.h"
#include "encoding/record.h"

/// What every structure of the schema is made of.
namespace mmm::schema {

using dare::Envelope;
using dare::Key;
using encoding::extend;
using encoding::field;
using encoding::fieldTable;
using encoding::RecordBase;
using encoding::SecretText;
using encoding::Tagged;

/// The older class names of a structure; to be hidden by structures derived from one that has some.
template<typename... Names>
constexpr auto olderNames(Names... older)
{
    return std::array<std::string_view, sizeof...(Names)>{std::string_view(older)...};
}

} // namespace mmm::schema
