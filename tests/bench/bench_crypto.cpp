// Rates of the cryptographic operations that everything else waits for. Prints a table, or JSON with --json.

#include "crypto/cipher.h"
#include "crypto/cogeneration.h"
#include "crypto/hash.h"
#include "crypto/key.h"
#include "udf/fingerprint.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace mmm;
using namespace mmm::crypto;

namespace {

struct Measurement
{
    std::string name;
    double microseconds = 0;
};

/// The processor time of one call, so that other programs do not count: the least mean of five rounds of 40
/// ms each.
Measurement measure(std::string name, const std::function<void()>& work)
{
    constexpr std::clock_t round = CLOCKS_PER_SEC / 25;
    double best = 1e300;
    for (int i = 0; i < 5; ++i) {
        const std::clock_t start = std::clock();
        std::clock_t passed = 0;
        std::size_t calls = 0;
        do {
            work();
            ++calls;
            passed = std::clock() - start;
        } while (passed < round);
        best = std::min(best, double(passed) * 1e6 / CLOCKS_PER_SEC / double(calls));
    }
    return {std::move(name), best};
}

/// Stops the program if a measured operation fails: its time would mean nothing.
void require(bool success)
{
    if (!success) {
        std::fputs("a measured operation failed\n", stderr);
        std::exit(1);
    }
}

void measureCurve(Curve curve, std::vector<Measurement>& results)
{
    const std::string prefix = std::string(curveName(curve)) + " ";
    const PrivateKey key = PrivateKey::generate(curve);
    const PrivateKey other = PrivateKey::generate(curve);
    const PublicKey received = PublicKey::decode(curve, other.publicKey().raw()).value();
    const Bytes message = randomBytes(64);
    results.push_back(measure(prefix + "generate", [&] { (void)PrivateKey::generate(curve); }));
    results.push_back(measure(prefix + "decode strictly",
                              [&] { require(bool(PublicKey::decode(curve, other.publicKey().raw()))); }));
    results.push_back(measure(prefix + "agree", [&] { require(bool(key.agree(received))); }));
    if (canSign(curve)) {
        const Bytes signature = key.sign(message);
        results.push_back(measure(prefix + "sign", [&] { require(!key.sign(message).empty()); }));
        results.push_back(
            measure(prefix + "verify", [&] { require(key.publicKey().verify(message, signature)); }));
    }
    results.push_back(measure(prefix + "co-generate", [&] { require(bool(combine(key, other))); }));
}

} // namespace

int main(int argc, char** argv)
{
    const bool json = argc > 1 && std::strcmp(argv[1], "--json") == 0;
    std::vector<Measurement> results;
    for (Curve curve : {Curve::Ed448, Curve::Ed25519, Curve::X448, Curve::X25519})
        measureCurve(curve, results);

    const Secret masterKey = randomSecret(32);
    const Bytes salt = randomBytes(16);
    const Bytes body = randomBytes(200);
    const Bytes large = randomBytes(1 << 20);
    const PublicKey publicKey = PrivateKey::generate(Curve::Ed448).publicKey();
    results.push_back(measure("SHA-512 of 200 octets", [&] { (void)sha512(body); }));
    results.push_back(measure("HMAC-SHA-512 of 200 octets", [&] { (void)hmacSha512(masterKey, body); }));
    results.push_back(
        measure("HKDF-SHA-256 to 32 octets", [&] { (void)hkdfSha256(masterKey, salt, "encrypt", 32); }));
    results.push_back(
        measure("HKDF-SHA-512 to 32 octets", [&] { (void)hkdfSha512(masterKey, {}, "master", 32); }));
    const HkdfSha256 keys(masterKey, salt);
    const Secret bodyKey = keys.expand("encrypt", 32);
    const Secret iv = keys.expand("iv", 16);
    const Bytes ciphertext = encryptCbc(bodyKey, iv, body).value();
    results.push_back(
        measure("AES-CBC encrypt 200 octets", [&] { require(bool(encryptCbc(bodyKey, iv, body))); }));
    results.push_back(
        measure("AES-CBC decrypt 200 octets", [&] { require(bool(decryptCbc(bodyKey, iv, ciphertext))); }));
    results.push_back(measure("derive keys and decrypt 200 octets", [&] {
        const HkdfSha256 derived(masterKey, salt);
        require(bool(decryptCbc(derived.expand("encrypt", 32), derived.expand("iv", 16), ciphertext)));
    }));
    const Bytes wrapped = wrapKey(bodyKey, masterKey).value();
    results.push_back(measure("unwrap a key", [&] { require(bool(unwrapKey(bodyKey, wrapped))); }));
    results.push_back(measure("fingerprint of a key", [&] { (void)udf::fingerprint(publicKey); }));
    results.push_back(measure("SHA-512 of 1 MiB", [&] { (void)sha512(large); }));
    results.push_back(
        measure("AES-CBC encrypt 1 MiB", [&] { require(bool(encryptCbc(bodyKey, iv, large))); }));

    if (json) {
        std::puts("{");
        for (std::size_t i = 0; i < results.size(); ++i)
            std::printf("  \"%s (us)\": %.3f%s\n", results[i].name.c_str(), results[i].microseconds,
                        i + 1 < results.size() ? "," : "");
        std::puts("}");
        return 0;
    }
    for (const Measurement& result : results)
        std::printf("%-36s %10.2f us\n", result.name.c_str(), result.microseconds);
    return 0;
}
