// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/catalogue.hpp"
#include "lesson/runner.hpp"
#include "lesson/scenario.hpp"
#include "lesson/sweep.hpp"
#include "present/playback.hpp"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace awaitscope {

/// What the window shows: a lesson, a scenario, its runs, its outcome map, and the playhead. Every change of any of them
/// goes through here, and a change that fails leaves everything as it was and says why through `failed`.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` outlives the session and has at least one lesson; starts with the first lesson's first scene.
    explicit Session(const Catalogue& catalogue, QObject* parent = nullptr);
    ~Session() override;

    const Catalogue& catalogue() const { return m_catalogue; }
    const Lesson& lesson() const { return *m_lesson; }
    const Scenario& scenario() const { return m_run.scenario; }
    const ScenarioRun& run() const { return m_run; }
    const std::optional<Sweep>& sweep() const { return m_sweep; } ///< empty while it is being made
    Playback& playback() { return *m_playback; }
    int scene() const { return m_scene; } ///< index into lesson().story.scenes
    QString scenarioString() const;       ///< of what is shown, the playhead included if it is not at the end

    /// A whole scenario string or a patch: GUI argument, paste, links. False: nothing changed and `failed` was emitted.
    bool apply(const QString& scenarioString);

public Q_SLOTS:
    void
    setTimeout(const awaitscope::Timeout& timeout); ///< the playhead goes to the end, so that everything is visible
    void aimAt(const QString& variant,
               int awaitNumber); ///< the middle of that await's span without a timeout, as an ordinary time
    void setModel(awaitscope::CancelModel model);
    void setParameter(const QString& name, awaitscope::VirtualDuration value);
    void setScene(int index); ///< restores the scene's scope settings exactly; clamped

Q_SIGNALS:
    void runChanged(); ///< scenario, traces, axis
    void sweepChanged();
    void sceneChanged();
    void lessonChanged();
    void failed(const QString& message);

private:
    enum class PlayheadGoes { staysWhereItIs, asTheScenarioSays };

    bool show(const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead = PlayheadGoes::staysWhereItIs);
    bool enterScene(const Lesson& lesson, int index);
    bool fail(const Diagnostic& diagnostic); ///< always false
    void makeSweep();

    const Catalogue& m_catalogue;
    const Lesson* m_lesson = nullptr;
    ScenarioRun m_run;
    std::optional<Sweep> m_sweep;
    Playback* m_playback = nullptr;
    int m_scene = 0;
    int m_sweepGeneration = 0;
    struct SweepJob;
    std::unique_ptr<SweepJob> m_sweepJob; ///< off the GUI thread; superseded ones are stopped
};

} // namespace awaitscope
