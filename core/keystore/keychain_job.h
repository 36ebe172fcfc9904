#pragma once

#include "base/secret.h"
#include "keystore/keychain_thread.h"

#include <string>

namespace mmm::keystore {

// One request each to the platform's keychain through QtKeychain; to be called in the keychain thread.
// KeyNotFound is what the library says: on Linux it says so of a locked collection as well.
// A request that ran into the deadline may still take effect later; no other one begins before it has ended.

[[nodiscard]] Status writeKeychain(const Waiter& waiter, const std::string& service, const std::string& name,
                                   const Secret& item);
[[nodiscard]] Result<Secret> readKeychain(const Waiter& waiter, const std::string& service,
                                          const std::string& name);
[[nodiscard]] Status removeKeychain(const Waiter& waiter, const std::string& service,
                                    const std::string& name);

} // namespace mmm::keystore
