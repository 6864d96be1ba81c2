// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/virtual_context.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/execution.hpp>

#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

namespace awaitscope {

/// The executor of a VirtualContext, and of one domain in it: what is spawned through a copy belongs to the same domain.
/// Converts to asio::any_io_executor. Valid as long as its context.
class VirtualExecutor
{
public:
    VirtualExecutor(VirtualContext& context, DomainId domain) noexcept : m_context(&context), m_domain(domain) {}

    VirtualContext& context() const noexcept { return *m_context; }
    DomainId domain() const noexcept { return m_domain; }
    VirtualExecutor withDomain(DomainId domain) const noexcept
    {
        VirtualExecutor other = *this;
        other.m_domain = domain;
        return other;
    }

    // The properties of io_context's executor that coroutines make use of.
    boost::asio::execution_context& query(boost::asio::execution::context_t) const noexcept { return *m_context; }

    static constexpr boost::asio::execution::mapping_t query(boost::asio::execution::mapping_t) noexcept
    {
        return boost::asio::execution::mapping.thread;
    }

    boost::asio::execution::blocking_t query(boost::asio::execution::blocking_t) const noexcept
    {
        if (m_neverBlocks)
            return boost::asio::execution::blocking.never;
        return boost::asio::execution::blocking.possibly;
    }

    boost::asio::execution::relationship_t query(boost::asio::execution::relationship_t) const noexcept
    {
        if (m_continues)
            return boost::asio::execution::relationship.continuation;
        return boost::asio::execution::relationship.fork;
    }

    VirtualExecutor require(boost::asio::execution::blocking_t::possibly_t) const noexcept
    {
        VirtualExecutor other = *this;
        other.m_neverBlocks = false;
        return other;
    }

    VirtualExecutor require(boost::asio::execution::blocking_t::never_t) const noexcept
    {
        VirtualExecutor other = *this;
        other.m_neverBlocks = true;
        return other;
    }

    VirtualExecutor require(boost::asio::execution::relationship_t::fork_t) const noexcept
    {
        VirtualExecutor other = *this;
        other.m_continues = false;
        return other;
    }

    VirtualExecutor require(boost::asio::execution::relationship_t::continuation_t) const noexcept
    {
        VirtualExecutor other = *this;
        other.m_continues = true;
        return other;
    }

    friend bool operator==(const VirtualExecutor&, const VirtualExecutor&) noexcept = default;

    template <class Function>
    void execute(Function function) const
    {
        ExecutionObserver* const observer = m_context->observer();
        // As io_context does inside of run(). Coroutines rely on it: a completion that is dispatched resumes them in this
        // turn and not in a later one.
        if (!m_neverBlocks && m_context->isRunning()) {
            // Not through `this` from here on: what runs may destroy the executor that it was dispatched through, as that of
            // a strand in the frame of the coroutine that it resumes.
            VirtualContext& context = *m_context;
            // What runs in place may resume other coroutines; afterwards the caller is current again.
            const Origin before = observer ? observer->current() : Origin{};
            const DomainId domainBefore = context.enterDomain(m_domain);
            // As io_context does: what it throws is none of the caller's, which may be another coroutine that spawned it.
            try {
                std::move(function)();
            } catch (...) {
                context.keepException(std::current_exception());
            }
            context.enterDomain(domainBefore);
            if (observer)
                observer->enter(before);
            return;
        }

        struct FunctionTask final : ReadyTask
        {
            FunctionTask(DomainId domain, Origin origin, Function&& work)
                : ReadyTask(domain, origin), m_work(std::move(work))
            {
            }
            void run() override { std::move(m_work)(); }
            Function m_work;
        };
        // Caused by whoever posts it, and not by whom it will resume: nobody knows that yet.
        auto task = std::make_unique<FunctionTask>(m_domain, observer ? observer->current() : Origin{},
                                                   std::move(function));
        if (m_continues)
            m_context->defer(std::move(task));
        else
            m_context->post(std::move(task));
    }

private:
    VirtualContext* m_context;
    DomainId m_domain;
    bool m_neverBlocks = false;
    bool m_continues = false;
};

/// The VirtualExecutor inside `executor`, or null if it is of another kind.
template <class Executor>
const VirtualExecutor* virtualExecutorOf(const Executor& executor) noexcept
{
    if constexpr (std::is_same_v<Executor, VirtualExecutor>)
        return &executor;
    else if constexpr (std::is_same_v<Executor, boost::asio::any_io_executor>)
        return executor.template target<VirtualExecutor>();
    else
        return nullptr;
}

/// The VirtualContext that `executor` runs on, also through what is put around its own, as a strand is; null if it is of
/// another kind.
inline VirtualContext* virtualContextOf(const boost::asio::any_io_executor& executor)
{
    if (const VirtualExecutor* const own = virtualExecutorOf(executor))
        return &own->context();
    return executor ? VirtualContext::of(boost::asio::query(executor, boost::asio::execution::context)) : nullptr;
}

} // namespace awaitscope
