#pragma once

#include "keystore/key_store.h"
#include "options.h"

namespace mmm::meshtool {

/// The key store of the data folder: where its record says, or, for a new folder, where the options say.
[[nodiscard]] Result<std::shared_ptr<keystore::KeyStore>> openKeys(const Options& options);

} // namespace mmm::meshtool
