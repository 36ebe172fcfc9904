#pragma once

#include "mesh/messaging.h"

#include <functional>
#include <memory>

namespace mmm::mesh {

struct MeshState;

/// The exchanges between people behind the door of messaging.h. `written` is told when something waits to be
/// sent.
[[nodiscard]] std::unique_ptr<Messaging> makeMessaging(MeshState& state, std::function<void()> written);

} // namespace mmm::mesh
