// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/key_sheet.hpp"

#include "present/look/theme.hpp"
#include "widgets/actions/window_actions.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <memory>

namespace awaitscope {

namespace {

QLabel* makeLabel(const QString& text, const QFont& font, const QPalette& palette, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setPalette(palette); // a style sheet in force keeps palettes from being inherited
    return label;
}

std::vector<const ActionRow*> linesOf(const WindowActions& actions, ActionGroup group)
{
    std::vector<const ActionRow*> lines;
    for (const ActionRow& row : actionTable()) {
        const bool isForSheet = row.keys.isEmpty() && !row.sheetKeys.isEmpty();
        if (row.group == group && row.hasOwnLine && (isForSheet || (!row.keys.isEmpty() && actions.find(row.act))))
            lines.push_back(&row);
    }
    return lines;
}

/// The sheet's own words are small letters after the key: a sentence has no capital in its middle.
QString wordsOf(const ActionRow& row)
{
    return row.sheetWords.isEmpty() ? row.words.left(1).toLower() + row.words.mid(1) : row.sheetWords;
}

QString keysOf(const ActionRow& row) { return row.sheetKeys.isEmpty() ? keyOf(row.act) : row.sheetKeys; }

QWidget* makeColumn(const WindowActions& actions, const Theme& theme, std::initializer_list<ActionGroup> groups)
{
    auto* const column = new QWidget;
    auto* const grid = new QGridLayout(column);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(static_cast<int>(theme.px(20)));
    grid->setVerticalSpacing(static_cast<int>(theme.px(1)));
    QPalette violet = theme.palette();
    violet.setColor(QPalette::WindowText, theme.clickable.line);
    int row = 0;
    for (const ActionGroup group : groups) {
        const std::vector<const ActionRow*> lines = linesOf(actions, group);
        if (lines.empty())
            continue;
        if (row > 0)
            grid->setRowMinimumHeight(row++, static_cast<int>(theme.px(8)));
        grid->addWidget(makeLabel(titleOf(group), theme.uiFont(17, QFont::Bold), violet, column), row++, 0, 1, 2);
        for (const ActionRow* const line : lines) {
            grid->addWidget(makeLabel(keysOf(*line), theme.uiFont(17, QFont::DemiBold), theme.palette(), column), row,
                            0);
            grid->addWidget(makeLabel(wordsOf(*line), theme.uiFont(17), theme.palette(), column), row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    grid->setColumnStretch(1, 1);
    return column;
}

QWidget* makeSheet(const WindowActions& actions, const Theme& theme)
{
    using enum ActionGroup;
    auto* const sheet = new QWidget;
    auto* const columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(static_cast<int>(theme.px(48)));
    columns->addWidget(makeColumn(actions, theme, {run, scene, presenting, scenario}));
    columns->addWidget(makeColumn(actions, theme, {timeout, model, questions, editing, view, help}));
    return sheet;
}

/// `theme` with type so large that both columns stand in `room` side by side: lines are read, not scrolled along.
Theme fittedTo(int room, const WindowActions& actions, Theme theme)
{
    for (double scale = theme.scale - 0.1; scale > 0.75; scale -= 0.1) {
        const std::unique_ptr<QWidget> sheet{makeSheet(actions, theme)};
        if (sheet->sizeHint().width() <= room)
            break;
        theme = Theme::of(theme.look, scale);
    }
    return theme;
}

} // namespace

KeySheet::KeySheet(const WindowActions& actions, const Theme& wanted, QWidget* window) : QDialog(window)
{
    const Theme theme = fittedTo(window->width() - 120, actions, wanted); // less margins and scroll bar
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setPalette(theme.palette());
    QWidget* const sheet = makeSheet(actions, theme);
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(sheet);
    scroll->setWidgetResizable(true);
    for (QWidget* const ground : {static_cast<QWidget*>(sheet), scroll->viewport()})
        ground->setAutoFillBackground(false);
    auto* const close = new QPushButton(tr("Close"), this);
    close->setFont(theme.uiFont(14, QFont::Medium));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    for (const QKeySequence& key : rowOf(Act::keys).keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, &QDialog::accept);

    const int margin = static_cast<int>(theme.px(24));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, static_cast<int>(theme.px(14)), margin, static_cast<int>(theme.px(10)));
    layout->setSpacing(static_cast<int>(theme.px(8)));
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);

    const QSize content = sheet->sizeHint();
    const int bar = scroll->verticalScrollBar()->sizeHint().width();
    const QSize whole{content.width() + 2 * margin + bar + 2, content.height() + layout->contentsMargins().top()
                                                                  + layout->contentsMargins().bottom()
                                                                  + layout->spacing() + close->sizeHint().height() + 2};
    setMinimumSize(whole.boundedTo(QSize(320, 240)));
    resize(whole.boundedTo(window->size() - QSize(16, 16)));
    move(window->mapToGlobal(window->rect().center()) - QPoint(width() / 2, height() / 2));
    scroll->setFocus(); // arrows scroll
}

} // namespace awaitscope
