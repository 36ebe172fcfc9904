#include "core/service/service_fixture.h"

#include <QElapsedTimer>

using namespace serving;

namespace {

/// JSON written with single quotes, which read better here.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

BytesView octets(const QByteArray& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.constData()), static_cast<std::size_t>(text.size())};
}

QByteArray nested(int depth)
{
    return json("{'Hello':{'ID':") + QByteArray(depth, '[') + QByteArray(depth, ']') + "}}";
}

} // namespace

/// Requests that nobody should have sent: each gets its status, costs little, and leaves the service as it
/// was (WIRE G.1, G.3, G.6).
class TestRequests : public QObject
{
    Q_OBJECT

    /// Without a courier that looks at the clock as well.
    House house{
        [](service::ServicePolicy& policy) { policy.courierInterval = std::chrono::milliseconds(3600000); }};
    Person alice{"alice"};

private slots:
    void initTestCase() { alice.settle(house); }

    void answersWhatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& body, int status = 400) {
            QTest::newRow(name) << body << status;
        };
        row("nothing", "");
        row("blanks", " \r\n\t ");
        row("words", "GET / HTTP/1.1");
        row("null", "null");
        row("number", "42");
        row("text", "\"Hello\"");
        row("empty object", "{}");
        row("unknown transaction", json("{'Nonsense':{}}"));
        row("name in another case", json("{'hello':{}}"));
        row("two transactions", json("{'Hello':{},'Hello2':{}}"));
        row("the same twice", json("{'Hello':{},'Hello':{}}"));
        row("no object inside", json("{'Hello':[]}"));
        row("member of the wrong type", json("{'Hello':{'Service':7}}"));
        row("member twice", json("{'Hello':{'Service':'example.com','Service':'example.net'}}"));
        row("bad base64", json("{'Hello':{'ID':'***'}}"));
        row("unfinished", json("{'Hello':{'Service':'exam"));
        row("something after it", json("{'Hello':{}} {}"));
        row("no UTF-8", "{\"Hello\":{\"Service\":\"\xff\xfe\"}}");
        row("nested deeply", nested(10000));
        row("empty envelope", "[]");
        row("envelope of nothing", "[{},\"\",{}]");
        row("envelope without proof", json("[{'dig':'S512'},'e30',{}]"));
        row("envelope of words", json("['a','b','c']"));
        row("envelope nested deeply", QByteArray(5000, '[') + QByteArray(5000, ']'));
        row("unknown service", json("{'Hello':{'Service':'elsewhere.example'}}"), 404);
        row("unknown members", json("{'Hello':{'Service':'example.com','Later':{'x':[1,2,3]}}}"), 201);
    }
    void answersWhatMakesNoSense()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        const Answer answer = house.send(copyOf(octets(body)));
        COMPARE_STATUS(answer, status);
        if (status >= 400) {
            QCOMPARE(answer.http, status);
            QCOMPARE(answer.name, "MeshResponse");
        }
    }

    /// What needs a device's proof is refused without one, whatever it asks for.
    void refusesTransactionsOfNobody_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"DeleteAccount", "Publish", "ConnectPending", "ConnectComplete", "Transfer",
                                 "Complete", "Download", "Upload", "Post"})
            QTest::newRow(name) << QByteArray(name);
    }
    void refusesTransactionsOfNobody()
    {
        QFETCH(const QByteArray, name);
        const QByteArray text =
            json("{'" + name + "':{'Service':'example.com','Account':'alice@example.com'}}");
        const Answer answer = house.send(copyOf(octets(text)));
        QVERIFY2(answer.status() == 401 || answer.status() == 400, describe(answer).c_str());
    }

    void turnsAwayWhatIsTooLarge()
    {
        const QByteArray filler((1 << 20) + 1, 'x');
        QElapsedTimer timer;
        timer.start();
        const Answer answer = house.send(copyOf(octets(json("{'Upload':{'Account':'" + filler + "'}}"))));
        COMPARE_STATUS(answer, 413);
        QCOMPARE(answer.http, 413);
    }

    /// A malformed request inside a good envelope is answered in an envelope.
    void answersInTheWayThatItWasAsked()
    {
        const Secret nonsense(octets(json("{'Nonsense':{}}")));
        const Answer answer = house.sendSealed(house.sealed(alice.member.identity(), nonsense));
        COMPARE_STATUS(answer, 400);
        QVERIFY(answer.isAuthentic);
    }

    /// Somebody with a device but no account sends nothing large either.
    void turnsAwayWhatIsTooLargeForAStranger()
    {
        const QByteArray filler((1 << 20) + 1, 'x');
        const Secret text(octets(json("{'Upload':{'Account':'" + filler + "'}}")));
        COMPARE_STATUS(house.sendSealed(house.sealed(Device().identity(), text)), 413);
    }

    /// What is large is not even read for who does not claim to be a member, whatever is in it.
    void readsNothingLargeOfAStranger_data()
    {
        QTest::addColumn<bool>("isMember");
        QTest::addColumn<int>("status");
        QTest::newRow("stranger") << false << 413;
        QTest::newRow("member") << true << 400;
    }
    void readsNothingLargeOfAStranger()
    {
        QFETCH(const bool, isMember);
        QFETCH(const int, status);
        const QByteArray filler((1 << 20) + 1, 'x');
        const Secret text(octets(json("{'Upload':{'Account':'" + filler + "'}}")));
        const auto seal = house.sealed(isMember ? alice.member.identity() : Device().identity(), text);
        // the body is in no alphabet of its encoding
        std::string body(textOf(seal.body()));
        const std::size_t begin = body.rfind('"', body.find("eHh4eHh4")) + 1; // the filler
        const std::size_t end = body.find('"', begin);
        QVERIFY(end - begin > std::size_t(1) << 20U);
        body.replace(begin, end - begin, std::string(end - begin, '!'));
        COMPARE_STATUS(house.send(body), status);
    }

    /// Running out of memory, or any other exception, costs the one request.
    void survivesAnException()
    {
        for (int i = 0; i < 5; ++i) {
            house.clock->breakOnce();
            const Answer answer = house.send(copyOf(octets(json("{'Hello':{}}"))));
            COMPARE_STATUS(answer, 500);
            QCOMPARE(answer.http, 500);
        }
        COMPARE_STATUS(house.send(copyOf(octets(json("{'Hello':{}}")))), 201);
    }

    /// What an exception leaves half done is undone, also of a change within a change.
    void undoesWhatAnExceptionEnds()
    {
        const auto storage = house.storage();
        const auto broken = [&] {
            return storage->transaction([&]() -> Status {
                MMM_CHECK(storage->setSetting("half", bytesOf("1")));
                return storage->transaction([]() -> Status { throw std::bad_alloc(); });
            });
        };
        QVERIFY_EXCEPTION_THROWN((void)broken(), std::bad_alloc);
        QVERIFY(!storage->setting("half")->has_value());
        QVERIFY(storage->transaction([&] { return storage->setSetting("whole", bytesOf("1")); }).has_value());
        QVERIFY(house.storage()->setting("whole")->has_value());
    }

    void survivesACrowd()
    {
        std::vector<Waiting> all;
        for (int i = 0; i < 500; ++i)
            all.push_back(house.post(copyOf(octets(i % 2 == 0 ? json("{'Hello':{}}") : "[1"))));
        for (std::size_t i = 0; i < all.size(); ++i)
            COMPARE_STATUS(all[i].answer(), i % 2 == 0 ? 201 : 400);
    }

    void answersEveryoneWhenItStops()
    {
        House other;
        std::vector<Waiting> all;
        for (int i = 0; i < 50; ++i)
            all.push_back(other.post(copyOf(octets(json("{'Hello':{}}")))));
        other.stop();
        for (Waiting& waiting : all)
            QVERIFY(waiting.isAnswered(std::chrono::seconds(5)));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_service_requests.moc"
