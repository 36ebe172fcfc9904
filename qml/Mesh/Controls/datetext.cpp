#include "datetext.h"

#include <QRegularExpression>

namespace mmm::controls {

namespace {

constexpr qsizetype longestText = 100;

/// The locale's short date form, always with the whole year.
QString dateForm(const QLocale& locale)
{
    QString form = locale.dateFormat(QLocale::ShortFormat);
    if (!form.contains(QLatin1String("yyyy"))) {
        form.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    }
    return form;
}

/// Two digits of a year mean the hundred years that end fifty years from now.
QDate withCentury(QDate date)
{
    if (date.isValid() && date.year() < 2000 &&
        date.addYears(100).year() <= QDate::currentDate().year() + 50) {
        return date.addYears(100);
    }
    return date;
}

QDate readDate(const QLocale& locale, const QString& text)
{
    if (const QDate date = QDate::fromString(text, QStringLiteral("yyyy-M-d")); date.isValid()) {
        return date;
    }
    if (const QDate date = locale.toDate(text, dateForm(locale)); date.isValid()) {
        return date;
    }
    if (const QDate date = locale.toDate(text, QLocale::LongFormat); date.isValid()) {
        return date;
    }
    QString shortForm = dateForm(locale);
    shortForm.replace(QLatin1String("yyyy"), QLatin1String("yy"));
    return withCentury(locale.toDate(text, shortForm));
}

QTime readTime(const QLocale& locale, const QString& text)
{
    for (const auto* form : {"H:mm", "H:mm:ss", "HHmm", "H.mm"}) {
        if (const QTime time = QTime::fromString(text, QLatin1String(form)); time.isValid()) {
            return time;
        }
    }
    return locale.toTime(text, QLocale::ShortFormat);
}

} // namespace

QDateTime DateText::parseIn(const QLocale& locale, const QString& text, bool withTime)
{
    const QString trimmed = text.simplified();
    if (trimmed.isEmpty() || trimmed.size() > longestText) {
        return {};
    }
    if (const QDate date = readDate(locale, trimmed); date.isValid()) {
        return QDateTime(date, QTime(0, 0));
    }
    if (!withTime) {
        return {};
    }
    // The time is what follows the last gap at which both halves can be read.
    static const QRegularExpression gap(QStringLiteral("(?:,\\s*|\\s+|(?<=\\d)[Tt](?=\\d))"));
    for (auto match = gap.globalMatch(trimmed); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QDate date = readDate(locale, trimmed.left(found.capturedStart()));
        const QTime time = readTime(locale, trimmed.mid(found.capturedEnd()));
        if (date.isValid() && time.isValid()) {
            const QDateTime moment(date, time);
            return moment.isValid() && moment.time() == time ? moment : QDateTime();
        }
    }
    return {};
}

QString DateText::formatIn(const QLocale& locale, const QDateTime& moment, bool withTime)
{
    if (!moment.isValid()) {
        return {};
    }
    const QDateTime local = moment.toLocalTime();
    const QString date = locale.toString(local.date(), dateForm(locale));
    return withTime ? date + QLatin1Char(' ') + local.time().toString(QStringLiteral("HH:mm")) : date;
}

QDateTime DateText::parse(const QString& text, bool withTime) const
{
    return parseIn(QLocale(), text, withTime);
}

QString DateText::format(const QDateTime& moment, bool withTime) const
{
    return formatIn(QLocale(), moment, withTime);
}

QString DateText::example(bool withTime) const
{
    return format(QDateTime(QDate::currentDate(), QTime(14, 30)), withTime);
}

QDateTime DateText::onDay(const QDateTime& moment, int year, int month, int day) const
{
    const QTime time = moment.isValid() ? moment.toLocalTime().time() : QTime(0, 0);
    return QDateTime(QDate(year, month, day), time);
}

} // namespace mmm::controls
