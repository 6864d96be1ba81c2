// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/spawn.hpp"

#include <boost/asio/co_spawn.hpp>

#include <exception>

namespace awaitscope {

void Spawn::operator()(boost::asio::awaitable<void> task) const
{
    // A domain directly below the root: dropping the one that spawns does not reach it.
    const VirtualExecutor executor = m_world.executor().withDomain(m_world.context().makeDomain(0));
    // A lambda without a cancellation slot: nothing that cancels the one that spawns can be passed on to the task.
    boost::asio::co_spawn(executor, std::move(task), [&world = m_world](const std::exception_ptr& error) {
        if (!error)
            return;
        world.recorder().exceptionSeen(error); // told in the console
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& exception) {
            world.recorder().addLogLine(std::string{"a spawned task failed: "} + exception.what());
        } catch (...) {
            world.recorder().addLogLine("a spawned task failed");
        }
    });
}

} // namespace awaitscope
