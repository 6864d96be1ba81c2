// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/code_model.hpp"
#include "present/code/line_difference.hpp"
#include "present/editing/edits.hpp"
#include "present/look/theme.hpp"
#include "widgets/code/code_lexer.hpp"
#include "widgets/qscintilla.hpp"

#include <QString>

#include <vector>

namespace awaitscope {

/// Where a learner types: C++, with what the compiler says below its line, and a bar beside lines that differ from the
/// original's.
class CodeEditor : public QsciScintilla
{
    Q_OBJECT

public:
    explicit CodeEditor(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// In pixels, so that its lines are whole in type of that scale; very long ones are not.
    double widthNeeded(double scale) const;

    /// What stands in `file`, a name of its own for each. Nothing of another one can be undone into it, and one that was open before
    /// has its own undo and place again; is its text another by now, that is one step more. One that was not begins with the line
    /// `beginsAt`, counted from 1, where not all of it fits.
    void open(const QString& file, const QString& text, int beginsAt = 1);
    /// Of the same file: one step that can be undone. typed() is emitted.
    void replaceAll(const QString& text);
    /// The same of some lines, counted from 1.
    void replaceLines(int line, int count, const QStringList& lines);
    /// Below the caret's line, or in it if it is blank, as deep as what stands above; can be undone.
    void insertStatement(const QString& code);

    void setProblems(const std::vector<EditProblem>& problems);
    /// What its run says of its lines: numbers of awaits, and what became of them at the playhead. Empty: it is of another text. Whether
    /// the text has another room now: then notes are to be set again.
    bool setRun(const CodePicture& picture);
    int textLeft() const; ///< the width of all margins
    const CodePicture& run() const { return m_run; }
    QString wordsAt(int line) const; ///< of that, as far as there is room beside the code
    void setHunks(const std::vector<Hunk>& hunks);

    void goTo(int line, int column = 0); ///< counted from 1
    int line() const;                    ///< of the caret, counted from 1

    /// What stands below a line: the compiler's words; empty if nothing does.
    QString noteBelow(int line) const;
    QFont noteFont() const { return m_errorNote.font(); }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void typed();
    void left();                 ///< Escape: the keys belong to the window again
    void barClicked(int line, const QPoint& globalPosition); ///< beside lines that differ

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// A file that is not open now.
    struct Left
    {
        QString file;
        QsciDocument document; ///< with all that can be undone
        int line = 0;
        int column = 0;
        int firstLine = 0; ///< in view
    };

    void take(const QsciDocument& document);
    void fitMargins();
    QRect rowOf(int line) const; ///< in the viewport; empty: it is not in view

    Theme m_theme;
    CodeLexer m_lexer;
    QString m_file; ///< that is open; empty: none yet
    std::vector<Left> m_left; ///< the last one last
    std::vector<Hunk> m_hunks;
    CodePicture m_run;
    QsciStyle m_errorNote;
    QsciStyle m_warningNote;
    bool m_isOpening = false;
};

} // namespace awaitscope
