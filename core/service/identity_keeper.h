#pragma once

#include "base/clock.h"
#include "keystore/key_store.h"
#include "service/service_identity.h"
#include "service/storage.h"
#include "service/tls_identity.h"

namespace mmm::service {

/// Brings up who the service is: the profiles from the storage and the private keys from the keystore, made
/// at the first start (WIRE E.15). Never makes new keys for profiles that exist: clients have pinned them.
/// KeyNotFound if the keystore lost them.
[[nodiscard]] Result<ServiceIdentity> openServiceIdentity(Storage& storage, keystore::KeyStore& keys,
                                                          BytesView tlsKeyDigest, TimePoint now);

/// The self-made certificate of a service without one from an authority; made anew when it is about to end.
[[nodiscard]] Result<TlsIdentity> openTlsIdentity(Storage& storage, keystore::KeyStore& keys,
                                                  const TlsIdentity::Names& names, TimePoint now);

} // namespace mmm::service
