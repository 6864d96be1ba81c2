// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/waiters.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace awaitscope {

/// An item of a queue of whatever type.
class QueueItem
{
public:
    explicit QueueItem(std::string shown) : text(std::move(shown)) {}
    QueueItem(const QueueItem&) = delete;
    QueueItem& operator=(const QueueItem&) = delete;
    virtual ~QueueItem() = default;

    std::string text;           ///< on the lane
    std::uint64_t sequence = 0; ///< its place: the order in which items came into the queue
};

/// What a Queue does, for items of any type: who waits, whose turn it is. Shared by the queue, its permits and what waits.
class QueueCore : public std::enable_shared_from_this<QueueCore>
{
public:
    using ItemPtr = std::unique_ptr<QueueItem>;

    /// Throws std::logic_error if nothing fits in.
    QueueCore(World& world, std::string name, std::size_t capacity);
    QueueCore(const QueueCore&) = delete;
    QueueCore& operator=(const QueueCore&) = delete;

    /// Wants to have an item in the queue, or, without one, a place for one.
    struct Entry final : Holding
    {
        explicit Entry(ItemPtr pushed = nullptr) : item(std::move(pushed)), isReservation(!item) {}
        ~Entry() override;

        ItemPtr item;                     ///< until it is in the queue
        bool isReservation;
        std::shared_ptr<QueueCore> place; ///< where a place is reserved for it that nobody has yet
    };

    /// Wants an item.
    struct Exit final : Holding
    {
        ~Exit() override;

        /// Null if it ended with an error.
        ItemPtr takeItem();

        ItemPtr item;
        std::shared_ptr<QueueCore> queue; ///< it came from, and goes back to
    };

    template <class Handler, class Deliver>
    void startEntering(std::string_view name, std::unique_ptr<Entry> entry, Handler handler, Deliver deliver)
    {
        startWaiting(m_world, name, m_entering, std::move(entry), std::move(handler), std::move(deliver));
        settle();
    }

    template <class Handler, class Deliver>
    void startLeaving(Handler handler, Deliver deliver)
    {
        startWaiting(m_world, "queue.pop", m_leaving, std::make_unique<Exit>(), std::move(handler), std::move(deliver));
        settle();
    }

    bool hasRoom() const { return !m_isClosed && m_items.size() + m_reserved < m_capacity; }
    /// There is room.
    void put(ItemPtr item);
    /// Into a place that was reserved.
    void putReserved(ItemPtr item);
    void giveUpPlace();
    /// Null if there is none.
    ItemPtr take();

    void close();
    bool isClosed() const { return m_isClosed; }
    std::size_t size() const { return m_items.size(); }

    /// The queue goes.
    void abort();

private:
    void settle();
    void enqueue(ItemPtr item);
    void comesBack(ItemPtr item);
    void show();

    World& m_world;
    Lane m_lane;
    std::size_t m_capacity;
    WaitLine m_entering; ///< pushes and reservations
    WaitLine m_leaving;  ///< while there are items: nobody
    std::deque<ItemPtr> m_items;
    std::size_t m_reserved = 0; ///< places
    std::size_t m_leaves = 0;   ///< items that are given to poppers who have not been called yet
    std::uint64_t m_nextSequence = 0;
    bool m_isClosed = false;
    std::string m_shown;
};

/// A queue with room for so many items. Fair on both sides: first come, first served, and what was pushed first is popped first.
/// Its lane shows what lies in it. T can be moved and, as error codes come with a value, be made by default.
///
/// Nothing is lost in it, whatever is cancelled or dropped: an item is with whoever pushes it, in the queue, or with whoever
/// popped it. What a popper does with what it has is its own affair, and operator|| throws a value away with the side that loses.
template <class T>
class Queue
{
public:
    /// A place in the queue that nobody else gets. It is given up when this goes unsent; default-made or moved from it is none.
    class Permit
    {
    public:
        Permit() = default;
        Permit(Permit&& other) noexcept = default;
        Permit& operator=(Permit&& other) noexcept
        {
            giveUp();
            m_place = std::move(other.m_place);
            return *this;
        }
        Permit(const Permit&) = delete;
        Permit& operator=(const Permit&) = delete;
        ~Permit() { giveUp(); }

        explicit operator bool() const { return m_place != nullptr; }

        /// Puts `item` into the queue, without waiting, and uses the permit up. Also where the queue was closed since. Throws
        /// std::logic_error if there is no permit.
        void send(T item)
        {
            if (!m_place)
                throw std::logic_error("a queue's permit is good for one item");
            std::exchange(m_place, nullptr)->putReserved(makeItem(std::move(item)));
        }

    private:
        friend class Queue;
        explicit Permit(std::shared_ptr<QueueCore> place) : m_place(std::move(place)) {}

        void giveUp()
        {
            if (const auto place = std::exchange(m_place, nullptr))
                place->giveUpPlace();
        }

        std::shared_ptr<QueueCore> m_place;
    };

    Queue(World& world, std::string name, std::size_t capacity)
        : m_core(std::make_shared<QueueCore>(world, std::move(name), capacity))
    {
    }
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;
    /// Cancels what waits.
    ~Queue() { m_core->abort(); }

    /// Waits until there is room for `item`. Completes with void(error_code) when it is in the queue, where it stays even if
    /// whoever pushed it never hears of it. operation_aborted if it is cancelled while it waits, which it can be with every type
    /// of cancellation, broken_pipe if the queue is closed: then the operation, which owned it, destroys the item. Who must not
    /// lose it reserves.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_push(T item, CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
            [core = m_core](auto handler, T pushed) {
                core->startEntering(
                    "queue.push", std::make_unique<QueueCore::Entry>(makeItem(std::move(pushed))), std::move(handler),
                    [](auto waiting, boost::system::error_code error, QueueCore::Entry&) { std::move(waiting)(error); });
            },
            token, std::move(item));
    }

    /// Waits until there is room for an item, which need not be there yet. Completes with void(error_code, Permit):
    /// operation_aborted if it is cancelled while it waits, which it can be with every type of cancellation, broken_pipe if the
    /// queue is closed; then there is no permit. A place that was granted and whose handler is destroyed before it is called, as
    /// a drop does, goes to the next who waits.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_reserve(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, Permit)>(
            [core = m_core](auto handler) {
                core->startEntering("queue.reserve", std::make_unique<QueueCore::Entry>(), std::move(handler),
                                    [](auto waiting, boost::system::error_code error, QueueCore::Entry& entry) {
                                        std::move(waiting)(error, Permit{std::exchange(entry.place, nullptr)});
                                    });
            },
            token);
    }

    /// Waits for an item. Completes with void(error_code, T): operation_aborted if it is cancelled while it waits, which it can
    /// be with every type of cancellation; eof if the queue is closed, nothing is left in it and no permit is out; T() comes with
    /// both. An item that left the queue for a popper whose handler is destroyed before it is called, as a drop does, goes back
    /// to its place at the front, even if the queue then holds one more than it has room for, or to the next who waits.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_pop(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code, T)>(
            [core = m_core](auto handler) {
                core->startLeaving(std::move(handler),
                                   [](auto waiting, boost::system::error_code error, QueueCore::Exit& exit) {
                                       const QueueCore::ItemPtr item = exit.takeItem();
                                       T value = item ? valueOf(*item) : T{};
                                       std::move(waiting)(error, std::move(value));
                                   });
            },
            token);
    }

    /// At once: false if it is full or closed, and then `item` is as it was.
    bool try_push(T&& item)
    {
        if (!m_core->hasRoom())
            return false;
        m_core->put(makeItem(std::move(item)));
        return true;
    }
    bool try_push(const T& item) { return try_push(T{item}); }

    /// At once: nothing if it is empty.
    std::optional<T> try_pop()
    {
        const QueueCore::ItemPtr item = m_core->take();
        return item ? std::optional<T>{valueOf(*item)} : std::nullopt;
    }

    /// Nothing more is pushed: what waits to push or to reserve ends with broken_pipe. What is in the queue can still be popped,
    /// and permits that are out can be used.
    void close() { m_core->close(); }

    bool is_closed() const { return m_core->isClosed(); }
    std::size_t size() const { return m_core->size(); } ///< items
    bool empty() const { return size() == 0; }

private:
    struct Item final : QueueItem
    {
        explicit Item(T content) : QueueItem(shown(content)), value(std::move(content)) {}

        static std::string shown(const T& value)
        {
            if constexpr (std::is_convertible_v<const T&, std::string_view>)
                return std::string{std::string_view{value}};
            else if constexpr (std::is_arithmetic_v<T>)
                return std::to_string(value);
            else
                return "item";
        }

        T value;
    };

    static QueueCore::ItemPtr makeItem(T&& item) { return std::make_unique<Item>(std::move(item)); }
    static T&& valueOf(QueueItem& item) { return std::move(static_cast<Item&>(item).value); }

    std::shared_ptr<QueueCore> m_core;
};

} // namespace awaitscope
