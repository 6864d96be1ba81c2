// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace awaitscope::test {

/// Milliseconds, as a limit that only a broken program reaches: beside other programs a machine takes as long as it takes.
constexpr int longestWait = 120'000;

/// Lets events arrive until `isThere()`. False: it did not come.
template <class Predicate>
bool waitFor(Predicate isThere)
{
    return QTest::qWaitFor(isThere, longestWait);
}

} // namespace awaitscope::test
