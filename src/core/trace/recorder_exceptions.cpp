// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where exceptions go. An exception that leaves a coroutine flies until an await receives the same object; what still flies when
// the run is over was seen by nobody.

#include "core/trace/recorder.hpp"

#include <boost/asio/multiple_exceptions.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace awaitscope {

namespace {

bool isThrown(AwaitEnd how) { return how == AwaitEnd::threw || how == AwaitEnd::cancelled || how == AwaitEnd::refused; }

/// What multiple_exceptions wraps; empty for any other.
std::exception_ptr firstOf(const std::exception_ptr& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const boost::asio::multiple_exceptions& several) {
        return several.first_exception();
    } catch (...) {
        return nullptr;
    }
}

} // namespace

void Recorder::settleThrown(Origin coroutine, Seen seen)
{
    const AwaitId last = m_progress[coroutine - 1].await;
    if (last == 0)
        return;
    Recording::Await& await = m_recording.awaits[last - 1];
    if (isThrown(await.how) && !await.seen)
        await.seen = seen;
}

void Recorder::exceptionArrives(AwaitId await, const std::exception_ptr& exception)
{
    // Nothing is asked of the exception itself where nothing flies: that costs a throw.
    if (await == 0 || m_finished || m_flying.isEmpty() || m_flying.land(exception) > 0)
        return;
    if (const std::exception_ptr first = firstOf(exception)) {
        m_flying.land(first);
        // The other parts are counted in it, though it keeps only the first.
        m_flying.landFrom(m_recording.awaits[await - 1].coroutine);
    }
}

void Recorder::exceptionsAreInVariable(AwaitId await)
{
    if (await != 0 && !m_finished && !m_flying.isEmpty())
        m_flying.landFrom(m_recording.awaits[await - 1].coroutine);
}

void Recorder::exceptionSeen(const std::exception_ptr& exception) { m_flying.land(exception); }

void Recorder::exceptionLeaves(Origin coroutine, const std::exception_ptr& exception, bool isOfAwait,
                               std::optional<TraceError> own)
{
    if (coroutine == 0 || m_finished)
        return;
    // Another than the one that its await threw: that was caught, and this thrown in its place.
    settleThrown(coroutine, isOfAwait ? Seen::passedOn : Seen::caught);
    Recording::Coroutine& left = m_recording.coroutines[coroutine - 1];
    if (isOfAwait)
        left.passedOn = m_progress[coroutine - 1].await;
    if (own)
        left.error = std::make_shared<const TraceError>(*std::move(own));
    m_flying.add({exception, coroutine}, left.called ? left.parent : 0);
}

void Recorder::settleFlying(const std::exception_ptr& failure)
{
    for (const auto& [caller, flying] : m_flying.takeAll()) {
        // What left the root ends the run, which tells it.
        if (flying.exception == failure)
            continue;
        Recording::Coroutine& by = m_recording.coroutines[flying.leftBy - 1];
        by.nobodySaw = true;
        if (by.passedOn != 0)
            m_recording.awaits[by.passedOn - 1].seen = Seen::nobody;
    }
}

void Recording::keepFirst(std::size_t count)
{
    std::array<std::size_t, static_cast<std::size_t>(TraceEvent::Kind::raceOver) + 1> kept{}; // of each kind
    std::vector<bool> coroutineEnded(coroutines.size());
    std::vector<bool> awaitEnded(awaits.size());
    std::vector<bool> spanEnded(spans.size());
    count = std::min(count, events.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(events[i].index);
        ++kept[static_cast<std::size_t>(events[i].kind)];
        if (events[i].kind == TraceEvent::Kind::coroutineEnded)
            coroutineEnded[index] = true;
        else if (events[i].kind == TraceEvent::Kind::awaitEnded)
            awaitEnded[index] = true;
        else if (events[i].kind == TraceEvent::Kind::spanEnded)
            spanEnded[index] = true;
    }
    const auto of = [&kept](TraceEvent::Kind kind) { return kept[static_cast<std::size_t>(kind)]; };
    events.resize(count);
    // Each kind begins in the order of its events, so that the first of them are the ones.
    coroutines.resize(of(TraceEvent::Kind::coroutineBegan));
    awaits.resize(of(TraceEvent::Kind::awaitSuspended));
    spans.resize(of(TraceEvent::Kind::spanBegan));
    effects.resize(of(TraceEvent::Kind::effect));
    values.resize(of(TraceEvent::Kind::value));
    log.resize(of(TraceEvent::Kind::logged));
    for (std::size_t i = 0; i < coroutines.size(); ++i) {
        if (!coroutineEnded[i]) {
            coroutines[i].end.reset();
            coroutines[i].how = CoroutineEnd::running;
            coroutines[i].error.reset();
            coroutines[i].nobodySaw = false;
        }
        if (coroutines[i].passedOn > awaits.size())
            coroutines[i].passedOn = 0;
    }
    for (std::size_t i = 0; i < awaits.size(); ++i) {
        if (!awaitEnded[i]) {
            awaits[i].end.reset();
            awaits[i].how = AwaitEnd::pending;
            awaits[i].error = {};
            awaits[i].thrown.reset();
            awaits[i].seen.reset();
            awaits[i].completed.reset();
            awaits[i].firedCompleted = false;
        }
    }
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (!spanEnded[i])
            spans[i].end.reset();
    }
    std::erase_if(spawns, [this](const Spawn& spawn) { return spawn.coroutine > coroutines.size(); });
    std::erase_if(races, [this](const Race& race) { return race.span >= spans.size(); });
    for (Race& race : races) {
        if (!spans[race.span].end) {
            race.end.reset();
            race.winner.reset();
        }
        if (race.await > awaits.size())
            race.await = 0;
    }
    if (of(TraceEvent::Kind::timeoutFired) == 0)
        firedAt.reset();
    if (of(TraceEvent::Kind::raceOver) == 0) {
        raceOverAt.reset();
        winner.reset();
    }
}

} // namespace awaitscope
