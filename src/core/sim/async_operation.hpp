// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/virtual_executor.hpp"

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace awaitscope {

/// How an operation that startOperation() starts waits and can be cancelled.
struct OperationOptions
{
    std::optional<VirtualDuration> duration; ///< empty: until somebody completes it
    boost::asio::cancellation_type supported = boost::asio::cancellation_type::all;
    bool background = false;
    bool isTold = true; ///< an error it ends with is one of the await that it was started for
};

/// For operations that do nothing to the world.
struct NothingElse
{
    void operator()(boost::system::error_code) const {}
};

/// Starts an operation of `context` for `handler`, whose associated executor decides the domain and where it completes,
/// and whose cancellation slot is honoured for the types in `options.supported`. `finish(handler, error_code)` is called
/// once, when the operation is taken from the ready queue; it invokes the handler. If the operation is destroyed first,
/// both are destroyed uninvoked. `completing(error_code)` is called when it enters that queue: what it does to the world
/// is done then, whoever is still there to hear of it. The operation returned is valid until `finish` is called.
/// The one way into the context for all that the teaching world offers, so that all of it is cancelled and dropped alike.
template <class Handler, class Finish, class Completing = NothingElse>
Operation& startOperation(VirtualContext& context, const OperationOptions& options, Handler handler, Finish finish,
                          Completing completing = {})
{
    namespace asio = boost::asio;
    using Executor = asio::associated_executor_t<Handler, VirtualExecutor>;
    using Slot = asio::associated_cancellation_slot_t<Handler>;

    struct HandlerOperation final : Operation
    {
        HandlerOperation(DomainId domain, Origin origin, Executor executor, Slot slot, Handler&& handler,
                         Finish&& finish, Completing&& completing)
            : Operation(domain, origin),
              m_executor(std::move(executor)),
              m_slot(slot),
              m_handler(std::move(handler)),
              m_finish(std::move(finish)),
              m_completing(std::move(completing))
        {
        }

        ~HandlerOperation() override
        {
            // Whoever owns the slot may outlive the operation; it must not find a dangling pointer there.
            if (m_slot.is_connected())
                m_slot.clear();
        }

        void completing() override { m_completing(result); }

        void run() override
        {
            // Before the handler: the coroutine that it resumes may start its next operation on the same slot, which must
            // stay connected, or may destroy the slot's signal, so that the destructor must not come back to it.
            if (m_slot.is_connected()) {
                m_slot.clear();
                m_slot = Slot{};
            }
            // Local copies: the coroutine that the handler resumes may look at anything but this operation.
            Handler handler = std::move(m_handler);
            Finish finish = std::move(m_finish);
            if (result && m_observer)
                m_observer->fails(m_part, result);
            if (virtualExecutorOf(m_executor))
                std::move(finish)(std::move(handler), result);
            else
                asio::dispatch(m_executor, [finish = std::move(finish), handler = std::move(handler),
                                            error = result]() mutable { std::move(finish)(std::move(handler), error); });
        }

        Executor m_executor;
        Slot m_slot;
        Handler m_handler;
        Finish m_finish;
        ExecutionObserver* m_observer = nullptr; ///< if it is told
        std::uint32_t m_part = 0;
        [[no_unique_address]] Completing m_completing;
    };

    Executor executor = asio::get_associated_executor(handler, context.get_executor());
    Slot slot = asio::get_associated_cancellation_slot(handler);
    const VirtualExecutor* const own = virtualExecutorOf(executor);
    const DomainId domain = own ? own->domain() : DomainId{};
    const Origin origin = context.observer() ? context.observer()->current() : Origin{};

    auto owner = std::make_unique<HandlerOperation>(domain, origin, std::move(executor), slot, std::move(handler),
                                                    std::move(finish), std::move(completing));
    if (options.isTold && context.observer()) {
        owner->m_observer = context.observer();
        owner->m_part = context.observer()->starts();
    }
    Operation& operation = *owner;
    if (options.duration)
        operation.due = context.now() + *options.duration;
    operation.background = options.background;
    context.start(std::move(owner));

    if (slot.is_connected()) {
        slot.assign([&context, &operation, supported = options.supported](asio::cancellation_type type) {
            if ((type & supported) != asio::cancellation_type::none)
                context.complete(operation, asio::error::operation_aborted);
        });
    }
    return operation;
}

} // namespace awaitscope
