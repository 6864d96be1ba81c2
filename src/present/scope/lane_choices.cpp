// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/lane_choices.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

void set(QSet<QString>& names, const QString& name, bool isIn)
{
    if (isIn)
        names.insert(name);
    else
        names.remove(name);
}

/// How long something is under way on it.
VirtualDuration busyTime(const ScopeLane& lane)
{
    VirtualDuration sum{};
    for (const ScopeSpan& span : lane.spans)
        sum += span.end - span.begin;
    return sum;
}

} // namespace

void LaneChoices::setLow(const QString& lane, bool isLow)
{
    set(m_low, lane, isLow);
    Q_EMIT changed();
}

void LaneChoices::setHidden(const QString& lane, bool isHidden)
{
    set(m_hidden, lane, isHidden);
    Q_EMIT changed();
}

void LaneChoices::setOrder(Order order)
{
    m_order = order;
    Q_EMIT changed();
}

void LaneChoices::showAll()
{
    m_low.clear();
    m_hidden.clear();
    Q_EMIT changed();
}

void LaneChoices::applyTo(ScopeModel& model) const
{
    std::vector<ScopeLane>& lanes = model.lanes;
    const auto isAway = [this](const ScopeLane& lane) { return isHidden(lane.name); };
    if (!std::ranges::all_of(lanes, isAway))
        std::erase_if(lanes, isAway);
    for (ScopeLane& lane : lanes) {
        if (!isLow(lane.name))
            continue;
        lane.tall = false;
        lane.low = true;
    }
    if (m_order == Order::asTheyBegin)
        return;
    // The root stays on top, and the world below, where they are looked for.
    const auto isCoroutine = [](const ScopeLane& lane) { return lane.kind == ScopeLane::Kind::coroutine; };
    const auto end = std::ranges::find_if_not(lanes, isCoroutine);
    if (lanes.begin() == end)
        return;
    if (m_order == Order::byName)
        std::stable_sort(lanes.begin() + 1, end, [](const ScopeLane& a, const ScopeLane& b) { return a.name.localeAwareCompare(b.name) < 0; });
    else
        std::stable_sort(lanes.begin() + 1, end, [](const ScopeLane& a, const ScopeLane& b) { return busyTime(a) > busyTime(b); });
}

} // namespace awaitscope
