// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_editor.hpp"

#include "present/editing/offered_world.hpp"
#include "widgets/badge.hpp"
#include "widgets/code/code_layout.hpp"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetrics>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <map>

namespace awaitscope {

namespace {

constexpr double fontPixels = 12.5;
constexpr int lettersToComplete = 3;
constexpr std::size_t mostBadgesInMargin = 4; ///< of a line in a loop
constexpr std::size_t mostLeft = 16; ///< files whose undo is kept while another is open
constexpr int blanksOfIndent = 2; // as the lessons' own files have it

enum Margin { numbers = 0, bars = 1, signs = 2, awaits = 3 };
// Numbers of their own: those that Scintilla hands out are used up by a dozen windows. Lexers have those below 32.
constexpr int errorStyle = 40;
constexpr int warningStyle = 41;
constexpr int errorMark = 9; ///< indicator: lexers have those below 8
enum Marker { changedLines, missingLines, errorSign, warningSign };

} // namespace

namespace {

/// A letter as a sign in the margin.
QPixmap signOf(const QString& letter, const QColor& colour, const Theme& theme, qreal ratio)
{
    const int side = static_cast<int>(theme.px(14));
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setFont(theme.uiFont(13, QFont::Bold));
    painter.setPen(colour);
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

CodeEditor::CodeEditor(const Theme& theme, QWidget* parent)
    : QsciScintilla(parent),
      m_theme(theme),
      m_errorNote(errorStyle),
      m_warningNote(warningStyle)
{
    m_lexer = makeLexer({}, this);
    take(document());
    setFrameShape(QFrame::NoFrame);
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
    for (const QString& name : offeredCalls())
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
    setMarginType(awaits, SymbolMargin);
    setMarginMarkerMask(awaits, 0);
    indicatorDefine(SquiggleIndicator, errorMark);
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
    markerDefine(signOf(QStringLiteral("✗"), theme.fault.line, theme, devicePixelRatioF()), errorSign);
    markerDefine(signOf(QStringLiteral("!"), theme.text, theme, devicePixelRatioF()), warningSign);
    setIndicatorForegroundColor(theme.fault.line, errorMark);
    QFont noteFont = theme.ui;
    noteFont.setPointSizeF(theme.px(fontPixels) * 72 / logicalDpiY());
    for (auto [note, tone] : {std::pair{&m_errorNote, &theme.fault}, std::pair{&m_warningNote, &theme.cut}}) {
        note->setFont(noteFont);
        note->setColor(tone->text);
        note->setPaper(tone->fill);
    }
    SendScintilla(SCI_SETEXTRAASCENT, 1UL);
    SendScintilla(SCI_SETEXTRADESCENT, 2UL);
    fitMargins();
}

double CodeEditor::widthNeeded(double scale) const
{
    constexpr qsizetype longest = 90;
    qsizetype columns = 0;
    for (const QString& line : text().split('\n'))
        columns = std::max(columns, std::min(line.size(), longest));
    QFont font(QFontInfo(m_theme.code).family());
    font.setPixelSize(100);
    const double column = QFontMetricsF(font).horizontalAdvance('0') * scale * fontPixels / 100;
    return std::ceil(static_cast<double>(columns) * column + textLeft() * scale / m_theme.scale + 24 * scale);
}

int CodeEditor::textLeft() const { return marginWidth(numbers) + marginWidth(bars) + marginWidth(signs) + marginWidth(awaits); }

void CodeEditor::fitMargins()
{
    setMarginWidth(numbers, QStringLiteral("0%1").arg(std::max(99, lines())));
    setMarginWidth(bars, static_cast<int>(m_theme.px(6)));
    setMarginWidth(signs, static_cast<int>(m_theme.px(16)));
    std::size_t most = 0;
    for (const auto& [line, what] : m_run.lines)
        most = std::max(most, std::min(what.badges.size(), mostBadgesInMargin));
    setMarginWidth(awaits, most == 0 ? 0 : static_cast<int>(m_theme.px(6) + static_cast<double>(most) * m_theme.px(18)));
}

/// Scintilla counts all this to the document, and each begins without it.
void CodeEditor::take(const QsciDocument& document)
{
    setDocument(document);
    setLexer(m_lexer.lexer);
    setUtf8(true);
    setEolMode(EolUnix);
    setIndentationsUseTabs(false);
    setIndentationWidth(blanksOfIndent);
    setTabWidth(blanksOfIndent);
}

void CodeEditor::open(const QString& file, const QString& text, int beginsAt)
{
    m_isOpening = true;
    if (file == m_file) {
        if (this->text() != text)
            replaceAll(text);
        m_isOpening = false;
        return;
    }
    if (!m_file.isEmpty()) {
        Left now{m_file, document(), 0, 0, firstVisibleLine()};
        getCursorPosition(&now.line, &now.column);
        m_left.push_back(now);
        if (m_left.size() > mostLeft)
            m_left.erase(m_left.begin());
    }
    m_file = file;
    const auto left = std::ranges::find(m_left, file, &Left::file);
    if (left == m_left.end()) {
        take(QsciDocument());
        setText(text);
        SendScintilla(SCI_EMPTYUNDOBUFFER);
        goTo(beginsAt);
        setFirstVisibleLine(beginsAt - 1); // as far as what follows does not fit anyway
    } else {
        const Left found = *left;
        m_left.erase(left);
        take(found.document);
        // QScintilla keeps a document that no editor shows by a reference of its own, and forgets that one when it is shown again.
        SendScintilla(SCI_RELEASEDOCUMENT, 0UL, SendScintillaPtrResult(SCI_GETDOCPOINTER));
        if (this->text() != text)
            replaceAll(text);
        setCursorPosition(found.line, found.column);
        setFirstVisibleLine(found.firstLine);
    }
    setTheme(m_theme); // the lexer has set its own colours anew
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

void CodeEditor::insertStatement(const QString& code)
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    const QStringList written = withStatement(text().split('\n'), line, code, blanksOfIndent);
    replaceLines(line + 1, 1, written);
    setCursorPosition(line + static_cast<int>(written.size()) - 1, static_cast<int>(written.last().size()));
    ensureCursorVisible();
}

void CodeEditor::setProblems(const std::vector<EditProblem>& problems)
{
    clearAnnotations();
    markerDeleteAll(errorSign);
    markerDeleteAll(warningSign);
    clearIndicatorRange(0, 0, lines(), 0, errorMark);
    const QFontMetrics metrics(m_errorNote.font());
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
        const int room = viewport()->width() - textLeft() - indented - 24;
        words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + brokenTo(std::max(room, 120), note, metrics);
        isError = isError || isGrave;
        if (isGrave) {
            // From where the compiler stumbled to the end of that word; without a column, all of the line.
            const QString code = text(problem.line - 1);
            int from = problem.column > 0 ? std::min(problem.column - 1, static_cast<int>(code.size())) : indentation(problem.line - 1);
            int to = from + 1;
            while (to < code.size() && code[to] != '\n' && (problem.column == 0 || code[to].isLetterOrNumber() || code[to] == '_'))
                ++to;
            fillIndicatorRange(problem.line - 1, from, problem.line - 1, to, errorMark);
        }
    }
    for (const auto& [line, note] : notes) {
        annotate(line - 1, note.first, note.second ? m_errorNote : m_warningNote);
        markerAdd(line - 1, note.second ? errorSign : warningSign);
    }
}

bool CodeEditor::setRun(const CodePicture& picture)
{
    if (picture == m_run)
        return false;
    m_run = picture;
    const int before = textLeft();
    fitMargins();
    viewport()->update();
    return textLeft() != before;
}

QRect CodeEditor::rowOf(int line) const
{
    if (line < 1 || line > lines())
        return {};
    const auto start = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
    const auto top = static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, start)); // notes stand between lines
    const auto height = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL));
    const QRect row(0, top, viewport()->width(), height);
    return row.intersects(viewport()->rect()) ? row : QRect();
}

QString CodeEditor::wordsAt(int line) const
{
    const auto found = m_run.lines.find(line);
    const QRect row = rowOf(line);
    if (found == m_run.lines.end() || row.isEmpty())
        return {};
    const QFontMetricsF metrics(m_theme.uiFont(wordsFont, QFont::DemiBold));
    const auto end = SendScintilla(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(line - 1));
    const auto codeEnd = static_cast<double>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, end));
    for (const QString& words : found->second.words) {
        if (codeEnd + m_theme.px(10) + metrics.horizontalAdvance(words) + m_theme.px(8) <= row.right())
            return words;
    }
    return {};
}

void CodeEditor::paintEvent(QPaintEvent* event)
{
    QsciScintilla::paintEvent(event);
    if (m_run.lines.empty())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const CodeLayout layout{*this, m_theme, m_run};
    const int left = marginWidth(numbers) + marginWidth(bars) + marginWidth(signs);
    for (const auto& [line, what] : m_run.lines) {
        const QRect row = rowOf(line);
        if (row.isEmpty())
            continue;
        const double diameter = layout.badgeDiameter();
        double x = left + m_theme.px(3) + diameter / 2;
        for (std::size_t i = 0; i < std::min(what.badges.size(), mostBadgesInMargin); ++i) {
            const CodeBadge& badge = what.badges[i];
            paintBadge(painter, {x, row.center().y() + 0.5}, diameter, badge.number, badge.reached ? BadgeLook::filled : BadgeLook::hollow,
                       m_theme);
            x += m_theme.px(18);
        }
        const QString words = wordsAt(line);
        if (words.isEmpty())
            continue;
        const Theme::Tone& tone = layout.toneOf(what);
        const QFont font = m_theme.uiFont(wordsFont, QFont::DemiBold);
        const double width = QFontMetricsF(font).horizontalAdvance(words);
        const QRectF ground(row.right() - width - m_theme.px(8), row.top() + 1, width + m_theme.px(6), row.height() - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone.fill);
        painter.drawRoundedRect(ground, 3, 3);
        painter.setFont(font);
        painter.setPen(tone.text);
        painter.drawText(ground, Qt::AlignCenter, words);
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
