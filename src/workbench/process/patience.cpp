// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/patience.hpp"

#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace awaitscope {

namespace {

/// Processor time of all threads of a process; nothing if there is no such process.
std::optional<std::chrono::nanoseconds> processorTimeOf(pid_t process)
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return std::nullopt;
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// Whether its first thread waits for something that is no disk. proc(5): the state follows the name, which is in brackets and
/// may hold brackets.
bool isAsleep(pid_t process)
{
    std::ifstream file{"/proc/" + std::to_string(process) + "/stat"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::size_t name = text.rfind(") ");
    return name != std::string::npos && text.compare(name + 2, 1, "S") == 0;
}

} // namespace

Patience::Patience(pid_t process, std::chrono::milliseconds asleep, std::chrono::milliseconds computing)
    : m_process(process),
      m_asleep(asleep),
      m_computing(computing),
      m_begin(processorTimeOf(process).value_or(std::chrono::nanoseconds{})),
      m_lastUsed(m_begin),
      m_lastAsked(Clock::now())
{}

bool Patience::isOver()
{
    const std::optional<std::chrono::nanoseconds> used = processorTimeOf(m_process);
    if (!used)
        return true;
    const Clock::time_point now = Clock::now();
    const std::chrono::nanoseconds passed = now - m_lastAsked;
    // Who looks every few milliseconds whether something has come sleeps as well, though it computes a little in between.
    constexpr int oneIn = 20;
    // From nothing again after each bit of work: several short sleeps are no hang.
    m_slept = isAsleep(m_process) && (*used - m_lastUsed) * oneIn < passed ? m_slept + passed : std::chrono::nanoseconds{};
    m_lastUsed = *used;
    m_lastAsked = now;
    return m_slept >= m_asleep || *used - m_begin >= m_computing;
}

} // namespace awaitscope
