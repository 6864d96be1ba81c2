// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/centre_column.hpp"

#include "present/scope/lane_choices.hpp"
#include "present/time/times.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/time_ruler.hpp"
#include "widgets/transport/step_sentence.hpp"
#include "widgets/transport/transport_bar.hpp"

#include <QPushButton>
#include <QWheelEvent>

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

constexpr double zoomStep = 1.25; ///< of one notch of the wheel, or one press of the key
constexpr double pillTop = 1;     ///< pixels at scale 1: its words stand above those of the caller's head, whatever the timeout

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
      m_lanes(new LaneChoices(this)),
      m_fit(new QPushButton(this)),
      m_lines(new FlagLines(theme, this)),
      m_pill(new FlagPill(theme, this))
{
    connect(&session, &Session::runChanged, this, &CentreColumn::refresh);
    connect(&session.playback(), &Playback::positionChanged, this, &CentreColumn::placeFlag);
    connect(m_ruler, &TimeRuler::scrubbed, &session.playback(), &Playback::setPosition);
    connect(m_pill, &FlagPill::dragged, this, &CentreColumn::dragFlag);
    connect(m_pill, &FlagPill::typingWanted, this, &CentreColumn::typingWanted);
    connect(m_pill, &FlagPill::valueWanted, this, [this](double milliseconds) {
        m_session.setTimeout(VirtualDuration{std::llround(milliseconds * 1000)});
    });
    connect(&session.timeWindow(), &TimeWindow::changed, this, &CentreColumn::seeWindow);
    connect(m_fit, &QPushButton::clicked, &session.timeWindow(), &TimeWindow::fit);
    watch(m_caller->plot());
    m_fit->setProperty("link", true);
    m_fit->setFocusPolicy(Qt::TabFocus);
    m_fit->setCursor(Qt::PointingHandCursor);
    inEveryLanguage(*this, [this] {
        m_fit->setText(tr("whole run"));
        m_fit->setToolTip(tr("You have zoomed in. Show the whole run again (%1)").arg(keyOf(Act::fit)));
    });
    m_fit->hide();
    m_lines->setWords([this] { return words(); });
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
    m_fit->setFont(theme.uiFont(11.5, QFont::DemiBold));
    arrange();
}

void CentreColumn::setPlan(RowPlanner planner)
{
    m_planner = std::move(planner);
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
        auto* const scope = new ScopeView(m_session, *m_lanes, m_theme, variant, this);
        watch(scope->plot());
        connect(scope, &ScopeView::lineClicked, this, [this, variant](int line) { Q_EMIT lineClicked(variant, line); });
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
    m_axis.from = m_session.timeWindow().from();
    m_axis.length = m_session.timeWindow().span();
    m_axis.left = std::round(std::min(names, width() * 0.3));
    m_axis.right = std::max(m_axis.left + 1, std::round(width() - m_theme.px(28)));

    const RowPlan plan = m_planner(height(), columnTop(m_theme), static_cast<int>(m_scopes.size()), m_theme.scale);
    m_caller->setVisible(plan.caller.height > 0);
    m_map->setVisible(plan.map.height > 0);
    m_transport->setVisible(plan.transport.height > 0);
    m_caller->setGeometry(geometryOf(plan.caller, width()));
    m_caller->setAxis(m_axis);
    std::vector<QRect> stretches;
    const bool hasCaller = plan.caller.height > 0;
    const int firstBottom = hasCaller ? plan.caller.bottom() : plan.scopes.front().top;
    stretches.emplace_back(0, 0, width(), firstBottom);
    for (std::size_t i = 0; i < m_scopes.size(); ++i) {
        m_scopes[i]->setGeometry(geometryOf(plan.scopes[i], width()));
        m_scopes[i]->setAxis(m_axis);
        stretches.push_back(m_scopes[i]->plot().geometry().translated(m_scopes[i]->pos()));
    }
    m_ruler->setGeometry(geometryOf(plan.ruler, width()));
    m_ruler->setAxis(m_axis);
    m_fit->setGeometry(static_cast<int>(m_theme.px(6)), plan.ruler.top,
                       std::min(m_fit->sizeHint().width(), static_cast<int>(m_axis.left - m_theme.px(8))),
                       plan.ruler.height);
    m_fit->setVisible(!m_session.timeWindow().isWhole());
    m_map->setGeometry(geometryOf(plan.map, width()));
    m_map->setAxis(m_axis);
    m_sentenceTop = plan.sentence.top;
    m_sentence->setGeometry(geometryOf(plan.sentence, width()));
    m_transport->setGeometry(geometryOf(plan.transport, width()));

    m_lines->setGeometry(0, 0, width(), plan.ruler.top);
    const int pillBottom = static_cast<int>(m_theme.px(pillTop)) + m_pill->height();
    stretches.front().setTop(pillBottom);
    m_caller->setCovered(pillBottom - m_caller->y());
    m_lines->setStretches(std::move(stretches), hasCaller ? m_caller->y() + m_caller->plot().y() : firstBottom);
    m_pill->setVisible(plan.hasFlag);
    placeFlag();
}

QSize CentreColumn::scopeSize() const { return {width(), m_ruler->y() + m_ruler->height()}; }

void CentreColumn::placeFlag()
{
    const std::optional<VirtualDuration> timeout = m_session.run().timeout;
    const double axisEnd = static_cast<double>(m_session.run().axis.count()) / 1000;
    m_pill->setValue(timeout ? static_cast<double>(timeout->count()) / 1000 : axisEnd, axisEnd);
    const VirtualTime position = m_session.playback().position();
    // At the end everything is told: a line there would only cross words.
    const bool hasPlayhead = m_axis.contains(position) && !m_session.playback().isAtEnd();
    const std::optional<double> playhead = hasPlayhead ? std::optional{m_axis.toX(position)} : std::nullopt;
    placePlayhead(playhead);
    const int top = static_cast<int>(m_theme.px(pillTop));
    if (!timeout) {
        m_pill->setText(tr("no timeout"), true);
        m_pill->moveTo(m_axis.right, top);
        m_lines->setLines(std::nullopt, playhead);
        return;
    }
    const VirtualTime fires{*timeout};
    const bool isOnAxis = m_axis.contains(fires);
    const bool isBefore = fires < m_axis.from;
    QString time = readableTime(*timeout);
    const auto* const aimed = std::get_if<AtAwait>(&m_session.scenario().timeout);
    if (aimed && aimed->window == AwaitWindow::completed)
        time += tr(" at %1").arg(QString::fromStdString(toText(*aimed)));
    else if (const auto* const start = std::get_if<BeforeStart>(&m_session.scenario().timeout))
        time += tr(" at start %1").arg(start->number);
    m_pill->setText(isOnAxis   ? tr("timeout %1").arg(time)
                    : isBefore ? tr("← timeout %1").arg(time)
                               : tr("timeout %1 →").arg(time),
                    false);
    m_pill->moveTo(isOnAxis ? m_axis.toX(*timeout) : isBefore ? m_axis.left : m_axis.right, top);
    m_lines->setLines(isOnAxis ? std::optional{m_axis.toX(*timeout)} : std::nullopt, playhead);
}

void CentreColumn::placePlayhead(std::optional<double> line)
{
    for (LanePlot* const plot : plots())
        plot->setPlayheadX(line ? std::optional{*line - plot->mapTo(this, QPoint()).x()} : std::nullopt);
    // The handle stays at the end, where there is no line: it is taken back from there.
    const VirtualTime position = m_session.playback().position();
    m_ruler->setPlayhead(m_axis.contains(position) ? std::optional{m_axis.toX(position)} : std::nullopt);
}

std::vector<LanePlot*> CentreColumn::plots() const
{
    std::vector<LanePlot*> plots{&m_caller->plot()};
    for (ScopeView* const scope : m_scopes)
        plots.push_back(&scope->plot());
    return plots;
}

std::vector<QRectF> CentreColumn::words() const
{
    std::vector<QRectF> words;
    for (const QRectF& word : m_caller->isVisibleTo(this) ? m_caller->headWords() : std::vector<QRectF>{})
        words.push_back(word.translated(m_caller->pos()));
    for (const LanePlot* const plot : plots()) {
        const QPointF place = plot->mapTo(this, QPoint());
        for (const QRectF& word : plot->isVisibleTo(this) ? plot->words() : std::vector<QRectF>{})
            words.push_back(word.translated(place));
    }
    return words;
}

void CentreColumn::dragFlag(double x)
{
    const VirtualDuration timeout = m_axis.toSnapped(x).time_since_epoch();
    if (m_session.scenario().timeout != Timeout{timeout})
        m_session.setTimeout(timeout);
}

void CentreColumn::watch(LanePlot& plot)
{
    connect(&plot, &LanePlot::flagDragged, this, [this](double x) { dragFlag(x + 1); });
    connect(&plot, &LanePlot::playheadDragged, this, [this, &plot](double x) {
        m_session.playback().pause();
        m_session.playback().setPosition(m_axis.toScrubbed(x + plot.mapTo(this, QPoint()).x()));
    });
    connect(&plot, &LanePlot::panned, this, &CentreColumn::pan);
    connect(&plot, &LanePlot::fitWanted, &m_session.timeWindow(), &TimeWindow::fit);
}

void CentreColumn::seeWindow() { arrange(); }

void CentreColumn::pan(double pixels)
{
    if (m_axis.right <= m_axis.left)
        return;
    const double wanted =
        m_unpanned - pixels * static_cast<double>(m_axis.length.count()) / (m_axis.right - m_axis.left);
    const VirtualDuration by{static_cast<std::int64_t>(wanted)};
    m_unpanned = wanted - static_cast<double>(by.count());
    m_session.timeWindow().pan(by);
}

void CentreColumn::showLanes()
{
    if (!m_scopes.empty())
        m_scopes.front()->showLanes(m_scopes.front()->mapToGlobal(QPoint(12, 12)));
}

void CentreColumn::zoomIn() { zoom(zoomStep * zoomStep); }

void CentreColumn::zoomOut() { zoom(1 / (zoomStep * zoomStep)); }

void CentreColumn::zoom(double factor)
{
    const VirtualTime position = m_session.playback().position();
    const std::optional<VirtualDuration> timeout = m_session.run().timeout;
    const double axisEnd = static_cast<double>(m_session.run().axis.count()) / 1000;
    m_pill->setValue(timeout ? static_cast<double>(timeout->count()) / 1000 : axisEnd, axisEnd);
    // A playhead at the end says little of what one looks at; the timeout does.
    const VirtualTime anchor = !m_session.playback().isAtEnd() && m_axis.contains(position) ? position
                               : timeout && m_axis.contains(VirtualTime{*timeout})          ? VirtualTime{*timeout}
                                                                                   : m_axis.from + m_axis.length / 2;
    m_session.timeWindow().zoom(factor, anchor);
}

void CentreColumn::wheelEvent(QWheelEvent* event)
{
    const QPointF point = event->position();
    const int turned = event->angleDelta().y();
    const int sideways = event->angleDelta().x();
    if (point.y() >= m_sentenceTop || (turned == 0 && sideways == 0)) {
        event->ignore();
        return;
    }
    constexpr double notch = 120;
    constexpr double notchPixels = 60;
    if (sideways != 0 && std::abs(sideways) > std::abs(turned))
        pan(sideways / notch * notchPixels);
    else if (event->modifiers() & Qt::ShiftModifier)
        pan(turned / notch * notchPixels);
    else
        m_session.timeWindow().zoom(std::pow(zoomStep, turned / notch), m_axis.toTime(point.x()));
    event->accept();
}

void CentreColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace awaitscope
