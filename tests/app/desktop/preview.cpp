// The whole program over a scripted mesh: the real pages and view models, no keys, disk or network.
// MESH_PREVIEW=new starts as on the first day; otherwise it names the data that is shown
// (support/preview_data.h). MESH_PREVIEW_SETTINGS holds settings as in settings.ini:
// "appearance/colorScheme=2;window/width=360".

#include "hardening.h"
#include "support/preview_data.h"
#include "support/scripted_engine.h"
#include "window.h"

#include "keystore/memory_store.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace mmm;

int main(int argc, char** argv)
{
    desktop::prepareEnvironment();
    QGuiApplication application(argc, argv);
    desktop::nameApplication();
    desktop::StartOptions start = desktop::readCommandLine(application);
    QTemporaryDir folder;
    start.dataFolder = folder.path();
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    const QString wanted = qEnvironmentVariable("MESH_PREVIEW_SETTINGS");
    for (const QString& setting : wanted.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        settings.setValue(setting.section(QLatin1Char('='), 0, 0), setting.section(QLatin1Char('='), 1));
    settings.sync();

    desktop::Engine engine = test::scriptedEngine();
    const std::string data = qEnvironmentVariable("MESH_PREVIEW", QStringLiteral("usual")).toStdString();
    if (data != "new") {
        engine.personas = test::PersonaScript::door(test::personasForPreview(data));
        engine.open = [data](const mesh::Options&,
                             const std::stop_token&) -> Result<std::unique_ptr<mesh::PersonalMesh>> {
            auto mesh = std::make_unique<test::ScriptedMesh>(mesh::Stage::Ready);
            if (!test::fillForPreview(*mesh, data))
                return fail(Fault::NotFound, "no such data for the preview");
            return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(mesh));
        };
    }
    desktop::SingleInstance instance(start.dataFolder);
    desktop::Desktop desktop(engine, {}, start.dataFolder);
    // shares on their page, as after they were made
    QObject::connect(&desktop.link, &desktop::MeshLink::catalogsAvailable, &desktop.escrow,
                     [&](bool available) {
                         if (available && data != "empty") {
                             desktop.escrow.setHolder(0, QStringLiteral("Anna"));
                             desktop.escrow.make(2, 3, desktop::Escrow::NoRecord);
                         }
                     });
    return desktop::runWindow(desktop, instance, start,
                              [&] { desktop.session.openWith(std::make_shared<keystore::MemoryStore>()); });
}
