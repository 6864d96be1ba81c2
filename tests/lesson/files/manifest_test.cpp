// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"
#include "lesson/format/scenario.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

TEST(Manifest, ReadsEveryKey)
{
    const Lesson lesson = example::lesson();
    EXPECT_EQ(lesson.title, "An example");
    EXPECT_EQ(lesson.order, 7);
    EXPECT_EQ(lesson.pattern, "effect after an await");
    EXPECT_EQ(lesson.subject, "get_response");
    EXPECT_EQ(lesson.caller, "serve");
    EXPECT_EQ(lesson.models, (std::vector{CancelModel::asio, CancelModel::drop}));

    ASSERT_EQ(lesson.parameters.size(), 2U);
    const ParameterSpec* const client = lesson.findParameter("client");
    ASSERT_NE(client, nullptr);
    EXPECT_EQ(client->title, "The client is not ready for");
    EXPECT_EQ(client->defaultValue, 100ms);
    EXPECT_EQ(client->minimum, 0ms);
    EXPECT_EQ(client->maximum, 1s);

    ASSERT_EQ(lesson.variants.size(), 2U);
    EXPECT_EQ(lesson.variants[0].name, "buggy") << "in the order of the file";
    EXPECT_EQ(lesson.variants[0].file, "buggy.cpp");
    EXPECT_EQ(lesson.variants[1].kind, VariantKind::fixed);
    EXPECT_EQ(lesson.variants[1].price, "The response is cached even when the client never got it.");

    ASSERT_EQ(lesson.checks.size(), 1U);
    EXPECT_EQ(lesson.checks[0].id, "obtained-response-is-cached");
    EXPECT_EQ(lesson.checks[0].holdsText, "cached");
    EXPECT_EQ(lesson.checks[0].violatedText, "lost");
    EXPECT_EQ(lesson.checks[0].notApplicableText, "nothing fetched yet");
}

TEST(Manifest, AVariantCanBeKeptForLater)
{
    const LessonReading reading =
        example::read(example::filesWith("lesson.toml", "kind = \"fixed\"", "kind = \"fixed\"\nshown = false"));
    ASSERT_TRUE(reading.errors.empty()) << example::errorsOf(reading);
    EXPECT_EQ(defaultScenario(reading.lesson).variants, std::vector<std::string>{"buggy"});
    EXPECT_EQ(toText(*parseScenario("awaitscope:?variants=buggy,fixed", reading.lesson, defaultScenario(reading.lesson)), reading.lesson),
              "awaitscope:example?variants=buggy,fixed");
}

struct BrokenManifest
{
    const char* from;
    const char* to;
    const char* error; ///< its start
};

TEST(Manifest, EachMistakeIsNamedWithItsLine)
{
    const std::vector<BrokenManifest> breaks = {
        {"title = \"An example\"\n", "", "lesson.toml:1: A lesson needs the key title."},
        {"title = \"An example\"", "title = \" \"", "lesson.toml:1: title must not be empty."},
        {"title = \"An example\"", "title = 3", "lesson.toml:1: title must be a text in quotes."},
        {"title = \"An example\"", "title = An example", "lesson.toml:1: This is not TOML: "},
        {"order = 7", "order = \"7\"", "lesson.toml:2: order must be a whole number."},
        {"order = 7", "order = -7", "lesson.toml:2: order is out of range."},
        {"order = 7", "order = 7\norder = 8", "lesson.toml:"},
        {"order = 7", "order = 7\ncolour = \"red\"",
         "lesson.toml:3: A lesson has no key \"colour\". Allowed: title, order, pattern, summary, law, minutes, author, subject, caller, "
         "models, parameter, "
         "variant, check, retelling and traffic."},
        {"\"asio\", \"drop\"", "\"asio\", \"rust\"",
         "lesson.toml:7: models cannot have \"rust\". Allowed: asio, drop and eager."},
        {"\"asio\", \"drop\"", "\"asio\", \"asio\"", "lesson.toml:7: models has \"asio\" twice."},
        {"\"asio\", \"drop\"", "", "lesson.toml:7: models must not be empty."},
        {"[\"asio\", \"drop\"]", "\"asio\"", "lesson.toml:7: models must be a list of texts"},
        {"name = \"downstream\"", "name = \"timeout\"", "lesson.toml:10: A parameter cannot be called \"timeout\""},
        {"name = \"downstream\"", "name = \"client\"", "lesson.toml:17: The name \"client\" is there twice."},
        {"name = \"downstream\"", "name = \"Down stream\"", "lesson.toml:10: name cannot be \"Down stream\"."},
        {"name = \"downstream\"\n", "", "lesson.toml:9: [[parameter]] needs the key name."},
        {"default = \"200ms\"", "default = \"2s\"",
         "lesson.toml:12: default is 2s, which is not within minimum and maximum (0ms to 1s)."},
        {"default = \"200ms\"", "default = \"200\"", "lesson.toml:12: default cannot be \"200\"."},
        {"default = \"200ms\"", "default = 200", "lesson.toml:12: default must be a text in quotes."},
        {"minimum = \"0ms\"", "minimum = \"3s\"", "lesson.toml:13: minimum is more than maximum."},
        {"maximum = \"1s\"", "maximum = \"1s\"\nunit = \"ms\"", "lesson.toml:15: [[parameter]] has no key \"unit\"."},
        {"name = \"buggy\"", "name = \"fixed\"", "lesson.toml:29: The name \"fixed\" is there twice."},
        {"name = \"buggy\"", "name = \"other\"", "other.cpp: The file is missing."},
        {"name = \"buggy\"", "name = \"scenario\"", "lesson.toml:24: A variant cannot be called scenario"},
        {"kind = \"buggy\"", "kind = \"broken\"",
         "lesson.toml:26: kind cannot be \"broken\". Allowed: buggy or fixed."},
        {"kind = \"buggy\"", "kind = \"buggy\"\nprice = \"none\"", "lesson.toml:27: A buggy variant has no price."},
        {"price = \"The response is cached even when the client never got it.\"\n", "",
         "lesson.toml:31: A fixed variant needs a price"},
        {"kind = \"buggy\"", "kind = \"buggy\"\nmodels = [\"eager\"]",
         "lesson.toml:27: The variant buggy cannot have eager in models: the lesson's own models do not have it."},
        {"order = 7", "order = 7\nminutes = \"20\"", "lesson.toml:3: minutes must be a whole number."},
        {"kind = \"buggy\"", "kind = \"buggy\"\nshown = \"no\"", "lesson.toml:27: shown must be true or false"},
        {"kind = \"buggy\"", "kind = \"fixed\"\nprice = \"none\"",
         "lesson.toml:23: A lesson needs a variant of kind buggy"},
        {"[[check]]", "[[checks]]", "lesson.toml:1: A lesson needs at least one [[check]]."},
        {"[[check]]", "[check]", "lesson.toml:34: check must be written as [[check]]"},
        {"not-applicable = \"nothing fetched yet\"\n", "", "lesson.toml:34: [[check]] needs the key not-applicable."},
        {"title = \"An", "title = \"\xff", "lesson.toml:1: The file is not UTF-8."},
    };
    for (const BrokenManifest& item : breaks) {
        const LessonReading reading = example::read(example::filesWith("lesson.toml", item.from, item.to));
        ASSERT_FALSE(reading.errors.empty()) << item.to;
        const std::string errors = '\n' + example::errorsOf(reading);
        EXPECT_NE(errors.find('\n' + std::string{item.error}), std::string::npos)
            << "expected " << item.error << "\ngot " << errors;
    }
}

} // namespace
} // namespace awaitscope
