// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/scope_view.hpp"

#include "present/words/sentences.hpp"
#include "present/outcome/spoken.hpp"
#include "present/questions/scope_cover.hpp"
#include "present/scope/lane_choices.hpp"
#include "present/scope/scope_model.hpp"
#include "present/session/comparison.hpp"
#include "present/words/flag_words.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/timeline/lane_menu.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/verdict_bar.hpp"

#include <QFontMetricsF>
#include <QLabel>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int border = 1;           // of the panel's frame, drawn by the style sheet
constexpr double roomyHeight = 200; // from here on the header is as high as it likes

int header(int panelHeight, const Theme& theme)
{
    return static_cast<int>(theme.px(panelHeight >= theme.px(roomyHeight) ? 46 : 38));
}

const VariantRun* runOf(const Session& session, const QString& variant)
{
    const auto& runs = session.run().variants;
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const VariantRun& run) {
        return QString::fromStdString(run.variant) == variant;
    });
    return found == runs.end() ? nullptr : &*found;
}

TimeAxis shifted(TimeAxis axis, double by)
{
    axis.left += by;
    axis.right += by;
    return axis;
}

std::optional<double> flagX(const Session& session, const TimeAxis& axis)
{
    const std::optional<VirtualDuration> timeout = session.run().timeout;
    if (!timeout || !axis.contains(VirtualTime{*timeout}))
        return std::nullopt;
    return axis.toX(*timeout);
}

} // namespace

ScopeView::ScopeView(Session& session, LaneChoices& lanes, const Theme& theme, const QString& variant, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_lanes(lanes),
      m_theme(theme),
      m_variant(variant),
      m_title(new QLabel(this)),
      m_verdict(new VerdictBar(theme, this)),
      m_plot(new LanePlot(theme, this))
{
    setProperty("panel", true);
    connect(&session, &Session::runChanged, this, &ScopeView::refresh);
    connect(&session, &Session::coverChanged, this, &ScopeView::refresh);
    connect(&session, &Session::outdatedChanged, this, &ScopeView::refresh);
    connect(&session.comparison(), &Comparison::changed, this, &ScopeView::refresh);
    connect(&session.playback(), &Playback::positionChanged, this, &ScopeView::refresh);
    connect(m_plot, &LanePlot::awaitClicked, this, [this](int number) { m_session.aimAt(m_variant, number); });
    connect(m_plot, &LanePlot::momentClicked, &session.playback(), &Playback::setPosition);
    connect(m_plot, &LanePlot::lineClicked, this, &ScopeView::lineClicked);
    connect(m_plot, &LanePlot::menuWanted, this, &ScopeView::showLanes);
    connect(&lanes, &LaneChoices::changed, this, &ScopeView::refresh);
    setTheme(theme);
    refresh();
}

void ScopeView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_title->setFont(theme.uiFont(17, QFont::DemiBold));
    m_title->setPalette(theme.palette());
    m_verdict->setTheme(theme);
    m_plot->setTheme(theme);
    arrange();
}

void ScopeView::setAxis(const TimeAxis& axis)
{
    m_axis = axis;
    arrange();
}

double ScopeView::nameWidth() const { return m_plot->nameWidth(); }

void ScopeView::refresh()
{
    const VariantRun* const run = runOf(m_session, m_variant);
    if (!run)
        return;
    m_title->setText(titleOf(m_session.lesson(), *run));
    m_title->setToolTip(priceOf(m_session.lesson(), run->variant));
    ScopeModel model = scopeOf(*run, m_session.playback().position(), m_session.run().axis);
    m_session.comparison().addEarlier(model, m_variant);
    m_laneNames.clear();
    for (const ScopeLane& lane : model.lanes) {
        if (!m_laneNames.contains(lane.name))
            m_laneNames += lane.name;
    }
    coverScope(model, m_session.cover()); // before they are sorted by what they do, which a question may hide
    if (m_session.lesson().isBlank)
        model.verdict = blankVerdictText();
    else if (m_session.isOutdated(run->variant))
        outdate(model.verdict);
    m_verdict->setText(model.verdict);
    m_plot->setAccessibleName(tr("Timeline, %1").arg(m_title->text()));
    m_plot->setAccessibleDescription(spokenScope(model)); // all of it: who listens has no use for room
    m_lanes.applyTo(model);
    m_plot->setFlagX(flagX(m_session, shifted(m_axis, -border))); // before what is drawn beside it
    m_plot->setModel(std::move(model));
}

void ScopeView::showLanes(const QPoint& globalPosition) { laneMenu(m_lanes, m_laneNames, m_theme, this)->popup(globalPosition); }

void ScopeView::arrange()
{
    const int head = header(height(), m_theme);
    const int left = static_cast<int>(m_theme.px(14));
    const int titleWidth = m_title->sizeHint().width();
    m_title->setGeometry(left, border, titleWidth, head);
    const int barLeft = std::max(static_cast<int>(m_axis.left - m_theme.px(32)), left + titleWidth + 12);
    const int barMargin = static_cast<int>(m_theme.px(head < m_theme.px(46) ? 4 : 7));
    m_verdict->setFixedHeight(std::max(1, head - 2 * barMargin));
    m_verdict->setGeometry(barLeft, border + barMargin, width() - barLeft - static_cast<int>(m_theme.px(12)),
                           head - 2 * barMargin);
    m_plot->setGeometry(border, border + head, width() - 2 * border, std::max(1, height() - head - 2 * border));
    const TimeAxis axis = shifted(m_axis, -border);
    m_plot->setFlagX(flagX(m_session, axis));
    m_plot->setAxis(axis);
}

void ScopeView::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

CallerView::CallerView(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_title(new QLabel(this)),
      m_flag(new QLabel(this)),
      m_plot(new LanePlot(theme, this))
{
    setProperty("panel", true);
    connect(&session, &Session::runChanged, this, &CallerView::refresh);
    connect(&session, &Session::coverChanged, this, &CallerView::refresh);
    connect(&session.playback(), &Playback::positionChanged, this, &CallerView::refresh);
    inEveryLanguage(*this, [this] {
        m_plot->setAccessibleName(tr("Timeline, caller"));
        refresh();
    });
    setTheme(theme);
    refresh();
}

void CallerView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_title->setFont(theme.uiFont(15, QFont::DemiBold));
    m_title->setPalette(theme.palette());
    m_flag->setFont(theme.uiFont(13));
    QPalette secondary = theme.palette();
    secondary.setColor(QPalette::WindowText, theme.secondaryText);
    m_flag->setPalette(secondary);
    m_plot->setTheme(theme);
    arrange();
}

void CallerView::setAxis(const TimeAxis& axis)
{
    m_axis = axis;
    arrange();
}

double CallerView::nameWidth() const { return m_plot->nameWidth(); }

void CallerView::refresh()
{
    const QString flag = flagWordsOf(m_session.lesson(), m_session.scenario());
    m_title->setText(flag.isEmpty() ? callerTitleOf(m_session.lesson(), m_session.run(), m_session.cover().run) : tr("The flag"));
    m_flag->setText(flag);
    m_flag->setToolTip(flag);
    placeWords();
    // The race is the same for every variant until the work has won; the first one speaks for all.
    const std::vector<VariantRun>& runs = m_session.run().variants;
    if (!runs.empty()) {
        ScopeModel model = callerScopeOf(runs.front(), m_session.playback().position(), m_session.run().axis);
        coverScope(model, m_session.cover());
        m_plot->setAccessibleDescription(spokenScope(model));
        m_plot->setModel(std::move(model));
    }
    m_plot->setFlagX(flagX(m_session, shifted(m_axis, -border)));
}

void CallerView::setCovered(int top)
{
    if (std::exchange(m_covered, top) != top)
        placeWords();
}

std::vector<QRectF> CallerView::headWords() const
{
    std::vector<QRectF> words;
    for (const QLabel* const label : {m_title, m_flag}) {
        QRectF area(label->geometry());
        area.setWidth(std::min(area.width(), QFontMetricsF(label->font()).horizontalAdvance(label->text())));
        words.push_back(area);
    }
    return words;
}

int CallerView::headHeight() const
{
    // As planRows() has it: each lane takes as much in either.
    const auto lanes = static_cast<double>(std::max<std::size_t>(1, m_plot->model().lanes.size()));
    return static_cast<int>(m_theme.px(height() >= m_theme.px(36 + 28 * lanes) ? 36 : 30));
}

void CallerView::placeWords()
{
    const int top = std::max(border, m_covered);
    const int head = std::max(1, border + headHeight() - top);
    const int left = static_cast<int>(m_theme.px(14));
    m_title->setGeometry(left, top, m_title->sizeHint().width(), head);
    const int flagLeft = m_title->geometry().right() + static_cast<int>(m_theme.px(10));
    m_flag->setGeometry(flagLeft, top, std::max(1, width() - flagLeft - left), head);
}

void CallerView::arrange()
{
    const int head = headHeight();
    placeWords();
    m_plot->setGeometry(border, border + head, width() - 2 * border, std::max(1, height() - head - 2 * border));
    const TimeAxis axis = shifted(m_axis, -border);
    m_plot->setFlagX(flagX(m_session, axis));
    m_plot->setAxis(axis);
}

void CallerView::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

} // namespace awaitscope
