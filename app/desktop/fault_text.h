#pragma once

#include "base/error.h"

#include <QString>

namespace mmm::desktop {

/// What to tell the person: one translated sentence, with a way on where there is one.
[[nodiscard]] QString faultText(Fault fault);
[[nodiscard]] inline QString faultText(const Error& error)
{
    return faultText(error.fault);
}

} // namespace mmm::desktop
