#include "address_text.h"

#include "service/account_name.h"
#include "text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

constexpr quint16 usualPort = 443;

} // namespace

std::optional<protocol::Endpoint> endpointOf(const QString& address)
{
    const QString text = address.trimmed();
    QString host = text;
    QString port;
    if (text.startsWith(QLatin1Char('['))) {
        const qsizetype end = text.indexOf(QLatin1Char(']'));
        if (end < 0 || (end + 1 < text.size() && text[end + 1] != QLatin1Char(':')))
            return std::nullopt;
        host = text.mid(1, end - 1);
        port = text.mid(end + 2);
    } else if (text.count(QLatin1Char(':')) == 1) {
        host = text.section(QLatin1Char(':'), 0, 0);
        port = text.section(QLatin1Char(':'), 1);
        if (port.isEmpty())
            return std::nullopt;
    }
    bool isNumber = true;
    const uint number = port.isEmpty() ? usualPort : port.toUInt(&isNumber);
    if (!isNumber || number == 0 || number > 65535)
        return std::nullopt;
    const std::string name = fromText(host);
    if (!protocol::isDnsName(name) && !protocol::isAddressLiteral(name))
        return std::nullopt;
    protocol::Endpoint endpoint;
    endpoint.host = name;
    endpoint.port = std::uint16_t(number);
    return endpoint;
}

QString accountNameError(const QString& name)
{
    const std::string wanted = fromText(name.trimmed());
    if (wanted.empty())
        return QCoreApplication::translate("Address", "Choose a name, such as alice.");
    if (!service::checkName(wanted, service::NamePolicy()))
        return QCoreApplication::translate("Address", "Use letters, digits and hyphens, 64 at most.");
    return {};
}

QString serviceAddressError(const QString& address)
{
    if (address.trimmed().isEmpty() || endpointOf(address))
        return {};
    return QCoreApplication::translate("Address",
                                       "An address looks like mesh.example.com:443 or 192.0.2.1:4483.");
}

} // namespace mmm::desktop
