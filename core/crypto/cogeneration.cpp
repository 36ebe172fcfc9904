#include "crypto/cogeneration.h"

namespace mmm::crypto {

OverlayKey generateOverlay(Curve curve, Random& random)
{
    return OverlayKey{PrivateKey::generate(curve, random)};
}

Result<CompositeKey> cogenerate(const DeviceKey& device, const OverlayKey& overlay)
{
    MMM_TRY(PrivateKey composite, combine(device.key, overlay.key));
    return CompositeKey{std::move(composite)};
}

Result<PublicKey> cogenerate(const PublicKey& device, const OverlayKey& overlay)
{
    return combine(device, overlay.key.publicKey());
}

} // namespace mmm::crypto
