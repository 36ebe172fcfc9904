#pragma once

#include "support/program.h"

#include <QImage>
#include <QSet>

#include <functional>

namespace mmm::test {

/// Goes through a program's pages and looks for faults of the layout, which it adds to those of the program.
///
/// MESH_LAYOUT_PAGES ("groups,inbox") says which pages, otherwise it is all; MESH_LAYOUT_SHOTS names a folder
/// for a picture of everything that is looked at. A name that is passed is that of such a picture, and says
/// in a fault where it was seen.
class PageWalk
{
public:
    /// The program outlives it.
    explicit PageWalk(Program& program) : m_program(program) {}

    [[nodiscard]] Program& program() { return m_program; }

    /// What is played on a page that was looked at; see playCeremony().
    using Ceremony = std::function<void(PageWalk&, const QString& page, const QString& name)>;
    /// Looks at every page, at every dialog of each, and at what is behind a page's first entries.
    void lookAround(const QString& name, const Ceremony& ceremony);

    /// Looks at what is seen now.
    void look(const QString& name);
    /// Looks once a condition holds, whose absence is a fault, and at the end of what can be scrolled.
    void lookWhen(const std::function<bool()>& isThere, const QString& name);
    /// Looks at what is below the first screen.
    void scrollDown(const QString& name);
    /// Looks at the dialogs and menus of what is seen that were not there yet at this size of the window.
    void lookAtPopups(const QString& name);

private:
    void save(const QImage& picture, const QString& name);
    void lookAtToasts(const QString& name);
    void lookAtFileDialogs(const QString& name);
    void openRows(const QString& name);

    Program& m_program;
    QSet<QString> m_known;
    QSet<QObject*> m_popups;
    int m_looked = 0;
};

} // namespace mmm::test
