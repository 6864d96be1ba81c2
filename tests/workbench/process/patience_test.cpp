// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/patience.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

/// A process that does what it is given, and is gone with this.
class Child
{
public:
    explicit Child(const std::function<void()>& work) : m_id(fork())
    {
        if (m_id == 0) {
            work();
            _exit(0);
        }
    }
    ~Child()
    {
        kill(m_id, SIGKILL);
        waitpid(m_id, nullptr, 0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t id() const { return m_id; }

private:
    pid_t m_id;
};

/// Processor time of a process, by a clock that nothing else on the machine makes faster or slower.
std::chrono::milliseconds usedBy(pid_t process)
{
    clockid_t clock{};
    timespec time{};
    clock_getcpuclockid(process, &clock);
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::milliseconds{time.tv_nsec / 1'000'000};
}

void computeForEver()
{
    const volatile bool on = true;
    while (on) {}
}

void askUntilItIsOver(Patience& patience)
{
    while (!patience.isOver())
        usleep(10'000);
}

TEST(PatienceTest, EndsWithWhoSleeps)
{
    const Child child([] { pause(); });
    Patience patience(child.id(), 200ms, 1h);
    askUntilItIsOver(patience); // or ctest's own limit ends it
    EXPECT_LT(usedBy(child.id()), 100ms);
}

TEST(PatienceTest, EndsWithWhoLooksAgainAndAgainWhetherSomethingHasCome)
{
    const Child child([] {
        while (true)
            usleep(20'000);
    });
    Patience patience(child.id(), 200ms, 1h);
    askUntilItIsOver(patience);
}

TEST(PatienceTest, CountsWhatIsComputedAndNotHowLongThatTakes)
{
    const Child child(computeForEver);
    const std::chrono::milliseconds before = usedBy(child.id());
    Patience patience(child.id(), 20ms, 300ms);
    askUntilItIsOver(patience);
    EXPECT_GE(usedBy(child.id()) - before, 290ms) << "it was not taken for one who sleeps";
}

TEST(PatienceTest, EndsWithAProcessThatIsGone)
{
    pid_t gone = 0;
    {
        const Child child([] {});
        gone = child.id();
    }
    EXPECT_TRUE(Patience(gone, 1h, 1h).isOver());
}

} // namespace
} // namespace awaitscope
