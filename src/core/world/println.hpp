// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

#include <sstream>

namespace awaitscope {

/// println("got ", response): a line in the run's console, with its virtual time.
class Println
{
public:
    explicit Println(World& world) : m_world(world) {}

    template <class... Parts>
    void operator()(const Parts&... parts) const
    {
        if (!m_world.isRecorded())
            return;
        std::ostringstream line;
        (line << ... << parts);
        m_world.recorder().addLogLine(std::move(line).str());
    }

private:
    World& m_world;
};

} // namespace awaitscope
