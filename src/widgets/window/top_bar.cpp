// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/top_bar.hpp"

#include "lesson/tell/ink.hpp"
#include "present/time/typed_timeout.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/in_every_language.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <initializer_list>

namespace awaitscope {

namespace {

constexpr int sideMargin = 16;
constexpr int barGap = 6;
constexpr int groupGap = 20;

} // namespace

TopBar::TopBar(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_name(new QLabel(QStringLiteral("Awaitscope"), this)),
      m_lesson(new QLabel(this)),
      m_cancelIs(new QLabel(this)),
      m_story(makeButton()),
      m_code(makeButton()),
      m_themeButton(makeButton()),
      m_menu(makeButton()),
      m_keys(makeButton())
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(sideMargin, 0, sideMargin, 0);
    layout->setSpacing(barGap);
    layout->addWidget(m_name);
    m_name->setContentsMargins(0, 0, groupGap, 0);
    layout->addWidget(m_lesson, 1);
    layout->addWidget(m_cancelIs);
    m_lesson->setTextFormat(Qt::PlainText);
    m_lesson->setMinimumWidth(1); // its text is cut to what there is
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        QPushButton* const choice = makeButton();
        choice->setCheckable(true);
        layout->addWidget(choice);
        m_models.emplace_back(model, choice);
        // No button group: in one, Tab reaches the checked button alone, and the arrows belong to the playhead.
        connect(choice, &QPushButton::clicked, this, [this, model] {
            m_session.setModel(model);
            refresh(); // the one that is on stays on
        });
    }
    for (QPushButton* const toggle : {m_story, m_code}) {
        toggle->setCheckable(true);
        toggle->setProperty("toggle", true);
    }
    for (QPushButton* const button : {m_story, m_code, m_themeButton, m_menu, m_keys})
        layout->addWidget(button);
    layout->insertSpacing(layout->indexOf(m_story), groupGap - barGap);
    connect(&session, &Session::runChanged, this, &TopBar::refresh);
    connect(&session, &Session::lessonChanged, this, &TopBar::refresh);
    inEveryLanguage(*this, [this] { sayWords(); });
    setTheme(theme);
    refresh();
}

void TopBar::sayWords()
{
    const auto say = [](QPushButton& button, const QString& text, const QString& tip) {
        button.setText(text);
        button.setToolTip(tip);
    };
    m_cancelIs->setText(tr("A cancel is"));
    for (const auto& [model, choice] : m_models) {
        const bool isChosen = model == m_session.scenario().model;
        say(*choice, isChosen ? meaningOf(m_session.scenario()) : wordFor(model),
            isChosen ? explanationOf(m_session.scenario()) : explanationOf(model));
    }
    say(*m_story, tr("Story"), tr("Show or hide the story"));
    say(*m_code, tr("Code"), tr("Show or hide the code, the console and the table"));
    say(*m_menu, tr("Menu"), tr("Everything there is to do (%1)").arg(keyOf(Act::menu)));
    say(*m_keys, tr("Keys ?"), tooltipOf(Act::keys));
    setThemeChoice(m_themeChoice);
}

QPushButton* TopBar::makeButton()
{
    auto* const button = new QPushButton(this);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the window
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QPushButton& TopBar::button(CancelModel model)
{
    for (const auto& [each, choice] : m_models) {
        if (each == model)
            return *choice;
    }
    return *m_models.front().second;
}

void TopBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedHeight(static_cast<int>(theme.px(48)));
    m_name->setFont(theme.uiFont(17, QFont::DemiBold));
    m_lesson->setFont(theme.uiFont(15, QFont::DemiBold));
    m_lesson->setPalette(theme.palette());
    QPalette violet = theme.palette();
    violet.setColor(QPalette::WindowText, theme.clickable.line);
    m_name->setPalette(violet);
    QPalette secondary = theme.palette();
    secondary.setColor(QPalette::WindowText, theme.secondaryText);
    m_cancelIs->setPalette(secondary);
    m_cancelIs->setFont(theme.ui);
    // Said to each: a style sheet in force keeps fonts from being inherited.
    for (QPushButton* const button : findChildren<QPushButton*>())
        button->setFont(theme.uiFont(13, QFont::Medium));
    const int width = static_cast<int>(theme.px(100));
    for (const auto& [model, choice] : m_models)
        choice->setMinimumWidth(width);
    fold();
    update();
}

void TopBar::setThemeChoice(ThemeChoice choice)
{
    m_themeChoice = choice;
    m_themeButton->setText(tr("Theme: %1").arg(wordFor(choice)));
    m_themeButton->setToolTip(tr("Light, dark, high contrast, or as the system. Next: %1").arg(wordFor(nextAfter(choice))));
    fold();
}

int TopBar::leastWidth() const
{
    int width = 2 * sideMargin + m_menu->sizeHint().width();
    for (const auto& [model, choice] : m_models)
        width += choice->sizeHint().expandedTo(choice->minimumSize()).width() + barGap;
    return width;
}

QRect TopBar::titleRoom() const
{
    const int right = m_cancelIs->isVisible() ? m_cancelIs->x() : m_models.front().second->x();
    return {sideMargin / 2, 0, right - sideMargin, height()};
}

void TopBar::fold()
{
    const QString title = QString::fromStdString(m_session.lesson().title);
    const int titleWidth = m_lesson->fontMetrics().horizontalAdvance(title) + 2;
    // In the order in which they come back as the bar grows; the title is worth more than all but the name, cut or not.
    const auto widthOf = [](const QWidget* widget) {
        return widget->sizeHint().expandedTo(widget->minimumSize()).width() + barGap;
    };
    int room = width() - leastWidth() - groupGap;
    const auto grant = [&room, widthOf](std::initializer_list<QWidget*> widgets, int aside) {
        int needed = 0;
        for (const QWidget* const widget : widgets)
            needed += widthOf(widget);
        const bool fits = needed + aside <= room;
        if (fits)
            room -= needed;
        for (QWidget* const widget : widgets)
            widget->setVisible(fits);
    };
    grant({m_name}, 0);
    const int shortTitle = std::min(titleWidth, static_cast<int>(m_theme.px(150)));
    grant({m_keys}, shortTitle);
    grant({m_story, m_code}, shortTitle);
    grant({m_themeButton}, shortTitle);
    grant({m_cancelIs}, std::min(titleWidth, static_cast<int>(m_theme.px(260))));
    m_lesson->setVisible(room > m_theme.px(60));
    m_lesson->setText(m_lesson->fontMetrics().elidedText(title, Qt::ElideRight, std::max(0, room - barGap)));
    m_lesson->setToolTip(titleWidth > room - barGap ? title : QString());
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fold();
}

void TopBar::refresh()
{
    sayWords(); // which of Asio's two ways it is
    fold();
    for (const auto& [model, choice] : m_models)
        choice->setChecked(model == m_session.scenario().model);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.panelBorder);
}

} // namespace awaitscope
