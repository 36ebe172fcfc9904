#include "language.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace mmm::desktop;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    bool isPlural = false;
    bool isFinished = true;
    QStringList translations; ///< one, or one for each form of the plural
};

QList<Message> messagesOf(const QString& file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&input);
    QList<Message> all;
    QString context;
    while (!reader.atEnd()) {
        if (!reader.readNextStartElement())
            continue;
        if (reader.name() == QLatin1String("name")) {
            context = reader.readElementText();
        } else if (reader.name() == QLatin1String("message")) {
            Message message;
            message.context = context;
            message.isPlural = reader.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            while (reader.readNextStartElement()) {
                if (reader.name() == QLatin1String("source")) {
                    message.source = reader.readElementText();
                } else if (reader.name() == QLatin1String("comment")) {
                    message.comment = reader.readElementText();
                } else if (reader.name() == QLatin1String("translation")) {
                    message.isFinished = !reader.attributes().hasAttribute(QLatin1String("type"));
                    if (!message.isPlural) {
                        message.translations = {reader.readElementText()};
                        continue;
                    }
                    while (reader.readNextStartElement())
                        message.translations.append(reader.readElementText());
                } else {
                    reader.skipCurrentElement();
                }
            }
            all.append(message);
        }
    }
    return all;
}

/// %1, %2, %n, each once, sorted.
QStringList places(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found.append(match.next().captured(0));
    found.removeDuplicates();
    found.sort();
    return found;
}

QString finding(const Message& message, qsizetype forms)
{
    const QString name = message.context + QStringLiteral(": ") + message.source;
    if (!message.isFinished)
        return name + QStringLiteral(" (no translation)");
    if (message.translations.size() != (message.isPlural ? forms : 1))
        return name + QStringLiteral(" (forms of the plural)");
    for (const QString& text : message.translations) {
        if (text.isEmpty())
            return name + QStringLiteral(" (empty)");
        // the form for one may do without the number
        QStringList wanted = places(message.source);
        QStringList has = places(text);
        wanted.removeAll(QStringLiteral("%n"));
        has.removeAll(QStringLiteral("%n"));
        if (wanted != has)
            return name + QStringLiteral(" (its places differ)");
    }
    if (message.isPlural && message.source.contains(QLatin1String("%n")) &&
        !message.translations.last().contains(QLatin1String("%n")))
        return name + QStringLiteral(" (its number is missing)");
    return {};
}

} // namespace

/// Every text of the sources has its translations: what `lupdate` finds now is compared with the files.
class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void areComplete_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString& code : Language::codes())
            QTest::newRow(qPrintable(code)) << code;
    }
    void areComplete()
    {
        QFETCH(const QString, code);
        const QString sources = QStringLiteral(MESH_SOURCES);
        const QString name = QStringLiteral("/mesh-desktop_%1.ts").arg(code);
        QTemporaryDir folder;
        const QString copy = folder.path() + name;
        QVERIFY(QFile::copy(sources + QStringLiteral("/resources/translations") + name, copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QProcess lupdate;
        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-recursive"),
                              QStringLiteral("-no-obsolete")};
        if (code == QLatin1String("en"))
            arguments.append(QStringLiteral("-pluralonly"));
        arguments += {sources + QStringLiteral("/app/desktop"), sources + QStringLiteral("/qml"),
                      QStringLiteral("-ts"), copy};
        lupdate.start(QStringLiteral(MESH_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished(60000));
        QCOMPARE(lupdate.exitCode(), 0);

        const QList<Message> messages = messagesOf(copy);
        QVERIFY(messages.size() >= (code == QLatin1String("en") ? 10 : 300));
        QStringList findings;
        for (const Message& message : messages) {
            if (const QString found = finding(message, 2); !found.isEmpty())
                findings.append(found);
        }
        QVERIFY2(findings.isEmpty(), qPrintable(QLatin1Char('\n') + findings.join(QLatin1Char('\n'))));
    }

    void englishHasItsPlurals()
    {
        Language language;
        language.use(QStringLiteral("en"));
        const auto entries = [](int count) {
            return QCoreApplication::translate("CatalogPage", "%n entries", nullptr, count);
        };
        QCOMPARE(entries(0), QStringLiteral("0 entries"));
        QCOMPARE(entries(1), QStringLiteral("1 entry"));
        QCOMPARE(entries(2), QStringLiteral("2 entries"));
    }

    void speaksGermanAndEnglishAgain()
    {
        Language language;
        language.use(QStringLiteral("de"));
        const auto contacts = [] { return QCoreApplication::translate("MainView", "Contacts"); };
        const auto entries = [](int count) {
            return QCoreApplication::translate("CatalogPage", "%n entries", nullptr, count);
        };
        QCOMPARE(contacts(), QStringLiteral("Kontakte"));
        QCOMPARE(entries(1), QStringLiteral("1 Eintrag"));
        QCOMPARE(entries(7), QStringLiteral("7 Einträge"));
        QCOMPARE(QLocale().language(), QLocale::German);
        // what Qt itself says, in its file dialog
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        language.use(QStringLiteral("en"));
        QCOMPARE(contacts(), QStringLiteral("Contacts"));
        QCOMPARE(entries(1), QStringLiteral("1 entry"));
    }

    /// A language that the program does not have is shown in English, plurals and all.
    void anUnknownLanguageIsEnglish()
    {
        Language language;
        language.use(QStringLiteral("fr"));
        QCOMPARE(QCoreApplication::translate("CatalogPage", "%n entries", nullptr, 1),
                 QStringLiteral("1 entry"));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
