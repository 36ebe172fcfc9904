// Times of the cryptographic operations that everything else waits for, the cost of a passphrase, and the
// rate of streams. A table, or JSON with --json; --quick only shows that it works.

#include "bench/figures.h"

#include "crypto/cipher.h"
#include "crypto/cogeneration.h"
#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/key.h"
#include "dare/stream.h"
#include "keystore/passphrase_file_store.h"
#include "udf/fingerprint.h"

#include <QTemporaryDir>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace mmm;
using namespace mmm::crypto;

namespace {

int rounds = 5;

/// The processor time of one call in microseconds, so that other programs do not count: the least mean of
/// several rounds of 40 ms each.
double measure(const std::function<void()>& work)
{
    constexpr std::clock_t round = CLOCKS_PER_SEC / 25;
    double best = 1e300;
    for (int i = 0; i < rounds; ++i) {
        const std::clock_t start = std::clock();
        std::clock_t passed = 0;
        std::size_t calls = 0;
        do {
            work();
            ++calls;
            passed = std::clock() - start;
        } while (passed < round && rounds > 1);
        best = std::min(best, double(passed) * 1e6 / CLOCKS_PER_SEC / double(calls));
    }
    return best;
}

/// A list of operations, each with the time of one call.
class Operations
{
public:
    explicit Operations(bench::Figures& figures) : m_figures(figures) {}
    void operator()(const std::string& name, const std::function<void()>& work) const
    {
        m_figures.add("crypto: " + name + " (us)", name, measure(work), "us");
    }

private:
    bench::Figures& m_figures;
};

/// Stops the program if a measured operation fails: its time would mean nothing.
void require(bool success)
{
    if (!success) {
        std::fputs("a measured operation failed\n", stderr);
        std::exit(1);
    }
}

void measureCurve(Curve curve, const Operations& time)
{
    const std::string prefix = std::string(curveName(curve)) + " ";
    const PrivateKey key = PrivateKey::generate(curve);
    const PrivateKey other = PrivateKey::generate(curve);
    const PublicKey received = PublicKey::decode(curve, other.publicKey().raw()).value();
    const Bytes message = randomBytes(64);
    time(prefix + "generate", [&] { (void)PrivateKey::generate(curve); });
    time(prefix + "decode strictly",
         [&] { require(bool(PublicKey::decode(curve, other.publicKey().raw()))); });
    time(prefix + "agree", [&] { require(bool(key.agree(received))); });
    if (canSign(curve)) {
        const Bytes signature = key.sign(message);
        time(prefix + "sign", [&] { require(!key.sign(message).empty()); });
        time(prefix + "verify", [&] { require(key.publicKey().verify(message, signature)); });
    }
    time(prefix + "co-generate", [&] { require(bool(combine(key, other))); });
}

/// How fast a payload larger than memory is sealed into a file and opened again.
void measureStreams(std::size_t mebibytes, bench::Figures& figures)
{
    const QTemporaryDir folder;
    const PrivateKey signer = PrivateKey::generate(Curve::Ed448);
    const PrivateKey reader = PrivateKey::generate(Curve::X448);
    dare::KeyRing keys;
    keys.add(reader.clone());
    dare::SealOptions options;
    options.recipients = {reader.publicKey()};
    options.signers = {&signer};
    const Bytes part = randomBytes(1 << 20);
    auto file =
        dare::openFile(folder.filePath(QStringLiteral("stream.dare")).toStdString(), dare::OpenMode::Create);
    require(bool(file));
    const auto sealing = bench::Stopwatch::now();
    auto sealer = dare::StreamSealer::create(**file, mebibytes * part.size(), options);
    require(bool(sealer));
    for (std::size_t i = 0; i < mebibytes; ++i)
        require(bool(sealer->write(part)));
    require(bool(sealer->finish()));
    figures.add("stream seal (MiB/s)", "stream: seal and sign into a file",
                double(mebibytes) / bench::secondsSince(sealing), "MiB/s");
    const auto opening = bench::Stopwatch::now();
    auto opener = dare::StreamOpener::open(**file, keys);
    require(opener && opener->verify(signer.publicKey()) &&
            opener->copyTo([](BytesView) { return Status(); }));
    figures.add("stream open (MiB/s)", "stream: verify and open again",
                double(mebibytes) / bench::secondsSince(opening), "MiB/s");
    figures.add("stream peak (MiB)", "stream: peak memory of the process", bench::residentMib("VmHWM"),
                "MiB");
}

} // namespace

int main(int argc, char** argv)
{
    const bool isQuick =
        std::any_of(argv, argv + argc, [](const char* a) { return std::strcmp(a, "--quick") == 0; });
    rounds = isQuick ? 1 : 5;
    bench::Figures figures(argc, argv);
    const Operations time(figures);
    for (Curve curve : {Curve::Ed448, Curve::Ed25519, Curve::X448, Curve::X25519})
        measureCurve(curve, time);

    const Secret masterKey = randomSecret(32);
    const Bytes salt = randomBytes(16);
    const Bytes body = randomBytes(200);
    const Bytes large = randomBytes(1 << 20);
    const PublicKey publicKey = PrivateKey::generate(Curve::Ed448).publicKey();
    time("SHA-512 of 200 octets", [&] { (void)sha512(body); });
    time("HMAC-SHA-512 of 200 octets", [&] { (void)hmacSha512(masterKey, body); });
    time("HKDF-SHA-256 to 32 octets", [&] { (void)hkdfSha256(masterKey, salt, "encrypt", 32); });
    time("HKDF-SHA-512 to 32 octets", [&] { (void)hkdfSha512(masterKey, {}, "master", 32); });
    const HkdfSha256 keys(masterKey, salt);
    const Secret bodyKey = keys.expand("encrypt", 32);
    const Secret iv = keys.expand("iv", 16);
    const Bytes ciphertext = encryptCbc(bodyKey, iv, body).value();
    time("AES-CBC encrypt 200 octets", [&] { require(bool(encryptCbc(bodyKey, iv, body))); });
    time("AES-CBC decrypt 200 octets", [&] { require(bool(decryptCbc(bodyKey, iv, ciphertext))); });
    time("derive keys and decrypt 200 octets", [&] {
        const HkdfSha256 derived(masterKey, salt);
        require(bool(decryptCbc(derived.expand("encrypt", 32), derived.expand("iv", 16), ciphertext)));
    });
    const Bytes wrapped = wrapKey(bodyKey, masterKey).value();
    time("unwrap a key", [&] { require(bool(unwrapKey(bodyKey, wrapped))); });
    time("fingerprint of a key", [&] { (void)udf::fingerprint(publicKey); });
    time("SHA-512 of 1 MiB", [&] { (void)sha512(large); });
    time("AES-CBC encrypt 1 MiB", [&] { require(bool(encryptCbc(bodyKey, iv, large))); });

    time("Argon2id as for a passphrase file",
         [&] { require(bool(argon2id(masterKey, salt, keystore::PassphraseFileStore::usualCost, 32))); });
    measureStreams(isQuick ? 1 : 256, figures);
    figures.print();
    return 0;
}
