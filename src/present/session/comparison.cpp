// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/comparison.hpp"

#include "lesson/run/difference.hpp"
#include "present/session/session.hpp"
#include "present/time/times.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

const VariantRun* runOf(const ScenarioRun& run, const std::string& variant)
{
    const auto found = std::ranges::find(run.variants, variant, &VariantRun::variant);
    return found == run.variants.end() ? nullptr : &*found;
}

Scenario withoutTime(Scenario scenario)
{
    scenario.time.reset();
    return scenario;
}

} // namespace

Comparison::Comparison(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::runChanged, this, &Comparison::followRun);
    connect(&session, &Session::sceneChanged, this, &Comparison::drop);
    connect(&session, &Session::lessonChanged, this, &Comparison::drop);
}

void Comparison::followRun()
{
    const bool isBack = m_origin && withoutTime(m_origin->scenario) == withoutTime(m_session.scenario());
    const bool isOther = m_origin && m_origin->scenario.lesson != m_session.scenario().lesson;
    if (!m_difference && !isBack && !isOther)
        return;
    m_difference.reset();
    if (isBack || isOther)
        m_origin.reset();
    Q_EMIT changed();
}

QString Comparison::originWords() const
{
    if (!m_origin)
        return {};
    return m_origin->timeout ? tr("before: timeout %1").arg(readableTime(*m_origin->timeout))
                             : tr("before: no timeout");
}

QString Comparison::fork()
{
    const VirtualTime at = m_session.playback().position();
    const auto goesOn = [at](const VariantRun& run) { return at < run.trace->end; };
    if (std::ranges::none_of(m_session.run().variants, goesOn))
        return tr("The run is over here. Go back to where it waits, then cancel.");
    if (m_session.run().timeout == at.time_since_epoch())
        return tr("The timeout fires here already.");
    ScenarioRun before = m_session.run();
    m_session.setTimeout(at.time_since_epoch());
    if (!m_origin)
        m_origin = std::move(before);
    followRun(); // it may have gone back to where it came from
    Q_EMIT changed();
    return {};
}

void Comparison::drop()
{
    if (!m_origin && !m_difference)
        return;
    m_origin.reset();
    m_difference.reset();
    Q_EMIT changed();
}

void Comparison::bringBack(const std::optional<ScenarioRun>& origin)
{
    m_origin = origin;
    m_difference.reset();
    Q_EMIT changed();
}

QString Comparison::showDifference()
{
    const std::vector<VariantRun>& runs = m_session.run().variants;
    std::optional<VirtualTime> first;
    const auto consider = [&first](const Trace& a, const Trace& b) {
        const std::optional<VirtualTime> differs = firstDifference(a, b);
        if (differs && (!first || *differs < *first))
            first = differs;
    };
    if (m_origin) {
        for (const VariantRun& run : runs) {
            if (const VariantRun* const before = runOf(*m_origin, run.variant))
                consider(*before->trace, *run.trace);
        }
    } else if (runs.size() > 1) {
        for (std::size_t i = 1; i < runs.size(); ++i)
            consider(*runs[0].trace, *runs[i].trace);
    } else {
        return tr("There is one run here. C cancels it at the playhead, and then there are two to compare.");
    }
    if (!first)
        return tr("Nothing differs: both runs do the same at the same times.");
    m_session.playback().pause();
    m_session.playback().setPosition(*first);
    if (m_session.playback().position() != *first)
        return {}; // a question keeps it covered, as was said
    m_difference = first;
    m_session.timeWindow().reveal(*first);
    Q_EMIT changed();
    return tr("First difference at %1").arg(readableTime(*first));
}

void Comparison::addEarlier(ScopeModel& model, const QString& variant) const
{
    model.difference = m_difference;
    const VariantRun* const before = m_origin ? runOf(*m_origin, variant.toStdString()) : nullptr;
    if (!before)
        return;
    const VirtualDuration axis = m_session.run().axis;
    const ScopeModel earlier = scopeOf(*before, VirtualTime{axis}, axis);
    for (ScopeLane& lane : model.lanes) {
        const auto same = std::ranges::find(earlier.lanes, lane.id, &ScopeLane::id);
        if (same == earlier.lanes.end() || !lane.tall)
            continue;
        lane.earlier = {same->spans, {}, originWords()};
        for (const ScopeEffect& effect : same->effects) {
            if (!effect.lost)
                lane.earlier.effects.push_back(effect.at);
        }
    }
}

} // namespace awaitscope
