#include "core/mesh/scenario.h"

#include "protocol/located_content.h"
#include "udf/locator.h"

#include <QTest>

using namespace mmm;
using namespace scenario;

namespace {

Secret content(std::string_view text)
{
    return Secret(bytesOf(text));
}

} // namespace

/// Files for whoever has their locator.
class TestPublishedFiles : public QObject
{
    Q_OBJECT

private slots:
    void anotherPersonFetchesIt()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(bob.open());
        VERIFY_OK(bob.createMesh("bob"));
        const auto locator =
            alice->files().publish("../../etc/will.txt", content("the house goes to the cat"));
        VERIFY_OK(locator);
        const auto parsed = udf::Locator::parse(locator->text());
        VERIFY_OK(parsed);
        QCOMPARE(parsed->kind, udf::Locator::Kind::Content);
        QCOMPARE(parsed->authority, std::string("example.com"));
        const auto fetched = bob->files().fetch(locator->text());
        VERIFY_OK(fetched);
        QCOMPARE(fetched->name, std::string("will.txt"));
        QVERIFY(fetched->content == content("the house goes to the cat"));
        QVERIFY(fetched->isVouchedFor);
        // each has a key of its own
        QVERIFY(
            !(alice->files().publish("will.txt", content("the house goes to the cat")).value() == *locator));
    }

    void alsoFromAnotherService()
    {
        World here;
        World there("example.net");
        here.meet(there);
        Desktop alice(here);
        Desktop carol(there);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(carol.open());
        VERIFY_OK(carol.createMesh("carol"));
        const auto locator = alice->files().publish("photo.jpg", content(std::string(100000, 'x')));
        VERIFY_OK(locator);
        const auto fetched = carol->files().fetch(locator->text());
        VERIFY_OK(fetched);
        QCOMPARE(fetched->content.size(), std::size_t(100000));
    }

    void whatIsNoneOrGone()
    {
        World world;
        Desktop alice(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        QCOMPARE(alice->files().fetch("https://example.com/").error().fault, Fault::Malformed);
        const Secret unknown = protocol::newLocator("example.com").print();
        QCOMPARE(alice->files().fetch(unknown.text()).error().fault, Fault::NotFound);
        QCOMPARE(alice->files().publish("large", Secret(mesh::PublishedFiles::largest + 1)).error().fault,
                 Fault::TooLarge);
        VERIFY_OK(alice->files().publish("just fits", Secret(mesh::PublishedFiles::largest)));
    }

    void aNameThatIsNoTextIsRefused()
    {
        const udf::Locator locator = protocol::newLocator("example.com");
        for (const std::string name : {"caf\xE9.txt", "\xFF", "cut \xC3"})
            QCOMPARE(protocol::sealContent(locator, name, bytesOf("to the cat")).error().fault,
                     Fault::Malformed);
        const auto sealed = protocol::sealContent(locator, "caf\xC3\xA9.txt", bytesOf("to the cat"));
        VERIFY_OK(sealed);
        const auto opened = protocol::openContent(locator, dare::Envelope::parse(sealed->toJson()).value());
        VERIFY_OK(opened);
        QCOMPARE(opened->name, std::string("caf\xC3\xA9.txt"));
    }

    void aHostCannotAlterIt()
    {
        const udf::Locator locator = protocol::newLocator("example.com");
        const auto sealed = protocol::sealContent(locator, "will.txt", bytesOf("to the cat"));
        VERIFY_OK(sealed);
        VERIFY_OK(protocol::openContent(locator, *sealed));
        // one octet of the ciphertext, with a digest that fits again
        Bytes body(sealed->body().begin(), sealed->body().end());
        body[3] ^= 1;
        dare::Trailer trailer = sealed->trailer();
        QVERIFY(!protocol::openContent(locator, dare::Envelope::assemble(sealed->header(), body, trailer)));
        // signed by the host itself, who does not know the key
        const crypto::PrivateKey host = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const auto altered = dare::Envelope::assemble(sealed->header(), body, {});
        trailer.payloadDigest = altered.payloadDigest().value();
        trailer.signatures = {dare::signDigest(trailer.payloadDigest, host).value()};
        const auto opened =
            protocol::openContent(locator, dare::Envelope::assemble(sealed->header(), body, trailer));
        QVERIFY(!opened);
        QCOMPARE(opened.error().fault, Fault::BadSignature);
        // with all signatures taken off, it is seen that nobody vouches
        const auto bare = dare::Envelope::assemble(sealed->header(),
                                                   Bytes(sealed->body().begin(), sealed->body().end()), {});
        const auto unsigned_ = protocol::openContent(locator, bare);
        VERIFY_OK(unsigned_);
        QVERIFY(!unsigned_->isVouchedFor);
        // another locator's content
        QVERIFY(!protocol::openContent(protocol::newLocator("example.com"), *sealed));
        const auto plain = dare::seal(bytesOf("to the dog"), {});
        VERIFY_OK(plain);
        QCOMPARE(protocol::openContent(locator, *plain).error().fault, Fault::CannotDecrypt);
    }
};

QTEST_GUILESS_MAIN(TestPublishedFiles)
#include "tst_published_files.moc"
