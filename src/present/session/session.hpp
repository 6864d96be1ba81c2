// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "present/questions/predictions.hpp"
#include "present/session/edited_lessons.hpp"
#include "present/session/map_maker.hpp"
#include "present/session/run_maker.hpp"
#include "present/time/playback.hpp"
#include "present/time/time_window.hpp"
#include "present/words/language.hpp"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace awaitscope {

class Comparison;

/// What a session shows at a moment, to come back to.
struct Shown
{
    Scenario scenario; ///< with the playhead, where that is not at the end
    int scene = 0;
    VirtualTime from; ///< what is seen of the axis
    VirtualDuration span{};
    std::optional<ScenarioRun> earlier; ///< the run before a fork
};

/// What the window shows: a lesson, a scenario, its runs, its outcome map, and the playhead. Every change of any of them
/// goes through here, and a change that fails leaves everything as it was and says why through `failed`.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` outlives the session and has at least one lesson; starts with the first scene of the first lesson that runs.
    /// Throws std::runtime_error if none does.
    explicit Session(const Catalogue& catalogue, QObject* parent = nullptr);
    Session(const Catalogue& catalogue, Sweeper sweeper, QObject* parent = nullptr);
    ~Session() override;

    const Catalogue& catalogue() const { return m_catalogue; }
    const Lesson& lesson() const { return *m_lesson; }
    /// The same, for who wants it longer than it is shown.
    std::shared_ptr<const Lesson> heldLesson() const { return m_held; }
    /// The same of any lesson, as it is now, with what was made of its variants; null if there is none of that name.
    std::shared_ptr<const Lesson> heldLesson(const std::string& slug) const;
    const Scenario& scenario() const { return m_run.scenario; }
    const ScenarioRun& run() const { return m_run; }
    // The outcome map of what is shown: see MapMaker.
    const std::optional<Sweep>& sweep() const { return m_maps->map(); }
    const Sweep& sweepSoFar() const { return m_maps->mapSoFar(); }
    bool isSweeping() const { return m_maps->isMaking(); }
    std::optional<std::int64_t> sweepProgress() const { return m_maps->progress(); }
    Playback& playback() { return *m_playback; }
    const Predictions& predictions() const { return *m_predictions; }
    Predictions& predictions() { return *m_predictions; } ///< answers go through answer() and the like below
    Comparison& comparison() { return *m_comparison; } ///< with the run before a fork, or of the variants
    const Cover& cover() const { return m_cover; } ///< of what is shown
    const Predict* openQuestion() const;           ///< of the scene; null if there is none
    /// Of the scene, that is no task, and unless just this state was asked for; null if there is none.
    const Predict* openPrediction() const;
    TimeWindow& timeWindow() { return *m_timeWindow; } ///< which part of the axis is seen
    int scene() const { return m_scene; }              ///< index into lesson().story.scenes
    QString scenarioString() const; ///< of what is shown, the playhead included if it is not at the end

    /// Takes out what somebody made here, since others have not got it; unless nothing else is shown. The lesson that the
    /// scenario then is of.
    const Lesson& stripOfEdited(Scenario& scenario) const;

    /// The panes that are there: what the scene's story has come to. All of them where somebody asked for just this state, or has a
    /// version of their own; and the caller where there is a timeout.
    SlidePanes panes() const;

    /// The open question that is asked about what is shown, else the first open one of the scene; null if there is none.
    const Predict* questionAtHand() const;

    /// For a shell: runs the first variant that is shown without a window.
    QString command() const;

    /// A whole scenario string or a patch: GUI argument, paste, links. False: nothing changed and `failed` was emitted, or the lesson has
    /// to be compiled first (waitsForLesson()).
    bool apply(const QString& scenarioString);
    /// Shows a run of the lesson that is told of, from where one reads: the scene stays, and what it asks stays covered.
    bool showCase(const QString& scenarioString);

    /// One of the lesson's variants with what is shown, where it is not shown already. False as above.
    bool showBeside(const std::string& variant);

    /// What was shown before. The playhead stays, and so does the zoom. False as above.
    bool restore(Scenario scenario, int scene);

    Shown shown() const;
    /// All of that again: playhead, zoom and comparison too. False as above.
    bool showAgain(const Shown& before);

    /// The lessons, in the language that is spoken: the catalogue's, and then those that were added or are offered.
    std::vector<const Lesson*> lessons() const;

    /// One that is not in the catalogue, in place of an added one of the same slug, of which nothing is kept: what somebody made of its
    /// variants was compiled against its files.
    void addLesson(Lesson lesson);

    /// One that was read from a folder and is not compiled yet, in place of an offered one of the same slug: in place of showing it
    /// lessonWanted() is emitted, until it is added.
    void offerLesson(Lesson lesson);
    bool isOffered(const std::string& slug) const; ///< and was not added since
    /// False: it is not. Else lessonWanted() was emitted, and `show` is called once it was added.
    bool waitsForLesson(const std::string& slug, const std::function<void()>& show);

    /// A page of one's own, in place of the one that there was. Of the one that is shown the run goes on as it was set up, and
    /// another one is shown from its start. False as for apply().
    bool showPage(Lesson page);

    /// In English, and without what somebody made of it; null if there is none. It outlives the session's jobs.
    const Lesson* originalLesson(const std::string& slug) const;

    /// What somebody made of variants of a lesson, in place of what they had made before. Where the lesson is shown with
    /// all of its variants these are shown with it, and the one made of `wanted` is shown in any case.
    void setEdited(const QString& slug, std::vector<EditedVariant> edited, const std::string& wanted = {});

    /// Variants that somebody has changed since what is shown of them ran: what is told of them is told of the version before.
    void setOutdated(const QString& slug, std::set<std::string> variants);
    bool isOutdated(const std::string& variant) const; ///< "my-buggy", of the lesson that is shown

    /// A run takes longer than a moment, which only code can that somebody changed: what is shown stays until it is there.
    bool isRunning() const { return m_runs->isRunning(); }

    std::size_t versionsHeld() const { return m_edited.count(); } ///< lessons with edits that there are in memory

    /// Of the window's words, the lessons and what runs say of themselves. With another one what is shown stays what it is.
    LanguageChooser& language() { return *m_language; }

public Q_SLOTS:
    void
    setTimeout(const awaitscope::Timeout& timeout); ///< the playhead goes to the end, so that everything is visible
    /// As an ordinary time, where one hits it: the middle of that await's span without a timeout, or its end.
    void aimAt(const QString& variant, int awaitNumber, awaitscope::AwaitWindow window = AwaitWindow::pending);
    void aimAtStart(const QString& variant, int number); ///< before the first step of a coroutine that is spawned
    void moveTimeout(awaitscope::VirtualDuration by); ///< within the axis; without a timeout from its end
    void setModel(awaitscope::CancelModel model);
    void setCancelOn(awaitscope::CancelOn target);
    void setCancelType(awaitscope::CancelType type); ///< of a page of one's own, which is cancelled from outside
    void setNextModel();
    void setParameter(const QString& name, awaitscope::VirtualDuration value);
    void revealTimeout(); ///< where one has zoomed in
    void setLesson(const QString& slug, int scene);
    void setScene(int index); ///< restores the scene's scope settings exactly; clamped

    /// One of the scene's set pieces, counted from 0. False: it has none of that number, or it cannot be shown.
    bool setMoment(int index);

    // Questions of the lesson that is shown. What was asked about then shows beside the answer, to its end.
    void answer(const awaitscope::Predict& predict, int choice);
    void answerLines(const awaitscope::Predict& predict); ///< with those that are marked
    void answerPlace(const awaitscope::Predict& predict); ///< with the timeout that is shown
    void setUp(const awaitscope::Predict& predict); ///< shows what is asked about, without an answer
    void showAnswer(const awaitscope::Predict& predict);
    void playAnswer(const awaitscope::Predict& predict); ///< from where it was covered on

Q_SIGNALS:
    void runChanged();   ///< scenario, traces, axis
    void sweepChanged(); ///< there is more of it, or it took so long that its progress is worth telling
    void sceneChanged();
    void lessonChanged();
    void lessonAdded(const QString& slug); ///< perhaps in place of another one
    void lessonWanted(const QString& slug, const std::function<void()>& show); ///< it is offered; whoever adds it then calls `show`
    void variantsChanged(); ///< the lesson is the same, and somebody made other variants of it
    void runningChanged();  ///< isRunning()
    void coverChanged();
    void outdatedChanged();
    void answerFirst(); ///< somebody wanted to see what is covered
    void failed(const QString& message, bool isFault = false); ///< isFault: code that ran is to blame, which died or did not end

private:
    enum class PlayheadGoes { staysWhereItIs, asTheScenarioSays };
    using Told = std::map<std::string, const Lesson*>; ///< a lesson, by language

    bool isShown(const Lesson& lesson) const; ///< whatever somebody made of its variants
    bool show(const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead = PlayheadGoes::staysWhereItIs);
    /// Empty: it is under way, and `again` will be called once it is there.
    void aimAtMoment(const QString& variant, const Timeout& moment);
    std::optional<Result<ScenarioRun>> runOrWait(const Lesson& lesson, const Scenario& scenario, std::function<void()> again);
    bool enterScene(const Lesson& lesson, int index);
    bool showIn(int scene, const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead);
    bool fail(const Diagnostic& diagnostic); ///< always false
    void refreshCover();
    const SceneView* viewOfScene() const; ///< null: nothing is held back
    void giveTitles();
    Result<const Lesson*> lessonNamed(const std::string& slug) const;
    void keepTold(Lesson lesson, Told& told);
    const Lesson* addedLesson(const std::string& slug, const std::string& language) const; ///< null: none of that slug
    void speak();
    /// `beside`: a variant that is shown with it; empty: none.
    bool showQuestion(const Predict& predict, std::optional<Timeout> timeout, const std::string& beside = {});

    const Catalogue& m_catalogue;
    LanguageChooser* m_language = nullptr;
    mutable EditedLessons m_edited;
    // Added ones, by slug and language; all that there were, for views and threads may still speak of them.
    std::vector<std::unique_ptr<const Lesson>> m_allAdded;
    std::map<std::string, Told> m_added;
    std::map<std::string, Told> m_offered; ///< some of which were added since
    const Lesson* m_lesson = nullptr;
    std::shared_ptr<const Lesson> m_held; ///< the same
    ScenarioRun m_run;
    RunMaker* m_runs = nullptr;
    std::function<void()> m_again; ///< what waits for a run
    Playback* m_playback = nullptr;
    TimeWindow* m_timeWindow = nullptr;
    Predictions* m_predictions = nullptr;
    MapMaker* m_maps = nullptr;
    Comparison* m_comparison = nullptr;
    Cover m_cover;
    std::map<std::string, std::set<std::string>> m_outdated; ///< by lesson
    bool m_isShowing = false; ///< another run is being put in place
    int m_scene = 0;
};

} // namespace awaitscope
