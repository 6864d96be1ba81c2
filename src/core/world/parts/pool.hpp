// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/permits.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace awaitscope {

class PoolPermits;

/// So many connections, which are lent out and come back. Fair: who asked first gets one first. Its lane shows how many are in use.
class Pool
{
public:
    struct Connection
    {
        int number = 0; ///< from 1, in the order in which they were opened
        /// What its last user left in it, an answer that nobody read, say. Nobody clears it for the next one.
        std::string unread;
    };

    /// A connection that is lent. It comes back when this goes; default-made or moved from there is none.
    class Lease
    {
    public:
        Lease() = default;
        Lease(Lease&& other) noexcept
            : m_pool(std::move(other.m_pool)), m_permit(std::move(other.m_permit)),
              m_connection(std::exchange(other.m_connection, std::nullopt))
        {
        }
        Lease& operator=(Lease&& other) noexcept;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { give_back(); }

        explicit operator bool() const { return m_connection.has_value(); }
        Connection& operator*() { return *m_connection; }
        Connection* operator->() { return &*m_connection; }

        /// The next one gets it as it is now.
        void give_back();
        /// It is closed. In its place a new one is opened for whoever needs it.
        void discard();

    private:
        friend class Pool;
        Lease(std::shared_ptr<PoolPermits> pool, Permit permit);

        std::shared_ptr<PoolPermits> m_pool;
        Permit m_permit;
        std::optional<Connection> m_connection;
    };

    /// None is open at first, and never more than `size`. To open one takes no time.
    Pool(World& world, std::string name, std::size_t size);
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;
    /// Cancels what waits.
    ~Pool();

    /// Waits for a connection: of those that came back the one that has been idle for longest, or a new one. Completes with
    /// void(error_code, Lease): operation_aborted, and then none, if it is cancelled while it waits, which it can be with every
    /// type of cancellation. What was granted and whose handler is destroyed before it is called, as a drop does, goes to the
    /// next who waits.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_acquire(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, Lease)>(
            [pool = m_state](auto handler) {
                permitsOf(pool).startTaking("pool.acquire", std::move(handler),
                                            [pool](auto waiting, boost::system::error_code error, Permit permit) {
                                                Lease lease{pool, std::move(permit)};
                                                std::move(waiting)(error, std::move(lease));
                                            });
            },
            token);
    }

    /// At once: none if all are in use.
    Lease try_acquire();

    std::size_t in_use() const;

private:
    // What a pool has beyond its permits stands in the source alone.
    static Permits& permitsOf(const std::shared_ptr<PoolPermits>& pool);

    std::shared_ptr<PoolPermits> m_state;
};

} // namespace awaitscope
