// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/pipe.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

/// One end of a connection, as a socket is: a model of AsyncReadStream and AsyncWriteStream, so that asio::async_read,
/// async_write, async_read_until and their like work on it. Its lane shows what has arrived and was not read yet, and what is on
/// its way to it. Can be moved; destroying it closes it.
///
/// As with sockets one read and one write may wait at a time; of several, the first is served first.
class Stream
{
public:
    // Without a default token for Asio's composed operations: in Boost 1.81 one makes async_read(stream, buffers, token)
    // ambiguous.
    using executor_type = boost::asio::any_io_executor;

    /// Two ends: what is written to one is read from the other. The names are those of their lanes.
    static std::pair<Stream, Stream> connected(World& world, std::string first, std::string second, StreamOptions options = {});

    Stream(Stream&& other) noexcept = default;
    Stream& operator=(Stream&& other) noexcept;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { close(); }

    executor_type get_executor() const { return m_executor; }

    /// Waits until something has arrived and reads some of it: at most what fits into `buffers` and what the connection moves
    /// at a time. Completes with void(error_code, std::size_t), the number of bytes: eof if the other end sends no more and
    /// all was read, operation_aborted if it is cancelled while it waits, which it can be with every type of cancellation, or if
    /// this end is closed, bad_descriptor if it was closed before. Nothing is read where there is an error. The buffers are
    /// written to when the handler is called and not before: what was read for one that is destroyed, as a drop does, is as if
    /// it had not been read.
    template <class MutableBufferSequence, class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_read_some(const MutableBufferSequence& buffers, CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, std::size_t)>(
            [pipe = m_in](auto handler, MutableBufferSequence into) {
                const std::size_t size = boost::asio::buffer_size(into);
                pipe->startReading(size, std::move(handler),
                                   [into = std::move(into)](auto waiting, boost::system::error_code error, Pipe::Read& read) {
                                       const std::string bytes = read.takeBytes();
                                       const std::size_t count = boost::asio::buffer_copy(into, boost::asio::buffer(bytes));
                                       std::move(waiting)(error, count);
                                   });
            },
            token, buffers);
    }

    /// Waits until there is room and writes some of `buffers`: at most what there is room for and what the connection moves at a
    /// time. Completes with void(error_code, std::size_t), the number of bytes, which are then on their way, whatever becomes of
    /// whoever wrote them. operation_aborted if it is cancelled while it waits, which it can be with every type of cancellation,
    /// or if this end is closed, broken_pipe if the other end reads no more or this one has sent its last, bad_descriptor if
    /// it was closed before. Nothing is written where there is an error.
    template <class ConstBufferSequence, class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_write_some(const ConstBufferSequence& buffers, CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, std::size_t)>(
            [pipe = m_out](auto handler, const ConstBufferSequence& from) {
                std::string bytes(pipe->mostAtATime(boost::asio::buffer_size(from)), '\0');
                boost::asio::buffer_copy(boost::asio::buffer(bytes), from);
                pipe->startWriting(std::move(bytes), std::move(handler),
                                   [](auto waiting, boost::system::error_code error, Pipe::Write& write) {
                                       std::move(waiting)(error, write.written);
                                   });
            },
            token, buffers);
    }

    /// The other end reads what is on its way, and then eof. This one can still read.
    void shutdown_send();
    /// For both directions; what has arrived and was not read is gone. What waits at this end ends with operation_aborted.
    void close();
    bool is_open() const { return m_in && m_isOpen; }
    /// What waits at this end ends with operation_aborted.
    void cancel();

private:
    Stream(executor_type executor, std::shared_ptr<Pipe> in, std::shared_ptr<Pipe> out);

    executor_type m_executor;
    std::shared_ptr<Pipe> m_in;  ///< null when it was moved from
    std::shared_ptr<Pipe> m_out;
    bool m_isOpen = true;
};

} // namespace awaitscope
