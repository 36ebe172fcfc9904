#include "program.h"

#include "hardening.h"
#include "keystore/memory_store.h"
#include "support/preview_data.h"
#include "support/scripted_engine.h"
#include "window.h"

#include <QFile>
#include <QQmlContext>
#include <QQmlError>
#include <QTest>

namespace mmm::test {

namespace {

void collectSeen(const QQuickItem* root, const char* type, QList<QQuickItem*>& items)
{
    for (QQuickItem* item : root->childItems()) {
        if (!item->isVisible())
            continue;
        if (QByteArray(item->metaObject()->className()).startsWith(type) || item->inherits(type))
            items.append(item);
        collectSeen(item, type, items);
    }
}

} // namespace

Program::Program(const std::string& data, const QString& language)
    : m_desktop(engineWith(data), {}, m_folder.path())
{
    const QString wanted = qEnvironmentVariable("MESH_LAYOUT_SETTINGS");
    for (const QString& setting : wanted.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString key = setting.section(QLatin1Char('='), 0, 0);
        const QString value = setting.section(QLatin1Char('='), 1);
        if (key == QLatin1String("language"))
            m_desktop.preferences.setLanguage(value);
        else if (key == QLatin1String("appearance/colorScheme"))
            m_desktop.preferences.setColorScheme(desktop::Preferences::ColorScheme(value.toInt()));
    }
    if (!language.isEmpty())
        m_desktop.preferences.setLanguage(language);
    m_desktop.preferences.setReducedMotion(true);
    QObject::connect(&m_engine, &QQmlEngine::warnings, [this](const QList<QQmlError>& warnings) {
        for (const QQmlError& warning : warnings)
            m_faults.append(warning.toString());
    });
    m_desktop.session.openWith(std::make_shared<keystore::MemoryStore>());
    m_engine.addImportPath(QStringLiteral(":/qt/qml"));
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Mesh/Desktop/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
}

desktop::Engine Program::engineWith(const std::string& data)
{
    desktop::Engine engine = scriptedEngine();
    engine.personas = PersonaScript::door(personasForPreview(data));
    engine.open = [this, data](const mesh::Options&,
                               const std::stop_token&) -> Result<std::unique_ptr<mesh::PersonalMesh>> {
        auto mesh = std::make_unique<ScriptedMesh>(mesh::Stage::Ready);
        if (!fillForPreview(*mesh, data))
            return fail(Fault::NotFound, "no such data");
        m_mesh = mesh.get();
        return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(mesh));
    };
    return engine;
}

QUrl Program::put(const QString& fileName, const QByteArray& content) const
{
    QFile file(pathOf(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file");
    return QUrl::fromLocalFile(file.fileName());
}

void Program::resize(const WindowSize& size)
{
    m_desktop.preferences.setTextScale(size.scale);
    m_window->resize(size.width, size.height);
    QTest::mouseMove(m_window, QPoint(size.width / 2, 2)); // where nothing has a tip
    QTest::qWait(settling);
}

bool Program::visit(const QString& page)
{
    bool isThere = false;
    QMetaObject::invokeMethod(m_window, "visitPage", Q_RETURN_ARG(bool, isThere), Q_ARG(QString, page));
    QTest::qWait(2 * settling);
    return isThere;
}

void Program::open(int row)
{
    QQuickItem* list = seen("ListPane").first();
    QMetaObject::invokeMethod(list, "choose", Q_ARG(int, row));
    QMetaObject::invokeMethod(list, "opened", Q_ARG(int, row));
    QTest::qWait(3 * settling);
}

QList<QQuickItem*> Program::seen(const char* type) const
{
    QList<QQuickItem*> items;
    collectSeen(m_window->contentItem(), type, items);
    return items;
}

QStringList Program::filesSeen() const
{
    QStringList files;
    for (QQuickItem* item : seen("QQuickItem")) {
        if (const QQmlContext* context = qmlContext(item); context != nullptr)
            files.append(context->baseUrl().fileName());
    }
    files.removeDuplicates();
    return files;
}

QQuickItem* Program::button(const QString& text) const
{
    for (QQuickItem* item : seen("QQuickAbstractButton")) {
        if (item->property("text").toString() == text)
            return item;
    }
    return nullptr;
}

std::unique_ptr<QGuiApplication> makeApplication(int& argc, char** argv)
{
    desktop::prepareEnvironment();
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    desktop::nameApplication();
    return application;
}

} // namespace mmm::test
