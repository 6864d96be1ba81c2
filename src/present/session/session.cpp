// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/session.hpp"

#include "present/session/comparison.hpp"
#include "present/time/typed_timeout.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/sentences.hpp"
#include "present/words/world_words.hpp"

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

namespace {

/// The moments at which an await of the lesson begins or ends.
std::vector<VirtualTime> awaitMomentsOf(const ScenarioRun& run)
{
    std::vector<VirtualTime> moments;
    for (const VariantRun& variant : run.variants) {
        for (const TraceAwait& await : variant.trace->awaits) {
            if (await.number == 0)
                continue;
            moments.push_back(await.begin);
            if (await.end)
                moments.push_back(*await.end);
        }
    }
    std::sort(moments.begin(), moments.end());
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    return moments;
}

/// Whether both give the same outcome map.
bool sweepsAlike(const Scenario& a, const Scenario& b)
{
    return a.lesson == b.lesson && a.variants == b.variants && a.model == b.model && a.cancelOn == b.cancelOn
           && a.cancel == b.cancel && a.cancelType == b.cancelType && a.parameters == b.parameters;
}

/// The scene that sets this up under any model (its text follows the model), so that a link shows the text that belongs to
/// it; `current` where that one does, or none does.
int sceneFor(const Lesson& lesson, Scenario scenario, int current)
{
    scenario.time.reset();
    const Scenario defaults = defaultScenario(lesson);
    std::vector<int> fitting;
    for (std::size_t i = 0; i < lesson.story.scenes.size(); ++i) {
        Result<Scenario> scope = parseScenario(lesson.story.scenes[i].scope, lesson, defaults);
        if (!scope)
            continue;
        scope->model = scenario.model;
        if (*scope == scenario)
            fitting.push_back(static_cast<int>(i));
    }
    if (fitting.empty() || std::find(fitting.begin(), fitting.end(), current) != fitting.end())
        return current;
    return fitting.front();
}

} // namespace

Session::Session(const Catalogue& catalogue, QObject* parent)
    : Session(
        catalogue,
        [](const Lesson& lesson, const Scenario& scenario, const SweepObserver& observer) {
            // One that spins or threw at some times is judged by its checks there, as the run is that is shown (RunMaker).
            return awaitscope::sweep(lesson, scenario, {.showsFaults = true}, observer);
        },
        parent)
{}

Session::Session(const Catalogue& catalogue, Sweeper sweeper, QObject* parent)
    : QObject(parent),
      m_catalogue(catalogue),
      m_language(new LanguageChooser(this)),
      m_runs(new RunMaker(this)),
      m_playback(new Playback(this)),
      m_timeWindow(new TimeWindow(this)),
      m_predictions(new Predictions(this)),
      m_maps(new MapMaker(std::move(sweeper), this))
{
    connect(m_maps, &MapMaker::changed, this, &Session::sweepChanged);
    connect(m_maps, &MapMaker::failed, this, [this](const Diagnostic& diagnostic) { fail(diagnostic); });
    // Who steps or plays out of what is seen is followed; another run alone moves nothing under the eye.
    connect(m_playback, &Playback::positionChanged, this, [this](VirtualTime position) {
        if (!m_isShowing)
            m_timeWindow->reveal(position);
    });
    connect(m_runs, &RunMaker::finished, this, [this] {
        if (const auto again = std::exchange(m_again, nullptr))
            again(); // which tells that nothing is waited for any more
    });
    connect(m_language, &LanguageChooser::changed, this, &Session::speak);
    connect(m_predictions, &Predictions::changed, this, [this] {
        if (m_lesson)
            refreshCover();
    });
    connect(m_playback, &Playback::limitReached, this, [this] {
        if (!m_isShowing)
            Q_EMIT answerFirst();
    });
    if (m_catalogue.lessons().empty())
        throw std::logic_error("a session needs a lesson");
    // The first that runs: one that does not is no reason to show none.
    QString why;
    const QMetaObject::Connection heard = connect(this, &Session::failed, this, [&why](const QString& message) { why = message; });
    const bool isShown = std::ranges::any_of(m_catalogue.lessons(), [this](const Lesson& lesson) {
        return enterScene(lesson, 0);
    });
    disconnect(heard);
    if (!isShown)
        throw std::runtime_error("no lesson runs: " + why.toStdString());
    m_comparison = new Comparison(*this, this);
}

Session::~Session()
{
    // Their threads speak of lessons that are gone once this has ended, and QObject deletes its children only then.
    delete m_maps;
    delete m_runs;
}

QString Session::scenarioString() const
{
    Scenario scenario = m_run.scenario;
    scenario.time.reset();
    const Lesson& lesson = stripOfEdited(scenario);
    // Where it would be found by what it sets up, it need not be said.
    if (m_scene < static_cast<int>(lesson.story.scenes.size()) && sceneFor(lesson, scenario, 0) != m_scene)
        scenario.scene = m_scene + 1;
    if (!m_playback->isAtEnd())
        scenario.time = m_playback->position();
    return qt(toText(scenario, lesson));
}

QString Session::command() const
{
    Scenario scenario = m_run.scenario;
    const Lesson& lesson = stripOfEdited(scenario);
    // A folder's lesson has no name that a terminal would know.
    return qt(lesson.folder.empty() || lesson.isSandbox ? toCommand(scenario, lesson) : toCommand(scenario, lesson, lesson.folder));
}

bool Session::apply(const QString& scenarioString)
{
    const std::string text = scenarioString.trimmed().toStdString();
    const Result<std::string> slug = lessonOf(text);
    if (!slug)
        return fail(slug.error());
    if (waitsForLesson(*slug, [this, scenarioString] { apply(scenarioString); }))
        return false;
    const Lesson* lesson = m_lesson;
    if (!slug->empty()) {
        const Result<const Lesson*> found = lessonNamed(*slug);
        if (!found)
            return fail(found.error());
        lesson = *found;
    }
    Scenario current = m_run.scenario;
    current.time.reset(); // a patch that does not speak of the playhead shows all of what it asks for
    Result<Scenario> scenario = parseScenario(text, *lesson, current);
    if (!scenario)
        return fail(scenario.error());
    const std::optional<int> named = std::exchange(scenario->scene, std::nullopt);
    const int scene = named         ? *named - 1
                      : slug->empty() ? m_scene
                                      : sceneFor(*lesson, *scenario, lesson == m_lesson ? m_scene : 0);
    // A scene alone is asked for as its author set it up, and so are its panes.
    constexpr int noScene = -1;
    if (!slug->empty())
        m_predictions->showAsAsked(*lesson, namesSceneAlone(text) ? noScene : scene);
    if (!showIn(scene, *lesson, *scenario, PlayheadGoes::asTheScenarioSays))
        return false;
    if (slug->empty()) {
        revealTimeout();
        if (scenario->time)
            m_timeWindow->reveal(*scenario->time);
    } else {
        m_timeWindow->fit();
    }
    return true;
}

void Session::speak()
{
    Scenario scenario = m_run.scenario;
    scenario.time.reset();
    m_edited.retitle();
    const Lesson& lesson = **lessonNamed(m_lesson->slug);
    const bool isSame = lesson.language == m_lesson->language;
    if (!show(lesson, scenario))
        return;
    if (isSame) // its words are the same, but those around it are not
        Q_EMIT lessonChanged();
    Q_EMIT sceneChanged();
}

bool Session::restore(Scenario scenario, int scene)
{
    const Result<const Lesson*> lesson = lessonNamed(scenario.lesson);
    if (!lesson)
        return fail(lesson.error());
    scenario.time.reset();
    scenario.variants = variantsNow(**lesson, scenario.variants, **lesson); // some may be gone
    if (!showIn(scene, **lesson, scenario, PlayheadGoes::staysWhereItIs))
        return false;
    revealTimeout();
    return true;
}

void Session::setTimeout(const Timeout& timeout)
{
    Scenario scenario = m_run.scenario;
    scenario.timeout = timeout;
    scenario.time.reset();
    show(*m_lesson, scenario, PlayheadGoes::asTheScenarioSays);
}

void Session::aimAt(const QString& variant, int awaitNumber, AwaitWindow window)
{
    aimAtMoment(variant, AtAwait{awaitNumber, window});
}

void Session::aimAtStart(const QString& variant, int number) { aimAtMoment(variant, BeforeStart{number}); }

void Session::aimAtMoment(const QString& variant, const Timeout& moment)
{
    const auto shown = std::find_if(m_run.variants.begin(), m_run.variants.end(),
                                    [&](const VariantRun& run) { return qt(run.variant) == variant; });
    if (shown == m_run.variants.end()) {
        Q_EMIT failed(tr("There is no variant '%1' here.").arg(variant));
        return;
    }
    // The run says where a moment of its first variant lies: make this variant the first.
    Scenario alone = m_run.scenario;
    alone.variants = {shown->variant};
    alone.timeout = moment;
    alone.time.reset();
    const auto answer = runOrWait(*m_lesson, alone, [this, variant, moment] { aimAtMoment(variant, moment); });
    if (!answer)
        return;
    const Result<ScenarioRun>& aimed = *answer;
    if (!aimed) {
        fail(aimed.error());
        return;
    }
    // Where no time hits the moment, it can still be aimed at as one of the first variant.
    const bool isOrdinaryTime = aimed->variants.front().trace->timeout.has_value();
    if (!isOrdinaryTime && shown == m_run.variants.begin())
        setTimeout(alone.timeout);
    else
        setTimeout(aimed->timeout.value());
    revealTimeout();
}

void Session::revealTimeout()
{
    if (m_run.timeout && *m_run.timeout <= m_run.axis)
        m_timeWindow->reveal(VirtualTime{*m_run.timeout});
}

void Session::moveTimeout(VirtualDuration by)
{
    const VirtualDuration now = m_run.timeout.value_or(m_run.axis);
    setTimeout(std::clamp(now + by, VirtualDuration{}, std::max(m_run.axis, now)));
    revealTimeout();
}

void Session::setNextModel()
{
    switch (m_run.scenario.model) {
    case CancelModel::asio:
        return setModel(CancelModel::drop);
    case CancelModel::drop:
        return setModel(CancelModel::eager);
    case CancelModel::eager:
        return setModel(CancelModel::asio);
    }
}

void Session::setModel(CancelModel model)
{
    if (model == m_run.scenario.model && m_run.scenario.cancelOn == CancelOn::coroutine)
        return;
    Scenario scenario = underModel(m_run.scenario, model);
    scenario.cancelOn = CancelOn::coroutine;
    show(*m_lesson, scenario);
}

void Session::setCancelOn(CancelOn target)
{
    if (target == m_run.scenario.cancelOn)
        return;
    Scenario scenario = m_run.scenario;
    // Under the others no operation is cancelled: who asks for it means Asio.
    scenario.model = CancelModel::asio;
    scenario.cancelOn = target;
    scenario.cancelType = CancelType::terminal;
    show(*m_lesson, scenario);
}

void Session::setCancelType(CancelType type)
{
    if (type == m_run.scenario.cancelType || !m_lesson->isSandbox)
        return;
    Scenario scenario = m_run.scenario;
    scenario.model = CancelModel::asio; // likewise
    scenario.cancelOn = CancelOn::coroutine;
    scenario.cancelType = type;
    show(*m_lesson, scenario);
}

void Session::setParameter(const QString& name, VirtualDuration value)
{
    const ParameterSpec* const spec = m_lesson->findParameter(name.toStdString());
    if (!spec || value < spec->minimum || value > spec->maximum) {
        Q_EMIT failed(spec ? QStringLiteral("%1: %2.").arg(qt(spec->title), rangeOf(*spec))
                           : tr("This lesson has no parameter '%1'.").arg(name));
        return;
    }
    Scenario scenario = m_run.scenario;
    if (scenario.parameters[spec->name] == value)
        return;
    scenario.parameters[spec->name] = value;
    scenario.time.reset();
    show(*m_lesson, scenario);
}

const Predict* Session::openQuestion() const
{
    return m_predictions->openQuestion(*m_lesson, m_scene, m_run.scenario.model);
}

const Predict* Session::openPrediction() const
{
    return m_predictions->isShownAsAsked(*m_lesson, m_scene) ? nullptr
                                                             : m_predictions->openPrediction(*m_lesson, m_scene, m_run.scenario.model);
}

const Predict* Session::questionAtHand() const
{
    const Predict* const covering = m_predictions->coveringQuestion(*m_lesson, m_scene, m_run.scenario);
    return covering ? covering : openQuestion();
}

void Session::refreshCover()
{
    const Cover cover = m_predictions->coverOf(*m_lesson, m_scene, m_run);
    const bool isOther = cover != m_cover;
    m_cover = cover;
    m_playback->setLimit(cover.limit);
    if (isOther)
        Q_EMIT coverChanged();
}

bool Session::fail(const Diagnostic& diagnostic)
{
    Q_EMIT failed(diagnosticText(diagnostic), diagnostic.isFault);
    return false;
}

std::optional<Result<ScenarioRun>> Session::runOrWait(const Lesson& lesson, const Scenario& scenario,
                                                      std::function<void()> again)
{
    const bool wasRunning = m_runs->isRunning();
    std::optional<Result<ScenarioRun>> run = m_runs->make(m_edited.hold(lesson), scenario);
    m_again = run ? nullptr : std::move(again);
    if (wasRunning != m_runs->isRunning())
        Q_EMIT runningChanged();
    return run;
}

bool Session::isShown(const Lesson& lesson) const
{
    // A folder's lesson that was read again has another story. A page has none, and its text is what changes.
    return m_lesson && m_lesson->slug == lesson.slug && m_lesson->page == lesson.page && m_lesson->language == lesson.language
           && (lesson.isSandbox || m_lesson->story.scenes.isOneWith(lesson.story.scenes));
}

bool Session::show(const Lesson& lesson, const Scenario& scenario, PlayheadGoes playhead)
{
    const int scene = m_scene; // of the run: if it has to be waited for, it is entered with it
    std::optional<Result<ScenarioRun>> answer = runOrWait(
        lesson, scenario,
        [this, scene, held = m_edited.hold(lesson), scenario, playhead] { showIn(scene, *held, scenario, playhead); });
    if (!answer)
        return false;
    Result<ScenarioRun>& run = *answer;
    if (!run)
        return fail(run.error());
    const bool isNewLesson = !isShown(lesson);
    const bool hasNewVariants = !isNewLesson && m_lesson != &lesson;
    const bool needsSweep = isNewLesson || hasNewVariants || !sweepsAlike(m_run.scenario, scenario);
    m_lesson = &lesson;
    m_held = m_edited.hold(lesson);
    m_run = std::move(*run);
    retell(m_run, lesson);
    giveTitles();
    if (playhead == PlayheadGoes::asTheScenarioSays)
        m_playback->pause();
    if (needsSweep)
        m_maps->forget(lesson, m_run.scenario); // before anybody is told: it belongs to another scenario
    m_isShowing = true;
    m_timeWindow->setWhole(m_run.axis);
    refreshCover();
    m_playback->setRun(m_run.axis, momentsOf(m_run), awaitMomentsOf(m_run));
    if (playhead == PlayheadGoes::asTheScenarioSays)
        m_playback->setPosition(m_run.scenario.time.value_or(VirtualTime{m_run.axis}));
    m_isShowing = false;
    if (isNewLesson)
        Q_EMIT lessonChanged();
    if (hasNewVariants)
        Q_EMIT variantsChanged();
    Q_EMIT runChanged();
    if (needsSweep)
        m_maps->make(m_held, m_run.scenario);
    return true;
}

} // namespace awaitscope
