// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/run_maker.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace awaitscope {

namespace {

/// A run that spins or threw is shown as far as it goes; what it is a fault of is told beside it.
const RunLimits limits{.showsFaults = true};

constexpr std::chrono::milliseconds patience{40}; ///< a good answer takes one; a frame may be late for it

struct Question
{
    std::shared_ptr<const Lesson> lesson;
    Scenario scenario;

    friend bool operator==(const Question&, const Question&) = default;
};

} // namespace

struct RunMaker::State
{
    std::mutex mutex; ///< of all but the thread
    std::condition_variable_any changed;
    std::optional<Question> wanted;
    std::optional<Question> answered;
    std::optional<Result<ScenarioRun>> answer;
    bool tellsLater = false; ///< nobody waits for the answer any more
    std::jthread thread;
};

RunMaker::RunMaker(QObject* parent) : QObject(parent), m_state(std::make_unique<State>()) {}

RunMaker::~RunMaker()
{
    m_state->thread.request_stop();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

std::optional<Result<ScenarioRun>> RunMaker::make(std::shared_ptr<const Lesson> lesson, const Scenario& scenario)
{
    const bool isQuick = lesson->isBlank || std::ranges::none_of(scenario.variants, [&](const auto& variant) { return lesson->runsElsewhere(variant); });
    if (isQuick) {
        forget();
        return runScenario(*lesson, scenario, limits);
    }
    State& state = *m_state;
    std::unique_lock lock{state.mutex};
    const Question question{std::move(lesson), scenario};
    if (state.answered == question) {
        m_isAwaited = false;
        state.answered.reset(); // the next time it may be another one: the code decides
        return std::exchange(state.answer, std::nullopt);
    }
    if (!state.thread.joinable()) {
        state.thread = std::jthread{[this, &state](const std::stop_token& stop) {
            std::unique_lock own{state.mutex};
            while (state.changed.wait(own, stop, [&] { return state.wanted.has_value(); })) {
                const Question now = *std::exchange(state.wanted, std::nullopt);
                own.unlock();
                Result<ScenarioRun> result = runScenario(*now.lesson, now.scenario, limits);
                own.lock();
                if (state.wanted) // another one has been asked for since
                    continue;
                state.answered = now;
                state.answer = std::move(result);
                state.changed.notify_all();
                if (state.tellsLater)
                    QMetaObject::invokeMethod(
                        this,
                        [this] {
                            if (m_isAwaited)
                                Q_EMIT finished();
                        },
                        Qt::QueuedConnection);
            }
        }};
    }
    state.wanted = question;
    state.answered.reset();
    state.answer.reset();
    state.tellsLater = false;
    state.changed.notify_all();
    if (state.changed.wait_for(lock, patience, [&] { return state.answered == question; })) {
        m_isAwaited = false;
        state.answered.reset();
        return std::exchange(state.answer, std::nullopt);
    }
    state.tellsLater = true;
    m_isAwaited = true;
    return std::nullopt;
}

void RunMaker::forget()
{
    m_isAwaited = false;
    const std::scoped_lock lock{m_state->mutex};
    m_state->wanted.reset();
    m_state->answered.reset();
    m_state->answer.reset();
}

} // namespace awaitscope
