#pragma once

#include <QLoggingCategory>

namespace mmm::desktop {

/// What the program does, for experts: `QT_LOGGING_RULES="mesh.*=true"`. Never a secret or a person's data.
Q_DECLARE_LOGGING_CATEGORY(logDesktop)

} // namespace mmm::desktop
