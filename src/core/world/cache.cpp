// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/cache.hpp"

#include <boost/asio/bind_executor.hpp>

namespace awaitscope {

Cache::Cache(World& world, VirtualDuration timeToLive)
    : m_world(world), m_lane(world.lane("cache", "state")), m_timeToLive(timeToLive)
{
}

void Cache::preload(std::string key, std::string value, VirtualDuration age, std::string ageText)
{
    // No effect: the run did not write it.
    store(key, {std::move(value), m_world.now() - age, std::move(ageText)});
}

std::optional<std::string> Cache::get(const std::string& key) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.expired)
        return std::nullopt;
    return found->second.value;
}

std::optional<Cache::Found> Cache::get_any(const std::string& key) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return std::nullopt;
    return Found{found->second.value, found->second.ageText};
}

void Cache::set(std::string key, std::string value, const std::source_location& where)
{
    // First the effect and then what the lane shows: one who steps through sees the cause before the change.
    if (m_world.isRecorded())
        m_world.effect("cache.set", key + " → " + value, where);
    if (m_whenSet)
        m_whenSet(value);
    store(key, {std::move(value), m_world.now(), {}});
}

void Cache::store(const std::string& key, Entry entry)
{
    // Expired from the very microsecond on in which the time to live is over.
    const VirtualTime expiry = entry.storedAt + m_timeToLive;
    entry.expired = expiry <= m_world.now();
    const VirtualTime storedAt = entry.storedAt;
    const bool willExpire = !entry.expired;
    m_entries[key] = std::move(entry);
    showContent();
    if (!willExpire)
        return;
    // In the background: a run does not last longer because something in the cache would expire later.
    // And the cache's own, whoever stores: a drop of that coroutine must not keep the entry fresh.
    startOperation(
        m_world.context(), {.duration = expiry - m_world.now(), .background = true},
        boost::asio::bind_executor(m_world.executor(),
                                   [this, key, storedAt] {
                                       Entry& stored = m_entries[key];
                                       if (stored.storedAt != storedAt)
                                           // Timers are not taken back when an entry is stored anew: each looks whether it is
                                           // still meant.
                                           return; // it was replaced since
                                       stored.expired = true;
                                       showContent();
                                   }),
        [](auto expire, boost::system::error_code) { expire(); });
}

void Cache::showContent()
{
    if (!m_world.isRecorded())
        return; // it is as long as the cache is large
    std::string content;
    for (const auto& [key, entry] : m_entries) {
        if (!content.empty())
            content += ", ";
        content += key + " → " + entry.value;
        if (entry.expired)
            content += ", expired";
    }
    m_lane.holds(std::move(content));
}

} // namespace awaitscope
