#include "crypto/cipher.h"
#include "crypto/random.h"

#include <QTest>

using namespace mmm;
using namespace mmm::crypto;

namespace {

QByteArray hex(BytesView octets)
{
    return QByteArray(textOf(octets).data(), qsizetype(octets.size())).toHex();
}

Bytes fromHex(const char* text)
{
    const QByteArray octets = QByteArray::fromHex(text);
    return {octets.begin(), octets.end()};
}

} // namespace

class TestCipher : public QObject
{
    Q_OBJECT

private slots:
    // NIST SP 800-38A F.2.5 and F.2.1, first block
    void cbcOfTheStandard()
    {
        const Bytes iv = fromHex("000102030405060708090a0b0c0d0e0f");
        const Bytes plaintext = fromHex("6bc1bee22e409f96e93d7e117393172a");
        const Bytes key256 = fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        const Bytes key128 = fromHex("2b7e151628aed2a6abf7158809cf4f3c");
        QVERIFY(
            hex(encryptCbc(key256, iv, plaintext).value()).startsWith("f58c4c04d6e5f1ba779eabfb5f7bfbd6"));
        QVERIFY(
            hex(encryptCbc(key128, iv, plaintext).value()).startsWith("7649abac8119b246cee98e9b12e9197d"));
    }

    void cbcComesBack_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {0, 1, 15, 16, 17, 31, 32, 200, 4096, 100000})
            QTest::addRow("%d octets", size) << size;
    }
    void cbcComesBack()
    {
        QFETCH(int, size);
        const Bytes iv = randomBytes(16);
        const Bytes plaintext = randomBytes(std::size_t(size));
        for (std::size_t keySize : {16u, 32u}) {
            const Bytes key = randomBytes(keySize);
            const Bytes ciphertext = encryptCbc(key, iv, plaintext).value();
            QCOMPARE(ciphertext.size(), (plaintext.size() / 16 + 1) * 16);
            QCOMPARE(copyOf(decryptCbc(key, iv, ciphertext).value()), plaintext);

            // the same in pieces of any size
            auto encryptor = CbcEncryptor::create(key, iv);
            auto decryptor = CbcDecryptor::create(key, iv);
            QVERIFY(encryptor && decryptor);
            Bytes streamed;
            Bytes opened;
            std::size_t step = 1;
            for (std::size_t start = 0; start < plaintext.size(); start += step, step = step * 3 % 997) {
                const std::size_t count = std::min(step, plaintext.size() - start);
                const Bytes piece = encryptor->update(BytesView(plaintext).subspan(start, count));
                streamed.insert(streamed.end(), piece.begin(), piece.end());
                const Secret back = decryptor->update(piece);
                opened.insert(opened.end(), back.view().begin(), back.view().end());
            }
            const Bytes last = encryptor->finish();
            streamed.insert(streamed.end(), last.begin(), last.end());
            QCOMPARE(streamed, ciphertext);
            const Secret almost = decryptor->update(last);
            const auto rest = decryptor->finish();
            QVERIFY(rest);
            opened.insert(opened.end(), almost.view().begin(), almost.view().end());
            opened.insert(opened.end(), rest->view().begin(), rest->view().end());
            QCOMPARE(opened, plaintext);
        }
    }

    void cbcRefusesWhatIsNoCiphertext()
    {
        const Bytes key = randomBytes(32);
        const Bytes iv = randomBytes(16);
        for (std::size_t size : {0u, 1u, 15u, 17u})
            QCOMPARE(decryptCbc(key, iv, Bytes(size)).error().fault, Fault::CannotDecrypt);
        QCOMPARE(decryptCbc(Bytes(31), iv, Bytes(16)).error().fault, Fault::BadKey);
        QCOMPARE(encryptCbc(key, Bytes(15), Bytes(16)).error().fault, Fault::BadKey);
        QVERIFY(!CbcEncryptor::create(Bytes(5), iv));
        QVERIFY(!CbcDecryptor::create(key, {}));

        // a padding octet that is out of range: the last block decrypts to something with 0x00 at its end
        const Bytes good = encryptCbc(key, iv, Bytes(15)).value(); // one block ending in 0x01
        Bytes altered = iv;
        altered[15] ^= 0x01;
        QCOMPARE(decryptCbc(key, altered, good).error().fault, Fault::CannotDecrypt);
        auto decryptor = CbcDecryptor::create(key, altered);
        QVERIFY(decryptor->update(good).empty());
        QCOMPARE(decryptor->finish().error().fault, Fault::CannotDecrypt);
        auto torn = CbcDecryptor::create(key, iv);
        (void)torn->update(BytesView(good).first(7));
        QCOMPARE(torn->finish().error().fault, Fault::CannotDecrypt);
        // and the failure leaves nothing behind
        QCOMPARE(copyOf(decryptCbc(key, iv, good).value()), Bytes(15));
    }

    // RFC 3394 §4.6
    void keyWrapOfTheStandard()
    {
        const Bytes wrapping = fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        const Bytes key = fromHex("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
        const Bytes wrapped = wrapKey(wrapping, key).value();
        QCOMPARE(hex(wrapped),
                 "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21");
        QCOMPARE(copyOf(unwrapKey(wrapping, wrapped).value()), key);
        for (std::size_t i = 0; i < wrapped.size(); ++i) {
            Bytes altered = wrapped;
            altered[i] ^= 0x10;
            QCOMPARE(unwrapKey(wrapping, altered).error().fault, Fault::CannotDecrypt);
        }
        QVERIFY(!unwrapKey(randomBytes(32), wrapped));
        for (std::size_t size : {0u, 8u, 16u, 39u, 41u})
            QVERIFY(!unwrapKey(wrapping, Bytes(size)));
        QVERIFY(!wrapKey(wrapping, Bytes(31)));
        QVERIFY(!wrapKey(Bytes(16), key));
    }

    void gcmBindsEverything()
    {
        const Bytes key = randomBytes(32);
        const Bytes nonce = randomBytes(12);
        const Bytes plaintext = randomBytes(100);
        const Bytes associated = randomBytes(20);
        const Bytes sealed = sealGcm(key, nonce, plaintext, associated).value();
        QCOMPARE(sealed.size(), plaintext.size() + 16);
        QCOMPARE(copyOf(openGcm(key, nonce, sealed, associated).value()), plaintext);
        const auto fault = [](const Result<Secret>& result) {
            return result ? Fault::Internal : result.error().fault;
        };
        QCOMPARE(fault(openGcm(randomBytes(32), nonce, sealed, associated)), Fault::CannotDecrypt);
        QCOMPARE(fault(openGcm(key, randomBytes(12), sealed, associated)), Fault::CannotDecrypt);
        QCOMPARE(fault(openGcm(key, nonce, sealed, randomBytes(20))), Fault::CannotDecrypt);
        QCOMPARE(fault(openGcm(key, nonce, sealed)), Fault::CannotDecrypt);
        QCOMPARE(fault(openGcm(key, nonce, Bytes(15), associated)), Fault::CannotDecrypt);
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            Bytes altered = sealed;
            altered[i] ^= 1;
            QCOMPARE(fault(openGcm(key, nonce, altered, associated)), Fault::CannotDecrypt);
        }
        QCOMPARE(copyOf(openGcm(key, nonce, sealGcm(key, nonce, {}).value()).value()), Bytes());
        QCOMPARE(fault(openGcm(Bytes(16), nonce, sealed)), Fault::BadKey);
    }

    void passphraseKeysDependOnEverything()
    {
        const Argon2Cost cheap{64, 1, 1};
        const Secret passphrase(bytesOf("correct horse"));
        const Bytes salt = randomBytes(16);
        const Secret key = argon2id(passphrase, salt, cheap, 32).value();
        QCOMPARE(key.size(), std::size_t(32));
        QVERIFY(argon2id(passphrase, salt, cheap, 32).value() == key);
        QVERIFY(!(argon2id(Secret(bytesOf("correct horsf")), salt, cheap, 32).value() == key));
        QVERIFY(!(argon2id(passphrase, randomBytes(16), cheap, 32).value() == key));
        QVERIFY(!(argon2id(passphrase, salt, {128, 1, 1}, 32).value() == key));
        QVERIFY(!(argon2id(passphrase, salt, {64, 2, 1}, 32).value() == key));
    }

    // A hostile file must not make the program take all memory or run for ever.
    void impossibleCostsAreRefused()
    {
        const Secret passphrase(bytesOf("p"));
        const Bytes salt(16);
        QCOMPARE(argon2id(passphrase, salt, {std::size_t(1) << 40, 1, 1}, 32).error().fault, Fault::TooLarge);
        QCOMPARE(argon2id(passphrase, salt, {64, 1000000, 1}, 32).error().fault, Fault::TooLarge);
        QCOMPARE(argon2id(passphrase, salt, {64, 1, 1000}, 32).error().fault, Fault::TooLarge);
        QCOMPARE(argon2id(passphrase, salt, {64, 0, 1}, 32).error().fault, Fault::Unsupported);
        QCOMPARE(argon2id(passphrase, salt, {64, 1, 0}, 32).error().fault, Fault::Unsupported);
        QCOMPARE(argon2id(passphrase, salt, {1, 1, 1}, 32).error().fault, Fault::Unsupported);
        QCOMPARE(argon2id(passphrase, Bytes(7), {64, 1, 1}, 32).error().fault, Fault::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestCipher)
#include "tst_cipher.moc"
