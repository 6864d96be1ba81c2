// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/worker_process.hpp"

#include "core/trace/recorder.hpp"
#include "lesson/text/text_file.hpp"
#include "lesson/traffic/tally_json.hpp"
#include "workbench/process/patience.hpp"
#include "workbench/compile/module_lines.hpp"
#include "workbench/process/real_timer.hpp"
#include "workbench/process/scratch_folder.hpp"
#include "workbench/process/shared_memory.hpp"
#include "workbench/process/spawn.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect_pipe.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/readable_pipe.hpp>
#include <boost/asio/writable_pipe.hpp>
#include <boost/asio/write.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <functional>
#include <mutex>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace awaitscope {

namespace asio = boost::asio;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// How long it may sleep in one stretch, and compute, in a run; the worker itself ends what computes for two seconds, or for as
// many times two as its memory grew (worker/fault.cpp).
constexpr auto longestSleep = 2s;
constexpr auto longestRun = 60s;
constexpr auto longestGoodbye = 1s; ///< asleep or computing
constexpr auto longestLastWord = 500ms;
constexpr auto betweenLooks = 50ms;
// Above largestTrace: what is longer than this is no answer, and is not waited for.
constexpr std::size_t largestAnswer = 12U << 20U;
constexpr std::size_t mostErrors = 256U << 10U; ///< bytes kept of what it wrote to its standard error

/// To write to a process that has died must be an error here, and no signal to the whole program: of this thread, until it
/// goes.
class PipeSignalBlocked
{
public:
    PipeSignalBlocked()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    PipeSignalBlocked(const PipeSignalBlocked&) = delete;
    PipeSignalBlocked& operator=(const PipeSignalBlocked&) = delete;
    ~PipeSignalBlocked()
    {
        // One that came meanwhile is pending, and would arrive as soon as it is no longer blocked: it is taken
        // first. Where it was blocked before, it is somebody else's.
        if (sigismember(&m_before, SIGPIPE) == 0) {
            const timespec now{};
            while (sigtimedwait(&m_pipe, nullptr, &now) == SIGPIPE) {
            }
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }

private:
    sigset_t m_pipe{};
    sigset_t m_before{};
};

} // namespace

struct WorkerProcess::Process
{
    asio::io_context context;
    asio::writable_pipe requests{context};
    asio::readable_pipe answers{context};
    asio::readable_pipe errors{context};
    std::string buffer; ///< of answers
    std::string said;   ///< to its standard error
    std::size_t saidBytes = 0;
    std::array<char, 4096> part{};
    ScratchFolder folder{"awaitscope-run"}; ///< it works in
    SharedMemory reached{sizeof(RunReached)};
    std::mutex mutex; ///< of pid: a process that was waited for has given its number back
    pid_t pid = 0;
    std::atomic<bool> wasInterrupted = false;
    WorkerEnd end;

    void readErrors()
    {
        errors.async_read_some(asio::buffer(part), [this](boost::system::error_code error, std::size_t size) {
            if (error)
                return;
            saidBytes += size;
            said.append(part.data(), std::min(size, mostErrors - std::min(mostErrors, said.size())));
            if (saidBytes > 16 * mostErrors) { // around the streams that are counted
                end.wasFlooded = true;
                send(SIGKILL);
            }
            readErrors();
        });
    }

    void send(int signal)
    {
        const std::scoped_lock lock{mutex};
        if (pid > 0)
            // To its whole group when it is to end; a question is for it alone.
            ::kill(signal == SIGKILL ? -pid : pid, signal);
    }

    /// Waits for its end until it has slept or computed for that long. False: it goes on.
    bool waitFor(std::chrono::milliseconds longest)
    {
        Patience patience{pid, longest, longest};
        while (true) {
            const bool isLastLook = patience.isOver(); // asked first: it may end in between
            {
                const std::scoped_lock lock{mutex};
                int status = 0;
                if (pid <= 0)
                    return true;
                if (waitpid(pid, &status, WNOHANG) == pid) {
                    end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
                    end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
                    pid = 0;
                    return true;
                }
            }
            if (isLastLook)
                return false;
            context.restart();
            context.run_for(2ms); // it may wait for somebody to read what it says
        }
    }

    void finish()
    {
        if (!waitFor(longestLastWord)) {
            // It answers no more and has not ended: it has lost the file through which it answers.
            end.isRunning = true;
            send(SIGKILL);
            waitFor(5s);
        }
        context.restart();
        context.poll();
        end.errors = said;
    }
};

WorkerProcess::WorkerProcess(WorkerSetup setup)
    : m_setup(std::move(setup)),
      m_lines(m_setup.addressReader, m_setup.load.module, m_setup.load.sources),
      m_process(std::make_unique<Process>())
{}

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const WorkerSetup& setup)
{
    std::unique_ptr<WorkerProcess> worker{new WorkerProcess(setup)};
    if (std::optional<Diagnostic> error = worker->launch())
        return *std::move(error);
    const Result<Answer> answer = worker->ask(toJson(setup.load));
    if (!answer)
        return answer.error();
    if (answer->error)
        return Diagnostic{loadErrorText(answer->error->message), answer->error->file, answer->error->line, answer->error->isFault};
    return worker;
}

std::optional<Diagnostic> WorkerProcess::launch()
{
    Process& process = *m_process;
    if (process.folder.path().empty())
        return Diagnostic{"There is no room to run in: no folder can be made in " + printablePath(scratchRoot())
                              + ". Make room there, or set TMPDIR to another folder.", {}, 0};

    std::vector<std::string> arguments;
    if (process.reached.data())
        arguments.emplace_back(reachedOption);
    // All that it gets: nothing of our own environment, on which a run must not depend.
    std::vector<std::string> environment;
    if (!m_setup.sanitizer.empty()) {
        arguments.emplace_back("--sanitized");
        environment = {"LD_PRELOAD=" + m_setup.sanitizer.string()};
    }
    boost::system::error_code failure;
    int problem = 0;
    pid_t pid = 0;
    {
        // They are closed with this block. As long as we held them too, its end would not be the end of the pipes.
        asio::readable_pipe requests{process.context}; // the worker's ends
        asio::writable_pipe answers{process.context};
        asio::writable_pipe errors{process.context};
        asio::connect_pipe(requests, process.requests, failure);
        if (!failure)
            asio::connect_pipe(process.answers, answers, failure);
        if (!failure)
            asio::connect_pipe(process.errors, errors, failure);
        if (!failure)
            pid = spawn({m_setup.program, arguments, environment, process.folder.path(), requests.native_handle(), answers.native_handle(),
                         errors.native_handle(), process.reached.file()},
                        problem);
    }
    if (pid == 0)
        return Diagnostic{"The program that runs changed code cannot be started: "
                              + (failure ? failure.message() : std::generic_category().message(problem))
                              + ". Install or build Awaitscope again.",
                          printablePath(m_setup.program), 0};
    {
        const std::scoped_lock lock{process.mutex};
        process.pid = pid;
    }
    // All the time: a worker that writes to its errors would stand still when the pipe is full.
    process.readErrors();
    return std::nullopt;
}

bool WorkerProcess::isAlive() const
{
    const std::scoped_lock lock{m_process->mutex};
    return m_process->pid > 0;
}

int WorkerProcess::id() const
{
    const std::scoped_lock lock{m_process->mutex};
    return m_process->pid;
}

Result<Answer> WorkerProcess::ask(const nlohmann::ordered_json& request, const TrafficObserver& observer)
{
    const PipeSignalBlocked blocked;
    Process& process = *m_process;
    const std::string line = request.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    std::optional<std::string> answer;
    bool isTooLong = false;
    bool isLate = false;
    bool isOver = false;
    RealTimer clock{process.context, betweenLooks};
    Patience patience{id(), longestSleep, longestRun};
    const std::function<void(boost::system::error_code)> onTime = [&](boost::system::error_code error) {
        if (error)
            return;
        if (observer.stop && observer.stop()) {
            interrupt();
            return;
        }
        if (!patience.isOver()) {
            clock.expires_after(betweenLooks);
            clock.async_wait(onTime);
            return;
        }
        if (isLate) { // it did not even say where it is
            process.end.wasKilled = true;
            process.send(SIGKILL);
            return;
        }
        // Asked before it is killed: nobody but itself can say where it hangs.
        isLate = true;
        process.send(SIGUSR1);
        patience = Patience{id(), longestLastWord, longestLastWord};
        clock.expires_after(betweenLooks);
        clock.async_wait(onTime);
    };
    clock.async_wait(onTime);
    // Whether it was written does not matter: of a worker that has died there will be no answer.
    asio::async_write(process.requests, asio::buffer(line), [](boost::system::error_code, std::size_t) {});
    const std::function<void()> readNext = [&] {
        asio::async_read_until(process.answers, asio::dynamic_buffer(process.buffer, largestAnswer), '\n',
                               [&](boost::system::error_code error, std::size_t size) {
                                   isOver = true;
                                   isTooLong = error == asio::error::not_found;
                                   if (error)
                                       return;
                                   answer = process.buffer.substr(0, size - 1);
                                   process.buffer.erase(0, size);
                                   if (!observer.progressed || !answer->starts_with("{\"served\":"))
                                       return;
                                   if (const Result<Answer> so = readAnswer(*answer); so && so->served)
                                       observer.progressed(*so->served);
                                   answer.reset();
                                   isOver = false;
                                   patience = Patience{id(), longestSleep, longestRun}; // for the next stretch
                                   readNext();
                               });
    };
    readNext();
    process.context.restart();
    while (!isOver && process.context.run_one() > 0) {
    }
    // Its handler refers to this frame, and must have run before that goes.
    clock.cancel();
    process.context.poll();
    process.context.restart();
    if (!answer && !isTooLong) {
        process.finish();
        return faultOf(std::nullopt);
    }
    Result<Answer> read = answer ? readAnswer(*answer)
                                 : Diagnostic{"The run is too long to be shown: it is told in more than "
                                                  + std::to_string(largestAnswer >> 20U) + " MB. Let it do less.", {}, 0, true};
    if (!read) {
        process.send(SIGKILL);
        process.finish();
        Diagnostic error = std::move(read).error();
        if (!m_setup.load.sources.empty())
            error.file = m_setup.load.sources.front().name;
        return error;
    }
    if (read->fault) {
        process.finish();
        return faultOf(read->fault);
    }
    return *std::move(read);
}

Result<Trace> WorkerProcess::run(const RunRequest& request)
{
    Result<Answer> answer = ask(toJson(request));
    if (!answer)
        return std::move(answer).error();
    if (answer->trace) {
        Trace trace = *std::move(answer->trace);
        // What the code threw itself; where an operation did, the trace has its await.
        const bool isOfAwait = std::ranges::any_of(trace.awaits, [&](const TraceAwait& await) {
            return await.end == trace.ended.at && await.line == trace.ended.line && await.seen == Seen::passedOn;
        });
        if (trace.ended.how == RunEnd::threw && !isOfAwait) {
            if (const std::optional<CodePlace> place = m_lines.placeOf(answer->addresses)) {
                trace.ended.file = place->file;
                trace.ended.line = place->line;
            }
        }
        return trace;
    }
    return placed(*answer);
}

Result<LeftRun> WorkerProcess::leave(const RunRequest& request)
{
    Result<Answer> answer = ask(toJson(request));
    if (!answer)
        return std::move(answer).error();
    if (!answer->trace)
        return placed(*answer);
    return LeftRun{*std::move(answer->trace), std::move(answer->baseline)};
}

DeathPlace WorkerProcess::deathPlace() const
{
    const auto* const reached = static_cast<const RunReached*>(m_process->reached.data());
    if (!reached)
        return {};
    return {reached->events, fromMicroseconds(reached->now), reached->isTimed != 0};
}

Diagnostic WorkerProcess::placed(const Answer& answer) const
{
    if (!answer.error)
        return Diagnostic{"What it answered is no run.", {}, 0, true};
    Diagnostic error = *answer.error;
    if (const std::optional<CodePlace> place = m_lines.placeOf(answer.addresses)) {
        error.file = place->file;
        error.line = place->line;
    }
    return error;
}

Result<std::optional<TrafficTally>> WorkerProcess::serve(const TrafficOrder& order, const TrafficObserver& observer)
{
    TrafficObserver own = observer;
    if (!own.progressed)
        own.progressed = [](double) {};
    Result<Answer> answer = ask(toJson(order), own);
    if (!answer && observer.stop && observer.stop())
        return std::optional<TrafficTally>{};
    if (!answer)
        return std::move(answer).error();
    if (answer->traffic.empty())
        return placed(*answer);
    Result<TrafficTally> tally = readTally(answer->traffic, order);
    if (!tally)
        return std::move(tally).error();
    return std::optional{*std::move(tally)};
}

Diagnostic WorkerProcess::faultOf(const std::optional<FaultReport>& report)
{
    const std::string file = m_setup.load.sources.empty() ? std::string{} : m_setup.load.sources.front().name;
    // First: whatever it looks like, it was we who ended it.
    if (m_process->wasInterrupted)
        return {"The run was stopped.", file, 0, true};
    if (std::optional<Diagnostic> said = readSanitizer(m_process->said, file))
        return *std::move(said);
    // From what is most exact to what is least: the address, the last await or effect that was recorded, the file.
    std::optional<CodePlace> place;
    if (report) {
        place = report->kind == "cpu" ? m_lines.mostFrequentPlaceOf(report->addresses) : m_lines.placeOf(report->addresses);
        if (!place && report->source >= 0 && static_cast<std::size_t>(report->source) < m_setup.load.sources.size())
            place = CodePlace{m_setup.load.sources[static_cast<std::size_t>(report->source)].name, report->line};
    }
    if (!place && !file.empty())
        place = CodePlace{file, 0};
    return awaitscope::faultOf(report, m_process->end, place);
}

std::optional<Diagnostic> WorkerProcess::shutDown()
{
    Process& process = *m_process;
    if (!isAlive())
        return std::nullopt;
    // It says where it is, if it still can.
    std::optional<FaultReport> report;
    asio::async_read_until(process.answers, asio::dynamic_buffer(process.buffer, largestAnswer), '\n',
                           [&](boost::system::error_code error, std::size_t size) {
                               if (error)
                                   return;
                               if (const Result<Answer> answer = readAnswer(process.buffer.substr(0, size - 1)))
                                   report = answer->fault;
                           });
    boost::system::error_code ignored;
    process.requests.close(ignored); // the end of its input ends it
    if (process.waitFor(longestGoodbye)) {
        process.context.restart();
        process.context.poll();
        if (!report)
            return std::nullopt;
        if (report->kind == "shutdown") // it did end, of a signal
            report->kind = "signal";
        return faultOf(report);
    }
    process.send(SIGUSR1);
    process.waitFor(longestLastWord);
    process.context.restart();
    process.context.poll();
    process.send(SIGKILL);
    process.waitFor(5s);
    if (!report)
        report.emplace();
    report->kind = "shutdown";
    return faultOf(report);
}

void WorkerProcess::interrupt()
{
    // Before the signal: whoever waits for the answer asks for the reason at once.
    m_process->wasInterrupted = true;
    m_process->send(SIGKILL);
}

WorkerProcess::~WorkerProcess()
{
    m_process->send(SIGKILL);
    m_process->waitFor(5s);
}

} // namespace awaitscope
