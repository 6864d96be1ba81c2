// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"

#include <QString>

#include <vector>

namespace awaitscope {

struct ConsoleLine
{
    VirtualTime at;
    QString time; ///< in ms, without the unit: "250", "200.001"
    QString text;

    friend bool operator==(const ConsoleLine&, const ConsoleLine&) = default;
};

/// What println has shown in one variant.
struct ConsoleColumn
{
    QString variant; ///< its name in scenario strings
    QString title;
    std::vector<ConsoleLine> lines;

    friend bool operator==(const ConsoleColumn&, const ConsoleColumn&) = default;
};

/// A column per variant, with the lines printed up to and at `at`. Nothing in it tells which line is missing.
std::vector<ConsoleColumn> consoleAt(const Lesson& lesson, const ScenarioRun& run, VirtualTime at);

} // namespace awaitscope
