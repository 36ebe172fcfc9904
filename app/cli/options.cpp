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

} // namespace

Result<Options> parseOptions(const std::vector<std::string>& arguments)
{
    Options options;
    if (arguments.empty())
        return fail(Fault::Malformed, "say what to do: inspect, verify or decrypt");
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
        } else if (isOption && (argument == "--key" || argument == "--frame")) {
            if (++i == arguments.size())
                return fail(Fault::Malformed, argument + " needs a value");
            if (argument == "--key") {
                options.keyFiles.push_back(arguments[i]);
            } else {
                MMM_TRY(options.frame, frameNumber(arguments[i]));
            }
        } else if (isOption && (argument == "--help" || argument == "-h")) {
            options.command = Command::Help;
            return options;
        } else if (isOption) {
            return fail(Fault::Malformed, "there is no option of that name");
        } else if (!options.file.empty()) {
            return fail(Fault::Malformed, "one file at a time");
        } else {
            options.file = argument;
        }
    }
    if (options.file.empty())
        return fail(Fault::Malformed, "which file?");
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
           "\n"
           "KEYS is a file, or - for the standard input, with a key as JSON (PublicKeyECDH,\n"
           "PrivateKeyECDH, PrivateKeyUDF) or as a UDF (a symmetric key E…, a derivation\n"
           "seed Z…). --key may be given more than once.\n"
           "\n"
           "Exit code: 0 good, 1 not good, 2 wrong use, 3 not readable, 4 a signature could\n"
           "not be checked because its key was not given.\n";
}

} // namespace mmm::cli
