#pragma once

#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// Reads and writes dates as a person types them. Local time. GUI thread.
class DateText : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// ISO 8601 (2026-03-01, with 14:30 after a space or T) or the locale's short or long form, with or
    /// without century. Without a time of day: midnight. Invalid when the text is none of these or names a
    /// day or time that does not exist.
    Q_INVOKABLE [[nodiscard]] QDateTime parse(const QString& text, bool withTime) const;
    /// The locale's short form with four digits of year; empty for an invalid moment.
    Q_INVOKABLE [[nodiscard]] QString format(const QDateTime& moment, bool withTime) const;
    Q_INVOKABLE [[nodiscard]] bool isValid(const QDateTime& moment) const { return moment.isValid(); }
    /// An example of what can be typed: the given moment as format() writes it.
    Q_INVOKABLE [[nodiscard]] QString example(bool withTime) const;
    /// The same time of day on another day, or midnight when `moment` is invalid.
    Q_INVOKABLE [[nodiscard]] QDateTime onDay(const QDateTime& moment, int year, int month, int day) const;
    Q_INVOKABLE [[nodiscard]] QDateTime none() const { return {}; }

    /// The locale-dependent work, for tests.
    [[nodiscard]] static QDateTime parseIn(const QLocale& locale, const QString& text, bool withTime);
    [[nodiscard]] static QString formatIn(const QLocale& locale, const QDateTime& moment, bool withTime);
};

} // namespace mmm::controls
