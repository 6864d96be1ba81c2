// SPDX-License-Identifier: GPL-3.0-or-later

// Operations of several steps, and operations that own what they carry.

#include "core/semantics/platform.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;
using asio::cancellation_type;

/// Reads or writes three bytes, 10 ms after it was asked to.
class SlowStream
{
public:
    using executor_type = asio::any_io_executor;

    /// `heeds`: whether a step that is under way can be cancelled.
    SlowStream(Platform& platform, bool heeds) : m_platform(platform), m_heeds(heeds) {}

    executor_type get_executor() { return m_platform.executor(); }

    template <class MutableBuffers, class CompletionToken>
    auto async_read_some(const MutableBuffers& buffers, CompletionToken&& token)
    {
        return transfer(std::forward<CompletionToken>(token), [buffers] {
            const std::size_t length = std::min<std::size_t>(3, asio::buffer_size(buffers));
            return asio::buffer_copy(buffers, asio::buffer("abc", length));
        });
    }

    template <class ConstBuffers, class CompletionToken>
    auto async_write_some(const ConstBuffers& buffers, CompletionToken&& token)
    {
        return transfer(std::forward<CompletionToken>(token),
                        [buffers] { return std::min<std::size_t>(3, asio::buffer_size(buffers)); });
    }

private:
    template <class CompletionToken, class Move>
    auto transfer(CompletionToken&& token, Move move)
    {
        return asio::async_initiate<CompletionToken, void(error_code, std::size_t)>(
            [this, move](auto handler) {
                const asio::cancellation_slot slot =
                    m_heeds ? asio::get_associated_cancellation_slot(handler) : asio::cancellation_slot{};
                m_platform.note("a step");
                m_platform.sleep(10ms, asio::bind_cancellation_slot(
                                           slot, [move, handler = std::move(handler)](error_code error) mutable {
                                               std::move(handler)(error, error ? 0 : move());
                                           }));
            },
            token);
    }

    Platform& m_platform;
    bool m_heeds;
};

std::string inWords(error_code error, std::size_t bytes)
{
    return (!error                                    ? "done"
            : error == asio::error::operation_aborted ? "operation_aborted"
                                                      : error.message())
           + ", " + std::to_string(bytes) + " bytes";
}

awaitable<void> reads(Platform& platform, SlowStream stream, bool enablesTotal = false)
{
    if (enablesTotal)
        co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    std::array<char, 9> bytes{};
    const auto [error, count] =
        co_await asio::async_read(stream, asio::buffer(bytes), asio::as_tuple(asio::use_awaitable));
    platform.note(inWords(error, count));
}

awaitable<void> writes(Platform& platform, SlowStream stream)
{
    const std::string bytes = "ninebytes";
    const auto [error, count] =
        co_await asio::async_write(stream, asio::buffer(bytes), asio::as_tuple(asio::use_awaitable));
    platform.note(inWords(error, count));
}

TEST(ComposedOperations, UndisturbedTheyTakeAsManyStepsAsTheyNeed)
{
    Platform platform;
    platform.spawn("coroutine", reads(platform, SlowStream{platform, true}));
    EXPECT_EQ(platform.finish(), (Log{"0 a step", "10 a step", "20 a step", "30 done, 9 bytes", "30 coroutine ended"}));
}

TEST(ComposedOperations, AReadChecksForCancellationBetweenItsStepsAndReportsTheBytesSoFar)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", reads(platform, SlowStream{platform, false}), signal.slot());
    platform.cancelAt(15ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"0 a step", "10 a step", "20 operation_aborted, 6 bytes", "20 coroutine ended"}));
}

TEST(ComposedOperations, AWriteDoesSoToo)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", writes(platform, SlowStream{platform, false}), signal.slot());
    platform.cancelAt(15ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"0 a step", "10 a step", "20 operation_aborted, 6 bytes", "20 coroutine ended"}));
}

TEST(ComposedOperations, AStepThatCanBeCancelledIsCutAndTheBytesOfTheOthersAreReported)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", reads(platform, SlowStream{platform, true}), signal.slot());
    platform.cancelAt(15ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"0 a step", "10 a step", "15 operation_aborted, 3 bytes", "15 coroutine ended"}));
}

awaitable<void> readsAndThrows(Platform& platform, SlowStream stream, std::string& bytes)
{
    try {
        const std::size_t count = co_await asio::async_read(stream, asio::buffer(bytes), asio::use_awaitable);
        platform.note("read " + std::to_string(count));
    } catch (const system_error& error) {
        platform.note(error.code() == asio::error::operation_aborted ? "threw operation_aborted" : "threw another");
    }
}

TEST(ComposedOperations, WithUseAwaitableTheThrowDiscardsTheCountOfBytesThatAreRead)
{
    std::string bytes(9, '.');
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", readsAndThrows(platform, SlowStream{platform, false}, bytes), signal.slot());
    platform.cancelAt(15ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"0 a step", "10 a step", "20 threw operation_aborted", "20 coroutine ended"}));
    EXPECT_EQ(bytes, "abcabc...") << "there they are, and the exception does not say so";
}

awaitable<void> readsUntil(Platform& platform, SlowStream stream, std::string delimiter)
{
    std::string bytes;
    const auto [error, count] = co_await asio::async_read_until(stream, asio::dynamic_buffer(bytes), delimiter,
                                                                asio::as_tuple(asio::use_awaitable));
    platform.note(inWords(error, count) + " of " + bytes);
}

TEST(ComposedOperations, AReadUntilTakesStepsUntilItHasFoundWhatItLooksFor)
{
    Platform platform;
    platform.spawn("coroutine", readsUntil(platform, SlowStream{platform, true}, "ca"));
    EXPECT_EQ(platform.finish(), (Log{"0 a step", "10 a step", "20 done, 4 bytes of abcabc", "20 coroutine ended"}));
}

TEST(ComposedOperations, AReadUntilThatIsCancelledTellsOfNoBytesAndKeepsThoseOfTheStepsBefore)
{
    const auto cutAt15 = [](bool heeds) {
        Platform platform;
        asio::cancellation_signal signal;
        platform.spawn("coroutine", readsUntil(platform, SlowStream{platform, heeds}, "nowhere"), signal.slot());
        platform.cancelAt(15ms, signal);
        return platform.finish();
    };
    EXPECT_EQ(cutAt15(true), (Log{"0 a step", "10 a step", "15 operation_aborted, 0 bytes of abc", "15 coroutine ended"}));
    EXPECT_EQ(cutAt15(false), (Log{"0 a step", "10 a step", "20 operation_aborted, 0 bytes of abcabc", "20 coroutine ended"}));
}

TEST(Filter, AComposedReadHasPartialEffectsSoItHeedsPartialButNotTotalAlone)
{
    const auto cancelledWith = [](cancellation_type type) {
        Platform platform;
        asio::cancellation_signal signal;
        platform.spawn("coroutine", reads(platform, SlowStream{platform, true}, true), signal.slot());
        platform.cancelAt(15ms, signal, type);
        Log log = platform.finish();
        return log.at(log.size() - 2);
    };
    EXPECT_EQ(cancelledWith(cancellation_type::total), "30 done, 9 bytes");
    EXPECT_EQ(cancelledWith(cancellation_type::partial), "15 operation_aborted, 3 bytes");
}

// async_send.

using Message = std::shared_ptr<std::string>;
using Channel = asio::experimental::channel<asio::any_io_executor, void(error_code, Message)>;

awaitable<void> sends(Platform& platform, Channel& channel, Message message)
{
    const std::weak_ptr<std::string> observed = message;
    try {
        co_await channel.async_send(error_code{}, std::move(message), asio::use_awaitable);
        platform.note("sent");
    } catch (const system_error&) {
        platform.note(observed.expired() ? "cancelled, the message is gone" : "cancelled, the message is there");
    }
}

awaitable<void> receives(Platform& platform, Channel& channel)
{
    const Message message = co_await channel.async_receive(asio::use_awaitable);
    platform.note("received " + *message);
}

TEST(AsyncSend, OwnsItsPayloadSoThatCancellingItDestroysTheMessage)
{
    Platform platform;
    Channel channel{platform.executor(), 0};
    asio::cancellation_signal signal;
    platform.spawn("sender", sends(platform, channel, std::make_shared<std::string>("hello")), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 cancelled, the message is gone", "40 sender ended"}));
    EXPECT_FALSE(channel.try_receive([](error_code, const Message&) {})) << "nothing is left of it in the channel";
}

TEST(AsyncSend, UncancelledHandsItsMessageToTheReceiver)
{
    Platform platform;
    Channel channel{platform.executor(), 0};
    platform.spawn("sender", sends(platform, channel, std::make_shared<std::string>("hello")));
    platform.at(40ms, [&] { platform.spawn("receiver", receives(platform, channel)); });
    const Log log = platform.finish();
    for (const std::string line : {"40 received hello", "40 sent"})
        EXPECT_EQ(std::count(log.begin(), log.end(), line), 1) << line;
}

} // namespace
} // namespace awaitscope::semantics
