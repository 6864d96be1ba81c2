// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/line_difference.hpp"
#include "present/editing/edits.hpp"
#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <string>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace awaitscope {

class CodeEditor;
class OfferedPane;

/// One variant being changed: the editor, where it stands, and what is wrong with it.
class EditPane : public QFrame
{
    Q_OBJECT

public:
    EditPane(Session& session, Edits& edits, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    double widthNeeded(double scale) const; ///< as CodeEditor's

    /// Shows what was made of `variant`, beginning with the original.
    void open(const std::string& variant);
    const std::string& variant() const { return m_variant; } ///< empty: none yet

    CodeEditor& editor() { return *m_editor; }
    QPushButton& runButton() { return *m_run; }
    QPushButton& outputButton() { return *m_output; }
    QPushButton& closeButton() { return *m_close; }
    QListWidget& problems() { return *m_problems; }
    OfferedPane& offered() { return *m_offered; } ///< what the code can use, below it; hidden until somebody asks

    bool isOffering() const;
    void setOffering(bool isOffering); ///< with the keyboard in its search, or back in the code

    void addBar(QWidget& bar); ///< between the header and the editor

    void nextProblem();
    void restoreLines(); ///< those at the caret that differ
    void restoreAll();
    void replace(const QString& text); ///< a text from elsewhere; can be undone
    bool differs() const { return !m_hunks.empty(); }

Q_SIGNALS:
    void closed();
    void outputWanted(); ///< all that the compiler said
    void left(); ///< the keyboard goes back to the window
    void offeringChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showProblems(const std::vector<EditProblem>& problems);
    void showHunks();
    void showRun();
    void showHunkMenu(int line, const QPoint& globalPosition);
    void restore(const Hunk& hunk);
    void fitProblems();

    Session& m_session;
    Edits& m_edits;
    Theme m_theme;
    std::string m_lesson; ///< that the variant is of; a page's begins with a stroke
    std::string m_variant;
    std::vector<Hunk> m_hunks;
    std::vector<EditProblem> m_shownProblems;
    QVBoxLayout* m_layout;
    QLabel* m_title;
    QPushButton* m_run;
    QPushButton* m_close;
    QLabel* m_stage;
    QPushButton* m_output; ///< to all that the compiler said
    QProgressBar* m_progress;
    CodeEditor* m_editor;
    QListWidget* m_problems;
    OfferedPane* m_offered;
};

} // namespace awaitscope
