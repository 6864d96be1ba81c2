// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/http.hpp"

#include "core/world/span_guard.hpp"

namespace awaitscope {

Http::Http(World& world, VirtualDuration duration, std::function<std::string(const std::string&)> respond)
    : m_world(world), m_duration(duration), m_respond(std::move(respond))
{
    m_world.recorder().addLane("downstream", "downstream", "world");
}

std::shared_ptr<void> Http::workingSpan()
{
    return std::make_shared<SpanGuard>(m_world.recorder(), "downstream", "working", "working");
}

} // namespace awaitscope
