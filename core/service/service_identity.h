#pragma once

#include "crypto/key.h"
#include "dare/envelope.h"

#include <memory>

namespace mmm::service {

/// Who the service is (WIRE E.15): its profiles, which it shows to everybody in Hello, and the private keys
/// that it needs from day to day. The key of the ProfileService itself is needed only when they are made.
struct ServiceIdentity
{
    dare::Envelope profileService;
    dare::Envelope profileHost;
    dare::Envelope connectionHost;
    Bytes accreditation;    ///< who says that he runs it, for whoever asks; empty: nobody
    std::string serviceUdf; ///< fingerprint of the ProfileService's offline key
    std::string hostUdf;
    std::shared_ptr<const crypto::PrivateKey> hostSignature;      ///< signs what the service states
    std::shared_ptr<const crypto::PrivateKey> hostAuthentication; ///< of mutual authentication (WIRE G.4)
};

} // namespace mmm::service
