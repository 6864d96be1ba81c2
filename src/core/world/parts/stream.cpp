// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/stream.hpp"

namespace awaitscope {

std::pair<Stream, Stream> Stream::connected(World& world, std::string first, std::string second, StreamOptions options)
{
    const executor_type executor = world.executor();
    const auto toFirst = std::make_shared<Pipe>(world, std::move(first), options);
    const auto toSecond = std::make_shared<Pipe>(world, std::move(second), options);
    return {Stream{executor, toFirst, toSecond}, Stream{executor, toSecond, toFirst}};
}

Stream::Stream(executor_type executor, std::shared_ptr<Pipe> in, std::shared_ptr<Pipe> out)
    : m_executor(std::move(executor)), m_in(std::move(in)), m_out(std::move(out))
{
}

Stream& Stream::operator=(Stream&& other) noexcept
{
    if (this != &other) {
        close();
        m_executor = std::move(other.m_executor);
        m_in = std::move(other.m_in);
        m_out = std::move(other.m_out);
        m_isOpen = other.m_isOpen;
    }
    return *this;
}

void Stream::shutdown_send()
{
    m_out->shutDown();
}

void Stream::close()
{
    if (!m_in || !std::exchange(m_isOpen, false))
        return;
    m_in->closeReader();
    m_out->closeWriter();
}

void Stream::cancel()
{
    m_in->cancelReads();
    m_out->cancelWrites();
}

} // namespace awaitscope
