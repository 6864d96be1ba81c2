// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"
#include "present/time/time_axis.hpp"

#include <QFrame>

class QLabel;

namespace awaitscope {

class LanePlot;
class VerdictBar;

/// A panel of the timeline: one variant with its verdict, or the caller. It follows the session by itself; the axis comes
/// from the column that it stands in.
class ScopeView : public QFrame
{
    Q_OBJECT

public:
    /// `variant` is one of the variants shown.
    ScopeView(Session& session, const Theme& theme, const QString& variant, QWidget* parent);

    void setTheme(const Theme& theme);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);
    double nameWidth() const;

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

    LanePlot& plot() { return *m_plot; }

private:
    void refresh();
    void arrange();

    void resizeEvent(QResizeEvent* event) override;

    Session& m_session;
    Theme m_theme;
    TimeAxis m_axis;
    QLabel* m_title;
    LanePlot* m_plot;
};

} // namespace awaitscope
