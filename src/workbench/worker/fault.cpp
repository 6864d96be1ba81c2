// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/fault.hpp"

#include "core/trace/recorder.hpp"
#include "workbench/worker/limits.hpp"
#include "workbench/worker/refusal.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <exception>
#include <link.h>
#include <new>
#include <ucontext.h>
#include <unistd.h>
#include <unwind.h>
#include <utility>

namespace awaitscope::worker {

namespace {

constexpr std::size_t mostFrames = 40; ///< between what is refused and who asked for it lies a library
constexpr std::size_t mostThrownFrames = 8; ///< looked for at each throw
constexpr std::size_t mostSamples = 8;
// Frames looked at: after a recursion without an end there are as many as the stack holds.
constexpr int deepestSearch = 256;
constexpr int statusOfFault = 70;

struct Addresses
{
    std::array<std::uint64_t, mostFrames> values{};
    std::size_t count = 0;
    std::size_t most = mostFrames;
    int depth = 0;
};

// A signal's handler can reach nothing else.
struct State
{
    int answers = -1;
    Limits limits;
    std::uint64_t memory = 0;   ///< bytes, when the processor's clock was last set
    std::int64_t usedAtAlarm = 0; ///< processor time in milliseconds, at the last alarm
    const char* modulePath = nullptr;
    std::uintptr_t moduleBegin = 0; ///< both 0 as long as nobody asked
    std::uintptr_t moduleEnd = 0;
    const Recorder* recorder = nullptr;
    volatile sig_atomic_t isRunning = 0;
    volatile sig_atomic_t isShuttingDown = 0;
    volatile sig_atomic_t isReporting = 0;
    Addresses thrown;
    Addresses samples; ///< of code that computes for too long: where it is at several moments, innermost frames
    int sampled = 0;
};
State state;

_Unwind_Reason_Code collect(_Unwind_Context* context, void* argument)
{
    auto& found = *static_cast<Addresses*>(argument);
    int isExact = 0; // of a frame that a signal interrupted; else the address is behind the call
    const auto address = static_cast<std::uintptr_t>(_Unwind_GetIPInfo(context, &isExact));
    if (address >= state.moduleBegin && address < state.moduleEnd)
        found.values[found.count++] = address - state.moduleBegin - (isExact ? 0U : 1U);
    return found.count == found.most || ++found.depth > deepestSearch ? _URC_END_OF_STACK : _URC_NO_REASON;
}

/// Its static objects may be at fault, before anybody could be told that it is loaded.
void findModule()
{
    dl_iterate_phdr(
        [](dl_phdr_info* object, std::size_t, void*) {
            if (std::strcmp(object->dlpi_name, state.modulePath) != 0)
                return 0;
            state.moduleBegin = object->dlpi_addr;
            for (int i = 0; i < object->dlpi_phnum; ++i) {
                const auto& part = object->dlpi_phdr[i];
                if (part.p_type == PT_LOAD)
                    state.moduleEnd =
                        std::max<std::uintptr_t>(state.moduleEnd, object->dlpi_addr + part.p_vaddr + part.p_memsz);
            }
            return 1;
        },
        nullptr);
}

Addresses addressesHere(std::size_t most = mostFrames)
{
    Addresses found;
    found.most = most;
    if (state.modulePath && state.moduleEnd == 0)
        findModule();
    if (state.moduleEnd != 0)
        _Unwind_Backtrace(&collect, &found);
    return found;
}

/// How many bytes of `text` are one character of UTF-8; 0: none is.
std::size_t characterAt(const char* text)
{
    const auto first = static_cast<unsigned char>(*text);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) // the text's end too
            return 0;
    }
    const auto second = static_cast<unsigned char>(size > 2 ? text[1] : 0);
    const bool isOverlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool isBeyond = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return isOverlong || isBeyond ? 0 : size;
}

/// JSON without allocation: a signal may have come from the allocator. What does not fit the buffer has been written by then.
class Line
{
public:
    explicit Line(int file) : m_file(file) {}

    void add(const char* text)
    {
        while (*text)
            add(*text++);
    }
    /// Of the text as much as anybody reads: it may have no end.
    void addEscaped(const char* text)
    {
        constexpr std::size_t most = 4096;
        for (std::size_t done = 0; *text && done < most;) {
            const std::size_t size = characterAt(text);
            if (size == 1)
                addEscaped(*text);
            else if (size == 0) // no JSON may hold it
                add('?');
            else
                for (std::size_t i = 0; i < size; ++i)
                    add(text[i]);
            const std::size_t step = size == 0 ? 1 : size;
            text += step;
            done += step;
        }
    }
    void add(std::int64_t value)
    {
        if (value < 0)
            add("-");
        add(static_cast<std::uint64_t>(value < 0 ? -value : value));
    }
    void add(std::uint64_t value)
    {
        char digits[21] = {};
        char* end = digits + 20;
        do {
            *--end = static_cast<char>('0' + value % 10);
            value /= 10;
        } while (value != 0);
        add(end);
    }
    void flush()
    {
        const char* from = m_text.data();
        std::size_t left = std::exchange(m_size, 0);
        while (left > 0) {
            const ssize_t written = write(m_file, from, left);
            if (written <= 0)
                return;
            from += written;
            left -= static_cast<std::size_t>(written);
        }
    }

private:
    void add(char character)
    {
        if (m_size == m_text.size())
            flush();
        m_text[m_size++] = character;
    }
    void addEscaped(char character)
    {
        const auto code = static_cast<unsigned char>(character);
        constexpr const char* digits = "0123456789abcdef";
        if (code < 0x20) {
            add("\\u00");
            add(digits[code / 16]);
            add(digits[code % 16]);
            return;
        }
        if (character == '"' || character == '\\')
            add('\\');
        add(character);
    }

    int m_file;
    std::array<char, 2048> m_text{};
    std::size_t m_size = 0;
};

[[noreturn]] void report(const char* kind, std::int64_t detail, bool isStack, const char* text, const Addresses& addresses)
{
    // A fault in the middle of this says nothing of its own: the first is the one to tell.
    if (!state.isReporting) {
        state.isReporting = 1;
        Line line{state.answers};
        line.add("{\"fault\":\"");
        line.add(kind);
        line.add("\",\"detail\":");
        line.add(detail);
        line.add(isStack ? ",\"stack\":true" : ",\"stack\":false");
        const auto [source, number] = state.recorder ? state.recorder->lastPlace() : std::pair{-1, 0};
        line.add(",\"source\":");
        line.add(std::int64_t{source});
        line.add(",\"line\":");
        line.add(std::int64_t{number});
        line.add(",\"addresses\":[");
        for (std::size_t i = 0; i < addresses.count; ++i) {
            line.add(i == 0 ? "" : ",");
            line.add(addresses.values[i]);
        }
        line.add("],\"text\":\"");
        line.addEscaped(text);
        line.add("\"}\n");
        line.flush();
    }
    // Not exit(): in what is broken already no destructor must run.
    _exit(statusOfFault);
}

std::uintptr_t stackPointerOf(const void* context)
{
    const auto& registers = static_cast<const ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    return static_cast<std::uintptr_t>(registers.gregs[REG_RSP]);
#elif defined(__aarch64__)
    return static_cast<std::uintptr_t>(registers.sp);
#else
    return static_cast<void>(registers), 0;
#endif
}

/// Has the call to the system that `context` was interrupted in return `result`.
void setResult(void* context, int result)
{
    auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    registers.gregs[REG_RAX] = result;
#elif defined(__aarch64__)
    registers.regs[0] = static_cast<unsigned long long>(static_cast<long long>(result));
#else
    static_cast<void>(registers), static_cast<void>(result);
#endif
}

/// The bytes that this process has of one kind: 0 address space, 1 in use. 0 if nobody can tell. Without the C library's
/// files, which allocate.
std::uint64_t memoryOf(int kind)
{
    std::array<char, 128> text{};
    const int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    const ssize_t size = file < 0 ? 0 : read(file, text.data(), text.size() - 1);
    if (file >= 0)
        close(file);
    const char* at = size > 0 ? text.data() : "0 0";
    std::array<std::uint64_t, 2> pages{};
    for (std::uint64_t& count : pages) {
        for (; *at >= '0' && *at <= '9'; ++at)
            count = count * 10 + static_cast<std::uint64_t>(*at - '0');
        at += *at == ' ' ? 1 : 0;
    }
    return pages[static_cast<std::size_t>(kind)] * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

/// What grows without an end has a limit of its own. How long it takes to get there is a matter of the machine, above all of
/// how fast it makes pages: as long as memory grows, the clock of what computes without an end is set anew.
bool hasGrown()
{
    // Address space, of which AddressSanitizer takes terabytes at once: there, what is in use.
    const std::uint64_t now = memoryOf(state.limits.isForSanitizer ? 1 : 0);
    constexpr std::uint64_t step = 32UL * 1024 * 1024;
    if (now < state.memory + step)
        return false;
    state.memory = now;
    return true;
}

std::int64_t processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

/// malloc, calloc, realloc and mmap tell by their result that there is no memory left, which nobody looks at: what follows is a
/// null pointer, or mmap's -1, and somewhere in the block that is not there, at a time when more than half of it is gone.
bool isOutOfMemory(std::uintptr_t address)
{
    constexpr std::uintptr_t near = 512UL * 1024 * 1024; // half of it: no larger block was refused then
    const bool isNoResult = address < near || address > std::uintptr_t{0} - near;
    return isNoResult && !state.limits.isForSanitizer && memoryOf(0) > state.limits.addressSpace / 2;
}

void onSignal(int signal, siginfo_t* info, void* context)
{
    if (state.isShuttingDown && signal != SIGSYS)
        report("shutdown", signal, false, "", addressesHere());
    if (signal == SIGPROF) {
        if (state.sampled == 0 && hasGrown()) {
            startClocks(state.limits);
            return;
        }
        // One moment may be the loop's jump, which belongs to no line of it.
        const Addresses here = addressesHere(1);
        if (here.count > 0)
            state.samples.values[state.samples.count++] = here.values[0];
        if (++state.sampled < static_cast<int>(mostSamples))
            return; // the clock goes on ticking
        report("cpu", 0, false, "", state.samples);
    }
    if (signal == SIGALRM) {
        // Beside a load two seconds of work can take longer than this clock: it counts sleep alone.
        constexpr std::int64_t work = 100;
        const std::int64_t used = processorMilliseconds();
        if (used - std::exchange(state.usedAtAlarm, used) > work) {
            startAlarm(state.limits);
            return;
        }
    }
    constexpr int ofFilter = 1; // SYS_SECCOMP, for which the C library has no name
    if (signal == SIGSYS && info->si_code == ofFilter) {
        if (state.limits.isForSanitizer && isOfSanitizer()) {
            setResult(context, -EPERM);
            return;
        }
        refuseCall(info->si_syscall);
    }
    if (signal == SIGALRM || signal == SIGUSR1)
        report("wall", 0, false, "", addressesHere());
    // Just beyond the stack's end: a frame did not fit any more.
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    const std::uintptr_t stack = stackPointerOf(context);
    // A frame is as large as its local variables, and may be touched first anywhere in it.
    constexpr std::uintptr_t near = 256 * 1024;
    const bool isStack = signal == SIGSEGV && address + near > stack && address < stack + near;
    if (!isStack && (signal == SIGSEGV || signal == SIGBUS) && isOutOfMemory(address))
        report("memory", 0, false, "", addressesHere());
    report("signal", signal, isStack, "", addressesHere());
}

void onTerminate()
{
    const Addresses addresses = state.thrown.count > 0 ? state.thrown : addressesHere();
    const std::exception_ptr error = std::current_exception();
    if (!error) // a joinable thread was destroyed, or somebody called std::terminate()
        report("signal", SIGABRT, false, "", addressesHere());
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& exception) {
        report("exception", 0, false, exception.what(), addresses);
    } catch (...) {
        report("exception", 0, false, "", addresses);
    }
}

void onExit(int status, void*)
{
    if (state.isRunning)
        report("exit", status, false, "", addressesHere());
}

void onMemoryUsedUp() { report("memory", 0, false, "", addressesHere()); }

} // namespace

void setModule(const char* path)
{
    state.modulePath = path;
    state.moduleBegin = 0;
    state.moduleEnd = 0;
}

void reportFaultsTo(int answers, const Limits& limits)
{
    state.answers = answers;
    state.limits = limits;
    // A stack of its own: the ordinary one may be what has run over.
    static std::array<char, 128 * 1024> handlerStack;
    const stack_t stack{handlerStack.data(), 0, handlerStack.size()};
    sigaltstack(&stack, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS, SIGXFSZ, SIGPROF, SIGALRM, SIGUSR1}) {
        struct sigaction action{};
        action.sa_sigaction = &onSignal;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        // While one is told no other comes in between: two would mix their lines.
        sigfillset(&action.sa_mask);
        sigaction(signal, &action, nullptr);
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::set_terminate(&onTerminate);
    std::set_new_handler(&onMemoryUsedUp);
    on_exit(&onExit, nullptr);
}

void watch(const Recorder* recorder) { state.recorder = recorder; }

void setRunning(bool isRunning)
{
    state.isRunning = isRunning ? 1 : 0;
    state.memory = memoryOf(state.limits.isForSanitizer ? 1 : 0);
    state.usedAtAlarm = processorMilliseconds();
    state.samples = {};
    state.sampled = 0;
    if (!isRunning)
        state.recorder = nullptr;
}

bool isInModule(std::uintptr_t address)
{
    if (state.modulePath && state.moduleEnd == 0)
        findModule();
    return address >= state.moduleBegin && address < state.moduleEnd;
}

void setShuttingDown() { state.isShuttingDown = 1; }

void reportFault(const char* kind, const char* text) { report(kind, 0, false, text, addressesHere()); }

std::vector<std::uint64_t> lastThrown()
{
    return {state.thrown.values.begin(), state.thrown.values.begin() + static_cast<std::ptrdiff_t>(state.thrown.count)};
}

void forgetThrown() { state.thrown = {}; }

/// For __cxa_throw below.
void rememberThrown();

void rememberThrown()
{
    const Addresses here = addressesHere(mostThrownFrames);
    // One without a frame of the module is not the learner's, and must not hide one that is.
    if (here.count > 0)
        state.thrown = here;
}

} // namespace awaitscope::worker

/// Stands before the C++ library's own, which it calls: when an exception arrives where nobody catches it, the frames that
/// it came through are gone, and with them the line that threw it.
/// The compiler declares that name itself, with types of its own: hence another one in the source.
extern "C" [[noreturn]] void awaitscopeThrow(void* object, void* type, void* destroy) __asm__("__cxa_throw");
extern "C" [[noreturn]] void awaitscopeThrow(void* object, void* type, void* destroy)
{
    using Throw = void (*)(void*, void*, void*);
    static const auto next = reinterpret_cast<Throw>(dlsym(RTLD_NEXT, "__cxa_throw"));
    awaitscope::worker::rememberThrown();
    next(object, type, destroy);
    __builtin_unreachable();
}
