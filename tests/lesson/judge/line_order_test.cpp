// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/line_order.hpp"

#include "lesson/files/catalogue.hpp"
#include "lesson/text/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {
namespace {

class LineOrder : public testing::Test
{
protected:
    const Predict& question() const
    {
        for (const Scene& scene : lesson.story.scenes) {
            for (const StoryBlock& block : scene.blocks) {
                if (block.predict && block.predict->kind == PredictKind::order)
                    return *block.predict;
            }
        }
        throw std::logic_error{"the lesson asks for no order"};
    }

    const Lesson lesson = readBuiltInLesson(builtInLessons().front()).lesson;
};

TEST_F(LineOrder, HasTheOrderOfTheLessonsFile)
{
    const Result<LineFrame> frame = frameOf(lesson, question());
    ASSERT_TRUE(frame) << frame.error().toText();
    EXPECT_EQ(frame->own, question().orders.front());
    EXPECT_TRUE(frame->before.ends_with("  println(\"miss \", key);\n")) << frame->before;
    EXPECT_EQ(frame->after, "}\n");
    EXPECT_EQ(frame->indent, "  ");
}

TEST_F(LineOrder, ThatOrderIsTheLessonsCodeWithoutItsMarks)
{
    const Result<LineFrame> frame = frameOf(lesson, question());
    ASSERT_TRUE(frame);
    const std::string text = laidText(*frame, question(), frame->own);
    EXPECT_EQ(variantWith(lesson, text), "fixed");
    EXPECT_EQ(text.find("mark:"), std::string::npos);
    EXPECT_NE(text.find("\n  cache.set(key, response);\n  println(\"cached \", response);\n  co_await channel.send(response);\n}\n"), std::string::npos)
        << text;
}

TEST_F(LineOrder, AnotherOrderIsAnotherVersionOrNone)
{
    const Result<LineFrame> frame = frameOf(lesson, question());
    ASSERT_TRUE(frame);
    std::vector<int> order = frame->own;
    std::swap(order[1], order[2]);
    EXPECT_EQ(variantWith(lesson, laidText(*frame, question(), order)), "buggy") << "send, then store";
    EXPECT_EQ(variantWith(lesson, laidText(*frame, question(), {0})), "");
}

TEST_F(LineOrder, KnowsWhatItHasLaid)
{
    const Result<LineFrame> frame = frameOf(lesson, question());
    ASSERT_TRUE(frame);
    EXPECT_TRUE(isLaid(*frame, question(), laidText(*frame, question(), {3, 0})));
    EXPECT_TRUE(isLaid(*frame, question(), laidText(*frame, question(), {})));
    std::string typed = laidText(*frame, question(), {3, 0});
    typed.insert(typed.size() - 2, "  // mine\n");
    EXPECT_FALSE(isLaid(*frame, question(), typed));
    EXPECT_FALSE(isLaid(*frame, question(), "int main() {}\n"));
}

TEST_F(LineOrder, LinesThatDoNotLieTogetherAreTold)
{
    Predict apart = question();
    apart.pieces = {"println(\"miss \", key);", "co_await channel.send(response);", "nothing of the file"};
    const Result<LineFrame> frame = frameOf(lesson, apart);
    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().line, apart.line);
    EXPECT_TRUE(frame.error().message.starts_with("Between the lines of the question, fixed.cpp has others, such as line 11")) << frame.error().message;

    apart.pieces = {"nothing", "of the file"};
    const Result<LineFrame> none = frameOf(lesson, apart);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message, "None of the lines stands in fixed.cpp.");
}

} // namespace
} // namespace awaitscope
