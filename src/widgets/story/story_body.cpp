// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/story_body.hpp"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

StoryBody::StoryBody(QScrollArea& scroll, int room)
    : m_scroll(&scroll),
      m_room(room),
      m_column(new QVBoxLayout(this))
{
    setAutoFillBackground(false);
    m_column->setContentsMargins({});
    scroll.setWidgetResizable(false);
    scroll.installEventFilter(this);
    fit();
}

bool StoryBody::event(QEvent* event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return isHandled;
}

bool StoryBody::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void StoryBody::fit()
{
    const auto* const scroll = qobject_cast<QScrollArea*>(m_scroll.data());
    if (!scroll)
        return;
    const int bar = std::max(m_room, scroll->verticalScrollBar()->sizeHint().width());
    const int width = std::max(1, scroll->contentsRect().width() - bar);
    resize(width, m_column->totalSizeHint().height()); // each text sets its height for the width it gets
}

} // namespace awaitscope
