// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/permits.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

/// A lock for coroutines, which can be held across an await. Fair: who asked first gets it first, and an unlock hands it to the
/// first who waits. Its lane shows when it is held, from the moment in which it is granted on.
class Mutex
{
public:
    /// Holds the lock until it goes. Default-made or moved from it holds none.
    class Lock
    {
    public:
        Lock() = default;

        bool owns_lock() const { return static_cast<bool>(m_permit); }
        explicit operator bool() const { return owns_lock(); }
        /// Before this object goes; holding none it does nothing.
        void unlock() { m_permit.giveBack(); }

    private:
        friend class Mutex;
        explicit Lock(Permit permit) : m_permit(std::move(permit)) {}

        Permit m_permit;
    };

    Mutex(World& world, std::string name);
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;
    /// Cancels what waits. A lock that is still held stays a lock of nothing.
    ~Mutex() { m_state->abort(); }

    /// Waits for the lock. Completes with void(error_code, Lock): operation_aborted, and then no lock, if it is cancelled while
    /// it waits, which it can be with every type of cancellation. One that was granted and whose handler is destroyed before
    /// it is called, as a drop does, goes to the next who waits.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_lock(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, Lock)>(
            [state = m_state](auto handler) {
                state->startTaking("mutex.lock", std::move(handler),
                                   [](auto waiting, boost::system::error_code error, Permit permit) {
                                       std::move(waiting)(error, Lock{std::move(permit)});
                                   });
            },
            token);
    }

    /// At once: no lock if somebody has it.
    Lock try_lock() { return Lock{m_state->tryTake()}; }

    bool is_locked() const { return m_state->free() == 0; }

private:
    std::shared_ptr<Permits> m_state;
};

} // namespace awaitscope
