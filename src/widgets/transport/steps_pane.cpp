// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/steps_pane.hpp"

#include "present/session/session.hpp"
#include "widgets/in_every_language.hpp"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace awaitscope {

StepsPane::StepsPane(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_steps(new StepList(session, this)),
      m_title(new QLabel(this)),
      m_list(new QListView(this)),
      m_layout(new QVBoxLayout(this))
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("steps"));
    m_list->setModel(m_steps);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, &StepsPane::goTo);
    connect(m_list, &QListView::activated, this, &StepsPane::goTo);
    connect(m_steps, &StepList::currentChanged, this, &StepsPane::follow);
    auto* const copy = new QAction(m_list);
    inEveryLanguage(*this, [this, copy] {
        m_title->setText(tr("All steps"));
        m_list->setAccessibleName(tr("All steps in words"));
        copy->setText(tr("Copy"));
    });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &StepsPane::copyChosen);
    m_list->addAction(copy);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    setTheme(theme);
    follow(m_steps->currentRow());
}

void StepsPane::setTheme(const Theme& theme)
{
    const int side = static_cast<int>(theme.px(14));
    m_layout->setContentsMargins(side, static_cast<int>(theme.px(10)), static_cast<int>(theme.px(6)),
                                 static_cast<int>(theme.px(8)));
    m_layout->setSpacing(static_cast<int>(theme.px(6)));
    m_title->setFont(theme.titleFont());
    m_list->setFont(theme.uiFont(12.5));
    m_list->setSpacing(static_cast<int>(theme.px(1)));
    QPalette palette = theme.palette();
    m_title->setPalette(palette);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Highlight, theme.clickable.fill);
    palette.setColor(QPalette::HighlightedText, theme.clickable.text);
    m_list->setPalette(palette);
}

void StepsPane::goTo(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    m_session.playback().pause();
    m_session.playback().setPosition(m_steps->timeOf(index.row()));
    follow(m_steps->currentRow()); // a question may keep the playhead before it
}

void StepsPane::follow(int row)
{
    if (row < 0) {
        m_list->clearSelection();
        return;
    }
    m_list->setCurrentIndex(m_steps->index(row));
    m_list->scrollTo(m_steps->index(row));
}

void StepsPane::copyChosen() const
{
    const QModelIndex chosen = m_list->currentIndex();
    if (chosen.isValid())
        QGuiApplication::clipboard()->setText(m_steps->textOf(chosen.row()));
}

} // namespace awaitscope
