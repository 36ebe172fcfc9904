#include "log.h"

namespace mmm::desktop {

Q_LOGGING_CATEGORY(logDesktop, "mesh.desktop", QtInfoMsg)

} // namespace mmm::desktop
