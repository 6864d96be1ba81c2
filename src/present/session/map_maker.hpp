// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/sweep.hpp"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace awaitscope {

/// Makes an outcome map, on a thread of its own; empty when the observer stopped it.
using Sweeper = std::function<Result<std::optional<Sweep>>(const Lesson&, const Scenario&, const SweepObserver&)>;

/// Makes the outcome map of one scenario after the other, off the GUI thread. One that is superseded is stopped, and not
/// waited for.
class MapMaker : public QObject
{
    Q_OBJECT

public:
    explicit MapMaker(Sweeper sweeper, QObject* parent = nullptr);
    ~MapMaker() override; ///< asks the thread to stop and waits until it has

    const std::optional<Sweep>& map() const { return m_map; } ///< empty while it is being made
    /// What there is of it: variants follow one another as they are done.
    const Sweep& mapSoFar() const { return m_map ? *m_map : m_mapSoFar; }
    /// Not so, and map() empty: it failed, as was told.
    bool isMaking() const { return m_isMaking; }
    /// Runs made for it up to now, once it has taken longer than 100 ms; empty before that and when it is done.
    std::optional<std::int64_t> progress() const;

    /// Drops the map there is: another one will be asked for at once.
    void forget(const Lesson& lesson, const Scenario& scenario);
    void make(std::shared_ptr<const Lesson> lesson, const Scenario& scenario);

Q_SIGNALS:
    void changed(); ///< there is more of it, or it took so long that its progress is worth telling
    void failed(const awaitscope::Diagnostic& diagnostic);

private:
    struct Job;

    void retire();
    void take(Result<std::optional<Sweep>> result);

    Sweeper m_sweeper;
    std::optional<Sweep> m_map;
    Sweep m_mapSoFar;
    QTimer* m_slow = nullptr; ///< runs out when it takes long
    bool m_isMaking = false;
    bool m_isSlow = false;
    int m_generation = 0;
    // Last: their threads use what stands above.
    std::vector<std::unique_ptr<Job>> m_retired; ///< asked to stop, but a run of somebody's code may take its time
    std::unique_ptr<Job> m_job;
};

} // namespace awaitscope
