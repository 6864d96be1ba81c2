// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the sheet "What cancelling means" says of each runtime, shown by a small program of that runtime.
#include "runtimes/runtime.hpp"
#include "support/proof.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace awaitscope::test {
namespace {

using Lines = std::vector<std::string>;

Lines run(const std::string& program)
{
    return shell(commandOf(AWAITSCOPE_SOURCE_DIR "/tests/runtimes/claims/" + program)).lines();
}

/// The sheet names a program for each of its claims, and no program is without a claim.
TEST(Claims, EveryProgramStandsInTheSheet)
{
    std::ifstream stream{AWAITSCOPE_SOURCE_DIR "/resources/cancelling.md"};
    const std::string sheet{std::istreambuf_iterator<char>{stream}, {}};
    int programs = 0;
    for (const auto& entry : std::filesystem::directory_iterator{AWAITSCOPE_SOURCE_DIR "/tests/runtimes/claims"}) {
        const std::string name = entry.path().filename().string();
        if (name == "Cargo.toml")
            continue;
        ++programs;
        EXPECT_NE(sheet.find('`' + name + '`'), std::string::npos) << name;
    }
    EXPECT_EQ(programs, 11);

    std::istringstream lines{sheet};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("- ") || line.find("In the sandbox") != std::string::npos) // that has tests of its own
            continue;
        EXPECT_TRUE(line.ends_with(".cpp`") || line.ends_with(".rs`") || line.ends_with(".mjs`")
                    || line.ends_with(".py`"))
            << line;
    }
}

TEST(Claims, AnAsioRaceWaitsForItsLoserWhichCanCatchTheCancel)
{
    EXPECT_EQ(
        shell("'" AWAITSCOPE_RACE_WAITS "'").lines(),
        (Lines{"winner", "operation_aborted at the co_await", "and at the next", "the loser went on", "race over"}));
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

TEST(Claims, ATokioSendThatWasWokenAndNotPolledAgainHasSentNothing)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    EXPECT_EQ(run("woken_send.rs"), (Lines{"waits: true", "received first", "woken: true", "nothing left: true"}));
}

TEST(Claims, WhereWorkAndTimeoutAreDueAtOnceTokioLetsTheWorkWin)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    EXPECT_EQ(run("tie.rs"), (Lines{"work"}));
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

TEST(Claims, AnAsyncioTaskThatIsCancelledWhenItsResultIsThereDoesNotGetIt)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    EXPECT_EQ(run("cancelled_when_done.py"), (Lines{"CancelledError, and nothing was got"}));
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
