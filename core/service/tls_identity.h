#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mmm::service {

/// The certificate and private key with which a service answers TLS handshakes. Move-only; any thread.
///
/// An embedded service makes its own (ECDSA over P-256: the TLS stacks in use do not all take Ed448), which
/// its clients pin by the digest of the key; an operator brings one from a certificate authority.
class TlsIdentity
{
public:
    /// What a self-made certificate is valid for. It is pinned by its key, so the names are for the benefit
    /// of other programs.
    struct Names
    {
        std::vector<std::string> dnsNames;
        std::vector<std::string> addresses; ///< IPv4 and IPv6 literals
    };

    /// A new key and a self-signed certificate, valid from a day before `now` for ten years.
    /// Malformed: a name or address that is none.
    [[nodiscard]] static Result<TlsIdentity> create(const Names& names, TimePoint now);

    /// From a chain in PEM, the service's own certificate first, and its private key: PEM or DER, PKCS #8 or
    /// the older form of its algorithm, not encrypted. Faults: Malformed, BadKey (the key is not the
    /// certificate's), Unsupported (encrypted key).
    [[nodiscard]] static Result<TlsIdentity> load(std::string_view chainPem, const Secret& privateKey);

    /// The same from files. Faults also: NotFound, Io, TooLarge.
    [[nodiscard]] static Result<TlsIdentity> loadFiles(const std::filesystem::path& chain,
                                                       const std::filesystem::path& privateKey);

    /// The chain as PEM, to be stored; public.
    [[nodiscard]] const std::string& chainPem() const { return m_chainPem; }
    /// The private key in DER, to be stored where secrets are; load() takes it back.
    [[nodiscard]] const Secret& privateKey() const { return m_privateKey; }
    /// The certificates in DER, the service's own first.
    [[nodiscard]] const std::vector<Bytes>& chain() const { return m_chain; }

    /// SHA-256 of the DER SubjectPublicKeyInfo: what clients pin (RFC 7858 §4.2 style), 32 octets.
    [[nodiscard]] const Bytes& spkiSha256() const { return m_spkiSha256; }
    /// SHA-256 of the DER certificate: the fingerprint that other programs show, 32 octets.
    [[nodiscard]] const Bytes& certificateSha256() const { return m_certificateSha256; }
    /// When the service's own certificate ends.
    [[nodiscard]] TimePoint expires() const { return m_expires; }

private:
    TlsIdentity() = default;

    std::string m_chainPem;
    std::vector<Bytes> m_chain;
    Secret m_privateKey;
    Bytes m_spkiSha256;
    Bytes m_certificateSha256;
    TimePoint m_expires;
};

} // namespace mmm::service
