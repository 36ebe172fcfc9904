// The whole program over a scripted mesh: the real pages and view models, no keys, disk or network.
// MESH_PREVIEW=new starts as on the first day; otherwise there are entries, devices and messages.

#include "hardening.h"
#include "support/scripted_mesh.h"
#include "window.h"

#include "keystore/memory_store.h"

#include <QTemporaryDir>

using namespace mmm;

int main(int argc, char** argv)
{
    desktop::prepareEnvironment();
    QGuiApplication application(argc, argv);
    desktop::nameApplication(application);
    desktop::StartOptions start = desktop::readCommandLine(application);
    QTemporaryDir folder;
    start.dataFolder = folder.path();

    desktop::Engine engine = test::scriptedEngine();
    if (qEnvironmentVariable("MESH_PREVIEW") != QLatin1String("new")) {
        engine.open = [](const mesh::Options&, const std::stop_token&) {
            auto mesh = std::make_unique<test::ScriptedMesh>(mesh::Stage::Ready);
            test::fillWithExamples(*mesh);
            return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(mesh));
        };
    }
    desktop::SingleInstance instance(start.dataFolder);
    desktop::Desktop desktop(engine, {}, start.dataFolder);
    return desktop::runWindow(instance, start,
                              [&] { desktop.session.openWith(std::make_shared<keystore::MemoryStore>()); });
}
