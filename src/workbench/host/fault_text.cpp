// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/fault_text.hpp"

#include "lesson/text/text.hpp"
#include "workbench/compile/compiler_output.hpp"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

namespace {

constexpr std::size_t longestQuote = 160;
// The amounts in these sentences are those of worker/limits.hpp and worker/console.hpp.
constexpr std::string_view floodText =
    "It prints without an end: more than 1000 lines in one run. Print less, or let the loop end.";

std::string memoryText(const std::string& amount)
{
    return "It used up its memory, " + amount + ". Look for a container that grows without an end.";
}

/// The last line that says anything; for what assert() and their like print.
std::string lastLine(std::string_view text)
{
    const std::vector<std::string_view> lines = linesOf(text);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](std::string_view line) { return !trimmed(line).empty(); });
    return last == lines.rend() ? std::string{} : printable(trimmed(*last), longestQuote);
}

/// What abort() was called for, as far as somebody said it: of a failed assertion the assertion.
std::string lastWords(std::string_view errors)
{
    const std::string line = lastLine(errors);
    std::size_t at = errors.rfind("Assertion `");
    if (at == std::string_view::npos)
        at = errors.rfind("Assertion '"); // the standard library's
    return at == std::string_view::npos ? line : printable(trimmed(errors.substr(at, errors.find('\n', at) - at)), longestQuote);
}

std::string signalText(std::int64_t signal, bool isStack, const std::string& errors)
{
    const std::string printed = lastWords(errors);
    switch (signal) {
    case SIGSEGV:
    case SIGBUS:
        return isStack ? "The stack has run over: a function calls itself without an end, or has very large local variables. Give "
                         "the recursion an end."
                       : "It reads or writes memory that is not its own (" + std::string{signal == SIGSEGV ? "SIGSEGV" : "SIGBUS"}
                             + "). Look for a null pointer, or a reference, pointer or iterator to something that is gone.";
    case SIGFPE:
        return "It divides by zero, or the result is too large (SIGFPE).";
    case SIGILL:
    case SIGTRAP:
        return "It ran into code that is no code (SIGILL): often a function that ends without its return.";
    case SIGABRT:
        return "It gave up with abort()" + (printed.empty() ? std::string{} : ", after saying: " + printed)
               + (printed.ends_with('.') ? "" : ".");
    case SIGXFSZ:
        return "It wrote a file that grew beyond what it may: 1 MB.";
    case SIGSYS:
        return "It asked the system for something that it may not do.";
    case SIGKILL:
        return "The system ended it (SIGKILL), most often because the machine had no memory left.";
    default:
        return "It was ended by signal " + std::to_string(signal) + '.';
    }
}

/// What was asked for (worker/refusal.cpp), why there is none, and what there is instead.
std::string refusalText(std::string_view what)
{
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"socket", "It makes a socket, and no network is to be had on the virtual clock. Use http.make_request, or a Stream of the "
                   "teaching world."},
        {"acceptor", "It makes an acceptor, and no network is to be had on the virtual clock. Let the client be a coroutine that is "
                     "started with spawn, and give both a Stream of the teaching world."},
        {"resolver", "It looks up a name of the network, and no network is to be had on the virtual clock. Use http.make_request, "
                     "which needs no address."},
        {"signal set", "It waits for signals of the system, and none comes on the virtual clock. Let the timeout cancel, or emit an "
                       "asio::cancellation_signal."},
        {"serial port", "It opens a serial port, and no devices are to be had on the virtual clock. Use a Stream of the teaching "
                        "world."},
        {"pipe", "It makes a pipe, and nothing of the system can be waited for on the virtual clock. Use a Stream or a Queue of the "
                 "teaching world."},
        {"file", "It opens a file to wait for it, and nothing of the system can be waited for on the virtual clock. Keep the text in "
                 "a variable, or use a Stream of the teaching world."},
        {"descriptor", "It asks for a descriptor to wait for, and nothing of the system can be waited for on the virtual clock. Use a "
                       "Stream or a Queue of the teaching world."},
        {"thread pool", "It makes a thread pool, and a run has one thread, so that it is the same each time. Start work with spawn, "
                        "or post to the coroutine's own executor: co_await asio::this_coro::executor."},
        {"thread", "It starts a thread (std::thread, std::jthread, std::async), and a run has one thread, so that it is the same "
                   "each time. Start work with spawn, or await several coroutines at once with &&."},
        {"io_context", "It makes an io_context of its own, whose time is real, while that of a run is virtual. Use the coroutine's "
                       "own executor: co_await asio::this_coro::executor."},
        {"system executor", "It uses the system_executor, which runs work on threads of its own, and a run has one thread. Use the "
                            "coroutine's own executor: co_await asio::this_coro::executor."},
        {"context", "It makes an execution context of Asio's own, whose time is real, while that of a run is virtual. Use the "
                    "coroutine's own executor: co_await asio::this_coro::executor."},
        {"real timer", "It makes a timer whose clock is none of the standard library's: that waits in real time. Use "
                       "asio::steady_timer or asio::system_timer, which wait in virtual time."},
        {"sleep", "It puts the thread to sleep in real time, while virtual time stands still. Wait with co_await: sleep_for of the "
                  "teaching world, or async_wait of an asio::steady_timer."},
        {"timer wait", "It waits for a timer with the thread, and no virtual time passes meanwhile. Use co_await "
                       "timer.async_wait(asio::use_awaitable)."},
        {"future", "It waits for a future with the thread, which alone could bring its value: that would be for ever. Use co_await "
                   "with asio::use_awaitable in place of asio::use_future."},
        {"other thread", "It waits with the thread for another one, to free a mutex or to wake it, and a run has one thread: that "
                         "would be for ever. Wait with co_await, for a Queue of the teaching world or a timer."},
        {"process", "It starts another process, and a run is one process, so that it is the same each time. Let a coroutine do the "
                    "work, or use http.make_request for what another program would answer."},
    };
    for (const auto& [name, sentence] : known) {
        if (name == what)
            return std::string{sentence};
    }
    return "It asked the system for something that it may not do.";
}

std::string reportText(const FaultReport& report, const WorkerEnd& end)
{
    if (report.kind == "refused")
        return refusalText(report.text);
    if (report.kind == "signal")
        return signalText(report.detail, report.isStack, end.errors);
    if (report.kind == "cpu")
        return "It does not come to an end: it computed for two seconds without reaching an await that takes time. Let the loop end, "
               "or wait in it.";
    if (report.kind == "wall")
        return "It does not go on: it waits outside of the virtual clock. Wait with co_await and the sandbox's own sleep_for, which take "
               "no real time.";
    if (report.kind == "memory")
        return memoryText("1 GB");
    if (report.kind == "flood")
        return std::string{floodText};
    if (report.kind == "exit")
        return "It called exit(" + std::to_string(report.detail)
               + "), which ends the whole program. End a coroutine with co_return.";
    if (report.kind == "exception")
        return (report.text.empty() ? std::string{"An exception"} : "The exception \"" + report.text + "\"")
               + " was thrown where nobody can catch it: in a destructor, a noexcept function or a thread. Catch it there.";
    if (report.kind == "shutdown")
        return "The program did not end when it was asked to: the destructor of a static object does not come back.";
    return "It ended for a reason that it could not tell.";
}

std::string endText(const WorkerEnd& end)
{
    // What we did to it comes before how it ended: killed by us it would look as if the system had done so.
    if (end.wasFlooded)
        return std::string{floodText};
    if (end.isRunning)
        return "It closed the file through which it answers, or broke it. Leave descriptors that you have not opened alone.";
    if (end.wasKilled)
        return "It did not answer, not even when it was asked to stop. It was ended.";
    if (end.signal != 0)
        return signalText(end.signal, false, end.errors);
    if (end.status == 71) // statusWithoutAnswer of the worker
        return "It closed the file through which it answers. Leave descriptors that you have not opened alone.";
    return "It ended the whole program at once, with status " + std::to_string(end.status)
           + " (_exit, quick_exit). End a coroutine with co_return.";
}

/// "my-buggy.cpp:12" anywhere in the text.
std::optional<CodePlace> findPlace(std::string_view text, std::string_view file)
{
    for (std::size_t at = text.find(file); at != std::string_view::npos; at = text.find(file, at + 1)) {
        std::string_view rest = text.substr(at + file.size());
        int line = 0;
        if (!rest.starts_with(':'))
            continue;
        rest.remove_prefix(1);
        if (const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), line); error == std::errc{})
            return CodePlace{std::string{file}, line};
    }
    return std::nullopt;
}

std::string sanitizerSentence(std::string_view kind)
{
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"heap-use-after-free", "It uses memory that was given back before."},
        {"heap-buffer-overflow", "It reads or writes beyond the end of what it allocated."},
        {"stack-use-after-return", "It uses a local variable of a function that has returned."},
        {"stack-use-after-scope", "It uses a local variable whose block is over."},
        {"stack-buffer-overflow", "It reads or writes beyond the end of a local variable."},
        {"stack-overflow", "The stack has run over: a function calls itself without an end."},
        {"global-buffer-overflow", "It reads or writes beyond the end of a global variable."},
        {"attempting double-free", "It gives memory back twice."},
        {"alloc-dealloc-mismatch", "It gives memory back in another way than it got it."},
        {"SEGV", "It reads or writes memory that is not its own."},
    };
    for (const auto& [name, sentence] : known) {
        if (kind.starts_with(name))
            return std::string{sentence} + " (AddressSanitizer: " + std::string{name} + ")";
    }
    return "AddressSanitizer found: " + printable(kind.substr(0, kind.find(" on ")), longestQuote) + '.';
}

} // namespace

std::optional<Diagnostic> readSanitizer(std::string_view errors, std::string_view file)
{
    constexpr std::string_view address = "ERROR: AddressSanitizer: ";
    constexpr std::string_view undefined = ": runtime error: ";
    const auto diagnostic = [&](std::string message, std::string_view from) {
        const std::optional<CodePlace> place = findPlace(from, file);
        return Diagnostic{std::move(message), place ? place->file : std::string{file}, place ? place->line : 0, true};
    };
    if (errors.find("hard rss limit exhausted") != std::string_view::npos)
        return diagnostic(memoryText("512 MB"), {}); // app/worker/main.cpp
    if (const std::size_t at = errors.find(address); at != std::string_view::npos) {
        const std::string_view rest = errors.substr(at + address.size());
        return diagnostic(sanitizerSentence(rest.substr(0, rest.find('\n'))), rest);
    }
    if (const std::size_t at = errors.find(undefined); at != std::string_view::npos) {
        const std::size_t begin = errors.rfind('\n', at);
        const std::string_view rest = errors.substr(at + undefined.size());
        return diagnostic("It does what C++ does not define: " + printable(rest.substr(0, rest.find('\n')), longestQuote)
                              + ". (UndefinedBehaviorSanitizer)",
                          errors.substr(begin == std::string_view::npos ? 0 : begin));
    }
    return std::nullopt;
}

std::string loadErrorText(std::string_view message)
{
    constexpr std::string_view undefined = "undefined symbol: ";
    const std::size_t at = message.find(undefined);
    if (at == std::string_view::npos)
        return std::string{message};
    const std::string symbol{message.substr(at + undefined.size())};
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> name{abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status), &std::free};
    return "The lesson calls " + withUsualNames(name ? name.get() : symbol)
           + ", which the file does not define. Define it with just these parameters.";
}

Diagnostic faultOf(const std::optional<FaultReport>& report, const WorkerEnd& end, const std::optional<CodePlace>& place)
{
    Diagnostic fault{report ? reportText(*report, end) : endText(end), {}, 0, true};
    if (place) {
        fault.file = place->file;
        fault.line = place->line;
    }
    return fault;
}

} // namespace awaitscope
