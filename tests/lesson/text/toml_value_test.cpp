// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/toml_value.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(TomlValue, KeepsTheLineOfEveryValueAndTheOrderOfTheFile)
{
    const Result<TomlValue> document =
        parseToml("zebra = \"text\"\napple = 3\n\n[[list]]\nflag = true\n[[list]]\n", "a.toml");
    ASSERT_TRUE(document) << document.error().toText();
    ASSERT_EQ(document->members.size(), 3U);
    EXPECT_EQ(document->members[0].name, "zebra");
    EXPECT_EQ(document->members[0].value.text, "text");
    EXPECT_EQ(document->members[1].value.integer, 3);
    EXPECT_EQ(document->members[1].value.line, 2);
    const TomlValue& list = document->members[2].value;
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items[0].line, 4);
    EXPECT_TRUE(list.items[0].members[0].value.flag);
    EXPECT_EQ(list.items[1].line, 6);
}

TEST(TomlValue, CountsLinesFromWhereTheTextStartsInItsFile)
{
    EXPECT_EQ(parseToml("a = 1\nb = 2\n", "story.md", 10)->members[1].value.line, 11);
    const Result<TomlValue> broken = parseToml("a = 1\nb = \n", "story.md", 10);
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().file, "story.md");
    EXPECT_EQ(broken.error().line, 11);
    EXPECT_EQ(broken.error().message.find('\n'), std::string::npos) << broken.error().message;
}

TEST(TomlValue, ReadsAFileWithWindowsLineEnds)
{
    const Result<TomlValue> document = parseToml("a = \"x\"\r\nb = \"y\"\r\n", "a.toml");
    ASSERT_TRUE(document) << document.error().toText();
    EXPECT_EQ(document->members[1].value.text, "y");
    EXPECT_EQ(document->members[1].value.line, 2);
}

TEST(TomlValue, ReadsAnEmptyDocument)
{
    const Result<TomlValue> document = parseToml("", "a.toml");
    ASSERT_TRUE(document) << document.error().toText();
    EXPECT_EQ(document->kind, TomlValue::Kind::table);
    EXPECT_TRUE(document->members.empty());
}

} // namespace
} // namespace awaitscope
