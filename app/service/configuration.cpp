#include "configuration.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>

#include "udf/udf.h"

#include <algorithm>

namespace mmm {

namespace {

struct Setting
{
    const char* name;
    const char* value;
    const char* description;
};

/// The names are those of the options and of the keys in the configuration file.
constexpr Setting settings[] = {
    {"data", "folder", "Where accounts and the service's own keys are kept."},
    {"domain", "name", "DNS name of the service; several are separated by commas, the service's own first."},
    {"listen", "address:port", "Where to listen; several are separated by commas. Default: 127.0.0.1:4483."},
    {"certificate", "file",
     "Certificate chain in PEM from an authority. Without it the service makes its own."},
    {"certificate-key", "file", "Private key of the certificate."},
    {"passphrase-file", "file",
     "Its first line opens the file with the service's keys. By default the credential"
     " 'passphrase' of systemd."},
    {"accreditation", "file",
     "Your account's statement that you run this service, as Mesh Desktop or 'mesh accredit' makes it for the"
     " fingerprint that the service states when it starts. It is shown to everybody."},
    {"registration", "open|closed", "Whether anybody may create an account. Default: open."},
    {"peer", "domain=address:port[=fingerprint]",
     "Another service that is not to be looked for in the DNS; several are separated by commas. With the"
     " fingerprint that it states when it starts it is believed on that, otherwise on first use."},
    {"checkpoint-peers", "fingerprints",
     "Services that may read the log of what is published here; separated by commas."},
    {"blocked-services", "fingerprints", "Services from which no message is taken; separated by commas."},
    {"denied-labels", "labels", "Messages with such a label are not sent; separated by commas."},
    {"quota", "MiB",
     "What each account, with its groups and all that others send it, may have stored. 0: anything. Default:"
     " 1024."},
    {"validations-per-hour", "number",
     "Questions whether a name is free, of one account or from one address; an IPv6 network counts as one."
     " Here and below, 0: any number, and requests of unknown people from this computer, such as through a"
     " proxy, are not counted. Default: 300."},
    {"gets-per-hour", "number", "Searches for what is published, and as many locators. Default: 6000."},
    {"accounts-per-hour", "number", "Accounts made. Default: 30."},
    {"connections-per-hour", "number",
     "Requests of devices to be connected; twice as many to one account. Default: 60."},
    {"publications-per-hour", "number", "What is published. Default: 600."},
    {"threads", "number", "Threads that do the work. Default: 2."},
};

Result<service::ListenAddress> listenAddress(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    if (colon <= 0 || !isNumber || port > 65535 || !protocol::isAddressLiteral(host.toStdString()))
        return fail(Fault::Malformed, "listen: '" + text.toStdString() + "' is not of the form address:port");
    return service::ListenAddress{host.toStdString(), static_cast<std::uint16_t>(port)};
}

/// `domain=address:port` or `domain=address:port=fingerprint`
Result<protocol::KnownService> peerService(const QString& text)
{
    const QStringList parts = text.split(u'=');
    if (parts.size() < 2 || parts.size() > 3 || !protocol::isDnsName(parts[0].toStdString()))
        return fail(Fault::Malformed,
                    "peer: '" + text.toStdString() + "' is not of the form domain=address:port");
    protocol::KnownService service;
    service.domain = parts[0].toLower().toStdString();
    const qsizetype colon = parts[1].lastIndexOf(u':');
    protocol::KnownEndpoint endpoint;
    bool isNumber = false;
    endpoint.port = parts[1].mid(colon + 1).toUShort(&isNumber);
    QString host = parts[1].left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    endpoint.host = host.toStdString();
    endpoint.portal = service.domain;
    if (colon <= 0 || !isNumber || endpoint.port == 0 ||
        (!protocol::isAddressLiteral(endpoint.host) && !protocol::isDnsName(endpoint.host)))
        return fail(Fault::Malformed,
                    "peer: '" + text.toStdString() + "' is not of the form domain=address:port");
    service.endpoints.push_back(std::move(endpoint));
    if (parts.size() == 3) {
        const auto udf = udf::Udf::parse(parts[2].toStdString());
        if (!udf || udf->bits() < udf::trustBits)
            return fail(Fault::Malformed, "peer: '" + parts[2].toStdString() + "' is not a fingerprint");
        service.serviceUdf = udf->text();
    }
    return service;
}

class Values
{
public:
    Values(const QCommandLineParser& parser, const QString& file) : m_parser(parser)
    {
        if (!file.isEmpty())
            m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
    }

    QString operator()(const char* name, const QString& otherwise = {}) const
    {
        const QString key = QString::fromLatin1(name);
        if (m_parser.isSet(key))
            return m_parser.value(key);
        if (!m_file || !m_file->contains(key))
            return otherwise;
        // a value with commas is read as a list
        return m_file->value(key).toStringList().join(u',');
    }

    Status check() const
    {
        if (!m_file)
            return {};
        if (m_file->status() != QSettings::NoError)
            return fail(Fault::Malformed, "the configuration file cannot be read");
        const QStringList keys = m_file->allKeys();
        for (const QString& key : keys) {
            const auto isKey = [&](const Setting& setting) { return key == QLatin1String(setting.name); };
            if (std::ranges::none_of(settings, isKey))
                return fail(Fault::Malformed,
                            "the configuration file has an unknown key: " + key.toStdString());
        }
        return {};
    }

private:
    const QCommandLineParser& m_parser;
    std::unique_ptr<QSettings> m_file;
};

/// `suspend ADDRESS`, `resume ADDRESS`, `incidents`; nothing to serve.
Status readCommand(const QCommandLineParser& parser, Configuration& configuration)
{
    const QStringList words = parser.positionalArguments();
    const bool isIncidents = !words.isEmpty() && words[0] == u"incidents";
    if (!isIncidents && (parser.isSet(QStringLiteral("json")) || parser.isSet(QStringLiteral("export"))))
        return fail(Fault::Malformed, "json and export belong to the command incidents");
    if (words.isEmpty())
        return {};
    if (isIncidents) {
        configuration.command = Command::Incidents;
        configuration.isJson = parser.isSet(QStringLiteral("json"));
        configuration.exportFile = parser.value(QStringLiteral("export")).toStdString();
        if (words.size() > 1)
            return fail(Fault::Malformed, "incidents: nothing is to follow");
        if (configuration.isJson && !configuration.exportFile.empty())
            return fail(Fault::Malformed, "json or export, one of them");
        return {};
    }
    if (words[0] != u"suspend" && words[0] != u"resume")
        return fail(Fault::Malformed, "there is no command " + words[0].toStdString());
    configuration.command = words[0] == u"suspend" ? Command::Suspend : Command::Resume;
    if (words.size() != 2)
        return fail(Fault::Missing, words[0].toStdString() + ": say the address of one account");
    configuration.account = words[1].toStdString();
    return {};
}

/// Sets `to` if the operator says so.
template<typename Number>
Status readNumber(const Values& value, const char* name, Number& to, std::uint64_t unit = 1)
{
    const QString text = value(name);
    if (text.isEmpty())
        return {};
    constexpr uint most = 1U << 30U;
    bool isNumber = false;
    const uint number = text.toUInt(&isNumber);
    if (!isNumber || number > most)
        return fail(Fault::Malformed, std::string(name) + ": a number, or 0 for no limit");
    to = static_cast<Number>(number * unit);
    return {};
}

Status readLimits(const Values& value, service::ServicePolicy& policy)
{
    constexpr std::uint64_t mebibyte = 1U << 20U;
    MMM_CHECK(readNumber(value, "quota", policy.quotaOctets, mebibyte));
    MMM_CHECK(readNumber(value, "validations-per-hour", policy.validationsPerHour));
    MMM_CHECK(readNumber(value, "gets-per-hour", policy.getsPerHour));
    MMM_CHECK(readNumber(value, "accounts-per-hour", policy.accountsPerHour));
    MMM_CHECK(readNumber(value, "connections-per-hour", policy.connectionsPerHour));
    return readNumber(value, "publications-per-hour", policy.publicationsPerHour);
}

QString systemdFolder(const char* variable)
{
    return qEnvironmentVariable(variable).section(u':', 0, 0);
}

} // namespace

Result<Configuration> readConfiguration(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Holds the accounts of personal meshes."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("config"), QStringLiteral("Configuration file: lines of name=value."),
                      QStringLiteral("file")});
    for (const Setting& setting : settings)
        parser.addOption({QString::fromLatin1(setting.name), QString::fromLatin1(setting.description),
                          QString::fromLatin1(setting.value)});
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print incidents as lines of JSON.")});
    parser.addOption({QStringLiteral("export"),
                      QStringLiteral("Write incidents as a DARE sequence, whose digests can be checked."),
                      QStringLiteral("file")});
    parser.addPositionalArgument(
        QStringLiteral("command"),
        QStringLiteral(
            "Without a command it serves. Otherwise it does, with the data in the folder, also"
            " while another process serves that:\n"
            "suspend ADDRESS: the account reads what it has and sends nothing, and nobody finds it;\n"
            "resume ADDRESS: it goes on;\n"
            "incidents [--json | --export FILE]: which messages from outside came or were refused."),
        QStringLiteral("[command]"));
    if (!parser.parse(arguments))
        return fail(Fault::Malformed, parser.errorText().toStdString());
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();

    const QString file = parser.value(QStringLiteral("config"));
    if (!file.isEmpty() && !QFileInfo(file).isReadable())
        return fail(Fault::NotFound, "there is no readable configuration file " + file.toStdString());
    const Values value(parser, file);
    MMM_CHECK(value.check());

    Configuration configuration;
    MMM_CHECK(readCommand(parser, configuration));
    service::ServerOptions& server = configuration.server;
    const QString data = value("data", systemdFolder("STATE_DIRECTORY"));
    if (data.isEmpty())
        return fail(Fault::Missing, "data: say where the data is to be kept");
    server.folder = data.toStdString();
    if (configuration.command != Command::Serve)
        return configuration;
    const QStringList domains = value("domain").split(u',', Qt::SkipEmptyParts);
    for (const QString& domain : domains) {
        if (!protocol::isDnsName(domain.trimmed().toStdString()))
            return fail(Fault::Malformed, "domain: '" + domain.toStdString() + "' is not a DNS name");
        server.policy.domains.push_back(domain.trimmed().toStdString());
    }
    if (server.policy.domains.empty())
        return fail(Fault::Missing, "domain: say which DNS name the service has");
    server.http.addresses.clear();
    const QStringList addresses =
        value("listen", QStringLiteral("127.0.0.1:4483")).split(u',', Qt::SkipEmptyParts);
    for (const QString& address : addresses) {
        MMM_TRY(service::ListenAddress parsed, listenAddress(address.trimmed()));
        server.http.addresses.push_back(std::move(parsed));
    }
    server.certificateChain = value("certificate").toStdString();
    server.certificateKey = value("certificate-key").toStdString();
    if (server.certificateChain.empty() != server.certificateKey.empty())
        return fail(Fault::Missing, "certificate and certificate-key belong together");
    server.accreditation = value("accreditation").toStdString();
    const QString registration = value("registration", QStringLiteral("open"));
    if (registration != u"open" && registration != u"closed")
        return fail(Fault::Malformed, "registration: open or closed");
    server.policy.openRegistration = registration == u"open";
    for (const QString& peer : value("peer").split(u',', Qt::SkipEmptyParts)) {
        MMM_TRY(protocol::KnownService service, peerService(peer.trimmed()));
        const std::string domain = service.domain;
        server.peers.emplace(domain, std::move(service));
    }
    const auto addAll = [&value](const char* name, std::set<std::string>& to) {
        for (const QString& text : value(name).split(u',', Qt::SkipEmptyParts))
            to.insert(text.trimmed().toStdString());
    };
    addAll("checkpoint-peers", server.policy.peers);
    addAll("blocked-services", server.policy.blockedServices);
    addAll("denied-labels", server.policy.deniedLabels);
    MMM_CHECK(readLimits(value, server.policy));
    bool isNumber = false;
    server.threads = value("threads", QStringLiteral("2")).toUInt(&isNumber);
    if (!isNumber || server.threads < 1 || server.threads > 64)
        return fail(Fault::Malformed, "threads: a number from 1 to 64");
    QString passphrase = value("passphrase-file");
    const QString credentials = systemdFolder("CREDENTIALS_DIRECTORY");
    if (passphrase.isEmpty() && !credentials.isEmpty())
        passphrase = credentials + QStringLiteral("/passphrase");
    configuration.passphrase = passphrase.toStdString();
    if (configuration.passphrase.empty())
        return fail(Fault::Missing, "passphrase-file: say what opens the file with the service's keys");
    return configuration;
}

} // namespace mmm
