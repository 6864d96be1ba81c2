// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/progress.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

Progress someProgress()
{
    Progress progress;
    LessonProgress& lesson = progress.lessons["alan"];
    lesson.scene = 3;
    lesson.seen = {0, 1, 3};
    lesson.questions["slow-client"] = {2, true, false, 1, 1, {}, {}};
    lesson.questions["fixed-lines"] = {1, false, true, 0, {}, {"cache.set", "http.make_request"}, {}};
    lesson.questions["lose-it"] = {4, true, false, 2, {}, {}, VirtualDuration{250'000}};
    lesson.questions["store-first"] = {1, false, false, 0, {}, {}, {}, {2, 0}};
    return progress;
}

std::string errorOf(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    if (at == std::string::npos)
        return "not in the text: " + what;
    text.replace(at, what.size(), with);
    const Result<Progress> progress = readProgress(text, "progress.json");
    return progress ? "no error" : progress.error().toText();
}

} // namespace

TEST(Progress, ReadsWhatItWrote)
{
    const Result<Progress> progress = readProgress(toJson(someProgress()), "progress.json");
    ASSERT_TRUE(progress) << progress.error().toText();
    EXPECT_EQ(*progress, someProgress());
    EXPECT_EQ(*readProgress(toJson({}), "progress.json"), Progress{});
}

TEST(Progress, SaysWhatIsWrongWithADamagedFile)
{
    const std::string good = toJson(someProgress());
    EXPECT_NE(errorOf(good, "awaitscope-progress", "awaitscope-trace").find("progress.json: format"), std::string::npos);
    EXPECT_NE(errorOf(good, "\"version\": 1", "\"version\": 2").find("written by a newer Awaitscope"),
              std::string::npos);
    EXPECT_NE(errorOf(good, "\"tries\": 1", "\"tries\": -1").find("lessons[0].questions[0].tries"), std::string::npos);
    EXPECT_NE(errorOf(good, "\"right\": false", "\"right\": 0").find("lessons[0].questions[0].right"),
              std::string::npos);
    EXPECT_NE(errorOf(good, "\"scene\": 3", "\"scena\": 3").find("lessons[0].scene"), std::string::npos);
    for (std::size_t length = 0; length + 2 < good.size(); length += 7)
        EXPECT_FALSE(readProgress(good.substr(0, length), "progress.json")) << length;
}

TEST(Progress, OfTwoMachinesIsWhatWasReachedOnEither)
{
    Progress theirs;
    LessonProgress& lesson = theirs.lessons["alan"];
    lesson.scene = 6;
    lesson.seen = {6};
    lesson.questions["slow-client"] = {1, false, true, 2, 0, {}, {}};
    lesson.questions["js-race"] = {1, true, false, 0, 1, {}, {}};
    theirs.lessons["other"].scene = 1;

    const Progress both = merged(someProgress(), theirs);
    const LessonProgress& alan = both.lessons.at("alan");
    EXPECT_EQ(alan.scene, 3) << "where one is, is ours";
    EXPECT_EQ(alan.seen, (std::set<int>{0, 1, 3, 6}));
    EXPECT_EQ(alan.questions.at("slow-client"), (QuestionProgress{2, true, true, 2, 1, {}, {}}));
    EXPECT_TRUE(alan.questions.at("js-race").isRight);
    EXPECT_EQ(both.lessons.at("other").scene, 1);
    EXPECT_EQ(merged(both, theirs), both) << "once more changes nothing";
    EXPECT_EQ(merged({}, theirs), theirs);
}

} // namespace awaitscope
