#include "store/data_folder.h"
#include "store/file_system.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::store;

namespace {
constexpr const char* holderSwitch = "--hold-folder";
}

class TestDataFolder : public QObject
{
    Q_OBJECT

private slots:
    void isHeldOnce()
    {
        QTemporaryDir directory;
        const std::string path = directory.filePath("data/inner").toStdString();
        {
            const auto folder = DataFolder::lock(path);
            QVERIFY(folder.has_value());
            QCOMPARE(folder->path(), path);
            QCOMPARE(DataFolder::lock(path).error().fault, Fault::InUse);
            const auto permissions = QFileInfo(QString::fromStdString(path)).permissions();
            QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
        }
        QVERIFY(DataFolder::lock(path).has_value());
    }

    /// The lock of a process that was killed is gone with it, though its file is still there.
    void isFreeAfterAKill()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath("data");
        QProcess holder;
        holder.start(QCoreApplication::applicationFilePath(), {holderSwitch, path});
        QVERIFY(holder.waitForStarted());
        QVERIFY(holder.waitForReadyRead(30000));
        QCOMPARE(holder.readAllStandardOutput().trimmed(), QByteArray("held"));
        QCOMPARE(DataFolder::lock(path.toStdString()).error().fault, Fault::InUse);
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(QFileInfo::exists(path + "/lock"));
        QVERIFY(DataFolder::lock(path.toStdString()).has_value());
    }

    void keepsAccountsInsideTheFolder()
    {
        QTemporaryDir directory;
        const auto folder = DataFolder::lock(directory.path().toStdString());
        QVERIFY(folder.has_value());
        QVERIFY(folder->accountDirectory("MAAA-BBBB-CCCC").has_value());
        for (const char* bad :
             {"", "..", "../../etc/passwd", "MAAA/BBBB-CCCC", "maaa-bbbb-cccc", "MAAA-BBB\n-CC"})
            QCOMPARE(folder->accountDirectory(bad).error().fault, Fault::NameInvalid);
    }

    void replacesFilesWhole()
    {
        QTemporaryDir directory;
        FileSystem& files = localFileSystem();
        const std::string path = directory.filePath("file").toStdString();
        QCOMPARE(readFile(files, path, 100).error().fault, Fault::NotFound);
        QVERIFY(replaceFile(files, path, bytesOf("one")).has_value());
        QVERIFY(replaceFile(files, path, bytesOf("three")).has_value());
        QCOMPARE(readFile(files, path, 100).value(), copyOf(bytesOf("three")));
        QCOMPARE(readFile(files, path, 4).error().fault, Fault::TooLarge);
        QVERIFY(!files.exists(path + ".new").value());
        QVERIFY(files.remove(path).has_value());
        QVERIFY(files.remove(path).has_value());
        QVERIFY(!files.exists(path).value());
        QVERIFY(!replaceFile(files, directory.filePath("no/such/folder").toStdString(), {}));
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments[1] == holderSwitch) {
        const auto folder = DataFolder::lock(arguments[2].toStdString());
        std::puts(folder ? "held" : "refused");
        std::fflush(stdout);
        for (;;)
            QTest::qSleep(1000);
    }
    TestDataFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_data_folder.moc"
