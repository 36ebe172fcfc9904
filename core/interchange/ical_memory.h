#pragma once

#include <libical/ical.h>
#include <memory>
#include <string>

namespace mmm::interchange {

struct FreeComponent
{
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using OwnedComponent = std::unique_ptr<icalcomponent, FreeComponent>;

/// The text, which libical gave away.
inline std::string taken(char* text)
{
    const std::string copy = text != nullptr ? text : "";
    icalmemory_free_buffer(text);
    return copy;
}

} // namespace mmm::interchange
