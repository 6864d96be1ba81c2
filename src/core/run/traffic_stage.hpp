// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/traced_awaitable.hpp"
#include "core/world/world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

class TrafficLedger;

/// How many parameters of a lesson can differ from request to request.
constexpr std::size_t mostTrafficTimes = 8;

/// One request of many, and what it brings along. Lives as long as what TrafficStage::serve() makes of it.
class TrafficRequest
{
public:
    std::uint64_t number = 0; ///< of all requests of the run, from 0
    VirtualTime arrival;
    std::string key;           ///< what is asked for
    std::size_t keyNumber = 0; ///< 0 is the most popular one
    Deadline limit;            ///< the caller's; never, before the timeout came in
    std::array<VirtualDuration, mostTrafficTimes> times{}; ///< in the order of the run's names

    /// A parameter of the lesson, as it is for this request. Throws UnknownParameter if its times do not differ.
    VirtualDuration time(std::string_view name, const std::source_location& where = std::source_location::current()) const;

    /// The request asks the downstream, and this is how long the parameter `name` says that takes: counted.
    VirtualDuration ask(std::string_view name, const std::source_location& where = std::source_location::current());

    /// What the downstream answers now: a text that no other answer has and that says when it was given.
    std::string respond();

private:
    friend class TrafficLedger;

    TrafficLedger* m_ledger = nullptr;
    int m_asked = 0;
    std::optional<VirtualTime> m_obtained; ///< the last that was
};

/// What the requests of a run did to the world, told by the scenario: what was obtained, and what of it was stored.
/// Keeps what was obtained within the last hour, and nothing that grows with the run.
class TrafficLedger
{
public:
    /// `lost(obtained)` is told once of every answer that was obtained and never stored, at the latest by settle().
    TrafficLedger(World& world, VirtualDuration timeToLive, std::vector<std::string> names,
                  std::function<void(VirtualTime obtained)> lost);

    /// For how long what was stored is fresh.
    VirtualDuration timeToLive() const { return m_timeToLive; }

    /// Somebody stored what a request's respond() has given. Stored twice is stored.
    void store(const std::string& response);

    // For whoever runs the requests.
    void bind(TrafficRequest& request) { request.m_ledger = this; }
    int asked(const TrafficRequest& request) const { return request.m_asked; }
    std::optional<VirtualTime> obtained(const TrafficRequest& request) const { return request.m_obtained; }
    /// Whether what was obtained just then has been stored by now.
    bool isStored(VirtualTime obtained) const;
    /// Whether anything was ever stored under the key of that number.
    bool wasEverStored(std::size_t keyNumber) const { return keyNumber < m_everStored.size() && m_everStored[keyNumber]; }
    /// When respond() has given that text; empty if it is none of its texts.
    static std::optional<VirtualTime> givenAt(const std::string& response);
    /// Nothing is left to run: what is not stored now never will be.
    void settle();

private:
    friend class TrafficRequest;

    struct Obtained
    {
        VirtualTime at; ///< and what it is known by: no two are the same
        std::size_t keyNumber = 0;
        mutable bool isStored = false;
    };

    std::string obtain(TrafficRequest& request);
    std::size_t indexOf(std::string_view name, const std::source_location& where) const;
    const Obtained* find(VirtualTime at) const;
    void forgetUntil(VirtualTime time);

    World& m_world;
    VirtualDuration m_timeToLive;
    std::vector<std::string> m_names;
    std::function<void(VirtualTime)> m_lost;
    std::deque<Obtained> m_obtained; ///< in the order of their times
    VirtualTime m_last;              ///< of them
    std::vector<bool> m_everStored;  ///< by the numbers of keys
};

/// A request that is being served: the lesson's own coroutines, with what they are members of.
class ServedRequest
{
public:
    virtual ~ServedRequest() = default;

    /// Runs the subject in its race against the request's limit. Ends when the client has its answer, or none.
    virtual boost::asio::awaitable<void> caller() = 0;

    /// What the client got: a text of TrafficRequest::respond(), or nothing.
    virtual std::optional<std::string> received() const = 0;
};

/// What a lesson's scenario.cpp can provide besides its Stage: the world around very many requests, which come while others are
/// served. Made with the world and a ledger, to which the scenario tells what is stored. Nothing of such a run is recorded.
class TrafficStage
{
public:
    virtual ~TrafficStage() = default;

    /// What it makes is kept for ten minutes of virtual time after its caller() has ended, for what goes on unseen. `request`
    /// lives longer.
    virtual std::unique_ptr<ServedRequest> serve(TrafficRequest& request) = 0;
};

} // namespace awaitscope
