// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_tabs.hpp"

#include "widgets/actions/action_table.hpp"

#include <QHBoxLayout>
#include <QPushButton>

namespace awaitscope {

namespace {

QFont tabFont(const Theme& theme) { return theme.uiFont(12, QFont::Medium); }

} // namespace

CodeTabs::CodeTabs(QWidget* parent) : QWidget(parent)
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setVisible(false);
}

void CodeTabs::setTheme(const Theme& theme)
{
    m_font = tabFont(theme);
    for (QPushButton* const button : m_buttons)
        button->setFont(m_font);
}

int CodeTabs::widthAt(const Theme& theme) const
{
    if (m_buttons.empty())
        return 0;
    const QFontMetrics now(m_font);
    const QFontMetrics then(tabFont(theme));
    int width = layout()->spacing() * static_cast<int>(m_buttons.size() - 1);
    // What a style puts around the words does not grow with them.
    for (const QPushButton* const button : m_buttons)
        width += button->sizeHint().width() - now.horizontalAdvance(button->text()) + then.horizontalAdvance(button->text());
    return width;
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
