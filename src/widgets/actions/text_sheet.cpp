// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/text_sheet.hpp"

#include "present/look/theme.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/story/story_body.hpp"
#include "widgets/story/story_text.hpp"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <stdexcept>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double textWidth = 760; // lines of about 100 letters
constexpr double wantedHeight = 820;

} // namespace

QString TextSheet::read(const QString& resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        throw std::logic_error(file.fileName().toStdString() + " is not in the program");
    return QString::fromUtf8(file.readAll());
}

TextSheet::TextSheet(const QString& title, const QString& markdown, const QList<QKeySequence>& keys, const Theme& theme, QWidget* window)
    : QDialog(window),
      m_text(new StoryText(theme, this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setPalette(theme.palette());
    m_text->setAccessibleName(title);
    m_text->setMarkdownText(markdown);
    connect(m_text, &QTextBrowser::anchorClicked, this, [](const QUrl& link) { QDesktopServices::openUrl(link); });
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* const ground = new StoryBody(*scroll, static_cast<int>(theme.px(12)));
    ground->column().addWidget(m_text);
    scroll->setWidget(ground);
    ground->setAutoFillBackground(false); // which setWidget() has switched on
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* const close = new QPushButton(tr("Close"), this);
    close->setFont(theme.uiFont(14, QFont::Medium));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    for (const QKeySequence& key : keys)
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

TextSheet* aboutSheet(const Theme& theme, QWidget* window)
{
    const QString version = QCoreApplication::applicationVersion();
    const QString text =
        QStringLiteral("# Awaitscope %1\n\n").arg(version)
        + TextSheet::tr("A coroutine can be cancelled at any co_await, and then the code after it never runs. Awaitscope runs real "
                        "Boost.Asio coroutines on a virtual clock and draws every await.")
        + QStringLiteral("\n\n")
        + TextSheet::tr("Free software under the GNU General Public License, version 3 or later, without any warranty. *%1* in the menu "
                        "shows it whole.").arg(rowOf(Act::licence).words)
        + QStringLiteral("\n\n")
        + TextSheet::tr("Made with Boost.Asio 1.81, Qt %1, QCustomPlot and QScintilla. The story of Alan is retold from "
                        "[Alan tries to cache requests](https://rust-lang.github.io/wg-async/vision/submitted_stories/status_quo/"
                        "alan_builds_a_cache.html) of the Async Rust working group.").arg(QString::fromLatin1(qVersion()));
    return new TextSheet(rowOf(Act::about).words, text, {}, theme, window);
}

TextSheet* manualSheet(const Theme& theme, QWidget* window)
{
    QString text = TextSheet::read(QStringLiteral(":/README.md"));
    static const QRegularExpression picture{QStringLiteral("^!\\[.*$\\n?"), QRegularExpression::MultilineOption};
    static const QRegularExpression relative{QStringLiteral("\\[([^\\]]*)\\]\\((?!https?:)[^)]*\\)")};
    text.remove(picture);
    text.replace(relative, QStringLiteral("\\1")); // to files of the sources
    return new TextSheet(rowOf(Act::manual).words, text, {}, theme, window);
}

TextSheet* licenceSheet(const Theme& theme, QWidget* window)
{
    QString text = TextSheet::read(QStringLiteral(":/LICENSE"));
    text.prepend(QStringLiteral("```\n")).append(QStringLiteral("\n```\n"));
    return new TextSheet(rowOf(Act::licence).words, text, {}, theme, window);
}

} // namespace awaitscope
