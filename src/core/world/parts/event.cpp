// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/event.hpp"

namespace awaitscope {

Event::State::State(World& surroundings, std::string name)
    : world(surroundings), lane(surroundings.lane(std::move(name))), line(surroundings.context())
{
}

Event::Event(World& world, std::string name) : m_state(std::make_shared<State>(world, std::move(name))) {}

Event::~Event()
{
    m_state->line.completeAll(boost::asio::error::operation_aborted);
}

void Event::set()
{
    if (m_state->isSet)
        return;
    m_state->isSet = true;
    m_state->span = m_state->lane.span("set", "set");
    m_state->line.completeAll();
}

void Event::reset()
{
    m_state->isSet = false;
    m_state->span.end();
}

} // namespace awaitscope
