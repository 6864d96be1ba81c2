// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/refusal.hpp"

#include "workbench/worker/fault.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <dlfcn.h>
#include <netdb.h>
#include <pthread.h>
#include <seccomp.h>
#include <spawn.h>
#include <string_view>
#include <sys/syscall.h>
#include <sys/types.h>
#include <threads.h>
#include <unistd.h>
#include <unwind.h>

namespace awaitscope::worker {

namespace {

struct Facility
{
    std::string_view name; ///< of the class or function, as a symbol has it
    const char* text;
};

// Of boost::asio, whatever namespace in it they lie in. Users know most of them by an alias: ip::tcp::socket.
constexpr Facility facilitiesOfAsio[] = {
    {"basic_socket", "socket"},
    {"basic_stream_socket", "socket"},
    {"basic_datagram_socket", "socket"},
    {"basic_raw_socket", "socket"},
    {"basic_seq_packet_socket", "socket"},
    {"basic_socket_iostream", "socket"},
    {"basic_socket_streambuf", "socket"},
    {"basic_socket_acceptor", "acceptor"},
    {"basic_resolver", "resolver"},
    {"basic_signal_set", "signal set"},
    {"basic_serial_port", "serial port"},
    {"basic_readable_pipe", "pipe"},
    {"basic_writable_pipe", "pipe"},
    {"connect_pipe", "pipe"},
    {"basic_descriptor", "descriptor"},
    {"basic_stream_descriptor", "descriptor"},
    {"basic_file", "file"},
    {"basic_stream_file", "file"},
    {"basic_random_access_file", "file"},
    {"thread_pool", "thread pool"},
    {"io_context", "io_context"},
    {"system_context", "system executor"},
    {"basic_system_executor", "system executor"},
    {"basic_deadline_timer", "real timer"},
    {"basic_waitable_timer", "real timer"},
    {"posix_thread", "thread"},
};

// Beginnings of names of the C++ library.
constexpr Facility facilitiesOfOthers[] = {
    {"_ZNSt6future", "future"},
    {"_ZNSt13shared_future", "future"},
    {"_ZNKSt13shared_future", "future"},
    {"_ZNSt14__basic_future", "future"},
    {"_ZNKSt14__basic_future", "future"},
    {"_ZN5boost7process", "process"},
};

/// Takes `text` off the front.
bool take(std::string_view& from, std::string_view text)
{
    if (!from.starts_with(text))
        return false;
    from.remove_prefix(text.size());
    return true;
}

/// What follows "_Z" and the letters that say how something is nested: "5boost4asio…" of any member of that namespace, and of
/// what is local to one.
std::string_view unnested(std::string_view symbol)
{
    if (!take(symbol, "_Z"))
        return {};
    symbol.remove_prefix(std::min(symbol.find_first_not_of("NKZ"), symbol.size()));
    return symbol;
}

/// "thread_pool" of boost::asio::thread_pool::thread_pool(…), "basic_resolver" of boost::asio::ip::basic_resolver<…>; empty of
/// what is no member of Asio's.
std::string_view nameInAsio(std::string_view symbol)
{
    symbol = unnested(symbol);
    if (!take(symbol, "5boost4asio"))
        return {};
    while (true) {
        std::size_t length = 0;
        for (; !symbol.empty() && symbol.front() >= '0' && symbol.front() <= '9'; symbol.remove_prefix(1))
            length = 10 * length + static_cast<std::size_t>(symbol.front() - '0');
        if (length == 0 || length > symbol.size())
            return {};
        const std::string_view name = symbol.substr(0, length);
        symbol.remove_prefix(length);
        constexpr std::string_view namespaces[] = {"detail", "ip", "local", "posix", "generic", "experimental", "execution"};
        if (std::find(std::begin(namespaces), std::end(namespaces), name) == std::end(namespaces))
            return name;
    }
}

const char* facilityOf(std::string_view symbol)
{
    if (const std::string_view name = nameInAsio(symbol); !name.empty()) {
        for (const Facility& facility : facilitiesOfAsio) {
            if (facility.name == name)
                return facility.text;
        }
    }
    for (const Facility& facility : facilitiesOfOthers) {
        if (symbol.starts_with(facility.name))
            return facility.text;
    }
    return nullptr;
}

/// Whether a function of the module is a library's: what is a template, or inline, is compiled into whoever uses it.
bool isOfLibrary(std::string_view symbol)
{
    const std::string_view rest = unnested(symbol);
    return rest.starts_with("5boost") || rest.starts_with("St");
}

struct Search
{
    const char* found = nullptr;
};

_Unwind_Reason_Code look(_Unwind_Context* context, void* argument)
{
    auto& search = *static_cast<Search*>(argument);
    int isExact = 0;
    const auto address = static_cast<std::uintptr_t>(_Unwind_GetIPInfo(context, &isExact)) - (isExact ? 0U : 1U);
    Dl_info info{};
    // What a file keeps to itself has no name here; of a module that is the learner's.
    const bool isNamed = dladdr(reinterpret_cast<void*>(address), &info) != 0 && info.dli_sname != nullptr;
    const std::string_view symbol = isNamed ? info.dli_sname : "";
    if (isInModule(address) && !isOfLibrary(symbol))
        return _URC_END_OF_STACK; // who called that again has asked for nothing
    // The outermost is what the learner has named: a resolver, and not the thread that it would start.
    if (const char* const facility = facilityOf(symbol))
        search.found = facility;
    return _URC_NO_REASON;
}

/// The first frame behind the signal's that is not the C library's decides.
struct Caller
{
    bool isBehindSignal = false;
    bool isSanitizer = false;
};

_Unwind_Reason_Code lookAtCaller(_Unwind_Context* context, void* argument)
{
    auto& caller = *static_cast<Caller*>(argument);
    int isExact = 0; // of a frame that a signal interrupted
    const auto address = static_cast<std::uintptr_t>(_Unwind_GetIPInfo(context, &isExact));
    caller.isBehindSignal = caller.isBehindSignal || isExact != 0;
    if (!caller.isBehindSignal)
        return _URC_NO_REASON;
    Dl_info info{};
    const bool isKnown = dladdr(reinterpret_cast<void*>(address - (isExact ? 0U : 1U)), &info) != 0;
    const std::string_view file = isKnown && info.dli_fname != nullptr ? info.dli_fname : "";
    if (file.find("/libc.so") != std::string_view::npos)
        return _URC_NO_REASON;
    // What it puts in the place of the C library's functions, for whoever calls those, has a name; what it does for itself has none.
    const bool isSanitizer = file.find("/libasan") != std::string_view::npos || file.find("/libubsan") != std::string_view::npos
        || file.find("libclang_rt.") != std::string_view::npos;
    caller.isSanitizer = isSanitizer && (info.dli_sname == nullptr || std::string_view{info.dli_sname}.starts_with("__sanitizer"));
    return _URC_END_OF_STACK;
}

} // namespace

bool isOfSanitizer()
{
    Caller caller;
    _Unwind_Backtrace(&lookAtCaller, &caller);
    return caller.isSanitizer;
}

void refuse(const char* otherwise)
{
    Search search;
    _Unwind_Backtrace(&look, &search);
    reportFault("refused", search.found ? search.found : otherwise);
}

void refuseCall(int systemCall)
{
    switch (systemCall) {
    case SCMP_SYS(socket):
    case SCMP_SYS(socketpair):
        refuse("socket");
    case SCMP_SYS(pipe):
    case SCMP_SYS(pipe2):
        refuse("pipe");
    case SCMP_SYS(nanosleep):
    case SCMP_SYS(clock_nanosleep):
    case SCMP_SYS(poll):
    case SCMP_SYS(ppoll):
    case SCMP_SYS(select):
    case SCMP_SYS(pselect6):
        refuse("sleep");
    case SCMP_SYS(futex):
        refuse("other thread");
    case SCMP_SYS(clone):
    case SCMP_SYS(fork):
    case SCMP_SYS(vfork):
    case SCMP_SYS(execve):
    case SCMP_SYS(execveat):
        refuse("process");
    default:
        refuse("descriptor");
    }
}

} // namespace awaitscope::worker

// In the place of the libraries' own: a module finds these first, since this program shows its symbols.

// The C library blocks all signals before it asks the system for a thread or a process: SIGSYS would end this one without a word.
extern "C" {

int pthread_create(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*) noexcept { awaitscope::worker::refuse("thread"); }
int thrd_create(thrd_t*, thrd_start_t, void*) { awaitscope::worker::refuse("thread"); }

pid_t fork() noexcept { awaitscope::worker::refuse("process"); }
pid_t vfork() noexcept { awaitscope::worker::refuse("process"); }
int posix_spawn(pid_t*, const char*, const posix_spawn_file_actions_t*, const posix_spawnattr_t*, char* const[], char* const[])
{
    awaitscope::worker::refuse("process");
}
int posix_spawnp(pid_t*, const char*, const posix_spawn_file_actions_t*, const posix_spawnattr_t*, char* const[], char* const[])
{
    awaitscope::worker::refuse("process");
}
int system(const char*) { awaitscope::worker::refuse("process"); }
FILE* popen(const char*, const char*) { awaitscope::worker::refuse("process"); }

// Before they come to a socket they read files, and a sanitizer's own stand before them.
int getaddrinfo(const char*, const char*, const addrinfo*, addrinfo**) { awaitscope::worker::refuse("resolver"); }
hostent* gethostbyname(const char*) { awaitscope::worker::refuse("resolver"); }

// A sanitizer looks by a pipe what memory there is, and the system's filter does not know whose call it is.
static int makePipe(int* ends, int flags, const void* caller)
{
    if (awaitscope::worker::isInModule(reinterpret_cast<std::uintptr_t>(caller)))
        awaitscope::worker::refuse("pipe");
    return static_cast<int>(syscall(SYS_pipe2, ends, flags));
}
int pipe2(int* ends, int flags) noexcept { return makePipe(ends, flags, __builtin_return_address(0)); }
int pipe(int* ends) noexcept { return makePipe(ends, 0, __builtin_return_address(0)); }

// Where a sanitizer is there, whose thread sleeps, the system's filter lets sleep pass.
int nanosleep(const timespec*, timespec*) { awaitscope::worker::refuse("sleep"); }
int clock_nanosleep(clockid_t, int, const timespec*, timespec*) { awaitscope::worker::refuse("sleep"); }
int usleep(useconds_t) { awaitscope::worker::refuse("sleep"); }
unsigned sleep(unsigned) { awaitscope::worker::refuse("sleep"); }

} // extern "C"
