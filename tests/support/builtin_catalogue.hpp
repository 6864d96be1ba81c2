// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"

namespace awaitscope::test {

/// The lessons of this build, read once per test program. The test links awaitscope::lessons.
inline const Catalogue& builtInCatalogue()
{
    static const Catalogue catalogue{builtInLessons()};
    return catalogue;
}

inline const Lesson& builtInAlan() { return *builtInCatalogue().find("alan-caches-requests"); }

} // namespace awaitscope::test
