#pragma once

#include "page_walk.h"

namespace mmm::test {

/// Plays what a page leads through step by step, with the scripted mesh as the other side, and looks at each
/// step; see PageWalk. Nothing for most pages.
void playCeremony(PageWalk& walk, const QString& page, const QString& name);

} // namespace mmm::test
