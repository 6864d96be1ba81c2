// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/offered_pane.hpp"

#include "widgets/in_every_language.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int callRole = Qt::UserRole;
constexpr int wordsRole = Qt::UserRole + 1;

/// A call, and below it what it does: a list of Qt's own has one font for both.
class OfferedDelegate final : public QStyledItemDelegate
{
public:
    OfferedDelegate(const Theme& theme, QWidget& list) : QStyledItemDelegate(&list), m_theme(theme), m_list(list) {}

    void setTheme(const Theme& theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, m_theme.cut.fill);
        const QRect room = option.rect.adjusted(side(), gap(), -side(), -gap());
        const QFont callFont = m_theme.codeFont(12.5);
        painter->setFont(callFont);
        painter->setPen(m_theme.text);
        const int callHeight = heightOf(callFont, index.data(callRole).toString(), room.width());
        painter->drawText(room, Qt::TextWrapAnywhere, index.data(callRole).toString());
        painter->setFont(m_theme.uiFont(12.5));
        painter->setPen(m_theme.secondaryText);
        painter->drawText(room.adjusted(0, callHeight, 0, 0), Qt::TextWordWrap, index.data(wordsRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const int width = std::max(40, m_list.width() - 2 * side());
        return {width, heightOf(m_theme.codeFont(12.5), index.data(callRole).toString(), width)
                           + heightOf(m_theme.uiFont(12.5), index.data(wordsRole).toString(), width) + 2 * gap()};
    }

private:
    int side() const { return static_cast<int>(m_theme.px(14)); }
    int gap() const { return static_cast<int>(m_theme.px(4)); }
    static int heightOf(const QFont& font, const QString& text, int width)
    {
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap | Qt::TextWrapAnywhere, text).height();
    }

    Theme m_theme;
    QWidget& m_list; ///< its viewport, whose width is that of the rows
};

} // namespace

OfferedPane::OfferedPane(const Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_layout(new QVBoxLayout(this)),
      m_search(new QLineEdit(this)),
      m_results(new QStackedWidget(this)),
      m_list(new QListWidget(m_results)),
      m_nothing(new QLabel(m_results))
{
    setObjectName(QStringLiteral("offered-pane"));
    m_layout->addWidget(m_search);
    m_layout->addWidget(m_results, 1);
    m_results->addWidget(m_list);
    m_results->addWidget(m_nothing);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust); // rows are as high as their width wants
    m_list->setItemDelegate(new OfferedDelegate(theme, *m_list->viewport()));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(&session, &Session::lessonChanged, this, &OfferedPane::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &OfferedPane::refresh);
    connect(m_search, &QLineEdit::returnPressed, this, &OfferedPane::choose);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &OfferedPane::choose);
    inEveryLanguage(*this, [this] {
        m_search->setPlaceholderText(tr("Search what the code can use"));
        m_search->setAccessibleName(m_search->placeholderText());
        m_search->setToolTip(tr("Enter puts it at the caret, Escape goes back to the code."));
        m_list->setAccessibleName(tr("What the code can use"));
        m_nothing->setText(tr("Nothing is called so. Ordinary #include lines work too."));
        refresh();
    });
    setTheme(theme);
}

void OfferedPane::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    const int gap = static_cast<int>(theme.px(6));
    m_layout->setContentsMargins(0, gap, 0, 0);
    m_layout->setSpacing(gap);
    m_search->setFont(theme.uiFont(12.5));
    m_nothing->setFont(theme.uiFont(12.5));
    m_nothing->setContentsMargins(side, 0, side, gap);
    m_nothing->setPalette(theme.palette());
    m_list->setStyleSheet(QStringLiteral("QListWidget { background: %1; border-top: 1px solid %2; outline: none; }")
                              .arg(theme.panel.name(), theme.rule.name()));
    static_cast<OfferedDelegate*>(m_list->itemDelegate())->setTheme(theme);
    m_list->doItemsLayout();
}

void OfferedPane::refresh()
{
    m_shown = offeredWorld(m_session.lesson(), m_search->text());
    m_list->clear();
    for (const OfferedPart& part : m_shown) {
        auto* const item = new QListWidgetItem(QStringLiteral("%1: %2").arg(part.call, part.words), m_list); // for a screen reader
        item->setData(callRole, part.call);
        item->setData(wordsRole, part.words);
        item->setToolTip(part.code);
    }
    m_results->setCurrentWidget(m_shown.empty() ? static_cast<QWidget*>(m_nothing) : m_list);
    m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
}

void OfferedPane::choose()
{
    const int row = m_list->currentRow();
    if (row >= 0 && static_cast<std::size_t>(row) < m_shown.size())
        Q_EMIT chosen(m_shown[static_cast<std::size_t>(row)].code);
}

void OfferedPane::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    refresh(); // another lesson may be shown since
}

void OfferedPane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_list->doItemsLayout();
}

bool OfferedPane::eventFilter(QObject* watched, QEvent* event)
{
    // Before the window's own keys, of which each of these is one.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto& key = static_cast<QKeyEvent&>(*event);
        const bool isPressed = event->type() == QEvent::KeyPress;
        const bool isSearch = watched == m_search;
        if (key.key() == Qt::Key_Escape) {
            event->accept();
            if (isPressed)
                Q_EMIT closed();
            return isPressed;
        }
        if (isSearch && (key.key() == Qt::Key_Down || key.key() == Qt::Key_Up)) { // while one types one sees what Enter takes
            event->accept();
            if (isPressed && !m_shown.empty()) {
                const int last = static_cast<int>(m_shown.size()) - 1;
                m_list->setCurrentRow(std::clamp(m_list->currentRow() + (key.key() == Qt::Key_Down ? 1 : -1), 0, last));
            }
            return isPressed;
        }
        if (!isSearch && isPressed && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
            choose();
            return true;
        }
        if (!isSearch)
            event->accept(); // letters go through the list, and are no keys of the window
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace awaitscope
