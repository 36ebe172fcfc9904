#pragma once

#include "support/failing_file_system.h"
#include "support/store_fixture.h"

#include <QTest>

/// What the tests of the catalog share: the fixture of the store on a disk that can fail, and a check that
/// says why something did not work.
#define QVERIFY_OK(...)                                                                                      \
    do {                                                                                                     \
        const auto& outcome = (__VA_ARGS__);                                                                 \
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().detail.c_str());                        \
    } while (false)
