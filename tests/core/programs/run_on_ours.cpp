// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/programs/run.hpp"
#include "core/support/test_run.hpp"
#include "core/programs/machine.hpp"

namespace awaitscope::programs {

namespace {

class OurPlatform
{
public:
    using Executor = asio::any_io_executor;
    using Timer = asio::steady_timer;

    OurPlatform() { m_recorder.attach(m_context); }
    OurPlatform(const OurPlatform&) = delete;
    OurPlatform& operator=(const OurPlatform&) = delete;
    ~OurPlatform() { m_context.dropAll(); }

    Executor executor() { return m_context.get_executor(); }
    std::int64_t now() const { return toMicroseconds(m_context.now()) / 1000; }
    void run() { m_context.run(); }

private:
    /// The machine's own coroutines are the ones that are recorded, as a lesson's are.
    static const SourceSet& sources()
    {
        static const SourceSet found{"programs",
                                     {SourceIndex{"machine.hpp", test::readSource("tests/core/programs/machine.hpp")}}};
        return found;
    }

    Recorder m_recorder{sources()};
    VirtualContext m_context{1'000'000, &m_recorder};
};

} // namespace

std::vector<std::string> runOnOurs(const Program& program)
{
    return Machine<OurPlatform>{}.run(program);
}

} // namespace awaitscope::programs
