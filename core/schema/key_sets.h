#pragma once

#include "crypto/cogeneration.h"
#include "schema/activations.h"

/// The three keys that a device has in every part that it plays, and how they are composed (WIRE D.3, E.6).
namespace mmm::schema {

struct PublicKeySet
{
    crypto::PublicKey signature;
    crypto::PublicKey encryption;
    crypto::PublicKey authentication;
};

/// The keys of a ProfileDevice: they stay on the device.
struct DeviceKeySet
{
    crypto::DeviceKey signature;
    crypto::DeviceKey encryption;
    crypto::DeviceKey authentication;

    [[nodiscard]] static DeviceKeySet generate(crypto::Random& random = crypto::systemRandom());
    [[nodiscard]] PublicKeySet publicKeys() const;
};

/// What an activation adds to them.
struct OverlaySet
{
    crypto::OverlayKey signature;
    crypto::OverlayKey encryption;
    crypto::OverlayKey authentication;

    [[nodiscard]] static OverlaySet generate(const PublicKeySet& base,
                                             crypto::Random& random = crypto::systemRandom());
};

/// The sum: the keys that the connection publishes.
struct CompositeKeySet
{
    crypto::CompositeKey signature;
    crypto::CompositeKey encryption;
    crypto::CompositeKey authentication;

    [[nodiscard]] PublicKeySet publicKeys() const;
};

/// The public keys of a profile or connection that has all three. Missing and what keyOf() reports.
[[nodiscard]] Result<PublicKeySet> publicKeysOf(const ProfileDevice& profile);
[[nodiscard]] Result<PublicKeySet> publicKeysOf(const ConnectionDevice& connection);
[[nodiscard]] Result<PublicKeySet> publicKeysOf(const ConnectionAccount& connection);

/// The administrator's side: the public sum.
[[nodiscard]] Result<PublicKeySet> compose(const PublicKeySet& base, const OverlaySet& overlays);

/// An overlay as it is sent.
[[nodiscard]] Result<KeyOverlay> describe(const crypto::PublicKey& base, const crypto::OverlayKey& overlay);

/// The public key that the overlay makes of the base. Contradiction if the overlay names another base or
/// another result.
[[nodiscard]] Result<crypto::PublicKey> applyOverlay(const crypto::PublicKey& base,
                                                     const std::optional<KeyOverlay>& overlay);

/// The device's side: the private key, with the same checks.
[[nodiscard]] Result<crypto::CompositeKey> applyOverlay(const crypto::DeviceKey& base,
                                                        const std::optional<KeyOverlay>& overlay);

/// All three of an activation.
[[nodiscard]] Result<CompositeKeySet> activate(const DeviceKeySet& device,
                                               const ActivationDevice& activation);
[[nodiscard]] Result<CompositeKeySet> activate(const DeviceKeySet& device,
                                               const ActivationAccount& activation);

} // namespace mmm::schema
