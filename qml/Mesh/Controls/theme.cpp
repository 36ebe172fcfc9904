#include "theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#include <algorithm>
#include <array>
#include <cmath>

namespace mmm::controls {

namespace {

constexpr qreal smallestScale = 1.0;
constexpr qreal largestScale = 2.0;
// A desktop whose font is smaller or larger than this has a broken setting; its person can use textScale.
constexpr qreal smallestBase = 13.0;
constexpr qreal largestBase = 22.0;

constexpr std::array<QRgb, 8> nameColors{0xff3f5bb5, 0xff7a4bb0, 0xffa8407e, 0xffb0413a,
                                         0xff9a5514, 0xff4f6b1c, 0xff1d7355, 0xff20708f};

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent)
{
    measureSystemFont();
    qApp->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::colorsChanged);
#endif
}

void Theme::setAppearance(Appearance appearance)
{
    if (m_appearance != appearance) {
        m_appearance = appearance;
        emit colorsChanged();
    }
}

void Theme::setHighContrast(bool on)
{
    if (m_highContrast != on) {
        m_highContrast = on;
        emit colorsChanged();
    }
}

bool Theme::isDark() const
{
    return m_appearance == Dark || (m_appearance == System && systemIsDark());
}

void Theme::setTextScale(qreal scale)
{
    const qreal bounded =
        std::isfinite(scale) ? std::clamp(scale, smallestScale, largestScale) : smallestScale;
    if (!qFuzzyCompare(m_textScale, bounded)) {
        m_textScale = bounded;
        emit metricsChanged();
    }
}

void Theme::setReducedMotion(bool on)
{
    if (m_reducedMotion != on) {
        m_reducedMotion = on;
        emit motionChanged();
    }
}

const Palette& Theme::palette() const
{
    if (m_highContrast) {
        return paletteOf(isDark() ? Scheme::DarkHighContrast : Scheme::LightHighContrast);
    }
    return paletteOf(isDark() ? Scheme::Dark : Scheme::Light);
}

QFont Theme::font(qreal factor, QFont::Weight weight) const
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(qRound(bodyPixels() * factor));
    font.setWeight(weight);
    return font;
}

QFont Theme::codeFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(qRound(bodyPixels()));
    return font;
}

int Theme::onGrid(qreal pixels)
{
    return qRound(pixels / 4.0) * 4;
}

void Theme::measureSystemFont()
{
    const qreal pixels = QFontInfo(QGuiApplication::font()).pixelSize();
    m_basePixels = std::clamp(pixels, smallestBase, largestBase);
}

QColor Theme::nameColor(const QString& name) const
{
    // FNV-1a: qHash is seeded per process and would give a name another colour after each start.
    quint32 hash = 2166136261U;
    for (const QChar letter : name) {
        hash = (hash ^ letter.toLower().unicode()) * 16777619U;
    }
    return QColor::fromRgb(nameColors.at((hash ^ (hash >> 15U)) % nameColors.size()));
}

QString Theme::initials(const QString& name) const
{
    QString letters;
    bool atWordStart = true;
    QString last;
    const QList<uint> points = name.toUcs4();
    for (const uint point : points) {
        const auto character = static_cast<char32_t>(point);
        if (!QChar::isLetterOrNumber(character)) {
            atWordStart = QChar::isSpace(character) || character == U'-' ? true : atWordStart;
            continue;
        }
        if (atWordStart) {
            const QString letter = QString::fromUcs4(&character, 1).toUpper();
            if (letters.isEmpty()) {
                letters = letter;
            } else {
                last = letter;
            }
        }
        atWordStart = false;
    }
    return letters + last;
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange) {
        emit colorsChanged();
    } else if (watched == qApp && event->type() == QEvent::ApplicationFontChange) {
        measureSystemFont();
        emit metricsChanged();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace mmm::controls
