// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/catalogue.hpp"
#include "lesson/runner.hpp"
#include "lesson/scenario.hpp"
#include "lesson/sweep.hpp"
#include "present/playback.hpp"
#include "present/time_window.hpp"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QTimer;

namespace awaitscope {

/// What the window shows: a lesson, a scenario, its runs, its outcome map, and the playhead. Every change of any of them
/// goes through here, and a change that fails leaves everything as it was and says why through `failed`.
class Session : public QObject
{
    Q_OBJECT

public:
    /// Makes an outcome map, on a thread of its own; empty when the observer stopped it.
    using Sweeper = std::function<Result<std::optional<Sweep>>(const Lesson&, const Scenario&, const SweepObserver&)>;

    /// `catalogue` outlives the session and has at least one lesson; starts with the first lesson's first scene.
    explicit Session(const Catalogue& catalogue, QObject* parent = nullptr);
    Session(const Catalogue& catalogue, Sweeper sweeper, QObject* parent = nullptr);
    ~Session() override;

    const Catalogue& catalogue() const { return m_catalogue; }
    const Lesson& lesson() const { return *m_lesson; }
    const Scenario& scenario() const { return m_run.scenario; }
    const ScenarioRun& run() const { return m_run; }
    const std::optional<Sweep>& sweep() const { return m_sweep; } ///< empty while it is being made
    /// What there is of it: variants follow one another as they are done.
    const Sweep& sweepSoFar() const { return m_sweep ? *m_sweep : m_sweepSoFar; }
    /// Whether a map is being made. Not so, and sweep() empty: it failed, as was told.
    bool isSweeping() const { return m_isSweeping; }
    /// Runs made for it up to now, once it has taken longer than 100 ms; empty before that and when it is done.
    std::optional<std::int64_t> sweepProgress() const;
    Playback& playback() { return *m_playback; }
    TimeWindow& timeWindow() { return *m_timeWindow; } ///< which part of the axis is seen
    int scene() const { return m_scene; }              ///< index into lesson().story.scenes
    QString scenarioString() const; ///< of what is shown, the playhead included if it is not at the end

    /// For a shell: runs the first variant that is shown without a window.
    QString command() const;

    /// A whole scenario string or a patch: GUI argument, paste, links. False: nothing changed and `failed` was emitted.
    bool apply(const QString& scenarioString);

    /// What was shown before, `lesson` of the catalogue. The playhead stays, and so does the zoom. False as above.
    bool restore(const Lesson& lesson, Scenario scenario, int scene);

public Q_SLOTS:
    void
    setTimeout(const awaitscope::Timeout& timeout); ///< the playhead goes to the end, so that everything is visible
    /// As an ordinary time, where one hits it: the middle of that await's span without a timeout, or its end.
    void aimAt(const QString& variant, int awaitNumber, awaitscope::AwaitWindow window = AwaitWindow::pending);
    void moveTimeout(awaitscope::VirtualDuration by); ///< within the axis; without a timeout from its end
    void setModel(awaitscope::CancelModel model);
    void setNextModel();
    void setParameter(const QString& name, awaitscope::VirtualDuration value);
    void revealTimeout(); ///< where one has zoomed in
    void setLesson(const QString& slug, int scene);
    void setScene(int index); ///< restores the scene's scope settings exactly; clamped

Q_SIGNALS:
    void runChanged();   ///< scenario, traces, axis
    void sweepChanged(); ///< there is more of it, or it took so long that its progress is worth telling
    void sceneChanged();
    void lessonChanged();
    void failed(const QString& message);

private:
    enum class PlayheadGoes { staysWhereItIs, asTheScenarioSays };

    bool show(const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead = PlayheadGoes::staysWhereItIs);
    bool enterScene(const Lesson& lesson, int index);
    bool showIn(int scene, const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead);
    bool fail(const Diagnostic& diagnostic); ///< always false
    void forgetSweep();
    void makeSweep();
    void takeSweep(Result<std::optional<Sweep>> result);

    const Catalogue& m_catalogue;
    const Lesson* m_lesson = nullptr;
    ScenarioRun m_run;
    Sweeper m_sweeper;
    std::optional<Sweep> m_sweep;
    Sweep m_sweepSoFar;
    QTimer* m_slowSweep = nullptr; ///< runs out when a sweep takes long
    bool m_isSweeping = false;
    bool m_isSweepSlow = false;
    Playback* m_playback = nullptr;
    TimeWindow* m_timeWindow = nullptr;
    bool m_isShowing = false; ///< another run is being put in place
    int m_scene = 0;
    int m_sweepGeneration = 0;
    struct SweepJob;
    std::unique_ptr<SweepJob> m_sweepJob; ///< off the GUI thread; superseded ones are stopped
};

} // namespace awaitscope
