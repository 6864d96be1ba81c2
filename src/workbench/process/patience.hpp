// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <sys/types.h>

namespace awaitscope {

/// Tells when a process of ours need not be waited for any longer. A time on the wall would make that a matter of the machine:
/// beside other programs, or where memory is slow, two seconds of work take ten. What counts is what the process itself does:
/// how long it slept in one stretch, and how long it computed.
class Patience
{
public:
    /// `asleep`: it waited for something without a break. `computing`: processor time of all its threads, from now on.
    Patience(pid_t process, std::chrono::milliseconds asleep, std::chrono::milliseconds computing);

    /// Of a process group as a whole: what a compiler's driver waits for is done by others that it started. It is asleep when all are.
    static Patience ofGroup(pid_t group, std::chrono::milliseconds asleep, std::chrono::milliseconds computing);

    /// To be asked again and again, some ten times or more in `asleep`. True: one of the two was reached, or there is no such
    /// process. A process that is ready to run but does not get to neither sleeps nor computes.
    bool isOver();

private:
    using Clock = std::chrono::steady_clock;

    /// What there is to be seen at one moment.
    struct State
    {
        std::chrono::nanoseconds used{}; ///< processor time, of all that is watched
        bool isAsleep = true;
    };

    Patience(pid_t process, bool isGroup, std::chrono::milliseconds asleep, std::chrono::milliseconds computing);
    /// Nothing if there is no such process.
    std::optional<State> look() const;
    static std::optional<State> lookAt(pid_t process);
    static std::optional<State> lookAtGroup(pid_t group);

    pid_t m_process;
    bool m_isGroup;
    std::chrono::nanoseconds m_asleep;
    std::chrono::nanoseconds m_computing;
    std::chrono::nanoseconds m_begin;    ///< processor time when it began
    std::chrono::nanoseconds m_lastUsed; ///< processor time when it was asked last
    Clock::time_point m_lastAsked;
    std::chrono::nanoseconds m_slept{};
};

} // namespace awaitscope
