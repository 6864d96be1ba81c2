// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace awaitscope {

class StoryText;

/// What all questions of a story have: a heading, the question, hints and the answer that can be asked for, and what is said of the last
/// try. What one answers with is the heirs'.
class QuestionFrame : public QFrame
{
    Q_OBJECT

public:
    const Predict& predict() const { return m_predict; }
    virtual void setTheme(const Theme& theme);

    QPushButton& hintButton() { return *m_hint; }
    QPushButton& showButton() { return *m_show; } ///< "Show me"
    StoryText& verdictText() { return *m_verdict; }
    virtual Judgement judgement() const; ///< what it says about the last try
    QString verdict() const { return judgement().words; }
    QString hints() const;           ///< those that were asked for

    std::vector<QWidget*> inTabOrder() const; ///< what can take the focus, shown or not
    virtual void takeFocus() = 0; ///< to where one answers

Q_SIGNALS:
    void judged(); ///< verdict() is another one

protected:
    /// `predict` belongs to the session's lesson, and both outlive it.
    QuestionFrame(Session& session, const Predict& predict, const Theme& theme, QWidget* parent);

    /// Once, at the end of the heir's constructor: `answers` stands below the question, and `links` below the hints, those of every
    /// question among them.
    void arrange(QLayout& answers, std::vector<QPushButton*> links);
    virtual std::vector<QWidget*> answerWidgets() const = 0; ///< in their order
    virtual void refresh(); ///< shows what there is now
    void follow(); ///< refresh(), as long as its lesson is shown: the frame outlives that by a moment

    QPushButton* makeLink(const QString& text, const QString& tip);
    void setHeading(const QString& text);
    void arrangeRow(QBoxLayout& row, const std::vector<QWidget*>& widgets) const; ///< side by side, or below each other
    int room() const; ///< for what stands in it

    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    virtual void fit(); ///< to its width

    Session& m_session;
    const Predict& m_predict;
    Theme m_theme;
    std::vector<QPushButton*> m_linkButtons;
    QPushButton* m_hint = nullptr;
    QPushButton* m_show = nullptr;

private:
    QLabel* m_heading = nullptr;
    StoryText* m_question = nullptr;
    QBoxLayout* m_links = nullptr;
    StoryText* m_hints = nullptr;
    StoryText* m_verdict = nullptr;
    QString m_said; ///< verdict() as it was last
    bool m_isReady = false;
};

} // namespace awaitscope
