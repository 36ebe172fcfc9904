#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <QTimer>

namespace mmm::desktop {

/// Has the dialogs made that are made only when they are wanted, as far as their pages are there.
void makeDialogs(const QQuickItem& within);

/// Visits every page of the real window, one after the other, has the dialogs made that a page makes later,
/// and ends the program: with 0 if QML had no warning, otherwise with 1.
///
/// Main.qml takes part with `property list<string> pageNames` and `function visitPage(name: string): bool`,
/// false for a page that it cannot show.
class SelfTest : public QObject
{
    Q_OBJECT
public:
    /// Made before the engine loads anything, so that it hears every warning.
    explicit SelfTest(QQmlEngine& engine, QObject* parent = nullptr);

    /// Once the event loop runs. With a folder, each page is left there as a picture.
    void run(QQuickWindow* window, const QString& screenshots);

private:
    void next();

    QQuickWindow* m_window = nullptr;
    QString m_screenshots;
    QStringList m_pages;
    QString m_page;
    QStringList m_warnings;
    int m_visited = 0;
};

} // namespace mmm::desktop
