// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace awaitscope {

/// A column of text in a scroll area, as high as the text is for its width. The width leaves room for the bar whether it
/// shows or not: in a QScrollArea that resizes its widget, text that gets higher where the bar takes of its width can make
/// the bar come and go for ever.
class StoryBody : public QWidget
{
    Q_OBJECT

public:
    /// For `scroll`, which takes it with setWidget(). The bar has at least `room` pixels.
    StoryBody(QScrollArea& scroll, int room);

    QVBoxLayout& column() { return *m_column; }

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QPointer<QObject> m_scroll; ///< a QScrollArea, or what is left of one: who was taken out of it may outlive it
    int m_room;
    QVBoxLayout* m_column;
};

} // namespace awaitscope
