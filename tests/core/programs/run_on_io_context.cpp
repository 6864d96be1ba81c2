// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/programs/machine.hpp"
#include "core/programs/run.hpp"
#include "support/turned_clock.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>

namespace awaitscope::programs {

namespace {

class IoContextPlatform
{
public:
    /// What any_io_executor is made of, under another name: its coroutines are not the traced ones of this program.
    using Executor = asio::any_io_executor::base_type;
    using Timer = asio::basic_waitable_timer<test::TurnedClock, test::TurnedWait, Executor>;

    IoContextPlatform() { test::TurnedClock::wind(); }

    Executor executor() { return m_context.get_executor(); }
    std::int64_t now() const { return test::TurnedClock::current.count(); }

    void run() { test::runTurning(m_context); }

private:
    asio::io_context m_context;
};

} // namespace

std::vector<std::string> runOnIoContext(const Program& program)
{
    return Machine<IoContextPlatform>{}.run(program);
}

} // namespace awaitscope::programs
