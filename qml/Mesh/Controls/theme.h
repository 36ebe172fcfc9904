#pragma once

#include "palette.h"

#include <QFont>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// Colours, type, spacing and motion: what every control asks instead of writing numbers of its own.
///
/// One per QML engine, lives on the GUI thread. The settings page writes `appearance`, `highContrast`,
/// `textScale` and `reducedMotion`; everything else follows. Sizes are device-independent pixels.
class Theme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    /// What the person chose; System follows the desktop.
    Q_PROPERTY(
        mmm::controls::Theme::Appearance appearance READ appearance WRITE setAppearance NOTIFY colorsChanged)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY colorsChanged)
    /// Whether light text on dark ground is shown now.
    Q_PROPERTY(bool dark READ isDark NOTIFY colorsChanged)
    /// Size of all text relative to the desktop's font: 1.0 to 2.0.
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY metricsChanged)
    /// No movement; states change at once.
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY motionChanged)

    Q_PROPERTY(QColor surface READ surface NOTIFY colorsChanged)
    Q_PROPERTY(QColor surfaceSunken READ surfaceSunken NOTIFY colorsChanged)
    Q_PROPERTY(QColor surfaceRaised READ surfaceRaised NOTIFY colorsChanged)
    Q_PROPERTY(QColor field READ field NOTIFY colorsChanged)
    Q_PROPERTY(QColor hover READ hover NOTIFY colorsChanged)
    Q_PROPERTY(QColor pressed READ pressed NOTIFY colorsChanged)
    Q_PROPERTY(QColor selection READ selection NOTIFY colorsChanged)
    Q_PROPERTY(QColor text READ text NOTIFY colorsChanged)
    Q_PROPERTY(QColor textMuted READ textMuted NOTIFY colorsChanged)
    Q_PROPERTY(QColor textDisabled READ textDisabled NOTIFY colorsChanged)
    Q_PROPERTY(QColor border READ border NOTIFY colorsChanged)
    Q_PROPERTY(QColor borderStrong READ borderStrong NOTIFY colorsChanged)
    Q_PROPERTY(QColor accent READ accent NOTIFY colorsChanged)
    Q_PROPERTY(QColor accentHover READ accentHover NOTIFY colorsChanged)
    Q_PROPERTY(QColor accentText READ accentText NOTIFY colorsChanged)
    Q_PROPERTY(QColor accentInk READ accentInk NOTIFY colorsChanged)
    Q_PROPERTY(QColor accentSurface READ accentSurface NOTIFY colorsChanged)
    Q_PROPERTY(QColor danger READ danger NOTIFY colorsChanged)
    Q_PROPERTY(QColor dangerHover READ dangerHover NOTIFY colorsChanged)
    Q_PROPERTY(QColor dangerText READ dangerText NOTIFY colorsChanged)
    Q_PROPERTY(QColor dangerInk READ dangerInk NOTIFY colorsChanged)
    Q_PROPERTY(QColor dangerSurface READ dangerSurface NOTIFY colorsChanged)
    Q_PROPERTY(QColor warningInk READ warningInk NOTIFY colorsChanged)
    Q_PROPERTY(QColor warningSurface READ warningSurface NOTIFY colorsChanged)
    Q_PROPERTY(QColor successInk READ successInk NOTIFY colorsChanged)
    Q_PROPERTY(QColor successSurface READ successSurface NOTIFY colorsChanged)
    Q_PROPERTY(QColor focus READ focus NOTIFY colorsChanged)
    Q_PROPERTY(QColor tip READ tip NOTIFY colorsChanged)
    Q_PROPERTY(QColor tipText READ tipText NOTIFY colorsChanged)
    Q_PROPERTY(QColor scrim READ scrim NOTIFY colorsChanged)
    Q_PROPERTY(QColor shadow READ shadow NOTIFY colorsChanged)

    Q_PROPERTY(QFont bodyFont READ bodyFont NOTIFY metricsChanged)
    /// The title of a row in a list, which leads before what stands below and beside it.
    Q_PROPERTY(QFont rowFont READ rowFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont strongRowFont READ strongRowFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont strongFont READ strongFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont captionFont READ captionFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont headingFont READ headingFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont titleFont READ titleFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont displayFont READ displayFont NOTIFY metricsChanged)
    Q_PROPERTY(QFont codeFont READ codeFont NOTIFY metricsChanged)

    /// Height of a button or an input; grows with the text, on the 4 px grid.
    Q_PROPERTY(int controlHeight READ controlHeight NOTIFY metricsChanged)
    /// Height of a list row with one line.
    Q_PROPERTY(int rowHeight READ rowHeight NOTIFY metricsChanged)
    /// Edge of an icon beside body text.
    Q_PROPERTY(int iconSize READ iconSize NOTIFY metricsChanged)

    Q_PROPERTY(int spacingXs READ spacingXs CONSTANT)
    Q_PROPERTY(int spacingS READ spacingS CONSTANT)
    Q_PROPERTY(int spacingM READ spacingM CONSTANT)
    Q_PROPERTY(int spacingL READ spacingL CONSTANT)
    Q_PROPERTY(int spacingXl READ spacingXl CONSTANT)
    Q_PROPERTY(int spacingXxl READ spacingXxl CONSTANT)
    Q_PROPERTY(int radiusS READ radiusS CONSTANT)
    Q_PROPERTY(int radiusM READ radiusM CONSTANT)
    Q_PROPERTY(int radiusL READ radiusL CONSTANT)

    /// Below this width a page shows one thing at a time.
    Q_PROPERTY(int narrowWidth READ narrowWidth NOTIFY metricsChanged)
    /// From this width the navigation shows its words.
    Q_PROPERTY(int wideWidth READ wideWidth NOTIFY metricsChanged)
    /// Text and forms never grow wider than this.
    Q_PROPERTY(int contentWidth READ contentWidth NOTIFY metricsChanged)

    /// Milliseconds of a small change (hover, check mark); 0 with reduced motion.
    Q_PROPERTY(int durationShort READ durationShort NOTIFY motionChanged)
    /// Milliseconds of something that comes or goes (dialog, toast); 0 with reduced motion.
    Q_PROPERTY(int durationMedium READ durationMedium NOTIFY motionChanged)

public:
    enum Appearance
    {
        System,
        Light,
        Dark,
    };
    Q_ENUM(Appearance)

    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool on);
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    /// Values outside 1.0 to 2.0 are moved to the nearer end.
    void setTextScale(qreal scale);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool on);

    [[nodiscard]] QColor surface() const { return palette().surface; }
    [[nodiscard]] QColor surfaceSunken() const { return palette().surfaceSunken; }
    [[nodiscard]] QColor surfaceRaised() const { return palette().surfaceRaised; }
    [[nodiscard]] QColor field() const { return palette().field; }
    [[nodiscard]] QColor hover() const { return palette().hover; }
    [[nodiscard]] QColor pressed() const { return palette().pressed; }
    [[nodiscard]] QColor selection() const { return palette().selection; }
    [[nodiscard]] QColor text() const { return palette().text; }
    [[nodiscard]] QColor textMuted() const { return palette().textMuted; }
    [[nodiscard]] QColor textDisabled() const { return palette().textDisabled; }
    [[nodiscard]] QColor border() const { return palette().border; }
    [[nodiscard]] QColor borderStrong() const { return palette().borderStrong; }
    [[nodiscard]] QColor accent() const { return palette().accent; }
    [[nodiscard]] QColor accentHover() const { return palette().accentHover; }
    [[nodiscard]] QColor accentText() const { return palette().accentText; }
    [[nodiscard]] QColor accentInk() const { return palette().accentInk; }
    [[nodiscard]] QColor accentSurface() const { return palette().accentSurface; }
    [[nodiscard]] QColor danger() const { return palette().danger; }
    [[nodiscard]] QColor dangerHover() const { return palette().dangerHover; }
    [[nodiscard]] QColor dangerText() const { return palette().dangerText; }
    [[nodiscard]] QColor dangerInk() const { return palette().dangerInk; }
    [[nodiscard]] QColor dangerSurface() const { return palette().dangerSurface; }
    [[nodiscard]] QColor warningInk() const { return palette().warningInk; }
    [[nodiscard]] QColor warningSurface() const { return palette().warningSurface; }
    [[nodiscard]] QColor successInk() const { return palette().successInk; }
    [[nodiscard]] QColor successSurface() const { return palette().successSurface; }
    [[nodiscard]] QColor focus() const { return palette().focus; }
    [[nodiscard]] QColor tip() const { return palette().tip; }
    [[nodiscard]] QColor tipText() const { return palette().tipText; }
    [[nodiscard]] QColor scrim() const { return palette().scrim; }
    [[nodiscard]] QColor shadow() const { return palette().shadow; }

    [[nodiscard]] QFont bodyFont() const { return font(1.0); }
    [[nodiscard]] QFont rowFont() const { return font(1.07, QFont::Medium); }
    [[nodiscard]] QFont strongRowFont() const { return font(1.07, QFont::Bold); }
    [[nodiscard]] QFont strongFont() const { return font(1.0, QFont::DemiBold); }
    [[nodiscard]] QFont captionFont() const { return font(0.87); }
    [[nodiscard]] QFont headingFont() const { return font(1.15, QFont::DemiBold); }
    [[nodiscard]] QFont titleFont() const { return font(1.45, QFont::DemiBold); }
    [[nodiscard]] QFont displayFont() const { return font(2.0, QFont::DemiBold); }
    /// Fixed width, for codes and passwords.
    [[nodiscard]] QFont codeFont() const;

    [[nodiscard]] int controlHeight() const { return onGrid(bodyPixels() * 2.5); }
    [[nodiscard]] int rowHeight() const { return onGrid(bodyPixels() * 2.8); }
    [[nodiscard]] int iconSize() const { return onGrid(bodyPixels() * 1.35); }

    [[nodiscard]] int spacingXs() const { return 4; }
    [[nodiscard]] int spacingS() const { return 8; }
    [[nodiscard]] int spacingM() const { return 12; }
    [[nodiscard]] int spacingL() const { return 16; }
    [[nodiscard]] int spacingXl() const { return 24; }
    [[nodiscard]] int spacingXxl() const { return 32; }
    [[nodiscard]] int radiusS() const { return 4; }
    [[nodiscard]] int radiusM() const { return 6; }
    [[nodiscard]] int radiusL() const { return 12; }

    [[nodiscard]] int narrowWidth() const { return onGrid(680 * m_textScale); }
    [[nodiscard]] int wideWidth() const { return onGrid(1120 * m_textScale); }
    [[nodiscard]] int contentWidth() const { return onGrid(720 * m_textScale); }

    [[nodiscard]] int durationShort() const { return m_reducedMotion ? 0 : 90; }
    [[nodiscard]] int durationMedium() const { return m_reducedMotion ? 0 : 180; }

    /// The background of a person's or site's initials; the same name always has the same colour. White text
    /// on it has a contrast of at least 4.5.
    Q_INVOKABLE [[nodiscard]] QColor nameColor(const QString& name) const;
    /// One or two capital letters that stand for a name; empty for a name without letters or digits.
    Q_INVOKABLE [[nodiscard]] QString initials(const QString& name) const;

signals:
    void colorsChanged();
    void metricsChanged();
    void motionChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] const Palette& palette() const;
    [[nodiscard]] qreal bodyPixels() const { return m_basePixels * m_textScale; }
    [[nodiscard]] QFont font(qreal factor, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] static int onGrid(qreal pixels);
    void measureSystemFont();

    Appearance m_appearance = System;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
    qreal m_textScale = 1.0;
    qreal m_basePixels = 14.0;
};

} // namespace mmm::controls
