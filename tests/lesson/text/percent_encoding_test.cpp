// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/percent_encoding.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(PercentEncoding, LeavesUnreservedCharactersAlone)
{
    EXPECT_EQ(percentEncoded("alan-caches_requests.v2~"), "alan-caches_requests.v2~");
    EXPECT_EQ(percentEncoded("a b&c=d%→"), "a%20b%26c%3Dd%25%E2%86%92");
}

TEST(PercentEncoding, GivesEveryByteBack)
{
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    EXPECT_EQ(tryPercentDecode(percentEncoded(bytes)), bytes);
}

TEST(PercentEncoding, RefusesAPercentSignWithoutTwoDigits)
{
    EXPECT_EQ(tryPercentDecode("%e2%86%92"), "→") << "small digits are fine";
    for (const char* const text : {"%", "%4", "%4g", "%g4", "a%+1", "%-1", "% 1", "%0x"})
        EXPECT_EQ(tryPercentDecode(text), std::nullopt) << text;
}

} // namespace
} // namespace awaitscope
