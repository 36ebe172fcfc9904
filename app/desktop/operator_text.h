#pragma once

#include "mesh/trust_chain.h"

#include <QString>

/// Words about who runs the service (security 03 §2.6.17). Names come from the person's own contacts only.
namespace mmm::desktop {

/// Who runs it by what an Accreditation says, and by what that is known; or why it is not believed.
[[nodiscard]] QString operatorText(const mesh::TrustLink& accreditation);
/// Who ran it until now, if that has changed; empty if not.
[[nodiscard]] QString formerOperatorText(const mesh::TrustLink& accreditation);

} // namespace mmm::desktop
