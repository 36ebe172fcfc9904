#include "commands.h"
#include "keys.h"

#include <QCoreApplication>
#include <cstdio>

using namespace mmm;
using namespace mmm::meshtool;

namespace {

Result<ExitCode> carryOut(const Options& options)
{
    mesh::Options surroundings;
    surroundings.folder = options.dataFolder;
    surroundings.knownServices = options.knownServices;
    MMM_TRY(surroundings.keyStore, openKeys(options));
    MMM_TRY(const auto mesh, mesh::PersonalMesh::open(std::move(surroundings)));
    switch (options.command) {
    case Command::Create:
        return create(*mesh, options);
    case Command::Contact:
        return contact(*mesh, options);
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
