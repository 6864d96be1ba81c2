// SPDX-License-Identifier: GPL-3.0-or-later

// Random programs do the same on our executor as on an io_context: at the same time, in the same order.
//
// That they would find it if it did not was tried by breaking the executor. How many programs it took, in each of the parts:
//   timers of one instant go in the reverse order                              6, 1, 3, 28
//   a cancel still reaches an operation that is ready                          6, 13, 2, 1
//   dispatch posts                                                             2, 1; then Asio crashes, which relies on it
//   defer does not wait for the end of its task                                2, 1, 3, 3
//   timers are looked at after each task, and not once per round               124, 1, 41, 107
//   each wait of a timer has a place of its own                                16, 17, 23, 39
//   a cancelled operation runs before what is ready                            9, 1, 3, 5
//   what is thrown in place is thrown into who dispatched it                   1907, 244, 1713, not in 2500

#include "core/programs/run.hpp"
#include "core/programs/shrink.hpp"
#include "core/programs/step.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope::programs {
namespace {

using Log = std::vector<std::string>;

Bytes randomBytes(unsigned seed)
{
    boost::random::mt19937 random{seed};
    Bytes bytes(static_cast<std::size_t>(boost::random::uniform_int_distribution<int>{4, 160}(random)));
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(boost::random::uniform_int_distribution<int>{0, 255}(random));
    return bytes;
}

bool differs(const Bytes& bytes)
{
    const Program program = parse(bytes);
    return runOnOurs(program) != runOnIoContext(program);
}

std::string lines(const Log& log, const Log& other)
{
    std::string text;
    for (std::size_t i = 0; i < log.size(); ++i)
        text += (i < other.size() && log[i] == other[i] ? "    " : "  > ") + log[i] + '\n';
    return text;
}

/// What somebody needs who looks into a difference: the program, both logs, and the bytes for a test of its own.
std::string report(const Bytes& bytes)
{
    const Program program = parse(bytes);
    const Log reference = runOnIoContext(program);
    const Log ours = runOnOurs(program);
    std::string text = toText(program) + "on an io_context:\n" + lines(reference, ours) + "on ours:\n" + lines(ours, reference) + "{";
    for (const std::uint8_t byte : bytes)
        text += std::to_string(byte) + ", ";
    return text + "}\n";
}

/// Ten times as many where tests/run --long says so.
int programsOfEachPart()
{
    return std::getenv("AWAITSCOPE_LONG") ? 25'000 : 2'500; // NOLINT(concurrency-mt-unsafe)
}

/// A quarter of them, so that several run at a time.
class RandomPrograms : public testing::TestWithParam<unsigned>
{
};

TEST_P(RandomPrograms, DoTheSameAsOnAnIoContext)
{
    const unsigned count = static_cast<unsigned>(programsOfEachPart());
    for (unsigned i = 0; i < count; ++i) {
        const unsigned seed = GetParam() * 1'000'000 + i;
        const Bytes bytes = randomBytes(seed);
        if (differs(bytes)) {
            FAIL() << "program " << i + 1 << " of " << count << ", seed " << seed << ", the least of it that differs:\n"
                   << report(shrunk(bytes, differs));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Parts, RandomPrograms, testing::Values(0U, 1U, 2U, 3U));

// What differed once, shrunk.

using Block = Program;

Step step(Kind kind, int what = 0, int how = 0, int time = 0, std::vector<Block> blocks = {})
{
    return {kind, 0, what, how, time, std::move(blocks)};
}

void expectTheSame(const Program& program)
{
    EXPECT_EQ(runOnOurs(program), runOnIoContext(program)) << toText(program);
}

TEST(ProgramsThatDifferedOnce, ALimitOnTheRightThatWasSetBeforeTheWorkBegan)
{
    // Ours took the start of the wait for the place of a timer, and not when it was set.
    expectTheSame({step(Kind::limited, 0, 0, 0, {Block{step(Kind::limited, 0, 0, 0, {Block{}})}})});
    expectTheSame({step(Kind::limited, 0, 0, 7, {Block{step(Kind::nap, 0, 0, 7)}})});
}

TEST(ProgramsThatDifferedOnce, ASpawnedCoroutineThatIsCancelledAndEndsWithoutHavingWaited)
{
    // Ours threw what co_spawn throws then into the coroutine that had spawned it.
    const Step cancelsItself = step(Kind::spawn, 1, 0, 0, {Block{step(Kind::emit, 1)}});
    expectTheSame({cancelsItself});
    expectTheSame({cancelsItself, step(Kind::callbacks, 0, 2), step(Kind::nap)});
}

TEST(ProgramsThatDifferedOnce, ACoroutineThatDestroysTheExecutorWhichItWasResumedThrough)
{
    // Ours went on using it.
    expectTheSame({step(Kind::hop, 1, 1), step(Kind::nap)});
}

TEST(Shrinking, LeavesTheLeastThatFails)
{
    // Fails if there is a 7 or more somewhere before a 100 or more.
    const auto fails = [](const Bytes& bytes) {
        bool found = false;
        for (const std::uint8_t byte : bytes) {
            if (found && byte >= 100)
                return true;
            found = found || byte >= 7;
        }
        return false;
    };
    EXPECT_EQ(shrunk(Bytes{1, 2, 90, 3, 4, 5, 200, 6, 250}, fails), (Bytes{7, 100}));
}

} // namespace
} // namespace awaitscope::programs
