// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/story_text.hpp"

#include "present/story/story_model.hpp"
#include "widgets/badge.hpp"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>

#include <cmath>
#include <vector>

namespace awaitscope {

namespace {

/// N of a link that does nothing but aim at await N; 0 for any other.
int awaitNumber(const QString& href)
{
    static const QRegularExpression pattern(QStringLiteral("^awaitscope:\\?await=(\\d{1,2})$"));
    return pattern.match(href).captured(1).toInt();
}

/// N of a block that begins with such a link.
int awaitNumberOf(const QTextBlock& block)
{
    return block.begin().atEnd() ? 0 : awaitNumber(block.begin().fragment().charFormat().anchorHref());
}

QTextCharFormat charFormatAt(QTextDocument* document, int position)
{
    QTextCursor cursor(document);
    cursor.setPosition(position + 1); // a cursor's format is that of the character before it
    return cursor.charFormat();
}

} // namespace

StoryText::StoryText(const Theme& theme, QWidget* parent) : QTextBrowser(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    // Before it has its height Qt scrolls to its cursor, and stays there.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), [this] { verticalScrollBar()->setValue(0); });
}

void StoryText::setTheme(const Theme& theme)
{
    m_theme = theme;
    build();
}

void StoryText::setMarkdownText(const QString& markdown, double pixels)
{
    m_markdown = markdown;
    m_pixels = pixels;
    build();
}

void StoryText::build()
{
    // Qt's Markdown reader takes the colour of links from the palette.
    QPalette colours = palette();
    colours.setColor(QPalette::Text, m_theme.text);
    colours.setColor(QPalette::Link, m_theme.clickable.line);
    colours.setColor(QPalette::LinkVisited, m_theme.clickable.line);
    colours.setColor(QPalette::Highlight, m_theme.clickable.fill);
    colours.setColor(QPalette::HighlightedText, m_theme.clickable.text);
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
    document()->setDefaultFont(m_theme.uiFont(m_pixels));
    document()->setMarkdown(withUnbrokenUnits(m_markdown), QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML
                                                                        | QTextDocument::MarkdownDialectGitHub));
    document()->setDocumentMargin(0);
    document()->setIndentWidth(m_theme.px(22));
    styleBlocks();
    markAwaitLinks();
    styleFragments();
    placeBadges();
    moveCursor(QTextCursor::Start);
    fitHeight();
}

void StoryText::styleBlocks()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool last = !block.next().isValid();
        const bool inList = block.textList() != nullptr;
        const bool moreOfList = inList && block.next().textList() == block.textList();
        format.setTopMargin(0);
        format.setBottomMargin(last ? 0 : m_theme.px(moreOfList ? 5 : 10));
        // The same for every line, whatever code and badges stand in it. Qt sets the marks of lists too low then.
        if (inList && awaitNumberOf(block) == 0)
            format.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
        else if (format.headingLevel() == 0)
            format.setLineHeight(m_theme.px(m_pixels * 1.57), QTextBlockFormat::FixedHeight);
        QTextCursor(block).setBlockFormat(format);
    }
}

void StoryText::styleFragments()
{
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat format = fragment.charFormat();
            const bool code = format.fontFixedPitch();
            if (!code && !format.isAnchor())
                continue;
            if (code) {
                QFont font = m_theme.codeFont(m_pixels - 0.7);
                font.setWeight(format.isAnchor() ? QFont::DemiBold : QFont::Normal);
                format.setFont(font, QTextCharFormat::FontPropertiesAll);
            }
            if (format.isAnchor()) {
                format.setForeground(m_theme.clickable.line);
                format.setFontWeight(QFont::DemiBold);
                format.setFontUnderline(true);
            }
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            // The formats of a block's fragments change its fragments: start over behind this one.
            it = block.begin();
            while (!it.atEnd() && it.fragment().position() < fragment.position())
                ++it;
            if (it.atEnd())
                break;
        }
    }
}

void StoryText::markAwaitLinks()
{
    struct Link
    {
        int position;
        int length;
        int number;
        bool numbersList; ///< it opens an item of a list, whose own number gives way to the badge
    };
    std::vector<Link> links;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const int number = awaitNumber(fragment.charFormat().anchorHref());
            if (number > 0 && number <= 20)
                links.push_back({fragment.position(), fragment.length(), number,
                                 block.textList() && fragment.position() == block.position()});
        }
    }
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
        const QChar badge(0x2460 + link->number - 1);
        QTextCursor cursor(document());
        cursor.setPosition(link->position);
        if (link->numbersList) {
            const QTextCharFormat format = charFormatAt(document(), link->position);
            cursor.insertText(QString(badge), format);
            cursor.insertText(QString(QChar(0x00a0)).repeated(2), QTextCharFormat());
            QTextBlockFormat block = cursor.blockFormat();
            block.setObjectIndex(-1);
            block.setIndent(0);
            cursor.setBlockFormat(block);
            continue;
        }
        // "await 2" keeps its words and shows the number as the badge.
        cursor.setPosition(link->position + link->length, QTextCursor::KeepAnchor);
        const QRegularExpression digits(QStringLiteral("\\b%1\\b").arg(link->number));
        const QRegularExpressionMatch match = digits.match(cursor.selectedText());
        if (!match.hasMatch())
            continue;
        const int at = link->position + static_cast<int>(match.capturedStart());
        const QTextCharFormat format = charFormatAt(document(), at);
        cursor.setPosition(at);
        cursor.setPosition(at + static_cast<int>(match.capturedLength()), QTextCursor::KeepAnchor);
        cursor.insertText(QString(badge), format);
    }
}

void StoryText::placeBadges()
{
    const double diameter = m_theme.px(m_pixels + 4);
    for (int position = document()->characterCount() - 1; position >= 0; --position) {
        const int number = badgeNumber(document()->characterAt(position));
        if (number == 0)
            continue;
        const QString name = QStringLiteral("badge:%1").arg(number);
        document()->addResource(QTextDocument::ImageResource, QUrl(name),
                                badgeImage(diameter, number, BadgeLook::filled, m_theme, devicePixelRatioF()));
        QTextCursor cursor(document());
        cursor.setPosition(position);
        cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
        const QTextCharFormat before = cursor.charFormat();
        QTextImageFormat image;
        image.setName(name);
        image.setWidth(diameter);
        image.setHeight(diameter);
        image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
        image.setAnchor(true);
        image.setAnchorHref(before.isAnchor() ? before.anchorHref()
                                              : QStringLiteral("awaitscope:?await=%1").arg(number));
        image.setToolTip(tr("Let the timeout fire while %1 is waiting").arg(number));
        cursor.removeSelectedText();
        cursor.insertImage(image);
    }
}

void StoryText::fitHeight()
{
    document()->setTextWidth(viewport()->width());
    const int height = static_cast<int>(std::ceil(document()->size().height()));
    if (height != this->height())
        setFixedHeight(std::max(1, height));
}

void StoryText::mousePressEvent(QMouseEvent* event)
{
    // What is selected can be copied, not dragged: a drag lasts while keys go on to other scenes, whose text replaces
    // this one, and Qt does not survive that the source of a drag goes.
    if (event->button() == Qt::LeftButton && textCursor().hasSelection() && !(event->modifiers() & Qt::ShiftModifier)) {
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        setTextCursor(cursor);
    }
    QTextBrowser::mousePressEvent(event);
}

void StoryText::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

QRect StoryText::linkRect(const QString& target) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (fragment.charFormat().anchorHref() != target)
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            const QRect start = cursorRect(cursor);
            cursor.setPosition(fragment.position() + 1);
            const QRect end = cursorRect(cursor);
            return QRect(start.topLeft(), QPoint(std::max(start.left() + 1, end.left()), start.bottom()));
        }
    }
    return {};
}

} // namespace awaitscope
