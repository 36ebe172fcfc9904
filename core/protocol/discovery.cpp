#include "protocol/discovery.h"

#include "base/ascii.h"
#include "protocol/blocking_loop.h"

#include <QDnsLookup>
#include <QRandomGenerator>
#include <algorithm>

namespace mmm::protocol {

namespace {

// A domain that names more hosts than this is not helped by trying them all.
constexpr std::size_t kMostServices = 16;

/// The value of `path=` in the texts, if it is a path.
std::string pathIn(const std::vector<std::string>& texts)
{
    for (const std::string& text : texts) {
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::string_view item = rest.substr(0, rest.find_first_of("; "));
            rest.remove_prefix(std::min(rest.size(), item.size() + 1));
            if (!item.starts_with("path="))
                continue;
            const std::string_view path = item.substr(5);
            const bool plain =
                std::ranges::all_of(path, [](char c) { return c > ' ' && c < 0x7f && c != '?' && c != '#'; });
            if (path.starts_with('/') && path.size() <= 255 && plain)
                return std::string(path);
        }
    }
    return {};
}

void addEndpoints(std::vector<Endpoint>& endpoints, const std::string& domain, const std::string& host,
                  std::uint16_t port, const std::string& path)
{
    Endpoint endpoint{
        .host = host, .port = port, .path = path, .hostHeader = domain, .alsoNamed = {"mmm." + domain}};
    if (!path.empty()) {
        endpoints.push_back(endpoint);
        return;
    }
    for (const std::string_view standard : {kMeshPath, kMeshPathDiscovery}) {
        endpoint.path = standard;
        endpoints.push_back(endpoint);
    }
}

std::vector<std::string> textsOf(const QDnsLookup& lookup)
{
    std::vector<std::string> texts;
    for (const QDnsTextRecord& record : lookup.textRecords())
        for (const QByteArray& value : record.values())
            texts.push_back(value.toStdString());
    return texts;
}

} // namespace

std::vector<ServiceRecord> inOrderOfTrial(std::vector<ServiceRecord> records, const RandomBelow& random)
{
    // Weightless records first within a priority, so that they keep a small chance (RFC 2782).
    std::ranges::stable_sort(records, [](const ServiceRecord& a, const ServiceRecord& b) {
        return a.priority != b.priority ? a.priority < b.priority : (a.weight == 0) > (b.weight == 0);
    });
    for (auto first = records.begin(); first != records.end(); ++first) {
        const auto end = std::find_if(first, records.end(), [&](const ServiceRecord& record) {
            return record.priority != first->priority;
        });
        std::uint32_t sum = 0;
        for (auto record = first; record != end; ++record)
            sum += record->weight;
        const std::uint32_t drawn = random(sum);
        std::uint32_t running = 0;
        for (auto record = first; record != end; ++record) {
            running += record->weight;
            if (running >= drawn) {
                std::rotate(first, record, record + 1);
                break;
            }
        }
    }
    return records;
}

std::vector<Endpoint> endpointsOf(std::string_view domainText, const ServiceRecords& records,
                                  const RandomBelow& random)
{
    const std::string domain = asciiLower(domainText);
    std::vector<Endpoint> endpoints;
    for (const ServiceRecord& record : inOrderOfTrial(records.services, random)) {
        std::string target = asciiLower(record.target);
        if (target.ends_with('.'))
            target.pop_back();
        if (!isDnsName(target) || record.port == 0)
            continue;
        const auto own = records.targetTexts.find(target);
        std::string path = own == records.targetTexts.end() ? std::string() : pathIn(own->second);
        if (path.empty())
            path = pathIn(records.domainTexts);
        addEndpoints(endpoints, domain, target, record.port, path);
    }
    if (!records.services.empty())
        return endpoints;
    const std::string path = pathIn(records.domainTexts);
    // The fall-back host is a name of its own: it is the portal's name only as far as the certificate goes.
    addEndpoints(endpoints, domain, "mmm." + domain, 443, path);
    addEndpoints(endpoints, domain, domain, 443, path);
    return endpoints;
}

Result<std::vector<Endpoint>> discover(std::string_view domainText, const DiscoveryOptions& options,
                                       const std::stop_token& stop)
{
    const std::string domain = asciiLower(domainText);
    if (const auto known = options.known.find(domain); known != options.known.end())
        return known->second;
    if (!isDnsName(domain) || isAddressLiteral(domain))
        return fail(Fault::NameInvalid, "not a domain name");

    BlockingLoop loop(options.timeout, stop);
    const auto look = [&](QDnsLookup::Type type, const std::string& name) {
        auto lookup = std::make_unique<QDnsLookup>(type, QString::fromStdString(name));
        QObject::connect(lookup.get(), &QDnsLookup::finished, loop.context(), [&loop] { loop.wake(); });
        lookup->lookup();
        return lookup;
    };
    const auto services = look(QDnsLookup::SRV, "_mmm._tcp." + domain);
    const auto texts = look(QDnsLookup::TXT, "_mmm._tcp." + domain);
    const auto isDone = [](const std::unique_ptr<QDnsLookup>& lookup) { return lookup->isFinished(); };
    loop.runUntil([&] { return isDone(services) && isDone(texts); });

    ServiceRecords records;
    if (isDone(services)) {
        for (const QDnsServiceRecord& record : services->serviceRecords())
            if (records.services.size() < kMostServices)
                records.services.push_back(
                    {record.target().toStdString(), record.port(), record.priority(), record.weight()});
    }
    // A single target "." says: decidedly not here (RFC 2782).
    if (records.services.size() == 1 &&
        (records.services[0].target.empty() || records.services[0].target == "."))
        return fail(Fault::NotFound, "the domain offers no Mesh service");
    if (isDone(texts))
        records.domainTexts = textsOf(*texts);

    std::map<std::string, std::unique_ptr<QDnsLookup>> targets;
    for (const ServiceRecord& record : records.services)
        if (const std::string target = asciiLower(record.target);
            isDnsName(target) && !targets.contains(target))
            targets.emplace(target, look(QDnsLookup::TXT, "_mmm._tcp." + target));
    loop.runUntil([&] {
        return std::ranges::all_of(targets, [&](const auto& target) { return isDone(target.second); });
    });
    for (const auto& [target, lookup] : targets)
        if (isDone(lookup))
            records.targetTexts.emplace(target, textsOf(*lookup));

    if (loop.isCancelled())
        return fail(Fault::Cancelled);
    return endpointsOf(domain, records, [](std::uint32_t bound) {
        return std::uint32_t(QRandomGenerator::system()->bounded(quint64(bound) + 1));
    });
}

} // namespace mmm::protocol
