// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/task.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>

namespace awaitscope {

struct Task::Running : State
{
    Running(World& surroundings, std::string name)
        : State(surroundings),
          lane(surroundings.lane(std::move(name))),
          span(lane.span("running", "running")),
          domain(surroundings.context().makeDomain(0)) // directly below the root: no drop of anybody else reaches it
    {
    }

    void end(std::exception_ptr error)
    {
        isDone = true;
        span.end();
        lane.holds(howItEnded(error));
        thrown = std::move(error);
        joining.completeAll();
    }

    static std::string howItEnded(const std::exception_ptr& error)
    {
        if (!error)
            return "ended";
        try {
            std::rethrow_exception(error);
        } catch (const boost::system::system_error& exception) {
            return exception.code() == boost::asio::error::operation_aborted ? "aborted"
                                                                            : std::string{"failed: "} + exception.what();
        } catch (const std::exception& exception) {
            return std::string{"failed: "} + exception.what();
        } catch (...) {
            return "failed";
        }
    }

    Lane lane;
    Lane::Span span;
    DomainId domain;
    boost::asio::cancellation_signal signal;
};

/// The coroutine's completion handler. It is destroyed without having been called only where the coroutine is dropped.
struct Task::Ending
{
    explicit Ending(std::shared_ptr<Running> ended) : running(std::move(ended)) {}
    Ending(Ending&& other) noexcept = default;
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;
    ~Ending()
    {
        if (running)
            running->end(asException(boost::asio::error::operation_aborted));
    }

    void operator()(std::exception_ptr error) { std::exchange(running, nullptr)->end(std::move(error)); }

    std::shared_ptr<Running> running;
};

/// In a turn of its own, as a task may abort itself, and what runs cannot be dropped. Nobody's, as it resumes nobody.
struct Task::Drop final : ReadyTask
{
    explicit Drop(std::shared_ptr<Running> dropped) : ReadyTask(DomainId{}, Origin{}), running(std::move(dropped)) {}

    void run() override
    {
        if (!running->isDone)
            running->world.context().drop(running->domain);
    }

    std::shared_ptr<Running> running;
};

Task::Task(World& world, std::string name, boost::asio::awaitable<void> coroutine)
{
    const auto running = std::make_shared<Running>(world, std::move(name));
    m_state = running;
    boost::asio::co_spawn(world.executor().withDomain(running->domain), std::move(coroutine),
                          boost::asio::bind_cancellation_slot(running->signal.slot(), Ending{running}));
}

void Task::abort()
{
    const auto running = std::static_pointer_cast<Running>(m_state);
    if (running->isDone)
        return;
    if (running->world.model() == CancelModel::asio)
        running->signal.emit(boost::asio::cancellation_type::terminal);
    else if (running->world.model() == CancelModel::drop)
        running->world.context().post(std::make_unique<Drop>(running));
}

std::exception_ptr Task::asException(boost::system::error_code error)
{
    return std::make_exception_ptr(boost::system::system_error{error});
}

} // namespace awaitscope
