// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/console_model.hpp"

#include "present/time/times.hpp"
#include "present/words/sentences.hpp"

namespace awaitscope {

std::vector<ConsoleColumn> consoleAt(const Lesson& lesson, const ScenarioRun& run, VirtualTime at)
{
    std::vector<ConsoleColumn> columns;
    for (const VariantRun& variant : run.variants) {
        ConsoleColumn column;
        column.variant = QString::fromStdString(variant.variant);
        column.title = titleOf(lesson, variant);
        for (const TraceLogLine& line : variant.trace->log) {
            if (line.at > at)
                continue;
            QString time = readableTime(line.at);
            time.chop(3); // " ms"
            column.lines.push_back({line.at, std::move(time), QString::fromStdString(line.text)});
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace awaitscope
