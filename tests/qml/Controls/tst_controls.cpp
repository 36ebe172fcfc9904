#include <QQmlEngine>
#include <QtQuickTest>

// Finds the controls where the desktop finds them: in the program's resources.
class Setup : public QObject
{
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(":/qt/qml"); }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)
#include "tst_controls.moc"
