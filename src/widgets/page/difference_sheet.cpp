// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/difference_sheet.hpp"

#include "present/code/shown_difference.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

namespace awaitscope {

DifferenceSheet::DifferenceSheet(const Theme& theme, const QString& words, const QString& before, const QString& after, QWidget* window)
    : QDialog(window), m_text(new QPlainTextEdit(this)), m_yes(new QPushButton(tr("Make this change"), this))
{
    setObjectName(QStringLiteral("difference-sheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("The smallest change"));
    setPalette(theme.palette());
    auto* const why = new QLabel(words, this);
    why->setWordWrap(true);
    why->setTextFormat(Qt::PlainText);
    why->setFont(theme.uiFont(14));
    why->setPalette(theme.palette());
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme.codeFont(12.5));
    m_text->setPalette(theme.palette());
    m_text->setAccessibleName(windowTitle());
    // Signs say what goes and what comes; the ground only leads the eye.
    QTextCursor cursor(m_text->document());
    bool isFirst = true;
    for (const DifferenceLine& line : shownDifference(before, after)) {
        if (!std::exchange(isFirst, false))
            cursor.insertBlock();
        using enum DifferenceLine::Kind;
        QTextBlockFormat block;
        const bool isChange = line.kind == gone || line.kind == added;
        block.setBackground(isChange ? theme.cut.fill : theme.panel);
        cursor.setBlockFormat(block);
        QTextCharFormat format;
        format.setForeground(isChange ? theme.text : theme.secondaryText);
        format.setFontWeight(line.kind == added ? QFont::DemiBold : QFont::Normal);
        format.setFontStrikeOut(line.kind == gone);
        const QString sign = line.kind == gone ? QStringLiteral("- ") : line.kind == added ? QStringLiteral("+ ") : QStringLiteral("  ");
        cursor.insertText(line.kind == left ? QStringLiteral("  …") : sign + line.text, format);
    }
    m_text->moveCursor(QTextCursor::Start);
    auto* const no = new QPushButton(tr("Leave it"), this);
    connect(m_yes, &QPushButton::clicked, this, &QDialog::accept);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    m_yes->setDefault(true);
    for (QPushButton* const button : {m_yes, no})
        button->setFont(theme.uiFont(13, QFont::Medium));
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(m_yes);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(why);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
    resize(window->size() * 2 / 3);
}

} // namespace awaitscope
