#include "options.h"

#include <charconv>

namespace mmm::cli {

namespace {

Result<Command> commandByName(std::string_view name)
{
    if (name == "inspect")
        return Command::Inspect;
    if (name == "verify")
        return Command::Verify;
    if (name == "decrypt")
        return Command::Decrypt;
    if (name == "seal")
        return Command::Seal;
    if (name == "fetch")
        return Command::Fetch;
    if (name == "help" || name == "--help" || name == "-h")
        return Command::Help;
    if (name == "--version")
        return Command::Version;
    return fail(Fault::Malformed, "there is no command of that name");
}

Result<std::int64_t> frameNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return fail(Fault::Malformed, "--frame needs a number");
    return number;
}

/// Options that take a value; false for another one.
Result<bool> takeValue(Options& options, std::string_view name, const std::string& value)
{
    if (name == "--key") {
        options.keyFiles.push_back(value);
    } else if (name == "--frame") {
        MMM_TRY(options.frame, frameNumber(value));
    } else if (name == "--domain") {
        options.domain = value;
    } else if (name == "--output") {
        options.output = value;
    } else if (name == "--at") {
        options.at = value;
    } else {
        return false;
    }
    return true;
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string>& arguments)
{
    Options options;
    if (arguments.empty())
        return fail(Fault::Malformed, "say what to do: inspect, verify, decrypt, seal or fetch");
    MMM_TRY(options.command, commandByName(arguments[0]));
    if (options.command == Command::Help || options.command == Command::Version)
        return options;
    bool onlyFiles = false;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const bool isOption = !onlyFiles && argument.size() > 1 && argument[0] == '-';
        if (isOption && argument == "--") {
            onlyFiles = true;
        } else if (isOption && argument == "--json") {
            options.json = true;
        } else if (isOption && (argument == "--help" || argument == "-h")) {
            options.command = Command::Help;
            return options;
        } else if (isOption) {
            const bool isLast = i + 1 == arguments.size();
            MMM_TRY(const bool isTaken, takeValue(options, argument, isLast ? "0" : arguments[i + 1]));
            if (!isTaken)
                return fail(Fault::Malformed, "there is no option of that name");
            if (isLast)
                return fail(Fault::Malformed, argument + " needs a value");
            ++i;
        } else if (!options.file.empty()) {
            return fail(Fault::Malformed, "one file at a time");
        } else {
            options.file = argument;
        }
    }
    if (options.file.empty())
        return fail(Fault::Malformed, options.command == Command::Fetch ? "which locator?" : "which file?");
    if (options.command == Command::Seal && options.domain.empty())
        return fail(Fault::Malformed, "seal needs --domain: where the content will be published");
    return options;
}

std::string_view helpText()
{
    return "Looks into DARE envelopes and containers.\n"
           "\n"
           "  dare inspect FILE [--json]               what is in it\n"
           "  dare verify FILE [--json] [--key KEYS]   check digests, chain and signatures\n"
           "  dare decrypt FILE [--json] [--key KEYS] [--frame N]\n"
           "                                           print the content\n"
           "  dare seal FILE --domain DOMAIN [--output FILE]\n"
           "                                           encrypt for publishing, print the locator\n"
           "  dare fetch LOCATOR [--at HOST:PORT] [--output FILE]\n"
           "                                           fetch what a locator names, print the content\n"
           "\n"
           "KEYS is a file, or - for the standard input, with a key as JSON (PublicKeyECDH,\n"
           "PrivateKeyECDH, PrivateKeyUDF) or as a UDF (a symmetric key E…, a derivation\n"
           "seed Z…). --key may be given more than once.\n"
           "\n"
           "seal writes an envelope for https://DOMAIN/.well-known/mmm-udf/, named as the host\n"
           "must name it. Whoever has the locator has the content; nobody else, the host\n"
           "included. LOCATOR may be - for the standard input, where no other program sees it.\n"
           "\n"
           "Exit code: 0 good, 1 not good, 2 wrong use, 3 not readable, 4 a signature could\n"
           "not be checked because its key was not given.\n";
}

} // namespace mmm::cli
