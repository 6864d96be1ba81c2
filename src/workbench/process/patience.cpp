// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/patience.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <unistd.h>

namespace awaitscope {

namespace {

/// proc(5): the line of a process, from its state on, which follows the name: that is in brackets and may hold brackets.
std::string statOf(const std::string& process)
{
    // By the stream's own functions: where the process has ended between opening and reading, its buffer throws, and they do not.
    std::ifstream file{"/proc/" + process + "/stat"};
    std::string text;
    std::getline(file, text, '\0'); // a name may hold the end of a line
    const std::size_t name = text.rfind(") ");
    return name == std::string::npos ? std::string{} : text.substr(name + 2);
}

/// It waits for something that is no disk.
constexpr char asleepState = 'S';

constexpr int fewestLooks = 8; ///< that find it asleep, before it is taken for one that hangs

} // namespace

std::optional<Patience::State> Patience::lookAt(pid_t process)
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return std::nullopt;
    // The state is that of its first thread.
    return State{std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec},
                 statOf(std::to_string(process)).starts_with(asleepState)};
}

std::optional<Patience::State> Patience::lookAtGroup(pid_t group)
{
    State all;
    bool isThere = false;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry{"/proc", failure}, end; !failure && entry != end; entry.increment(failure)) {
        const std::string name = entry->path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::istringstream stat{statOf(name)};
        char state = 0;
        pid_t parent = 0;
        pid_t itsGroup = 0;
        if (!(stat >> state >> parent >> itsGroup) || itsGroup != group)
            continue;
        isThere = true;
        all.isAsleep = all.isAsleep && state == asleepState;
        std::string skipped;
        for (int field = 6; field <= 13; ++field) // to user time, the fourteenth
            stat >> skipped;
        long ticks = 0;
        for (int field = 14; field <= 17; ++field) { // its own, and that of children it has waited for; of the user and the system
            long part = 0;
            stat >> part;
            ticks += part;
        }
        all.used += std::chrono::nanoseconds{std::chrono::seconds{1}} * ticks / sysconf(_SC_CLK_TCK);
    }
    return isThere ? std::optional{all} : std::nullopt;
}

std::optional<Patience::State> Patience::look() const { return m_isGroup ? lookAtGroup(m_process) : lookAt(m_process); }

Patience::Patience(pid_t process, bool isGroup, std::chrono::milliseconds asleep, std::chrono::milliseconds computing)
    : m_process(process),
      m_isGroup(isGroup),
      m_asleep(asleep),
      m_computing(computing),
      m_begin(look().value_or(State{}).used),
      m_lastUsed(m_begin),
      m_lastAsked(Clock::now())
{}

Patience::Patience(pid_t process, std::chrono::milliseconds asleep, std::chrono::milliseconds computing)
    : Patience(process, false, asleep, computing)
{}

Patience Patience::ofGroup(pid_t group, std::chrono::milliseconds asleep, std::chrono::milliseconds computing)
{
    return {group, true, asleep, computing};
}

bool Patience::isOver()
{
    const std::optional<State> state = look();
    if (!state)
        return true;
    const Clock::time_point now = Clock::now();
    const std::chrono::nanoseconds passed = now - m_lastAsked;
    // Who looks every few milliseconds whether something has come sleeps as well, though it computes a little in between.
    constexpr int oneIn = 20;
    // From nothing again after each bit of work: several short sleeps are no hang.
    // Who could not look for long, as this process did not get to, has not seen what was between: one look counts for no more
    // than some of those that there should have been.
    const auto seen = std::min(passed, m_asleep / fewestLooks);
    m_slept = state->isAsleep && (state->used - m_lastUsed) * oneIn < passed ? m_slept + seen : std::chrono::nanoseconds{};
    m_lastUsed = state->used;
    m_lastAsked = now;
    return m_slept >= m_asleep || state->used - m_begin >= m_computing;
}

} // namespace awaitscope
