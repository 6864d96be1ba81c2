// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the sheet "What cancelling means" says of each runtime, shown by a small program of that runtime.
#include "runtimes/runtime.hpp"
#include "support/proof.hpp"

#include <gtest/gtest.h>

namespace awaitscope::test {
namespace {

using Lines = std::vector<std::string>;

Lines run(const std::string& program)
{
    return shell(commandOf(AWAITSCOPE_SOURCE_DIR "/tests/runtimes/claims/" + program)).lines();
}

TEST(Claims, AnAsioRaceWaitsForItsLoserWhichCanCatchTheCancel)
{
    EXPECT_EQ(shell("'" AWAITSCOPE_RACE_WAITS "'").lines(),
              (Lines{"winner", "operation_aborted at the co_await", "the loser went on", "race over"}));
}

TEST(Claims, OfADroppedRustFutureDestructorsRunAndNothingElse)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    EXPECT_EQ(run("dropped_future.rs"), (Lines{"before the await", "destructor", "timeout"}));
}

TEST(Claims, DroppingATokioJoinHandleDoesNotCancelItsTask)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    EXPECT_EQ(run("dropped_handle.rs"), (Lines{"timeout", "the task went on"}));
}

TEST(Claims, AbortStopsATokioTaskAtItsNextAwaitAndNotBefore)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    EXPECT_EQ(run("abort.rs"), (Lines{"aborted, and still running", "end"}));
}

TEST(Claims, TheLoserOfAPromiseRaceGoesOnAndNobodyHearsItsException)
{
    const Runtime node = findNode();
    AWAITSCOPE_NEED_RUNTIME(node);
    EXPECT_EQ(run("race_loser.mjs"), (Lines{"timeout", "the loser went on", "its finally ran", "end"}));
}

TEST(Claims, AnAsyncioTaskCanCatchItsCancelAndThenTheTimeoutIsNotTold)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    EXPECT_EQ(run("refused_cancel.py"),
              (Lines{"CancelledError at the await", "went on", "work returned", "race over"}));
}

TEST(Claims, WaitForSwallowsACancelUpToPython311)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    const bool isBefore312 = shell("python3 -c 'import sys; sys.exit(sys.version_info >= (3, 12))'").code == 0;
    EXPECT_EQ(run("swallowed_cancel.py"), (Lines{isBefore312 ? "the cancel was swallowed" : "CancelledError"}))
        << asyncio.version;
}

TEST(Claims, AFinallyThatAwaitsCanBeCancelledInItsTurn)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    EXPECT_EQ(run("cancelled_finally.py"), (Lines{"finally begins", "CancelledError"}));
}

} // namespace
} // namespace awaitscope::test
