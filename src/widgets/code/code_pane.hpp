// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/session.hpp"
#include "present/theme.hpp"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace awaitscope {

class CodeView;

/// The source of one variant beside its scope: the subject's function first, what the run did to it at the playhead.
class CodePane : public QFrame
{
    Q_OBJECT

public:
    /// `variant` is its name in scenario strings; while the lesson has none of that name the pane is empty.
    CodePane(Session& session, const Theme& theme, const QString& variant, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    const QString& variant() const { return m_variant; }
    CodeView& view() { return *m_view; }

    /// Lines that differ from another pane's; see CodeConnector.
    void setChangedLines(const std::vector<int>& lines);
    /// Shows where the story's mark stands, if this file has it.
    void flashMark(const QString& mark);

private:
    void showLesson();
    void showMoment();

    Session& m_session;
    QString m_variant;
    QString m_file; ///< what is in the view: "buggy.cpp"
    QString m_text;
    QHBoxLayout* m_header = nullptr;
    QLabel* m_title = nullptr;
    CodeView* m_view = nullptr;
};

} // namespace awaitscope
