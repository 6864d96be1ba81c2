// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/step_list.hpp"

#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(StepListTest, MarksTheStepThatIsToldBelowAlsoAtTheEnd)
{
    Session session{test::builtInCatalogue()};
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=350ms&client=200ms"));
    StepList list{session};
    session.playback().toEnd();
    // The client gets its answer at 400 ms, when the program has come to its end.
    const auto marked = [&] { return list.textOf(list.currentRow()); };
    EXPECT_TRUE(marked().startsWith("350 ms. ")) << marked().toStdString();
    EXPECT_TRUE(list.textOf(list.rowCount() - 1).startsWith("400 ms. ")) << "all of it is told, and nothing dimmed";
    session.playback().setPosition(VirtualTime{std::chrono::milliseconds{400}});
    EXPECT_TRUE(marked().startsWith("400 ms. ")) << marked().toStdString();
    session.playback().toStart();
    EXPECT_TRUE(list.textOf(list.rowCount() - 1).endsWith("…"));
}

} // namespace
} // namespace awaitscope
