#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

// Shows every control. With --shot FILE it takes one picture of the given page, size and appearance and ends.
int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({"shot", "Write a picture to this file and end.", "file"});
    options.addOption({"page", "Number of the page to show first.", "number", "0"});
    options.addOption({"size", "Size of the window, such as 900x700.", "size", "900x700"});
    options.addOption({"appearance", "light, dark, light-contrast or dark-contrast.", "name", "light"});
    options.addOption({"scale", "Size of the text, 1.0 to 2.0.", "factor", "1.0"});
    options.addOption({"detail", "Show the detail in a narrow window."});
    options.addOption({"dialog", "Open a dialog."});
    options.addOption({"right-to-left", "Mirror the layout."});
    options.process(application);

    if (options.isSet("right-to-left")) {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
    const QStringList size = options.value("size").split('x');
    const QString appearance = options.value("appearance");
    QQmlApplicationEngine engine;
    engine.addImportPath(":/qt/qml");
    engine.setInitialProperties({
        {"width", size.value(0).toInt()},
        {"height", size.value(1).toInt()},
        {"startPage", options.value("page").toInt()},
        {"dark", appearance.startsWith("dark")},
        {"contrast", appearance.endsWith("contrast")},
        {"textScale", options.value("scale").toDouble()},
        {"mirrored", options.isSet("right-to-left")},
        {"detailShown", options.isSet("detail")},
        {"dialogShown", options.isSet("dialog")},
    });
    engine.load(QUrl("qrc:/qt/qml/Mesh/Gallery/Main.qml"));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (window == nullptr) {
        return 1;
    }
    if (const QString file = options.value("shot"); !file.isEmpty()) {
        QTimer::singleShot(1200, window, [window, file] {
            QCoreApplication::exit(window->grabWindow().save(file) ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}
