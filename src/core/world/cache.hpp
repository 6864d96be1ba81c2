// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

#include <functional>
#include <map>
#include <optional>
#include <source_location>
#include <string>
#include <utility>

namespace awaitscope {

/// A cache whose entries expire. Synchronous, as the story's. Its lane ("cache") shows its content over time.
class Cache
{
public:
    /// Entries are fresh for `timeToLive` after they were stored.
    Cache(World& world, VirtualDuration timeToLive);
    Cache(const Cache&) = delete;
    Cache& operator=(const Cache&) = delete;

    /// What the cache holds when the run begins: stored `age` ago. `ageText` says so in words ("three weeks old").
    void preload(std::string key, std::string value, VirtualDuration age, std::string ageText);

    /// The value, if it is still fresh.
    std::optional<std::string> get(const std::string& key) const;

    /// An entry, however old.
    struct Found
    {
        std::string value;
        std::string age; ///< in words, "three weeks old"; empty where there is nothing to tell

        std::string toText() const { return age.empty() ? value : value + ", " + age; }
    };

    /// What there is, fresh or expired.
    std::optional<Found> get_any(const std::string& key) const;

    /// `action` is told every value that set() stores. For traffic, where effects are not kept.
    void whenSet(std::function<void(const std::string& value)> action) { m_whenSet = std::move(action); }

    /// Stores the value: the effect "cache.set".
    void set(std::string key, std::string value,
             const std::source_location& where = std::source_location::current());

private:
    struct Entry
    {
        std::string value;
        VirtualTime storedAt;
        std::string ageText;
        bool expired = false;
    };

    void store(const std::string& key, Entry entry);
    void showContent();

    World& m_world;
    Lane m_lane;
    VirtualDuration m_timeToLive;
    std::map<std::string, Entry> m_entries;
    std::function<void(const std::string&)> m_whenSet;
};

} // namespace awaitscope
