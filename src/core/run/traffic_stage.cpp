// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/traffic_stage.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace awaitscope {

namespace {

/// After that nobody is taken to store it any more.
constexpr VirtualDuration longestUnstored = std::chrono::hours{1};

} // namespace

VirtualDuration TrafficRequest::time(std::string_view name, const std::source_location& where) const
{
    return times[m_ledger->indexOf(name, where)];
}

VirtualDuration TrafficRequest::ask(std::string_view name, const std::source_location& where)
{
    ++m_asked;
    return time(name, where);
}

std::string TrafficRequest::respond() { return m_ledger->obtain(*this); }

TrafficLedger::TrafficLedger(World& world, VirtualDuration timeToLive, std::vector<std::string> names,
                             std::function<void(VirtualTime)> lost)
    : m_world(world), m_timeToLive(timeToLive), m_names(std::move(names)), m_lost(std::move(lost))
{
}

std::size_t TrafficLedger::indexOf(std::string_view name, const std::source_location& where) const
{
    for (std::size_t index = 0; index < m_names.size(); ++index) {
        if (m_names[index] == name)
            return index;
    }
    std::string known;
    for (const std::string& each : m_names)
        known += (known.empty() ? "" : ", ") + each;
    throw UnknownParameter("The traffic has no times for \"" + std::string{name} + "\". "
                               + (known.empty() ? "The [traffic] of its lesson.toml names none."
                                                : "Those of the [traffic] of its lesson.toml: " + known + '.'),
                           where);
}

std::string TrafficLedger::obtain(TrafficRequest& request)
{
    const VirtualTime now = m_world.now();
    forgetUntil(now - longestUnstored);
    // Of two in one microsecond the second is told as a microsecond later: so each has a text of its own.
    m_last = std::max(now, m_last + VirtualDuration{1});
    m_obtained.push_back({m_last, request.keyNumber});
    request.m_obtained = m_last;
    return std::to_string(toMicroseconds(m_last));
}

const TrafficLedger::Obtained* TrafficLedger::find(VirtualTime at) const
{
    const auto found = std::ranges::lower_bound(m_obtained, at, {}, &Obtained::at);
    return found != m_obtained.end() && found->at == at ? &*found : nullptr;
}

void TrafficLedger::store(const std::string& response)
{
    const std::optional<VirtualTime> at = givenAt(response);
    const Obtained* const found = at ? find(*at) : nullptr;
    if (!found)
        return; // none of ours, or stored so late that it counts as lost
    found->isStored = true;
    if (found->keyNumber >= m_everStored.size())
        m_everStored.resize(found->keyNumber + 1);
    m_everStored[found->keyNumber] = true;
}

bool TrafficLedger::isStored(VirtualTime obtained) const
{
    const Obtained* const found = find(obtained);
    return found && found->isStored;
}

std::optional<VirtualTime> TrafficLedger::givenAt(const std::string& response)
{
    std::int64_t microseconds = 0;
    const char* const end = response.data() + response.size();
    const auto [rest, error] = std::from_chars(response.data(), end, microseconds);
    return error == std::errc{} && rest == end ? std::optional{fromMicroseconds(microseconds)} : std::nullopt;
}

void TrafficLedger::forgetUntil(VirtualTime time)
{
    for (; !m_obtained.empty() && m_obtained.front().at < time; m_obtained.pop_front()) {
        if (!m_obtained.front().isStored)
            m_lost(m_obtained.front().at);
    }
}

void TrafficLedger::settle() { forgetUntil(VirtualTime::max()); }

} // namespace awaitscope
