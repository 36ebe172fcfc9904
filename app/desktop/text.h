#pragma once

#include "base/clock.h"
#include "base/secret.h"

#include <QCollator>
#include <QDateTime>
#include <QString>
#include <string>

/// Between the texts and times of core and those of the user interface.
namespace mmm::desktop {

[[nodiscard]] inline QString toText(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

[[nodiscard]] inline std::string fromText(const QString& text)
{
    return text.toStdString();
}

/// How lists are sorted: as the person's language does, case aside, numbers by their value. A session without
/// a language sorts as English does, not by code points.
[[nodiscard]] QCollator listCollator();

/// A text that was typed, as a secret. The QString's own copy is the caller's matter.
[[nodiscard]] SharedSecret secretFromText(const QString& text);

[[nodiscard]] QDateTime toDateTime(TimePoint moment);
[[nodiscard]] TimePoint fromDateTime(const QDateTime& moment);

/// "Just now", "5 minutes ago", "Yesterday, 14:05", or the date: how long ago something was.
[[nodiscard]] QString agoText(TimePoint moment, TimePoint now);
/// "Valid for 23 hours", "Valid for 5 minutes"; empty once it has passed.
[[nodiscard]] QString untilText(TimePoint moment, TimePoint now);
/// A day in the person's short format, always with the whole year.
[[nodiscard]] QString dayText(const QDate& day);
/// A time of day in the person's short format, without seconds.
[[nodiscard]] QString clockText(const QTime& time);
/// Date and time in the person's format.
[[nodiscard]] QString momentText(TimePoint moment);

/// The present time to the second, for texts only.
[[nodiscard]] TimePoint nowForText();

} // namespace mmm::desktop
