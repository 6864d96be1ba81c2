// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/line_board.hpp"

#include "present/questions/line_words.hpp"
#include "present/text/broken_rows.hpp"
#include "present/text/qt_text.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <algorithm>
#include <cstdlib>
#include <utility>

namespace awaitscope {

namespace {

constexpr int lineRole = Qt::UserRole; ///< the line's place in what is offered; none: words between them

bool isUndo(const QKeyEvent& key) { return key.matches(QKeySequence::Undo); }
bool isRedo(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Redo) || (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier);
}

/// Keys that the board has for itself, though the window has uses for some of them.
bool isOwn(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return true;
    default:
        return isUndo(key) || isRedo(key);
    }
}

/// Code on a card, in as many rows as it needs: what does not fit goes on below, further in.
class LineDelegate : public QStyledItemDelegate
{
public:
    LineDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void setTheme(const Theme& theme) { m_theme = theme; }

    int heightFor(const QModelIndex& index, int width) const
    {
        const bool isCode = index.data(lineRole).isValid();
        const QFontMetrics metrics(isCode ? m_theme.codeFont(codeSize) : m_theme.uiFont(12.5));
        if (!isCode)
            return metrics.boundingRect(0, 0, width, 10'000, Qt::TextWordWrap, index.data().toString()).height() + static_cast<int>(m_theme.px(8));
        const auto rows = rowsOf(index, metrics, width);
        return static_cast<int>(rows.size()) * metrics.lineSpacing() + static_cast<int>(m_theme.px(9));
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool isCode = index.data(lineRole).isValid();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (!isCode) {
            painter->setPen(m_theme.secondaryText);
            painter->setFont(m_theme.uiFont(12.5));
            painter->drawText(option.rect, Qt::AlignVCenter | Qt::TextWordWrap, index.data().toString());
            painter->restore();
            return;
        }
        const bool isLaid = index.data(lineRole + 1).toBool();
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const QRectF card = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5);
        painter->setPen(QPen(isChosen ? m_theme.clickable.line : m_theme.panelBorder, isChosen && option.state.testFlag(QStyle::State_HasFocus) ? 2 : 1,
                             isLaid ? Qt::SolidLine : Qt::DashLine));
        painter->setBrush(isLaid ? m_theme.panel : m_theme.window);
        painter->drawRoundedRect(card, 4, 4);
        painter->setPen(isLaid ? m_theme.text : m_theme.secondaryText);
        painter->setFont(m_theme.codeFont(codeSize));
        const QFontMetrics metrics(painter->font());
        int y = option.rect.top() + static_cast<int>(m_theme.px(4.5)) + metrics.ascent();
        for (const QString& row : rowsOf(index, metrics, option.rect.width())) {
            painter->drawText(option.rect.left() + side(), y, row);
            y += metrics.lineSpacing();
        }
        painter->restore();
    }

private:
    int side() const { return static_cast<int>(m_theme.px(7)); }

    QStringList rowsOf(const QModelIndex& index, const QFontMetrics& metrics, int width) const
    {
        constexpr int furtherIn = 4; // what goes on below
        return brokenRows(index.data().toString(), [&metrics](const QString& row) { return metrics.horizontalAdvance(row); }, width - 2 * side(),
                          furtherIn);
    }

    static constexpr double codeSize = 11.5;

    Theme m_theme;
};

} // namespace

LineBoard::LineBoard(const std::vector<std::string>& pieces, const std::vector<int>& laid, const Theme& theme, QWidget* parent)
    : QListWidget(parent),
      m_layout(static_cast<int>(pieces.size()), laid),
      m_pieces(pieces)
{
    setObjectName(QStringLiteral("line-board"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new LineDelegate(theme, this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("The lines, to be put in order"));
    setAccessibleDescription(keysInWords());
    setToolTip(keysInWords());
    setTheme(theme);
    build();
    choose(m_layout.laid().empty() ? 0 : m_layout.laid().front());
}

QString LineBoard::keysInWords()
{
    return tr("Drag the lines, or press ↑ and ↓ to choose one, Ctrl+↑ and Ctrl+↓ to move it, Enter to put it in or leave it out, Ctrl+Z to take back.");
}

void LineBoard::setTheme(const Theme& theme)
{
    static_cast<LineDelegate*>(itemDelegate())->setTheme(theme);
    setStyleSheet(QStringLiteral("QListWidget { background: transparent; outline: none; }"));
    fit();
    viewport()->update();
}

void LineBoard::setLaid(const std::vector<int>& laid)
{
    if (m_isDragging)
        return; // nobody else knows of it yet
    const int line = chosen();
    if (!m_layout.replace(laid))
        return;
    build();
    choose(line);
}

QString LineBoard::textOf(int line) const { return qt(m_pieces.at(static_cast<std::size_t>(line))); }

QString LineBoard::spoken(int line) const { return spokenLine(m_layout, line, textOf(line)); }

void LineBoard::build()
{
    clear();
    const auto add = [this](int line, bool isLaid) {
        auto* const item = new QListWidgetItem(textOf(line), this);
        item->setData(lineRole, line);
        item->setData(lineRole + 1, isLaid);
        item->setData(Qt::AccessibleTextRole, spoken(line));
    };
    for (const int line : m_layout.laid())
        add(line, true);
    const std::vector<int> left = m_layout.leftOver();
    auto* const between = new QListWidgetItem(wordsBetween(m_layout), this);
    between->setFlags(Qt::NoItemFlags);
    for (const int line : left)
        add(line, false);
    fit();
}

void LineBoard::fit()
{
    auto& delegate = static_cast<LineDelegate&>(*itemDelegate());
    int height = 0;
    for (int row = 0; row < count(); ++row) {
        const int own = delegate.heightFor(model()->index(row, 0), std::max(40, width()));
        item(row)->setSizeHint(QSize(0, own));
        height += own;
    }
    if (height != this->height() || minimumHeight() != height)
        setFixedHeight(std::max(1, height));
}

int LineBoard::chosen() const
{
    const QListWidgetItem* const item = currentItem();
    return item && item->data(lineRole).isValid() ? item->data(lineRole).toInt() : -1;
}

void LineBoard::choose(int line)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(lineRole).isValid() && item(row)->data(lineRole).toInt() == line) {
            setCurrentRow(row);
            return;
        }
    }
}

void LineBoard::showChosen()
{
    // It is as high as all of its lines, and what is around it scrolls.
    for (QWidget* around = parentWidget(); around && currentItem(); around = around->parentWidget()) {
        auto* const area = qobject_cast<QScrollArea*>(around);
        if (!area)
            continue;
        const QRect place = visualItemRect(currentItem());
        const QPoint middle = viewport()->mapTo(area->widget(), place.center());
        area->ensureVisible(middle.x(), middle.y(), 0, place.height());
        return;
    }
}

QRect LineBoard::placeOf(int line) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(lineRole).isValid() && item(row)->data(lineRole).toInt() == line)
            return visualItemRect(item(row));
    }
    return {};
}

void LineBoard::tell(bool hasChanged, int line)
{
    if (!hasChanged)
        return;
    build();
    choose(line);
    Q_EMIT laidAnew();
}

bool LineBoard::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwn(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QListWidget::event(event);
}

void LineBoard::stepFrom(int start, int by)
{
    for (int row = start + by; row >= 0 && row < count(); row += by) {
        if (item(row)->data(lineRole).isValid()) {
            setCurrentRow(row);
            return;
        }
    }
}

void LineBoard::keyPressEvent(QKeyEvent* event)
{
    const int line = chosen();
    if (!isOwn(*event)) {
        event->ignore(); // letters are the window's
        return;
    }
    event->accept();
    if (isUndo(*event)) {
        tell(m_layout.undo(), line);
        return;
    }
    if (isRedo(*event)) {
        tell(m_layout.redo(), line);
        return;
    }
    const bool moves = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        if (moves)
            tell(line >= 0 && m_layout.moveUp(line), line);
        else
            stepFrom(currentRow(), -1);
        break;
    case Qt::Key_Down:
        if (moves)
            tell(line >= 0 && m_layout.moveDown(line), line);
        else
            stepFrom(currentRow(), 1);
        break;
    case Qt::Key_Home:
        stepFrom(-1, 1);
        break;
    case Qt::Key_End:
        stepFrom(count(), -1);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        tell(line >= 0 && m_layout.leaveOut(line), line);
        break;
    default:
        tell(line >= 0 && (m_layout.isLaid(line) ? m_layout.leaveOut(line) : m_layout.putIn(line)), line);
        break;
    }
    showChosen();
}

void LineBoard::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    const QListWidgetItem* const item = itemAt(event->pos());
    m_dragged = item && item->data(lineRole).isValid() && event->button() == Qt::LeftButton ? item->data(lineRole).toInt() : -1;
    m_pressedAt = event->pos().y();
    m_isDragging = false;
    if (m_dragged >= 0)
        choose(m_dragged);
}

void LineBoard::dragTo(int y)
{
    const int between = visualItemRect(item(static_cast<int>(m_layout.laid().size()))).center().y();
    if (!m_layout.hold(m_dragged, y, [this](int line) { return placeOf(line).center().y(); }, between, m_isDragging))
        return;
    m_isDragging = true;
    build();
    choose(m_dragged);
}

void LineBoard::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged < 0 || !event->buttons().testFlag(Qt::LeftButton))
        return;
    if (m_isDragging || std::abs(event->pos().y() - m_pressedAt) >= QApplication::startDragDistance())
        dragTo(event->pos().y());
}

void LineBoard::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged = -1;
    if (std::exchange(m_isDragging, false))
        Q_EMIT laidAnew();
}

void LineBoard::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QListWidgetItem* const item = itemAt(event->pos());
    if (!item || !item->data(lineRole).isValid())
        return;
    const int line = item->data(lineRole).toInt();
    tell(m_layout.isLaid(line) ? m_layout.leaveOut(line) : m_layout.putIn(line), line);
}

void LineBoard::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    fit();
}

} // namespace awaitscope
