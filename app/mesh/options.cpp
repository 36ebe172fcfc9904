#include "options.h"

#include "mesh/connection_offer.h"

#include <QCommandLineParser>

namespace mmm::meshtool {

namespace {

constexpr int longestWait = 24 * 60 * 60;

/// `domain=host:port`, in the spelling that connection codes have.
Result<std::pair<std::string, protocol::Endpoint>> serviceOf(const QString& text)
{
    const std::string domain = text.section(QLatin1Char('='), 0, 0).toLower().toStdString();
    const std::string place = text.section(QLatin1Char('='), 1).toStdString();
    const auto offer = mesh::ConnectionOffer::parse("mcu://x@" + domain + "/?h=" + place);
    if (place.empty() || !offer || offer->endpoints.size() != 1)
        return fail(Fault::Malformed, "--service-map needs domain=host:port");
    return std::pair(domain, offer->endpoints.front());
}

} // namespace

const char* helpText()
{
    return "Usage: mesh create NAME@DOMAIN --data-folder DIR [--full-name NAME]\n"
           "       mesh contact ADDRESS --data-folder DIR [--text TEXT] [--wait SECONDS | --no-wait]\n"
           "       mesh confirm ADDRESS TEXT --data-folder DIR [--wait SECONDS]\n"
           "       mesh preconfigure NAME --data-folder DIR --device-folder DIR\n"
           "       mesh hail --data-folder DIR [--wait SECONDS]\n"
           "       mesh accredit FINGERPRINT --data-folder DIR\n"
           "\n"
           "create   makes an account for this program\n"
           "contact  asks somebody for contact and waits for the answer\n"
           "confirm  asks a contact to confirm TEXT and waits for the verified answer\n"
           "preconfigure  makes the keys of a device in another folder, has the service of the account keep\n"
           "         its description, and prints the code for its owner, once\n"
           "hail     on that device: waits until its owner has claimed it, and connects it\n"
           "accredit prints the account's signed statement that it runs the service of that fingerprint: for "
           "the\n"
           "         file that mesh-service is given as --accreditation\n"
           "\n"
           "  --passphrase-file FILE     keys in the data folder, under the first line of FILE (- is the\n"
           "                             standard input), instead of the keychain\n"
           "  --device-passphrase-file FILE   the same for the keys of the device that is made ready\n"
           "  --service-map DOMAIN=HOST:PORT   where a service is that the DNS does not know\n"
           "\n"
           "Ends with 0 done or confirmed, 1 refused, 2 wrong use, 3 no answer in time, 4 failed.\n";
}

Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption folder(QStringLiteral("data-folder"), {}, QStringLiteral("folder"));
    const QCommandLineOption passphrase(QStringLiteral("passphrase-file"), {}, QStringLiteral("file"));
    const QCommandLineOption device(QStringLiteral("device-folder"), {}, QStringLiteral("folder"));
    const QCommandLineOption devicePassphrase(QStringLiteral("device-passphrase-file"), {},
                                              QStringLiteral("file"));
    const QCommandLineOption map(QStringLiteral("service-map"), {}, QStringLiteral("domain=host:port"));
    const QCommandLineOption name(QStringLiteral("full-name"), {}, QStringLiteral("name"));
    const QCommandLineOption text(QStringLiteral("text"), {}, QStringLiteral("text"));
    const QCommandLineOption wait(QStringLiteral("wait"), {}, QStringLiteral("seconds"));
    const QCommandLineOption noWait(QStringLiteral("no-wait"));
    parser.addOptions({folder, passphrase, device, devicePassphrase, map, name, text, wait, noWait});
    if (!parser.parse(arguments))
        return fail(Fault::Malformed, parser.errorText().toStdString());
    const QStringList words = parser.positionalArguments();
    const std::map<QString, std::pair<Command, qsizetype>> commands{
        {QStringLiteral("create"), {Command::Create, 2}},
        {QStringLiteral("contact"), {Command::Contact, 2}},
        {QStringLiteral("confirm"), {Command::Confirm, 3}},
        {QStringLiteral("preconfigure"), {Command::Preconfigure, 2}},
        {QStringLiteral("hail"), {Command::Hail, 1}},
        {QStringLiteral("accredit"), {Command::Accredit, 2}}};
    const auto command = words.isEmpty() ? commands.end() : commands.find(words.front());
    if (command == commands.end())
        return fail(Fault::Malformed,
                    "say what to do: create, contact, confirm, preconfigure, hail or accredit");
    if (words.size() != command->second.second)
        return fail(Fault::Malformed, "too many or too few words for " + words.front().toStdString());
    Options options;
    options.command = command->second.first;
    const std::string subject = words.size() > 1 ? words[1].toStdString() : std::string();
    (options.command == Command::Preconfigure ? options.deviceName
     : options.command == Command::Accredit   ? options.serviceUdf
                                              : options.address) = subject;
    options.text = words.size() > 2 ? words[2].toStdString() : parser.value(text).toStdString();
    options.fullName = parser.value(name).toStdString();
    options.dataFolder = parser.value(folder).toStdString();
    options.passphraseFile = parser.value(passphrase).toStdString();
    options.isWaiting = !parser.isSet(noWait);
    if (options.dataFolder.empty())
        return fail(Fault::Malformed, "--data-folder is needed");
    options.deviceFolder = parser.value(device).toStdString();
    options.devicePassphraseFile = parser.value(devicePassphrase).toStdString();
    if (options.deviceFolder.empty() == (options.command == Command::Preconfigure))
        return fail(Fault::Malformed, "--device-folder belongs to preconfigure");
    if (parser.isSet(wait)) {
        bool isNumber = false;
        const int seconds = parser.value(wait).toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > longestWait)
            return fail(Fault::Malformed, "--wait needs a number of seconds, a day at most");
        options.wait = std::chrono::seconds(seconds);
    }
    for (const QString& entry : parser.values(map)) {
        MMM_TRY(auto service, serviceOf(entry));
        options.knownServices.insert(std::move(service));
    }
    return options;
}

} // namespace mmm::meshtool
