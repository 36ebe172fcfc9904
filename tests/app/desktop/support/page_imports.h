#pragma once

#include "page_walk.h"

namespace mmm::test {

// Each plays an import on the page that is seen, from files of another program, and looks at what they would
// bring and at what became of them; see PageWalk.

void importBookmarks(PageWalk& walk, const QString& name);
void importCalendar(PageWalk& walk, const QString& name);
void importPasswords(PageWalk& walk, const QString& name);
/// Of several files, not all of which bring something.
void importNetworks(PageWalk& walk, const QString& name);

} // namespace mmm::test
