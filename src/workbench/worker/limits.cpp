// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/limits.hpp"

#include <cerrno>
#include <initializer_list>
#include <sched.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <sys/time.h>

namespace awaitscope::worker {

namespace {

bool limit(decltype(RLIMIT_CORE) resource, rlim_t most)
{
    const rlimit both{most, most};
    return setrlimit(resource, &both) == 0;
}

/// What of the system a run may not use, nor wait for (worker/refusal.hpp): SIGSYS tells of it. A limit on the number of processes
/// would not bind root. A sanitizer has a thread of its own, which sleeps, and asks by a pipe what memory is there: with one, functions
/// of ours refuse those (refusal.cpp).
bool forbid(const Limits& limits)
{
    scmp_filter_ctx const filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr)
        return false;
    bool isDone = true;
    const auto refuse = [&](std::initializer_list<int> calls) {
        for (const int call : calls)
            isDone = seccomp_rule_add(filter, SCMP_ACT_TRAP, call, 0) == 0 && isDone;
    };
    // Their macros are C, which clang does not take.
    const auto refuseIf = [&](int call, scmp_arg_cmp argument) {
        isDone = seccomp_rule_add_array(filter, SCMP_ACT_TRAP, call, 1, &argument) == 0 && isDone;
    };
    refuse({SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(socket), SCMP_SYS(socketpair),
            SCMP_SYS(epoll_create), SCMP_SYS(epoll_create1), SCMP_SYS(eventfd), SCMP_SYS(eventfd2), SCMP_SYS(timerfd_create),
            SCMP_SYS(signalfd), SCMP_SYS(signalfd4), SCMP_SYS(io_uring_setup), SCMP_SYS(inotify_init), SCMP_SYS(inotify_init1),
            SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6)});
    // Its flags lie behind a pointer: the C library then falls back to clone.
    isDone = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 && isDone;
    if (limits.isForSanitizer)
        refuseIf(SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0});
    else
        refuse({SCMP_SYS(clone), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(pipe), SCMP_SYS(pipe2)});
    // There is one thread: what it waits for here nobody could bring. FUTEX_WAIT, LOCK_PI, WAIT_BITSET, WAIT_REQUEUE_PI, LOCK_PI2
    for (const unsigned wait : {0U, 6U, 9U, 11U, 13U}) {
        constexpr unsigned command = 0x7F; // without FUTEX_PRIVATE_FLAG and FUTEX_CLOCK_REALTIME
        refuseIf(SCMP_SYS(futex), {1, SCMP_CMP_MASKED_EQ, command, wait});
    }
    isDone = seccomp_load(filter) == 0 && isDone;
    seccomp_release(filter);
    return isDone;
}

void setClock(__itimer_which_t clock, unsigned seconds)
{
    constexpr suseconds_t again = 10'000; // where it is then is asked several times
    const itimerval time{{0, seconds == 0 ? 0 : again}, {static_cast<time_t>(seconds), 0}};
    setitimer(clock, &time, nullptr);
}

} // namespace

bool apply(const Limits& limits)
{
    bool isDone = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, limits.fileSize) && limit(RLIMIT_NOFILE, limits.openFiles);
    // AddressSanitizer limits what is in use by itself (__asan_default_options in app/worker).
    if (!limits.isForSanitizer)
        isDone = limit(RLIMIT_AS, limits.addressSpace) && isDone;
    return forbid(limits) && isDone;
}

void startClocks(const Limits& limits)
{
    setClock(ITIMER_PROF, limits.cpuSeconds);
    startAlarm(limits);
}

void startAlarm(const Limits& limits) { setClock(ITIMER_REAL, limits.wallSeconds); }

void stopClocks()
{
    setClock(ITIMER_PROF, 0);
    setClock(ITIMER_REAL, 0);
}

} // namespace awaitscope::worker
