#pragma once

#include <QColor>

namespace mmm::controls {

/// The colours of one appearance, by what they mean. Every colour on the screen comes from here.
///
/// Surfaces carry `text` and `textMuted`; a filled colour (`accent`, `danger`) carries its own text colour;
/// an ink (`accentInk`, `dangerInk`, …) is readable on every surface and on the tinted surface of its own
/// name. The contrast of all these pairs is checked by tst_palette against WCAG 2.1 AA (AAA for high
/// contrast).
struct Palette
{
    QColor surface;        ///< Where content is read: the page.
    QColor surfaceSunken;  ///< Beside the content: navigation, the page around cards.
    QColor surfaceRaised;  ///< Above the content: cards, menus, dialogs.
    QColor field;          ///< Inside of an input.
    QColor hover;          ///< Under the pointer.
    QColor pressed;        ///< While pressed.
    QColor selection;      ///< The chosen row or selected text.
    QColor text;           ///< What is read.
    QColor textMuted;      ///< What is read second.
    QColor textDisabled;   ///< What cannot be used now.
    QColor border;         ///< Separates, carries no information.
    QColor borderStrong;   ///< Outline of a control; seen by everyone.
    QColor accent;         ///< The one colour that says "here".
    QColor accentHover;    ///< The accent under the pointer.
    QColor accentText;     ///< Text on the accent.
    QColor accentInk;      ///< The accent as text or icon.
    QColor accentSurface;  ///< The accent as a tint.
    QColor danger;         ///< Filled: destroys something.
    QColor dangerHover;    ///< The danger colour under the pointer.
    QColor dangerText;     ///< Text on danger.
    QColor dangerInk;      ///< An error as text or icon.
    QColor dangerSurface;  ///< Behind an error.
    QColor warningInk;     ///< A warning as text or icon.
    QColor warningSurface; ///< Behind a warning.
    QColor successInk;     ///< Success as text or icon.
    QColor successSurface; ///< Behind a success.
    QColor focus;          ///< The ring around what has the keyboard.
    QColor tip;            ///< Behind a tool tip or toast.
    QColor tipText;        ///< Text on a tool tip or toast.
    QColor scrim;          ///< Over a page behind a dialog.
    QColor shadow;         ///< Below what floats.
};

/// The table's columns.
enum class Scheme
{
    Light,
    Dark,
    LightHighContrast,
    DarkHighContrast,
};

/// The colours of one scheme. The reference stays valid for the whole run.
[[nodiscard]] const Palette& paletteOf(Scheme scheme);

/// Relative luminance of an opaque colour, 0 (black) to 1 (white), as WCAG 2.1 defines it.
[[nodiscard]] double relativeLuminance(const QColor& color);

/// Contrast ratio of two opaque colours, 1 to 21, as WCAG 2.1 defines it.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

} // namespace mmm::controls
