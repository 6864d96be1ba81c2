// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/error_bar.hpp"

#include "present/look/theme.hpp"
#include "present/words/error_text.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/in_every_language.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace awaitscope {

ErrorBar::ErrorBar(QWidget* parent)
    : QFrame(parent),
      m_label(new QLabel(this)),
      m_dismiss(new QPushButton(this))
{
    setProperty("error", true);
    inEveryLanguage(*this, [this] {
        setAccessibleName(tr("What went wrong"));
        m_dismiss->setText(tr("Dismiss"));
        m_dismiss->setToolTip(tooltipOf(Act::dismiss));
    });
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setMinimumWidth(1); // a long word must not widen the window
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 6, 12, 6);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_dismiss, 0, Qt::AlignTop);
    connect(m_dismiss, &QPushButton::clicked, this, &ErrorBar::dismiss);
    hide();
}

void ErrorBar::setTheme(const Theme& theme)
{
    m_label->setFont(theme.uiFont(14));
    m_dismiss->setFont(theme.uiFont(13, QFont::Medium));
}

QString ErrorBar::text() const { return isHidden() ? QString() : m_label->text(); }

void ErrorBar::say(const QString& message)
{
    const QString shown = shortened(message);
    m_label->setText(shown);
    m_label->setToolTip(shown == message.trimmed() ? QString() : tooltipOf(message));
    show();
    Q_EMIT shownChanged(true);
}

void ErrorBar::dismiss()
{
    hide();
    Q_EMIT shownChanged(false);
}

} // namespace awaitscope
