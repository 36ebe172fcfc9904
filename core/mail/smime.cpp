#include "mail/smime.h"

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace mmm::mail {

namespace {

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T* object) const
    {
        release(object);
    }
};

void releaseStack(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
void releaseNames(GENERAL_NAMES* names)
{
    GENERAL_NAMES_free(names);
}
void releaseText(unsigned char* text)
{
    OPENSSL_free(text);
}

using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Container = std::unique_ptr<PKCS12, Release<PKCS12_free>>;
using Chain = std::unique_ptr<STACK_OF(X509), Release<releaseStack>>;
using Names = std::unique_ptr<GENERAL_NAMES, Release<releaseNames>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;

constexpr int rsaBits = 3072;
constexpr int years = 3;
constexpr std::size_t longestChain = 10;
constexpr int mostIterations = 2'000'000; // of a file's key derivation; more would keep the program busy
constexpr int iterations = 600'000;

/// What OpenSSL has noted about the failure is not wanted by anybody else.
tl::unexpected<Error> failed(Fault fault, const char* what)
{
    ERR_clear_error();
    return fail(fault, what);
}

Result<Certificate> certificateOf(BytesView der)
{
    if (der.size() > largestFile)
        return fail(Fault::TooLarge, "a certificate that is too large");
    const unsigned char* at = der.data();
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!certificate || at != der.data() + der.size())
        return failed(Fault::Malformed, "not a certificate");
    return certificate;
}

Result<Bytes> derOf(X509* certificate)
{
    unsigned char* octets = nullptr;
    const int size = i2d_X509(certificate, &octets);
    if (size <= 0)
        return failed(Fault::Malformed, "a certificate that cannot be written");
    const std::unique_ptr<unsigned char, Release<releaseText>> owned(octets);
    return Bytes(octets, octets + size);
}

Result<SharedSecret> derOf(EVP_PKEY* key)
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Release<PKCS8_PRIV_KEY_INFO_free>> info(EVP_PKEY2PKCS8(key));
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0)
        return failed(Fault::BadKey, "a key that cannot be written");
    Secret der(static_cast<std::size_t>(size));
    unsigned char* at = der.writable().data();
    i2d_PKCS8_PRIV_KEY_INFO(info.get(), &at);
    return SharedSecret(std::move(der));
}

Result<Key> keyOf(BytesView der)
{
    const unsigned char* at = der.data();
    Key key(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size())));
    if (!key || at != der.data() + der.size())
        return failed(Fault::BadKey, "not a private key");
    return key;
}

std::string textOf(const ASN1_STRING* string)
{
    unsigned char* octets = nullptr;
    const int size = ASN1_STRING_to_UTF8(&octets, string);
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    const std::unique_ptr<unsigned char, Release<releaseText>> owned(octets);
    return std::string(octets, octets + size);
}

std::string nameOf(const X509_NAME* name)
{
    constexpr std::size_t longest = 1000;
    const int place = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (place >= 0)
        return textOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place))).substr(0, longest);
    const Memory memory(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return std::string(text, static_cast<std::size_t>(std::max(size, 0L))).substr(0, longest);
}

Result<TimePoint> momentOf(const ASN1_TIME* time)
{
    int days = 0;
    int seconds = 0;
    const std::unique_ptr<ASN1_TIME, Release<ASN1_TIME_free>> epoch(ASN1_TIME_set(nullptr, 0));
    if (ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1)
        return failed(Fault::Malformed, "a certificate without a time");
    return TimePoint(std::chrono::hours(24) * days + std::chrono::seconds(seconds));
}

bool addExtension(X509* certificate, int number, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, number, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// The address as it is, whatever it has in it.
bool addAddress(X509* certificate, const std::string& address)
{
    const std::unique_ptr<GENERAL_NAMES, Release<releaseNames>> names(GENERAL_NAMES_new());
    GENERAL_NAME* name = GENERAL_NAME_new();
    ASN1_IA5STRING* text = ASN1_IA5STRING_new();
    if (ASN1_STRING_set(text, address.data(), static_cast<int>(address.size())) != 1) {
        ASN1_IA5STRING_free(text);
        GENERAL_NAME_free(name);
        return false;
    }
    GENERAL_NAME_set0_value(name, GEN_EMAIL, text);
    sk_GENERAL_NAME_push(names.get(), name);
    return X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

bool addName(X509_NAME* name, int number, int type, const std::string& text)
{
    return X509_NAME_add_entry_by_NID(name, number, type, reinterpret_cast<const unsigned char*>(text.data()),
                                      static_cast<int>(text.size()), -1, 0) == 1;
}

} // namespace

Result<CertificateInfo> describeCertificate(BytesView der)
{
    MMM_TRY(const Certificate certificate, certificateOf(der));
    CertificateInfo info;
    info.subject = nameOf(X509_get_subject_name(certificate.get()));
    info.issuer = nameOf(X509_get_issuer_name(certificate.get()));
    info.isSelfIssued =
        X509_NAME_cmp(X509_get_subject_name(certificate.get()), X509_get_issuer_name(certificate.get())) == 0;
    MMM_TRY(info.validFrom, momentOf(X509_get0_notBefore(certificate.get())));
    MMM_TRY(info.validUntil, momentOf(X509_get0_notAfter(certificate.get())));
    const std::unique_ptr<STACK_OF(OPENSSL_STRING), Release<X509_email_free>> addresses(
        X509_get1_email(certificate.get()));
    for (int i = 0; addresses && i < sk_OPENSSL_STRING_num(addresses.get()) && i < 10; ++i)
        info.addresses.emplace_back(sk_OPENSSL_STRING_value(addresses.get(), i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size);
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (unsigned int i = 0; i < size; ++i) {
        info.fingerprint += i > 0 ? ":" : "";
        info.fingerprint += digits[digest[i] >> 4U];
        info.fingerprint += digits[digest[i] & 15U];
    }
    return info;
}

Result<SmimeIdentity> makeSmime(const std::string& name, const std::string& address, TimePoint now)
{
    constexpr std::size_t longestName = 64; // of a common name (RFC 5280 appendix A)
    const Key key(EVP_RSA_gen(rsaBits));
    const Certificate certificate(X509_new());
    if (!key || !certificate)
        return failed(Fault::BadKey, "no key could be made");
    std::array<unsigned char, 16> serial{};
    RAND_bytes(serial.data(), static_cast<int>(serial.size()));
    serial[0] &= 0x7fU; // positive
    const std::unique_ptr<BIGNUM, Release<BN_free>> number(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    const auto start = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(now));
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    const bool isDone =
        X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
        BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())) != nullptr &&
        ASN1_TIME_set(X509_getm_notBefore(certificate.get()), start) != nullptr &&
        X509_time_adj_ex(X509_getm_notAfter(certificate.get()), 365 * years, 0,
                         const_cast<time_t*>(&start)) != nullptr &&
        addName(subject, NID_commonName, MBSTRING_UTF8,
                name.empty() || name.size() > longestName ? address.substr(0, longestName) : name) &&
        X509_set_issuer_name(certificate.get(), subject) == 1 &&
        X509_set_pubkey(certificate.get(), key.get()) == 1 &&
        addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,keyEncipherment") &&
        addExtension(certificate.get(), NID_ext_key_usage, "emailProtection") &&
        addExtension(certificate.get(), NID_subject_key_identifier, "hash") &&
        addAddress(certificate.get(), address) && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    if (!isDone)
        return failed(Fault::Malformed, "a name or an address that a certificate cannot have");
    SmimeIdentity identity;
    MMM_TRY(identity.certificate, derOf(certificate.get()));
    MMM_TRY(identity.key, derOf(key.get()));
    return identity;
}

Result<SmimeIdentity> readPkcs12(BytesView file, const SharedSecret& passphrase)
{
    if (file.size() > largestFile)
        return fail(Fault::TooLarge, "a file that is too large");
    const unsigned char* at = file.data();
    const Container container(d2i_PKCS12(nullptr, &at, static_cast<long>(file.size())));
    if (!container)
        return failed(Fault::Malformed, "not a PKCS #12 file");
    const ASN1_INTEGER* count = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &count, container.get());
    if (count != nullptr && (ASN1_INTEGER_get(count) < 0 || ASN1_INTEGER_get(count) > mostIterations))
        return fail(Fault::TooLarge, "a file that would keep the program busy");
    // OpenSSL ends the passphrase at its terminating zero
    Botan::secure_vector<char> ended(passphrase.text().begin(), passphrase.text().end());
    ended.push_back('\0');
    EVP_PKEY* keyFound = nullptr;
    X509* certificateFound = nullptr;
    STACK_OF(X509)* chainFound = nullptr;
    if (PKCS12_verify_mac(container.get(), ended.data(), -1) != 1)
        return failed(Fault::WrongPassphrase, "not the passphrase of the file");
    const int isRead = PKCS12_parse(container.get(), ended.data(), &keyFound, &certificateFound, &chainFound);
    const Key key(keyFound);
    const Certificate certificate(certificateFound);
    const Chain chain(chainFound);
    if (isRead != 1)
        return failed(Fault::Unsupported, "a file that is encrypted in another way");
    if (!key || !certificate)
        return failed(Fault::Missing, "no key with a certificate");
    const int type = EVP_PKEY_get_base_id(key.get());
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_EC)
        return failed(Fault::Unsupported, "a key of another kind");
    SmimeIdentity identity;
    MMM_TRY(identity.certificate, derOf(certificate.get()));
    MMM_TRY(identity.key, derOf(key.get()));
    for (int i = 0; chain && i < sk_X509_num(chain.get()); ++i) {
        if (identity.chain.size() == longestChain)
            return fail(Fault::TooLarge, "too many certificates");
        MMM_TRY(Bytes issuer, derOf(sk_X509_value(chain.get(), i)));
        identity.chain.push_back(std::move(issuer));
    }
    return identity;
}

Result<Secret> writePkcs12(const SmimeIdentity& identity, const std::string& name,
                           const SharedSecret& passphrase)
{
    MMM_TRY(const Certificate certificate, certificateOf(identity.certificate));
    MMM_TRY(const Key key, keyOf(identity.key.view()));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return failed(Fault::Contradiction, "the key is not the certificate's");
    const Chain chain(sk_X509_new_null());
    for (const Bytes& der : identity.chain) {
        MMM_TRY(Certificate issuer, certificateOf(der));
        sk_X509_push(chain.get(), issuer.release());
    }
    Botan::secure_vector<char> ended(passphrase.text().begin(), passphrase.text().end());
    ended.push_back('\0');
    const Container container(PKCS12_create(ended.data(), name.c_str(), key.get(), certificate.get(),
                                            chain.get(), 0, 0, iterations, iterations, 0));
    unsigned char* octets = nullptr;
    const int size = container ? i2d_PKCS12(container.get(), &octets) : 0;
    if (size <= 0)
        return failed(Fault::Malformed, "the file could not be made");
    const std::unique_ptr<unsigned char, Release<releaseText>> owned(octets);
    return Secret(BytesView(octets, static_cast<std::size_t>(size)));
}

std::string certificatePem(BytesView certificate)
{
    std::string text = "-----BEGIN CERTIFICATE-----\n";
    std::vector<unsigned char> encoded((certificate.size() + 2) / 3 * 4 + 1);
    const int size =
        EVP_EncodeBlock(encoded.data(), certificate.data(), static_cast<int>(certificate.size()));
    constexpr int lineLength = 64;
    for (int i = 0; i < size; i += lineLength)
        text += std::string(encoded.begin() + i, encoded.begin() + std::min(i + lineLength, size)) + "\n";
    return text + "-----END CERTIFICATE-----\n";
}

} // namespace mmm::mail
