// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/scope/row_plan.hpp"
#include "present/session/session.hpp"
#include "present/time/time_axis.hpp"

#include <QWidget>

#include <vector>

class QPushButton;

namespace awaitscope {

class CallerView;
class FlagLines;
class LaneChoices;
class LanePlot;
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
    void setPlan(RowPlanner planner); ///< where the rows lie; at first planRows()

    QSize scopeSize() const; ///< from the top to the axis below the last scope: what a picture of the scopes shows
    const TimeAxis& axis() const { return m_axis; } ///< in pixels of this widget
    FlagPill& pill() { return *m_pill; }
    FlagLines& lines() { return *m_lines; }
    TimeRuler& ruler() { return *m_ruler; }
    StepSentence& sentence() { return *m_sentence; }
    OutcomeMap& map() { return *m_map; }
    CallerView& callerView() { return *m_caller; }
    const std::vector<ScopeView*>& scopes() const { return m_scopes; } ///< in the order of the scenario's variants
    LaneChoices& lanes() { return *m_lanes; }

Q_SIGNALS:
    void typingWanted(); ///< of a timeout
    void lineClicked(const QString& variant, int line);

public Q_SLOTS:
    void zoomIn(); ///< at the playhead if it is seen, else in the middle
    void zoomOut();
    void showLanes(); ///< the menu of them, for all scopes

protected:
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void makeScopes();
    void arrange();
    void placeFlag();
    void placePlayhead(std::optional<double> line);
    std::vector<LanePlot*> plots() const; ///< the caller's first
    std::vector<QRectF> words() const;    ///< of all of them, in pixels of this widget
    void dragFlag(double x);
    void watch(LanePlot& plot);
    void pan(double pixels);
    void zoom(double factor);
    void seeWindow();

    Session& m_session;
    Theme m_theme;
    RowPlanner m_planner = [](int height, int top, int scopes, double scale) { return planRows(height, top, scopes, scale); };
    TimeAxis m_axis;
    int m_sentenceTop = 0; ///< above it the wheel zooms
    double m_unpanned = 0; ///< pixels of a drag that do not fill a microsecond yet
    CallerView* m_caller;
    std::vector<ScopeView*> m_scopes;
    TimeRuler* m_ruler;
    OutcomeMap* m_map;
    StepSentence* m_sentence;
    TransportBar* m_transport;
    LaneChoices* m_lanes; ///< of all scopes
    QPushButton* m_fit; ///< seen while one has zoomed in
    FlagLines* m_lines;
    FlagPill* m_pill;
};

/// The room above the panels of both columns: the flag's handle reaches into it.
int columnTop(const Theme& theme);

} // namespace awaitscope
