// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/text.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(Text, TellsUtf8FromOtherBytes)
{
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("user/42 → v2, \U0001F600"));
    EXPECT_FALSE(isUtf8("\xff"));
    EXPECT_FALSE(isUtf8("\xc0\xaf")) << "an overlong slash";
    EXPECT_FALSE(isUtf8("\xed\xa0\x80")) << "a surrogate";
    EXPECT_FALSE(isUtf8("\xf4\x90\x80\x80")) << "past the last character";
    EXPECT_FALSE(isUtf8("cut \xe2\x86"));
}

TEST(Text, CountsColumnsRatherThanBytes)
{
    EXPECT_EQ(displayWidth("v1 → v2"), 7U);
    EXPECT_EQ(displayWidth("e\xcc\x81"), 1U) << "a combining accent takes no column";
    EXPECT_EQ(displayWidth("漢字"), 4U);
    EXPECT_EQ(paddedRight("→", 3), "→  ");
    EXPECT_EQ(paddedLeft("→", 3), "  →");
    EXPECT_EQ(paddedLeft("longer", 3), "longer");
}

TEST(Text, ShortensToColumnsWithAnEllipsis)
{
    EXPECT_EQ(shortened("three weeks old", 15), "three weeks old");
    EXPECT_EQ(shortened("three weeks old", 8), "three w…");
    EXPECT_EQ(shortened("漢字漢字", 5), "漢字…");
    EXPECT_EQ(shortened("ab", 1), "…");
}

TEST(Text, WrapsAtBlanksAndBreaksOnlyWordsThatAreTooLong)
{
    using Lines = std::vector<std::string>;
    EXPECT_EQ(wrapped("three weeks old", 11, 11), (Lines{"three weeks", "old"}));
    EXPECT_EQ(wrapped("three weeks old", 3, 11), (Lines{"thr", "ee weeks", "old"}))
        << "not even the first line has room for it";
    EXPECT_EQ(wrapped("a abcdefgh", 4, 4), (Lines{"a", "abcd", "efgh"}));
    EXPECT_EQ(wrapped("  0 ms  miss", 12, 12), (Lines{"  0 ms  miss"})) << "blanks that line things up stay";
    EXPECT_EQ(wrapped("", 4, 4), (Lines{""}));
}

TEST(Text, QuotesAnythingPrintably)
{
    EXPECT_EQ(inQuotes("two words"), "\"two words\"");
    EXPECT_EQ(inQuotes(std::string_view{"a\nb\0c\xff", 6}), "\"a\\x0ab\\x00c\\xff\"");
    EXPECT_EQ(inQuotes("\xe2\x80\xae"
                       "evil"),
              "\"\\xe2\\x80\\xaeevil\"")
        << "a right-to-left override";
    EXPECT_LE(displayWidth(inQuotes(std::string(10000, 'x'))), 42U);
}

TEST(Text, ListsWordsForPeople)
{
    EXPECT_EQ(listed({}), "");
    EXPECT_EQ(listed({"a"}), "a");
    EXPECT_EQ(listed({"a", "b"}, "or"), "a or b");
    EXPECT_EQ(listed({"a", "b", "c"}), "a, b and c");
}

TEST(Text, SplitsLinesOfEitherKind)
{
    EXPECT_EQ(linesOf("a\nb\r\n\nc"), (std::vector<std::string_view>{"a", "b", "", "c"}));
    EXPECT_EQ(linesOf("a\n"), (std::vector<std::string_view>{"a"}));
    EXPECT_TRUE(linesOf("").empty());
}

TEST(Text, KnowsPlainNames)
{
    for (const char* const name : {"buggy", "alan-caches-requests", "v2", "make_request"})
        EXPECT_TRUE(isPlainName(name)) << name;
    for (const char* const name : {"", "-a", "a-", "a--b", "A", "ä", "a b", "a.b", "../x"})
        EXPECT_FALSE(isPlainName(name)) << name;
    EXPECT_FALSE(isPlainName(std::string(65, 'a')));
}

TEST(PlainText, KeepsWhatATraceMayHoldAndShowsTheRest)
{
    EXPECT_EQ(plainText("user/42 → v2\tx\n", 100), "user/42 → v2\tx\n");
    EXPECT_EQ(plainText("a\x01\xff\x7f", 100), "a\\x01\\xff\\x7f");
    EXPECT_EQ(plainText("abcdef", 6), "abcdef");
    EXPECT_EQ(plainText("abcdefg", 6), "abc…");
    EXPECT_EQ(plainText("ab→defgh", 6), "ab…");
}

} // namespace
} // namespace awaitscope
