// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_tabs.hpp"

#include "widgets/actions/action_table.hpp"

#include <QHBoxLayout>
#include <QPushButton>

namespace awaitscope {

CodeTabs::CodeTabs(QWidget* parent) : QWidget(parent)
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setVisible(false);
}

void CodeTabs::setTheme(const Theme& theme)
{
    m_font = theme.uiFont(12, QFont::Medium);
    for (QPushButton* const button : m_buttons)
        button->setFont(m_font);
}

void CodeTabs::setTongues(const std::vector<CodeTongue>& tongues, const QString& subject)
{
    for (QPushButton* const button : m_buttons) {
        layout()->removeWidget(button); // else both rows have their room until it goes
        button->hide();
        button->deleteLater(); // a click on it may be what led here
    }
    m_buttons.clear();
    m_tongues = tongues;
    for (const CodeTongue& tongue : m_tongues) {
        // No button group: in one, Tab reaches the checked button alone, and the arrows belong to the playhead.
        auto* const button = new QPushButton(tongue.label, this);
        button->setProperty("tab", true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the window
        button->setCursor(Qt::PointingHandCursor);
        button->setFont(m_font);
        button->setToolTip(tongue.runtime.isEmpty()
                               ? tr("The code that runs here: %1").arg(tongue.title)
                               : tr("The same story in %1, with what it does at this timeout (next: %2)")
                                     .arg(tongue.title, keyOf(Act::nextTongue)));
        connect(button, &QPushButton::clicked, this, [this, runtime = tongue.runtime] {
            choose(m_chosen); // the one that is on stays on
            Q_EMIT chosen(runtime);
        });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    nameSubject(subject);
    setVisible(m_tongues.size() > 1);
    choose(m_chosen);
}

void CodeTabs::nameSubject(const QString& subject)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setAccessibleName(tr("%1 in %2").arg(subject, m_tongues[i].title));
}

void CodeTabs::choose(const QString& runtime)
{
    m_chosen = runtime;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(m_tongues[i].runtime == runtime);
}

} // namespace awaitscope
