// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <vector>

class QAbstractButton;
class QBoxLayout;
class QLabel;
class QPushButton;

namespace awaitscope {

class StoryText;

/// A question before its answer, with what it takes to answer it: buttons, lines to mark, or the timeout that is set.
/// Hints and the answer itself can be asked for; after a try it says whether that was right, and why.
class PredictFrame : public QFrame
{
    Q_OBJECT

public:
    /// `predict` belongs to the session's lesson, and both outlive it.
    PredictFrame(Session& session, const Predict& predict, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    const Predict& predict() const { return m_predict; }
    /// The answers of a choice, the lines to mark, or nothing.
    std::vector<QWidget*> inTabOrder() const; ///< what can take the focus, shown or not
    const std::vector<QAbstractButton*>& answers() const { return m_answers; }
    QPushButton& setUpButton() { return *m_setUp; } ///< "Set it up": there while something else is shown
    QPushButton& checkButton() { return *m_check; } ///< of lines and places: "Check"
    QPushButton& hintButton() { return *m_hint; }
    QPushButton& showButton() { return *m_show; } ///< "Show me"
    QPushButton& playButton() { return *m_play; } ///< "See it happen"
    QString verdict() const;                      ///< what it says about the last try, or empty
    QString hints() const;                        ///< those that were asked for

    void takeFocus(); ///< to where one answers

Q_SIGNALS:
    void judged(); ///< verdict() is another one

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showAnswer(std::size_t i, const QuestionProgress& state, bool isSettled);
    void makeAnswers();
    std::vector<QPushButton*> links() const; ///< those below the answers, in their order
    QPushButton* makeLink(const QString& text, const QString& tip);
    void refresh();
    void arrangeAnswers();

    Session& m_session;
    std::string m_lesson; ///< of which the question is
    const Predict& m_predict;
    Theme m_theme;
    QLabel* m_heading = nullptr;
    StoryText* m_question = nullptr;
    QBoxLayout* m_answerRow = nullptr;
    std::vector<QAbstractButton*> m_answers;
    std::vector<QString> m_texts; ///< of a choice, each in one line
    QBoxLayout* m_links = nullptr;
    QPushButton* m_setUp = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_hint = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_play = nullptr;
    StoryText* m_hints = nullptr;
    StoryText* m_verdict = nullptr;
    QString m_said; ///< verdict() as it was last
    bool m_isReady = false;
};

} // namespace awaitscope
