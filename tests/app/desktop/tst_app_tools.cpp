#include "address_text.h"
#include "catalog_row.h"
#include "clipboard.h"
#include "fault_text.h"
#include "names.h"
#include "password_maker.h"
#include "place.h"
#include "qr_code.h"
#include "qr_reader.h"
#include "set_aside.h"
#include "text.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMetaEnum>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// As on paper: larger, with a margin.
QImage printed(const QImage& modules)
{
    QImage image(modules.width() * 6 + 48, modules.height() * 6 + 48, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(24, 24, modules.scaled(modules.size() * 6));
    return image;
}

} // namespace

namespace {

class TestCameras final : public CameraSource
{
public:
    QStringList there;
    int started = -1;
    QPointer<Camera> running;

    bool isSupported() const override { return true; }
    QStringList names() const override { return there; }
    std::unique_ptr<Camera> start(int number) override
    {
        started = number;
        auto camera = std::make_unique<Camera>();
        running = camera.get();
        return camera;
    }
};

} // namespace

class ToolsTest : public QObject
{
    Q_OBJECT

private slots:
    void namesOfOthersDoNotTurnSentencesRound()
    {
        QCOMPARE(isolated(QStringLiteral("Zoë Quinn-7")), QStringLiteral("Zoë Quinn-7"));
        QCOMPARE(isolated(QString()), QString());
        const QString arabic = QStringLiteral("محمد");
        QCOMPARE(isolated(arabic), QChar(0x2068) + arabic + QChar(0x2069));
        QCOMPARE(isolated(QString::fromUcs4(U"\U0001E900")).size(), 4); // beyond the first plane: Adlam
        // what would turn round, or end, what stands around it
        for (const char16_t mark :
             {u'\u202E', u'\u202D', u'\u202C', u'\u2066', u'\u2067', u'\u2068', u'\u2069'})
            QCOMPARE(isolated(QStringLiteral("Bob") + QChar(mark) + QStringLiteral("moc")),
                     QStringLiteral("Bobmoc"));
    }
    void placesAreKeptByName()
    {
        const QMetaEnum names = QMetaEnum::fromType<Place::Id>();
        for (int i = 0; i < names.keyCount(); ++i) {
            const auto place = Place::Id(names.value(i));
            QCOMPARE(Place::read(Place::nameOf(place)), place);
        }
        // as they were kept by number, before there was one for confirmations
        QCOMPARE(Place::read(0), Place::Contacts);
        QCOMPARE(Place::read(QStringLiteral("8")), Place::Outbox);
        QCOMPARE(Place::read(QStringLiteral("9")), Place::Groups);
        QCOMPARE(Place::read(13), Place::Accounts);
        for (const QVariant& nothing :
             {QVariant(), QVariant(14), QVariant(-1), QVariant(QStringLiteral("Attic"))})
            QCOMPARE(Place::read(nothing), Place::Contacts);
    }
    void everyFaultHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (int fault = 0; fault <= int(Fault::Internal); ++fault) {
            const QString sentence = faultText(Fault(fault));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(QString::number(fault)));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            sentences.insert(sentence);
        }
    }

    void aCodeSaysWhatWasWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("offer") << QStringLiteral(
            "mcu://alice@example.com/ABCD-EFGH-IJKL-MNOP?h=192.0.2.1:4483");
        QTest::newRow("unicode") << QStringLiteral("Příliš žluťoučký – Ελένη");
        QTest::newRow("long") << QString(1000, QLatin1Char('A'));
    }
    void aCodeSaysWhatWasWritten()
    {
        QFETCH(QString, text);
        const QImage modules = qrModules(text.toStdString());
        QVERIFY(!modules.isNull());
        QCOMPARE(modules.width(), modules.height());
        QCOMPARE((modules.width() - 17) % 4, 0); // one pixel per module
        QCOMPARE(readQr(printed(modules)).value_or(QString()), text);
        QCOMPARE(readQr(printed(modules).transformed(QTransform().rotate(20), Qt::SmoothTransformation))
                     .value_or(QString()),
                 text);
    }

    void whatIsNoCodeIsNotRead()
    {
        QVERIFY(qrModules(std::string(5000, 'x')).isNull());
        QVERIFY(!readQr(QImage()));
        QImage grey(640, 480, QImage::Format_RGB32);
        grey.fill(Qt::gray);
        QVERIFY(!readQr(grey));
        QVERIFY(!readQrFile(QStringLiteral("/nowhere/at/all.png")));
    }

    void theReaderTakesFilesAndTheClipboard()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("code.png"));
        QVERIFY(printed(qrModules("hello")).save(file));
        QrReader reader;
        QSignalSpy found(&reader, &QrReader::found);
        QSignalSpy failed(&reader, &QrReader::failed);
        reader.readFile(QUrl::fromLocalFile(file));
        QVERIFY(reader.isBusy());
        QTRY_COMPARE(found.count(), 1);
        QCOMPARE(found[0][0].toString(), QStringLiteral("hello"));
        QVERIFY(!reader.isBusy());

        reader.readFile(QUrl::fromLocalFile(folder.filePath(QStringLiteral("none.png"))));
        QTRY_COMPARE(failed.count(), 1);
        QGuiApplication::clipboard()->setText(QStringLiteral("  an offer "));
        reader.readClipboard();
        QCOMPARE(found.count(), 2);
        QCOMPARE(found[1][0].toString(), QStringLiteral("an offer"));
        QGuiApplication::clipboard()->setImage(printed(qrModules("picture")));
        reader.readClipboard();
        QTRY_COMPARE(found.count(), 3);
        QCOMPARE(found[2][0].toString(), QStringLiteral("picture"));
    }

    void theReaderLooksThroughACamera()
    {
        const auto source = std::make_shared<TestCameras>();
        QrReader reader(source);
        QSignalSpy found(&reader, &QrReader::found);
        QVERIFY(reader.isCameraSupported() && !reader.isCameraActive());
        reader.startCamera();
        QVERIFY(!reader.isCameraActive());
        QVERIFY(reader.cameraText().contains(QLatin1String("No camera")));

        source->there = {QStringLiteral("Front"), QStringLiteral("Back")};
        reader.startCamera();
        QVERIFY(reader.isCameraActive() && reader.isFrameEmpty());
        QVERIFY(reader.cameraText().isEmpty());
        QCOMPARE(source->started, 0);
        QImage nothing(320, 240, QImage::Format_RGB32);
        nothing.fill(Qt::gray);
        emit source->running->seen(nothing);
        QCOMPARE(reader.frame(), nothing);
        reader.setCameraNumber(1);
        QCOMPARE(source->started, 1);
        QVERIFY(reader.isFrameEmpty());

        emit source->running->failed(Camera::NotAllowed);
        QVERIFY(!reader.isCameraActive());
        QVERIFY(reader.cameraText().contains(QLatin1String("Allow it")));
        reader.startCamera();
        QCOMPARE(source->started, 1);
        // while it looks at one picture it skips the others
        QElapsedTimer patience;
        for (patience.start(); found.isEmpty() && patience.elapsed() < 5000; QTest::qWait(20)) {
            if (source->running)
                emit source->running->seen(printed(qrModules("from the camera")));
        }
        QCOMPARE(found.count(), 1);
        QCOMPARE(found[0][0].toString(), QStringLiteral("from the camera"));
        QVERIFY(!reader.isCameraActive());
    }

    void aSecretLeavesTheClipboard()
    {
        Clipboard clipboard;
        clipboard.setSeconds(1);
        QSignalSpy copied(&clipboard, &Clipboard::copied);
        clipboard.copy(QStringLiteral("an address"));
        QCOMPARE(copied.takeFirst().front().toBool(), false);
        clipboard.copySecret(SharedSecret(Secret(bytesOf("hunter2"))));
        QCOMPARE(copied.takeFirst().front().toBool(), true);
        QVERIFY(clipboard.holdsSecret());
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), QStringLiteral("hunter2"));
        QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QTRY_VERIFY_WITH_TIMEOUT(!clipboard.holdsSecret(), 4000);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(clipboard.secondsLeft(), 0);
    }

    void whatOthersCopiedStays()
    {
        Clipboard clipboard;
        clipboard.setSeconds(1);
        clipboard.copySecret(SharedSecret(Secret(bytesOf("hunter2"))));
        QGuiApplication::clipboard()->setText(QStringLiteral("a poem"));
        QVERIFY(!clipboard.holdsSecret());
        QTest::qWait(1500);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a poem"));
    }

    void passwordsHaveEverySort()
    {
        for (int i = 0; i < 200; ++i) {
            const SharedSecret password = makePassword(8, true);
            const QString text = QString::fromUtf8(password.text().data(), qsizetype(password.size()));
            QCOMPARE(text.size(), 8);
            QVERIFY(text.contains(QRegularExpression(QStringLiteral("[a-z]"))));
            QVERIFY(text.contains(QRegularExpression(QStringLiteral("[A-Z]"))));
            QVERIFY(text.contains(QRegularExpression(QStringLiteral("[2-9]"))));
            QVERIFY(text.contains(QRegularExpression(QStringLiteral("[^a-zA-Z0-9]"))));
            QVERIFY(!text.contains(QRegularExpression(QStringLiteral("[0O1lI]"))));
        }
        QVERIFY(!(makePassword(20, false) == makePassword(20, false)));
    }

    void addressesOfServices_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host"); // empty: refused
        QTest::addColumn<int>("port");
        QTest::newRow("name") << "mesh.example.com"
                              << "mesh.example.com" << 443;
        QTest::newRow("port") << " mesh.example.com:4483 "
                              << "mesh.example.com" << 4483;
        QTest::newRow("v6") << "[2001:db8::1]:99"
                            << "2001:db8::1" << 99;
        QTest::newRow("bare v6") << "2001:db8::1"
                                 << "2001:db8::1" << 443;
        QTest::newRow("no port") << "host:"
                                 << "" << 0;
        QTest::newRow("port 0") << "host:0"
                                << "" << 0;
        QTest::newRow("large port") << "host:65536"
                                    << "" << 0;
        QTest::newRow("words") << "my host"
                               << "" << 0;
        QTest::newRow("open bracket") << "[::1"
                                      << "" << 0;
    }
    void addressesOfServices()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto endpoint = endpointOf(text);
        QCOMPARE(endpoint.has_value(), !host.isEmpty());
        QCOMPARE(serviceAddressError(text).isEmpty(), !host.isEmpty());
        if (endpoint) {
            QCOMPARE(toText(endpoint->host), host);
            QCOMPARE(int(endpoint->port), port);
        }
    }

    void accountNames()
    {
        QVERIFY(accountNameError(QStringLiteral("alice")).isEmpty());
        QVERIFY(!accountNameError(QString()).isEmpty());
        QVERIFY(!accountNameError(QStringLiteral("a@b")).isEmpty());
        QVERIFY(!accountNameError(QString(65, QLatin1Char('a'))).isEmpty());
    }

    void timesInWords()
    {
        const TimePoint now = nowForText();
        QCOMPARE(agoText(now, now), QStringLiteral("Just now"));
        QVERIFY(agoText(now - std::chrono::minutes(5), now).contains(QLatin1Char('5')));
        QVERIFY(untilText(now - std::chrono::seconds(1), now).isEmpty());
        QVERIFY(untilText(now + std::chrono::hours(24), now).contains(QStringLiteral("24")));
    }

    void oldDataIsSetAside()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        std::filesystem::create_directory(path / "accounts");
        std::ofstream(path / "accounts" / "file") << "content";
        std::ofstream(path / "settings.ini") << "kept";
        QVERIFY(setAside(path));
        QVERIFY(!std::filesystem::exists(path / "accounts"));
        QVERIFY(std::filesystem::exists(path / "settings.ini"));
        int found = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
            found += int(entry.path().filename() == "file");
        QCOMPARE(found, 1);
    }

    void rowsSayWhatMatters()
    {
        const RowMaker maker;
        schema::Contact contact;
        contact.first = "Émilie";
        contact.last = "du Châtelet";
        schema::Address phone;
        phone.uri = "tel:+33 1";
        contact.addresses.push_back(phone);
        const CatalogRow person = maker.make(contact);
        QCOMPARE(person.title, QStringLiteral("Émilie du Châtelet"));
        QCOMPARE(person.section, QStringLiteral("E"));
        QCOMPARE(person.subtitle, QStringLiteral("+33 1"));
        schema::CatalogedBookmark bookmark;
        bookmark.uri = "https://www.example.com/x";
        bookmark.path = "/Work//Docs/";
        const CatalogRow page = maker.make(bookmark);
        QCOMPARE(page.subtitle, QStringLiteral("example.com"));
        QCOMPARE(page.folder, QStringLiteral("Work/Docs"));
    }
};

QTEST_MAIN(ToolsTest)
#include "tst_app_tools.moc"
