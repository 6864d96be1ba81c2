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
#include <type_traits>
#include <utility>

namespace awaitscope {

/// How an operation that startOperation() starts waits and can be cancelled.
struct OperationOptions
{
    std::optional<VirtualDuration> duration; ///< empty: until somebody completes it; negative: it is late already
    boost::asio::cancellation_type supported = boost::asio::cancellation_type::all;
    bool background = false;
    bool isTold = true; ///< an error it ends with is one of the await that it was started for
    std::optional<std::uint64_t> place = std::nullopt; ///< see VirtualContext::start()
};

/// For operations that do nothing to the world.
struct NothingElse
{
    void operator()(boost::system::error_code) const {}
};

/// What a cancellation slot holds for an operation. The two know of each other: whichever goes first leaves the other
/// alone, and a slot that was bound to another operation since is not that one's to clear.
class CancelLink
{
public:
    CancelLink(VirtualContext& context, Operation& operation, CancelLink*& held, boost::asio::cancellation_type supported)
        : m_context(context), m_operation(&operation), m_held(&held), m_supported(supported)
    {
        held = this;
    }
    CancelLink(const CancelLink&) = delete;
    CancelLink& operator=(const CancelLink&) = delete;
    ~CancelLink()
    {
        if (m_held)
            *m_held = nullptr;
    }

    void operator()(boost::asio::cancellation_type type)
    {
        if (m_operation && (type & m_supported) != boost::asio::cancellation_type::none)
            m_context.complete(*m_operation, boost::asio::error::operation_aborted);
    }

    /// From the operation: nobody may cancel it any more.
    void cut()
    {
        *m_held = nullptr;
        m_held = nullptr;
        m_operation = nullptr;
    }

private:
    VirtualContext& m_context;
    Operation* m_operation;
    CancelLink** m_held;
    boost::asio::cancellation_type m_supported;
};

/// The operation that startOperation() makes; a `Base` is an Operation that knows more, of whoever started it.
template <class Base, class Handler, class Executor, class Finish, class Completing>
class HandlerOperation final : public Base
{
public:
    HandlerOperation(DomainId domain, Origin origin, Executor executor, Handler&& handler, Finish&& finish,
                     Completing&& completing)
        : Base(domain, origin),
          m_executor(std::move(executor)),
          m_handler(std::move(handler)),
          m_finish(std::move(finish)),
          m_completing(std::move(completing))
    {
    }

    ~HandlerOperation() override
    {
        // Whoever owns the slot may outlive the operation.
        if (m_link)
            m_link->cut();
    }

    void completing() override { m_completing(this->result); }

    void run() override
    {
        if (m_link)
            m_link->cut();
        // Local copies: the coroutine that the handler resumes may look at anything but this operation.
        Handler handler = std::move(m_handler);
        Finish finish = std::move(m_finish);
        if (this->result && m_observer)
            m_observer->fails(m_part, this->result);
        if (virtualExecutorOf(m_executor))
            std::move(finish)(std::move(handler), this->result);
        else
            boost::asio::dispatch(m_executor, [finish = std::move(finish), handler = std::move(handler),
                                               error = this->result]() mutable { std::move(finish)(std::move(handler), error); });
    }

    CancelLink*& link() { return m_link; }

    /// Has it told what it ends with, as an operation of what is current now. The observer outlives it.
    void tell(ExecutionObserver& observer)
    {
        m_observer = &observer;
        m_part = observer.starts();
    }

private:
    Executor m_executor;
    Handler m_handler;
    Finish m_finish;
    [[no_unique_address]] Completing m_completing;
    ExecutionObserver* m_observer = nullptr; ///< if it is told
    std::uint32_t m_part = 0;
    CancelLink* m_link = nullptr; ///< in the handler's cancellation slot
};

/// What get_associated_executor() gives for a handler that has none: no executor of anybody's.
struct NoExecutor
{
};

/// Starts an operation of `context` for `handler`, whose associated executor decides the domain and where it completes,
/// and whose cancellation slot is honoured for the types in `options.supported`. A handler without an executor completes on
/// `ioExecutor`, that of the object which the operation is one of; such a one, and one whose executor is not ours (a strand),
/// belongs to the domain of whoever starts it, or to the object's if that lies in it, so that a drop of either reaches it. `finish(handler, error_code)` is called
/// once, when the operation is taken from the ready queue; it invokes the handler. If the operation is destroyed first,
/// both are destroyed uninvoked. `completing(error_code)` is called when it enters that queue: what it does to the world
/// is done then, whoever is still there to hear of it. The operation returned is valid until `finish` is called.
template <class Base = Operation, class Handler, class IoExecutor, class Finish, class Completing = NothingElse>
Base& startOperationOn(const IoExecutor& ioExecutor, VirtualContext& context, const OperationOptions& options, Handler handler,
                       Finish finish, Completing completing = {})
{
    namespace asio = boost::asio;
    using Executor = asio::associated_executor_t<Handler, IoExecutor>;
    using Made = HandlerOperation<Base, Handler, Executor, Finish, Completing>;

    Executor executor = asio::get_associated_executor(handler, ioExecutor);
    auto slot = asio::get_associated_cancellation_slot(handler);
    DomainId domain = context.currentDomain();
    if (const VirtualExecutor* const object = virtualExecutorOf(ioExecutor); object && context.isWithin(object->domain(), domain))
        domain = object->domain();
    if constexpr (!std::is_same_v<asio::associated_executor_t<Handler, NoExecutor>, NoExecutor>) {
        if (const VirtualExecutor* const own = virtualExecutorOf(executor))
            domain = own->domain();
    }
    const Origin origin = context.observer() ? context.observer()->current() : Origin{};

    auto owner = std::make_unique<Made>(domain, origin, std::move(executor), std::move(handler), std::move(finish),
                                        std::move(completing));
    Made& operation = *owner;
    if (options.isTold && context.observer())
        operation.tell(*context.observer());
    if (options.duration)
        operation.due = context.now() + *options.duration;
    operation.background = options.background;
    context.start(std::move(owner), options.place);

    if (slot.is_connected())
        slot.template emplace<CancelLink>(context, operation, operation.link(), options.supported);
    return operation;
}

/// The same for a handler whose own executor is all that counts: without one, it completes wherever the context runs.
template <class Handler, class Finish, class Completing = NothingElse>
Operation& startOperation(VirtualContext& context, const OperationOptions& options, Handler handler, Finish finish,
                          Completing completing = {})
{
    return startOperationOn(context.get_executor(), context, options, std::move(handler), std::move(finish),
                            std::move(completing));
}

} // namespace awaitscope
