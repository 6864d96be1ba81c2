// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/queue.hpp"

#include <algorithm>

namespace awaitscope {

QueueCore::QueueCore(World& world, std::string name, std::size_t capacity)
    : m_world(world),
      m_lane(world.lane(name, "state")),
      m_capacity(capacity),
      m_entering(world.context()),
      m_leaving(world.context())
{
    if (capacity == 0)
        throw std::logic_error("the queue '" + name + "' has room for nothing: give it a capacity of 1 or more");
    show();
}

QueueCore::Entry::~Entry()
{
    if (place)
        place->giveUpPlace();
}

QueueCore::Exit::~Exit()
{
    if (item)
        queue->comesBack(std::move(item));
}

QueueCore::ItemPtr QueueCore::Exit::takeItem()
{
    ItemPtr taken = std::move(item);
    if (taken) {
        --queue->m_leaves;
        queue->settle();
    }
    return taken;
}

void QueueCore::put(ItemPtr item)
{
    enqueue(std::move(item));
    settle();
}

void QueueCore::putReserved(ItemPtr item)
{
    --m_reserved;
    put(std::move(item));
}

void QueueCore::giveUpPlace()
{
    --m_reserved;
    settle();
}

QueueCore::ItemPtr QueueCore::take()
{
    if (m_items.empty())
        return nullptr;
    ItemPtr item = std::move(m_items.front());
    m_items.pop_front();
    settle();
    return item;
}

void QueueCore::close()
{
    m_isClosed = true;
    settle();
}

void QueueCore::abort()
{
    m_entering.completeAll(boost::asio::error::operation_aborted);
    m_leaving.completeAll(boost::asio::error::operation_aborted);
}

void QueueCore::enqueue(ItemPtr item)
{
    item->sequence = m_nextSequence++;
    m_items.push_back(std::move(item));
}

void QueueCore::comesBack(ItemPtr item)
{
    --m_leaves;
    // By its number and not simply to the front: of two poppers that are dropped together the first gives back first.
    const auto behind = std::ranges::find_if(
        m_items, [&](const ItemPtr& other) { return other->sequence > item->sequence; });
    m_items.insert(behind, std::move(item));
    settle();
}

void QueueCore::settle()
{
    // Until nobody's turn has come: an item that leaves makes room, and one that enters may be waited for.
    for (bool again = true; again;) {
        again = false;
        if (!m_leaving.empty() && !m_items.empty()) {
            Exit& exit = m_leaving.first<Exit>();
            exit.item = std::move(m_items.front());
            exit.queue = shared_from_this();
            m_items.pop_front();
            ++m_leaves;
            m_leaving.completeFirst();
            again = true;
        }
        if (!m_entering.empty() && hasRoom()) {
            Entry& entry = m_entering.first<Entry>();
            if (entry.isReservation) {
                entry.place = shared_from_this();
                ++m_reserved;
            } else {
                enqueue(std::move(entry.item));
            }
            m_entering.completeFirst();
            again = true;
        }
    }
    if (m_isClosed) {
        m_entering.completeAll(boost::asio::error::broken_pipe);
        // A permit that is out may still bring an item, and one that is on its way to a popper may come back.
        if (m_items.empty() && m_reserved == 0 && m_leaves == 0)
            m_leaving.completeAll(boost::asio::error::eof);
    }
    show();
}

void QueueCore::show()
{
    std::string content;
    const auto add = [&content](const std::string& part) { content += content.empty() ? part : ", " + part; };
    for (const ItemPtr& item : m_items)
        add(item->text);
    if (m_reserved > 0)
        add(std::to_string(m_reserved) + " reserved");
    if (content.empty())
        content = "empty";
    if (m_isClosed)
        content += "; closed";
    // A waiting popper changes nothing that the lane shows.
    if (content != m_shown)
        m_lane.holds(m_shown = std::move(content));
}

} // namespace awaitscope
