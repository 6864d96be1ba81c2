// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"
#include "lesson/format/story_reader.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

Story read(std::string_view text)
{
    std::vector<Diagnostic> errors;
    Story story = readStory(text, "story.md", errors);
    EXPECT_TRUE(errors.empty()) << errors.front().toText();
    return story;
}

TEST(StoryReader, ReadsScenesWithTheirTextAndLines)
{
    const Story story =
        read("# Title\n\n## One\n\nFirst *text*,\nsecond line.\n\nA paragraph.\n\n## Two\n### Not a scene\n");
    EXPECT_EQ(story.title, "Title");
    ASSERT_EQ(story.scenes.size(), 2U);
    EXPECT_EQ(story.scenes[0].title, "One");
    EXPECT_EQ(story.scenes[0].line, 3);
    ASSERT_EQ(story.scenes[0].blocks.size(), 1U);
    EXPECT_EQ(story.scenes[0].blocks[0].markdown, "First *text*,\nsecond line.\n\nA paragraph.");
    EXPECT_EQ(story.scenes[0].blocks[0].line, 5);
    EXPECT_EQ(story.scenes[1].blocks[0].markdown, "### Not a scene");
}

TEST(StoryReader, TextFollowsTheModel)
{
    const Story story = read("# T\n## S\nAll.\n::: asio\nThrows.\n:::\n::: drop eager\nOther.\n:::\nEnd.\n");
    const Scene& scene = story.scenes.front();
    EXPECT_EQ(markdownOf(scene, CancelModel::asio), "All.\n\nThrows.\n\nEnd.");
    EXPECT_EQ(markdownOf(scene, CancelModel::drop), "All.\n\nOther.\n\nEnd.");
    EXPECT_EQ(markdownOf(scene, CancelModel::eager), "All.\n\nOther.\n\nEnd.");
}

TEST(StoryReader, FindsLinksAndMarksButNotThoseInCode)
{
    const Story story = read("# T\n## S\nA [link](awaitscope:?await=2) and a [mark](mark:write),\n"
                             "`[no](awaitscope:?x=1)`, [web](https://example.org).\n\n```cpp\n[no](mark:no)\n```\n");
    const Scene& scene = story.scenes.front();
    ASSERT_EQ(scene.links.size(), 1U);
    EXPECT_EQ(scene.links[0].target, "awaitscope:?await=2");
    EXPECT_EQ(scene.links[0].line, 3);
    ASSERT_EQ(scene.marks.size(), 1U);
    EXPECT_EQ(scene.marks[0].name, "write");
    EXPECT_NE(markdownOf(scene, CancelModel::asio).find("```cpp\n[no](mark:no)\n```"), std::string::npos)
        << "other code stays";
}

TEST(StoryReader, ASceneSaysWhatItShowsAndHowItCallsItsVersions)
{
    const Story story = read("# T\n## S\n```scope\nawaitscope:?timeout=250ms\nshows: scopes, code, map\n"
                             "titles: buggy = Alan's version, fixed = Barbara's\n```\nA.\n## U\nB.\n");
    const SceneView& view = story.scenes[0].view;
    ASSERT_TRUE(view.panes);
    EXPECT_TRUE(view.panes->code && view.panes->map);
    EXPECT_FALSE(view.panes->caller || view.panes->console || view.panes->table);
    EXPECT_EQ(view.titles, (std::map<std::string, std::string>{{"buggy", "Alan's version"}, {"fixed", "Barbara's"}}));
    EXPECT_FALSE(story.scenes[1].view.panes) << "all of them";
    EXPECT_TRUE(story.scenes[1].view.titles.empty());
}

TEST(StoryReader, ASceneSaysWhatOfItIsPresented)
{
    const Story story = read("# T\n## S\n```scope\nawaitscope:?timeout=250ms\npresents: caller, scopes, console\n"
                             "subtitle: What the room sees: all of it.\n```\nA.\n## U\n```scope\nawaitscope:\n```\nB.\n");
    const Scene& scene = story.scenes[0];
    EXPECT_EQ(scene.scope, "awaitscope:?timeout=250ms");
    EXPECT_EQ(scene.slide.panes, (SlidePanes{.caller = true, .code = false, .console = true}));
    EXPECT_EQ(scene.slide.subtitle, "What the room sees: all of it.");
    EXPECT_EQ(scene.slide.line, 5);
    EXPECT_EQ(story.scenes[1].slide.panes, SlidePanes{}) << "scopes and code";
    EXPECT_EQ(story.scenes[1].slide.subtitle, "");
}

TEST(StoryReader, ReadsQuestionsInTheirPlace)
{
    const Story story =
        read("# T\n## S\nBefore.\n```predict\nquestion = \"Why?\"\nexplanation = \"So.\"\n[[answer]]\ntext = \"A\"\n"
             "[[answer]]\ntext = \"B\"\nclaim = \"buggy finishes\"\nright = true\n```\nAfter.\n");
    const Scene& scene = story.scenes.front();
    ASSERT_EQ(scene.blocks.size(), 3U);
    ASSERT_TRUE(scene.blocks[1].predict);
    const Predict& predict = *scene.blocks[1].predict;
    EXPECT_EQ(predict.question, "Why?");
    EXPECT_EQ(predict.explanation, "So.");
    EXPECT_EQ(predict.line, 4);
    ASSERT_EQ(predict.answers.size(), 2U);
    EXPECT_EQ(predict.answers[0].claim, "");
    EXPECT_EQ(predict.answers[1].claim, "buggy finishes");
    EXPECT_EQ(predict.right, 1);
    EXPECT_EQ(markdownOf(scene, CancelModel::asio), "Before.\n\nAfter.");
}

TEST(StoryReader, ScenesAndQuestionsGetWholeScenarios)
{
    const Lesson lesson = example::lesson();
    ASSERT_EQ(lesson.story.scenes.size(), 2U);
    EXPECT_EQ(lesson.story.scenes[0].scope, "awaitscope:example?timeout=250ms");
    EXPECT_EQ(lesson.story.scenes[1].scope, "awaitscope:example");
    EXPECT_EQ(lesson.story.scenes[0].blocks.back().predict->scenario, "awaitscope:example?timeout=250ms");
}

struct BrokenStory
{
    const char* from;
    const char* to;
    const char* error; ///< its start
};

TEST(StoryReader, EachMistakeIsNamedWithItsLine)
{
    const std::vector<BrokenStory> breaks = {
        {"# An example\n", "", "story.md:1: A story starts with its title"},
        {"# An example\n", "# An example\nText\n", "story.md:2: There is text before the first scene."},
        {"# An example\n", "# An example\n# Again\n", "story.md:2: A story has one title"},
        {"Nothing fires.\n", "", "story.md:29: The scene has no text."},
        {"## The second scene", "## ", "story.md:29: A scene needs a title after ##."},
        {"Nothing fires.\n", "```scope\nawaitscope:?await=1\n", "story.md:31: This block is not closed."},
        {"awaitscope:?timeout=250ms", "", "story.md:5: The scope block is empty."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\npanes: scopes",
         "story.md:7: Below its scenario a scope block cannot have \"panes: scopes\"."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\npresents: scopes, clock",
         "story.md:7: There is no pane \"clock\". Allowed: caller, scopes, code, console, map and table."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\n\npresents: code", "story.md:8: What is presented lacks scopes"},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\nsubtitle: A\nsubtitle: B",
         "story.md:8: The scope block has subtitle twice."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\nsubtitle:", "story.md:7: subtitle: says nothing."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\nshows: map", "story.md:7: What the scene shows lacks scopes"},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\ntitles: buggy", "story.md:7: titles cannot have \"buggy\"."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\ntitles: buggy = A, buggy = B", "story.md:7: titles has the variant buggy twice."},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250ms\ntitles: bugy = A", "story.md:7: titles names the variant \"bugy\""},
        {"awaitscope:?timeout=250ms", "awaitscope:?timeout=250", "story.md:5: timeout cannot be \"250\"."},
        {"awaitscope:?timeout=250ms\n```\n", "awaitscope:\n```\n```scope\nawaitscope:\n```\n",
         "story.md:8: The scene has a scope block already."},
        {"The frame is destroyed.", "```scope\nawaitscope:\n```", "story.md:12: A scope block cannot stand inside"},
        {"?await=2)", "?await=two)", "story.md:9: await cannot be \"two\"."},
        {"Nothing fires.", "[Nothing](awaitscope:?timeout=none fires.",
         "story.md:31: A link does not end on its line."},
        {"awaitscope:?await=2)", "buggy.cpp)", "story.md:9: A link cannot lead to \"buggy.cpp\"."},
        {"mark:write", "mark:right", "story.md:9: No variant has the mark \"right\"."},
        {"[the write](mark:write)", "the write", "buggy.cpp:7: The story never uses the mark \"write\"."},
        {"::: drop", "::: rust", "story.md:11: There is no model \"rust\"."},
        {"::: drop", ":::", "story.md:11: After ::: comes the model"},
        {"The frame is destroyed.\n:::", "The frame is destroyed.", "story.md:11: This ::: is not closed."},
        {"The frame is destroyed.", "::: asio", "story.md:12: Text for a model cannot stand inside"},
        {"question = ", "question ", "story.md:16: This is not TOML: "},
        {"question = ", "query = ", "story.md:15: A predict block needs the key question."},
        {"question = ", "query = ", "story.md:16: A predict block has no key \"query\"."},
        {"right = true", "", "story.md:15: A predict block needs exactly one answer with right = true."},
        {"right = true", "right = 1", "story.md:26: right must be true or false."},
        {"claim = \"buggy lacks cache.set\"\n", "", "story.md:25: The right answer needs a claim"},
        {"[[answer]]\ntext = \"It runs\"\nclaim = \"buggy runs cache.set\"\n", "",
         "story.md:15: A predict block needs at least two answers."},
        {"buggy runs cache.set", "nobody runs cache.set",
         "story.md:15: In the answer \"It runs\": A claim cannot start with \"nobody\"."},
        {"question = ", "scenario = \"awaitscope:?variants=fixed\"\nquestion = ",
         "story.md:15: In the answer \"It runs\": the question's scenario does not show the variant buggy."},
        {"question = ", "scenario = \"awaitscope:?model=no\"\nquestion = ", "story.md:15: model cannot be \"no\"."},
        {"Nothing fires.", "```moments\nawaitscope:?await=2\n```", "story.md:32: A moment is a change of the scene's"},
        {"Nothing fires.", "```moments\n?await=2 At await 2\n```", "story.md:32: A moment is a change of the scene's"},
        {"Nothing fires.", "```moments\nawaitscope:?timeout=2 At 2\n```", "story.md:32: timeout cannot be \"2\"."},
        {"question = ", "id = \"No spaces\"\nquestion = ", "story.md:16: An id has small letters"},
        {"question = ", "kind = \"guess\"\nquestion = ", "story.md:16: There is no kind \"guess\" of question."},
        {"question = ", "kind = \"lines\"\nquestion = ", "story.md:15: A predict block needs the key variant."},
        {"question = ", "kind = \"place\"\nquestion = ", "story.md:15: A predict block needs the key claim."},
        {"question = ", "hints = []\nquestion = ", "story.md:16: hints must not be empty."},
        {"The frame is destroyed.\n:::\n\n```predict", "The frame is destroyed.\n\n```predict",
         "story.md:14: The question is shown for other models than the one it is asked in, asio."},
        {"Nothing fires.", "\xff", "story.md:1: The file is not UTF-8."},
    };
    for (const BrokenStory& item : breaks) {
        const LessonReading reading = example::read(example::filesWith("story.md", item.from, item.to));
        ASSERT_FALSE(reading.errors.empty()) << item.to;
        const std::string errors = '\n' + example::errorsOf(reading);
        EXPECT_NE(errors.find('\n' + std::string{item.error}), std::string::npos)
            << item.from << "\nexpected " << item.error << "\ngot " << errors;
    }
}

} // namespace
} // namespace awaitscope
