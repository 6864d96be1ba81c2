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

/// Threads may be made, processes and programs not. A limit on the number of processes would not bind root.
bool forbidProcesses()
{
    scmp_filter_ctx const filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr)
        return false;
    bool isDone = true;
    for (const int call : {SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(execve), SCMP_SYS(execveat)})
        isDone = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0 && isDone;
    const scmp_arg_cmp isNoThread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0}; // its macro is C, which clang does not take
    isDone = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, &isNoThread) == 0 && isDone;
    // Its flags lie behind a pointer: the C library then falls back to clone.
    isDone = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 && isDone;
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
    return forbidProcesses() && isDone;
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
