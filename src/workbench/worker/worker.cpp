// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/worker.hpp"

#include "core/run/module_abi.hpp"
#include "core/trace/trace_json.hpp"
#include "core/world/world.hpp"
#include "lesson/run/variant_host.hpp"
#include "lesson/traffic/tally_json.hpp"
#include "workbench/host/protocol.hpp"
#include "workbench/worker/clock.hpp"
#include "workbench/worker/console.hpp"
#include "workbench/worker/fault.hpp"
#include "workbench/worker/left_baseline.hpp"
#include "workbench/worker/limits.hpp"
#include "workbench/worker/refusal.hpp"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace awaitscope::worker {

namespace {

using Json = nlohmann::ordered_json;

constexpr int leastFile = 20; ///< out of the way of what a learner's code may open or close by number
constexpr int statusWithoutAnswer = 71;

/// Standard input and output, moved away: what a learner's code reads and prints is not the window's talk.
struct Talk
{
    int requests = -1;
    int answers = -1;
    int errors = -1;
};

int moved(int file) { return fcntl(file, F_DUPFD_CLOEXEC, leastFile); }

std::optional<Talk> moveTalk()
{
    close_range(STDERR_FILENO + 1, ~0U, 0); // whoever started it may have left some open
    const Talk talk{moved(STDIN_FILENO), moved(STDOUT_FILENO), moved(STDERR_FILENO)};
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (talk.requests < 0 || talk.answers < 0 || talk.errors < 0 || nothing < 0)
        return std::nullopt;
    dup2(nothing, STDIN_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO); // what goes around the streams is at least not taken for an answer
    close(nothing);
    return talk;
}

/// What is shared with whoever started this process; null: nothing is.
RunReached* reached = nullptr;

void shareReached()
{
    void* const memory = mmap(nullptr, sizeof(RunReached), PROT_READ | PROT_WRITE, MAP_SHARED, reachedFile, 0);
    if (memory != MAP_FAILED)
        reached = new (memory) RunReached; // NOLINT(cppcoreguidelines-owning-memory): it is the mapping's
}

std::optional<std::string> readLine(int file)
{
    static std::string buffer;
    while (true) {
        if (const std::size_t end = buffer.find('\n'); end != std::string::npos) {
            std::string line = buffer.substr(0, end);
            buffer.erase(0, end + 1);
            return line;
        }
        char part[16 * 1024];
        const ssize_t got = read(file, part, sizeof part);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt;
        buffer.append(part, static_cast<std::size_t>(got));
    }
}

void writeLine(int file, const std::string& text)
{
    const std::string line = text + '\n';
    std::size_t done = 0;
    while (done < line.size()) {
        const ssize_t written = write(file, line.data() + done, line.size() - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            _exit(statusWithoutAnswer); // nobody listens, or the code under test has closed the file
        done += static_cast<std::size_t>(written);
    }
}

// A Program is a plain function: this is the one that the module gave.
Program program;

/// The module that is loaded.
struct Module
{
    std::string path;
    void* handle = nullptr;
    bool isLoadedAnew = false; ///< before each run but the first
    bool wasRun = false;
};

Module loaded;

/// What is wrong with it; empty if nothing is.
std::string load()
{
    // Now, so that a function that the file does not define is told here, by its name, and not in the middle of a run.
    loaded.handle = dlopen(loaded.path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!loaded.handle)
        return std::string{unloadable} + dlerror();
    auto* const abi = reinterpret_cast<const char* (*)()>(dlsym(loaded.handle, "awaitscope_module_abi"));
    auto* const entry = reinterpret_cast<void (*)(Program*)>(dlsym(loaded.handle, "awaitscope_module_program"));
    if (!abi || !entry)
        return "This is no module of Awaitscope: it lacks what every module has.";
    if (moduleAbi() != abi())
        return "The module was made for another version of Awaitscope. Clear the cache of compiled code, and run it again.";
    entry(&program);
    return {};
}

std::unique_ptr<Stage> makeWatchedStage(World& world)
{
    // Before the stage is made, as its constructor is the lesson's code and may print or fail.
    watch(&world.recorder());
    writeInto(&world.recorder());
    world.recorder().whenBlocked([] { reportFault("refused", "timer wait"); });
    if (reached) {
        reached->events = 0;
        reached->now = 0;
        reached->isTimed = world.deadline().isNever() ? 0 : 1;
        world.recorder().tellReached(reached);
    }
    showTimeOf(&world.context());
    // Here and not for each request, of which one can ask for two runs. Nothing of the last run is left by now.
    if (loaded.isLoadedAnew && std::exchange(loaded.wasRun, true)) {
        dlclose(loaded.handle);
        if (const std::string problem = load(); !problem.empty())
            throw std::runtime_error(problem);
    }
    return program.makeStage(world);
}

std::unique_ptr<TrafficStage> makeWatchedTraffic(World& world, TrafficLedger& ledger)
{
    showTimeOf(&world.context());
    return program.makeTraffic(world, ledger);
}

class Worker
{
public:
    Worker(Talk talk, Limits limits) : m_talk(talk), m_limits(limits) {}

    void answer(const std::string& line)
    {
        const Json request = Json::parse(line);
        if (request.at("do") == "load")
            load(readLoadRequest(request));
        else if (request.at("do") == "serve")
            serve(readTrafficOrder(request));
        else
            run(readRunRequest(request));
    }

private:
    void say(const Json& json) const { writeLine(m_talk.answers, json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

    void fail(const std::string& message) const { say(errorAnswer({message, {}, 0, false}, {})); }

    void load(LoadRequest request)
    {
        loaded.path = request.module.string();
        loaded.isLoadedAnew = request.isLoadedAnew;
        setModule(loaded.path.c_str()); // kept, as a fault may ask for it at any time
        begin();                        // its static objects are made here
        const std::string problem = worker::load();
        finish();
        if (!problem.empty())
            return fail(problem);

        // In the order of the request: a fault tells a source by its position there.
        std::vector<SourceIndex> indices;
        for (const LessonFile& file : request.sources)
            indices.emplace_back(file.name, file.text);
        const auto sources = std::make_shared<const SourceSet>(request.lesson, std::move(indices));
        m_host = std::make_unique<LocalHost>(SimulationInput{Program{&makeWatchedStage}, sources.get(), request.lesson,
                                                             request.variant, request.subject, request.caller},
                                             sources);
        say({{"loaded", true}});
    }

    void run(const RunRequest& request)
    {
        if (!m_host)
            return fail("No module was loaded.");
        begin();
        if (!request.baseline.empty())
            m_host->take(request.settings, readLeftBaseline(request.baseline, m_host->input()));
        if (request.leaveAfter > 0) {
            leave(request);
            finish();
            return fail("The run did not come so far again.");
        }
        const Result<Trace> trace = request.timeout ? m_host->run(request.settings, *request.timeout)
                                                    : m_host->runWithoutTimeout(request.settings);
        finish();
        // A run without a timeout that was made before is not made again, and has thrown nothing now.
        if (std::vector<std::uint64_t> thrown = lastThrown(); !thrown.empty())
            m_thrown = std::move(thrown);
        if (!trace)
            return say(errorAnswer(trace.error(), isFromScenario(trace.error()) ? m_thrown : std::vector<std::uint64_t>{}));
        if (trace->ended.how == RunEnd::threw)
            // Ahead of the trace, which the reader takes to the end of the line.
            return say({{"addresses", m_thrown}, {"trace", toJson(*trace)}});
        say({{"trace", toJson(*trace)}});
    }

    /// Returns if there is nothing to be left: the process ends with what it says of a run that is.
    void leave(const RunRequest& request)
    {
        m_host->leave(request.settings, request.timeout, {request.leaveAfter, [&](const Trace& trace, const Recording& recording) {
            endRun();
            if (request.timeout)
                say({{"trace", toJson(trace)}});
            else // the other ahead of the trace, which the reader takes to the end of the line
                say({{"baseline", leftBaseline(recording, trace.effects)}, {"trace", toJson(trace)}});
            _exit(0);
        }});
    }

    /// By a process that runs nothing else, before or after: what is static in the module needs not be made anew.
    void serve(const TrafficOrder& order)
    {
        if (!program.makeTraffic)
            return fail("The scenario has no traffic.");
        begin();
        // What gets on is no loop without an end, however long all of it takes: the clocks are for each stretch.
        TrafficObserver observer;
        observer.progressed = [this](double part) {
            startClocks(m_limits);
            say({{"served", part}});
        };
        const Result<std::optional<TrafficTally>> tally = serveTraffic(Program{&makeWatchedStage, &makeWatchedTraffic}, order, observer);
        finish();
        if (!tally)
            return say(errorAnswer(tally.error(), lastThrown()));
        say({{"traffic", toJson(**tally)}}); // nothing stopped it
    }

    void begin() const
    {
        forgetThrown();
        setRunning(true);
        startClocks(m_limits);
    }

    /// Without what its streams still hold: to write that is to go on with the run.
    void endRun() const
    {
        stopClocks();
        setRunning(false);
        showTimeOf(nullptr);
    }

    void finish() const
    {
        endRun();
        writeInto(nullptr);
        if (reached)
            reached->events = 0;
    }

    Talk m_talk;
    Limits m_limits;
    std::unique_ptr<LocalHost> m_host;
    std::vector<std::uint64_t> m_thrown; ///< where the last exception came from that nobody caught
};

} // namespace

int serve(bool isForSanitizer, bool tellsReached)
{
    linkRefusedScheduler();
    if (tellsReached)
        shareReached();
    const std::optional<Talk> talk = moveTalk();
    if (!talk)
        return statusWithoutAnswer;
    Limits limits;
    limits.isForSanitizer = limits.isForSanitizer || isForSanitizer;
    reportFaultsTo(talk->answers, limits);
    captureOutput(talk->errors);
    if (!apply(limits)) {
        writeLine(talk->answers, errorAnswer({"This system refuses the limits within which changed code runs.", {}, 0}, {}).dump());
        return statusWithoutAnswer;
    }
    // Never destroyed: exit() in the middle of a run destroys what is static, and then the fault asks where the module is.
    auto* const worker = new Worker{*talk, limits}; // NOLINT(cppcoreguidelines-owning-memory)
    while (const std::optional<std::string> line = readLine(talk->requests))
        worker->answer(*line);
    setShuttingDown();
    startClocks(limits); // in a destructor of a static object
    return 0;
}

} // namespace awaitscope::worker
