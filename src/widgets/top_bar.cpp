// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/top_bar.hpp"

#include "lesson/ink.hpp"
#include "present/typed_timeout.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace awaitscope {

TopBar::TopBar(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_name(new QLabel(QStringLiteral("Awaitscope"), this)),
      m_lesson(new QLabel(this)),
      m_cancelIs(new QLabel(tr("A cancel is"), this)),
      m_story(makeButton(tr("Story"), tr("Show or hide the story"))),
      m_code(makeButton(tr("Code"), tr("Show or hide the code, the console and the table"))),
      m_themeButton(makeButton(tr("Theme"), tr("Light or dark"))),
      m_keys(makeButton(tr("Keys ?"), tr("What the keys do")))
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 12, 0);
    layout->setSpacing(4);
    layout->addWidget(m_name);
    layout->addSpacing(20);
    layout->addWidget(m_lesson);
    layout->addStretch(1);
    layout->addWidget(m_cancelIs);
    layout->addSpacing(4);
    auto* const group = new QButtonGroup(this);
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        QPushButton* const choice = makeButton(QString::fromUtf8(titleOf(model)), explanationOf(model));
        choice->setCheckable(true);
        group->addButton(choice);
        layout->addWidget(choice);
        m_models.emplace_back(model, choice);
        connect(choice, &QPushButton::clicked, this, [this, model] { m_session.setModel(model); });
    }
    layout->addStretch(1);
    for (QPushButton* const toggle : {m_story, m_code}) {
        toggle->setCheckable(true);
        toggle->setProperty("toggle", true);
    }
    for (QPushButton* const button : {m_story, m_code, m_themeButton, m_keys}) {
        layout->addSpacing(4);
        layout->addWidget(button);
    }
    connect(&session, &Session::runChanged, this, &TopBar::refresh);
    connect(&session, &Session::lessonChanged, this, &TopBar::refresh);
    setTheme(theme);
    refresh();
}

QPushButton* TopBar::makeButton(const QString& text, const QString& tip)
{
    auto* const button = new QPushButton(text, this);
    button->setToolTip(tip);
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
    update();
}

void TopBar::refresh()
{
    m_lesson->setText(QString::fromStdString(m_session.lesson().title));
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
