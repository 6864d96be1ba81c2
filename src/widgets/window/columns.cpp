// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/columns.hpp"

#include "widgets/in_every_language.hpp"

#include <QEvent>

#include <algorithm>

namespace awaitscope {

Columns::Columns(QWidget* parent) : QSplitter(Qt::Horizontal, parent)
{
    // A column that was dragged away would be gone while its button says that it is there.
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, &Columns::noteDrag);
}

void Columns::setColumns(QWidget& story, QWidget& centre, QWidget& code)
{
    for (QWidget* const column : {&story, &centre, &code})
        addWidget(column);
    for (int i = 0; i < 3; ++i)
        setStretchFactor(i, i == 1 ? 1 : 0);
    setScale(m_scale);
}

void Columns::setWidths(const ColumnWidths& widths)
{
    m_wanted = widths;
    layOut();
}

void Columns::setScale(double scale)
{
    m_scale = scale;
    const double least[] = {leastColumns.story, leastCentre, leastColumns.code};
    for (int i = 0; i < count(); ++i)
        widget(i)->setMinimumWidth(static_cast<int>(least[i] * scale));
    layOut();
}

void Columns::setEditing(bool isEditing)
{
    m_isEditing = isEditing;
    layOut();
}

void Columns::setPresentedCode(std::optional<int> width)
{
    m_presentedCode = width;
    layOut();
}

void Columns::layOut()
{
    if (count() < 3)
        return;
    const bool hasStory = !widget(0)->isHidden();
    const bool hasCode = !widget(2)->isHidden();
    const int room = contentsRect().width() - handleWidth() * (static_cast<int>(hasStory) + static_cast<int>(hasCode));
    if (m_presentedCode) {
        const int code = hasCode ? *m_presentedCode : 0;
        setSizes({0, std::max(0, room - code), code});
        return;
    }
    const ColumnSizes sizes = planColumns(room, {m_wanted, m_scale, hasStory, hasCode, m_isEditing});
    setSizes({sizes.story, sizes.centre, sizes.code});
}

void Columns::noteDrag()
{
    const QList<int> now = sizes();
    if (m_presentedCode) {
        m_presentedCode = now[2];
        return;
    }
    if (!widget(0)->isHidden())
        m_wanted.story = now[0] / m_scale;
    if (!widget(2)->isHidden())
        m_wanted.code = now[2] / m_scale;
}

void Columns::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    layOut();
}

namespace {

/// Between two columns: dragged, or pressed twice to have all of them as they were at first.
class ColumnHandle : public QSplitterHandle
{
public:
    explicit ColumnHandle(Columns& columns) : QSplitterHandle(Qt::Horizontal, &columns), m_columns(columns)
    {
        inEveryLanguage(*this, [this] {
            setToolTip(Columns::tr("Drag it to make a column wider or narrower. A double click resets the layout."));
        });
    }

protected:
    void mouseDoubleClickEvent(QMouseEvent*) override { Q_EMIT m_columns.resetWanted(); }

private:
    Columns& m_columns;
};

} // namespace

QSplitterHandle* Columns::createHandle() { return new ColumnHandle(*this); }

} // namespace awaitscope
