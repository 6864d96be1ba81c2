// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/scenario_file.hpp"
#include "lesson/text/text.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace awaitscope {
namespace {

const std::string scenario = "awaitscope:alan-caches-requests?model=drop&timeout=250ms&time=210ms&client=50ms";

std::string errorOf(std::string_view text)
{
    const Result<ScenarioFile> file = readScenarioFile(text, "a.awaitscope");
    return file ? "no error: " + file->scenario : file.error().toText();
}

std::string withKey(const std::string& more)
{
    return R"({"format": "awaitscope-scenario", "version": 1, "scenario": "awaitscope:alan-caches-requests")" + more + "}";
}

TEST(ScenarioFile, IsReadAsItWasWritten)
{
    const ScenarioFile file{scenario};
    const Result<ScenarioFile> again = readScenarioFile(toFileText(file), "a.awaitscope");
    ASSERT_TRUE(again) << again.error().toText();
    EXPECT_EQ(*again, file);
    EXPECT_EQ(whyNotShown(*again, "a.awaitscope", test::builtInCatalogue()), std::nullopt);
}

TEST(ScenarioFile, IsShortAndSaysWhatItIs)
{
    EXPECT_EQ(toFileText({"awaitscope:alan-caches-requests?timeout=250ms"}), R"({
  "format": "awaitscope-scenario",
  "version": 1,
  "scenario": "awaitscope:alan-caches-requests?timeout=250ms",
  "edits": []
}
)");
}

TEST(ScenarioFile, NeedsNoEdits) { EXPECT_TRUE(errorOf(withKey("")).starts_with("no error")); }

TEST(ScenarioFile, HoldsTheCodeOfASandbox)
{
    const ScenarioFile page{"awaitscope:sandbox?cancel=100ms", PageFile{"mine.cpp", "awaitable<void> run()\n{\n\tco_return;\n}\n"}};
    const Result<ScenarioFile> read = readScenarioFile(toFileText(page), "mine.awaitscope");
    ASSERT_TRUE(read) << read.error().toText();
    EXPECT_EQ(*read, page);
    const auto errorOfEdits = [](const std::string& edits) {
        const auto result = readScenarioFile(R"({"format": "awaitscope-scenario", "version": 1, "scenario": "awaitscope:sandbox", "edits": )" + edits + "}", "a");
        return result ? std::string{"no error"} : result.error().message;
    };
    EXPECT_TRUE(errorOfEdits("[]").find("does not hold its code") != std::string::npos);
    EXPECT_TRUE(errorOfEdits(R"([{"file": "a.cpp"}])").find("Allowed: an object with file and text.") != std::string::npos);
    EXPECT_TRUE(errorOfEdits(R"([{"file": "../a.cpp", "text": ""}])").find("without folders") != std::string::npos);
    EXPECT_TRUE(errorOfEdits(R"([{"file": "a.cpp", "text": "\u0000"}])").find("edits[0].text") != std::string::npos);
    EXPECT_EQ(errorOfEdits(R"([{"file": "a.cpp", "text": ")" + std::string(40'000, 'x') + R"("}])"),
              "edits[0].text: The file is too long. Allowed: up to 32768 bytes.");
    EXPECT_EQ(errorOfEdits(R"([{"file": "a.cpp", "text": "int x;"}])"), "no error");
}

TEST(ScenarioFile, CutAnywhereIsExplained)
{
    const std::string whole = toFileText({scenario});
    for (std::size_t length = 0; length < whole.rfind('}'); ++length) {
        const std::string error = errorOf(whole.substr(0, length));
        EXPECT_TRUE(error.starts_with("a.awaitscope:")) << length << ": " << error;
        EXPECT_NE(error.find("Allowed: "), std::string::npos) << error;
    }
}

TEST(ScenarioFile, DamagedIsExplainedWithItsPlace)
{
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "a.awaitscope: The file is empty."},
        {" \n", "a.awaitscope: The file is empty."},
        {"hello", "a.awaitscope:1: This is not JSON"},
        {"{\n  \"format\": \"awaitscope-scenario\",\n  oops\n}", "a.awaitscope:3: This is not JSON"},
        {std::string("\x89PNG\r\n\x1a\n\0\0", 10), "a.awaitscope:1: The file is not UTF-8"},
        {std::string("{\0}", 3), "a.awaitscope:1: "},
        {"[]", "a.awaitscope: This is no scenario of Awaitscope."},
        {"{}", "a.awaitscope: This is no scenario of Awaitscope."},
        {"42", "a.awaitscope: This is no scenario of Awaitscope."},
        {R"({"format": "awaitscope-trace", "version": 1})", "format cannot be \"awaitscope-trace\""},
        {R"({"format": 7, "version": 1})", "format cannot be 7"},
        {R"({"format": "awaitscope-scenario", "scenario": "x"})", "version cannot be missing"},
        {R"({"format": "awaitscope-scenario", "version": "1"})", "version cannot be \"1\""},
        {R"({"format": "awaitscope-scenario", "version": 0})", "version cannot be 0"},
        {R"({"format": "awaitscope-scenario", "version": 1})", "scenario cannot be missing"},
        {R"({"format": "awaitscope-scenario", "version": 1, "scenario": ["a"]})", "scenario cannot be a list of 1"},
        {withKey(R"(, "scenario": "b")"), "The key \"scenario\" is there twice"},
        {withKey(R"(, "scenari": "b")"), "There is no key \"scenari\". Allowed: format, version, scenario and edits."},
        {withKey(R"(, "edits": "none")"), "edits cannot be \"none\". Allowed: a list."},
        {withKey(R"(, "edits": [{"variant": "buggy"}])"), "text"},
        {withKey(R"(, "edits": [7])"), "edits"},
    };
    for (const auto& [text, said] : cases) {
        const std::string error = errorOf(text);
        EXPECT_NE(error.find(said), std::string::npos) << said << "\n" << error;
        EXPECT_TRUE(isUtf8(error) && findControl(error) == std::string::npos) << error;
        EXPECT_LT(error.size(), 400U) << error;
    }
}

TEST(ScenarioFile, OfALaterVersionIsExplainedBeforeItsKeys)
{
    EXPECT_EQ(errorOf(R"({"format": "awaitscope-scenario", "version": 2, "run": {"lesson": "x"}})"),
              "a.awaitscope: The file is of version 2, and this Awaitscope reads version 1. Open it with a newer "
              "Awaitscope.");
}

TEST(ScenarioFile, WhoseScenarioCannotBeShownIsExplained)
{
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"awaitscope:barbara", "a.awaitscope: scenario: There is no lesson \"barbara\". Allowed: "},
        {"awaitscope:?timeout=1ms", "names no lesson"},
        {"", "names no lesson"},
        {"awaitscope:alan-caches-requests?timeout=soon", "a.awaitscope: scenario: timeout cannot be \"soon\""},
        {"awaitscope:alan-caches-requests?await=9", "a.awaitscope: scenario: "},
        {"awaitscope:alan-caches-requests?time=1s", "a.awaitscope: scenario: "},
    };
    for (const auto& [text, said] : cases) {
        const std::optional<Diagnostic> error = whyNotShown({text}, "a.awaitscope", test::builtInCatalogue());
        ASSERT_TRUE(error) << text;
        EXPECT_NE(error->toText().find(said), std::string::npos) << error->toText();
    }
}

TEST(ScenarioFile, IsToldFromALessonAndAScenarioByItsName)
{
    for (const char* const file : {"a.awaitscope", "/tmp/a b.awaitscope", "../alan.awaitscope"})
        EXPECT_TRUE(namesScenarioFile(file)) << file;
    for (const char* const other : {"", "alan-caches-requests", "../etc/passwd", "awaitscope:a?x=b/c.awaitscope"})
        EXPECT_FALSE(namesScenarioFile(other)) << other;
}

} // namespace
} // namespace awaitscope
