// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/traffic_run.hpp"

#include "core/run/run_end.hpp"
#include "core/run/traffic_stage.hpp"
#include "core/world/world.hpp"

#include <boost/asio/co_spawn.hpp>

#include <deque>
#include <exception>
#include <limits>
#include <memory>
#include <utility>

namespace awaitscope {

namespace {

/// See TrafficStage::serve().
constexpr VirtualDuration keptFor = std::chrono::minutes{10};

class TrafficRun
{
public:
    TrafficRun(const Program& program, const TrafficConditions& conditions, TrafficClients& clients)
        : m_clients(clients)
        , m_context(std::numeric_limits<std::uint64_t>::max(), &m_recorder)
        , m_world(m_context, m_recorder, {conditions.model, {}, conditions.parameters, conditions.cancelOn})
        , m_ledger(m_world, conditions.timeToLive, conditions.timeNames, [&clients](VirtualTime at) { clients.lost(at); })
        , m_program(program)
    {
        m_recorder.attach(m_context);
        m_recorder.recordNothing();
        m_recorder.setWorld(&m_world);
        m_context.limitInstant(mostEventsAtOnce);
    }

    ~TrafficRun()
    {
        // Coroutines refer to what serves them, and that to the stage.
        m_context.dropAll();
    }

    TrafficRun(const TrafficRun&) = delete;
    TrafficRun& operator=(const TrafficRun&) = delete;

    Result<bool> run()
    {
        bool spins = false;
        try {
            m_stage = m_program.makeTraffic(m_world, m_ledger);
            expectNext();
            m_context.run();
        } catch (const EventBudgetExceeded&) {
            spins = true;
        } catch (const std::exception& exception) {
            return fault(std::string{"the exception \""} + exception.what() + '"');
        } catch (...) {
            return fault("an exception");
        }
        if (m_failure)
            return *m_failure;
        if (spins || m_context.isSpinning())
            return Diagnostic{"A request of the traffic goes on and on without waiting for time to pass. Run it by itself to see where: "
                              "awaitscope-cli run.", {}, 0, true};
        m_ledger.settle();
        for (const std::unique_ptr<Live>& left : m_pending) {
            if (left)
                tell(*left, false);
        }
        return !m_isStopped;
    }

private:
    /// A request and what serves it, at an address of their own.
    struct Live
    {
        TrafficRequest request;
        std::unique_ptr<ServedRequest> served;
        bool hadEntry = false;
        VirtualTime ended;
        std::size_t slot = 0; ///< in m_pending
    };

    class Arrival final : public Operation
    {
    public:
        explicit Arrival(TrafficRun& run) : Operation(DomainId{}, Origin{}), m_run(run) {}
        void run() override { m_run.arrive(); }

    private:
        TrafficRun& m_run;
    };

    Diagnostic fault(const std::string& what) const
    {
        return {what + " left the traffic of the scenario, where nobody catches it. Mend what throws it.", "scenario.cpp", 0, true};
    }

    void expectNext()
    {
        if (m_clients.isStopped()) {
            m_isStopped = true;
            m_context.stop();
            return;
        }
        m_next = std::make_unique<Live>();
        m_ledger.bind(m_next->request);
        if (!m_clients.next(m_next->request)) {
            m_next.reset();
            return;
        }
        auto arrival = std::make_unique<Arrival>(*this);
        arrival->due = m_next->request.arrival;
        m_context.start(std::move(arrival));
    }

    void arrive()
    {
        while (!m_ended.empty() && m_ended.front()->ended + keptFor < m_context.now())
            m_ended.pop_front();
        Live& live = *m_next;
        if (m_freeSlots.empty()) {
            m_freeSlots.push_back(m_pending.size());
            m_pending.emplace_back();
        }
        live.slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_pending[live.slot] = std::move(m_next);
        live.hadEntry = m_ledger.wasEverStored(live.request.keyNumber);
        live.served = m_stage->serve(live.request);
        boost::asio::co_spawn(m_context.get_executor(), live.served->caller(),
                              [this, &live](const std::exception_ptr& error) { end(live, error); });
        expectNext();
    }

    void end(Live& live, const std::exception_ptr& error)
    {
        if (error && !m_failure) {
            try {
                std::rethrow_exception(error);
            } catch (const std::exception& exception) {
                m_failure = fault("in request " + std::to_string(live.request.number) + " the exception \"" + exception.what() + '"');
            } catch (...) {
                m_failure = fault("in request " + std::to_string(live.request.number) + " an exception");
            }
            m_context.stop();
        }
        live.ended = m_context.now();
        tell(live, true);
        m_freeSlots.push_back(live.slot);
        m_ended.push_back(std::move(m_pending[live.slot]));
    }

    void tell(const Live& live, bool isTimely)
    {
        TrafficAnswer answer;
        answer.at = m_context.now();
        answer.isTimely = isTimely;
        answer.asked = m_ledger.asked(live.request);
        answer.obtained = m_ledger.obtained(live.request);
        answer.isStored = answer.obtained && m_ledger.isStored(*answer.obtained);
        answer.hadEntry = live.hadEntry;
        if (const std::optional<std::string> received = live.served->received())
            answer.given = TrafficLedger::givenAt(*received);
        m_clients.answered(live.request, answer);
    }

    TrafficClients& m_clients;
    SourceSet m_noSources;
    Recorder m_recorder{m_noSources}; ///< before the context, as in a run of one request
    VirtualContext m_context;
    World m_world;
    TrafficLedger m_ledger;
    const Program& m_program;
    std::unique_ptr<TrafficStage> m_stage;
    std::unique_ptr<Live> m_next;
    std::vector<std::unique_ptr<Live>> m_pending; ///< null where a slot is free
    std::vector<std::size_t> m_freeSlots;
    std::deque<std::unique_ptr<Live>> m_ended; ///< in the order of their ends
    std::optional<Diagnostic> m_failure;
    bool m_isStopped = false;
};

} // namespace

Result<bool> simulateTraffic(const Program& program, const TrafficConditions& conditions, TrafficClients& clients)
{
    if (!program.makeTraffic)
        return Diagnostic{"The scenario of this lesson has no traffic: its AWAITSCOPE_STAGE() names one class only "
                          "(lessons/README.md, \"Weeks of traffic\").",
                          "scenario.cpp", 0};
    return TrafficRun{program, conditions, clients}.run();
}

} // namespace awaitscope
