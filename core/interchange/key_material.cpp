#include "interchange/key_material.h"

#include <algorithm>
#include <array>
#include <botan/ber_dec.h>
#include <botan/data_src.h>
#include <botan/mem_ops.h>
#include <botan/pem.h>
#include <botan/pkcs8.h>
#include <botan/rsa.h>
#include <botan/x509_crl.h>
#include <botan/x509cert.h>
#include <vector>

namespace mmm::interchange {

namespace {

using Octets = Botan::secure_vector<std::uint8_t>;

constexpr std::size_t mostBlocks = 64;
constexpr std::size_t largestKey = 16U << 10U; ///< of RSA with 16,384 bits; more would only keep us computing
constexpr std::string_view blockStart = "-----BEGIN ";
constexpr std::string_view encryptedKey = "ENCRYPTED PRIVATE KEY";
constexpr std::array<std::string_view, 4> keyLabels{"PRIVATE KEY", encryptedKey, "RSA PRIVATE KEY",
                                                    "EC PRIVATE KEY"};
constexpr std::string_view staticKey = "OpenVPN Static key V1";
constexpr std::string_view cryptKey = "OpenVPN tls-crypt-v2 client key";

struct Block
{
    std::string label;
    Octets der;
};

/// The blocks of a PEM text; Botan's exceptions go through.
std::vector<Block> blocksOf(BytesView text)
{
    std::size_t count = 0;
    const std::string_view all = textOf(text);
    for (std::size_t at = all.find(blockStart); at != std::string_view::npos && count < mostBlocks;
         at = all.find(blockStart, at + blockStart.size()))
        ++count;
    Botan::DataSource_Memory source(text);
    std::vector<Block> blocks(count);
    for (Block& block : blocks)
        block.der = Botan::PEM_Code::decode(source, block.label);
    return blocks;
}

void append(Octets& out, const Octets& der, std::string_view label)
{
    std::string pem = Botan::PEM_Code::encode(der, label);
    out.insert(out.end(), pem.begin(), pem.end());
    Botan::secure_scrub_memory(pem.data(), pem.size());
}

/// Throws if it is no key in the form that the label names.
void checkKey(std::string_view label, const Octets& der)
{
    if (der.size() > largestKey)
        throw Botan::Decoding_Error("a key that is too large");
    if (label == "PRIVATE KEY") {
        Botan::DataSource_Memory source(der);
        (void)Botan::PKCS8::load_key(source);
    } else if (label == "RSA PRIVATE KEY") {
        const Botan::RSA_PrivateKey key(
            Botan::AlgorithmIdentifier("RSA", Botan::AlgorithmIdentifier::USE_NULL_PARAM), der);
    } else if (label == encryptedKey) {
        Botan::AlgorithmIdentifier algorithm;
        Octets sealed;
        Botan::BER_Decoder(der)
            .start_sequence()
            .decode(algorithm)
            .decode(sealed, Botan::ASN1_Type::OctetString)
            .end_cons()
            .verify_end();
    } else {
        std::size_t version = 0;
        Octets scalar;
        Botan::BER_Decoder(der)
            .start_sequence()
            .decode(version)
            .decode(scalar, Botan::ASN1_Type::OctetString)
            .discard_remaining()
            .end_cons()
            .verify_end();
        if (version != 1 || scalar.empty())
            throw Botan::Decoding_Error("no key of an elliptic curve");
    }
}

bool isKey(std::string_view label, const Octets& der)
{
    try {
        checkKey(label, der);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

template<typename Kind>
void checkWhole(const Octets& der)
{
    Botan::DataSource_Memory source(der);
    const Kind parsed(source);
    if (!source.end_of_data())
        throw Botan::Decoding_Error("octets behind the end");
}

bool belongs(KeyMaterial kind, std::string_view label)
{
    switch (kind) {
    case KeyMaterial::Certificates:
        return label == "CERTIFICATE" || label == "X509 CERTIFICATE";
    case KeyMaterial::RevocationList:
        return label == "X509 CRL";
    case KeyMaterial::PrivateKey:
        return std::ranges::find(keyLabels, label) != keyLabels.end();
    case KeyMaterial::OpenVpnKey:
        return label == cryptKey;
    }
    return false;
}

void check(KeyMaterial kind, const Block& block)
{
    if (kind == KeyMaterial::Certificates)
        checkWhole<Botan::X509_Certificate>(block.der);
    else if (kind == KeyMaterial::RevocationList)
        checkWhole<Botan::X509_CRL>(block.der);
    else if (kind == KeyMaterial::PrivateKey)
        checkKey(block.label, block.der);
}

Result<Secret> readPem(KeyMaterial kind, BytesView file)
{
    Octets out;
    for (const Block& block : blocksOf(file)) {
        // of keys the first: programs do not look further either
        if (!belongs(kind, block.label) || (kind == KeyMaterial::PrivateKey && !out.empty()))
            continue;
        check(kind, block);
        append(out, block.der, block.label);
    }
    if (out.empty())
        return fail(Fault::Missing, "nothing of what is expected in the file");
    return Secret(std::move(out));
}

Result<Secret> readDer(KeyMaterial kind, const Octets& file)
{
    Octets out;
    if (kind == KeyMaterial::Certificates || kind == KeyMaterial::RevocationList) {
        const std::string_view label = kind == KeyMaterial::Certificates ? "CERTIFICATE" : "X509 CRL";
        check(kind, Block{std::string(label), file});
        append(out, file, label);
    } else if (kind == KeyMaterial::PrivateKey) {
        const auto label = std::ranges::find_if(keyLabels, [&](auto one) { return isKey(one, file); });
        if (label == keyLabels.end())
            return fail(Fault::BadKey, "no private key of a known form");
        append(out, file, *label);
    } else {
        return fail(Fault::Malformed, "no key of OpenVPN");
    }
    return Secret(std::move(out));
}

/// OpenVPN writes the octets of a static key as hexadecimal digits between lines that look like those of PEM.
Result<Secret> readStaticKey(std::string_view text)
{
    constexpr std::size_t digits = 512;
    constexpr std::size_t width = 32;
    const std::string begin = "-----BEGIN " + std::string(staticKey) + "-----";
    const std::string end = "-----END " + std::string(staticKey) + "-----";
    const std::size_t start = text.find(begin) + begin.size();
    const std::size_t stop = text.find(end, start);
    if (stop == std::string_view::npos)
        return fail(Fault::Malformed, "a static key without an end");
    Octets out(begin.begin(), begin.end());
    std::size_t count = 0;
    for (const char c : text.substr(start, stop - start)) {
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t')
            continue;
        if (std::string_view("0123456789abcdefABCDEF").find(c) == std::string_view::npos)
            return fail(Fault::Malformed, "a static key with something else in it");
        if (count++ % width == 0)
            out.push_back('\n');
        out.push_back(std::uint8_t(c));
    }
    if (count != digits)
        return fail(Fault::Malformed, "a static key of the wrong length");
    out.push_back('\n');
    out.insert(out.end(), end.begin(), end.end());
    out.push_back('\n');
    return Secret(std::move(out));
}

/// A sequence that begins with the number 3: a container of PKCS #12.
bool isContainer(const Octets& file)
{
    try {
        std::size_t version = 0;
        Botan::BER_Decoder(file).start_sequence().decode(version);
        return version == 3;
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace

Result<Secret> readKeyMaterial(KeyMaterial kind, BytesView file)
{
    if (file.size() > largestKeyMaterial)
        return fail(Fault::TooLarge, "too large for a certificate or key");
    try {
        const std::string_view text = textOf(file);
        if (kind == KeyMaterial::OpenVpnKey &&
            text.find("-----BEGIN " + std::string(staticKey) + "-----") != std::string_view::npos)
            return readStaticKey(text);
        if (text.find(blockStart) != std::string_view::npos)
            return readPem(kind, file);
        const Octets der(file.begin(), file.end());
        if (isContainer(der))
            return fail(Fault::Unsupported, "a container of several things");
        return readDer(kind, der);
    } catch (const std::exception&) {
        return fail(Fault::Malformed, "neither a certificate nor a key");
    }
}

Result<Bytes> firstCertificate(std::string_view pem)
{
    try {
        for (const Block& block : blocksOf(bytesOf(pem))) {
            if (belongs(KeyMaterial::Certificates, block.label))
                return Bytes(block.der.begin(), block.der.end());
        }
    } catch (const std::exception&) {
        return fail(Fault::Malformed, "not in PEM");
    }
    return fail(Fault::Missing, "no certificate");
}

bool isEncryptedKey(std::string_view pem)
{
    return pem.find(std::string(blockStart) + std::string(encryptedKey)) != std::string_view::npos;
}

} // namespace mmm::interchange
