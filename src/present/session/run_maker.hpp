// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace awaitscope {

/// Runs scenarios whose variants may run in processes of their own, where code that nobody knows takes its time: the GUI
/// thread waits for no more than a moment.
class RunMaker : public QObject
{
    Q_OBJECT

public:
    explicit RunMaker(QObject* parent = nullptr);
    ~RunMaker() override; ///< waits for the run under way, which has limits

    /// The run, if it is there or can be had at once; empty: it is under way, and finished() says when to ask again. The
    /// run asked for last counts; one before it that is still under way is forgotten.
    std::optional<Result<ScenarioRun>> make(std::shared_ptr<const Lesson> lesson, const Scenario& scenario);

    void forget(); ///< what is under way; finished() will not come for it
    bool isRunning() const { return m_isAwaited; }

Q_SIGNALS:
    void finished();

private:
    struct State;

    std::unique_ptr<State> m_state; ///< its thread uses it
    bool m_isAwaited = false;
};

} // namespace awaitscope
