// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_editor.hpp"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <map>

namespace awaitscope {

namespace {

constexpr double fontPixels = 12.5;
constexpr int lettersToComplete = 3;
constexpr int blanksOfIndent = 2; // as the lessons' own files have it

enum Margin { numbers = 0, bars = 1, signs = 2 };
enum Marker { changedLines, missingLines, errorSign, warningSign };

} // namespace

namespace {

/// A letter as a sign in the margin.
QPixmap signOf(const QString& letter, const Theme& theme, qreal ratio)
{
    const int side = static_cast<int>(theme.px(14));
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setFont(theme.uiFont(13, QFont::Bold));
    painter.setPen(theme.text);
    painter.drawText(QRect(0, 0, side, side), Qt::AlignCenter, letter);
    return pixmap;
}

/// Broken so that no line is wider than `room`.
QString brokenTo(int room, const QString& text, const QFontMetrics& metrics)
{
    QStringList lines;
    QString line;
    for (const QString& word : text.split(' ')) {
        const QString longer = line.isEmpty() ? word : line + ' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > room) {
            lines += line;
            line = QStringLiteral("   ") + word;
        } else {
            line = longer;
        }
    }
    lines += line;
    return lines.join('\n');
}

} // namespace

QStringList teachingNames()
{
    return {"awaitable<void>",
            "cache.get(key)",
            "cache.get_any(key)",
            "cache.set(key, value)",
            "channel.answer(found)",
            "channel.send(message)",
            "co_await",
            "co_return",
            "event.async_wait()",
            "event.set()",
            "http.make_request(key)",
            "lane.holds(text)",
            "lane.span(kind, text)",
            "mutex.async_lock()",
            "pool.async_acquire()",
            "println(parts)",
            "queue.async_pop()",
            "queue.async_push(item)",
            "queue.async_reserve()",
            "queue.try_pop()",
            "queue.try_push(item)",
            "race(timeout, work)",
            "semaphore.async_acquire()",
            "semaphore.release()",
            "sleep_for(world, duration)",
            "spawn(task)",
            "steady_timer",
            "stream.async_read_some(buffer)",
            "stream.async_write_some(buffer)",
            "string",
            "task.abort()",
            "task.async_join()",
            "timeout(deadline)",
            "use_awaitable",
            "world.effect(name, detail)",
            "world.lane(name)"};
}

CodeEditor::CodeEditor(const Theme& theme, QWidget* parent) : QsciScintilla(parent), m_theme(theme)
{
    m_lexer = makeLexer({}, this);
    setLexer(m_lexer.lexer);
    setUtf8(true);
    setEolMode(EolUnix);
    setFrameShape(QFrame::NoFrame);
    setIndentationsUseTabs(false);
    setIndentationWidth(blanksOfIndent);
    setTabWidth(blanksOfIndent);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setTabIndents(true);
    setBraceMatching(SloppyBraceMatch);
    setWrapMode(WrapNone);
    setFolding(NoFoldStyle);
    setAnnotationDisplay(AnnotationIndented);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
    viewport()->setAcceptDrops(false); // what is dropped is for the window

    auto* const names = new QsciAPIs(m_lexer.lexer);
    for (const QString& name : teachingNames())
        names->add(name);
    names->prepare();
    setAutoCompletionSource(AcsAll);
    setAutoCompletionThreshold(lettersToComplete);
    setAutoCompletionCaseSensitivity(true);
    setAutoCompletionReplaceWord(true);
    setCallTipsStyle(CallTipsNoContext);

    setMarginType(numbers, NumberMargin);
    setMarginType(bars, SymbolMargin);
    setMarginType(signs, SymbolMargin);
    setMarginMarkerMask(numbers, 0);
    setMarginMarkerMask(bars, (1 << changedLines) | (1 << missingLines));
    setMarginMarkerMask(signs, (1 << errorSign) | (1 << warningSign));
    setMarginSensitivity(bars, true);
    markerDefine(FullRectangle, changedLines);
    markerDefine(RightTriangle, missingLines);
    connect(this, &QsciScintilla::marginClicked, this, [this](int margin, int line, Qt::KeyboardModifiers) {
        if (margin == bars)
            Q_EMIT barClicked(line + 1, QCursor::pos());
    });
    connect(this, &QsciScintilla::linesChanged, this, &CodeEditor::fitMargins);
    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (!m_isOpening)
            Q_EMIT typed();
    });
    setTheme(theme);
}

void CodeEditor::setTheme(const Theme& theme)
{
    m_theme = theme;
    QFont font(QFontInfo(theme.code).family());
    font.setPointSizeF(theme.px(fontPixels) * 72 / logicalDpiY()); // Scintilla knows points only
    m_lexer.setStyle(font, theme);
    setSelectionBackgroundColor(theme.clickable.fill);
    setSelectionForegroundColor(theme.clickable.text);
    setCaretForegroundColor(theme.text);
    setCaretLineVisible(true);
    setCaretLineBackgroundColor(theme.window);
    setCaretWidth(std::max(2, static_cast<int>(theme.px(2))));
    setMarginsFont(font);
    setMarginsBackgroundColor(theme.panel);
    setMarginsForegroundColor(theme.secondaryText);
    setMatchedBraceForegroundColor(theme.text);
    setMatchedBraceBackgroundColor(theme.rule);
    setUnmatchedBraceForegroundColor(theme.text);
    setUnmatchedBraceBackgroundColor(theme.cut.fill);
    for (const int marker : {changedLines, missingLines}) {
        setMarkerBackgroundColor(theme.clickable.line, marker);
        setMarkerForegroundColor(theme.clickable.line, marker);
    }
    markerDefine(signOf(QStringLiteral("✗"), theme, devicePixelRatioF()), errorSign);
    markerDefine(signOf(QStringLiteral("!"), theme, devicePixelRatioF()), warningSign);
    SendScintilla(SCI_SETEXTRAASCENT, 1UL);
    SendScintilla(SCI_SETEXTRADESCENT, 2UL);
    fitMargins();
}

void CodeEditor::fitMargins()
{
    setMarginWidth(numbers, QStringLiteral("0%1").arg(std::max(99, lines())));
    setMarginWidth(bars, static_cast<int>(m_theme.px(6)));
    setMarginWidth(signs, static_cast<int>(m_theme.px(16)));
}

void CodeEditor::open(const QString& text)
{
    m_isOpening = true;
    setText(text);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    m_isOpening = false;
}

void CodeEditor::replaceAll(const QString& text)
{
    beginUndoAction();
    selectAll();
    replaceSelectedText(text);
    endUndoAction();
}

void CodeEditor::replaceLines(int line, int count, const QStringList& lines)
{
    beginUndoAction();
    // Whole lines with their ends; behind the last there is none.
    const bool isLast = line - 1 + count >= this->lines();
    const int endLine = isLast ? this->lines() - 1 : line - 1 + count;
    const int endColumn = isLast ? lineLength(endLine) : 0;
    setSelection(line - 1, 0, endLine, endColumn);
    QString text = lines.join('\n');
    if (!isLast && !lines.isEmpty())
        text += '\n';
    if (hasSelectedText())
        replaceSelectedText(text);
    else
        insertAt(text, line - 1, 0);
    endUndoAction();
    goTo(line);
}

void CodeEditor::setProblems(const std::vector<EditProblem>& problems)
{
    clearAnnotations();
    markerDeleteAll(errorSign);
    markerDeleteAll(warningSign);
    QFont font = m_theme.ui;
    font.setPointSizeF(m_theme.px(fontPixels) * 72 / logicalDpiY());
    const QFontMetrics metrics(font);
    std::map<int, std::pair<QString, bool>> notes; // words, whether one is an error
    for (const EditProblem& problem : problems) {
        if (problem.line < 1 || problem.line > lines())
            continue;
        auto& [words, isError] = notes[problem.line];
        const bool isGrave = problem.kind == EditProblem::Kind::error || problem.kind == EditProblem::Kind::fault;
        // What it means, where that is known; else the compiler's words. The list has both.
        const QString note = (isGrave ? QStringLiteral("✗ ") : QStringLiteral("! "))
                             + (problem.explanation.isEmpty() ? problem.text : problem.explanation);
        const int indented = metrics.horizontalAdvance('m') * indentation(problem.line - 1);
        const int room = viewport()->width() - marginWidth(numbers) - marginWidth(bars) - marginWidth(signs) - indented - 24;
        words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + brokenTo(std::max(room, 120), note, metrics);
        isError = isError || isGrave;
    }
    for (const auto& [line, note] : notes) {
        const QsciStyle style(-1, QString(), m_theme.text, m_theme.cut.fill, font);
        annotate(line - 1, note.first, style);
        markerAdd(line - 1, note.second ? errorSign : warningSign);
    }
}

void CodeEditor::setHunks(const std::vector<Hunk>& hunks)
{
    if (hunks == m_hunks)
        return;
    m_hunks = hunks;
    markerDeleteAll(changedLines);
    markerDeleteAll(missingLines);
    for (const Hunk& hunk : hunks) {
        for (int line = hunk.line; line < hunk.line + hunk.count; ++line)
            markerAdd(line - 1, changedLines);
        if (hunk.count == 0)
            markerAdd(std::min(hunk.line, lines()) - 1, missingLines);
    }
}

void CodeEditor::goTo(int line, int column)
{
    setCursorPosition(std::clamp(line, 1, std::max(1, lines())) - 1, std::max(0, column - 1));
    ensureCursorVisible();
}

int CodeEditor::line() const
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    return line + 1;
}

QString CodeEditor::noteBelow(int line) const { return annotation(line - 1); }

QSize CodeEditor::minimumSizeHint() const { return {static_cast<int>(m_theme.px(160)), static_cast<int>(m_theme.px(60))}; }

void CodeEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !isListActive() && !isCallTipActive()) {
        Q_EMIT left();
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

bool CodeEditor::event(QEvent* event)
{
    // What the window does with these keys is not meant here: text goes to its start and end, and is saved by itself.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isLeaving = key->key() == Qt::Key_Escape;
        if (isLeaving || key->matches(QKeySequence::Paste) || key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

} // namespace awaitscope
