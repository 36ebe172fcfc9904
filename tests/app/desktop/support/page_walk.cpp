#include "page_walk.h"

#include "support/layout.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <algorithm>

namespace mmm::test {

namespace {

constexpr int patience = 10; // times the settling, on a machine that has much to do

} // namespace

void PageWalk::lookAround(const QString& name, const Ceremony& ceremony)
{
    m_popups.clear();
    const QString wanted = qEnvironmentVariable("MESH_LAYOUT_PAGES");
    for (const QString& page : wanted.isEmpty() ? m_program.pages() : wanted.split(QLatin1Char(','))) {
        QMetaObject::invokeMethod(m_program.window(), "visitPage", Q_ARG(QString, page));
        QTest::qWait(settling);
        look(name + QLatin1Char('-') + page);
        openRows(name + QLatin1Char('-') + page);
        lookAtPopups(name + QLatin1Char('-') + page);
        lookAtFileDialogs(name + QLatin1Char('-') + page);
        if (page == QLatin1String("contact"))
            lookAtToasts(name + QLatin1Char('-') + page);
        ceremony(*this, page, name);
    }
}

void PageWalk::look(const QString& name)
{
    QImage picture = m_program.window()->grabWindow(); // has everything laid out that waits for it
    QStringList faults = layoutFaults(*m_program.window());
    for (int i = 0; i < patience && !faults.isEmpty(); ++i) {
        QTest::qWait(settling);
        picture = m_program.window()->grabWindow();
        faults = layoutFaults(*m_program.window());
    }
    for (const QString& fault : faults) {
        if (!m_known.contains(fault))
            m_program.addFault(name + QStringLiteral(": ") + fault);
        m_known.insert(fault); // said once, on the first page that has it
    }
    save(picture, name);
}

void PageWalk::lookWhen(const std::function<bool()>& isThere, const QString& name)
{
    if (!QTest::qWaitFor(isThere))
        m_program.addFault(name + QStringLiteral(": does not come"));
    QTest::qWait(settling);
    look(name);
    for (QQuickItem* view : m_program.seen("QQuickFlickable")) {
        const qreal hidden = view->property("contentHeight").toReal() - view->height();
        if (hidden <= 0)
            continue;
        view->setProperty("contentY", hidden);
        QTest::qWait(settling / 3);
        look(name + QStringLiteral("-below"));
        view->setProperty("contentY", 0);
    }
}

void PageWalk::scrollDown(const QString& name)
{
    int part = 1;
    for (QQuickItem* view : m_program.seen("QQuickFlickable")) {
        const qreal hidden = view->property("contentHeight").toReal() - view->height();
        for (qreal y = view->height() - 60; y < hidden + view->height() - 60 && part < 9;
             y += view->height() - 60) {
            view->setProperty("contentY", std::min(y, hidden));
            QTest::qWait(settling / 3);
            look(QStringLiteral("%1-below%2").arg(name).arg(part++));
        }
        view->setProperty("contentY", 0);
    }
}

void PageWalk::lookAtPopups(const QString& name)
{
    for (QObject* popup : popupsOf(*m_program.window())) {
        if (m_popups.contains(popup))
            continue;
        m_popups.insert(popup);
        QMetaObject::invokeMethod(popup, "open");
        QTest::qWait(settling);
        if (popup->property("opened").toBool()) {
            const QString type = QString::fromLatin1(popup->metaObject()->className());
            look(name + QLatin1Char('-') + type.section(QLatin1String("_QML"), 0, 0));
        }
        QMetaObject::invokeMethod(popup, "close");
        QTest::qWait(settling / 3);
    }
}

void PageWalk::save(const QImage& picture, const QString& name)
{
    const QString shots = qEnvironmentVariable("MESH_LAYOUT_SHOTS");
    if (shots.isEmpty())
        return;
    QDir().mkpath(shots);
    picture.save(
        QStringLiteral("%1/%2-%3.png").arg(shots).arg(m_looked++, 3, 10, QLatin1Char('0')).arg(name));
}

/// Two messages at the bottom at once, looked at only: they lie above the page by design.
void PageWalk::lookAtToasts(const QString& name)
{
    if (qEnvironmentVariableIsEmpty("MESH_LAYOUT_SHOTS"))
        return;
    for (QQuickItem* area : m_program.seen("ToastArea")) {
        int token = 0;
        QMetaObject::invokeMethod(area, "show", Q_RETURN_ARG(int, token),
                                  Q_ARG(QString, QStringLiteral("“Ada Lovelace” was deleted")),
                                  Q_ARG(QString, QStringLiteral("Undo")));
        QMetaObject::invokeMethod(
            area, "show", Q_RETURN_ARG(int, token),
            Q_ARG(QString, QStringLiteral("Password copied. It leaves the clipboard soon.")),
            Q_ARG(QString, QString()));
        QTest::qWait(settling);
        save(m_program.window()->grabWindow(), name + QStringLiteral("-toasts"));
        QMetaObject::invokeMethod(area, "finishCurrent");
        QMetaObject::invokeMethod(area, "finishOffer", Q_ARG(bool, false));
    }
}

/// Qt's own file dialog, which is looked at only: its parts are not ours.
void PageWalk::lookAtFileDialogs(const QString& name)
{
    if (qEnvironmentVariableIsEmpty("MESH_LAYOUT_SHOTS"))
        return;
    for (QObject* dialog : m_program.window()->findChildren<QObject*>()) {
        if (!dialog->inherits("QQuickFileDialog") || m_popups.contains(dialog))
            continue;
        m_popups.insert(dialog);
        QMetaObject::invokeMethod(dialog, "open");
        QTest::qWait(10 * settling);
        save(m_program.window()->grabWindow(), name + QStringLiteral("-FileDialog"));
        QMetaObject::invokeMethod(dialog, "close");
        QTest::qWait(settling);
    }
}

/// Opens the first rows of the list that is seen, one after the other.
void PageWalk::openRows(const QString& name)
{
    const QList<QQuickItem*> lists = m_program.seen("ListPane");
    if (lists.isEmpty())
        return;
    QQuickItem* list = lists.first();
    const int count = std::min(9, list->property("count").toInt());
    for (int row = 0; row < count; ++row) {
        QMetaObject::invokeMethod(list, "choose", Q_ARG(int, row));
        QMetaObject::invokeMethod(list, "opened", Q_ARG(int, row));
        QTest::qWait(settling);
        for (QQuickItem* expander : m_program.seen("Expander"))
            expander->setProperty("expanded", true);
        QTest::qWait(settling / 3);
        look(QStringLiteral("%1-row%2").arg(name).arg(row));
        if (QQuickItem* more = m_program.button(
                QCoreApplication::translate("NetworksPage", "Further certificates and keys"))) {
            QMetaObject::invokeMethod(more, "clicked");
            scrollDown(QStringLiteral("%1-row%2-further").arg(name).arg(row));
        }
        if (row % 4 == 0)
            scrollDown(QStringLiteral("%1-row%2").arg(name).arg(row));
        if (row == count - 1)
            lookAtPopups(QStringLiteral("%1-row%2").arg(name).arg(row));
    }
    for (const char* type : {"ContactsPage", "BookmarksPage", "TasksPage", "CredentialsPage", "NetworksPage",
                             "SshPage", "MailPage", "InboxPage", "MessagesPage", "GroupsPage"}) {
        for (QQuickItem* page : m_program.seen(type))
            QMetaObject::invokeMethod(page, "showList");
    }
}

} // namespace mmm::test
