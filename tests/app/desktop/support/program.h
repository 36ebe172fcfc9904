#pragma once

#include "desktop.h"
#include "support/scripted_mesh.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <memory>

namespace mmm::test {

inline constexpr int settling = 40; ///< milliseconds for a page to come and be laid out

/// Of a window, in pixels, and of its text, of which 1 is the usual.
struct WindowSize
{
    int width;
    int height;
    double scale;

    [[nodiscard]] QString name() const
    {
        return QStringLiteral("%1x%2@%3").arg(width).arg(height).arg(scale);
    }
};

/// The whole program over scripted data, with its window. MESH_LAYOUT_SETTINGS are its settings
/// ("appearance/colorScheme=2;language=de").
class Program
{
public:
    /// Over data of the preview (preview_data.h).
    explicit Program(const std::string& data, const QString& language = {});

    /// Null if the window could not be made.
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] bool isReady() const { return m_desktop.session.stage() == desktop::Session::Ready; }
    [[nodiscard]] desktop::Desktop& objects() { return m_desktop; }
    /// What the program takes for its mesh, once it is open.
    [[nodiscard]] ScriptedMesh& mesh() { return *m_mesh; }
    /// A file with the content, in the program's folder, which goes with it.
    [[nodiscard]] QUrl put(const QString& fileName, const QByteArray& content) const;
    /// Of a file that may be made in that folder.
    [[nodiscard]] QString pathOf(const QString& fileName) const { return m_folder.filePath(fileName); }

    /// The warnings of QML, and whatever else was noted.
    [[nodiscard]] QStringList faults() const { return m_faults; }
    void addFault(const QString& fault) { m_faults.append(fault); }

    void resize(const WindowSize& size);
    /// The names of all pages.
    [[nodiscard]] QStringList pages() const { return m_window->property("pageNames").toStringList(); }
    /// Shows a page, by its name; false if there is none.
    bool visit(const QString& page);
    /// Opens a row of the list that is seen.
    void open(int row);

    /// What is seen and of the type: one of C++, or the beginning of the name of one of QML.
    [[nodiscard]] QList<QQuickItem*> seen(const char* type) const;
    /// The QML files in which what is seen is declared.
    [[nodiscard]] QStringList filesSeen() const;
    /// The button that is seen and has the text; null if there is none.
    [[nodiscard]] QQuickItem* button(const QString& text) const;

private:
    [[nodiscard]] desktop::Engine engineWith(const std::string& data);

    QTemporaryDir m_folder;
    ScriptedMesh* m_mesh = nullptr; ///< once it is open
    desktop::Desktop m_desktop;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
    QStringList m_faults;
};

/// For the main() of a test that makes programs: an application that is set up as the program's own.
[[nodiscard]] std::unique_ptr<QGuiApplication> makeApplication(int& argc, char** argv);

} // namespace mmm::test
