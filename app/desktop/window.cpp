#include "window.h"

#include "address_text.h"
#include "self_test.h"
#include "text.h"

#include <QAbstractItemModel>
#include <QDir>
#include <QIcon>
#include <QMetaProperty>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <cstdio>

namespace mmm::desktop {

namespace {

[[noreturn]] void refuse(const QString& reason)
{
    std::fprintf(stderr, "mesh-desktop: %s\n", qPrintable(reason));
    std::exit(2);
}

void raise(QQuickWindow* window)
{
    if (window->visibility() == QWindow::Minimized)
        window->showNormal();
    else
        window->show();
    window->raise();
    window->requestActivate();
}

/// Has everything that shows a text of this object ask for it again.
void announceTexts(QObject& object)
{
    if (auto* model = qobject_cast<QAbstractItemModel*>(&object); model != nullptr && model->rowCount() > 0)
        emit model->dataChanged(model->index(0, 0), model->index(model->rowCount() - 1, 0));
    const QMetaObject* type = object.metaObject();
    for (int i = 0; i < type->propertyCount(); ++i) {
        if (const QMetaProperty property = type->property(i);
            property.hasNotifySignal() && property.notifySignal().parameterCount() == 0)
            property.notifySignal().invoke(&object, Qt::DirectConnection);
    }
}

} // namespace

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("mesh-desktop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MESH_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Mesh Desktop"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.meshdesktop.MeshDesktop"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/mesh/mesh-desktop.svg")));
    // Only what Qt draws itself has it, the file dialog where the desktop has none: unlike Basic, this style
    // takes all of its colours from the window.
    QQuickStyle::setStyle(QStringLiteral("Fusion"));
}

StartOptions readCommandLine(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Contacts, bookmarks, tasks and passwords on all your devices."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption folder(QStringLiteral("data-folder"),
                                    QStringLiteral("Keep the data in this folder."),
                                    QStringLiteral("folder"));
    const QCommandLineOption map(
        QStringLiteral("service-map"),
        QStringLiteral("Reach the service of a domain there, without asking the DNS; may "
                       "be given several times."),
        QStringLiteral("domain=host:port"));
    const QCommandLineOption test(QStringLiteral("self-test"),
                                  QStringLiteral("Load everything, visit every page, and end."));
    const QCommandLineOption shots(QStringLiteral("screenshot"),
                                   QStringLiteral("With --self-test: put a picture of every page there."),
                                   QStringLiteral("folder"));
    parser.addOptions({folder, map, test, shots});
    parser.process(application);

    StartOptions options;
    options.dataFolder = parser.value(folder);
    if (options.dataFolder.isEmpty())
        options.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (options.dataFolder.isEmpty())
        refuse(QStringLiteral("there is no place for the data; give one with --data-folder"));
    options.dataFolder = QDir::cleanPath(QFileInfo(options.dataFolder).absoluteFilePath());
    for (const QString& entry : parser.values(map)) {
        const QString domain = entry.section(QLatin1Char('='), 0, 0);
        std::optional<protocol::Endpoint> endpoint = endpointOf(entry.section(QLatin1Char('='), 1));
        if (!endpoint || !protocol::isDnsName(fromText(domain)))
            refuse(QStringLiteral("--service-map needs domain=host:port, not \"%1\"").arg(entry));
        options.knownServices.emplace(fromText(domain.toLower()), *endpoint);
    }
    options.selfTest = parser.isSet(test);
    options.screenshots = parser.value(shots);
    return options;
}

int runWindow(Desktop& desktop, SingleInstance& instance, const StartOptions& options,
              const std::function<void()>& open)
{
    instance.listen();
    open(); // keys and data are read in other threads while this one makes the window
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    SelfTest selfTest(engine);
    QObject::connect(&desktop.preferences, &Preferences::languageChanged, &engine, [&] {
        engine.retranslate();
        for (QObject* one : desktop.speaking())
            announceTexts(*one);
        emit desktop.preferences.serviceChanged();
        for (std::size_t kind = 0; kind < catalogKinds; ++kind)
            emit desktop.link.catalogChanged(CatalogKind(kind), {});
    });
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Mesh/Desktop/Main.qml")));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (window == nullptr)
        return 1;
    QObject::connect(&instance, &SingleInstance::raiseRequested, window, [window] { raise(window); });
    if (options.selfTest)
        selfTest.run(window, options.screenshots);
    return QGuiApplication::exec();
}

} // namespace mmm::desktop
