// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/story_model.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

Lesson lessonWithTwoScenes()
{
    Scene first;
    first.title = "A slow service";
    first.blocks = {{"One.", {}, {}, 1},
                    {"Asio only.", {}, {CancelModel::asio}, 2},
                    {"Not asio.", {}, {CancelModel::drop, CancelModel::eager}, 3}};
    Predict question;
    question.question = "Does it run?";
    first.blocks.push_back({"", question, {}, 4});
    first.blocks.push_back({"Last.", {}, {}, 5});
    Scene second;
    second.title = "The fix, and what remains";
    Lesson lesson;
    lesson.story.scenes = {first, second};
    return lesson;
}

} // namespace

TEST(StoryModel, JoinsTheTextOfTheModelAndKeepsQuestionsApart)
{
    const Lesson lesson = lessonWithTwoScenes();
    const StoryPicture asio = storyOf(lesson, 0, CancelModel::asio);
    EXPECT_EQ(asio.title, "A slow service");
    EXPECT_EQ(asio.place, "1 / 2");
    ASSERT_EQ(asio.pieces.size(), 3u);
    EXPECT_EQ(asio.pieces[0].markdown, "One.\n\nAsio only.");
    EXPECT_EQ(asio.pieces[1].predict, &*lesson.story.scenes[0].blocks[3].predict);
    EXPECT_EQ(asio.pieces[2].markdown, "Last.");
    EXPECT_EQ(storyOf(lesson, 0, CancelModel::eager).pieces[0].markdown, "One.\n\nNot asio.");
}

TEST(StoryModel, NamesTheNextScene)
{
    const Lesson lesson = lessonWithTwoScenes();
    EXPECT_EQ(storyOf(lesson, 0, CancelModel::asio).next, "Next: the fix, and what remains");
    EXPECT_EQ(storyOf(lesson, 0, CancelModel::asio).back, "");
    EXPECT_EQ(storyOf(lesson, 1, CancelModel::asio).next, "");
    EXPECT_EQ(storyOf(lesson, 1, CancelModel::asio).back, "Back");
    EXPECT_EQ(storyOf(Lesson{}, 3, CancelModel::asio).title, "");
}

TEST(StoryModel, LowersOnlyCommonWords)
{
    EXPECT_EQ(withinSentence("What Barbara sees"), "what Barbara sees");
    EXPECT_EQ(withinSentence("Barbara looks"), "Barbara looks");
    EXPECT_EQ(withinSentence("println"), "println");
}

TEST(StoryModel, KeepsANumberAndItsUnitInOneLine)
{
    EXPECT_EQ(withUnbrokenUnits("after 200 ms, and 1 s"), QStringLiteral("after 200\u00a0ms, and 1\u00a0s"));
    EXPECT_EQ(withUnbrokenUnits("await 2 sends [x](awaitscope:?timeout=250ms)"),
              "await 2 sends [x](awaitscope:?timeout=250ms)");
}

TEST(StoryModel, KnowsWhatALinkDoes)
{
    using Kind = StoryAction::Kind;
    EXPECT_EQ(actionOf("awaitscope:?await=2"), (StoryAction{Kind::scenario, "awaitscope:?await=2"}));
    EXPECT_EQ(actionOf("mark:write"), (StoryAction{Kind::mark, "write"}));
    EXPECT_EQ(actionOf("https://example.org"), (StoryAction{Kind::web, "https://example.org"}));
    EXPECT_EQ(actionOf("file:///etc/passwd"), StoryAction{});
}

TEST(StoryModel, ReadsCircledNumbers)
{
    EXPECT_EQ(badgeNumber(QChar(0x2460)), 1);
    EXPECT_EQ(badgeNumber(QChar(0x2473)), 20);
    EXPECT_EQ(badgeNumber('1'), 0);
}

} // namespace awaitscope
