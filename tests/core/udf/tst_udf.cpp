#include "udf/authenticator.h"
#include "udf/digest.h"
#include "udf/share.h"
#include "udf/udf.h"

#include <QTest>

using namespace mmm;
using namespace mmm::udf;

namespace {

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

class TestUdf : public QObject
{
    Q_OBJECT

private slots:
    void anySpellingIsRead()
    {
        const char* canonical = "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF";
        for (const char* spelling : {canonical, "mddk-7n6a-727a-jzno-strx-xks7-djaf",
                                     "MDDK7N6A727AJZNOSTRXXKS7DJAF", "M-DDK7N6-A727AJZN-OSTRXXKS7DJAF-"}) {
            const auto parsed = Udf::parse(spelling);
            QVERIFY(parsed);
            QCOMPARE(toQt(parsed->text()), QString(canonical));
            QCOMPARE(parsed->bits(), 140u);
            QVERIFY(parsed->type() == Type::DigestSha2);
            QVERIFY(sameText(spelling, canonical));
        }
    }

    void wrongTextsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << "";
        QTest::newRow("only dashes") << "----";
        QTest::newRow("one character") << "M";
        QTest::newRow("short") << "MDDK-7N6A-727A-JZN";
        QTest::newRow("blank") << "MDDK 7N6A-727A-JZNO-STRX-XKS7-DJAF";
        QTest::newRow("zero") << "MDDK-0N6A-727A-JZNO-STRX-XKS7-DJAF";
        QTest::newRow("one") << "MDDK-1N6A-727A-JZNO-STRX-XKS7-DJAF";
        QTest::newRow("eight") << "MDDK-8N6A-727A-JZNO-STRX-XKS7-DJAF";
        QTest::newRow("padding") << "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF=";
        QTest::newRow("not ASCII") << QString::fromUtf8("MDDK-7N6A-727A-JZNO-STRX-XKS7-DJA\u00c4");
        QTest::newRow("unknown type") << "BDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF";
        QTest::newRow("longer than a digest") << QString(110, 'M');
        QTest::newRow("short nonce") << "NDD7-6CMX-H2FW-IS";
        QTest::newRow("endless") << QString("M").repeated(100000);
    }
    void wrongTextsAreRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!Udf::parse(text.toStdString()));
        QVERIFY(!SecretUdf::parse(text.toStdString()));
    }

    void secretsAndFingerprintsDoNotMix()
    {
        const char* key = "EDHU-YN7V-M2WI-5NZS-3FKF-CBFR-YFJA";
        const char* digest = "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF";
        QCOMPARE(Udf::parse(key).error().fault, Fault::WrongType);
        QCOMPARE(SecretUdf::parse(digest).error().fault, Fault::WrongType);
        QVERIFY(SecretUdf::parse(key)->type() == Type::Key);
        const std::string nonce = Udf::nonce().text();
        QVERIFY(Udf::parse(nonce) && SecretUdf::parse(nonce));
    }

    void madeOnesHaveTheRightLength()
    {
        QCOMPARE(Udf::nonce().text().size(), std::size_t(34)); // 28 characters, 6 dashes
        QVERIFY(!(Udf::nonce() == Udf::nonce()));
        QCOMPARE(SecretUdf::pin().text().size(), std::size_t(22)); // 18 characters, 4 dashes
        QCOMPARE(SecretUdf::key(16).text().size(), std::size_t(34));
        QCOMPARE(SecretUdf::key(32).data().size(), std::size_t(32));
        QVERIFY(!(SecretUdf::pin().text() == SecretUdf::pin().text()));
    }

    // The reference program prints keys that end in bits beyond the last octet.
    void charactersBeyondTheLastOctetAreKept()
    {
        const std::string text = "EBUD-AN3Z-53LM-3VSH-6LLN-XOPK-KGRM-4J";
        const auto key = SecretUdf::parse(text);
        QVERIFY(key);
        QCOMPARE(key->data().size(), std::size_t(17));
        QCOMPARE(toQt(key->text().text()), toQt(text));
        QCOMPARE(toQt(key->clone().text().text()), toQt(text));
    }

    void prefixesMatchAndTrustNeedsLength()
    {
        const ContentDigest digest(bytesOf("UDF Data Value"), "text/plain");
        const Udf whole = digest.present(440);
        const Udf usual = digest.present(140);
        const Udf brief = digest.present(100);
        QVERIFY(matches(whole, usual) && matches(usual, whole) && matches(brief, whole));
        QVERIFY(matchesForTrust(whole, usual));
        QVERIFY(!matchesForTrust(whole, brief));
        const Udf other = contentDigest(bytesOf("another"), "text/plain");
        QVERIFY(!matches(other, usual));
        QVERIFY(!sameText(usual.text(), whole.text()));
        QVERIFY(!sameText("", ""));
        QCOMPARE(digest.present(1).bits(), 100u);
        QCOMPARE(digest.present(141).bits(), 160u);
        QCOMPARE(digest.present(100000).bits(), 440u);
    }

    // 21 zero bits at the end: both the compressed and the plain type are right, another grade is not.
    void compressedDigestsAreChecked()
    {
        const ContentDigest digest(bytesOf("UDF Compressed Document 4187123"), "text/plain");
        QCOMPARE(int(digest.typeOctet()), 97);
        QVERIFY(digest.verifies(digest.present()));
        QVERIFY(digest.verifies(Udf::present(96, digest.value(), 140)));
        QVERIFY(!digest.verifies(Udf::present(98, digest.value(), 140)));
        const ContentDigest plain(bytesOf("UDF Data Value"), "text/plain");
        QVERIFY(!plain.verifies(Udf::present(97, plain.value(), 140)));
        QVERIFY(Udf::parse(digest.present().text())->type() == Type::DigestSha2);
    }

    void authenticatorsBindKeyTypeAndContent()
    {
        const SecretUdf key = SecretUdf::key(16);
        const auto content = bytesOf("content");
        const Udf made = authenticator(key, content, "text/plain");
        QVERIFY(authenticates(made, key, content, "text/plain"));
        QVERIFY(authenticates(authenticator(key, content, "text/plain", 440), key, content, "text/plain"));
        QVERIFY(!authenticates(authenticator(key, content, "text/plain", 120), key, content, "text/plain"));
        QVERIFY(!authenticates(made, key, content, "text/html"));
        QVERIFY(!authenticates(made, key, bytesOf("contenu"), "text/plain"));
        QVERIFY(!authenticates(made, SecretUdf::key(16), content, "text/plain"));
        QVERIFY(!authenticates(contentDigest(content, "text/plain"), key, content, "text/plain"));
        QCOMPARE(keyIdentifier(key).bits(), 280u);
    }

    void secretsComeBackFromShares()
    {
        for (const SecretUdf& secret : {SecretUdf::key(16), SecretUdf::key(32),
                                        SecretUdf::whole(Type::DerivationSeed, crypto::randomBytes(34))}) {
            auto shares = splitSecret(secret, 2, 3);
            QVERIFY(shares);
            for (const SecretUdf& share : *shares)
                QVERIFY(share.type() == Type::Share);
            shares->erase(shares->begin());
            const auto recovered = recoverSecret(*shares);
            QVERIFY(recovered);
            QVERIFY(recovered->text() == secret.text());
            shares->pop_back();
            QCOMPARE(recoverSecret(*shares).error().fault, Fault::BadShare);
        }
        QCOMPARE(splitSecret(SecretUdf::pin(), 2, 3).error().fault, Fault::WrongType);
        std::vector<SecretUdf> noShares;
        noShares.push_back(SecretUdf::key(16));
        QCOMPARE(recoverSecret(noShares).error().fault, Fault::WrongType);
        QCOMPARE(recoverSecret({}).error().fault, Fault::BadShare);
    }

    // A wrong share gives a random number, which is no seed.
    void sharesOfTwoSeedsDoNotMakeOne()
    {
        const SecretUdf a = SecretUdf::whole(Type::DerivationSeed, crypto::randomBytes(34));
        const SecretUdf b = SecretUdf::whole(Type::DerivationSeed, crypto::randomBytes(34));
        auto shares = splitSecret(a, 2, 2).value();
        auto others = splitSecret(b, 2, 2).value();
        shares[1] = others[1].clone();
        QCOMPARE(recoverSecret(shares).error().fault, Fault::BadShare);
    }
};

QTEST_GUILESS_MAIN(TestUdf)
#include "tst_udf.moc"
