#include "service/tls_identity.h"

#include "protocol/endpoint.h"
#include "protocol/http_client.h"

#include <boost/asio/ip/address.hpp>
#include <botan/auto_rng.h>
#include <botan/data_src.h>
#include <botan/der_enc.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/hash.h>
#include <botan/pem.h>
#include <botan/pkcs8.h>
#include <botan/pubkey.h>
#include <botan/x509_ca.h>
#include <botan/x509_ext.h>
#include <fstream>
#include <memory>
#include <openssl/x509.h>

namespace mmm::service {

namespace {

constexpr std::size_t kLargestFile = 256 << 10;
constexpr std::size_t kLongestChain = 10;

const Botan::OID kServerAuthentication{1, 3, 6, 1, 5, 5, 7, 3, 1}; // RFC 5280 §4.2.1.12

/// SubjectAlternativeName (RFC 5280 §4.2.1.6). Botan's own knows only IPv4 addresses.
class ServerNames final : public Botan::Certificate_Extension
{
public:
    explicit ServerNames(TlsIdentity::Names names) : m_names(std::move(names)) {}

    Botan::OID oid_of() const override { return Botan::OID{2, 5, 29, 17}; }
    // Nameless, as Botan expects an object of a class of its own under the name.
    std::string oid_name() const override { return {}; }
    std::unique_ptr<Certificate_Extension> copy() const override
    {
        return std::make_unique<ServerNames>(m_names);
    }

private:
    bool should_encode() const override { return !m_names.dnsNames.empty() || !m_names.addresses.empty(); }

    std::vector<std::uint8_t> encode_inner() const override
    {
        constexpr auto dnsName = Botan::ASN1_Type(2);
        constexpr auto ipAddress = Botan::ASN1_Type(7);
        std::vector<std::uint8_t> der;
        Botan::DER_Encoder encoder(der);
        encoder.start_sequence();
        for (const std::string& name : m_names.dnsNames)
            encoder.add_object(dnsName, Botan::ASN1_Class::ContextSpecific, name);
        for (const std::string& text : m_names.addresses) {
            const auto address = boost::asio::ip::make_address(text);
            if (address.is_v4()) {
                const auto octets = address.to_v4().to_bytes();
                encoder.add_object(ipAddress, Botan::ASN1_Class::ContextSpecific, octets.data(),
                                   octets.size());
            } else {
                const auto octets = address.to_v6().to_bytes();
                encoder.add_object(ipAddress, Botan::ASN1_Class::ContextSpecific, octets.data(),
                                   octets.size());
            }
        }
        encoder.end_cons();
        return der;
    }

    void decode_inner(const std::vector<std::uint8_t>&) override {}

    TlsIdentity::Names m_names;
};

Bytes sha256(BytesView octets)
{
    const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
    hash->update(octets.data(), octets.size());
    const auto digest = hash->final();
    return {digest.begin(), digest.end()};
}

Status checkNames(const TlsIdentity::Names& names)
{
    for (const std::string& name : names.dnsNames)
        if (!protocol::isDnsName(name))
            return fail(Fault::Malformed, "certificate: not a DNS name");
    for (const std::string& address : names.addresses) {
        boost::system::error_code error;
        boost::asio::ip::make_address(address, error);
        if (error)
            return fail(Fault::Malformed, "certificate: not an address");
    }
    return {};
}

/// The private key in DER out of what may be PEM.
Result<Secret> derOf(const Secret& privateKey)
{
    if (privateKey.text().find("-----BEGIN") == std::string_view::npos)
        return privateKey.clone();
    Botan::DataSource_Memory source(privateKey.vector());
    // Files of elliptic curve keys often have a block of parameters before the key.
    while (!source.end_of_data()) {
        std::string label;
        auto der = Botan::PEM_Code::decode(source, label);
        if (label == "ENCRYPTED PRIVATE KEY")
            return fail(Fault::Unsupported, "the private key is encrypted");
        if (label.ends_with("PRIVATE KEY"))
            return Secret(std::move(der));
    }
    return fail(Fault::Malformed, "no private key");
}

using OpenSslKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using OpenSslCertificate = std::unique_ptr<X509, decltype(&X509_free)>;

/// Whether the TLS library takes the pair, asked before a service starts with it.
Status checkPair(const Bytes& certificate, const Secret& privateKey)
{
    const unsigned char* at = certificate.data();
    const OpenSslCertificate parsedCertificate(d2i_X509(nullptr, &at, long(certificate.size())), X509_free);
    at = privateKey.view().data();
    const OpenSslKey parsedKey(d2i_AutoPrivateKey(nullptr, &at, long(privateKey.size())), EVP_PKEY_free);
    if (!parsedCertificate || !parsedKey)
        return fail(Fault::Malformed, parsedKey ? "not a certificate" : "not a private key");
    if (X509_check_private_key(parsedCertificate.get(), parsedKey.get()) != 1)
        return fail(Fault::BadKey, "the private key is not the certificate's");
    return {};
}

Result<Secret> readFile(const std::filesystem::path& path)
{
    std::ifstream file;
    file.rdbuf()->pubsetbuf(nullptr, 0); // no copy of a key in a buffer that nobody wipes
    file.open(path, std::ios::binary);
    if (!file)
        return fail(Fault::NotFound, "cannot open " + path.string());
    Secret contents(kLargestFile + 1);
    file.read(reinterpret_cast<char*>(contents.writable().data()), std::streamsize(contents.size()));
    const auto size = std::size_t(file.gcount());
    if (file.bad())
        return fail(Fault::Io, "cannot read " + path.string());
    if (size > kLargestFile)
        return fail(Fault::TooLarge, path.string() + " is too large for a certificate or key");
    return Secret(contents.view().first(size));
}

} // namespace

Result<TlsIdentity> TlsIdentity::create(const Names& names, TimePoint now)
{
    using namespace std::chrono_literals;
    MMM_CHECK(checkNames(names));
    try {
        Botan::AutoSeeded_RNG random;
        const Botan::ECDSA_PrivateKey key(random, Botan::EC_Group::from_name("secp256r1"));
        const std::vector<std::uint8_t> publicKey = key.subject_public_key();

        Botan::X509_DN name;
        name.add_attribute("X520.CommonName", "Mesh service");
        Botan::Extensions extensions;
        extensions.add(std::make_unique<Botan::Cert_Extension::Basic_Constraints>(), true);
        extensions.add(std::make_unique<Botan::Cert_Extension::Key_Usage>(
                           Botan::Key_Constraints(Botan::Key_Constraints::DigitalSignature)),
                       true);
        extensions.add(
            std::make_unique<Botan::Cert_Extension::Extended_Key_Usage>(std::vector{kServerAuthentication}));
        extensions.add(std::make_unique<Botan::Cert_Extension::Subject_Key_ID>(publicKey, "SHA-256"));
        extensions.add(std::make_unique<ServerNames>(names));

        const auto signer = Botan::X509_Object::choose_sig_format(key, random, "SHA-256", "");
        const auto certificate = Botan::X509_CA::make_cert(
            *signer, random, signer->algorithm_identifier(), publicKey,
            Botan::X509_Time(std::chrono::system_clock::time_point(now - 24h)),
            Botan::X509_Time(std::chrono::system_clock::time_point(now + std::chrono::years(10))), name, name,
            extensions);
        return load(certificate.PEM_encode(), Secret(Botan::PKCS8::BER_encode(key)));
    } catch (const std::exception& exception) {
        return fail(Fault::Internal, exception.what());
    }
}

Result<TlsIdentity> TlsIdentity::load(std::string_view chainPem, const Secret& privateKey)
{
    try {
        TlsIdentity identity;
        Botan::DataSource_Memory source(chainPem);
        while (!source.end_of_data() && identity.m_chain.size() < kLongestChain) {
            std::uint8_t next = 0;
            if (source.peek(&next, 1, 0) == 1 && std::isspace(next)) {
                source.discard_next(1);
                continue;
            }
            const Botan::X509_Certificate certificate(source);
            identity.m_chain.push_back(certificate.BER_encode());
            identity.m_chainPem += certificate.PEM_encode();
            if (identity.m_chain.size() == 1)
                identity.m_expires =
                    TimePoint(std::chrono::seconds(certificate.not_after().time_since_epoch()));
        }
        if (identity.m_chain.empty())
            return fail(Fault::Malformed, "no certificate");
        MMM_TRY(identity.m_privateKey, derOf(privateKey));
        MMM_CHECK(checkPair(identity.m_chain.front(), identity.m_privateKey));
        MMM_TRY(identity.m_spkiSha256, protocol::spkiSha256OfCertificate(identity.m_chain.front()));
        identity.m_certificateSha256 = sha256(identity.m_chain.front());
        return identity;
    } catch (const std::exception& exception) {
        return fail(Fault::Malformed, exception.what());
    }
}

Result<TlsIdentity> TlsIdentity::loadFiles(const std::filesystem::path& chain,
                                           const std::filesystem::path& privateKey)
{
    MMM_TRY(const Secret chainText, readFile(chain));
    MMM_TRY(const Secret key, readFile(privateKey));
    return load(chainText.text(), key);
}

} // namespace mmm::service
