// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_view.hpp"

#include "widgets/code/code_marks.hpp"

#include <QFontInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QVariantAnimation>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

// Sizes at scale 1, in logical pixels.
constexpr double largestFont = 12.5;
constexpr double smallestFont = 11;
constexpr double lineSpacing = 1.6; // of the font's size; less where the lines to show need the room

enum Background { slateGround, ranGround, violatedGround, faultGround, greyGround, groundCount };

} // namespace

CodeView::CodeView(const Theme& theme, QWidget* parent) : QsciScintilla(parent), m_theme(theme)
{
    m_lexer = makeLexer(m_language, this);
    setLexer(m_lexer.lexer);
    setUtf8(true);
    setReadOnly(true);
    viewport()->setAcceptDrops(false); // what is dropped is for the window
    setFrameShape(QFrame::NoFrame);
    setWrapMode(WrapNone);
    setFolding(NoFoldStyle);
    setCaretLineVisible(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    SendScintilla(SCI_SETCARETSTYLE, CARETSTYLE_INVISIBLE);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
    SendScintilla(SCI_SETENDATLASTLINE, 0);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 0L);
    for (int margin = 1; margin < margins(); ++margin)
        setMarginWidth(margin, 0);
    // The gutter is painted here: line numbers, badges and backgrounds in one piece.
    SendScintilla(SCI_SETMARGINTYPEN, 0, SC_MARGIN_BACK);
    SendScintilla(SCI_SETMARGINCURSORN, 0, SC_CURSORARROW);
    SendScintilla(SCI_SETMARGINMASKN, 0UL, 0L); // markers colour the line instead
    for (int background = 0; background < groundCount; ++background)
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(background), SC_MARK_BACKGROUND);
    m_flash = new QVariantAnimation(this);
    m_flash->setStartValue(1.0);
    m_flash->setEndValue(0.0);
    m_flash->setDuration(1600);
    m_flash->setEasingCurve(QEasingCurve::InQuad);
    connect(m_flash, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_flashStrength = value.toDouble();
        viewport()->update();
    });
    connect(m_flash, &QVariantAnimation::finished, this, [this] {
        m_flashed = 0;
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CodeView::layoutChanged);
    // Where the editor scrolls by itself its scroll bar says nothing.
    connect(this, &QsciScintilla::SCN_UPDATEUI, this, [this](int updated) {
        if (updated & SC_UPDATE_V_SCROLL)
            Q_EMIT layoutChanged();
    });
    viewport()->setMouseTracking(true);
    addHoverScrollBar();
    applyStyle();
}

void CodeView::addHoverScrollBar()
{
    // Code needs every pixel of width: the scroll bar lies over it, and only while the mouse is here.
    QScrollBar* const inner = verticalScrollBar();
    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->hide();
    connect(inner, &QScrollBar::rangeChanged, m_scrollBar, [this, inner](int from, int to) {
        m_scrollBar->setPageStep(inner->pageStep());
        m_scrollBar->setRange(from, to);
    });
    connect(inner, &QScrollBar::valueChanged, m_scrollBar, &QScrollBar::setValue);
    connect(m_scrollBar, &QScrollBar::valueChanged, inner, &QScrollBar::setValue);
    connect(m_scrollBar, &QScrollBar::actionTriggered, this, [this] { m_followsRun = false; });
}

void CodeView::enterEvent(QEnterEvent* event)
{
    QsciScintilla::enterEvent(event);
    m_scrollBar->setVisible(m_scrollBar->maximum() > m_scrollBar->minimum());
}

void CodeView::leaveEvent(QEvent* event)
{
    QsciScintilla::leaveEvent(event);
    m_scrollBar->hide();
}

void CodeView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_fontPixels = 0;
    applyStyle();
    fitToWidth();
    applyBackgrounds();
}

void CodeView::setSource(const QString& text, std::optional<LineRange> shown, std::optional<Language> language)
{
    if (language != m_language) {
        m_language = language;
        QsciLexer* const former = m_lexer.lexer;
        m_lexer = makeLexer(language, this);
        setLexer(m_lexer.lexer);
        former->deleteLater();
    }
    m_shown = shown;
    m_followsRun = true;
    setText(text);
    m_fontPixels = 0;
    fitToWidth();
    applyBackgrounds();
    showRange();
    Q_EMIT layoutChanged();
}

void CodeView::setPicture(const CodePicture& picture)
{
    if (picture == m_picture)
        return;
    const int gutter = layoutNow().gutterWidth();
    m_picture = picture;
    if (layoutNow().gutterWidth() != gutter)
        fitToWidth();
    applyBackgrounds();
    showRange();
    viewport()->update();
}

void CodeView::setChangedLines(const std::vector<int>& lines)
{
    m_changed = lines;
    viewport()->update();
}

void CodeView::flash(int line, bool fades)
{
    if (const QRect row = lineRect(line); row.isEmpty() || row.bottom() >= viewport()->height())
        ensureLineVisible(line - 1); // which would move a line that is in view as well
    m_flashed = line;
    m_flash->stop();
    m_flash->setEndValue(fades ? 0.0 : 1.0);
    m_flash->start();
}

void CodeView::applyStyle()
{
    const double pixels = m_fontPixels > 0 ? m_fontPixels : m_theme.px(largestFont);
    QFont font(QFontInfo(m_theme.code).family());
    // Scintilla knows points only.
    font.setPointSizeF(pixels * 72 / logicalDpiY());
    m_lexer.setStyle(font, m_theme);
    setSelectionBackgroundColor(m_theme.clickable.fill);
    setSelectionForegroundColor(m_theme.clickable.text);
    setMarginsBackgroundColor(m_theme.panel);
    const auto colour = [](const QColor& c) {
        return static_cast<long>(c.red() | (c.green() << 8) | (c.blue() << 16));
    };
    const QColor grounds[] = {m_theme.cut.fill, m_theme.holds.fill, m_theme.violated.fill, m_theme.fault.fill, m_theme.notApplicable.fill};
    for (int background = 0; background < groundCount; ++background)
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(background), colour(grounds[background]));
    updateGeometry();
}

double CodeView::widthAt(double scale, double font) const
{
    Theme theme = m_theme;
    theme.scale = scale;
    const CodeLayout layout(*this, theme, m_picture);
    return std::ceil(layout.longestLine(m_shown) * layout.columnWidth() * theme.px(font)) + layout.gutterWidth()
           + theme.px(2 * wordsPadding) + 2;
}

double CodeView::widthWanted(double scale) const { return widthAt(scale, largestFont); }

double CodeView::widthNeeded(double scale) const { return widthAt(scale, smallestFont); }

int CodeView::lineCount() const { return m_shown ? m_shown->last - m_shown->first + 1 : lines(); }

void CodeView::fitToWidth()
{
    setMarginWidth(0, layoutNow().gutterWidth());
    // The type becomes a little smaller where that brings the whole of the code into view, and lines move closer.
    double pixels = m_theme.px(largestFont);
    const LineRange range = m_shown.value_or(LineRange{1, 1});
    const int columns = layoutNow().longestLine(m_shown);
    const double columnWidth = layoutNow().columnWidth();
    const double room = viewport()->width() - layoutNow().gutterWidth() - m_theme.px(wordsPadding);
    if (columns > 0)
        pixels = std::clamp(room / (columns * columnWidth), m_theme.px(smallestFont), pixels);
    pixels = std::floor(pixels * 4) / 4;
    if (pixels != m_fontPixels) {
        m_fontPixels = pixels;
        applyStyle();
    }
    // What is shown stands deeper in its file: begin where it does.
    const QByteArray skipped(layoutNow().commonIndent(m_shown), ' ');
    const long offset = SendScintilla(SCI_TEXTWIDTH, static_cast<unsigned long>(STYLE_DEFAULT), skipped.constData());
    SendScintilla(SCI_SETXOFFSET, static_cast<unsigned long>(offset));
    SendScintilla(SCI_SETEXTRAASCENT, 0UL, 0L);
    SendScintilla(SCI_SETEXTRADESCENT, 0UL, 0L);
    const int natural = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL));
    const int count = range.last - range.first + 1;
    const int wanted = static_cast<int>(std::lround(pixels * lineSpacing));
    const int height = std::clamp(viewport()->height() / std::max(1, count), natural, std::max(natural, wanted));
    const long extra = height - natural;
    SendScintilla(SCI_SETEXTRAASCENT, static_cast<unsigned long>((extra + 1) / 2));
    SendScintilla(SCI_SETEXTRADESCENT, static_cast<unsigned long>(extra / 2));
}

void CodeView::showRange()
{
    if (!m_shown || !m_followsRun)
        return;
    const int height = std::max(1, static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL)));
    const int room = std::max(1, viewport()->height() / height);
    int first = m_shown->first;
    if (m_shown->last - m_shown->first + 1 > room) {
        // It does not fit: keep what is marked in view, with as much as possible of what stands before it.
        int firstMarked = 0;
        int lastMarked = 0;
        for (const auto& [line, what] : m_picture.lines) {
            if (what.mark == CodeMark::none || !m_shown->contains(line))
                continue;
            firstMarked = firstMarked ? firstMarked : line;
            lastMarked = line;
        }
        if (lastMarked > 0) {
            first = std::max(first, std::min(lastMarked, m_shown->last - 1) + 2 - room);
            first = std::min(first, firstMarked);
        }
    }
    setFirstVisibleLine(first - 1);
}

void CodeView::applyBackgrounds()
{
    for (int background = 0; background < groundCount; ++background)
        SendScintilla(SCI_MARKERDELETEALL, static_cast<unsigned long>(background));
    for (const auto& [line, what] : m_picture.lines) {
        const Theme::Tone* const tone = &layoutNow().toneOf(what);
        if (what.mark == CodeMark::none)
            continue;
        const int background = tone == &m_theme.cut        ? slateGround
                               : tone == &m_theme.holds    ? ranGround
                               : tone == &m_theme.violated ? violatedGround
                               : tone == &m_theme.fault    ? faultGround
                                                           : greyGround;
        SendScintilla(SCI_MARKERADD, static_cast<unsigned long>(line - 1), static_cast<long>(background));
    }
}

CodeLayout CodeView::layoutNow() const { return {*this, m_theme, m_picture}; }

QRect CodeView::lineRect(int line) const { return layoutNow().lineRect(line); }

QRect CodeView::badgeRect(int line, int number) const { return layoutNow().badgeRect(line, number); }

QString CodeView::shownWords(int line) const
{
    const auto found = m_picture.lines.find(line);
    return found == m_picture.lines.end() || lineRect(line).isEmpty()
               ? QString()
               : layoutNow().placeWords(line, found->second).text;
}

void CodeView::paintEvent(QPaintEvent* event)
{
    QsciScintilla::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const CodeLayout layout = layoutNow();
    const int first = firstVisibleLine() + 1;
    for (int line = first; line <= lines(); ++line) {
        const QRect row = lineRect(line);
        if (row.isEmpty() || (line == lines() && line > 1 && text(line - 1).isEmpty()))
            break; // behind the last newline is no line
        // Half a line; or, after a method, the end of what holds it, whose indentation was skipped.
        const bool isOutside = m_followsRun && m_shown && line > m_shown->last;
        if ((isOutside && m_language) || row.bottom() > viewport()->height()) {
            painter.fillRect(viewport()->rect().adjusted(0, row.top(), 0, 0), m_theme.panel);
            break;
        }
        const auto found = m_picture.lines.find(line);
        const CodeLine* const what = found == m_picture.lines.end() ? nullptr : &found->second;
        paintGutter(painter, layout, line, row, what);
        if (isReadOnly())
            coverAuthorsComment(painter, layout, line, row, what);
        if (what && what->mark != CodeMark::none)
            paintMark(painter, layout, line, row, *what);
        if (std::find(m_changed.begin(), m_changed.end(), line) != m_changed.end()) {
            painter.fillRect(QRectF(row.right() - m_theme.px(2), row.top() + 1, m_theme.px(3), row.height() - 2),
                             m_theme.clickable.line);
        }
        if (line == m_flashed && m_flashStrength > 0) {
            QColor glow = m_theme.clickable.line;
            glow.setAlphaF(static_cast<float>(0.28 * m_flashStrength));
            painter.fillRect(row, glow);
        }
    }
}

bool CodeView::isAsked(const QPoint& position) const
{
    const auto found = m_picture.lines.find(layoutNow().lineAt(position));
    return found != m_picture.lines.end() && found->second.mark == CodeMark::asked;
}

QString CodeView::toolTipAt(const QPoint& position) const
{
    if (const CodeBadge* badge = layoutNow().badgeAt(position)) {
        if (badge->isTarget)
            return tr("Let the timeout fire while %1 is waiting").arg(badge->number);
        return badge->number > 0 ? tr("Reached only because of the cancel") : tr("Not reached in this run");
    }
    if (isAsked(position))
        return tr("Click: does this line run to its end?");
    const auto found = m_picture.lines.find(layoutNow().lineAt(position));
    return found == m_picture.lines.end() ? QString() : found->second.words.value(0);
}

bool CodeView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    return QsciScintilla::viewportEvent(event);
}

void CodeView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        if (const CodeBadge* badge = layoutNow().badgeAt(event->position().toPoint())) {
            if (badge->isTarget)
                Q_EMIT badgeActivated(badge->number);
            return;
        }
        if (isAsked(event->position().toPoint())) {
            Q_EMIT lineToggled(layoutNow().lineAt(event->position().toPoint()));
            return;
        }
        if (event->position().x() < layoutNow().gutterWidth())
            return; // the editor would select the line
        // What is selected can be copied, not dragged: a drag lasts while keys go on to scenes without this pane, and
        // Qt does not survive that the source of a drag goes.
        if (hasSelectedText() && !(event->modifiers() & Qt::ShiftModifier))
            SendScintilla(SCI_SETEMPTYSELECTION, SendScintilla(SCI_GETCURRENTPOS));
    }
    QsciScintilla::mousePressEvent(event);
}

void CodeView::mouseMoveEvent(QMouseEvent* event)
{
    QsciScintilla::mouseMoveEvent(event);
    const CodeBadge* const badge = layoutNow().badgeAt(event->position().toPoint());
    if ((badge && badge->isTarget) || isAsked(event->position().toPoint()))
        viewport()->setCursor(Qt::PointingHandCursor);
    else if (event->position().x() < layoutNow().gutterWidth())
        viewport()->setCursor(Qt::ArrowCursor);
    else
        viewport()->setCursor(Qt::IBeamCursor);
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    if (isReadOnly() && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        event->ignore();
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

void CodeView::wheelEvent(QWheelEvent* event)
{
    m_followsRun = false;
    QsciScintilla::wheelEvent(event);
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QsciScintilla::resizeEvent(event);
    const int barWidth = m_scrollBar->sizeHint().width();
    m_scrollBar->setGeometry(width() - barWidth, 0, barWidth, height());
    fitToWidth();
    showRange();
    Q_EMIT layoutChanged();
}

QSize CodeView::sizeHint() const
{
    const int count = m_shown ? m_shown->last - m_shown->first + 1 : 10;
    return {static_cast<int>(m_theme.px(380)), static_cast<int>(m_theme.px(largestFont * lineSpacing) * count)};
}

QSize CodeView::minimumSizeHint() const
{
    return {static_cast<int>(m_theme.px(160)), static_cast<int>(m_theme.px(largestFont * lineSpacing) * 2)};
}

} // namespace awaitscope
