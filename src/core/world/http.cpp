// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/http.hpp"

namespace awaitscope {

Http::Http(World& world, VirtualDuration duration, std::function<std::string(const std::string&)> respond)
    : m_world(world), m_lane(world.lane("downstream")), m_duration(duration), m_respond(std::move(respond))
{
}

} // namespace awaitscope
