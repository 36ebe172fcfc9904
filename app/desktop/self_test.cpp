#include "self_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QQmlError>
#include <cstdio>

namespace mmm::desktop {

namespace {

constexpr int perPage = 250; // milliseconds for a page to come, draw and settle

} // namespace

void makeDialogs(const QQuickItem& within)
{
    for (QQuickItem* item : within.childItems()) {
        if (QByteArray(item->metaObject()->className()).startsWith("DialogMaker_"))
            item->setProperty("active", true);
        makeDialogs(*item);
    }
}

SelfTest::SelfTest(QQmlEngine& engine, QObject* parent) : QObject(parent)
{
    connect(&engine, &QQmlEngine::warnings, this, [this](const QList<QQmlError>& warnings) {
        for (const QQmlError& warning : warnings)
            m_warnings.append(warning.toString());
    });
}

void SelfTest::run(QQuickWindow* window, const QString& screenshots)
{
    m_window = window;
    m_screenshots = screenshots;
    if (!screenshots.isEmpty())
        QDir().mkpath(screenshots);
    m_pages = window->property("pageNames").toStringList();
    if (m_pages.isEmpty())
        m_warnings.append(QStringLiteral("the window names no pages"));
    QTimer::singleShot(4 * perPage, this, &SelfTest::next);
}

void SelfTest::next()
{
    if (!m_page.isEmpty() || m_visited == 0) {
        const QString name = m_page.isEmpty() ? QStringLiteral("start") : m_page;
        makeDialogs(*m_window->contentItem());
        const QImage picture = m_window->grabWindow();
        if (picture.isNull())
            m_warnings.append(QStringLiteral("%1 was not drawn").arg(name));
        else if (!m_screenshots.isEmpty() && !picture.save(QStringLiteral("%1/%2-%3.png")
                                                               .arg(m_screenshots)
                                                               .arg(m_visited, 2, 10, QLatin1Char('0'))
                                                               .arg(name)))
            m_warnings.append(QStringLiteral("the picture of %1 could not be saved").arg(name));
        ++m_visited;
    }
    if (m_pages.isEmpty()) {
        for (const QString& warning : m_warnings)
            std::fprintf(stderr, "self-test: %s\n", qPrintable(warning));
        std::printf("self-test: %d pages, %d warnings\n", m_visited - 1, int(m_warnings.size()));
        QCoreApplication::exit(m_warnings.isEmpty() ? 0 : 1);
        return;
    }
    m_page = m_pages.takeFirst();
    bool isThere = false;
    if (!QMetaObject::invokeMethod(m_window, "visitPage", Q_RETURN_ARG(bool, isThere),
                                   Q_ARG(QString, m_page)) ||
        !isThere)
        m_warnings.append(QStringLiteral("the window cannot visit %1").arg(m_page));
    QTimer::singleShot(perPage, this, &SelfTest::next);
}

} // namespace mmm::desktop
