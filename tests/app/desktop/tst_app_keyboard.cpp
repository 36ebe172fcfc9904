// The window with a keyboard alone, and what its pages do when they are used: every page by Tab, the lists by
// their arrows, the ways from one place to another.

#include "support/program.h"

#include <QAccessible>
#include <QTest>

using namespace mmm;
using test::settling;

class AppKeyboardTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPageByKeyboard_data();
    void everyPageByKeyboard();
    void dialogsGiveTheKeyboardBack();
    void passwordsOfAConflictShowOneByOne();
    void messagesAreFoundDeletedAndBroughtBack();
    void arrowKeysReadMessages();
    void theContactsLeadToThoseWhoAsk();
    void everyPlaceIsReachedInALowWindow();
    void theGraphIsWalkedByKeys();
};

namespace {

/// What is wrong with what has the keyboard; empty if nothing is.
QString faultOfFocus(const QQuickWindow& window)
{
    const QQuickItem* item = window.activeFocusItem();
    if (item == nullptr)
        return QStringLiteral("nothing has the keyboard");
    const QString type = QString::fromLatin1(item->metaObject()->className());
    if (!item->isVisible() || !item->isEnabled())
        return type + QStringLiteral(" has the keyboard and cannot be seen or used");
    const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (!rect.intersects(QRectF(0, 0, window.width(), window.height())))
        return type + QStringLiteral(" has the keyboard and is out of the window");
    const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(window.activeFocusItem());
    if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty())
        return type + QStringLiteral(" has the keyboard and no name");
    return {};
}

/// Whether something was drawn differently around an item: its ring, the frame of a field, the row of a list.
bool isMarked(const QQuickItem& item, const QImage& without, const QImage& with)
{
    constexpr int ring = 6; // pixels around it
    const QRect area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
                           .toAlignedRect()
                           .adjusted(-ring, -ring, ring, ring);
    return without.copy(area) != with.copy(area);
}

} // namespace

void AppKeyboardTest::everyPageByKeyboard_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1280;
    QTest::newRow("narrow") << 360;
}

/// Tab goes through all of a page, to nothing that is hidden or without a name, what has the keyboard can be
/// seen to have it, and Shift with it goes back.
void AppKeyboardTest::everyPageByKeyboard()
{
    QFETCH(int, width);
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(program.isReady());
    QTest::qWait(4 * settling);
    program.resize({width, 740, 1.0});
    QStringList faults;
    for (const QString& page : program.pages()) {
        if (page == QLatin1String("opening"))
            continue; // there is nothing to use yet
        program.visit(page);
        QQuickItem* first = nullptr;
        int steps = 0;
        for (; steps < 200; ++steps) {
            const QQuickItem* last = window.activeFocusItem();
            const QImage picture = window.grabWindow();
            QTest::keyClick(&window, Qt::Key_Tab);
            QQuickItem* before = window.activeFocusItem();
            if (before != nullptr && before != last && !isMarked(*before, picture, window.grabWindow()))
                faults.append(QStringLiteral("%1: nobody sees that %2 “%3” has the keyboard")
                                  .arg(page, QString::fromLatin1(before->metaObject()->className()),
                                       before->property("text").toString()));
            if (before == first)
                break;
            if (first == nullptr)
                first = before;
            if (const QString fault = faultOfFocus(window); !fault.isEmpty())
                faults.append(page + QStringLiteral(": ") + fault);
            QTest::keyClick(&window, Qt::Key_Tab);
            QTest::keyClick(&window, Qt::Key_Backtab, Qt::ShiftModifier);
            if (window.activeFocusItem() != before && before != nullptr) {
                faults.append(QStringLiteral("%1: Shift-Tab does not lead back to %2 “%3”")
                                  .arg(page, QString::fromLatin1(before->metaObject()->className()),
                                       before->property("text").toString()));
                before->forceActiveFocus(Qt::TabFocusReason);
            }
        }
        if (steps == 200)
            faults.append(page + QStringLiteral(": Tab does not come round"));
    }
    faults.removeDuplicates();
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

void AppKeyboardTest::dialogsGiveTheKeyboardBack()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("contacts"));
    program.open(0);
    for (const char* name : {"Earlier versions", "Ask for a contact"}) {
        QQuickItem* opener = program.button(QString::fromLatin1(name));
        QVERIFY2(opener, name);
        opener->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&window, Qt::Key_Return);
        QTRY_VERIFY2(window.activeFocusItem() != opener, name);
        QTest::qWait(settling);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(&window, Qt::Key_Tab);
            const QQuickItem* inside = window.activeFocusItem();
            while (inside != nullptr && !inside->inherits("QQuickPopupItem"))
                inside = inside->parentItem();
            QVERIFY2(inside, name); // Tab does not lead out of a dialog
        }
        QTest::keyClick(&window, Qt::Key_Escape);
        QTRY_COMPARE(window.activeFocusItem(), opener);
    }
}

void AppKeyboardTest::passwordsOfAConflictShowOneByOne()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("credentials"));
    program.open(3);
    QQuickItem* compare = program.button(QStringLiteral("Compare"));
    QVERIFY(compare);
    QMetaObject::invokeMethod(compare, "clicked");
    QTRY_VERIFY(program.button(QStringLiteral("Show: Password, here")));
    QQuickItem* show = program.button(QStringLiteral("Show: Password, here"));
    show->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_Space);
    QTRY_VERIFY(program.button(QStringLiteral("Hide: Password, here")));
    QVERIFY(program.button(QStringLiteral("Show: Password, elsewhere"))); // the other one stays hidden
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_VERIFY(!program.button(QStringLiteral("Hide: Password, here")));
    QMetaObject::invokeMethod(compare, "clicked");
    QTRY_VERIFY(program.button(QStringLiteral("Show: Password, here"))); // and both are when it is seen again
}

void AppKeyboardTest::messagesAreFoundDeletedAndBroughtBack()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("inbox"));
    const auto rows = [&] { return program.seen("ListPane").first()->property("count").toInt(); };
    QTRY_VERIFY(rows() > 3);
    const int all = rows();
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    for (const char letter : {'G', 'r', 'a', 'c', 'e'})
        QTest::keyClick(&window, letter);
    QTRY_VERIFY(rows() > 1 && rows() < all);
    const int found = rows();
    QTest::keyClick(&window, Qt::Key_Return); // into the list
    QTest::keyClick(&window, Qt::Key_Delete);
    QTRY_COMPARE(rows(), found - 1);
    QTRY_VERIFY(program.button(QStringLiteral("Undo")));
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(), found);

    // several at once
    QQuickItem* list = program.seen("ListPane").first();
    QMetaObject::invokeMethod(list, "choose", Q_ARG(int, 0));
    list->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(program.button(QStringLiteral("Delete selected")));
    QMetaObject::invokeMethod(program.button(QStringLiteral("Delete selected")), "clicked");
    QTRY_COMPARE(rows(), 0);
    // and from among those that were deleted
    QQuickItem* choice = program.seen("Choice").first();
    constexpr int deleted = 6;
    QMetaObject::invokeMethod(choice, "chosen", Q_ARG(int, deleted));
    QTRY_COMPARE(rows(), found);
    QMetaObject::invokeMethod(list, "choose", Q_ARG(int, 0));
    QTRY_VERIFY(program.button(QStringLiteral("Restore")));
    QMetaObject::invokeMethod(program.button(QStringLiteral("Restore")), "clicked");
    QTRY_COMPARE(rows(), found - 1);
    QCOMPARE(program.faults(), QStringList());
}

void AppKeyboardTest::arrowKeysReadMessages()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("inbox"));
    desktop::Inbox& inbox = program.objects().inbox;
    QTRY_VERIFY(inbox.unreadCount() > 1);
    const int before = inbox.unreadCount();
    QQuickItem* list = program.seen("ListPane").first();
    list->forceActiveFocus(Qt::TabFocusReason);
    for (int row = 0; row < inbox.count(); ++row)
        QTest::keyClick(&window, Qt::Key_Down);
    QTRY_COMPARE(inbox.unreadCount(), 0); // each was seen beside the list

    // and the menu of a row takes that back
    const auto line = [&](const char* text) -> QQuickItem* {
        for (QQuickItem* item : program.seen("QQuickMenuItem")) {
            if (item->property("text").toString() == QLatin1String(text))
                return item;
        }
        return nullptr;
    };
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Menu);
    QTRY_VERIFY(line("Mark as unread"));
    QVERIFY(line("Delete selected") && !line("Restore selected"));
    QMetaObject::invokeMethod(line("Mark as unread"), "triggered");
    QTRY_VERIFY(inbox.unreadCount() >= before); // those that had been read, too
    QTest::keyClick(&window, Qt::Key_Escape);
    QCOMPARE(program.faults(), QStringList());
}

void AppKeyboardTest::theGraphIsWalkedByKeys()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("security-graph"));
    const auto node = [&](const char* title) -> QQuickItem* {
        for (QQuickItem* item : program.seen("TrustNode")) {
            if (item->property("title").toString() == QLatin1String(title))
                return item;
        }
        return nullptr;
    };
    QTRY_VERIFY(node("Your mesh"));
    QCOMPARE(program.seen("TrustNode").size(), program.objects().security.graph()->count());
    node("Your mesh")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_Right);
    const QString next = window.activeFocusItem()->property("linkId").toString();
    QVERIFY(!next.isEmpty() && next != QLatin1String("mesh"));
    QTest::keyClick(&window, Qt::Key_Left);
    QCOMPARE(window.activeFocusItem(), node("Your mesh"));

    // what has the keyboard is seen, however large it all is
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&window, Qt::Key_Plus);
    QQuickItem* last = nullptr;
    for (int i = 0; i < 40 && window.activeFocusItem() != last; ++i) {
        last = window.activeFocusItem();
        QTest::keyClick(&window, i % 2 == 0 ? Qt::Key_Right : Qt::Key_Down);
        const QQuickItem* item = window.activeFocusItem();
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        QVERIFY(QRectF(0, 0, window.width(), window.height()).contains(rect.center()));
    }
    QVERIFY(faultOfFocus(window).isEmpty());

    // Enter shows it as it is, and the way back leads to it again
    const QString id = window.activeFocusItem()->property("linkId").toString();
    QTest::keyClick(&window, Qt::Key_Return);
    QTRY_VERIFY(!program.seen("TrustLinkPage").isEmpty());
    QVERIFY(!program.objects().security.linkJson().isEmpty());
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_COMPARE(window.activeFocusItem()->property("linkId").toString(), id);

    // the list is there as well
    QMetaObject::invokeMethod(program.button(QStringLiteral("List")), "chosen");
    QTRY_VERIFY(program.seen("TrustNode").isEmpty());
    QCOMPARE(program.seen("TrustRow").size(), program.objects().security.chain()->count());
    QCOMPARE(program.faults(), QStringList());
}

void AppKeyboardTest::theContactsLeadToThoseWhoAsk()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({360, 740, 1.0});
    program.visit(QStringLiteral("contacts"));
    QTRY_VERIFY(program.button(QStringLiteral("Show")));
    QMetaObject::invokeMethod(program.button(QStringLiteral("Show")), "clicked");
    const auto list = [&] { return program.seen("ListPane").value(0); };
    QTRY_VERIFY(list() && list()->property("label").toString() == QLatin1String("Inbox"));
    QCOMPARE(list()->property("count").toInt(), 1); // the one who asks
    QCOMPARE(program.faults(), QStringList());
}

/// The places that the navigation has no room for are scrolled to, whether they are shown or have the
/// keyboard.
void AppKeyboardTest::everyPlaceIsReachedInALowWindow()
{
    test::Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(program.isReady());
    program.resize({800, 480, 1.0});
    const auto isSeen = [&](const QQuickItem& item) {
        // between the account above and what stands below
        const QQuickItem* view = &item;
        while (view != nullptr && !view->inherits("QQuickFlickable"))
            view = view->parentItem();
        const QRectF rect = item.mapRectToItem(view, QRectF(0, 0, item.width(), item.height()));
        return view != nullptr && rect.top() > -1 && rect.bottom() < view->height() + 1;
    };
    for (const char* place : {"settings", "contacts", "security"}) {
        program.visit(QString::fromLatin1(place));
        QQuickItem* current = nullptr;
        for (QQuickItem* entry : program.seen("NavButton")) {
            if (entry->property("current").toBool())
                current = entry;
        }
        QVERIFY2(current, place);
        QTRY_VERIFY2(isSeen(*current), place);
    }
    const QList<QQuickItem*> entries = program.seen("SidebarEntry");
    QVERIFY(entries.size() > 10);
    for (QQuickItem* entry : {entries.first(), entries.last()}) {
        for (QQuickItem* child : entry->childItems()) {
            if (child->inherits("QQuickAbstractButton")) {
                child->forceActiveFocus(Qt::TabFocusReason);
                QTRY_VERIFY(isSeen(*child));
            }
        }
    }
    QCOMPARE(program.faults(), QStringList());
}

int main(int argc, char** argv)
{
    const auto application = test::makeApplication(argc, argv);
    AppKeyboardTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_app_keyboard.moc"
