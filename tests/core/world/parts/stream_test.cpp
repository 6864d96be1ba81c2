// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/stream.hpp"

#include "core/support/shown.hpp"
#include "core/support/somebody.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

/// Two ends and what one of them reads and writes.
struct Connection
{
    explicit Connection(World& world, StreamOptions options = {})
        : ends(Stream::connected(world, "client", "server", options))
    {
    }

    Stream& client() { return ends.first; }
    Stream& server() { return ends.second; }

    std::pair<Stream, Stream> ends;
    std::array<char, 64> bytes{};
    std::size_t count = 0;

    std::string read() const { return {bytes.data(), count}; }
};

awaitable<void> asksServer(World& world, Stream& stream)
{
    co_await asio::async_write(stream, asio::buffer("question\n", 9), asio::use_awaitable);
    Println{world}("asked");
    std::string answer;
    const std::size_t length = co_await asio::async_read_until(stream, asio::dynamic_buffer(answer), '\n', asio::use_awaitable);
    Println{world}("got ", length, " of ", answer.size());
}

awaitable<void> answersClient(World& world, Stream& stream)
{
    std::string question(9, ' ');
    co_await asio::async_read(stream, asio::buffer(question), asio::use_awaitable);
    Println{world}("was asked");
    co_await asio::async_write(stream, asio::buffer("answer\nmore", 11), asio::use_awaitable);
    stream.close();
}

awaitable<void> talks(World& world, Connection& connection)
{
    const Spawn spawn{world};
    spawn(answersClient(world, connection.server()));
    co_await asksServer(world, connection.client());
    std::string rest;
    const auto [error, count] =
        co_await asio::async_read(connection.client(), asio::dynamic_buffer(rest), asio::as_tuple(asio::use_awaitable));
    Println{world}(error == asio::error::eof ? "end after " : "error after ", count);
}

TEST(Stream, CarriesAsiosComposedOperations)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.latency = 5ms, .chunk = 4, .window = 6}};
    const Trace trace = run.run([&](World& world) { return talks(world, connection); }, "asksServer");
    EXPECT_FALSE(run.failure());
    // Four bytes at a time, and no more than six on their way: what is left waits until the first were read.
    EXPECT_EQ(logOf(trace), (Strings{"5000 asked", "10000 was asked", "20000 got 7 of 10", "20000 end after 1"}));
    EXPECT_EQ(spansOf(trace, "server"), (Strings{"0-5000 \"ques\"", "0-5000 \"ti\"", "5000-10000 \"on\\n\""}));
    EXPECT_TRUE(std::ranges::count(awaitsOf(trace), "1 stream.write resumed 0-5000") == 1);
}

TEST(Stream, WritesAndReadsNoMoreThanAChunkAndWhatThereIsRoomFor)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.latency = 1ms, .chunk = 4, .window = 6}};
    std::size_t written = 0;
    for (const std::size_t expected : {4U, 2U}) {
        Somebody writing{run.world()};
        connection.client().async_write_some(asio::buffer("abcdefgh", 8), writing.into(written));
        run.context().run();
        EXPECT_EQ(writing.state(), "done");
        EXPECT_EQ(written, expected);
    }
    Somebody waiting{run.world()};
    connection.client().async_write_some(asio::buffer("xyz", 3), waiting.into(written));
    run.context().run();
    EXPECT_EQ(waiting.state(), "waits") << "there is no room";
    for (const std::string expected : {"abcd", "abxy"}) {
        Somebody reading{run.world()};
        connection.server().async_read_some(asio::buffer(connection.bytes), reading.into(connection.count));
        run.context().run();
        EXPECT_EQ(connection.read(), expected);
    }
    EXPECT_EQ(waiting.state(), "done");
    EXPECT_EQ(written, 3U);
}

TEST(Stream, OfNoSizeReadsAndWritesAtOnce)
{
    TestRun run{__FILE__};
    Connection connection{run.world()};
    Somebody reading{run.world()};
    Somebody writing{run.world()};
    std::size_t count = 7;
    connection.client().async_read_some(asio::mutable_buffer{}, reading.into(count));
    connection.client().async_write_some(asio::const_buffer{}, writing.into(count));
    EXPECT_EQ(reading.state(), "waits") << "by way of the ready queue";
    run.context().run();
    EXPECT_EQ(reading.state(), "done");
    EXPECT_EQ(writing.state(), "done");
    EXPECT_EQ(count, 0U);
}

TEST(Stream, ThatLetsNothingThroughIsAnAuthorsMistake)
{
    TestRun run{__FILE__};
    EXPECT_THROW(Stream::connected(run.world(), "a", "b", {.chunk = 0}), std::logic_error);
    EXPECT_THROW(Stream::connected(run.world(), "a", "b", {.window = 0}), std::logic_error);
}

TEST(Stream, AReadThatIsCancelledWhileItWaitsReadsNothingAndALaterCancelFindsNothing)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Connection connection{run.world()};
        Somebody early{run.world()};
        Somebody late{run.world()};
        Somebody writing{run.world()};
        std::size_t none = 7;
        connection.server().async_read_some(asio::buffer(connection.bytes), early.into(none));
        early.cancel(type);
        run.context().run();
        EXPECT_EQ(early.state(), "aborted");
        EXPECT_EQ(none, 0U);
        std::size_t written = 0;
        connection.client().async_write_some(asio::buffer("abc", 3), writing.into(written));
        run.context().run();
        connection.server().async_read_some(asio::buffer(connection.bytes), late.into(connection.count));
        late.cancel(type);
        run.context().run();
        EXPECT_EQ(late.state(), "done");
        EXPECT_EQ(connection.read(), "abc");
    }
}

TEST(Stream, AWriteThatIsCancelledWhileItWaitsWritesNothingAndALaterCancelFindsNothing)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Connection connection{run.world(), {.window = 2}};
        Somebody late{run.world()};
        Somebody early{run.world()};
        std::size_t written = 0;
        std::size_t none = 7;
        connection.client().async_write_some(asio::buffer("abc", 3), late.into(written));
        connection.client().async_write_some(asio::buffer("xyz", 3), early.into(none));
        late.cancel(type);
        early.cancel(type);
        run.context().run();
        EXPECT_EQ(late.state(), "done");
        EXPECT_EQ(written, 2U);
        EXPECT_EQ(early.state(), "aborted");
        EXPECT_EQ(none, 0U);
        Somebody reading{run.world()};
        connection.server().async_read_some(asio::buffer(connection.bytes), reading.into(connection.count));
        run.context().run();
        EXPECT_EQ(connection.read(), "ab");
    }
}

TEST(Stream, WhatWasReadForOneWhoIsDroppedOnItsWayIsReadByTheNext)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.chunk = 3}};
    Somebody writing{run.world()};
    std::size_t written = 0;
    asio::async_write(connection.client(), asio::buffer("abcdef", 6), writing.into(written));
    run.context().run();
    Somebody waiting{run.world()};
    Somebody dropped{run.world()};
    Somebody reading{run.world()};
    std::array<char, 4> untouched{'-', '-', '-', '-'};
    connection.server().async_read_some(asio::buffer(untouched), dropped.into(connection.count));
    dropped.drop();
    EXPECT_EQ(std::string(untouched.data(), 4), "----");
    connection.server().async_read_some(asio::buffer(connection.bytes, 2), reading.into(connection.count));
    run.context().run();
    EXPECT_EQ(connection.read(), "ab");
    std::string rest(4, ' ');
    Somebody last{run.world()};
    asio::async_read(connection.server(), asio::buffer(rest), last.into(connection.count));
    run.context().run();
    EXPECT_EQ(rest, "cdef");
    EXPECT_EQ(dropped.state(), "waits");
}

TEST(Stream, WhoIsDroppedWhileHeWaitsReadsAndWritesNothing)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.window = 2}};
    Somebody reading{run.world()};
    Somebody first{run.world()};
    Somebody second{run.world()};
    std::size_t count = 0;
    connection.server().async_read_some(asio::buffer(connection.bytes), reading.into(connection.count));
    reading.drop();
    connection.client().async_write_some(asio::buffer("ab", 2), first.into(count));
    connection.client().async_write_some(asio::buffer("xy", 2), second.into(count));
    second.drop();
    first.drop();
    run.context().run();
    std::string all;
    Somebody late{run.world()};
    connection.server().async_read_some(asio::buffer(connection.bytes), late.into(connection.count));
    run.context().run();
    EXPECT_EQ(connection.read(), "ab") << "what was written is on its way, whatever becomes of its writer";
    EXPECT_EQ(first.state(), "waits");
}

TEST(Stream, ThatIsClosedAbortsWhatWaitsAndTheOtherEndHearsOfItAfterTheLatency)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.latency = 5ms, .window = 2}};
    Somebody reading{run.world()};
    Somebody writing{run.world()};
    Somebody blocked{run.world()};
    Somebody other{run.world()};
    Somebody after{run.world()};
    std::size_t count = 0;
    connection.client().async_read_some(asio::buffer(connection.bytes), reading.into(count));
    connection.client().async_write_some(asio::buffer("ab", 2), writing.into(count));
    connection.client().async_write_some(asio::buffer("c", 1), blocked.into(count));
    connection.server().async_read_some(asio::buffer(connection.bytes), other.into(connection.count));
    connection.client().close();
    EXPECT_FALSE(connection.client().is_open());
    connection.client().close();
    connection.client().async_read_some(asio::buffer(connection.bytes), after.into(count));
    run.context().run();
    EXPECT_EQ(reading.state(), "aborted");
    EXPECT_EQ(writing.state(), "done");
    EXPECT_EQ(blocked.state(), "aborted");
    EXPECT_EQ(after.state(), "bad descriptor");
    EXPECT_EQ(connection.read(), "ab");
    EXPECT_EQ(run.world().now(), fromMicroseconds(5000));
    Somebody last{run.world()};
    Somebody tooLate{run.world()};
    connection.server().async_read_some(asio::buffer(connection.bytes), last.into(count));
    connection.server().async_write_some(asio::buffer("x", 1), tooLate.into(count));
    run.context().run();
    EXPECT_EQ(last.state(), "eof");
    EXPECT_EQ(tooLate.state(), "broken pipe");
}

TEST(Stream, ThatHasSentItsLastStillReads)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.latency = 1ms}};
    Somebody writing{run.world()};
    Somebody reading{run.world()};
    Somebody ending{run.world()};
    std::size_t count = 0;
    connection.client().shutdown_send();
    connection.client().async_write_some(asio::buffer("x", 1), ending.into(count));
    connection.server().async_write_some(asio::buffer("ab", 2), writing.into(count));
    connection.client().async_read_some(asio::buffer(connection.bytes), reading.into(connection.count));
    run.context().run();
    EXPECT_EQ(ending.state(), "broken pipe");
    EXPECT_EQ(connection.read(), "ab");
    Somebody last{run.world()};
    connection.server().async_read_some(asio::buffer(connection.bytes), last.into(count));
    run.context().run();
    EXPECT_EQ(last.state(), "eof");
}

TEST(Stream, CancelEndsWhatWaitsAtThisEndAndLeavesItOpen)
{
    TestRun run{__FILE__};
    Connection connection{run.world()};
    Somebody reading{run.world()};
    Somebody other{run.world()};
    std::size_t count = 0;
    connection.client().async_read_some(asio::buffer(connection.bytes), reading.into(count));
    connection.server().async_read_some(asio::buffer(connection.bytes), other.into(count));
    connection.client().cancel();
    run.context().run();
    EXPECT_EQ(reading.state(), "aborted");
    EXPECT_EQ(other.state(), "waits");
    EXPECT_TRUE(connection.client().is_open());
}

TEST(Stream, MovesWithWhatWaitsAndClosesWhatItWasBefore)
{
    TestRun run{__FILE__};
    Connection connection{run.world()};
    Connection other{run.world()};
    Somebody reading{run.world()};
    Somebody writing{run.world()};
    Somebody ending{run.world()};
    std::size_t count = 0;
    connection.server().async_read_some(asio::buffer(connection.bytes), reading.into(connection.count));
    other.client().async_read_some(asio::buffer(other.bytes), ending.into(count));
    other.server() = std::move(connection.server());
    EXPECT_FALSE(connection.server().is_open());
    connection.client().async_write_some(asio::buffer("ab", 2), writing.into(count));
    run.context().run();
    EXPECT_EQ(connection.read(), "ab");
    EXPECT_EQ(ending.state(), "eof");
}

TEST(Stream, ItsLanesShowWhatIsUnreadInOneLineOfAscii)
{
    TestRun run{__FILE__};
    Connection connection{run.world()};
    Somebody writing{run.world()};
    Somebody reading{run.world()};
    std::size_t count = 0;
    asio::async_write(connection.client(), asio::buffer(std::string{"é\r\n"} + std::string(50, 'x')), writing.into(count));
    run.context().run();
    connection.server().async_read_some(asio::buffer(connection.bytes), reading.into(count));
    run.context().run();
    connection.client().close();
    run.context().run();
    connection.server().close();
    Strings shown;
    for (const TraceValue& value : run.recorder().finish().values) {
        if (value.lane == "server")
            shown.push_back(value.text);
    }
    EXPECT_EQ(shown, (Strings{"nothing to read", "\"??\\r\\n" + std::string(36, 'x') + "…\"", "nothing to read", "end", "closed"}));
}

awaitable<void> readsInManyWays(World& world, Connection& connection)
{
    const Println println{world};
    Stream& stream = connection.server();
    auto either = co_await (stream.async_read_some(asio::buffer(connection.bytes)) || sleep_for(world, 1ms));
    println(either.index());
    co_await asio::async_write(connection.client(), asio::buffer("abcdef", 6), asio::use_awaitable);
    either = co_await (stream.async_read_some(asio::buffer(connection.bytes, 2)) || sleep_for(world, 1ms));
    println(either.index(), ' ', std::get<0>(either));
    // Whoever reads on takes up what a cancelled asio::async_read has read, and says how much that was.
    std::string some(9, '-');
    auto group = asio::experimental::make_parallel_group(asio::async_read(stream, asio::buffer(some), asio::deferred),
                                                         sleep_for(world, 1ms, asio::deferred));
    const auto [order, error, count, slept] =
        co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
    println(order[0], ' ', error.message(), ' ', count, ' ', some);
    const auto executor = stream.get_executor();
    println(executor == world.executor());
}

TEST(Stream, WorksInEithersAndGroups)
{
    TestRun run{__FILE__};
    Connection connection{run.world(), {.chunk = 3}};
    const Trace trace = run.run([&](World& world) { return readsInManyWays(world, connection); });
    EXPECT_FALSE(run.failure());
    EXPECT_EQ(logOf(trace),
              (Strings{"1000 1", "1000 0 2", "2000 1 Operation canceled 4 cdef-----", "2000 1"}));
}

awaitable<void> readsAll(Connection& connection)
{
    co_await asio::async_read(connection.server(), asio::buffer(connection.bytes), asio::use_awaitable);
}

awaitable<void> racesReader(World& world, Connection& connection)
{
    co_await race(timeout(world.deadline()), readsAll(connection));
    Println{world}("over");
}

TEST(Stream, AComposedReadLosesOnlyWhatItHadReadWhenItIsDropped)
{
    TestRun run{__FILE__, {CancelModel::drop, Deadline{.after = 3ms}, {}}};
    Connection connection{run.world(), {.latency = 2ms}};
    Somebody writing{run.world()};
    std::size_t written = 0;
    connection.client().async_write_some(asio::buffer("ab", 2), writing.into(written));
    startOperation(run.context(), {.duration = 2ms}, [](boost::system::error_code) {},
                   [&](auto, boost::system::error_code) {
                       connection.client().async_write_some(asio::buffer("cd", 2), [](boost::system::error_code, std::size_t) {});
                   });
    const Trace trace = run.run([&](World& world) { return racesReader(world, connection); });
    EXPECT_EQ(logOf(trace), (Strings{"3000 over"}));
    EXPECT_EQ(valuesOf(trace, "server"), (Strings{"0 nothing to read", "4000 \"cd\""}));
}

} // namespace
} // namespace awaitscope::test
