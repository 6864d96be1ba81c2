// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/manifest.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace awaitscope {
namespace {

const std::string plain = R"(title = "T"
order = 1
pattern = "P"
summary = "S"
subject = "s"
caller = "c"
models = ["asio"]

[[parameter]]
name = "client"
title = "C"
default = "100ms"
minimum = "0ms"
maximum = "1s"

[[variant]]
name = "buggy"
title = "B"
kind = "buggy"

[[variant]]
name = "fixed"
title = "F"
kind = "fixed"
price = "P"

[[check]]
id = "i"
text = "T"
holds = "h"
violated = "v"
not-applicable = "n"
)";

const std::string traffic = R"(
[traffic]
requests = 1000
weeks = 2
release_week = 1
timeout = "350ms"
keys = 20
popularity = 1
time_to_live_hours = 24

[[traffic.times]]
parameter = "client"
spread = 0.15
slow_share = 0.03
slow_factor = 3
)";

struct Reading
{
    Lesson lesson;
    std::vector<Diagnostic> errors;
};

Reading read(const std::string& text)
{
    Reading reading;
    readManifest(text, "lesson.toml", reading.lesson, reading.errors);
    return reading;
}

/// With `from` of the table replaced by `to`.
std::string errorOf(const std::string& from, const std::string& to)
{
    std::string text = traffic;
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    text.replace(place, from.size(), to);
    const Reading reading = read(plain + text);
    EXPECT_EQ(reading.errors.size(), 1U) << to;
    return reading.errors.empty() ? std::string{} : reading.errors.front().toText();
}

TEST(TrafficManifest, IsReadWithNumbersWithAndWithoutAPoint)
{
    EXPECT_FALSE(read(plain).lesson.traffic);
    const Reading reading = read(plain + traffic);
    ASSERT_TRUE(reading.errors.empty()) << reading.errors.front().toText();
    ASSERT_TRUE(reading.lesson.traffic);
    const TrafficSpec& spec = *reading.lesson.traffic;
    EXPECT_EQ(spec.requests, 1000U);
    EXPECT_EQ(spec.timeout, std::chrono::milliseconds{350});
    EXPECT_EQ(spec.popularity, 1.0);
    ASSERT_EQ(spec.times.size(), 1U);
    EXPECT_EQ(spec.times[0], (TrafficTimes{"client", 0.15, 0.03, 0, 3}));
}

TEST(TrafficManifest, SaysWhereItIsWrongAndWhatIsAllowed)
{
    EXPECT_EQ(errorOf("spread = 0.15", "spread = 2.5"), "lesson.toml:45: spread is out of range. Allowed: a number from 0 to 2.");
    EXPECT_EQ(errorOf("spread = 0.15", "spread = inf"), "lesson.toml:45: spread is out of range. Allowed: a number from 0 to 2.");
    EXPECT_EQ(errorOf("spread = 0.15\n", ""), "lesson.toml:43: [[times]] needs the key spread.");
    EXPECT_EQ(errorOf("slow_share = 0.03", "slow_share = -0.1"), "lesson.toml:46: slow_share is out of range. Allowed: a number from 0 to 1.");
    EXPECT_EQ(errorOf("slow_share = 0.03", "slow_share = \"3 %\""), "lesson.toml:46: slow_share is out of range. Allowed: a number from 0 to 1.");
    EXPECT_EQ(errorOf("parameter = \"client\"", "parameter = \"clint\""), "lesson.toml:44: The lesson has no parameter \"clint\". Allowed: client.");
    EXPECT_EQ(errorOf("requests = 1000", "requests = 0"), "lesson.toml:34: The number of requests cannot be 0. Allowed: 1 to 1000000000.");
    EXPECT_EQ(errorOf("timeout = \"350ms\"", "timeout = \"soon\""),
              "lesson.toml:38: timeout cannot be \"soon\". Allowed: a whole number and us, ms or s, such as \"350ms\".");
    EXPECT_NE(errorOf("keys = 20", "keys = 20\nshards = 2").find("[traffic] has no key \"shards\". Allowed: requests, weeks"), std::string::npos);
    EXPECT_EQ(read(plain + "\n[[traffic]]\nrequests = 1\n").errors.front().message, "traffic must be a table, [traffic].");
}

} // namespace
} // namespace awaitscope
