// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/typed_timeout.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

TEST(TypedTimeout, ReadsWhatPeopleType)
{
    const std::pair<const char*, VirtualDuration> cases[] = {
        {"250", 250ms}, {" 250 ms ", 250ms},    {"250ms", 250ms},          {"0.25 s", 250ms},        {"1s", 1s},
        {"0", 0ms},     {"200.001", 200'001us}, {"200,001 ms", 200'001us}, {"200001 us", 200'001us}, {"1.50", 1'500us},
    };
    for (const auto& [text, expected] : cases) {
        const auto timeout = readTypedTimeout(QString::fromUtf8(text));
        ASSERT_TRUE(timeout) << text;
        EXPECT_EQ(*timeout, Timeout{expected}) << text;
    }
    EXPECT_EQ(*readTypedTimeout("None"), Timeout{NoTimeout{}});
}

TEST(TypedTimeout, RefusesEverythingElseInWords)
{
    for (const char* text : {"", "soon", "-5", "5 minutes", "1e3", "2..5", "250 ms 3"}) {
        const auto timeout = readTypedTimeout(text);
        ASSERT_FALSE(timeout) << text;
        EXPECT_NE(timeout.error().message.find("250 ms"), std::string::npos) << "says what can be typed";
    }
    EXPECT_NE(readTypedTimeout("0.0001").error().message.find("finer than a microsecond"), std::string::npos);
    EXPECT_NE(readTypedTimeout("99999999999 s").error().message.find("3600000 ms"), std::string::npos);
}

TEST(TypedTimeout, ReadsItsOwnText)
{
    for (const VirtualDuration duration : {0us, 1us, 200'001us, 250'000us, 3'600'000'000us})
        EXPECT_EQ(*readTypedTimeout(typedTimeoutOf(duration)), Timeout{duration});
    EXPECT_EQ(*readTypedTimeout(typedTimeoutOf(std::nullopt)), Timeout{NoTimeout{}});
}

TEST(TypedTimeout, KeepsAParameterInItsRange)
{
    const ParameterSpec spec{"downstream", "The downstream takes", 200ms, 10ms, 1s};
    EXPECT_EQ(*readTypedParameter("0.5 s", spec), 500ms);
    EXPECT_EQ(*readTypedParameter(" 10 ", spec), 10ms);
    for (const char* text : {"none", "9", "1001 ms", "1h", ""}) {
        const auto value = readTypedParameter(text, spec);
        ASSERT_FALSE(value) << text;
        EXPECT_NE(value.error().message.find("The downstream takes"), std::string::npos) << value.error().message;
        EXPECT_NE(value.error().message.find("from 10 ms to 1000 ms"), std::string::npos) << value.error().message;
    }
}

} // namespace awaitscope
