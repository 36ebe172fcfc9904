// Every page and every dialog, narrow with the largest text and wide with the usual one, empty, full, and
// with texts that are long or run from right to left: nothing is cut off, nothing covers anything else.
//
// To look at them: MESH_LAYOUT_SHOTS names a folder for a picture of each; MESH_LAYOUT_SIZES ("360x740@2,…"),
// MESH_LAYOUT_SETTINGS ("appearance/colorScheme=2;language=de") and MESH_LAYOUT_PAGES ("groups,inbox") say
// how.

#include "support/page_ceremonies.h"
#include "support/page_walk.h"
#include "support/program.h"

#include <QDir>
#include <QTest>

using namespace mmm;
using test::settling;

namespace {

QList<test::WindowSize> wantedSizes()
{
    QList<test::WindowSize> sizes;
    const QString wanted = qEnvironmentVariable("MESH_LAYOUT_SIZES", QStringLiteral("360x740@2,1280x800@1"));
    for (const QString& one : wanted.split(QLatin1Char(','), Qt::SkipEmptyParts))
        sizes.append({one.section(QLatin1Char('x'), 0, 0).toInt(),
                      one.section(QLatin1Char('x'), 1).section(QLatin1Char('@'), 0, 0).toInt(),
                      one.section(QLatin1Char('@'), 1).toDouble()});
    return sizes;
}

} // namespace

class AppLayoutTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPage_data();
    void everyPage();
    void everyPageIsAmongThem();
};

void AppLayoutTest::everyPage_data()
{
    QTest::addColumn<std::string>("data");
    QTest::addColumn<QString>("language");
    for (const char* data : {"usual", "empty", "long", "many"})
        QTest::newRow(data) << std::string(data) << QString();
    QTest::newRow("german") << std::string("usual") << QStringLiteral("de"); // its words are long
}

void AppLayoutTest::everyPage()
{
    QFETCH(std::string, data);
    QFETCH(QString, language);
    test::Program program(data, language);
    QVERIFY(program.window());
    QTRY_VERIFY(program.isReady());
    QTest::qWait(4 * settling);
    QList<test::WindowSize> sizes = wantedSizes();
    if (qEnvironmentVariableIsEmpty("MESH_LAYOUT_SHOTS") && data != "usual")
        sizes = sizes.first(1); // the wide window has no further secrets
    test::PageWalk walk(program);
    for (const test::WindowSize& size : sizes) {
        program.resize(size);
        walk.lookAround(QString::fromStdString(data) + QLatin1Char('-') + size.name(), test::playCeremony);
    }
    for (const QString& fault : program.faults())
        qWarning("%s", qPrintable(fault));
    QCOMPARE(program.faults().size(), 0);
}

/// Whoever makes a page has it visited: by the self-test, and here.
void AppLayoutTest::everyPageIsAmongThem()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QTRY_VERIFY(program.isReady());
    QStringList missing =
        QDir(QStringLiteral(":/qt/qml/Mesh/Desktop")).entryList({QStringLiteral("*Page.qml")});
    QVERIFY(missing.size() > 40);
    // bases of others, and what declares nothing beyond its base
    for (const char* base : {"CatalogPage.qml", "StagePage.qml", "MessagesPage.qml", "InboxPage.qml",
                             "OutboxPage.qml", "ConfirmationsPage.qml"})
        QVERIFY2(missing.removeOne(QString::fromLatin1(base)), base);
    for (const QString& page : program.pages()) {
        QVERIFY2(program.visit(page), qPrintable(page));
        const QStringList seen = program.filesSeen();
        missing.erase(std::remove_if(missing.begin(), missing.end(),
                                     [&](const QString& file) { return seen.contains(file); }),
                      missing.end());
    }
    QCOMPARE(missing.join(QLatin1Char(' ')), QString());
}

int main(int argc, char** argv)
{
    const auto application = test::makeApplication(argc, argv);
    AppLayoutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_app_layout.moc"
