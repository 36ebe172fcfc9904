#include "icon.h"
#include "palette.h"
#include "theme.h"

#include <QDir>
#include <QMetaEnum>
#include <QSet>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>

using namespace mmm::controls;

namespace {

constexpr double textContrast = 4.5;         // WCAG 2.1, 1.4.3 (AA)
constexpr double enhancedTextContrast = 7.0; // WCAG 2.1, 1.4.6 (AAA)
constexpr double controlContrast = 3.0;      // WCAG 2.1, 1.4.11

struct Pair
{
    const char* name;
    QColor Palette::*front;
    QColor Palette::*back;
    bool isText;
};

QList<Pair> pairs()
{
    const QList<std::pair<const char*, QColor Palette::*>> surfaces{
        {"surface", &Palette::surface},
        {"surfaceSunken", &Palette::surfaceSunken},
        {"surfaceRaised", &Palette::surfaceRaised},
        {"field", &Palette::field},
        {"hover", &Palette::hover},
        {"selection", &Palette::selection},
        {"pressed", &Palette::pressed},
    };
    QList<Pair> pairs;
    for (const auto& [name, back] : surfaces) {
        pairs.append({name, &Palette::text, back, true});
        pairs.append({name, &Palette::textMuted, back, true});
        pairs.append({name, &Palette::borderStrong, back, false});
    }
    // Inks appear on resting surfaces only.
    for (const auto& [name, back] : surfaces.first(4)) {
        pairs.append({name, &Palette::accentInk, back, true});
        pairs.append({name, &Palette::dangerInk, back, true});
        pairs.append({name, &Palette::warningInk, back, true});
        pairs.append({name, &Palette::successInk, back, true});
        pairs.append({name, &Palette::focus, back, false});
        pairs.append({name, &Palette::accent, back, false});
    }
    pairs.append({"on its tint", &Palette::accentInk, &Palette::accentSurface, true});
    pairs.append({"on its tint", &Palette::dangerInk, &Palette::dangerSurface, true});
    pairs.append({"on its tint", &Palette::warningInk, &Palette::warningSurface, true});
    pairs.append({"on its tint", &Palette::successInk, &Palette::successSurface, true});
    for (QColor Palette::*tint : {&Palette::accentSurface, &Palette::dangerSurface, &Palette::warningSurface,
                                  &Palette::successSurface}) {
        pairs.append({"text on a tint", &Palette::text, tint, true});
    }
    pairs.append({"accentInk on hover", &Palette::accentInk, &Palette::hover, true});
    pairs.append({"accentInk on selection", &Palette::accentInk, &Palette::selection, true});
    pairs.append({"focus on selection", &Palette::focus, &Palette::selection, false});
    pairs.append({"accentText", &Palette::accentText, &Palette::accent, true});
    pairs.append({"accentText under the pointer", &Palette::accentText, &Palette::accentHover, true});
    pairs.append({"dangerText", &Palette::dangerText, &Palette::danger, true});
    pairs.append({"dangerText under the pointer", &Palette::dangerText, &Palette::dangerHover, true});
    pairs.append({"tipText", &Palette::tipText, &Palette::tip, true});
    return pairs;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void contrastOfBlackAndWhiteIs21();
    void everyPairIsReadable_data();
    void everyPairIsReadable();
    void initialsAreReadable();
    void initialsStandForTheName_data();
    void initialsStandForTheName();
    void nameKeepsItsColor();
    void everySymbolHasItsDrawing();
    void everyDrawingHasItsSymbol();
    void appearanceAndContrastChangeTheColors();
    void textScaleGrowsTextAndControls();
    void reducedMotionStopsMovement();
};

void TestPalette::contrastOfBlackAndWhiteIs21()
{
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    // The example of the WCAG technique G18: #777 on white just misses 4.5.
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < textContrast);
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) > textContrast);
}

void TestPalette::everyPairIsReadable_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << 0;
    QTest::newRow("dark") << 1;
    QTest::newRow("light, high contrast") << 2;
    QTest::newRow("dark, high contrast") << 3;
}

void TestPalette::everyPairIsReadable()
{
    QFETCH(int, scheme);
    const Palette& palette = paletteOf(static_cast<Scheme>(scheme));
    QStringList failures;
    for (const Pair& pair : pairs()) {
        const double wanted = !pair.isText  ? controlContrast
                              : scheme >= 2 ? enhancedTextContrast
                                            : textContrast;
        const double found = contrastRatio(palette.*pair.front, palette.*pair.back);
        if (found < wanted) {
            failures.append(QStringLiteral("%1 on %2 (%3): %4")
                                .arg((palette.*pair.front).name(), (palette.*pair.back).name(), pair.name)
                                .arg(found));
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));
}

void TestPalette::initialsAreReadable()
{
    const Theme theme;
    QSet<QRgb> seen;
    for (int number = 0; number < 200; ++number) {
        const QColor color = theme.nameColor(QString::number(number));
        seen.insert(color.rgb());
        QVERIFY(contrastRatio(color, Qt::white) >= textContrast);
    }
    QCOMPARE(seen.size(), 8);
}

void TestPalette::initialsStandForTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("two words") << "Vera Novak"
                               << "VN";
    QTest::newRow("one word") << "vera"
                              << "V";
    QTest::newRow("first and last of many") << "Anna Maria von Berg"
                                            << "AB";
    QTest::newRow("hyphen") << "Jean-Luc"
                            << "JL";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("no letters") << "– …"
                                << "";
    QTest::newRow("beyond the basic plane") << QString::fromUcs4(U"𐐨𐐩") << QString::fromUcs4(U"𐐀");
    QTest::newRow("apostrophe") << "Brian O'Neil"
                                << "BO";
}

void TestPalette::initialsStandForTheName()
{
    QFETCH(QString, name);
    QTEST(Theme().initials(name), "initials");
}

void TestPalette::nameKeepsItsColor()
{
    QCOMPARE(Theme().nameColor("Vera Novak"), Theme().nameColor("vera novak"));
    QCOMPARE(Theme().nameColor("Vera Novak").name(), QStringLiteral("#a8407e"));
}

void TestPalette::everySymbolHasItsDrawing()
{
    const QMetaEnum symbols = QMetaEnum::fromType<Icon::Symbol>();
    QVERIFY(symbols.keyCount() > 40);
    QVERIFY(Icon::fileOf(Icon::None).isEmpty());
    QVERIFY(Icon::fileOf(100000).isEmpty());
    for (int index = 1; index < symbols.keyCount(); ++index) {
        const QString file = Icon::fileOf(symbols.value(index));
        QSvgRenderer renderer(file);
        QVERIFY2(renderer.isValid(), qPrintable(file));
        QCOMPARE(renderer.viewBoxF(), QRectF(0, 0, 24, 24));
    }
}

void TestPalette::everyDrawingHasItsSymbol()
{
    QSet<QString> known;
    const QMetaEnum symbols = QMetaEnum::fromType<Icon::Symbol>();
    for (int index = 1; index < symbols.keyCount(); ++index) {
        known.insert(Icon::fileOf(symbols.value(index)));
    }
    const QFileInfoList files = QDir(":/qt/qml/Mesh/Controls/icons").entryInfoList({"*.svg"});
    QCOMPARE(files.size(), known.size());
    for (const QFileInfo& file : files) {
        QVERIFY2(known.contains(file.filePath()), qPrintable(file.filePath()));
    }
}

void TestPalette::appearanceAndContrastChangeTheColors()
{
    Theme theme;
    theme.setAppearance(Theme::Light);
    QSignalSpy changed(&theme, &Theme::colorsChanged);
    theme.setAppearance(Theme::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.surface(), paletteOf(Scheme::Dark).surface);
    theme.setHighContrast(true);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(theme.surface(), paletteOf(Scheme::DarkHighContrast).surface);
    theme.setAppearance(Theme::Light);
    QCOMPARE(theme.text(), paletteOf(Scheme::LightHighContrast).text);
    theme.setAppearance(Theme::Light);
    QCOMPARE(changed.count(), 3);
}

void TestPalette::textScaleGrowsTextAndControls()
{
    Theme theme;
    const int font = theme.bodyFont().pixelSize();
    const int height = theme.controlHeight();
    theme.setTextScale(2.0);
    QVERIFY(theme.bodyFont().pixelSize() >= 2 * font - 1);
    QVERIFY(theme.controlHeight() >= 2 * height - 4);
    QCOMPARE(theme.controlHeight() % 4, 0);
    theme.setTextScale(50);
    QCOMPARE(theme.textScale(), 2.0);
    theme.setTextScale(qQNaN());
    QCOMPARE(theme.textScale(), 1.0);
}

void TestPalette::reducedMotionStopsMovement()
{
    Theme theme;
    QVERIFY(theme.durationMedium() > 0);
    theme.setReducedMotion(true);
    QCOMPARE(theme.durationShort(), 0);
    QCOMPARE(theme.durationMedium(), 0);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
