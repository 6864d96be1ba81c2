// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.hpp"

#include "present/row_plan.hpp"
#include "widgets/centre_column.hpp"
#include "widgets/side_column.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/timeout_field.hpp"
#include "widgets/top_bar.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

// Pixels at scale 1.
constexpr double storyWidth = 301;
constexpr double codeWidth = 414; // with the margin in which the connector runs
constexpr double leastCentre = 560;
constexpr int columnGap = 12;

constexpr std::array scales{0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0};

} // namespace

MainWindow::MainWindow(Session& session, const Theme& theme, QSettings* settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_settings(settings),
      m_topBar(new TopBar(session, theme, this)),
      m_errorBar(makeErrorBar()),
      m_scroll(new QScrollArea(this)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_storyHolder(new QWidget),
      m_story(new StoryPane(session, theme, m_storyHolder)),
      m_centre(new CentreColumn(session, theme, nullptr)),
      m_side(new SideColumn(session, theme, nullptr))
{
    auto* const storyLayout = new QVBoxLayout(m_storyHolder);
    storyLayout->setContentsMargins(0, columnTop(theme), 0, 0);
    storyLayout->addWidget(m_story);
    m_splitter->addWidget(m_storyHolder);
    m_splitter->addWidget(m_centre);
    m_splitter->addWidget(m_side);
    m_splitter->setHandleWidth(columnGap);
    m_splitter->setCollapsible(1, false);
    for (int i = 0; i < 3; ++i)
        m_splitter->setStretchFactor(i, i == 1 ? 1 : 0);
    m_splitter->setContentsMargins(columnGap, 0, 0, columnGap);
    m_scroll->setWidget(m_splitter);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false); // the window's ground shows between the panels
    m_splitter->setAutoFillBackground(false);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_errorBar);
    layout->addWidget(m_scroll, 1);

    connect(&session, &Session::failed, this, &MainWindow::showError);
    connect(&session, &Session::lessonChanged, this, &MainWindow::refreshTitle);
    // What went wrong before is no longer of interest once something works.
    connect(&session, &Session::runChanged, m_errorBar, &QWidget::hide);
    connect(m_story, &StoryPane::markActivated, m_side, &SideColumn::flashMark);
    connect(m_centre, &CentreColumn::lineClicked, m_side, &SideColumn::flashLine);
    connect(m_centre, &CentreColumn::typingWanted, this, &MainWindow::typeTimeout);
    connect(&m_topBar->storyButton(), &QPushButton::clicked, this, [this](bool on) { want(Column::story, on); });
    connect(&m_topBar->codeButton(), &QPushButton::clicked, this, [this](bool on) { want(Column::code, on); });
    connect(&m_topBar->keysButton(), &QPushButton::clicked, this, &MainWindow::showKeys);
    connect(&m_topBar->themeButton(), &QPushButton::clicked, this,
            [this] { setTheme(m_theme.dark ? Theme::light(m_theme.scale) : Theme::darkTheme(m_theme.scale)); });

    m_timeoutField = new TimeoutField(session, theme, this);
    m_keys = makeKeys();
    installKeys(*this, m_keys);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumSize(720, 480);
    resize(1440, 900);
    applyTheme();
    refreshTitle();
    m_splitter->setSizes({static_cast<int>(m_theme.px(storyWidth)), 1000, static_cast<int>(m_theme.px(codeWidth))});
    restore();
    fold();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeErrorBar()
{
    auto* const bar = new QFrame(this);
    bar->setProperty("error", true);
    m_errorLabel = new QLabel(bar);
    m_errorLabel->setWordWrap(true);
    m_errorLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const dismiss = new QPushButton(tr("Dismiss"), bar);
    dismiss->setFocusPolicy(Qt::TabFocus);
    auto* const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 6, 12, 6);
    layout->addWidget(m_errorLabel, 1);
    layout->addWidget(dismiss);
    connect(dismiss, &QPushButton::clicked, bar, &QWidget::hide);
    bar->hide();
    return bar;
}

std::vector<KeyAction> MainWindow::makeKeys()
{
    Playback* const playback = &m_session.playback();
    const auto scaleBy = [this](int steps) {
        const auto nearest = std::min_element(scales.begin(), scales.end(), [this](double a, double b) {
            return std::abs(a - m_theme.scale) < std::abs(b - m_theme.scale);
        });
        const auto index = std::clamp<std::ptrdiff_t>(nearest - scales.begin() + steps, 0, std::ssize(scales) - 1);
        setScale(scales[static_cast<std::size_t>(index)]);
    };
    const auto space = [playback] {
        // A button that was reached with Tab is pressed by Space, as everywhere.
        if (auto* const button = qobject_cast<QAbstractButton*>(QApplication::focusWidget()))
            button->click();
        else
            playback->togglePlaying();
    };
    return {
        {{Qt::Key_Left}, tr("← →"), tr("previous, next event"), [playback] { playback->toPreviousStep(); }},
        {{Qt::Key_Right}, {}, {}, [playback] { playback->toNextStep(); }},
        {{Qt::CTRL | Qt::Key_Left},
         tr("Ctrl+← →"),
         tr("previous, next await"),
         [playback] { playback->toPreviousAwait(); }},
        {{Qt::CTRL | Qt::Key_Right}, {}, {}, [playback] { playback->toNextAwait(); }},
        {{Qt::Key_Home}, tr("Home, End"), tr("to the start, to the end"), [playback] { playback->toStart(); }},
        {{Qt::Key_End}, {}, {}, [playback] { playback->toEnd(); }},
        {{Qt::Key_Space}, tr("Space"), tr("play, pause"), space},
        {{Qt::ALT | Qt::Key_Left}, tr("Alt+← →"), tr("move the timeout by 1 ms"), [this] { moveFlag(-1ms); }},
        {{Qt::ALT | Qt::Key_Right}, {}, {}, [this] { moveFlag(1ms); }},
        {{Qt::ALT | Qt::SHIFT | Qt::Key_Left},
         tr("Alt+Shift+← →"),
         tr("move the timeout by 10 ms"),
         [this] { moveFlag(-10ms); }},
        {{Qt::ALT | Qt::SHIFT | Qt::Key_Right}, {}, {}, [this] { moveFlag(10ms); }},
        {{Qt::Key_T}, {}, tr("type the timeout"), [this] { typeTimeout(); }},
        {{Qt::Key_N}, {}, tr("no timeout"), [this] { m_session.setTimeout(NoTimeout{}); }},
        {{Qt::Key_M}, {}, tr("what a cancel is: the next meaning"), [this] { nextModel(); }},
        {{Qt::Key_PageUp},
         tr("Page Up, Page Down"),
         tr("previous, next scene"),
         [this] { m_session.setScene(m_session.scene() - 1); }},
        {{Qt::Key_PageDown}, {}, {}, [this] { m_session.setScene(m_session.scene() + 1); }},
        {{Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
         tr("Ctrl++ −"),
         tr("larger, smaller type"),
         [scaleBy] { scaleBy(1); }},
        {{Qt::CTRL | Qt::Key_Minus}, {}, {}, [scaleBy] { scaleBy(-1); }},
        {{Qt::CTRL | Qt::Key_0}, {}, tr("type as it was"), [this] { setScale(1); }},
        {{Qt::Key_Question, Qt::Key_F1}, tr("? or F1"), tr("these keys"), [this] { showKeys(); }},
        {{Qt::CTRL | Qt::Key_Q}, {}, tr("quit"), [this] { close(); }},
    };
}

void MainWindow::setTheme(const Theme& theme)
{
    m_theme = theme;
    applyTheme();
}

void MainWindow::applyTheme()
{
    // In this order: a style sheet resets palette and font.
    setStyleSheet(m_theme.styleSheet());
    setPalette(m_theme.palette());
    setFont(m_theme.ui);
    m_errorLabel->setFont(m_theme.ui);
    m_errorBar->findChild<QPushButton*>()->setFont(m_theme.uiFont(13, QFont::Medium));
    m_timeoutField->setTheme(m_theme);
    m_topBar->setTheme(m_theme);
    m_story->setTheme(m_theme);
    m_centre->setTheme(m_theme);
    m_side->setTheme(m_theme);
    m_storyHolder->layout()->setContentsMargins(0, columnTop(m_theme), 0, 0);
    const int scopes = static_cast<int>(m_session.run().variants.size());
    m_splitter->setMinimumHeight(leastHeight(columnTop(m_theme), scopes, m_theme.scale) + columnGap);
    m_centre->setMinimumWidth(static_cast<int>(m_theme.px(480)));
    m_storyHolder->setMinimumWidth(static_cast<int>(m_theme.px(220)));
    m_side->setMinimumWidth(static_cast<int>(m_theme.px(300)));
    fold();
}

void MainWindow::refreshTitle()
{
    setWindowTitle(tr("%1 – Awaitscope").arg(QString::fromStdString(m_session.lesson().title)));
}

void MainWindow::want(Column column, bool wanted)
{
    (column == Column::story ? m_wantsStory : m_wantsCode) = wanted;
    if (wanted)
        m_lastWanted = column;
    fold();
}

void MainWindow::fold()
{
    const bool isNarrow = width() < m_theme.px(storyWidth + leastCentre + codeWidth) + 3 * columnGap;
    const bool both = m_wantsStory && m_wantsCode;
    const bool story = m_wantsStory && !(both && isNarrow && m_lastWanted == Column::code);
    const bool code = m_wantsCode && !(both && isNarrow && m_lastWanted == Column::story);
    m_storyHolder->setVisible(story);
    m_side->setVisible(code);
    m_topBar->storyButton().setChecked(story);
    m_topBar->codeButton().setChecked(code);
    // The connector's margin closes the right side; without it the margin is ours.
    m_splitter->setContentsMargins(columnGap, 0, code ? 0 : columnGap, columnGap);
}

void MainWindow::showError(const QString& message)
{
    m_errorLabel->setText(message);
    m_errorBar->show();
}

QString MainWindow::errorText() const { return m_errorBar->isHidden() ? QString() : m_errorLabel->text(); }

void MainWindow::showKeys()
{
    auto* const sheet = new KeySheet(m_keys, m_theme, this);
    sheet->show();
}

void MainWindow::typeTimeout()
{
    const FlagPill& pill = m_centre->pill();
    m_timeoutField->open(pill.mapTo(this, QPoint(pill.width() / 2, pill.height() + 4)));
}

void MainWindow::moveFlag(VirtualDuration by)
{
    const VirtualDuration axis = m_session.run().axis;
    const VirtualDuration now = m_session.run().timeout.value_or(axis);
    m_session.setTimeout(std::clamp(now + by, VirtualDuration{}, std::max(axis, now)));
}

void MainWindow::nextModel()
{
    switch (m_session.scenario().model) {
    case CancelModel::asio:
        m_session.setModel(CancelModel::drop);
        break;
    case CancelModel::drop:
        m_session.setModel(CancelModel::eager);
        break;
    case CancelModel::eager:
        m_session.setModel(CancelModel::asio);
        break;
    }
}

void MainWindow::setScale(double scale) { setTheme(m_theme.dark ? Theme::darkTheme(scale) : Theme::light(scale)); }

void MainWindow::restore()
{
    if (!m_settings)
        return;
    if (const QByteArray geometry = m_settings->value("window/geometry").toByteArray(); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const QByteArray columns = m_settings->value("window/columns").toByteArray(); !columns.isEmpty())
        m_splitter->restoreState(columns);
    m_splitter->setHandleWidth(columnGap);
    m_wantsStory = m_settings->value("window/story", true).toBool();
    m_wantsCode = m_settings->value("window/code", true).toBool();
}

void MainWindow::save() const
{
    if (!m_settings)
        return;
    m_settings->setValue("window/geometry", saveGeometry());
    m_settings->setValue("window/columns", m_splitter->saveState());
    m_settings->setValue("window/story", m_wantsStory);
    m_settings->setValue("window/code", m_wantsCode);
    m_settings->setValue("theme/dark", m_theme.dark);
    m_settings->setValue("theme/scale", m_theme.scale);
}

void MainWindow::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_theme.window); }

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fold();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    save();
    QWidget::closeEvent(event);
}

} // namespace awaitscope
