// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/demo_script.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

TEST(DemoScript, IsReadFromTheLessonsOwnFile)
{
    for (const Lesson& lesson : test::builtInCatalogue().lessons()) {
        const std::vector<DemoPart> demo = demoOf(lesson);
        EXPECT_EQ(demo.size(), lesson.story.scenes.size()) << lesson.slug;
        for (std::size_t i = 0; i < demo.size(); ++i) {
            EXPECT_EQ(demo[i].title.toStdString(), lesson.story.scenes[i].title) << "so that a scene finds its part";
            EXPECT_FALSE(demo[i].time.isEmpty());
            for (const DemoStep& row : demo[i].rows) {
                EXPECT_FALSE(row.key.isEmpty());
                EXPECT_FALSE(row.press.isEmpty());
            }
        }
    }
    const Lesson none;
    EXPECT_TRUE(demoOf(none).empty());
}

TEST(DemoScript, FollowsTheKeysThatAreInItAndNoOthers)
{
    const std::vector<DemoPart> demo{{"0:00", "One", {{"F5"}, {"Page Down", 2}, {"R"}}}, {"0:03", "Two", {{"Page Down"}, {"1"}}}};
    DemoPlace place;
    place.enter(demo, "One");
    EXPECT_EQ(place.current(), 0) << "whoever is there has pressed what led there";
    place.press("R");
    EXPECT_EQ(place.current(), 0) << "not yet";
    place.press("Page Down");
    EXPECT_EQ(place.current(), 0) << "one of two";
    place.press("Page Down");
    EXPECT_EQ(place.current(), 1);
    ASSERT_TRUE(place.next());
    EXPECT_EQ(place.next()->key, "R");
    place.press("R");
    EXPECT_EQ(place.current(), 2);
    EXPECT_FALSE(place.next());
    place.press("R");
    EXPECT_EQ(place.current(), 2);
    place.enter(demo, "Two");
    EXPECT_EQ(place.next()->key, "1");
    place.enter(demo, "Three");
    EXPECT_FALSE(place.part());
    EXPECT_FALSE(place.next());
    place.press("1");
}

} // namespace awaitscope
