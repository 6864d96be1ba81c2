// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/console_model.hpp"
#include "support/scripted_alan.hpp"

#include <QStringList>

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

QStringList shown(const ConsoleColumn& column)
{
    QStringList lines;
    for (const ConsoleLine& line : column.lines)
        lines += line.time + ' ' + line.text;
    return lines;
}

} // namespace

TEST(ConsoleModel, ShowsAColumnPerVariantUpToThePlayhead)
{
    const ScenarioRun run = test::scriptedRun(CancelModel::asio, 250);
    const auto early = consoleAt(test::scriptedLesson(), run, fromMicroseconds(249'999));
    ASSERT_EQ(early.size(), 2u);
    EXPECT_EQ(early[0].title, "Buggy");
    EXPECT_EQ(shown(early[0]), (QStringList{"0 miss user/42", "200 got v2"}));
    const auto later = consoleAt(test::scriptedLesson(), run, fromMicroseconds(250'000));
    EXPECT_EQ(later[1].variant, "fixed");
    EXPECT_EQ(shown(later[1]), (QStringList{"0 miss user/42", "200 got v2", "250 timeout"}));
}

TEST(ConsoleModel, KeepsFractionsOfAMillisecond)
{
    test::TraceScript script;
    Trace trace = script.trace();
    trace.log = {{fromMicroseconds(200'001), "x"}};
    ScenarioRun run;
    run.variants = {{"buggy", std::make_shared<const Trace>(trace), nullptr}};
    EXPECT_EQ(shown(consoleAt(test::scriptedLesson(), run, fromMicroseconds(300'000))[0]), QStringList{"200.001 x"});
}

} // namespace awaitscope
