#include "mesh/connection_offer.h"

#include "udf/udf.h"

#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace mmm::mesh {

namespace {

constexpr std::size_t longestOffer = 2048;
constexpr std::size_t longestAccount = 320; // octets, so that an offer can be written however it was read
constexpr qsizetype mostEndpoints = 16;

tl::unexpected<Error> notAnOffer(const char* why)
{
    return fail(Fault::Malformed, why);
}

std::string trimmed(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed().toStdString();
}

Result<protocol::Endpoint> endpointOf(const QString& text, const std::string& domain)
{
    const QUrl url(QStringLiteral("https://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() <= 0 || !url.path().isEmpty() ||
        !url.userInfo().isEmpty())
        return notAnOffer("not an address of a service");
    protocol::Endpoint endpoint;
    endpoint.host = url.host().toStdString();
    endpoint.port = static_cast<std::uint16_t>(url.port());
    endpoint.hostHeader = domain;
    if (!protocol::isDnsName(endpoint.host) && !protocol::isAddressLiteral(endpoint.host))
        return notAnOffer("not an address of a service");
    return endpoint;
}

} // namespace

std::string domainOf(std::string_view account)
{
    const std::size_t at = account.rfind('@');
    return at == std::string_view::npos ? std::string() : std::string(account.substr(at + 1));
}

Result<ConnectionOffer> ConnectionOffer::parse(std::string_view text)
{
    // mcu://account/PIN?h=host:port&s=UDF. The account has an @, so the text is no URL with a host.
    constexpr std::string_view scheme = "mcu://";
    const std::string whole = trimmed(text);
    if (whole.size() > longestOffer)
        return fail(Fault::TooLarge, "too long for a connection code");
    if (!whole.starts_with(scheme))
        return notAnOffer("a connection code begins with mcu://");
    const std::string_view rest = std::string_view(whole).substr(scheme.size());
    const std::size_t query = std::min(rest.find('?'), rest.size());
    const std::string_view place = rest.substr(0, query);
    const std::size_t slash = place.find('/');
    if (slash == std::string_view::npos)
        return notAnOffer("the connection code has no PIN");
    ConnectionOffer offer;
    offer.account =
        QUrl::fromPercentEncoding(QByteArray(place.data(), static_cast<qsizetype>(slash))).toStdString();
    const std::string domain = domainOf(offer.account);
    if (offer.account.size() > longestAccount || offer.account.find('@') == 0 || !protocol::isDnsName(domain))
        return notAnOffer("the connection code names no account");
    const std::string_view pin = place.substr(slash + 1);
    if (!pin.empty()) {
        MMM_TRY(const udf::SecretUdf parsed, udf::SecretUdf::parse(pin));
        if (parsed.type() != udf::Type::Nonce)
            return notAnOffer("the connection code's PIN is none");
        offer.pin = SharedSecret(parsed.text());
    }
    if (query < rest.size()) {
        const QUrlQuery items(
            QString::fromUtf8(rest.data() + query + 1, static_cast<qsizetype>(rest.size() - query - 1)));
        const QStringList hosts = items.allQueryItemValues(QStringLiteral("h"), QUrl::FullyDecoded);
        if (hosts.size() > mostEndpoints)
            return notAnOffer("too many addresses");
        for (const QString& host : hosts) {
            MMM_TRY(protocol::Endpoint endpoint, endpointOf(host, domain));
            offer.endpoints.push_back(std::move(endpoint));
        }
        const std::string service = items.queryItemValue(QStringLiteral("s")).toStdString();
        if (!service.empty()) {
            MMM_TRY(const udf::Udf fingerprint, udf::Udf::parse(service));
            if (fingerprint.bits() < udf::trustBits)
                return notAnOffer("the service's fingerprint is too short");
            offer.serviceUdf = fingerprint.text();
        }
    }
    return offer;
}

Secret ConnectionOffer::toText() const
{
    Botan::secure_vector<std::uint8_t> text;
    const auto append = [&text](std::string_view part) { text.insert(text.end(), part.begin(), part.end()); };
    append("mcu://");
    append(QUrl::toPercentEncoding(QString::fromStdString(account), "@").toStdString());
    append("/");
    append(pin.text());
    char separator = '?';
    for (const protocol::Endpoint& endpoint : endpoints) {
        const bool isV6 = endpoint.host.find(':') != std::string::npos;
        append(std::string(1, separator) + "h=" + (isV6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" +
               std::to_string(endpoint.port));
        separator = '&';
    }
    if (!serviceUdf.empty())
        append(std::string(1, separator) + "s=" + serviceUdf);
    return Secret(std::move(text));
}

} // namespace mmm::mesh
