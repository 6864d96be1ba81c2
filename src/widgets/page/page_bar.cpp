// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/page_bar.hpp"

#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/in_every_language.hpp"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

namespace awaitscope {

PageBar::PageBar(Session& session, WindowActions& actions, const Theme& theme, QWidget* parent) : QFrame(parent), m_session(session)
{
    setObjectName(QStringLiteral("page-bar"));
    auto* const layout = new QHBoxLayout(this);
    for (const Act act : {Act::keepAsA, Act::swapVersions, Act::findBreak}) {
        QAction& action = actions[act];
        auto* const button = new QPushButton(this);
        button->setProperty("link", true);
        button->setCursor(Qt::PointingHandCursor);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
        m_buttons.push_back(button);
        const auto show = [button, &action, act] {
            button->setText(rowOf(act).words);
            button->setToolTip(tooltipOf(act));
            button->setVisible(action.isEnabled() || act != Act::swapVersions);
            button->setEnabled(action.isEnabled());
        };
        connect(button, &QPushButton::clicked, &action, &QAction::trigger);
        connect(&action, &QAction::changed, button, show);
        inEveryLanguage(*button, show);
    }
    layout->addStretch(1);
    connect(&session, &Session::lessonChanged, this, &PageBar::refresh);
    setTheme(theme);
    refresh();
}

void PageBar::setTheme(const Theme& theme)
{
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, 0, side, 2);
    layout()->setSpacing(static_cast<int>(theme.px(14)));
    for (QPushButton* const button : m_buttons)
        button->setFont(theme.uiFont(12.5, QFont::Medium));
}

void PageBar::refresh() { setVisible(m_session.lesson().isSandbox); }

} // namespace awaitscope
