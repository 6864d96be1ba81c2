// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"
#include "present/story/story_model.hpp"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QUrl;
class QVBoxLayout;

namespace awaitscope {

class PredictFrame;
class QuestionFrame;
class StoryText;
class TaskFrame;
class TaskJudge;

/// The scene that is shown: its text under the selected model, its questions, and the way to its neighbours.
class StoryPane : public QFrame
{
    Q_OBJECT

public:
    /// `tasks` outlives it.
    StoryPane(Session& session, TaskJudge& tasks, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    std::vector<StoryText*> texts() const;
    std::vector<QuestionFrame*> frames() const;   ///< all questions, in their order
    std::vector<PredictFrame*> questions() const; ///< those that are predictions
    std::vector<TaskFrame*> tasks() const;        ///< those that ask for code

    /// Brings the question into view that is to be answered next, else the last one of the scene, and gives it the keys.
    /// False: the scene asks nothing.
    bool goToQuestion();

Q_SIGNALS:
    void editWanted(); ///< the link that changes the code
    void taskEditWanted(const std::string& variant); ///< a question wants this one to be changed
    /// A link to a mark of the sources was clicked: panes that show the file draw the eye to it.
    void markActivated(const QString& mark);
    void pageWanted(const QString& name); ///< a starting page; empty: a blank one
    void trafficWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showScene();
    void orderTabs();
    void fitNext();
    std::pair<int, int> focusedAnswer() const; ///< question and answer; -1: none
    void follow(const QUrl& link);
    StoryText* addText(const QString& markdown);
    void addQuestion(const Predict& predict);

    Session& m_session;
    TaskJudge& m_tasks;
    Theme m_theme;
    StoryPicture m_shown;
    QHBoxLayout* m_header = nullptr;
    QHBoxLayout* m_footer = nullptr;
    QVBoxLayout* m_layout = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_place = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_pieces = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QString m_nextLabel; ///< in full
};

} // namespace awaitscope
