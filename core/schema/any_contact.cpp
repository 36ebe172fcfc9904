#include "schema/any_contact.h"

namespace mmm::schema {

Result<AnyContact> readContactEntry(BytesView json)
{
    if (auto group = encoding::fromTaggedJson<CatalogedContactRecryption>(json))
        return AnyContact{std::move(*group), true};
    MMM_TRY(CatalogedContact person, encoding::fromTaggedJson<CatalogedContact>(json));
    return AnyContact{std::move(person), false};
}

Secret toTaggedJson(const AnyContact& entry)
{
    const CatalogedContact& content = entry;
    return entry.isGroup ? encoding::toTaggedJson(CatalogedContactRecryption{content})
                         : encoding::toTaggedJson(content);
}

bool isContactClass(std::string_view className)
{
    return className == CatalogedContact::className || className == CatalogedContactRecryption::className;
}

} // namespace mmm::schema
