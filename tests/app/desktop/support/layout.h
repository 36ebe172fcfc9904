#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

/// What can be told of a page's look without a person: geometry of what is drawn.
namespace mmm::test {

/// What is wrong with the places of the texts, buttons and inputs that are seen now, one sentence each: one
/// that reaches out of the page or out of a part that cannot be scrolled there, one that covers another, and
/// a text that is wider or higher than its place. A text that ends in … is in order, except on a button
/// without a tool tip.
/// With an open dialog only the dialog is looked at.
[[nodiscard]] QStringList layoutFaults(QQuickWindow& window);

/// The dialogs and menus of what is seen now, one of each kind and title.
[[nodiscard]] QList<QObject*> popupsOf(QQuickWindow& window);

} // namespace mmm::test
