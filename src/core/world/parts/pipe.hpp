// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/waiters.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

/// How a connection behaves, in both directions.
struct StreamOptions
{
    VirtualDuration latency{};        ///< from one end to the other
    std::size_t chunk = 64 * 1024;    ///< at most this many bytes are moved by one read or write; 1 or more
    std::size_t window = 64 * 1024;   ///< this many may be on their way and unread: then a write waits; 1 or more
};

/// One direction of a connection: bytes on their way from the one who writes to the one who reads. Shared by the two ends,
/// what waits and what is on its way.
class Pipe : public std::enable_shared_from_this<Pipe>
{
public:
    /// `reader` is the name of the lane. Throws std::logic_error if the options let nothing through.
    Pipe(World& world, std::string reader, const StreamOptions& options);
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    struct Read final : Holding
    {
        explicit Read(std::size_t most) : size(most) {}
        ~Read() override;

        /// For good.
        std::string takeBytes();

        std::size_t size;
        std::string bytes; ///< read, and nobody has them yet
        std::uint64_t offset = 0;
        std::shared_ptr<Pipe> pipe; ///< they came from, and go back to
    };

    struct Write final : Holding
    {
        explicit Write(std::string wanted) : bytes(std::move(wanted)) {}

        std::string bytes;
        std::size_t written = 0;
    };

    std::size_t mostAtATime(std::size_t size) const { return size < m_options.chunk ? size : m_options.chunk; }

    template <class Handler, class Deliver>
    void startReading(std::size_t size, Handler handler, Deliver deliver)
    {
        startWaiting(m_world, "stream.read", m_readers, std::make_unique<Read>(size), std::move(handler), std::move(deliver));
        settle();
    }

    template <class Handler, class Deliver>
    void startWriting(std::string bytes, Handler handler, Deliver deliver)
    {
        startWaiting(m_world, "stream.write", m_writers, std::make_unique<Write>(std::move(bytes)), std::move(handler),
                     std::move(deliver));
        settle();
    }

    void cancelReads();
    void cancelWrites();
    void shutDown();
    void closeWriter();
    void closeReader();

private:
    class Arrival;

    void settle();
    void serveReader();
    void serveWriter();
    void becomesReadable(std::uint64_t offset, std::string bytes);
    void show();
    void set(std::string shown);

    World& m_world;
    Lane m_lane;
    StreamOptions m_options;
    WaitLine m_readers;
    WaitLine m_writers;

    std::map<std::uint64_t, std::string> m_arrived; ///< by where in the stream they begin: what comes back finds its place
    std::size_t m_unread = 0;                       ///< bytes of m_arrived
    std::size_t m_onTheWay = 0;
    std::uint64_t m_written = 0; ///< bytes, since the beginning

    // What each side knows of the other it has to hear, as long after as bytes take.
    bool m_writerIsOpen = true;
    bool m_isShutDown = false;
    bool m_endArrived = false;   ///< the reader knows that nothing more comes
    bool m_readerIsOpen = true;
    bool m_readerIsGone = false; ///< the writer knows that nobody reads
    std::string m_shown;
};

} // namespace awaitscope
