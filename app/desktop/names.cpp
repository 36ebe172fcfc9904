#include "names.h"

#include <algorithm>

namespace mmm::desktop {

namespace {

constexpr QChar isolate(0x2068);
constexpr QChar end(0x2069);

/// Begins or ends a direction of its own.
bool isDirecting(QChar letter)
{
    const char16_t code = letter.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool runsFromLeftToRight(const QString& text)
{
    return std::ranges::none_of(text.toUcs4(), [](uint code) {
        switch (QChar::direction(char32_t(code))) {
        case QChar::DirR:
        case QChar::DirAL:
        case QChar::DirAN:
            return true;
        default:
            return false;
        }
    });
}

} // namespace

QString isolated(const QString& name)
{
    QString plain = name;
    plain.removeIf(isDirecting);
    return runsFromLeftToRight(plain) ? plain : isolate + plain + end;
}

} // namespace mmm::desktop
