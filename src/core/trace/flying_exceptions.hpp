// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/virtual_context.hpp"

#include <cstddef>
#include <exception>
#include <map>
#include <unordered_map>

namespace awaitscope {

/// The exceptions that have left a coroutine and arrived nowhere yet. Each is held, as its address could be used again, until it
/// lands; a run that goes on for long may leave thousands of them, so that none of these looks through all.
class FlyingExceptions
{
public:
    struct Flying
    {
        std::exception_ptr exception;
        Origin leftBy = 0;
    };

    bool isEmpty() const { return m_byCaller.empty(); }
    /// `caller` is who awaits the coroutine that it left; 0: nobody does, it was spawned.
    void add(Flying flying, Origin caller);
    /// This very object has arrived: how many coroutines it had left.
    std::size_t land(const std::exception_ptr& exception);
    /// So have all that left a coroutine which `caller` awaits.
    void landFrom(Origin caller);
    /// What is left, by callers; nothing flies any more.
    std::multimap<Origin, Flying> takeAll();

private:
    using ByCaller = std::multimap<Origin, Flying>; // its iterators stay valid, which a hash table's do not

    ByCaller m_byCaller;
    std::unordered_multimap<const void*, ByCaller::iterator> m_byAddress;
};

} // namespace awaitscope
