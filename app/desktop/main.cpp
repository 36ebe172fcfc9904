#include "hardening.h"
#include "window.h"

using namespace mmm;
using namespace mmm::desktop;

int main(int argc, char** argv)
{
    hardenProcess();
    prepareEnvironment();
    QGuiApplication application(argc, argv);
    nameApplication();
    const StartOptions start = readCommandLine(application);

    SingleInstance instance(start.dataFolder);
    if (!start.selfTest && instance.raiseOther())
        return 0;

    mesh::Options options;
    options.folder = std::filesystem::path(start.dataFolder.toStdU16String());
    options.knownServices = start.knownServices;
    Desktop desktop({mesh::PersonalMesh::open, mesh::ConnectionOffer::parse, mesh::Personas::of}, options,
                    start.dataFolder);
    return runWindow(desktop, instance, start, [&] { desktop.session.open(); });
}
