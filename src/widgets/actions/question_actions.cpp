// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/question_actions.hpp"

#include "present/session/session.hpp"
#include "present/story/presenter.hpp"
#include "present/text/tr.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/toast.hpp"

#include <QAction>

namespace awaitscope {

namespace {

} // namespace

void answerForQuestions(WindowActions& actions, Session& session, StoryPane& story, Presenter& presenter,
                        Toast& toast, std::function<void()> showStory)
{
    actions.on(Act::question, [&session, &story, &toast, &presenter, showStory = std::move(showStory)] {
        showStory();
        // What is read while it is asked is what it speaks of.
        const Predict* const asks = presenter.isPresenting() ? nullptr : session.questionAtHand();
        if (asks && !Predictions::isSetUp(session.lesson(), *asks, session.scenario()))
            session.setUp(*asks);
        if (!story.goToQuestion())
            toast.say(QuestionActionsTr::tr("This scene asks nothing."));
    });
    actions.on(Act::hint, [&session, &toast] {
        const Predict* const predict = session.questionAtHand();
        if (!predict)
            toast.say(QuestionActionsTr::tr("There is no open question here."));
        else if (session.predictions().stateOf(session.lesson(), *predict).hints
                 >= static_cast<int>(predict->hints.size()))
            toast.say(QuestionActionsTr::tr("There is no further hint. R shows the answer."));
        else
            session.predictions().showHint(session.lesson(), *predict);
    });
    actions.on(Act::reveal, [&session, &toast, &presenter] {
        if (presenter.isPresenting())
            presenter.reveal();
        else if (const Predict* const predict = session.questionAtHand())
            session.showAnswer(*predict);
        else
            toast.say(QuestionActionsTr::tr("Nothing is covered here."));
    });
    QObject::connect(&session, &Session::answerFirst, &toast, [&toast] {
        toast.say(QuestionActionsTr::tr("Predict first: Q leads to the question, R shows the answer."));
    });
}

} // namespace awaitscope
