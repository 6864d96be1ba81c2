// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/time_window.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr VirtualDuration closest{20};

} // namespace

void TimeWindow::setWhole(VirtualDuration whole)
{
    const bool wasWhole = isWhole();
    m_whole = whole;
    set(m_from, wasWhole ? whole : m_span);
}

void TimeWindow::zoom(double factor, VirtualTime anchor)
{
    if (!(factor > 0) || m_whole <= VirtualDuration::zero())
        return;
    anchor = std::clamp(anchor, m_from, end());
    const double wanted = static_cast<double>(m_span.count()) / factor;
    const VirtualDuration least = std::min(closest, m_whole);
    const auto span = std::clamp(VirtualDuration{std::llround(std::min(wanted, static_cast<double>(m_whole.count())))},
                                 least, m_whole);
    const double share = static_cast<double>((anchor - m_from).count()) / static_cast<double>(m_span.count());
    set(anchor - VirtualDuration{std::llround(share * static_cast<double>(span.count()))}, span);
}

void TimeWindow::pan(VirtualDuration by) { set(m_from + by, m_span); }

void TimeWindow::fit() { set(VirtualTime{}, m_whole); }

void TimeWindow::reveal(VirtualTime time)
{
    if (time < m_from || time > end())
        set(time - m_span / 2, m_span); // into the middle: what comes before and after it is seen as well
}

void TimeWindow::set(VirtualTime from, VirtualDuration span)
{
    span = std::min(span, m_whole);
    from = std::clamp(from, VirtualTime{}, VirtualTime{m_whole - span});
    if (from == m_from && span == m_span)
        return;
    m_from = from;
    m_span = span;
    Q_EMIT changed();
}

} // namespace awaitscope
