// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/row_plan.hpp"
#include "present/session.hpp"
#include "present/theme.hpp"
#include "present/time_axis.hpp"

#include <QWidget>

#include <vector>

namespace awaitscope {

class CallerView;
class FlagLines;
class FlagPill;
class OutcomeMap;
class ScopeView;
class StepSentence;
class TimeRuler;
class TransportBar;

/// The middle of the window: the caller with the flag, a scope per variant, the axis, the map, the step in words and the
/// transport. All of them share one TimeAxis.
class CentreColumn : public QWidget
{
    Q_OBJECT

public:
    CentreColumn(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);

    const TimeAxis& axis() const { return m_axis; } ///< in pixels of this widget
    FlagPill& pill() { return *m_pill; }
    FlagLines& lines() { return *m_lines; }
    OutcomeMap& map() { return *m_map; }
    CallerView& callerView() { return *m_caller; }
    const std::vector<ScopeView*>& scopes() const { return m_scopes; } ///< in the order of the scenario's variants

Q_SIGNALS:
    void typingWanted(); ///< of a timeout

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void makeScopes();
    void arrange();
    void placeFlag();
    void dragFlag(double x);

    Session& m_session;
    Theme m_theme;
    TimeAxis m_axis;
    CallerView* m_caller;
    std::vector<ScopeView*> m_scopes;
    TimeRuler* m_ruler;
    OutcomeMap* m_map;
    StepSentence* m_sentence;
    TransportBar* m_transport;
    FlagLines* m_lines;
    FlagPill* m_pill;
};

/// The room above the panels of both columns: the flag's handle reaches into it.
int columnTop(const Theme& theme);

} // namespace awaitscope
