// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/retold_code.hpp"
#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace awaitscope {

class AwaitStackLine;
class CodeTabs;
class CodeView;

/// The source of one variant beside its scope: the subject's function first, what the run did to it at the playhead.
/// In a tab each the same story in other languages, with what their runtimes do at that timeout.
class CodePane : public QFrame
{
    Q_OBJECT

public:
    /// `variant` is its name in scenario strings; while the lesson has none of that name the pane is empty.
    CodePane(Session& session, const Theme& theme, const QString& variant, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    void allowEditing(); ///< shows a button for it
    void setPresented(bool isPresented); ///< without what a room has no use for
    /// In which neither its longest line nor its title is cut, in the largest type of this scale or its smallest.
    double widthWanted(double scale) const;
    double widthNeeded(double scale) const;
    QPushButton& editButton() { return *m_edit; }

    const QString& variant() const { return m_variant; }
    CodeView& view() { return *m_view; }
    CodeTabs& tabs() { return *m_tabs; }
    AwaitStackLine& stackLine() { return *m_stack; }

    /// "tokio"; empty: the C++, which is also shown where the lesson is not retold in that language.
    void setTongue(const QString& runtime);
    const LessonFile* shownFile() const; ///< null while there is none
    /// Of another language: why no run is told, or that the timeline shows another meaning of cancelling than its own. Else empty.
    QString note() const;
    bool showsRetelling() const { return m_runtime != nullptr; }

    /// Lines that differ from another pane's; see CodeConnector.
    void setChangedLines(const std::vector<int>& lines);
    /// Shows where the story's mark stands, if this file has it.
    void flashMark(const QString& mark);
    /// The same of a line of the C++.
    void flashLine(int line);

Q_SIGNALS:
    void tongueChosen(const QString& runtime);
    void sourceChanged();
    void editWanted(const std::string& variant); ///< the lesson's own, which this one is or was made of

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    double headerWidth(double scale) const;
    void showLesson();
    void showSource();
    void showRun();
    void showMoment();
    void showTitle();
    void showNote();
    bool isAskedAbout() const; ///< by an open question: what another language's own run does
    void showStack();
    void fitTitle();

    Session& m_session;
    Theme m_theme;
    QString m_variant;
    QString m_tongue;                        ///< as it was set
    const OtherRuntime* m_runtime = nullptr; ///< whose program is in the view; null: it is the C++
    QString m_file;                          ///< what is in the view: "buggy.cpp"
    QString m_text;
    QString m_version; ///< "Buggy"
    QString m_words;   ///< the title, whole: "Buggy, get_response"
    std::map<int, int> m_sameLines;
    RunMaker* m_runs; ///< of what another runtime does
    std::optional<VariantRun> m_retoldRun;
    bool m_isTie = false; ///< each runtime has its own, so that none is shown
    QHBoxLayout* m_header = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr; ///< what of another runtime's run is not as on the timeline, with a link that makes it so
    QString m_noteText; ///< without the link
    CodeTabs* m_tabs = nullptr;
    QPushButton* m_edit = nullptr;
    CodeView* m_view = nullptr;
    AwaitStackLine* m_stack = nullptr; ///< hidden beside the program of another runtime, whose coroutines have other names
    bool m_isEditable = false;
    bool m_isPresented = false;
};

} // namespace awaitscope
