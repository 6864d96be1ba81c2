// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/process.hpp"

#include "workbench/process/patience.hpp"
#include "workbench/process/real_timer.hpp"
#include "workbench/process/spawn.hpp"

#include <boost/asio/connect_pipe.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/readable_pipe.hpp>
#include <boost/asio/writable_pipe.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string_view>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace awaitscope {

namespace {

namespace asio = boost::asio;

/// One stream of a process, read to its end.
class Drain
{
public:
    Drain(asio::io_context& context, std::size_t most) : m_pipe(context), m_most(most) {}

    asio::readable_pipe& pipe() { return m_pipe; }
    std::string take() { return std::move(m_text); }

    void start()
    {
        m_pipe.async_read_some(asio::buffer(m_part), [this](boost::system::error_code error, std::size_t size) {
            if (error)
                return;
            // Read on beyond what is kept: a program that nobody reads from stands still.
            m_text.append(m_part.data(), std::min(size, m_most - std::min(m_most, m_text.size())));
            start();
        });
    }

    void close()
    {
        boost::system::error_code ignored;
        m_pipe.close(ignored);
    }

private:
    asio::readable_pipe m_pipe;
    std::size_t m_most;
    std::array<char, 16 * 1024> m_part{};
    std::string m_text;
};

std::string nameOf(std::string_view assignment) { return std::string{assignment.substr(0, assignment.find('='))}; }

/// This process's environment with some of its values replaced.
std::vector<std::string> environmentWith(const std::vector<std::string>& changes)
{
    std::vector<std::string> result = changes;
    for (char** entry = environ; entry && *entry; ++entry) {
        const bool isReplaced = std::ranges::any_of(
            changes, [&](const std::string& change) { return nameOf(change) == nameOf(*entry); });
        if (!isReplaced)
            result.emplace_back(*entry);
    }
    return result;
}

} // namespace

ProcessResult runProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         const ProcessOptions& options, const std::stop_token& stop)
{
    ProcessResult result;
    if (stop.stop_requested()) {
        result.end = ProcessResult::End::stopped;
        return result;
    }
    asio::io_context context;
    Drain out{context, options.mostOutput};
    Drain err{context, options.mostOutput};
    boost::system::error_code failure;
    int problem = 0;
    pid_t pid = 0;
    {
        asio::writable_pipe outEnd{context};
        asio::writable_pipe errEnd{context};
        asio::connect_pipe(out.pipe(), outEnd, failure);
        if (!failure)
            asio::connect_pipe(err.pipe(), errEnd, failure);
        if (!failure)
            pid = spawn({program, arguments, environmentWith(options.environment),
                         options.folder.empty() ? std::filesystem::current_path() : options.folder, -1, outEnd.native_handle(),
                         errEnd.native_handle()},
                        problem);
    }
    if (pid == 0) {
        result.err = failure ? failure.message() : std::generic_category().message(problem);
        return result;
    }
    std::optional<ProcessResult::End> killedAs;
    const auto kill = [&](ProcessResult::End end) {
        // The first reason counts.
        killedAs = killedAs.value_or(end);
        ::kill(-pid, SIGKILL);
        out.close(); // somebody else may hold the other ends open
        err.close();
    };
    // Some ten times before it can be over; seldom otherwise, as each time costs a look at all processes of the machine.
    const auto between = std::max<std::chrono::milliseconds>(options.longest / 20, std::chrono::milliseconds{1});
    Patience patience = Patience::ofGroup(pid, options.longest, options.longest);
    RealTimer clock{context};
    bool isOver = false;
    const std::function<void()> watch = [&] {
        clock.expires_after(between);
        clock.async_wait([&](boost::system::error_code error) {
            if (error || isOver) // both timers can be due at once: what has ended is not to be killed
                return;
            if (patience.isOver())
                kill(ProcessResult::End::tookTooLong);
            else
                watch();
        });
    };
    watch();
    // Posted, as it is called on the thread that asks for the stop: pipes and clock belong to this one.
    const std::stop_callback onStop{stop, [&] { asio::post(context, [&] { kill(ProcessResult::End::stopped); }); }};
    out.start();
    err.start();
    // Its streams are at their end before it is; and polled, for a signal of a child is the whole program's.
    RealTimer poll{context};
    int status = 0;
    const std::function<void()> ask = [&] {
        if (waitpid(pid, &status, WNOHANG) == pid) {
            isOver = true;
            clock.cancel();
            return;
        }
        poll.expires_after(std::chrono::milliseconds{2});
        poll.async_wait([&](boost::system::error_code) { ask(); });
    };
    ask();
    while (!isOver && context.run_one() > 0) {
    }
    context.poll(); // what it wrote last
    result.out = out.take();
    result.err = err.take();
    if (killedAs) {
        result.end = *killedAs;
    } else if (WIFSIGNALED(status)) {
        result.end = ProcessResult::End::signalled;
        result.status = WTERMSIG(status);
    } else {
        result.end = ProcessResult::End::exited;
        result.status = WEXITSTATUS(status);
    }
    return result;
}

std::filesystem::path findProgram(const std::string& name)
{
    const auto canRun = [](const std::filesystem::path& path) {
        std::error_code none;
        return std::filesystem::is_regular_file(path, none) && access(path.c_str(), X_OK) == 0;
    };
    if (name.empty())
        return {};
    if (name.find('/') != std::string::npos)
        return canRun(name) ? std::filesystem::absolute(name) : std::filesystem::path{};
    const char* const path = std::getenv("PATH");
    std::string_view rest = path ? path : "";
    while (!rest.empty()) {
        const std::size_t colon = rest.find(':');
        const std::string_view folder = rest.substr(0, colon);
        // An empty entry is the current folder, from which nothing is to be run by its name alone.
        if (!folder.empty() && canRun(std::filesystem::path{folder} / name))
            return std::filesystem::path{folder} / name;
        rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
    }
    return {};
}

} // namespace awaitscope
