#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

/// One row of the table: what the seeds name, and the test that exercises it.
struct Row
{
    QString part;
    QString section;
    QString item;
    QString test; ///< the third column
    [[nodiscard]] QString key() const { return part + QLatin1Char('|') + section + QLatin1Char('|') + item; }
};

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The rows of SEEDS.md, under their headings "## H.1 …".
std::vector<Row> tableRows(const QString& text)
{
    std::vector<Row> rows;
    QString part;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("## ")))
            part = line.section(QLatin1Char(' '), 1, 1);
        if (!line.startsWith(QLatin1String("| ")) || line.startsWith(QStringLiteral("| § ")))
            continue;
        const QStringList cells = line.split(QStringLiteral(" | "));
        if (cells.size() == 3)
            rows.push_back({part, cells[0].mid(2), cells[1], cells[2].chopped(2)});
    }
    return rows;
}

constexpr auto notYet = "not yet";

} // namespace

/// tests/SEEDS.md says which test exercises each item of the two seed drafts. It must name all of them, and
/// only tests that there are.
class TestSeeds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_text = contentOf(QStringLiteral(MESH_TESTS "/SEEDS.md"));
        m_rows = tableRows(m_text);
        QVERIFY(!m_rows.empty());
        QDirIterator files(QStringLiteral(MESH_TESTS), {QStringLiteral("tst_*")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            m_sources[files.fileInfo().baseName()] += contentOf(path);
        }
        // the same source, compiled with other structures
        m_sources[QStringLiteral("tst_transactions")] = m_sources[QStringLiteral("tst_structures")];
        // what the vectors' kinds are called
        QDirIterator checks(QStringLiteral(MESH_TESTS "/core/vectors"), {QStringLiteral("check_*.cpp")});
        while (checks.hasNext())
            m_vectorKinds += contentOf(checks.next());
        m_declared = contentOf(QStringLiteral(MESH_BUILD "/CTestTestfile.cmake"));
        QDirIterator lists(QStringLiteral(MESH_BUILD "/tests"), {QStringLiteral("CTestTestfile.cmake")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (lists.hasNext())
            m_declared += contentOf(lists.next());
    }

    void everyItemOfTheSeedsHasItsRow()
    {
        QSet<QString> there;
        for (const Row& row : m_rows)
            there.insert(row.key());
        int count = 0;
        for (const QString& line :
             contentOf(QStringLiteral(MESH_TESTS "/seeds/rows.txt")).split(QLatin1Char('\n'))) {
            const QStringList cells = line.split(QLatin1Char('\t'));
            if (cells.size() != 3)
                continue;
            ++count;
            QVERIFY2(there.contains(cells.join(QLatin1Char('|'))), qPrintable(line));
        }
        QCOMPARE(int(m_rows.size()), count);
    }

    void everyNamedTestIsThere()
    {
        static const QRegularExpression name(QStringLiteral("`([a-z_]+)::([^`]+)`"));
        for (const Row& row : m_rows) {
            auto names = name.globalMatch(row.test);
            const bool isOpen = row.test.startsWith(QLatin1String(notYet)) || row.test == QStringLiteral("–");
            QVERIFY2(isOpen || names.hasNext(), qPrintable(row.key() + QStringLiteral(": no test")));
            while (names.hasNext()) {
                const auto match = names.next();
                const QString program = match.captured(1);
                const QString function = match.captured(2);
                const QByteArray what = (row.key() + QStringLiteral(": ") + match.captured(0)).toUtf8();
                QVERIFY2(m_sources.contains(program), what.constData());
                const QRegularExpression declared(QStringLiteral("add_test\\([\\[=]*%1").arg(program));
                QVERIFY2(m_declared.contains(declared), what.constData());
                const QString source = m_sources[program];
                const bool isFunction = source.contains(QStringLiteral("void %1(").arg(function)) ||
                                        source.contains(QStringLiteral("def %1(").arg(function)) ||
                                        source.contains(QStringLiteral("function %1(").arg(function));
                const bool isKind = program == QLatin1String("tst_vectors") &&
                                    m_vectorKinds.contains(QLatin1Char('"') + function + QLatin1Char('"'));
                QVERIFY2(isFunction || isKind, what.constData());
            }
        }
    }

    /// What is not covered is said in public, and counted, so that it is noticed when that changes.
    void whatIsNotCoveredIsCounted()
    {
        int open = 0;
        for (const Row& row : m_rows) {
            if (!row.test.startsWith(QLatin1String(notYet)))
                continue;
            ++open;
            qInfo().noquote() << row.part << row.section << row.item << "-" << row.test;
        }
        const QString sum = QStringLiteral("%1 of %2 rows are not covered yet.").arg(open).arg(m_rows.size());
        qInfo().noquote() << sum;
        QVERIFY2(m_text.contains(sum), qPrintable(sum));
    }

private:
    QString m_text;
    std::vector<Row> m_rows;
    QHash<QString, QString> m_sources; ///< by the name of the test program
    QString m_vectorKinds;
    QString m_declared; ///< what ctest knows
};

QTEST_GUILESS_MAIN(TestSeeds)
#include "tst_seeds.moc"
