#include "commands.h"
#include "output.h"

#include <QCoreApplication>
#include <cstdio>
#include <exception>

#ifndef MESH_VERSION
#define MESH_VERSION "unknown"
#endif

using namespace mmm::cli;

namespace {

int complain(const mmm::Error& error, const std::filesystem::path& file)
{
    const std::string place =
        file.empty() || error.detail.starts_with("key file ") ? "" : printable(file.string(), 200) + ": ";
    std::fprintf(stderr, "dare: %s%s\n", place.c_str(), printable(error.detail, 300).c_str());
    return ExitCode::Unreadable;
}

mmm::Result<ExitCode> carryOut(const Options& options)
{
    switch (options.command) {
    case Command::Inspect:
        return inspect(options);
    case Command::Verify:
        return verify(options);
    case Command::Decrypt:
        return decrypt(options);
    case Command::Seal:
        return seal(options);
    case Command::Fetch:
        return fetch(options);
    case Command::Version:
        return print("dare " MESH_VERSION "\n") ? ExitCode::Good : ExitCode::Unreadable;
    case Command::Help:
        break;
    }
    return print(helpText()) ? ExitCode::Good : ExitCode::Unreadable;
}

} // namespace

int main(int count, char** arguments)
{
    const QCoreApplication application(count, arguments); // for what waits for a network
    try {
        const auto options = parseOptions({arguments + 1, arguments + count});
        if (!options) {
            std::fprintf(stderr, "dare: %s\nTry: dare help\n", options.error().detail.c_str());
            return ExitCode::Usage;
        }
        const auto code = carryOut(*options);
        if (!code)
            // a locator is a secret
            return complain(code.error(), options->command == Command::Fetch ? "" : options->file);
        if (std::fflush(stdout) != 0)
            return complain({mmm::Fault::Io, "the output cannot be written"}, "standard output");
        return *code;
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "dare: %s\n", exception.what());
        return ExitCode::Unreadable;
    }
}
