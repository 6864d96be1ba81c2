// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/traffic/traffic.hpp"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace awaitscope {

/// Serves the same traffic by several versions, each on a thread of its own, off the GUI thread. What is superseded is stopped, and
/// not waited for.
class TrafficMaker : public QObject
{
    Q_OBJECT

public:
    explicit TrafficMaker(QObject* parent = nullptr);
    ~TrafficMaker() override; ///< asks the threads to stop and waits until they have

    void make(std::shared_ptr<const Lesson> lesson, const std::vector<TrafficOrder>& orders);
    void stop(); ///< what there is stays

    /// The last that were complete, in the order of their orders, without those that failed; empty before that.
    const std::vector<TrafficResult>& results() const { return m_results; }
    bool isMaking() const { return m_job != nullptr; }
    double progress() const; ///< 0 to 1, while it is making

Q_SIGNALS:
    void changed();    ///< there are other results
    void progressed(); ///< while it takes long
    void failed(const awaitscope::Diagnostic& diagnostic); ///< of one of them; the others go on

private:
    struct Job;

    void retire();
    void take(std::size_t index, Result<std::optional<TrafficResult>> result);

    std::vector<TrafficResult> m_results;
    std::vector<std::optional<TrafficResult>> m_arrived;
    std::size_t m_expected = 0; ///< how many are still to come
    QTimer* m_slow;
    int m_generation = 0;
    // Last: their threads use what stands above.
    std::vector<std::unique_ptr<Job>> m_retired;
    std::unique_ptr<Job> m_job;
};

} // namespace awaitscope
