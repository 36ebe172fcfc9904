// Every list model of the desktop is looked at by a test that knows the rules of Qt's models.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList filesIn(const QString& folder, const QString& pattern)
{
    QStringList files;
    QDirIterator all(QStringLiteral(MESH_SOURCES "/") + folder, {pattern}, QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

} // namespace

class ModelRules : public QObject
{
    Q_OBJECT

private slots:
    void everyModelIsLookedAt()
    {
        // class by class: what it is derived from
        QHash<QString, QString> bases;
        const QRegularExpression declaration(
            QStringLiteral("\\bclass\\s+(\\w+)(?:\\s+final)?\\s*:\\s*public\\s+(?:\\w+::)*(\\w+)"));
        for (const QString& file : filesIn(QStringLiteral("app/desktop"), QStringLiteral("*.h"))) {
            auto found = declaration.globalMatch(textOf(file));
            while (found.hasNext()) {
                const QRegularExpressionMatch match = found.next();
                bases.insert(match.captured(1), match.captured(2));
            }
        }
        const auto isModel = [&](QString name) {
            while (bases.contains(name))
                name = bases.value(name);
            return name == QLatin1String("QAbstractListModel") || name == QLatin1String("QAbstractItemModel");
        };
        const QStringList derivedFrom = bases.values();
        QStringList models;
        for (auto it = bases.keyBegin(); it != bases.keyEnd(); ++it) {
            // of a base it is the derived ones that there are objects of
            if (isModel(*it) && !derivedFrom.contains(*it))
                models.append(*it);
        }
        QVERIFY(models.contains(QStringLiteral("ConflictModel")));
        QVERIFY(models.contains(QStringLiteral("PeerModel")));
        QVERIFY(models.size() > 25);

        QSet<QString> lookedAt;
        const QRegularExpression tester(QStringLiteral("\\bkeepsRules<(\\w+)>\\("));
        for (const QString& file :
             filesIn(QStringLiteral("tests/app/desktop"), QStringLiteral("tst_*.cpp"))) {
            auto found = tester.globalMatch(textOf(file));
            while (found.hasNext())
                lookedAt.insert(found.next().captured(1));
        }
        for (const QString& model : models)
            QVERIFY2(lookedAt.contains(model), qPrintable(model + QLatin1String(" is not looked at")));
    }
};

QTEST_GUILESS_MAIN(ModelRules)
#include "tst_model_rules.moc"
