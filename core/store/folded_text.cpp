#include "store/folded_text.h"

#include <QList>
#include <QString>
#include <algorithm>

namespace mmm::store {
namespace {

/// Letters that Unicode does not decompose, and that people type without the right keyboard.
std::u32string_view plainFormOf(char32_t letter)
{
    switch (letter) {
    case U'ß':
        return U"ss";
    case U'æ':
        return U"ae";
    case U'œ':
        return U"oe";
    case U'ø':
        return U"o";
    case U'ł':
        return U"l";
    case U'đ':
        return U"d";
    case U'ħ':
        return U"h";
    case U'ŧ':
        return U"t";
    case U'ı':
        return U"i";
    default:
        return {};
    }
}

void appendFoldedUnicode(std::string& out, std::string_view text)
{
    const QString simple = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                               .toCaseFolded()
                               .normalized(QString::NormalizationForm_KD)
                               .toCaseFolded();
    QString kept;
    kept.reserve(simple.size());
    const auto letters = simple.toUcs4();
    for (const char32_t letter : letters) {
        const QChar::Category category = QChar::category(letter);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
            continue;
        const std::u32string_view plain = plainFormOf(letter);
        kept.append(plain.empty() ? QString::fromUcs4(&letter, 1)
                                  : QString::fromUcs4(plain.data(), static_cast<qsizetype>(plain.size())));
    }
    out.append(kept.toStdString());
}

} // namespace

void appendFolded(std::string& out, std::string_view text)
{
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!isAscii) {
        appendFoldedUnicode(out, text);
        return;
    }
    const std::size_t start = out.size();
    out.append(text);
    for (std::size_t i = start; i < out.size(); ++i) {
        const char c = out[i];
        out[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
}

std::string folded(std::string_view text)
{
    std::string out;
    appendFolded(out, text);
    return out;
}

} // namespace mmm::store
