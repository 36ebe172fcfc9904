#include "listselection.h"

#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using mmm::controls::ListSelection;

class TestListSelection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void plainChoiceReplaces();
    void toggleAddsAndTakesAway();
    void extendsFromTheLastPlainChoice();
    void extendsBackwards();
    void choiceFollowsItsEntry();
    void removedEntryIsNoLongerChosen();
    void rowsOutsideAreIgnored();
    void withoutModelNothingHappens();
    void findsByBeginning();

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<ListSelection> m_selection;
};

void TestListSelection::init()
{
    m_selection.reset();
    m_model = std::make_unique<QStandardItemModel>();
    for (const auto* name : {"Anna", "Berta", "Bruno", "Carl", "Dora"}) {
        m_model->appendRow(new QStandardItem(name));
    }
    m_selection = std::make_unique<ListSelection>();
    m_selection->follow(QVariant::fromValue<QObject*>(m_model.get()));
}

void TestListSelection::plainChoiceReplaces()
{
    QSignalSpy changed(m_selection.get(), &ListSelection::changed);
    m_selection->selectOnly(1);
    m_selection->selectOnly(3);
    QCOMPARE(m_selection->rows(), QList<int>({3}));
    QCOMPARE(changed.count(), 2);
}

void TestListSelection::toggleAddsAndTakesAway()
{
    m_selection->selectOnly(1);
    m_selection->toggle(3);
    QCOMPARE(m_selection->rows(), QList<int>({1, 3}));
    m_selection->toggle(1);
    QCOMPARE(m_selection->rows(), QList<int>({3}));
    QVERIFY(!m_selection->contains(1));
}

void TestListSelection::extendsFromTheLastPlainChoice()
{
    m_selection->selectOnly(1);
    m_selection->extendTo(3);
    QCOMPARE(m_selection->rows(), QList<int>({1, 2, 3}));
    m_selection->extendTo(2);
    QCOMPARE(m_selection->rows(), QList<int>({1, 2}));
}

void TestListSelection::extendsBackwards()
{
    m_selection->toggle(3);
    m_selection->extendTo(0);
    QCOMPARE(m_selection->rows(), QList<int>({0, 1, 2, 3}));
}

void TestListSelection::choiceFollowsItsEntry()
{
    m_selection->selectOnly(1);
    const int before = m_selection->revision();
    m_model->insertRow(0, new QStandardItem("Aaron"));
    QCOMPARE(m_selection->rows(), QList<int>({2}));
    QVERIFY(m_selection->revision() > before);
    m_selection->extendTo(3);
    QCOMPARE(m_selection->rows(), QList<int>({2, 3}));
}

void TestListSelection::removedEntryIsNoLongerChosen()
{
    m_selection->selectAll();
    QCOMPARE(m_selection->count(), 5);
    m_model->removeRow(2);
    QCOMPARE(m_selection->count(), 4);
    m_model->clear();
    QCOMPARE(m_selection->count(), 0);
    m_selection->selectAll();
    QCOMPARE(m_selection->count(), 0);
}

void TestListSelection::rowsOutsideAreIgnored()
{
    m_selection->selectOnly(2);
    m_selection->selectOnly(-1);
    m_selection->toggle(5);
    m_selection->extendTo(99);
    QCOMPARE(m_selection->rows(), QList<int>({2}));
    QVERIFY(!m_selection->contains(-1));
}

void TestListSelection::withoutModelNothingHappens()
{
    m_selection->follow(QVariant(7));
    m_selection->selectOnly(0);
    m_selection->selectAll();
    QCOMPARE(m_selection->count(), 0);
    QCOMPARE(m_selection->rowBeginningWith("a", "display", 0), -1);
}

void TestListSelection::findsByBeginning()
{
    QCOMPARE(m_selection->rowBeginningWith("b", "display", 0), 1);
    QCOMPARE(m_selection->rowBeginningWith("br", "display", 0), 2);
    QCOMPARE(m_selection->rowBeginningWith("b", "display", 2), 2);
    QCOMPARE(m_selection->rowBeginningWith("b", "display", 3), 1);
    QCOMPARE(m_selection->rowBeginningWith("x", "display", 0), -1);
    QCOMPARE(m_selection->rowBeginningWith("", "display", 0), -1);
}

QTEST_GUILESS_MAIN(TestListSelection)
#include "tst_listselection.moc"
