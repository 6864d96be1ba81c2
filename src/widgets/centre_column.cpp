// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/centre_column.hpp"

#include "widgets/outcome/outcome_map.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/time_ruler.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/transport/transport_bar.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

std::vector<QString> namesOf(const Session& session)
{
    std::vector<QString> names;
    for (const VariantRun& run : session.run().variants)
        names.push_back(QString::fromStdString(run.variant));
    return names;
}

QRect geometryOf(const Row& row, int width) { return {0, row.top, width, row.height}; }

} // namespace

int columnTop(const Theme& theme) { return static_cast<int>(theme.px(12)); }

CentreColumn::CentreColumn(Session& session, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_caller(new CallerView(session, theme, this)),
      m_ruler(new TimeRuler(theme, this)),
      m_map(new OutcomeMap(session, theme, this)),
      m_sentence(new StepSentence(session, theme, this)),
      m_transport(new TransportBar(session, theme, this)),
      m_lines(new FlagLines(theme, this)),
      m_pill(new FlagPill(theme, this))
{
    connect(&session, &Session::runChanged, this, &CentreColumn::refresh);
    connect(&session.playback(), &Playback::positionChanged, this, &CentreColumn::placeFlag);
    connect(m_ruler, &TimeRuler::scrubbed, &session.playback(), &Playback::setPosition);
    connect(m_pill, &FlagPill::dragged, this, &CentreColumn::dragFlag);
    connect(m_pill, &FlagPill::typingWanted, this, &CentreColumn::typingWanted);
    connect(&m_caller->plot(), &LanePlot::flagDragged, this, [this](double x) { dragFlag(x + 1); });
    setTheme(theme);
    refresh();
}

void CentreColumn::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_caller->setTheme(theme);
    for (ScopeView* const scope : m_scopes)
        scope->setTheme(theme);
    m_ruler->setTheme(theme);
    m_map->setTheme(theme);
    m_sentence->setTheme(theme);
    m_transport->setTheme(theme);
    m_lines->setTheme(theme);
    m_pill->setTheme(theme);
    arrange();
}

void CentreColumn::refresh()
{
    std::vector<QString> shown;
    for (const ScopeView* const scope : m_scopes)
        shown.push_back(scope->variant());
    if (shown != namesOf(m_session))
        makeScopes();
    arrange();
}

void CentreColumn::makeScopes()
{
    for (ScopeView* const scope : m_scopes)
        scope->deleteLater(); // it may be the one whose click brought us here
    m_scopes.clear();
    for (const QString& variant : namesOf(m_session)) {
        auto* const scope = new ScopeView(m_session, m_theme, variant, this);
        connect(&scope->plot(), &LanePlot::flagDragged, this, [this](double x) { dragFlag(x + 1); });
        scope->show();
        m_scopes.push_back(scope);
    }
    m_lines->raise();
    m_pill->raise();
}

void CentreColumn::arrange()
{
    if (m_scopes.empty())
        return;
    double names = m_theme.px(110);
    for (const ScopeView* const scope : m_scopes)
        names = std::max(names, scope->nameWidth());
    names = std::max(names, m_caller->nameWidth());
    // Whole pixels: the plots' own axes know no others.
    m_axis.length = m_session.run().axis;
    m_axis.left = std::round(std::min(names, width() * 0.3));
    m_axis.right = std::max(m_axis.left + 1, std::round(width() - m_theme.px(28)));

    const RowPlan plan = planRows(height(), columnTop(m_theme), static_cast<int>(m_scopes.size()), m_theme.scale);
    m_caller->setGeometry(geometryOf(plan.caller, width()));
    m_caller->setAxis(m_axis);
    std::vector<QRect> stretches;
    const QRect callerPlot = m_caller->geometry();
    stretches.emplace_back(0, 0, width(), callerPlot.bottom() + 1);
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        m_scopes[i]->setGeometry(geometryOf(plan.scopes[i], width()));
        m_scopes[i]->setAxis(m_axis);
        stretches.push_back(m_scopes[i]->plot().geometry().translated(m_scopes[i]->pos()));
    }
    m_ruler->setGeometry(geometryOf(plan.ruler, width()));
    m_ruler->setAxis(m_axis);
    m_map->setGeometry(geometryOf(plan.map, width()));
    m_map->setAxis(m_axis);
    m_sentence->setGeometry(geometryOf(plan.sentence, width()));
    m_transport->setGeometry(geometryOf(plan.transport, width()));

    m_lines->setGeometry(0, 0, width(), plan.ruler.top);
    const int pillTop = static_cast<int>(m_theme.px(4));
    stretches.front().setTop(pillTop + m_pill->height());
    m_lines->setStretches(std::move(stretches), m_caller->y() + m_caller->plot().y());
    placeFlag();
}

void CentreColumn::placeFlag()
{
    const std::optional<VirtualDuration> timeout = m_session.run().timeout;
    const double playhead = m_axis.toX(m_session.playback().position());
    const int top = static_cast<int>(m_theme.px(4));
    if (!timeout) {
        m_pill->setText(tr("no timeout"), true);
        m_pill->moveTo(m_axis.right, top);
        m_lines->setLines(std::nullopt, playhead);
        return;
    }
    const bool isOnAxis = *timeout <= m_axis.length;
    const QString time = QString::fromStdString(toReadableText(*timeout));
    m_pill->setText(isOnAxis ? tr("timeout %1").arg(time) : tr("timeout %1 →").arg(time), false);
    m_pill->moveTo(isOnAxis ? m_axis.toX(*timeout) : m_axis.right, top);
    m_lines->setLines(isOnAxis ? std::optional{m_axis.toX(*timeout)} : std::nullopt, playhead);
}

void CentreColumn::dragFlag(double x)
{
    const VirtualDuration timeout = m_axis.toWholeMillisecond(x).time_since_epoch();
    if (m_session.scenario().timeout != Timeout{timeout})
        m_session.setTimeout(timeout);
}

void CentreColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace awaitscope
