// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/traced_awaitable.hpp"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/cancellation_type.hpp>

namespace awaitscope::tracing {

namespace {

// The names of private members may be written in an explicit instantiation ([temp.spec.general]), and nowhere else: Asio lets
// nobody emit to the slot of an operation but the state in front of it, which keeps what passes.

template <class Tag, auto Member>
struct Reveal
{
    friend constexpr auto memberOf(Tag) { return Member; }
};

struct StateOfFrame
{
    friend constexpr auto memberOf(StateOfFrame);
};
template struct Reveal<StateOfFrame, &EntryFrame::cancellation_state_>;

struct HandlerOfSlot
{
    friend constexpr auto memberOf(HandlerOfSlot);
};
template struct Reveal<HandlerOfSlot, &asio::cancellation_slot::handler_>;

} // namespace

void stopOperationOf(EntryFrame& entry)
{
    // Asked for now, as reset_cancellation_state() makes another.
    const asio::cancellation_slot slot = (entry.*memberOf(StateOfFrame{})).slot();
    if (slot.is_connected() && slot.has_handler())
        (*(slot.*memberOf(HandlerOfSlot{})))->call(asio::cancellation_type::terminal);
}

} // namespace awaitscope::tracing
