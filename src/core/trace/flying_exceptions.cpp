// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/flying_exceptions.hpp"

#include <cstring>
#include <utility>

namespace awaitscope {

namespace {

/// Two pointers are equal exactly if they lead to the same object. The standard offers no order and no hash of them; in the libraries
/// of g++ and clang++ they are that object's address and nothing else.
const void* addressOf(const std::exception_ptr& exception)
{
    static_assert(sizeof(std::exception_ptr) == sizeof(const void*));
    const void* address = nullptr;
    std::memcpy(&address, static_cast<const void*>(&exception), sizeof address);
    return address;
}

} // namespace

void FlyingExceptions::add(Flying flying, Origin caller)
{
    const void* const address = addressOf(flying.exception);
    m_byAddress.emplace(address, m_byCaller.emplace(caller, std::move(flying)));
}

std::size_t FlyingExceptions::land(const std::exception_ptr& exception)
{
    const auto [first, last] = m_byAddress.equal_range(addressOf(exception));
    std::size_t landed = 0;
    for (auto at = first; at != last; ++at, ++landed)
        m_byCaller.erase(at->second);
    m_byAddress.erase(first, last);
    return landed;
}

void FlyingExceptions::landFrom(Origin caller)
{
    const auto [first, last] = m_byCaller.equal_range(caller);
    for (auto flying = first; flying != last; ++flying) {
        const auto [begin, end] = m_byAddress.equal_range(addressOf(flying->second.exception));
        for (auto at = begin; at != end; ++at) {
            if (at->second == flying) {
                m_byAddress.erase(at);
                break;
            }
        }
    }
    m_byCaller.erase(first, last);
}

std::multimap<Origin, FlyingExceptions::Flying> FlyingExceptions::takeAll()
{
    m_byAddress.clear();
    return std::exchange(m_byCaller, {});
}

} // namespace awaitscope
