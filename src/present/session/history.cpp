// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/history.hpp"

#include "present/session/session.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace awaitscope {

namespace {

using namespace std::chrono_literals;

constexpr qint64 oneGesture = std::chrono::nanoseconds(1s).count(); ///< the longest pause in a row of like changes

/// The parameter that alone differs; null if it is none or several.
const ParameterSpec* changedParameter(const Lesson& lesson, const Scenario& before, Scenario after)
{
    const ParameterSpec* changed = nullptr;
    for (const auto& [name, value] : before.parameters) {
        if (after.parameters[name] == value)
            continue;
        if (changed)
            return nullptr;
        changed = lesson.findParameter(name);
        after.parameters[name] = value;
    }
    return after == before ? changed : nullptr;
}

template <class Part>
bool differInAlone(Part Scenario::* part, const Scenario& before, Scenario after)
{
    after.*part = before.*part;
    return after == before;
}

} // namespace

History::History(Session& session, QObject* parent) : History(session, steadyNow, parent) {}

History::History(Session& session, Playback::RealClock clock, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_clock(std::move(clock)),
      m_states{now()}
{
    connect(&session, &Session::runChanged, this, &History::note);
}

History::State History::now() const
{
    State state{m_session.scenario(), m_session.scene()};
    state.scenario.time.reset();
    return state;
}

void History::note()
{
    const State& last = m_states[m_current];
    State next = now();
    if (next.shows(last))
        return; // the playhead moved, or it was gone to from here
    if (next.scenario.lesson != last.scenario.lesson) {
        next.change = Change::lesson;
    } else if (next.scene != last.scene) {
        next.change = Change::scene;
    } else if (differInAlone(&Scenario::timeout, last.scenario, next.scenario)) {
        next.change = Change::timeout;
        next.isGradual = true;
    } else if (differInAlone(&Scenario::model, last.scenario, next.scenario)
               || differInAlone(&Scenario::cancelOn, last.scenario, next.scenario)
               || differInAlone(&Scenario::cancelType, last.scenario, next.scenario)) {
        next.change = Change::model;
    } else if (const ParameterSpec* const spec = changedParameter(m_session.lesson(), last.scenario, next.scenario)) {
        next.change = Change::parameter;
        next.parameter = spec->name;
        next.isGradual = true;
    }
    const qint64 at = m_clock();
    const bool goesOn = next.isGradual && m_current > 0 && m_changedAt && at - *m_changedAt < oneGesture
                        && last.isGradual && last.change == next.change && last.parameter == next.parameter;
    m_changedAt = at;
    m_states.resize(m_current + 1);
    if (!goesOn) {
        m_states.push_back(std::move(next));
    } else if (next.shows(m_states[m_current - 1])) {
        m_states.pop_back(); // dragged there and back
        m_changedAt.reset();
    } else {
        m_states.back() = std::move(next);
    }
    m_current = m_states.size() - 1;
    Q_EMIT changed();
}

QString History::wordsFor(const State& state) const
{
    switch (state.change) {
    case Change::lesson:
        return tr("lesson");
    case Change::scene:
        return tr("scene");
    case Change::timeout:
        return tr("timeout");
    case Change::model:
        return tr("what a cancel is");
    case Change::parameter:
        if (const ParameterSpec* const spec = m_session.lesson().findParameter(state.parameter))
            return QString::fromStdString(spec->title);
        break; // of another lesson
    case Change::importOfProgress:
        return tr("import of progress");
    case Change::resetOfProgress:
        return tr("reset of progress");
    case Change::several:
        break;
    }
    return tr("several settings");
}

QString History::undoWords() const { return canUndo() ? wordsFor(m_states[m_current]) : QString(); }

QString History::redoWords() const { return canRedo() ? wordsFor(m_states[m_current + 1]) : QString(); }

void History::undo()
{
    if (canUndo())
        goTo(m_current - 1);
}

void History::redo()
{
    if (canRedo())
        goTo(m_current + 1);
}

void History::forget()
{
    m_states = {now()};
    m_current = 0;
    m_changedAt.reset();
    Q_EMIT changed();
}

History::Kept History::keep() const
{
    Kept kept;
    kept.states = m_states;
    kept.current = m_current;
    return kept;
}

void History::bringBack(const Kept& kept)
{
    m_states = kept.states;
    m_current = kept.current;
    m_changedAt.reset();
    Q_EMIT changed();
}

void History::noteProgress(const Progress& before, Change change)
{
    State next = now();
    next.change = change;
    next.progress = {before, m_session.predictions().progress()};
    m_changedAt.reset();
    m_states.resize(m_current + 1);
    m_states.push_back(std::move(next));
    m_current = m_states.size() - 1;
    Q_EMIT changed();
}

void History::goTo(std::size_t index)
{
    const State state = m_states[index];
    // What led from one to the other is that of the later of the two.
    if (const auto& progress = m_states[std::max(index, m_current)].progress)
        m_session.predictions().setProgress(index < m_current ? progress->first : progress->second);
    const std::size_t before = std::exchange(m_current, index); // what is shown then is no change to it
    if (!m_session.restore(state.scenario, state.scene) && !m_session.isRunning()) { // else it comes later
        m_current = before; // the session has said why
        return;
    }
    m_changedAt.reset(); // what comes next is a change of its own
    Q_EMIT changed();
}

} // namespace awaitscope
