#include "checks.h"

#include <set>

using namespace mmm::vectors;

/// Checks every known-answer vector in the folder named by the environment variable MESH_VECTORS (by default
/// the copies in tests/vectors). A vector that no check knows is a failure, and so is an empty folder.
class TestVectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        registerAllChecks(m_registry);
        QVERIFY2(!allVectors().empty(), "no vectors found; is MESH_VECTORS the right folder?");
    }

    void vector_data()
    {
        QTest::addColumn<qsizetype>("index");
        std::set<QString> names;
        for (std::size_t index = 0; index < allVectors().size(); ++index) {
            const Vector& vector = allVectors()[index];
            const QString name = vector.file + ' ' + vector.id;
            QVERIFY2(names.insert(name).second, qPrintable(name + " is there twice"));
            QTest::newRow(qPrintable(name)) << static_cast<qsizetype>(index);
        }
    }

    void vector()
    {
        QFETCH(const qsizetype, index);
        const Vector& vector = allVectors()[static_cast<std::size_t>(index)];
        const auto kinds = m_registry.kindsOf(vector);
        QVERIFY2(!kinds.empty(), "no check knows this kind of vector");
        for (const VectorRegistry::Kind* kind : kinds) {
            kind->check(vector);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QString("as %1").arg(kind->name)));
        }
    }

private:
    VectorRegistry m_registry;
};

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
