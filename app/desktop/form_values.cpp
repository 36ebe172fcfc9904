#include "form_values.h"

#include "text.h"

#include <QStringList>

namespace mmm::desktop {

std::vector<std::string> partsOfList(const QString& text)
{
    std::vector<std::string> parts;
    for (const QString& part : text.split(QLatin1Char(','))) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.push_back(fromText(trimmed));
    }
    return parts;
}

QString listOfParts(const std::vector<std::string>& parts)
{
    QStringList list;
    for (const std::string& part : parts)
        list.append(toText(part));
    return list.join(QStringLiteral(", "));
}

std::optional<std::int64_t> smallNumber(const QString& text, bool& isRight)
{
    constexpr int highest = 65535;
    const QString digits = text.trimmed();
    isRight = true;
    if (digits.isEmpty())
        return std::nullopt;
    const int number = digits.toInt(&isRight);
    isRight = isRight && number >= 0 && number <= highest;
    return isRight ? std::optional<std::int64_t>(number) : std::nullopt;
}

} // namespace mmm::desktop
