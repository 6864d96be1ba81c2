// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/pipe.hpp"

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

namespace {

/// For a lane: in quotes, one line, ASCII whatever it is, and not longer than one can read.
std::string asQuotation(std::string_view bytes)
{
    constexpr std::size_t most = 40;
    std::string text = "\"";
    for (const char c : bytes.substr(0, most)) {
        if (c == '\n')
            text += "\\n";
        else if (c == '\r')
            text += "\\r";
        else
            text += c >= ' ' && c <= '~' ? c : '?';
    }
    return text + (bytes.size() > most ? "…\"" : "\"");
}

} // namespace

/// Something on its way. Nobody's, and in the context's first domain: it arrives whatever becomes of its sender.
class Pipe::Arrival final : public Operation
{
public:
    enum class What { bytes, end, readerGone };

    static void start(Pipe& pipe, What what, std::string bytes = {})
    {
        auto arrival = std::make_unique<Arrival>(pipe.shared_from_this(), what, std::move(bytes));
        arrival->due = pipe.m_world.now() + pipe.m_options.latency;
        pipe.m_world.context().start(std::move(arrival));
    }

    Arrival(std::shared_ptr<Pipe> pipe, What what, std::string bytes)
        : Operation(DomainId{}, Origin{}), m_pipe(std::move(pipe)), m_what(what), m_bytes(std::move(bytes))
    {
        if (what == What::bytes) {
            m_offset = m_pipe->m_written;
            // Without latency there is nothing to see.
            if (m_pipe->m_options.latency > VirtualDuration{})
                m_span = m_pipe->m_lane.span("on the way", asQuotation(m_bytes));
        }
    }

    void run() override
    {
        m_span.end();
        switch (m_what) {
        case What::bytes:
            m_pipe->m_onTheWay -= m_bytes.size();
            m_pipe->becomesReadable(m_offset, std::move(m_bytes));
            return;
        case What::end:
            m_pipe->m_endArrived = true;
            break;
        case What::readerGone:
            m_pipe->m_readerIsGone = true;
            break;
        }
        m_pipe->settle();
    }

private:
    std::shared_ptr<Pipe> m_pipe;
    What m_what;
    std::string m_bytes;
    std::uint64_t m_offset = 0;
    Lane::Span m_span;
};

Pipe::Pipe(World& world, std::string reader, const StreamOptions& options)
    : m_world(world),
      m_lane(world.lane(reader, "state")),
      m_options(options),
      m_readers(world.context()),
      m_writers(world.context())
{
    if (options.chunk == 0 || options.window == 0)
        throw std::logic_error("the stream '" + reader + "' lets nothing through: give it a chunk and a window of 1 or more");
    show();
}

Pipe::Read::~Read()
{
    if (!bytes.empty())
        pipe->becomesReadable(offset, std::move(bytes));
}

std::string Pipe::Read::takeBytes()
{
    return std::exchange(bytes, {});
}

void Pipe::cancelReads()
{
    m_readers.completeAll(boost::asio::error::operation_aborted);
}

void Pipe::cancelWrites()
{
    m_writers.completeAll(boost::asio::error::operation_aborted);
}

void Pipe::shutDown()
{
    if (std::exchange(m_isShutDown, true))
        return;
    cancelWrites();
    Arrival::start(*this, Arrival::What::end);
}

void Pipe::closeWriter()
{
    shutDown();
    m_writerIsOpen = false;
}

void Pipe::closeReader()
{
    m_readerIsOpen = false;
    cancelReads();
    m_arrived.clear();
    m_unread = 0;
    show();
    Arrival::start(*this, Arrival::What::readerGone);
}

void Pipe::becomesReadable(std::uint64_t offset, std::string bytes)
{
    if (m_readerIsOpen) {
        m_unread += bytes.size();
        m_arrived[offset] = std::move(bytes);
    }
    settle();
}

void Pipe::settle()
{
    // Readers first: what they take makes room. Writers make nothing readable at once, it has its way to go.
    while (!m_readers.empty()) {
        if (!m_readerIsOpen)
            m_readers.completeFirst(boost::asio::error::bad_descriptor);
        else if (m_unread > 0 || m_readers.first<Read>().size == 0)
            serveReader();
        else if (m_endArrived)
            m_readers.completeFirst(boost::asio::error::eof);
        else
            break;
    }
    while (!m_writers.empty()) {
        if (!m_writerIsOpen)
            m_writers.completeFirst(boost::asio::error::bad_descriptor);
        else if (m_isShutDown || m_readerIsGone)
            m_writers.completeFirst(boost::asio::error::broken_pipe);
        else if (m_unread + m_onTheWay < m_options.window || m_writers.first<Write>().bytes.empty())
            serveWriter();
        else
            break;
    }
    show();
}

void Pipe::serveReader()
{
    Read& read = m_readers.first<Read>();
    const std::size_t most = mostAtATime(read.size);
    read.pipe = shared_from_this();
    while (read.bytes.size() < most && !m_arrived.empty()) {
        auto first = m_arrived.extract(m_arrived.begin());
        // What lies behind a gap, which another reader has and may give back, is not next.
        if (read.bytes.empty())
            read.offset = first.key();
        else if (first.key() != read.offset + read.bytes.size()) {
            m_arrived.insert(std::move(first));
            break;
        }
        const std::size_t count = std::min(most - read.bytes.size(), first.mapped().size());
        read.bytes += first.mapped().substr(0, count);
        m_unread -= count;
        if (count < first.mapped().size())
            m_arrived[first.key() + count] = first.mapped().substr(count);
    }
    m_readers.completeFirst();
}

void Pipe::serveWriter()
{
    Write& write = m_writers.first<Write>();
    const std::size_t room = m_options.window - std::min(m_options.window, m_unread + m_onTheWay);
    write.written = std::min(write.bytes.size(), room);
    if (write.written > 0) {
        Arrival::start(*this, Arrival::What::bytes, write.bytes.substr(0, write.written));
        m_written += write.written;
        m_onTheWay += write.written;
    }
    m_writers.completeFirst();
}

void Pipe::show()
{
    if (!m_readerIsOpen)
        return set("closed");
    std::string content;
    for (const auto& [offset, bytes] : m_arrived)
        content += bytes;
    if (!content.empty())
        content = asQuotation(content);
    if (m_endArrived)
        content += content.empty() ? "end" : ", end";
    set(content.empty() ? "nothing to read" : std::move(content));
}

void Pipe::set(std::string shown)
{
    if (shown != m_shown)
        m_lane.holds(m_shown = std::move(shown));
}

} // namespace awaitscope
