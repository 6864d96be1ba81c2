// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/outcome/outcome_fit.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/session/session.hpp"
#include "present/time/time_axis.hpp"

#include <QFrame>

namespace awaitscope {

class ParameterBar;

/// "Every timeout at once": a strip per variant with the verdict of each timeout. A click or a drag moves the flag.
class OutcomeMap : public QFrame
{
    Q_OBJECT

public:
    OutcomeMap(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);

    const std::vector<OutcomeStrip>& strips() const { return m_strips; }
    QRectF stripRect(std::size_t strip) const;
    /// What stands in its segments where nothing is expected, in their order.
    std::vector<FittedWords> shownWords(std::size_t strip) const;
    QString nameOf(std::size_t strip) const; ///< as it stands before it
    ParameterBar& parameters() { return *m_parameters; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh();
    QRectF segmentRect(const OutcomeStrip& strip, std::size_t index, std::size_t segment) const;
    bool isOnStrips(QPointF point) const;
    void moveFlag(double x);
    double headHeight() const;
    double stripHeight() const;
    void paintStrip(QPainter& painter, std::size_t index) const;
    FittedWords wordsOf(const OutcomeSegment& segment, const QRectF& rect) const;
    void paintOutcome(QPainter& painter, QRectF rect, const OutcomeSegment& segment, const QColor& colour) const;
    void paintMarker(QPainter& painter, std::size_t index) const;

    void arrange();

    Session& m_session;
    Theme m_theme;
    TimeAxis m_axis;
    ParameterBar* m_parameters;
    const Lesson* m_lesson = nullptr; ///< that of the strips
    std::vector<OutcomeStrip> m_strips;
    bool m_wasCovered = false;
    std::optional<std::int64_t> m_progress; ///< runs so far of a map that takes long
    bool m_dragging = false;
};

} // namespace awaitscope
