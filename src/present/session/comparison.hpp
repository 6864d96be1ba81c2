// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"
#include "present/scope/scope_model.hpp"

#include <QObject>
#include <QString>

#include <optional>

namespace awaitscope {

class Session;

/// Two runs beside each other: the one before a fork ("cancel here") and the one after it, or two variants. The earlier run
/// stays until it is dropped, undone, or another scene or lesson is entered.
class Comparison : public QObject
{
    Q_OBJECT

public:
    /// The session outlives it.
    explicit Comparison(Session& session, QObject* parent = nullptr);

    const std::optional<ScenarioRun>& origin() const { return m_origin; } ///< the run before the fork
    QString originWords() const;                                         ///< "before: no timeout"; empty without one
    /// Where the two runs differ first, once that was asked for; of no variant later than it is shown.
    std::optional<VirtualTime> difference() const { return m_difference; }

    /// The timeout fires where the playhead is. Why not, or empty.
    QString fork();
    void drop();
    void bringBack(const std::optional<ScenarioRun>& origin); ///< of a fork that was made before
    /// Goes to the first difference and marks it. What there is to say: where it is, or why there is none.
    QString showDifference();

    /// Puts the earlier run of the variant, as it ended, onto the lanes of the same coroutines and states.
    void addEarlier(ScopeModel& model, const QString& variant) const;

Q_SIGNALS:
    void changed();

private:
    void followRun();

    Session& m_session;
    std::optional<ScenarioRun> m_origin;
    int m_scene = 0;
    std::optional<VirtualTime> m_difference;
};

} // namespace awaitscope
