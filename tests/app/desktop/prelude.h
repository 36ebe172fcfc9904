// What most tests of the view models include, read by the compiler once for all of them; see
// mesh_test_prelude.
#pragma once

#include "core/prelude.h"
#include "desktop.h"
#include "support/scripted_mesh.h"

#include <QGuiApplication>
#include <QRegularExpression>
