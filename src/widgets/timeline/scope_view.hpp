// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"
#include "present/time/time_axis.hpp"

#include <QFrame>
#include <QRectF>

#include <vector>

class QLabel;

namespace awaitscope {

class LaneChoices;
class LanePlot;
class VerdictBar;

/// A panel of the timeline: one variant with its verdict, or the caller. It follows the session by itself; the axis comes
/// from the column that it stands in.
class ScopeView : public QFrame
{
    Q_OBJECT

public:
    /// `variant` is one of the variants shown.
    /// `lanes` outlives it.
    ScopeView(Session& session, LaneChoices& lanes, const Theme& theme, const QString& variant, QWidget* parent);

    void setTheme(const Theme& theme);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);
    double nameWidth() const;
    void showLanes(const QPoint& globalPosition); ///< the menu of them

    const QString& variant() const { return m_variant; }
    LanePlot& plot() { return *m_plot; }
    VerdictBar& verdictBar() { return *m_verdict; }

Q_SIGNALS:
    void lineClicked(int line); ///< of the variant's source

private:
    void refresh();
    void arrange();

    void resizeEvent(QResizeEvent* event) override;

    Session& m_session;
    LaneChoices& m_lanes;
    QStringList m_laneNames; ///< of all that the run has
    Theme m_theme;
    QString m_variant;
    TimeAxis m_axis;
    QLabel* m_title;
    VerdictBar* m_verdict;
    LanePlot* m_plot;
};

/// The race and the timeout, once for all variants.
class CallerView : public QFrame
{
    Q_OBJECT

public:
    CallerView(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);
    double nameWidth() const;
    /// The first `top` pixels lie under the timeout's label: no words stand there.
    void setCovered(int top);
    /// Where the words of the head stand: no line goes through them.
    std::vector<QRectF> headWords() const;

    LanePlot& plot() { return *m_plot; }

private:
    void refresh();
    void arrange();
    void placeWords();
    int headHeight() const;

    void resizeEvent(QResizeEvent* event) override;

    Session& m_session;
    Theme m_theme;
    TimeAxis m_axis;
    QLabel* m_title;
    QLabel* m_flag; ///< what it does to a page of one's own
    LanePlot* m_plot;
    int m_covered = 0;
};

} // namespace awaitscope
