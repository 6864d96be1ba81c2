// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/cancelling_sheet.hpp"

#include "present/look/theme.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/story/story_body.hpp"
#include "widgets/story/story_text.hpp"

#include <QDesktopServices>
#include <QFile>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double textWidth = 760; // lines of about 100 letters
constexpr double wantedHeight = 820;

} // namespace

QString CancellingSheet::markdown()
{
    QFile file(tr(":/cancelling.md", "the file that holds the text in this language"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::logic_error(file.fileName().toStdString() + " is not in the program");
    return QString::fromUtf8(file.readAll());
}

CancellingSheet::CancellingSheet(const Theme& theme, QWidget* window) : QDialog(window)
{
    setWindowTitle(tr("What cancelling means"));
    setAttribute(Qt::WA_DeleteOnClose);
    setPalette(theme.palette());
    auto* const text = new StoryText(theme, this);
    text->setAccessibleName(windowTitle());
    text->setMarkdownText(markdown());
    connect(text, &QTextBrowser::anchorClicked, this, [](const QUrl& link) { QDesktopServices::openUrl(link); });
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* const ground = new StoryBody(*scroll, static_cast<int>(theme.px(12)));
    ground->column().addWidget(text);
    scroll->setWidget(ground);
    ground->setAutoFillBackground(false); // which setWidget() has switched on
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* const close = new QPushButton(tr("Close"), this);
    close->setFont(theme.uiFont(14, QFont::Medium));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    for (const QKeySequence& key : rowOf(Act::cancelling).keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, &QDialog::accept);

    const int margin = static_cast<int>(theme.px(24));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, static_cast<int>(theme.px(16)));
    layout->setSpacing(static_cast<int>(theme.px(12)));
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumSize(QSize(320, 240));
    resize(QSize(static_cast<int>(theme.px(textWidth)), static_cast<int>(theme.px(wantedHeight)))
               .boundedTo(window->size() - QSize(16, 16)));
    move(window->mapToGlobal(window->rect().center()) - QPoint(width() / 2, height() / 2));
    scroll->setFocus(); // arrows scroll
}

} // namespace awaitscope
