// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a window keeps from one start to the next, and what it is for a while: presenting, or on tour.
#include "present/editing/edits.hpp"
#include "present/editing/task_judge.hpp"
#include "present/files/remembered.hpp"
#include "present/files/settings_file.hpp"
#include "present/look/window_place.hpp"
#include "present/scope/row_plan.hpp"
#include "present/session/history.hpp"
#include "widgets/actions/edit_actions.hpp"
#include "widgets/actions/page_actions.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/error_bar.hpp"
#include "widgets/pack/pack_actions.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/presenting/presenter_bar.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/toast.hpp"
#include "widgets/tour/tour.hpp"
#include "widgets/transport/steps_pane.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/columns.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <QWindow>

#include <utility>

namespace awaitscope {

bool MainWindow::isPresenting() const { return m_presentation->presenter().isPresenting(); }

Theme MainWindow::themeNow() const
{
    Appearance appearance = m_appearance;
    if (isPresenting())
        appearance.scale = slideFit().scale;
    return appearance.theme();
}

bool MainWindow::isSidePresented() const
{
    const SlidePanes panes = m_presentation->presenter().panes();
    return m_wanted.code && (panes.code || panes.console || panes.table);
}

PresentedRows MainWindow::presentedRows(double scale, const std::vector<double>& parts) const
{
    const SlidePanes panes = m_presentation->presenter().panes();
    PresentedRows rows;
    rows.caller = panes.caller;
    rows.callerLanes = callerLanes();
    rows.hasWordyStrips = hasWordyStrips();
    rows.map = panes.map || m_presentation->presenter().isMapShown();
    rows.code = panes.code;
    rows.console = panes.console ? m_side->console().wholeHeight(scale) : 0;
    rows.table = panes.table ? static_cast<int>(150 * scale) : 0;
    rows.laneParts = parts;
    return rows;
}

int MainWindow::presentedTop(double scale) const
{
    // The timeout's label stands there; where the caller is, it has room in its head.
    return static_cast<int>((m_presentation->presenter().panes().caller ? 12 : 34) * scale);
}

SlideFit MainWindow::slideFit() const
{
    constexpr double centre = 560; ///< at scale 1: verdicts and labels of a run whole
    SlideNeeds needs;
    needs.centre = centre;
    if (isSidePresented()) {
        needs.code = [this](double scale) { return m_side->widthWanted(scale); };
        needs.codeLeast = [this](double scale) { return m_side->widthNeeded(scale); };
    }
    const int scopes = static_cast<int>(m_session.run().variants.size());
    needs.height = [this, scopes, parts = laneParts()](double scale) {
        PresentedRows rows = presentedRows(scale, parts);
        rows.map = m_presentation->presenter().panes().map; // when it is asked for, the question leaves it its room
        return m_presentation->bar().heightAt(scale, width()) + leastPresentedHeight(presentedTop(scale), scopes, scale, rows)
               + 30 * scale + columnGap;
    };
    return fitSlide(size() - QSize(2 * columnGap, 0), needs, m_slideScale);
}

void MainWindow::layOutSlide()
{
    m_side->setPresented(m_presentation->presenter().panes());
    m_presentation->bar().setLineShown(m_wanted.story); // it takes of the height
    const SlideFit fit = slideFit();
    if (fit.scale != m_theme.scale) {
        m_theme = themeNow();
        applyTheme();
    }
    const PresentedRows rows = presentedRows(fit.scale, laneParts());
    m_columns->setPresentedCode(fit.code);
    m_centre->setPlan([this, rows](int height, int, int scopes, double scale) {
        return planPresentation(height, presentedTop(scale), scopes, scale, rows);
    });
    m_side->setPlan([this, rows](int height, int, int scopes, double scale) {
        PresentedRows now = rows;
        now.codeLines = m_side->codeLines();
        return planPresentedSide(height, presentedTop(scale), scopes, scale, now);
    });
}

/// What the scene shows, and where a timeout or a version of one's own is, what belongs to them.
void MainWindow::planWindow()
{
    const SlidePanes panes = m_session.panes();
    const WindowRows rows{panes.caller, panes.map, panes.console, panes.table, laneParts(), callerLanes(), hasWordyStrips()};
    const auto plan = [rows](int height, int top, int scopes, double scale) { return planRows(height, top, scopes, scale, rows); };
    m_centre->setPlan(plan);
    m_side->setPlan(plan);
}

void MainWindow::present()
{
    const bool on = isPresenting();
    if (on && m_wasPresenting) {
        layOutSlide();
        fold();
        return;
    }
    if (on == std::exchange(m_wasPresenting, on))
        return;
    if (on) {
        m_stateBefore = windowState();
        m_wantedBefore = m_wanted;
        m_historyBefore = m_history->keep();
    } else {
        m_history->bringBack(m_historyBefore);
    }
    const QRect place = screen()->availableGeometry();
    if (QRect small = normalGeometry(); on && isMaximized() && !place.contains(small.center())) {
        // Where it was before it was maximised is on another screen, which it would fill by way of that.
        small.setSize(small.size().boundedTo(place.size()));
        small.moveCenter(place.center());
        setWindowState(Qt::WindowNoState);
        setGeometry(small);
    }
    setWindowState(on ? windowState() | Qt::WindowFullScreen : m_stateBefore);
    m_topBar->setVisible(!on);
    m_presentation->bar().setVisible(on);
    m_presentation->hints().setVisible(on);
    if (on) {
        layOutSlide();
        fold();
    } else {
        m_side->setPresented(std::nullopt);
        planWindow();
        m_columns->setPresentedCode(std::nullopt);
        m_wanted = m_wantedBefore;
        showSteps(m_wanted.steps);
        m_wanted = m_wantedBefore; // what showing the steps has asked for included
        m_theme = themeNow();
        applyTheme();
    }
    setFocus();
}

void MainWindow::allowEditing(Edits& edits)
{
    if (m_settings)
        edits.setWhatRunsAsTyped({readRemembered(*m_settings).runsAsTyped, readRemembered(*m_settings).runsPagesAsTyped});
    m_editActions->allow(edits);
    m_tasks->allowEditing(edits);
    m_sharing->document().allowEdits(edits);
}

void MainWindow::allowPacks(LessonPacks& packs)
{
    m_packs = &packs;
    m_packActions->allow(packs);
}

void MainWindow::allowPages(Pages& pages) { m_pageActions->allow(pages); }

void MainWindow::openPath(const QString& path) { m_sharing->open(path); }

void MainWindow::editCode(const std::string& variant)
{
    want(Column::code, true);
    // A page has one version that is typed on, whichever was asked for.
    m_side->openEditor(m_session.lesson().isSandbox ? m_editActions->edits()->variantToEdit() : variant);
}

void MainWindow::placeOnScreen()
{
    // As far as is known: the window manager gives it a frame only when it is shown.
    const auto place = [this](const QMargins& frame) {
        if (isMaximized() || isFullScreen())
            return;
        const QScreen* const screen = QGuiApplication::screenAt(geometry().center());
        const WindowPlace now =
            placeOn((screen ? screen : QGuiApplication::primaryScreen())->availableGeometry(), geometry(), frame);
        setGeometry(now.inner);
        if (now.isCut)
            setWindowState(windowState() | Qt::WindowMaximized);
    };
    constexpr QMargins usualFrame{4, 36, 4, 4};
    if (m_settings == nullptr || readRemembered(*m_settings).geometry.isEmpty()) {
        QRect inTheMiddle = geometry();
        inTheMiddle.moveCenter(QGuiApplication::primaryScreen()->availableGeometry().center());
        setGeometry(inTheMiddle);
    }
    place(usualFrame);
    constexpr int frameIsThere = 300; // milliseconds
    QTimer::singleShot(frameIsThere, this, [this, place] {
        if (windowHandle())
            place(windowHandle()->frameMargins());
    });
}

void MainWindow::startTour()
{
    m_presentation->presenter().stop();
    want(Column::story, true);
    m_tour->start();
    save();
}

QRect MainWindow::placeOf(TourTarget target) const
{
    const auto inWindow = [this](const QWidget& widget) {
        return widget.isVisible() ? QRect(widget.mapTo(this, QPoint()), widget.size()) : QRect();
    };
    switch (target) {
    case TourTarget::story:
        return inWindow(*m_story);
    case TourTarget::flag:
        return inWindow(m_centre->pill());
    case TourTarget::verdict:
        return m_centre->scopes().empty() ? QRect() : inWindow(m_centre->scopes().front()->verdictBar());
    }
    return {};
}

void MainWindow::restore()
{
    if (!m_settings)
        return;
    const Remembered kept = readRemembered(*m_settings);
    if (!kept.geometry.isEmpty())
        restoreGeometry(kept.geometry);
    m_columns->setWidths(kept.columns);
    m_wanted.story = kept.story;
    m_wanted.code = kept.code;
    m_wanted.steps = kept.steps;
    m_side->setTongue(kept.tongue);
    m_lessMotion = kept.lessMotion;
    if (m_lessMotion)
        setLessMotion(*m_lessMotion);
    m_steps->setVisible(kept.steps);
    (*m_actions)[Act::steps].setChecked(kept.steps);
}

void MainWindow::showEvent(QShowEvent* event)
{
    if (!std::exchange(m_hasStarted, true)) {
        m_choiceAtStart = m_appearance.choice;
        m_languageAtStart = m_session.language().choice();
        notePlace(m_placeAtStart, m_session);
        m_history->forget(); // how it opens is nothing to undo
    }
    QWidget::showEvent(event);
}

bool MainWindow::save()
{
    if (!m_settings)
        return true;
    // What was asked of this start alone, on the command line, is not what one wants the next time.
    Remembered now = readRemembered(*m_settings);
    now.geometry = saveGeometry();
    now.columns = m_columns->widths();
    now.story = m_wanted.story;
    now.code = m_wanted.code;
    now.steps = m_wanted.steps;
    now.tongue = m_side->tongue();
    if (m_appearance.choice != m_choiceAtStart)
        now.theme = m_appearance.choice;
    now.scale = m_appearance.scale;
    if (m_session.language().choice() != m_languageAtStart)
        now.language = m_session.language().choice();
    now.tour = now.tour || m_tour->wasStarted();
    now.lessMotion = m_lessMotion;
    if (const Edits* const edits = m_editActions->edits()) {
        now.runsAsTyped = edits->whatRunsAsTyped().versions;
        now.runsPagesAsTyped = edits->whatRunsAsTyped().pages;
    }
    now.speed = m_session.playback().speed();
    now.loop = m_session.playback().isLooping();
    Remembered place;
    notePlace(place, m_session);
    if (place != m_placeAtStart) {
        now.lesson = place.lesson;
        now.folder = place.folder;
        now.scene = place.scene;
        now.scenario = place.scenario;
        now.own = place.own;
    }
    keep(now, *m_settings);
    const QString problem = writeOut(*m_settings);
    if (!problem.isEmpty())
        showError(problem);
    return problem.isEmpty();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_presentation->presenter().stop(); // what is kept is the window on a desk
    // The first time the window stays to say what is lost; whoever closes it again has read it, or has made room.
    if (!save() && !std::exchange(m_hasFailedToSave, true)) {
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
}

} // namespace awaitscope
