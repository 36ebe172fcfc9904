#include "palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mmm::controls {

namespace {

// One row per meaning, one column per scheme, so that a colour is always judged beside its siblings.
struct Row
{
    QColor Palette::*token;
    std::array<QRgb, 4> colors; // light, dark, light high contrast, dark high contrast
};

constexpr std::array rows{
    Row{&Palette::surface, {0xffffffff, 0xff1b1d23, 0xffffffff, 0xff000000}},
    Row{&Palette::surfaceSunken, {0xfff5f6f8, 0xff15171c, 0xffffffff, 0xff000000}},
    Row{&Palette::surfaceRaised, {0xffffffff, 0xff24272f, 0xffffffff, 0xff000000}},
    Row{&Palette::field, {0xffffffff, 0xff1f2229, 0xffffffff, 0xff000000}},
    Row{&Palette::hover, {0xffeef0f4, 0xff2a2e37, 0xffe6e6e6, 0xff262626}},
    Row{&Palette::pressed, {0xffe3e6ec, 0xff333843, 0xffd9d9d9, 0xff333333}},
    Row{&Palette::selection, {0xffe1e8fc, 0xff2a3556, 0xffcfe0ff, 0xff002a66}},
    Row{&Palette::text, {0xff1a1d24, 0xffe9ebf0, 0xff000000, 0xffffffff}},
    Row{&Palette::textMuted, {0xff586070, 0xffa9b0bd, 0xff262626, 0xffe6e6e6}},
    Row{&Palette::textDisabled, {0xff8d94a1, 0xff6f7683, 0xff595959, 0xffa6a6a6}},
    Row{&Palette::border, {0xffdfe2e8, 0xff343943, 0xff000000, 0xffffffff}},
    Row{&Palette::borderStrong, {0xff798090, 0xff7d8593, 0xff000000, 0xffffffff}},
    Row{&Palette::accent, {0xff3457d5, 0xff8ea6ff, 0xff00309c, 0xff9fd0ff}},
    Row{&Palette::accentHover, {0xff2a48b8, 0xffa6b9ff, 0xff002070, 0xffc4e2ff}},
    Row{&Palette::accentText, {0xffffffff, 0xff10183a, 0xffffffff, 0xff000000}},
    Row{&Palette::accentInk, {0xff2f50c8, 0xff9db2ff, 0xff00309c, 0xffa8d4ff}},
    Row{&Palette::accentSurface, {0xffebf0fe, 0xff232b47, 0xffffffff, 0xff000000}},
    Row{&Palette::danger, {0xffc2303c, 0xfff08a8f, 0xff990011, 0xffffa3a8}},
    Row{&Palette::dangerHover, {0xffa62732, 0xfff5a3a7, 0xff70000c, 0xffffc2c5}},
    Row{&Palette::dangerText, {0xffffffff, 0xff3a0a0e, 0xffffffff, 0xff000000}},
    Row{&Palette::dangerInk, {0xffb32832, 0xfff59ba0, 0xff8a000f, 0xffffb3b7}},
    Row{&Palette::dangerSurface, {0xfffdeeef, 0xff3a2227, 0xffffffff, 0xff000000}},
    Row{&Palette::warningInk, {0xff7d4e00, 0xfff0c270, 0xff5c3900, 0xffffd98a}},
    Row{&Palette::warningSurface, {0xfffff5de, 0xff352c1c, 0xffffffff, 0xff000000}},
    Row{&Palette::successInk, {0xff1b6e3d, 0xff84d3a2, 0xff00521f, 0xffa3f0c0}},
    Row{&Palette::successSurface, {0xffe9f6ee, 0xff1d3027, 0xffffffff, 0xff000000}},
    Row{&Palette::focus, {0xff3457d5, 0xff9db2ff, 0xff00309c, 0xffffd60a}},
    Row{&Palette::tip, {0xff262a33, 0xffe9ebf0, 0xff000000, 0xffffffff}},
    Row{&Palette::tipText, {0xffffffff, 0xff1a1d24, 0xffffffff, 0xff000000}},
    Row{&Palette::scrim, {0x66101218, 0x99000000, 0xb3000000, 0xb3000000}},
    Row{&Palette::shadow, {0x1f101218, 0x66000000, 0x00000000, 0x00000000}},
};
static_assert(sizeof(Palette) == rows.size() * sizeof(QColor), "every colour of the palette needs its row");

Palette column(std::size_t index)
{
    Palette palette;
    for (const Row& row : rows) {
        palette.*row.token = QColor::fromRgba(row.colors[index]);
    }
    return palette;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

} // namespace

const Palette& paletteOf(Scheme scheme)
{
    static const std::array palettes{column(0), column(1), column(2), column(3)};
    return palettes.at(static_cast<std::size_t>(scheme));
}

double relativeLuminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = relativeLuminance(a);
    const double second = relativeLuminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace mmm::controls
