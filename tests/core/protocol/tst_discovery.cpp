#include "protocol/discovery.h"

#include <QTest>
#include <map>
#include <random>

using namespace mmm;
using namespace mmm::protocol;

namespace {

std::uint32_t first(std::uint32_t)
{
    return 0;
}
std::uint32_t last(std::uint32_t bound)
{
    return bound;
}

QStringList hosts(const std::vector<Endpoint>& endpoints)
{
    QStringList list;
    for (const Endpoint& endpoint : endpoints)
        list << QString::fromStdString(endpoint.url());
    return list;
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void triesByPriorityThenByWeight()
    {
        const std::vector<ServiceRecord> records{
            {"backup", 1, 20, 100}, {"heavy", 1, 10, 90}, {"none", 1, 10, 0}, {"light", 1, 10, 10}};
        auto order = [&](const RandomBelow& random) {
            std::string names;
            for (const ServiceRecord& record : inOrderOfTrial(records, random))
                names += record.target + " ";
            return names;
        };
        QCOMPARE(order(first), "none heavy light backup ");
        QCOMPARE(order(last), "light heavy none backup ");
    }

    void drawsInProportionToWeight()
    {
        std::mt19937 generator(1);
        std::map<std::string, int> firsts;
        for (int i = 0; i < 10000; ++i)
            ++firsts[inOrderOfTrial({{"a", 1, 0, 75}, {"b", 1, 0, 25}, {"c", 1, 0, 0}},
                                    [&](std::uint32_t bound) {
                                        return std::uniform_int_distribution<std::uint32_t>(0,
                                                                                            bound)(generator);
                                    })
                         .front()
                         .target];
        QVERIFY2(firsts["a"] > 7100 && firsts["a"] < 7800, std::to_string(firsts["a"]).c_str());
        QVERIFY(firsts["b"] > 2100 && firsts["b"] < 2900);
        QVERIFY(firsts["c"] > 0 && firsts["c"] < 300);
    }

    void usesPathsOfTheHostBeforeThoseOfTheDomain()
    {
        ServiceRecords records;
        records.services = {{"One.example.net.", 4433, 1, 0}, {"two.example.net", 443, 2, 0}};
        records.domainTexts = {"version=3.0", "path=/mesh"};
        records.targetTexts = {{"one.example.net", {"encoding=json;path=/own"}}};
        const auto endpoints = endpointsOf("Example.com", records, first);
        QCOMPARE(hosts(endpoints),
                 (QStringList{"https://one.example.net:4433/own", "https://two.example.net:443/mesh"}));
        // The certificate must be the domain's: a forged SRV record proves nothing.
        QCOMPARE(endpoints[0].hostHeader, "example.com");
        QCOMPARE(endpoints[0].alsoNamed, std::vector<std::string>{"mmm.example.com"});
    }

    void triesBothStandardPathsWhereNoneIsGiven()
    {
        const auto endpoints =
            endpointsOf("example.com",
                        {.services = {{"h.example", 1, 0, 0}}, .domainTexts = {}, .targetTexts = {}}, first);
        QCOMPARE(hosts(endpoints), (QStringList{"https://h.example:1/.well-known/mmm",
                                                "https://h.example:1/.well-known/srv/mmm"}));
    }

    void fallsBackWithoutRecords()
    {
        QCOMPARE(hosts(endpointsOf("example.com", {}, first)),
                 (QStringList{"https://mmm.example.com:443/.well-known/mmm",
                              "https://mmm.example.com:443/.well-known/srv/mmm",
                              "https://example.com:443/.well-known/mmm",
                              "https://example.com:443/.well-known/srv/mmm"}));
    }

    void ignoresRecordsThatMakeNoSense()
    {
        ServiceRecords records;
        records.services = {{"bad name", 1, 0, 0}, {"ok.example", 0, 0, 0}, {"good.example", 7, 0, 0}};
        records.domainTexts = {"path=relative", "path=/with?query", "path=/" + std::string(300, 'x')};
        const auto endpoints = endpointsOf("example.com", records, first);
        QCOMPARE(endpoints.size(), 2u);
        QCOMPARE(endpoints[0].host, "good.example");
        QCOMPARE(endpoints[0].path, "/.well-known/mmm");
    }

    void asksTheMapFirst()
    {
        DiscoveryOptions options;
        options.known["example.com"] = {{.host = "127.0.0.1", .port = 9}};
        QCOMPARE(discover("Example.com", options).value(), options.known["example.com"]);
    }

    void refusesWhatIsNoDomain()
    {
        for (const char* domain : {"", "a b", "127.0.0.1", "a/b"})
            QCOMPARE(discover(domain, {}).error().fault, Fault::NameInvalid);
    }

    void endsWhenItIsCancelledOrGetsNoAnswer()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(discover("service.invalid", {}, stop.get_token()).error().fault, Fault::Cancelled);
        DiscoveryOptions options;
        options.timeout = std::chrono::seconds(2);
        QCOMPARE(discover("service.invalid", options).value().size(), 4u);
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
