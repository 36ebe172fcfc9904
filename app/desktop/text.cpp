#include "text.h"

#include <botan/mem_ops.h>

#include <QCoreApplication>
#include <QLocale>

namespace mmm::desktop {

QCollator listCollator()
{
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    return collator;
}

SharedSecret secretFromText(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    SharedSecret secret(
        Secret(BytesView(reinterpret_cast<const std::uint8_t*>(utf8.constData()), std::size_t(utf8.size()))));
    Botan::secure_scrub_memory(utf8.data(), std::size_t(utf8.size()));
    return secret;
}

QDateTime toDateTime(TimePoint moment)
{
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count());
}

TimePoint fromDateTime(const QDateTime& moment)
{
    return TimePoint(std::chrono::seconds(moment.toSecsSinceEpoch()));
}

TimePoint nowForText()
{
    return SystemClock().now();
}

QString dayText(const QDate& day)
{
    const QLocale locale;
    QString form = locale.dateFormat(QLocale::ShortFormat);
    if (!form.contains(QLatin1String("yyyy")))
        form.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return locale.toString(day, form);
}

QString clockText(const QTime& time)
{
    const QLocale locale;
    // a session without a language would show seconds
    return locale.language() == QLocale::C ? time.toString(QStringLiteral("HH:mm"))
                                           : locale.toString(time, QLocale::ShortFormat);
}

QString momentText(TimePoint moment)
{
    const QDateTime when = toDateTime(moment);
    return dayText(when.date()) + QLatin1Char(' ') + clockText(when.time());
}

QString agoText(TimePoint moment, TimePoint now)
{
    const int minutes = int(std::chrono::duration_cast<std::chrono::minutes>(now - moment).count());
    if (minutes < 1 && minutes > -2)
        return QCoreApplication::translate("Time", "Just now");
    if (minutes > 0 && minutes < 60)
        return QCoreApplication::translate("Time", "%n minutes ago", nullptr, minutes);
    const QDateTime then = toDateTime(moment);
    const qint64 days = then.date().daysTo(toDateTime(now).date());
    const QString time = clockText(then.time());
    if (days == 0)
        return QCoreApplication::translate("Time", "Today, %1").arg(time);
    if (days == 1)
        return QCoreApplication::translate("Time", "Yesterday, %1").arg(time);
    return momentText(moment);
}

QString untilText(TimePoint moment, TimePoint now)
{
    const int minutes = int(std::chrono::ceil<std::chrono::minutes>(moment - now).count());
    if (minutes <= 0)
        return {};
    if (minutes < 90)
        return QCoreApplication::translate("Time", "Valid for %n minutes", nullptr, minutes);
    const int hours = (minutes + 30) / 60;
    return QCoreApplication::translate("Time", "Valid for %n hours", nullptr, hours);
}

} // namespace mmm::desktop
