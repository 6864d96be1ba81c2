// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place, with spawn_entry.hpp, that leans on asio::detail. Every translation unit with a coroutine that returns
// awaitable<T, any_io_executor> includes this header first: the specialisation below is program-wide, and a program that
// has both promises loses events. tests/core/trace fail loudly if a release of Boost changes what is relied on here.

#include "core/sim/standard_timers.hpp"
#include "core/sim/virtual_executor.hpp"
#include "core/trace/recorder.hpp"
#include "core/trace/spawn_entry.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/multiple_exceptions.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/core/demangle.hpp>
#include <boost/system/system_error.hpp>

#include <concepts>
#include <coroutine>
#include <exception>
#include <source_location>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

namespace awaitscope::tracing {

namespace asio = boost::asio;
using Frame = asio::detail::awaitable_frame_base<asio::any_io_executor>;

/// "std::runtime_error"
inline std::string readableName(const std::type_info& type) { return boost::core::demangle(type.name()); }

/// "operation_aborted" by its name, as semantics are told by it; others by the code's own words.
inline TraceError errorOf(const boost::system::system_error& error)
{
    const bool isAborted = error.code() == asio::error::operation_aborted;
    return {"boost::system::system_error", isAborted ? "operation_aborted" : error.code().message()};
}

/// It keeps the first of its parts only.
inline TraceError errorOf(const asio::multiple_exceptions& several)
{
    std::string first = "unknown";
    try {
        std::rethrow_exception(several.first_exception());
    } catch (const boost::system::system_error& error) {
        first = errorOf(error).what;
    } catch (const asio::multiple_exceptions& inner) { // of a group in a group
        first = errorOf(inner).what.substr(std::string_view{"first: "}.size());
    } catch (const std::exception& error) {
        first = error.what();
    } catch (...) {
    }
    return {"boost::asio::multiple_exceptions", "first: " + first};
}

/// Whether a value of the type has exceptions in it, as a parallel group's has.
template <class T>
constexpr bool holdsException = std::is_same_v<T, std::exception_ptr>;
template <class... Parts>
constexpr bool holdsException<std::tuple<Parts...>> = (holdsException<Parts> || ...);
template <class T>
constexpr bool holdsException<std::vector<T>> = holdsException<T>;

/// Keeps a coroutine suspended for ever, as an operation does that never completes: the run's budget is spent.
/// An exception would not do: a loop that catches everything goes on.
class ParkedCoroutine final : public Operation
{
public:
    ParkedCoroutine(DomainId domain, Origin origin, asio::detail::awaitable_thread<asio::any_io_executor>* thread)
        : Operation(domain, origin), m_thread(std::move(*thread))
    {
    }
    void run() override {}

private:
    asio::detail::awaitable_thread<asio::any_io_executor> m_thread;
};

/// What a traced promise knows of itself.
struct CoroutineTrace
{
    VirtualContext* context = nullptr; ///< null: the coroutine runs on an executor that is not ours
    Recorder* recorder = nullptr;
    Origin id = 0;
    bool began = false;
    bool ended = false;
};

/// Wraps the awaiter that Asio's await_transform gave and reports when it suspends and how it ends.
template <class Awaiter, class Promise>
class TracedAwaiter
{
public:
    template <class MakeAwaiter>
    TracedAwaiter(MakeAwaiter&& make, Promise& promise, const std::source_location& where)
        // Made in place: nothing says that an awaiter of Asio's can be moved.
        : m_awaiter(std::forward<MakeAwaiter>(make)()), m_promise(promise), m_where(where)
    {
    }
    TracedAwaiter(const TracedAwaiter&) = delete;
    TracedAwaiter& operator=(const TracedAwaiter&) = delete;

    ~TracedAwaiter()
    {
        // Only a frame that is destroyed while it is suspended here gets to this without an await_resume.
        if (m_suspended)
            trace().recorder->awaitEnded(m_await, AwaitEnd::dropped);
    }

    bool await_ready() { return m_awaiter.await_ready(); }

    template <class Handle>
    auto await_suspend(Handle handle)
    {
        if (Recorder* const recorder = trace().recorder) {
            // Ahead of the operand, which Asio starts when the coroutine is suspended: what that records comes behind.
            m_await = recorder->awaitSuspended(trace().id, m_where);
            m_suspended = m_await != 0;
        }
        if (trace().context && !trace().context->spendEvent()) {
            m_promise.park();
            return;
        }
        using Base = typename Promise::BaseFrame;
        // Asio's awaiters take a handle to their own promise. It is at the same address: see the static_assert below.
        m_awaiter.await_suspend(std::coroutine_handle<Base>::from_address(handle.address()));
    }

    decltype(auto) await_resume()
    {
        if (!m_suspended)
            return m_awaiter.await_resume();
        // Before anything can throw, or the destructor would tell of a drop.
        m_suspended = false;
        m_promise.resumes();
        // A guard for the value, which passes through untouched whatever its type.
        struct Report
        {
            TracedAwaiter& awaiter;
            bool threw = false;
            ~Report()
            {
                if (threw)
                    return;
                if constexpr (holdsException<std::decay_t<decltype(awaiter.m_awaiter.await_resume())>>)
                    awaiter.trace().recorder->exceptionsAreInVariable(awaiter.m_await);
                awaiter.trace().recorder->awaitEnded(awaiter.m_await, AwaitEnd::resumed);
            }
        } report{*this};
        try {
            return m_awaiter.await_resume();
        } catch (const boost::system::system_error& error) {
            report.threw = true;
            trace().recorder->awaitThrows(m_await, error.code());
            threw(m_promise.isCancellation(error));
            throw;
        } catch (const boost::asio::multiple_exceptions& several) {
            report.threw = true;
            trace().recorder->awaitThrows(m_await, errorOf(several));
            threw(false);
            throw;
        } catch (const std::exception& error) {
            report.threw = true;
            trace().recorder->awaitThrows(m_await, TraceError{readableName(typeid(error)), error.what()});
            threw(false);
            throw;
        } catch (...) {
            report.threw = true;
            trace().recorder->awaitThrows(m_await, TraceError{"unknown", ""});
            threw(false);
            throw;
        }
    }

private:
    CoroutineTrace& trace() { return m_promise.trace(); }

    void threw(bool cancelled)
    {
        m_promise.rememberThrown(cancelled);
        trace().recorder->exceptionArrives(m_await, std::current_exception());
        trace().recorder->awaitEnded(m_await, cancelled ? AwaitEnd::cancelled : AwaitEnd::threw);
    }

    Awaiter m_awaiter;
    Promise& m_promise;
    std::source_location m_where;
    Recorder::AwaitId m_await = 0;
    bool m_suspended = false;
};

/// Operands of co_await that never suspend for anything outside: Asio's own plumbing.
template <class Operand>
concept AsioPlumbing = requires(Operand operand, Frame* frame) {
    {
        operand(frame)
    } -> std::convertible_to<asio::detail::awaitable_thread<asio::any_io_executor>*>;
} || std::is_same_v<std::decay_t<Operand>, asio::detail::awaitable_thread_has_context_switched>;

template <class Operand>
struct IsAwaitable : std::false_type
{
};
template <class T>
struct IsAwaitable<asio::awaitable<T, asio::any_io_executor>> : std::true_type
{
};
template <class T>
    requires std::derived_from<T, asio::awaitable<void, asio::any_io_executor>>
             && (!std::is_same_v<T, asio::awaitable<void, asio::any_io_executor>>)
struct IsAwaitable<T> : std::true_type
{
};

/// Whether awaiting the operand is an await point: a coroutine or an operation, and not this_coro::… .
template <class Operand>
concept AwaitPoint = !AsioPlumbing<Operand> && (IsAwaitable<std::decay_t<Operand>>::value ||
                                                asio::is_async_operation<Operand>::value);

/// Asio's promise, plus a report of every await, of the coroutine's beginning and of its end.
template <class T>
class TracedPromise : public asio::detail::awaitable_frame<T, asio::any_io_executor>
{
public:
    using BaseFrame = asio::detail::awaitable_frame<T, asio::any_io_executor>;

    TracedPromise() = default;
    TracedPromise(const TracedPromise&) = delete;
    TracedPromise& operator=(const TracedPromise&) = delete;

    ~TracedPromise()
    {
        if (m_trace.began && !m_trace.ended)
            m_trace.recorder->coroutineEnded(m_trace.id, CoroutineEnd::dropped);
    }

    auto initial_suspend(std::source_location where = std::source_location::current()) noexcept
    {
        struct Begin
        {
            TracedPromise& promise;
            std::source_location where;
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<>) const noexcept {}
            // When it is first resumed: one that is made and never awaited did not begin, and before that it has no executor.
            void await_resume() const { promise.begin(where); }
        };
        return Begin{*this, where};
    }

    auto final_suspend() noexcept
    {
        // Here and not in the destructor: the frame is destroyed only when its caller goes on.
        if (m_trace.began && !m_trace.ended) {
            m_trace.ended = true;
            m_trace.recorder->coroutineEnded(m_trace.id, m_how);
        }
        return BaseFrame::final_suspend();
    }

    void unhandled_exception()
    {
        if (m_trace.recorder) { // or nobody asks what it is, which takes another throw to find out
            std::optional<TraceError> own;
            const bool isOfAwait = m_thrown && m_thrown == std::current_exception();
            const bool isCancelled = isOfAwait ? m_thrownIsCancellation : isThrownHereByCancellation(own);
            m_how = isCancelled ? CoroutineEnd::cancelled : CoroutineEnd::threw;
            m_trace.recorder->exceptionLeaves(m_trace.id, std::current_exception(), isOfAwait, std::move(own));
        }
        // Asio keeps the exception from here on; two owners would let it live as long as this frame.
        m_thrown = nullptr;
        BaseFrame::unhandled_exception();
    }

    template <class Operand>
        requires AwaitPoint<Operand>
    auto await_transform(Operand&& operand, std::source_location where = std::source_location::current())
    {
        using Awaiter = decltype(BaseFrame::await_transform(std::forward<Operand>(operand)));
        const auto make = [&]() -> Awaiter {
            try {
                return BaseFrame::await_transform(std::forward<Operand>(operand));
            } catch (...) {
                // A cancellation is sticky: Asio throws before the await starts.
                if (m_trace.recorder)
                    m_trace.recorder->awaitRefused(m_trace.id, where);
                rememberThrown(true);
                throw;
            }
        };
        return TracedAwaiter<Awaiter, TracedPromise>{make, *this, where};
    }

    template <class Operand>
        requires(!AwaitPoint<Operand>)
    auto await_transform(Operand&& operand)
    {
        return BaseFrame::await_transform(std::forward<Operand>(operand));
    }

    CoroutineTrace& trace() { return m_trace; }

    /// Whether `error` is operation_aborted after a cancellation was requested of this chain of coroutines.
    /// Either sign will do: reset_cancellation_state() forgets a request that the timeout made, and an operator|| in the
    /// lesson's own code requests one without any timeout.
    bool isCancellation(const boost::system::system_error& error) const
    {
        return error.code() == asio::error::operation_aborted &&
               ((m_trace.recorder && m_trace.recorder->hasFired()) ||
                (this->attached_thread_ &&
                 this->attached_thread_->get_cancellation_state().cancelled() != asio::cancellation_type::none));
    }

    /// From the handler of what an await threw: most often it is also what the coroutine ends by, and to find out a
    /// second time what it is would take another throw.
    void rememberThrown(bool cancelled)
    {
        m_thrown = std::current_exception();
        m_thrownIsCancellation = cancelled;
    }

    /// What it starts from now on belongs to its domain.
    void resumes()
    {
        if (m_entersDomain)
            m_trace.context->enterDomain(m_domain);
    }

    /// Suspends for ever. To be called from await_suspend only.
    void park()
    {
        // As Asio starts its operations: only when the coroutine is suspended may its frames change hands.
        this->after_suspend(
            [](void* argument) {
                auto& self = *static_cast<TracedPromise*>(argument);
                self.m_trace.context->start(
                    std::make_unique<ParkedCoroutine>(DomainId{}, self.m_trace.id, self.detach_thread()));
            },
            this);
    }

private:
    /// Of the exception that is being handled, which no await threw; `told` becomes what it is.
    bool isThrownHereByCancellation(std::optional<TraceError>& told) const
    {
        try {
            throw;
        } catch (const boost::system::system_error& error) {
            told = errorOf(error);
            return isCancellation(error);
        } catch (const boost::asio::multiple_exceptions& several) {
            told = errorOf(several);
        } catch (const std::exception& error) {
            told = TraceError{readableName(typeid(error)), error.what()};
        } catch (...) {
            told = TraceError{"unknown", ""};
        }
        return false;
    }

    /// Null where nothing is recorded, so that an await costs no more than it does without.
    static Recorder* recording(const VirtualContext& context)
    {
        Recorder* const recorder = Recorder::of(context);
        return recorder && recorder->isRecording() ? recorder : nullptr;
    }

    void begin(const std::source_location& where)
    {
        // The run is found through the executor: a global would break across modules.
        const asio::any_io_executor executor = this->attached_thread_->get_executor();
        if (const VirtualExecutor* const own = virtualExecutorOf(executor)) {
            m_trace.context = &own->context();
            m_trace.recorder = recording(own->context());
            m_domain = own->domain();
        } else if (VirtualContext* const around = virtualContextOf(executor)) {
            m_trace.context = around;
            m_trace.recorder = recording(*around);
            // A strand resumes in the domain of the executor that it was made from, whoever's turn it is.
            m_entersDomain = true;
            if (const Recorder* const recorder = Recorder::of(*around))
                m_domain = recorder->domainOfNext();
            resumes();
        }
        if (m_trace.recorder)
            m_trace.id = m_trace.recorder->coroutineBegan(where, m_domain);
        m_trace.began = m_trace.id != 0;
    }

    CoroutineTrace m_trace;
    CoroutineEnd m_how = CoroutineEnd::returned;
    DomainId m_domain = 0;
    bool m_entersDomain = false; ///< its executor does not
    std::exception_ptr m_thrown; ///< by the last await that threw
    bool m_thrownIsCancellation = false;
};

} // namespace awaitscope::tracing

/// Replaces Asio's promise for its default executor. Asio's own entry point has another (spawn_entry.hpp): it is no coroutine of
/// anybody's.
template <class T, class... Args>
    requires(!std::is_same_v<T, boost::asio::detail::awaitable_thread_entry_point>)
struct std::coroutine_traits<boost::asio::awaitable<T, boost::asio::any_io_executor>, Args...>
{
    using promise_type = awaitscope::tracing::TracedPromise<T>;

    static_assert(alignof(promise_type) == alignof(typename promise_type::BaseFrame),
                  "Asio finds the frame from its own promise: the derived one must start where it starts");
};

/// Asio's own coroutine around each operation that is awaited, which has nothing to tell: it keeps Asio's promise.
template <class T, class Initiation, class... Args>
struct std::coroutine_traits<boost::asio::awaitable<T, boost::asio::any_io_executor>, Initiation,
                             boost::asio::use_awaitable_t<boost::asio::any_io_executor>, Args...>
{
    using promise_type = boost::asio::detail::awaitable_frame<T, boost::asio::any_io_executor>;
};
