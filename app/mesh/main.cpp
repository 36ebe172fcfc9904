#include "commands.h"
#include "keys.h"

#include <QCoreApplication>
#include <cstdio>

using namespace mmm;
using namespace mmm::meshtool;

namespace {

Result<std::unique_ptr<mesh::PersonalMesh>> openMesh(const Options& options)
{
    mesh::Options surroundings;
    surroundings.folder = options.dataFolder;
    surroundings.knownServices = options.knownServices;
    MMM_TRY(surroundings.keyStore, openKeys(options));
    return mesh::PersonalMesh::open(std::move(surroundings));
}

/// In the device's folder instead of the maker's.
Options forDevice(const Options& options)
{
    Options device = options;
    device.dataFolder = options.deviceFolder;
    device.passphraseFile = options.devicePassphraseFile;
    return device;
}

Result<ExitCode> carryOut(const Options& options)
{
    MMM_TRY(const auto mesh, openMesh(options));
    switch (options.command) {
    case Command::Create:
        return create(*mesh, options);
    case Command::Contact:
        return contact(*mesh, options);
    case Command::Preconfigure: {
        MMM_TRY(const auto device, openMesh(forDevice(options)));
        return preconfigure(*mesh, *device, options);
    }
    case Command::Hail:
        return hail(*mesh, options);
    case Command::Accredit:
        return accredit(*mesh, options);
    case Command::Confirm:
        break;
    }
    return confirm(*mesh, options);
}

} // namespace

int main(int count, char** arguments)
{
    const QCoreApplication application(count, arguments);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2 || words[1] == QLatin1String("help") || words.contains(QLatin1String("--help"))) {
        std::fputs(helpText(), stdout);
        return words.size() < 2 ? Usage : Good;
    }
    const auto options = parseOptions(words);
    if (!options) {
        std::fprintf(stderr, "mesh: %s\nTry: mesh help\n", options.error().detail.c_str());
        return Usage;
    }
    const auto code = carryOut(*options);
    if (code)
        return *code;
    std::fprintf(stderr, "mesh: %s\n", code.error().detail.c_str());
    return Failed;
}
