#pragma once

#include "schema/structure.h"

/// Keys in profiles, connections and activations (security 03 §2.5).
namespace mmm::schema {

/// A public key with its fingerprint (security 03 §2.5.2). See key_check.h for how it is judged.
struct PublicKey : RecordBase
{
    static constexpr std::string_view className = "PublicKey";
    std::string udf;
    Bytes x509Certificate;
    std::vector<Bytes> x509Chain;
    Bytes x509Csr;
    Key publicParameters;
    Key privateParameters; ///< never in anything published
    static constexpr auto fields()
    {
        return fieldTable(field("UDF", &PublicKey::udf),
                          field("X509Certificate", &PublicKey::x509Certificate),
                          field("X509Chain", &PublicKey::x509Chain), field("X509CSR", &PublicKey::x509Csr),
                          field("PublicParameters", &PublicKey::publicParameters),
                          field("PrivateParameters", &PublicKey::privateParameters));
    }
};

/// One contribution to a private key that is split between its holder and a service (security 03 §2.5.3).
struct KeyComposite : RecordBase
{
    static constexpr std::string_view className = "KeyComposite";
    Key publicKey;       ///< the whole key
    Key part;            ///< this contribution; the complete private key if `service` is absent
    std::string service; ///< account or service that holds the other contribution
    static constexpr auto fields()
    {
        return fieldTable(field("Public", &KeyComposite::publicKey), field("Part", &KeyComposite::part),
                          field("Service", &KeyComposite::service));
    }
};

/// The secret that turns a key of the device profile into a key of the connected device
/// (security 03 §2.5.5). See overlay.h.
struct KeyOverlay : RecordBase
{
    static constexpr std::string_view className = "KeyOverlay";
    std::string udf;     ///< fingerprint of the resulting key
    std::string baseUdf; ///< fingerprint of the key that the overlay is added to
    Key overlay;         ///< private key
    static constexpr auto fields()
    {
        return fieldTable(field("UDF", &KeyOverlay::udf), field("BaseUDF", &KeyOverlay::baseUdf),
                          field("Overlay", &KeyOverlay::overlay));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::PublicKey)
MMM_RECORD_DECLARED(mmm::schema::KeyComposite)
MMM_RECORD_DECLARED(mmm::schema::KeyOverlay)
