// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main_window.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "present/code/retold_code.hpp"
#include "present/editing/task_judge.hpp"
#include "present/files/pages.hpp"
#include "present/scope/lane_bands.hpp"
#include "present/scope/lane_choices.hpp"
#include "present/scope/row_plan.hpp"
#include "present/scope/scope_model.hpp"
#include "present/session/history.hpp"
#include "widgets/accessible/painted.hpp"
#include "widgets/actions/alt_tap.hpp"
#include "widgets/actions/cancelling_sheet.hpp"
#include "widgets/actions/compare_actions.hpp"
#include "widgets/actions/edit_actions.hpp"
#include "widgets/actions/key_sheet.hpp"
#include "widgets/actions/main_menu.hpp"
#include "widgets/actions/page_actions.hpp"
#include "widgets/actions/progress_actions.hpp"
#include "widgets/actions/question_actions.hpp"
#include "widgets/actions/text_sheet.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/enter_presses.hpp"
#include "widgets/error_bar.hpp"
#include "widgets/focus_ring.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/key_focus.hpp"
#include "widgets/pack/pack_actions.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/presenting/presenter_bar.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/story/path_sheet.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/timeout_field.hpp"
#include "widgets/toast.hpp"
#include "widgets/tour/tour.hpp"
#include "widgets/transport/steps_pane.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/columns.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double goodCentre = 560; ///< less than this is too little beside both other columns
constexpr QSize leastSize{720, 480};

Appearance chosen(const Theme& theme)
{
    const ThemeChoice choice = theme.look == Theme::Look::contrast ? ThemeChoice::contrast
                               : theme.dark                        ? ThemeChoice::dark
                                                                   : ThemeChoice::light;
    return {choice, theme.dark, theme.scale};
}

} // namespace

MainWindow::MainWindow(Session& session, const Theme& theme, QSettings* settings, QWidget* parent)
    : MainWindow(session, chosen(theme), settings, parent)
{}

MainWindow::MainWindow(Session& session, const Appearance& appearance, QSettings* settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_appearance(appearance),
      m_theme((describePaintedWidgets(), appearance.theme())), // before there is a widget that a reader may ask
      m_settings(settings),
      m_topBar(new TopBar(session, m_theme, this)),
      m_errorBar(new ErrorBar(this)),
      m_scroll(new QScrollArea(this)),
      m_columns(new Columns),
      m_storyHolder(new QWidget),
      m_tasks(new TaskJudge(session, this)),
      m_story(new StoryPane(session, *m_tasks, m_theme, m_storyHolder)),
      m_steps(new StepsPane(session, m_theme, m_storyHolder)),
      m_centre(new CentreColumn(session, m_theme, nullptr)),
      m_side(new SideColumn(session, m_theme, nullptr)),
      m_timeoutField(new TimeoutField(session, m_theme, this)),
      m_toast(new Toast(this)),
      m_presentation(new Presentation(session, m_theme, *m_toast, *this)),
      m_tour(new Tour([this](TourTarget target) { return placeOf(target); }, m_theme, *this)),
      m_ring(new FocusRing(m_theme, *this)),
      m_history(new History(session, this)),
      m_sharing(new Sharing(*this, settings)),
      m_actions(new WindowActions(*this))
{
    arrange();
    answerActions();
    connect(&session, &Session::failed, this, &MainWindow::showError);
    connect(&session, &Session::lessonChanged, this, &MainWindow::refreshTitle);
    connect(&m_sharing->document(), &ScenarioDocument::changed, this, &MainWindow::refreshTitle);
    connect(&session, &Session::runChanged, m_toast, &QWidget::hide); // what it said is past
    connect(&session, &Session::runChanged, this, [this] { m_columns->setMinimumHeight(leastHeightNow()); });
    connect(&m_centre->lanes(), &LaneChoices::changed, this, [this] {
        m_columns->setMinimumHeight(leastHeightNow());
        if (isPresenting())
            layOutSlide();
        else
            planWindow();
    });
    for (const auto signal : {&Session::runChanged, &Session::sceneChanged}) {
        connect(&session, signal, this, [this] {
            if (!isPresenting())
                planWindow();
        });
    }
    connect(m_story, &StoryPane::editWanted, this, [this] { (*m_actions)[Act::editCode].trigger(); });
    connect(m_story, &StoryPane::taskEditWanted, this, &MainWindow::editCode);
    connect(m_story, &StoryPane::markActivated, m_side, &SideColumn::flashMark);
    connect(m_centre, &CentreColumn::lineClicked, m_side, &SideColumn::flashLine);
    connect(m_centre, &CentreColumn::typingWanted, this, &MainWindow::typeTimeout);
    new EnterPresses(this);
    connect(new AltTap(*this), &AltTap::tapped, this, &MainWindow::showMenu);
    m_timeoutField->installEventFilter(this);
    m_toast->setRoom([this] { return toastRoom(); });
    setFocusPolicy(Qt::ClickFocus);
    resize(1440, 900);
    applyTheme();
    showChoices();
    inEveryLanguage(*this, [this] { refreshTitle(); });
    restore();
    planWindow();
    fold();
    setFocus(); // else Qt takes the first button, and Space would press it
}

MainWindow::~MainWindow() = default;

void MainWindow::arrange()
{
    auto* const storyLayout = new QVBoxLayout(m_storyHolder);
    storyLayout->setContentsMargins(0, columnTop(m_theme), 0, 0);
    storyLayout->addWidget(m_story, 3);
    storyLayout->addWidget(m_steps, 2);
    storyLayout->setSpacing(columnGap);
    m_steps->hide();
    m_columns->setHandleWidth(columnGap);
    m_columns->setColumns(*m_storyHolder, *m_centre, *m_side);
    m_columns->setContentsMargins(columnGap, 0, 0, columnGap);
    m_scroll->setWidget(m_columns);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false); // the window's ground shows between the panels
    m_columns->setAutoFillBackground(false);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(&m_presentation->bar());
    layout->addWidget(m_errorBar);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(&m_presentation->hints());
}

void MainWindow::answerActions()
{
    answerForSession(*m_actions, m_session);
    answerForHistory(*m_actions, *m_history);
    answerForQuestions(*m_actions, m_session, *m_story, m_presentation->presenter(), *m_toast, [this] { want(Column::story, true); });
    m_presentation->answer(*m_actions);
    connect(&m_presentation->presenter(), &Presenter::changed, this, &MainWindow::present);
    m_progressActions = new ProgressActions(*m_actions, m_session, *m_history, *m_toast, *this);
    connect(m_progressActions, &ProgressActions::failed, this, &MainWindow::showError);
    answerForSharing(*m_actions, *m_sharing);
    m_editActions = new EditActions(*this);
    m_pageActions = new PageActions(*this);
    m_packActions = new PackActions(*this);
    connect(m_side, &SideColumn::editWanted, this, &MainWindow::editCode);
    connect(m_side, &SideColumn::editorOpened, m_columns, &Columns::setEditing);
    connect(m_columns, &Columns::resetWanted, this, &MainWindow::resetLayout);
    m_actions->on(Act::typeTimeout, [this] { typeTimeout(); });
    m_actions->onToggle(Act::story, [this](bool on) { want(Column::story, on); });
    m_actions->onToggle(Act::code, [this](bool on) { want(Column::code, on); });
    m_actions->onToggle(Act::steps, [this](bool on) { showSteps(on); });
    m_actions->on(Act::copySteps, [this] { copy(m_steps->steps().allText()); });
    answerForComparison(*m_actions, m_session, *m_toast);
    m_actions->on(Act::nextTongue, [this] {
        m_side->setTongue(tongueAfter(m_session.lesson(), m_side->tongue()));
        want(Column::code, true); // to be read, it must be seen
    });
    answerChoices();
    m_actions->on(Act::zoomIn, [this] { m_centre->zoomIn(); });
    m_actions->on(Act::zoomOut, [this] { m_centre->zoomOut(); });
    m_actions->on(Act::lanes, [this] { m_centre->showLanes(); });
    m_actions->on(Act::fit, [this] { m_session.timeWindow().fit(); });
    m_actions->on(Act::copyLink, [this] { copyLink(); });
    m_actions->on(Act::copyCommand, [this] { copy(m_session.command()); });
    m_actions->on(Act::pasteLink, [this] { pasteLink(); });
    m_actions->on(Act::quit, [this] { close(); });
    m_actions->on(Act::keys, [this] { showKeys(); });
    m_actions->on(Act::tour, [this] { startTour(); });
    m_actions->on(Act::manual, [this] { manualSheet(m_theme, this)->open(); }); // over the window, whose keys rest meanwhile
    m_actions->on(Act::licence, [this] { licenceSheet(m_theme, this)->open(); });
    m_actions->on(Act::about, [this] { aboutSheet(m_theme, this)->open(); });
    m_actions->on(Act::cancelling, [this] { showCancelling(); });
    m_actions->on(Act::path, [this] { showPath(); });
    answerForTraffic();
    m_actions->on(Act::menu, [this] { showMenu(); });
    // Only while there is something to dismiss: Escape has other uses.
    QAction& dismissal = m_actions->on(Act::dismiss, [this] { dismiss(); });
    dismissal.setEnabled(false);
    const auto canDismiss = [this, &dismissal] { 
        dismissal.setEnabled(m_errorBar->isVisibleTo(this) || isPresenting() || m_tour->isRunning());
    };
    connect(m_tour, &Tour::runningChanged, this, canDismiss);
    connect(m_errorBar, &ErrorBar::shownChanged, this, canDismiss);
    connect(&m_presentation->presenter(), &Presenter::changed, this, canDismiss);
    m_menu = new MainMenu(*m_actions, m_session, this);

    const std::pair<QPushButton*, Act> buttons[] = {{&m_topBar->storyButton(), Act::story},
                                                    {&m_topBar->codeButton(), Act::code},
                                                    {&m_topBar->themeButton(), Act::nextTheme},
                                                    {&m_topBar->menuButton(), Act::menu},
                                                    {&m_topBar->keysButton(), Act::keys}};
    for (const auto& [button, act] : buttons)
        connect(button, &QPushButton::clicked, &(*m_actions)[act], &QAction::trigger);
}

void MainWindow::setTheme(const Theme& theme) { setAppearance(chosen(theme)); }

void MainWindow::setAppearance(const Appearance& appearance)
{
    const bool looksDifferent = appearance.theme().look != m_theme.look || appearance.scale != m_appearance.scale;
    m_appearance = appearance;
    if (looksDifferent) {
        m_theme = themeNow();
        applyTheme();
    }
    showChoices();
}

void MainWindow::applyTheme()
{
    // In this order: a style sheet resets palette and font, and widgets that it reaches do not take their parent's font but that of
    // their class. Dialogs and tips have no parent that could give them one.
    setStyleSheet(m_theme.styleSheet());
    QApplication::setFont(m_theme.ui);
    QApplication::setFont(m_theme.ui, "QWidget");
    QToolTip::setFont(m_theme.uiFont(12.5));
    setPalette(m_theme.palette());
    setFont(m_theme.ui);
    m_errorBar->setTheme(m_theme);
    m_toast->setTheme(m_theme);
    m_menu->setTheme(m_theme);
    m_timeoutField->setTheme(m_theme);
    m_topBar->setTheme(m_theme);
    m_presentation->setTheme(m_theme);
    m_tour->setTheme(m_theme);
    m_ring->setTheme(m_theme);
    m_story->setTheme(m_theme);
    m_steps->setTheme(m_theme);
    m_centre->setTheme(m_theme);
    m_side->setTheme(m_theme);
    m_pageActions->setTheme(m_theme);
    m_storyHolder->layout()->setContentsMargins(0, columnTop(m_theme), 0, 0);
    m_columns->setMinimumHeight(leastHeightNow());
    m_columns->setScale(m_theme.scale);
    setMinimumSize(leastSize.expandedTo(QSize(m_topBar->leastWidth(), 0)));
    fold();
}

std::vector<double> MainWindow::laneParts() const
{
    return lanePartsOf(m_session.run().variants, m_session.run().axis, m_centre->lanes());
}

int MainWindow::callerLanes() const
{
    const std::vector<VariantRun>& runs = m_session.run().variants; // the first one speaks for all
    return runs.empty() ? 1 : std::max(1, callerLaneCountOf(runs.front()));
}

bool MainWindow::hasWordyStrips() const
{
    const std::vector<VariantRun>& runs = m_session.run().variants;
    // One that spins, threw or crashed may have come to no expectation: as of the sweep, the run without a timeout says whether there are any.
    return m_session.lesson().isSandbox
           && std::ranges::any_of(runs, [](const VariantRun& run) { return run.withoutTimeout && run.withoutTimeout->checks.empty(); });
}

int MainWindow::leastHeightNow() const
{
    const int scopes = static_cast<int>(m_session.run().variants.size());
    return isPresenting() ? 0 : leastHeight(columnTop(m_theme), scopes, m_theme.scale, laneParts()) + columnGap;
}

void MainWindow::refreshTitle()
{
    const bool isPage = m_pageActions->isPageShown();
    setWindowTitle(tr("%1 – Awaitscope").arg(isPage ? m_pageActions->title() : m_sharing->title()));
    setWindowModified(isPage ? m_pageActions->pages()->isModified() : m_sharing->document().isModified());
}

void MainWindow::want(Column column, bool wanted)
{
    (column == Column::story ? m_wanted.story : m_wanted.code) = wanted;
    if (wanted)
        m_wanted.last = column;
    if (isPresenting())
        layOutSlide();
    fold();
}

void MainWindow::showSteps(bool shown)
{
    m_wanted.steps = shown;
    m_steps->setVisible(shown);
    (*m_actions)[Act::steps].setChecked(shown);
    if (shown)
        want(Column::story, true); // to be read, they must be seen
}

void MainWindow::fold()
{
    if (isPresenting()) {
        m_storyHolder->hide();
        m_side->setVisible(isSidePresented());
        m_presentation->bar().setLineShown(m_wanted.story);
        m_columns->layOut();
        return;
    }
    constexpr ColumnWidths usual;
    const bool isNarrow = width() < m_theme.px(usual.story + goodCentre + usual.code) + 3 * columnGap;
    const bool both = m_wanted.story && m_wanted.code;
    const bool story = m_wanted.story && !(both && isNarrow && m_wanted.last == Column::code);
    const bool code = m_wanted.code && !(both && isNarrow && m_wanted.last == Column::story);
    m_storyHolder->setVisible(story);
    m_side->setVisible(code);
    m_topBar->storyButton().setChecked(story);
    m_topBar->codeButton().setChecked(code);
    (*m_actions)[Act::story].setChecked(story);
    (*m_actions)[Act::code].setChecked(code);
    // The connector's margin closes the right side; without it the margin is ours.
    m_columns->setContentsMargins(columnGap, 0, code ? 0 : columnGap, columnGap);
    m_columns->layOut();
}

void MainWindow::showError(const QString& message) { m_errorBar->say(message); }

QString MainWindow::errorText() const { return m_errorBar->text(); }

void MainWindow::dismiss()
{
    if (m_tour->isRunning())
        return m_tour->finish();
    if (m_errorBar->isHidden())
        m_presentation->presenter().stop();
    m_errorBar->dismiss(); // an open field has had Escape for itself
}

void MainWindow::showKeys()
{
    auto* const sheet = new KeySheet(*m_actions, m_theme, this);
    sheet->open(); // over the window, whose keys rest meanwhile
}

void MainWindow::showCancelling()
{
    auto* const sheet = new CancellingSheet(m_theme, this);
    sheet->open(); // as above
}

void MainWindow::showPath()
{
    auto* const sheet = new PathSheet(m_session, m_actions->find(Act::newSandbox), m_theme, this);
    sheet->open(); // as above
}

void MainWindow::showMenu()
{
    const QPushButton& button = m_topBar->menuButton();
    m_menu->popup(button.mapToGlobal(QPoint(0, button.height())));
    // The first group is chosen and stays closed: arrows go on among the groups. setActiveAction() would open it.
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
    QCoreApplication::sendEvent(m_menu, &down);
}

void MainWindow::typeTimeout()
{
    const FlagPill& pill = m_centre->pill();
    m_timeoutField->open(pill.mapTo(this, QPoint(pill.width() / 2, -4)));
}

QRect MainWindow::toastRoom() const
{
    // Where no run is told: over the hints of a slide, or over the window's name and title.
    if (isPresenting())
        return m_presentation->hints().geometry();
    const QRect room = m_topBar->titleRoom();
    return {room.topLeft(), QSize(std::max(room.width(), width() * 2 / 5), room.height())};
}

void MainWindow::copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    m_toast->say(tr("Copied: %1").arg(text));
}

void MainWindow::copyLink()
{
    copy(m_session.scenarioString());
    if (std::ranges::any_of(m_session.scenario().variants, isEdited))
        m_toast->say(tr("Copied without your version: no link can hold code. %1 saves it in a file.").arg(keyOf(Act::saveFile)));
}

void MainWindow::pasteLink()
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (text.isEmpty())
        showError(tr("There is no text to paste. Copy a link first, such as %1.").arg(m_session.scenarioString()));
    else if (m_session.apply(text))
        m_toast->say(tr("Shown: %1").arg(m_session.scenarioString()));
}

void MainWindow::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_theme.window); }

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isPresenting())
        layOutSlide();
    fold();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    // Qt asks for it as well when what has the focus goes: then nobody has pressed Tab.
    const QWidget* const from = QApplication::focusWidget();
    const bool isPressed = !from || (from->isVisible() && from->isEnabled());
    m_ring->setTabbing(isPressed);
    m_actions->keyFocus().setHandingOn(!isPressed);
    const bool isDone = QWidget::focusNextPrevChild(next);
    m_actions->keyFocus().setHandingOn(false);
    m_ring->setTabbing(false);
    return isDone;
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Before Qt gives the focus to whatever comes next, where Space would press it.
    if (watched == m_timeoutField && event->type() == QEvent::Hide)
        setFocus(Qt::OtherFocusReason);
    return QWidget::eventFilter(watched, event);
}

} // namespace awaitscope
