// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace awaitscope {

class Presenter;
class Session;
class StoryPane;
class Toast;
class WindowActions;

/// To the question, a hint, the answer: of the scene's open question. Where the playhead is kept before an answer, the toast
/// says why. `showStory` brings the story into sight. While presenting the answer is the presenter's to reveal.
void answerForQuestions(WindowActions& actions, Session& session, StoryPane& story, Presenter& presenter,
                        Toast& toast, std::function<void()> showStory);

} // namespace awaitscope
