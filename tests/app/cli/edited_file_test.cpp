// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "support/edited_alan.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace awaitscope::cli {

class EditedFileTest : public testing::Test
{
protected:
    ~EditedFileTest() override { std::filesystem::remove(path); }

    Outcome call(const std::string& command, const std::string& text, std::vector<std::string> more = {})
    {
        std::ofstream{path} << text;
        std::vector<std::string> arguments{command, "alan-caches-requests", "--file", path};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    }
    static std::string original()
    {
        const std::vector<BuiltInLesson> lessons = builtInLessons();
        for (const LessonFile& file : lessons.front().files) {
            if (file.name == "fixed.cpp")
                return file.text;
        }
        return {};
    }

    std::string path = testing::TempDir() + "edited-" + std::to_string(getpid()) + ".cpp";
};

TEST_F(EditedFileTest, RunsInPlaceOfTheVariant)
{
    const Outcome outcome = call("run", original(), {"--timeout", "250ms", "--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const auto json = nlohmann::ordered_json::parse(outcome.out);
    EXPECT_EQ(json["variant"], "my-buggy");
    EXPECT_EQ(json["checks"][0]["verdict"], "holds");
}

TEST_F(EditedFileTest, IsSweptBesideTheVariantsOfTheLesson)
{
    const Outcome outcome = call("sweep", original(), {"--json"});
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    const auto variants = nlohmann::ordered_json::parse(outcome.out)["variants"];
    ASSERT_EQ(variants.size(), 3U);
    EXPECT_EQ(variants[1]["variant"], "my-buggy");
    EXPECT_EQ(variants[1]["map"], variants[2]["map"]);
}

TEST_F(EditedFileTest, WhatDoesNotCompileIsAFaultByTheNameThatWasGiven)
{
    const Outcome outcome = call("run", test::editedAlan("println(respones);"));
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(outcome.err.starts_with(path + ":13:")) << outcome.err;
}

TEST_F(EditedFileTest, AWarningGoesBesideTheResult)
{
    const Outcome outcome = call("run", test::editedAlan("int unused = 4;"), {"--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::done);
    EXPECT_NE(outcome.err.find("13:7: warning"), std::string::npos) << outcome.err;
    EXPECT_FALSE(outcome.out.empty());
}

TEST_F(EditedFileTest, AFaultHasTheLineOfTheFile)
{
    const Outcome outcome = call("run", test::editedAlan("throw std::runtime_error(\"no such luck\");"));
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_TRUE(outcome.err.starts_with(path + ":13: ") && outcome.err.find("no such luck") != std::string::npos) << outcome.err;
}

TEST_F(EditedFileTest, SanitizersSayWhatTheyFind)
{
    const Outcome outcome = call("run", test::editedAlan("auto* p = new int(3); delete p; println(*p);"), {"--sanitize"});
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_NE(outcome.err.find("heap-use-after-free"), std::string::npos) << outcome.err;
}

TEST_F(EditedFileTest, WhatCannotBeReadIsWrongUse)
{
    for (const std::string& bad : {std::string{"/nowhere/my.cpp"}, std::string{"/"}, std::string{}}) {
        const auto read = readCommandLine({"run", "alan-caches-requests", "--file", bad});
        const Outcome outcome = std::holds_alternative<Outcome>(read)
                                    ? std::get<Outcome>(read)
                                    : execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
        EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse) << bad;
        EXPECT_NE(outcome.err, "");
    }
    EXPECT_EQ(call("run", "\xff\xfe").exitCode, ExitCode::wrongUse);
    const auto alone = readCommandLine({"run", "alan-caches-requests", "--sanitize"});
    ASSERT_TRUE(std::holds_alternative<Outcome>(alone));
    EXPECT_NE(std::get<Outcome>(alone).err.find("--file"), std::string::npos);
}

TEST_F(EditedFileTest, WithoutAWorkerSaysSo)
{
    std::ofstream{path} << original();
    const auto read = readCommandLine({"run", "alan-caches-requests", "--file", path});
    const Outcome outcome = execute(std::get<Request>(read), builtInLessons(), {});
    EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse);
    EXPECT_NE(outcome.err.find("awaitscope-worker"), std::string::npos);
}

} // namespace awaitscope::cli
