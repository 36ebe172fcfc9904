#pragma once

#include "crypto/key.h"

namespace mmm::crypto {

// The parts that a private key can play in co-generation (WIRE D.3), as types, so that the compiler keeps
// them apart.

/// A key of the device profile: made on the device and never leaving it.
struct DeviceKey
{
    PrivateKey key;
};

/// The contribution of the administrator or of the account, sent to the device in an activation.
struct OverlayKey
{
    PrivateKey key;
};

/// Device key plus overlay: what the connected device signs and decrypts with.
struct CompositeKey
{
    PrivateKey key;
};

/// A key that several devices of an account share.
struct AccountKey
{
    PrivateKey key;
};

/// A fresh overlay for the curve of a device key.
[[nodiscard]] OverlayKey generateOverlay(Curve curve, Random& random = systemRandom());

/// The device's side: the private composite. BadKey if the curves differ.
[[nodiscard]] Result<CompositeKey> cogenerate(const DeviceKey& device, const OverlayKey& overlay);

/// The administrator's side: the public composite, without the device's private key.
[[nodiscard]] Result<PublicKey> cogenerate(const PublicKey& device, const OverlayKey& overlay);

} // namespace mmm::crypto
