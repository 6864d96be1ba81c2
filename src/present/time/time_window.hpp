// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <QObject>

namespace awaitscope {

/// The one owner of which part of the time axis is seen: all of it, until one zooms in. Views ask it and follow its signal.
class TimeWindow : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    VirtualDuration whole() const { return m_whole; } ///< length of the axis
    VirtualTime from() const { return m_from; }
    VirtualDuration span() const { return m_span; } ///< of what is seen
    VirtualTime end() const { return m_from + m_span; }
    bool isWhole() const { return m_span == m_whole; }

    /// The axis of another run. Who saw all of it still does; else what is seen stays, as far as the new axis has it.
    void setWhole(VirtualDuration whole);
    /// Shows 1/factor of what is seen now; `anchor` keeps its place. No closer than 20 µs, no farther than the whole.
    void zoom(double factor, VirtualTime anchor);
    void pan(VirtualDuration by);  ///< stops at both ends of the axis
    void see(VirtualTime from, VirtualDuration span) { set(from, span); } ///< as far as the axis has it
    void fit();                    ///< all of it
    void reveal(VirtualTime time); ///< pans, if it must, until `time` is seen

Q_SIGNALS:
    void changed();

private:
    void set(VirtualTime from, VirtualDuration span);

    VirtualDuration m_whole{};
    VirtualTime m_from{};
    VirtualDuration m_span{};
};

} // namespace awaitscope
