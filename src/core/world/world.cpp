// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/world.hpp"

#include "core/world/outside.hpp"

#include <algorithm>
#include <string>

namespace awaitscope {

VirtualDuration World::parameter(std::string_view name, const std::source_location& where) const
{
    const auto found = std::find_if(m_settings.parameters.begin(), m_settings.parameters.end(),
                                    [&](const auto& parameter) { return parameter.first == name; });
    if (found != m_settings.parameters.end())
        return found->second;
    std::string known;
    for (const auto& [each, value] : m_settings.parameters) {
        if (each != outsideParameter)
            known += (known.empty() ? "" : ", ") + each;
    }
    throw UnknownParameter("The lesson has no parameter \"" + std::string{name} + "\". "
                               + (known.empty() ? "Its lesson.toml names none." : "Those of its lesson.toml: " + known + '.'),
                           where);
}

std::string World::outside(std::string text) const
{
    const auto found = std::ranges::find(m_settings.parameters, outsideParameter, [](const auto& parameter) { return parameter.first; });
    if (found != m_settings.parameters.end() && found->second > VirtualDuration::zero())
        text += '-' + std::to_string(found->second.count());
    return text;
}

Lane World::lane(std::string name, std::string_view kind)
{
    if (kind != "world" && kind != "state" && kind != "caller")
        throw std::logic_error("the lane '" + name + "' is of the kind '" + std::string{kind} +
                               "', but there are only world, state and caller");
    m_recorder.addLane(name, name, std::string{kind});
    return {m_recorder, std::move(name)};
}

void World::effect(std::string_view name, std::string detail, const std::source_location& where)
{
    m_recorder.addEffect(name, std::move(detail), where);
}

World* World::of(const boost::asio::any_io_executor& executor)
{
    const VirtualContext* const context = virtualContextOf(executor);
    Recorder* const recorder = context ? Recorder::of(*context) : nullptr;
    return recorder ? recorder->world() : nullptr;
}

} // namespace awaitscope
