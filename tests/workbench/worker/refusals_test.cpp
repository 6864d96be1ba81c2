// SPDX-License-Identifier: GPL-3.0-or-later

// What a run on one thread and virtual time may not have: whatever it is called by, and wherever it is asked for, it is told at
// that line, and the process is gone before anything was started or opened.

#include "support/edited_alan.hpp"
#include "workbench/workbench_test.hpp"

#include <algorithm>
#include <cctype>
#include <ostream>
#include <utility>
#include <vector>

namespace awaitscope {

namespace {

/// Something that is refused, in Alan's lesson as test::editedAlan() makes it; `executor` is the coroutine's.
struct Refused
{
    std::string name;
    std::string line;
    std::string before;   ///< in line 2
    std::string sentence; ///< a part of what is said
    int at = test::editedLine;
};

/// For GoogleTest, which else tells its bytes.
void PrintTo(const Refused& refused, std::ostream* stream) { *stream << refused.name; }

const std::string tcp = "#include <boost/asio/ip/tcp.hpp>";
const std::string threads = "#include <thread>";
const std::string unistd = "#include <unistd.h>";
const std::string noNetwork = "no network is to be had on the virtual clock";
const std::string noSystem = "nothing of the system can be waited for on the virtual clock";
const std::string oneThread = "a run has one thread";
const std::string realTime = "to sleep in real time";
const std::string oneProcess = "a run is one process";

/// The usual way to write each.
std::vector<Refused> facilities()
{
    return {
        {"socket", "asio::ip::tcp::socket s{executor};", tcp, "makes a socket, and " + noNetwork},
        {"datagram socket", "asio::ip::udp::socket s{executor};", "#include <boost/asio/ip/udp.hpp>", "makes a socket, and " + noNetwork},
        {"acceptor", "asio::ip::tcp::acceptor a{executor};", tcp, "makes an acceptor, and " + noNetwork},
        {"resolver", "asio::ip::tcp::resolver r{executor};", tcp, "looks up a name of the network, and " + noNetwork},
        {"signal set", "asio::signal_set s{executor, 2};", "#include <boost/asio/signal_set.hpp>", "waits for signals of the system"},
        {"serial port", "asio::serial_port s{executor};", "#include <boost/asio/serial_port.hpp>", "opens a serial port"},
        {"pipe", "asio::readable_pipe p{executor};", "#include <boost/asio/readable_pipe.hpp>", "makes a pipe, and " + noSystem},
        {"descriptor", "asio::posix::stream_descriptor d{executor, 0};", "#include <boost/asio/posix/stream_descriptor.hpp>", noSystem},
        {"thread pool", "asio::thread_pool p{1};", "#include <boost/asio/thread_pool.hpp>", "makes a thread pool, and " + oneThread},
        {"io_context", "asio::io_context own; own.run();", "#include <boost/asio/io_context.hpp>", "makes an io_context of its own"},
        {"system executor", "asio::post(asio::system_executor{}, [] {});",
         "#include <boost/asio/system_executor.hpp>\n#include <boost/asio/post.hpp>", "uses the system_executor", test::editedLine + 1},
        {"system context", "asio::query(asio::system_executor{}, asio::execution::context);",
         "#include <boost/asio/system_executor.hpp>\n#include <boost/asio/query.hpp>", "uses the system_executor", test::editedLine + 1},
        {"timer of another clock", "asio::deadline_timer t{executor};", "#include <boost/asio/deadline_timer.hpp>",
         "none of the standard library's"},
        {"thread", "std::thread t{[] {}}; t.join();", threads, "starts a thread"},
        {"jthread", "std::jthread t{[] {}};", threads, "starts a thread"},
        {"async", "std::async([] { return 1; }).get();", "#include <future>", "starts a thread"},
        {"sleep_for", "std::this_thread::sleep_for(500ms);", threads, realTime},
        {"sleep_until", "std::this_thread::sleep_until(std::chrono::steady_clock::now() + 500ms);", threads, realTime},
        {"usleep", "usleep(500'000);", unistd, realTime},
        {"nanosleep", "timespec t{100, 0}; nanosleep(&t, nullptr);", "#include <ctime>", realTime},
        {"blocking timer", "asio::steady_timer t{executor, 50ms}; t.wait();", "", "Use co_await timer.async_wait(asio::use_awaitable)"},
        {"future", "asio::co_spawn(executor, one(), asio::use_future).get();",
         "#include <boost/asio/use_future.hpp>\n#include <boost/asio/co_spawn.hpp>\nawaitable<int> one() { co_return 1; }",
         "waits for a future with the thread", test::editedLine + 2},
        {"process", "if (std::system(\"true\")) {}", "#include <cstdlib>", oneProcess},
        {"fork", "fork();", unistd, oneProcess},
        {"exec", "execl(\"/bin/true\", \"true\", nullptr);", unistd, oneProcess},
    };
}

/// The same kinds in other words, and in places where nobody looks.
std::vector<Refused> disguises()
{
    return {
        {"by an alias", "Line s{executor};", tcp + "\nusing namespace boost::asio::ip; using Line = tcp::socket;",
         "makes a socket, and " + noNetwork, test::editedLine + 1},
        {"in a helper", "dial(executor);", tcp + "\nvoid dial(asio::any_io_executor e) { asio::ip::tcp::socket{e}; }", noNetwork, 3},
        {"in a template", "dial<asio::ip::tcp>(executor);", tcp + "\ntemplate <class P> void dial(auto e) { typename P::socket{e}; }",
         noNetwork, 3},
        {"in a lambda", "[&] { asio::ip::tcp::socket s{executor}; }();", tcp, noNetwork},
        {"as a stream", "asio::ip::tcp::iostream s(\"localhost\", \"80\");", tcp, noNetwork},
        {"as a call to the system", "socket(AF_INET, SOCK_STREAM, 0);", "#include <sys/socket.h>", noNetwork},
        {"a pipe of the system", "int ends[2]; if (pipe(ends)) {}", unistd, "makes a pipe, and " + noSystem},
        {"a name of the network", "addrinfo* a; getaddrinfo(\"localhost\", \"80\", nullptr, &a);", "#include <netdb.h>", noNetwork},
        {"a sleep in poll", "poll(nullptr, 0, 500);", "#include <poll.h>", realTime},
        {"a thread of C", "thrd_t t; thrd_create(&t, nullptr, nullptr);", "#include <threads.h>", "starts a thread"},
        {"a condition variable", "std::mutex m; std::unique_lock l{m}; std::condition_variable{}.wait(l);",
         "#include <condition_variable>", "waits with the thread for another one"},
        {"a mutex that it holds", "std::mutex m; m.lock(); m.lock();", "#include <mutex>", "waits with the thread for another one"},
        {"a semaphore", "std::binary_semaphore s{0}; s.acquire();", "#include <semaphore>", "waits with the thread for another one"},
        {"a blocking timer whose error nobody reads", "asio::steady_timer t{executor, 50ms}; boost::system::error_code e; t.wait(e);", "",
         "waits for a timer with the thread"},
        {"where everything is caught", "try { std::thread{[] {}}.join(); } catch (...) {}", threads, "starts a thread"},
        {"only after a cancel", "try { co_await channel.send(response); } catch (...) { std::thread{[] {}}.detach(); throw; }", threads,
         "starts a thread"},
        {"in a detached coroutine", "asio::co_spawn(executor, naps(), asio::detached);",
         "#include <boost/asio/detached.hpp>\n#include <boost/asio/co_spawn.hpp>\n" + threads
             + "\nawaitable<void> naps() { std::this_thread::sleep_for(1ms); co_return; }",
         realTime, 5},
        {"in a destructor", "Late late{executor};",
         tcp + "\nstruct Late { asio::any_io_executor e; ~Late() { asio::ip::tcp::socket{e}; } };", noNetwork, 3},
        {"in a static object", "", "#include <boost/asio/io_context.hpp>\nasio::io_context early;", "makes an io_context of its own", 3},
    };
}

std::string nameOf(const testing::TestParamInfo<Refused>& info)
{
    std::string name = info.param.name;
    std::ranges::replace_if(name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

} // namespace

class RefusalsTest : public WorkbenchTest, public testing::WithParamInterface<Refused>
{
protected:
    static std::string textOf(const Refused& refused)
    {
        return test::editedAlan("auto executor = co_await asio::this_coro::executor; (void)executor; " + refused.line, refused.before);
    }
};

TEST_P(RefusalsTest, IsASentenceWithItsLineAndNoVerdict)
{
    const Refused& refused = GetParam();
    const auto host = hostOf(textOf(refused));
    const Diagnostic fault = faultOf(*host);
    EXPECT_TRUE(fault.isFault);
    EXPECT_NE(fault.message.find(refused.sentence), std::string::npos) << fault.message;
    EXPECT_EQ(fault.file, "my-buggy.cpp");
    EXPECT_EQ(fault.line, refused.at) << fault.message;
    if (const auto trace = host->run(settings(), VirtualDuration{250'000})) {
        EXPECT_TRUE(trace->checks.empty()) << "what came before is all that is told";
    }
    EXPECT_EQ(host->workerId(), 0) << "it was ended when it asked";
}

INSTANTIATE_TEST_SUITE_P(Facilities, RefusalsTest, testing::ValuesIn(facilities()), nameOf);
INSTANTIATE_TEST_SUITE_P(Disguises, RefusalsTest, testing::ValuesIn(disguises()), nameOf);

using OtherRefusalsTest = WorkbenchTest;

TEST_F(OtherRefusalsTest, WhatNeedsNoOtherThreadAndNoTimeIsNotRefused)
{
    const auto host = hostOf(test::editedAlan(
        R"(auto executor = co_await asio::this_coro::executor;
  auto strand = asio::make_strand(executor);
  co_await asio::post(strand, asio::use_awaitable);
  println("deferred ", std::async(std::launch::deferred, [] { return 1; }).get());
  std::promise<int> promise;
  auto future = promise.get_future();
  println("ready ", future.wait_for(0s) == std::future_status::ready);
  promise.set_value(2);
  println("value ", future.get());
  std::mutex mutex;
  { const std::lock_guard lock{mutex}; }
  std::this_thread::sleep_until(std::chrono::steady_clock::now() - 1s);
  asio::steady_timer past{executor, -1ms};
  past.wait();
  println("all of it");)",
        "#include <boost/asio/strand.hpp>\n#include <boost/asio/post.hpp>\n#include <future>\n#include <mutex>\n" + threads));
    const auto trace = host->run(settings(), VirtualDuration{250'000});
    ASSERT_TRUE(trace) << trace.error().toText();
    std::vector<std::string> printed;
    for (const TraceLogLine& line : trace->log)
        printed.push_back(line.text);
    EXPECT_EQ(printed, (std::vector<std::string>{"miss user/42", "deferred 1", "ready 0", "value 2", "all of it", "timeout"}));
}

TEST_F(OtherRefusalsTest, ARefusalAtOneTimeoutLeavesTheOthersAlone)
{
    const auto host = hostOf(test::editedAlan(
        "try { co_await channel.send(response); } catch (...) { std::jthread{[] {}}; }", threads));
    EXPECT_TRUE(host->runWithoutTimeout(settings()));
    EXPECT_NE(faultOf(*host).message.find("starts a thread"), std::string::npos);
    EXPECT_TRUE(host->run(settings(), VirtualDuration{100'000})) << "in a worker of its own";
}

TEST_F(OtherRefusalsTest, WhatADestructorOfAStaticObjectAsksForIsToldWhenTheProgramEnds)
{
    const auto host = hostOf(test::editedAlan("", threads + "\nstruct S { ~S() { std::jthread{[] {}}; } } late;"));
    EXPECT_EQ(faultOf(*host).message, "") << "the run itself is well";
    const auto last = host->shutDown();
    ASSERT_TRUE(last);
    EXPECT_NE(last->message.find("starts a thread"), std::string::npos) << last->message;
    EXPECT_EQ(last->line, 3);
}

TEST_F(OtherRefusalsTest, UnderASanitizerTheSameIsRefused)
{
    const std::vector<std::pair<std::string, std::string>> refused{
        {"std::thread{[] {}}.join();", "starts a thread"},
        {"std::this_thread::sleep_for(500ms);", realTime},
        {"asio::ip::tcp::socket{executor};", noNetwork},
        {"execl(\"/bin/true\", \"true\", nullptr);", oneProcess},
        {"pipe(ends);", noSystem},
        {"mutex.lock(); mutex.lock();", "waits with the thread for another one"}};
    // One file for all of them: a sanitizer makes compiling slow. Which is asked for depends on when the timeout fires.
    std::string lines = "auto executor = co_await asio::this_coro::executor; std::mutex mutex; int ends[2]; auto sent = "
                        "std::chrono::steady_clock::now();\n  try { co_await channel.send(response); } catch (...) {\n"
                        "  switch ((std::chrono::steady_clock::now() - sent) / 10ms) {\n";
    for (std::size_t i = 0; i < refused.size(); ++i)
        lines += "    case " + std::to_string(i + 1) + ": " + refused[i].first + " break;\n";
    const auto host = hostOf(
        test::editedAlan(lines + "  } }", threads + '\n' + tcp + '\n' + unistd + "\n#include <mutex>"), true);
    for (std::size_t i = 0; i < refused.size(); ++i) {
        const auto at = VirtualDuration{210'000 + 10'000 * static_cast<std::int64_t>(i)};
        const auto result = host->run(settings(), at);
        ASSERT_TRUE(result) << result.error().toText();
        EXPECT_EQ(result->ended.how, RunEnd::crashed) << refused[i].first;
        EXPECT_NE(result->ended.why.find(refused[i].second), std::string::npos) << result->ended.why;
        EXPECT_EQ(result->ended.line, test::editedLine + 6 + static_cast<int>(i)) << result->ended.why;
    }
}

} // namespace awaitscope
