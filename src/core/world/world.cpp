// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/world.hpp"

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

VirtualDuration World::parameter(std::string_view name) const
{
    const auto found = std::find_if(m_settings.parameters.begin(), m_settings.parameters.end(),
                                    [&](const auto& parameter) { return parameter.first == name; });
    if (found == m_settings.parameters.end())
        throw std::out_of_range("the lesson has no parameter '" + std::string{name} + "'");
    return found->second;
}

World* World::of(const boost::asio::any_io_executor& executor)
{
    const VirtualExecutor* const own = virtualExecutorOf(executor);
    Recorder* const recorder = own ? Recorder::of(own->context()) : nullptr;
    return recorder ? recorder->world() : nullptr;
}

} // namespace awaitscope
