// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/http.hpp"

namespace awaitscope {

Http::Http(World& world, VirtualDuration duration, std::function<std::string(const std::string&)> respond)
    : Http(world, Downstream{[duration] { return duration; }, std::move(respond)})
{
}

Http::Http(World& world, Downstream downstream)
    : m_world(world), m_lane(world.lane("downstream")), m_downstream(std::move(downstream))
{
}

} // namespace awaitscope
