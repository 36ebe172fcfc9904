#include "layout.h"

#include "self_test.h"

#include <QSet>

namespace mmm::test {

namespace {

constexpr qreal tolerance = 1.5;   // pixels: half ones are rounded
constexpr qreal touching = 4;      // pixels by which two may reach into each other, as ascenders do
constexpr int elideNone = 3;       // Qt::ElideNone
constexpr qreal hardlySeen = 0.05; // opacity

bool isA(const QObject* object, const char* type)
{
    return object->inherits(type);
}

/// The name of a type of QML, without what the engine adds.
QString typeOf(const QObject* object)
{
    return QString::fromLatin1(object->metaObject()->className()).section(QLatin1String("_QML"), 0, 0);
}

QString nameOf(const QQuickItem* item)
{
    const QString text = item->property("text").toString().simplified().left(40);
    QStringList path;
    for (const QQuickItem* one = item; one != nullptr && path.size() < 6; one = one->parentItem()) {
        const QString type = typeOf(one);
        if (!type.startsWith(QLatin1String("QQuick")) || one == item)
            path.prepend(type);
    }
    return QStringLiteral("%1 “%2”").arg(path.join(QLatin1Char('/')), text);
}

/// The part that something is in, and what is seen of it.
struct Port
{
    QRectF rect;
    QRectF seen;
    bool scrollsAcross = false;
    bool scrollsDown = false;
};

struct Leaf
{
    const QQuickItem* item;
    QRectF shown;
};

class Walk
{
public:
    void visit(const QQuickItem* item, Port port);
    void compare();
    QStringList faults;

private:
    void judge(const QQuickItem* item, const Port& port);
    void judgeText(const QQuickItem* text);

    QList<Leaf> m_leaves;
};

bool isButton(const QQuickItem* item)
{
    return isA(item, "QQuickAbstractButton");
}

bool isInput(const QQuickItem* item)
{
    return isA(item, "QQuickTextInput") || isA(item, "QQuickTextEdit");
}

bool isText(const QQuickItem* item)
{
    return isA(item, "QQuickText") && !item->property("text").toString().isEmpty();
}

/// Messages that come over the page for a moment lie above it by design.
bool liesAbove(const QQuickItem* item)
{
    const QString type = typeOf(item);
    return type == QLatin1String("Toast") || type == QLatin1String("FocusRing");
}

QRectF rectOf(const QQuickItem* item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

const QQuickItem* truncatedText(const QQuickItem* item)
{
    if (!item->isVisible())
        return nullptr;
    if (isText(item) && item->property("truncated").toBool())
        return item;
    for (const QQuickItem* child : item->childItems()) {
        if (const QQuickItem* found = truncatedText(child))
            return found;
    }
    return nullptr;
}

void Walk::judgeText(const QQuickItem* text)
{
    const qreal wide = text->property("contentWidth").toReal();
    if (wide > text->width() + tolerance)
        faults.append(QStringLiteral("%1 is %2 wide in %3").arg(nameOf(text)).arg(wide).arg(text->width()));
    const qreal high = text->property("contentHeight").toReal();
    const bool elides = text->property("elide").toInt() != elideNone;
    if (!elides && high > text->height() + touching)
        faults.append(QStringLiteral("%1 is %2 high in %3").arg(nameOf(text)).arg(high).arg(text->height()));
}

void Walk::judge(const QQuickItem* item, const Port& port)
{
    const QRectF rect = rectOf(item);
    if (rect.isEmpty())
        return;
    const QRectF shown = rect & port.seen;
    const bool outAcross =
        rect.left() < port.rect.left() - tolerance || rect.right() > port.rect.right() + tolerance;
    const bool outDown =
        rect.top() < port.rect.top() - tolerance || rect.bottom() > port.rect.bottom() + tolerance;
    if ((outAcross && !port.scrollsAcross) || (outDown && !port.scrollsDown))
        faults.append(QStringLiteral("%1 reaches out: %2,%3 to %4,%5 of %6,%7 to %8,%9")
                          .arg(nameOf(item))
                          .arg(rect.left())
                          .arg(rect.top())
                          .arg(rect.right())
                          .arg(rect.bottom())
                          .arg(port.rect.left())
                          .arg(port.rect.top())
                          .arg(port.rect.right())
                          .arg(port.rect.bottom()));
    if (isText(item))
        judgeText(item);
    if (typeOf(item) == QLatin1String("AppButton")) {
        if (truncatedText(item) != nullptr && item->property("toolTip").toString().isEmpty())
            faults.append(QStringLiteral("%1 does not show all of its words").arg(nameOf(item)));
    }
    if (!shown.isEmpty())
        m_leaves.append({item, shown});
}

void Walk::visit(const QQuickItem* item, Port port)
{
    if (!item->isVisible() || item->opacity() < hardlySeen || liesAbove(item))
        return;
    if (isButton(item) || isInput(item) || isText(item)) {
        judge(item, port);
        return;
    }
    if (isA(item, "QQuickFlickable")) {
        // what is scrolled is cut off at the edge of its view, also where that itself does not cut
        port.rect = rectOf(item);
        port.seen &= port.rect;
        port.scrollsAcross = item->property("contentWidth").toReal() > item->width() + tolerance;
        port.scrollsDown = item->property("contentHeight").toReal() > item->height() + tolerance;
    } else if (item->clip()) {
        port = {rectOf(item), port.seen & rectOf(item)};
    }
    for (const QQuickItem* child : item->childItems())
        visit(child, port);
}

void Walk::compare()
{
    for (qsizetype i = 0; i < m_leaves.size(); ++i) {
        for (qsizetype j = i + 1; j < m_leaves.size(); ++j) {
            const Leaf& a = m_leaves[i];
            const Leaf& b = m_leaves[j];
            const QRectF common = a.shown & b.shown;
            if (common.width() <= touching || common.height() <= touching)
                continue;
            // the words that stand in an empty field
            if (isInput(a.item) || isInput(b.item)) {
                if (isText(a.item) || isText(b.item))
                    continue;
            }
            faults.append(QStringLiteral("%1 covers %2 by %3 × %4")
                              .arg(nameOf(b.item), nameOf(a.item))
                              .arg(common.width())
                              .arg(common.height()));
        }
    }
}

const QQuickItem* uppermostPopup(const QQuickItem* root)
{
    const QQuickItem* found = nullptr;
    for (const QQuickItem* overlay : root->childItems()) {
        if (!isA(overlay, "QQuickOverlay"))
            continue;
        for (const QQuickItem* item : overlay->childItems()) {
            if (isA(item, "QQuickPopupItem") && item->isVisible())
                found = item;
        }
    }
    return found;
}

bool isDialogMaker(const QObject* object)
{
    return typeOf(object) == QLatin1String("DialogMaker");
}

bool isSeen(const QObject* popup)
{
    for (const QObject* one = popup->parent(); one != nullptr; one = one->parent()) {
        if (isDialogMaker(one))
            continue;
        if (const auto* item = qobject_cast<const QQuickItem*>(one))
            return item->isVisible();
        if (isA(one, "QQuickPopup"))
            return false; // belongs to another popup
    }
    return true;
}

} // namespace

QStringList layoutFaults(QQuickWindow& window)
{
    const QRectF rect(0, 0, window.width(), window.height());
    const Port whole{rect, rect};
    Walk walk;
    const QQuickItem* root = window.contentItem();
    if (const QQuickItem* popup = uppermostPopup(root)) {
        walk.visit(popup, whole);
    } else {
        for (const QQuickItem* child : root->childItems()) {
            if (!isA(child, "QQuickOverlay"))
                walk.visit(child, whole);
        }
    }
    walk.compare();
    return walk.faults;
}

QList<QObject*> popupsOf(QQuickWindow& window)
{
    desktop::makeDialogs(*window.contentItem());
    QList<QObject*> popups;
    QSet<QString> kinds;
    for (QObject* object : window.findChildren<QObject*>()) {
        if (!isA(object, "QQuickPopup") || isA(object, "QQuickToolTip") || !isSeen(object))
            continue;
        const QString kind = typeOf(object) + object->property("title").toString();
        if (kinds.contains(kind))
            continue;
        kinds.insert(kind);
        popups.append(object);
    }
    return popups;
}

} // namespace mmm::test
