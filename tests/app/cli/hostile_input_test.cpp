// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "lesson/format/story_reader.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/toml_value.hpp"

#include "started_program.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

// The real program, started without a shell, given what nobody means to give it.

namespace awaitscope {
namespace {

namespace fs = std::filesystem;
using test::Ended;
using test::expectToBeReadable;
using test::Folder;
using test::many;
using test::start;
using test::textOf;
using test::write;
using Texts = std::vector<std::string>;

std::string alan(const std::string& query) { return "awaitscope:alan-caches-requests?" + query; }

struct BadLine
{
    std::string name;
    Texts arguments;
    Texts fragments;
};

std::vector<BadLine> badLines()
{
    const std::string lesson = "alan-caches-requests";
    const std::string durations = "a whole number and us, ms or s, up to 1 hour";
    const auto run = [](std::string scenario) { return Texts{"run", std::move(scenario)}; };
    const auto with = [&](Texts options) {
        options.insert(options.begin(), {"run", lesson});
        return options;
    };
    return {
        {"no command", {}, {"A subcommand is missing", "run, share, show, sweep, traffic and verify"}},
        {"an empty command", {""}, {"no command \"\""}},
        {"a command of control characters", {"\x1b[31m"}, {R"(no command "\x1b[31m")"}},
        {"a command that is not UTF-8", {"\xff\xfe"}, {R"(no command "\xff\xfe")"}},
        {"a command of 100,000 letters", {many(100'000, "a")}, {"no command \"aaa", "…"}},
        {"an unknown flag", with({"--bogus"}), {"--bogus", "not expected"}},
        {"a flag of control characters", with({"--b\x1b[2J"}), {R"(--b\x1b[2J)"}},
        {"a flag that is not UTF-8", with({"--\xc3\x28"}), {R"(--\xc3()"}},
        {"a flag of 100,000 letters", with({"--" + many(100'000, "a")}), {"--aaa", "…"}},
        {"a flag without its value", with({"--timeout"}), {"--timeout", "missing"}},
        {"a flag twice", with({"--timeout", "1ms", "--timeout", "2ms"}), {"--timeout", "1"}},
        {"a second lesson", with({"other"}), {"other", "not expected"}},
        {"a value for a switch", with({"--json=maybe"}), {"--json", "maybe"}},
        {"a colour that is not one", with({"--color=mauve"}), {"--color", "mauve", "auto,always,never"}},
        {"no lesson to run", {"run"}, {"LESSON is required"}},
        {"no lesson to sweep", {"sweep"}, {"LESSON is required"}},
        {"nothing to verify", {"verify"}, {"verify takes one lesson, one folder or --all"}},
        {"a lesson to verify and all", {"verify", "--all", lesson}, {"verify takes one lesson, one folder or --all"}},
        {"a folder that is not there", {"verify", "/nonexistent"}, {"no lesson or folder \"/nonexistent\""}},
        {"a folder of direction marks", {"verify", "/\u202Etxt"}, {R"("/\xe2\x80\xaetxt")"}},
        {"a folder with a name of 100,000", {"verify", many(100'000, "x")}, {"no lesson or folder \"xxx", "…"}},
        {"an empty lesson", run(""), {"\"\" names no lesson"}},
        {"a lesson of blanks", run(" \t\r\n"), {"names no lesson"}},
        {"a lesson that is not there", run("nothing"), {"There is no lesson \"nothing\"", lesson}},
        {"a lesson that is not UTF-8", run("\xff\xfe"), {R"("\xff\xfe" is not UTF-8)"}},
        {"a lesson in an overlong form", run("\xc0\xaf"), {R"("\xc0\xaf" is not UTF-8)"}},
        {"a surrogate", run("\xed\xa0\x80"), {"is not UTF-8"}},
        {"a lesson behind a byte order mark", run("\uFEFF" + lesson), {R"("\xef\xbb\xbfalan)", "names no lesson"}},
        {"a lesson of direction marks", run("\u202Enala"), {R"("\xe2\x80\xaenala")"}},
        {"a path for a lesson", run("../../etc/passwd"), {"\"../../etc/passwd\" names no lesson"}},
        {"a lesson in capitals", run("ALAN-CACHES-REQUESTS"), {"names no lesson"}},
        {"another scheme", run("https://example.org"), {"names no lesson"}},
        {"the scheme alone", run("awaitscope:"), {"names no lesson"}},
        {"a change of nothing", run("awaitscope:?await=2"), {"names no lesson"}},
        {"an encoded lesson that breaks off", run("awaitscope:alan%2"), {"names no lesson"}},
        {"an encoded NUL in the lesson", run("awaitscope:alan%00"), {"names no lesson"}},
        {"a scenario of 100,000 bytes", run(alan(many(100'000, "a"))), {"too long", "up to 4096 bytes"}},
        {"a scenario of 4097 bytes", run(many(4097, "a")), {"too long", "up to 4096 bytes"}},
        {"a key alone", run(alan("timeout")), {"\"timeout\" has no value", "key=value"}},
        {"only separators", run(alan("&&&")), {"\"\" has no value"}},
        {"an empty key", run(alan("=1ms")), {"no setting \"\"", "timeout"}},
        {"an unknown key", run(alan("speed=3")), {"no setting \"speed\"", "variants, model, cancel_on, timeout, await, start, time"}},
        {"a key with a line end", run(alan("a%0Ab=1")), {R"("a\x0ab")"}},
        {"a key of NULs", run(alan("%00%00=1")), {R"("\x00\x00")"}},
        {"a % without digits", run(alan("timeout=%")), {"without two hexadecimal digits", "%25"}},
        {"a % with wrong digits", run(alan("timeout=%zz")), {"without two hexadecimal digits"}},
        {"an encoded value that is not UTF-8", run(alan("timeout=%FF")), {"not UTF-8 once its %XX are decoded"}},
        {"a key twice", run(alan("timeout=1ms&timeout=1ms")), {"\"timeout\" is there twice"}},
        {"a key twice, once encoded", run(alan("time=0ms&%74ime=0ms")), {"\"time\" is there twice"}},
        {"await and timeout", run(alan("await=1&timeout=1ms")), {"both await and timeout"}},
        {"--await and --timeout", with({"--await", "1", "--timeout", "1ms"}), {"both --timeout and --await"}},
        {"an empty timeout", run(alan("timeout=")), {"timeout cannot be an empty value", durations}},
        {"a timeout without a unit", run(alan("timeout=250")), {"timeout cannot be \"250\"", durations}},
        {"a timeout of minutes", run(alan("timeout=1min")), {"timeout cannot be \"1min\"", durations}},
        {"a timeout with a fraction", run(alan("timeout=1.5ms")), {"timeout cannot be \"1.5ms\"", durations}},
        {"a negative timeout", run(alan("timeout=-1ms")), {"timeout cannot be \"-1ms\"", durations}},
        {"a timeout with a plus", run(alan("timeout=%2B1ms")), {"timeout cannot be \"+1ms\"", durations}},
        {"a timeout of Arabic digits", run(alan("timeout=١ms")), {"timeout cannot be \"١ms\"", durations}},
        {"a timeout over an hour", run(alan("timeout=3601s")), {"timeout cannot be \"3601s\"", durations}},
        {"a timeout past 64 bits", run(alan("timeout=99999999999999999999us")), {"timeout cannot be", durations}},
        {"a timeout that overflows by its unit", run(alan("timeout=9223372036854775807s")), {durations}},
        {"a timeout with a NUL", run(alan("timeout=1ms%00")), {R"(timeout cannot be "1ms\x00")"}},
        {"a flag's value of 100,000 digits", with({"--timeout", many(100'000, "1")}), {"--timeout", "too long", "256"}},
        {"an empty flag's value", with({"--timeout", ""}), {"timeout cannot be an empty value"}},
        {"an await of 0", run(alan("await=0")), {"await cannot be \"0\"", "from 1"}},
        {"a negative await", run(alan("await=-1")), {"await cannot be \"-1\"", "from 1"}},
        {"an await past 32 bits", run(alan("await=99999999999")), {"await cannot be \"99999999999\""}},
        {"an await in hexadecimal", run(alan("await=0x1")), {"await cannot be \"0x1\""}},
        {"an await that is not there", run(alan("await=99")), {"await=99", "1 to 2"}},
        {"the largest await", run(alan("await=2147483647")), {"await=2147483647", "1 to 2"}},
        {"a time past the end", run(alan("time=3600s")), {"time=3600s", "past the end", "400ms"}},
        {"a time of nothing", run(alan("time=")), {"time cannot be an empty value"}},
        {"a model that is not one", run(alan("model=rust")), {"model cannot be \"rust\"", "asio, drop or eager"}},
        {"a model in capitals", with({"--model", "ASIO"}), {"model cannot be \"ASIO\"", "asio, drop or eager"}},
        {"a variant that is not there",
         run(alan("variants=worse")),
         {"variants cannot be \"worse\"", "buggy, fixed, task and unwaited"}},
        {"a variant twice", run(alan("variants=buggy,buggy")), {"variants cannot be \"buggy,buggy\"", "each once"}},
        {"2,000 commas", run(alan("variants=" + many(2000, ","))), {"variants cannot be \",,,", "…"}},
        {"variants that end in a comma", run(alan("variants=buggy,")), {"variants cannot be \"buggy,\""}},
        {"a parameter out of range", run(alan("client=3600s")), {"client cannot be \"3600s\"", " to "}},
        {"a parameter of nothing", with({"--set", ""}), {"--set cannot be \"\"", "client=TIME"}},
        {"a parameter without a value", with({"--set", "client"}), {"--set cannot be \"client\"", "client=TIME"}},
        {"a reserved key as a parameter", with({"--set", "timeout=1ms"}), {"--set cannot be \"timeout=1ms\""}},
        {"a parameter that smuggles a key",
         with({"--set", "client=1ms&await=1"}),
         {"client cannot be \"1ms&await=1\""}},
        {"a parameter twice", with({"--set", "client=1ms", "--set", "client=2ms"}), {"\"client\" is there twice"}},
        {"a sweep of nothing", {"sweep", alan("model=")}, {"model cannot be an empty value"}},
    };
}

TEST(HostileInput, OnTheCommandLineGivesOneMessageAndNothingElse)
{
    const std::vector<BadLine> lines = badLines();
    EXPECT_GE(lines.size(), 80U);
    for (const BadLine& line : lines) {
        SCOPED_TRACE(line.name);
        const Ended ended = start(line.arguments);
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.out, "");
        expectToBeReadable(ended.err);
        EXPECT_EQ(linesOf(ended.err).size(), 1U) << ended.err;
        EXPECT_TRUE(ended.err.ends_with(".\n")) << ended.err;
        for (const std::string& fragment : line.fragments)
            EXPECT_NE(ended.err.find(fragment), std::string::npos) << fragment << "\nis not in\n" << ended.err;
    }
}

struct BadFile
{
    std::string name;
    std::string file;
    std::string text;
    Texts fragments;
    std::size_t mistakes = 1; ///< each has a message; what is far too many is cut
};

std::vector<BadFile> badFiles(const fs::path& lesson)
{
    const std::string manifest = textOf(lesson / "lesson.toml");
    const std::string story = textOf(lesson / "story.md");
    const std::string toml = "lesson.toml";
    const std::string md = "story.md";
    const std::string depth = std::to_string(deepestToml);
    const std::string start = "# T\n## S\n";
    const auto changed = [&](const std::string& what, const std::string& to) {
        std::string text = manifest;
        return text.replace(text.find(what), what.size(), to);
    };
    return {
        {"an empty manifest", toml, "", {"lesson.toml", "is empty"}},
        {"half a manifest", toml, manifest.substr(0, manifest.size() / 2), {"lesson.toml:"}},
        {"a manifest of NULs", toml, std::string(100, '\0'), {"lesson.toml:1: ", R"("\x00")"}},
        {"a NUL in its third line", toml, "a = 1\nb = 2\nc = \"" + std::string(1, '\0') + "\"\n", {"lesson.toml:3: "}},
        {"a manifest in UTF-16",
         toml,
         std::string("\xff\xfe"
                     "a\0=\0",
                     6),
         {"lesson.toml:1: ", "not UTF-8"}},
        {"a manifest of 1 MB",
         toml,
         many(1 << 20, "#"),
         {"lesson.toml: ", "too long", std::to_string(largestToml)}},
        {"30,000 brackets", toml, "a = " + many(30'000, "["), {"lesson.toml:1: ", "too deep", depth}},
        {"10,000 inline tables", toml, "a = 1\nb = " + many(10'000, "{a="), {"lesson.toml:2: ", "too deep", depth}},
        {"a key of 15,000 dots", toml, many(15'000, "a.") + "a = 1\n", {"lesson.toml:1: ", "too deep"}},
        {"a heading of 15,000 dots", toml, "[" + many(15'000, "a.") + "a]\n", {"lesson.toml:1: ", "too deep"}},
        {"brackets behind a string",
         toml,
         "a = '\\'\nb = \"\\\"\"\nc = " + many(999, "["),
         {"lesson.toml:3: ", "too deep"}},
        {"3,200 keys in an inline table",
         toml,
         "a = {" +
             [] {
                 std::string keys;
                 for (int index = 0; index < 3200; ++index)
                     keys += "k" + std::to_string(index) + "=1,";
                 return keys;
             }()
             + "z=1}",
         {"lesson.toml:1: ", "too many keys", std::to_string(mostTomlKeys)}},
        {"a runtime that there is not", toml, changed("\"tokio\"", "\"toKio\""), {"toKio", "tokio, node or asyncio"}},
        {"Rust that is not UTF-8", "rust/buggy.rs", textOf(lesson / "rust/buggy.rs") + "// \377\n", {"rust/buggy.rs:1: ", "not UTF-8"}},
        {"JavaScript that clears the screen", "js/fixed.mjs", "// \x1b[2J\n" + textOf(lesson / "js/fixed.mjs"), {"js/fixed.mjs:1: ", R"("\x1b")"}},
        {"Python of NULs", "python/fixed.py", std::string(100, '\0'), {"python/fixed.py:1: ", R"("\x00")"}},
        {"a key twice", toml, "title = \"a\"\ntitle = \"b\"\n", {"lesson.toml:", "This is not TOML"}},
        {"a table and a value", toml, "a = 1\n[a]\n", {"lesson.toml:", "This is not TOML"}},
        {"a number past 64 bits", toml, changed("order = 1\n", "order = 99999999999999999999\n"), {"lesson.toml:3"}},
        {"a number past 32 bits",
         toml,
         changed("order = 1\n", "order = 9999999999\n"),
         {"lesson.toml:3: order is out of range"}},
        {"a string that does not end", toml, "title = \"abc\n", {"lesson.toml:1: This is not TOML"}},
        {"a long string that does not end", toml, "title = '''abc\n", {"lesson.toml:1: This is not TOML"}},
        {"a direction mark", toml, "title = \"\u202Eabc\"\n", {"lesson.toml:1: ", R"(\xe2\x80\xae)"}},
        {"an escaped surrogate", toml, "title = \"\\ud800\"\n", {"lesson.toml:1"}},
        {"a month 99", toml, "order = 2020-99-99\n", {"lesson.toml:1"}},
        {"400 unknown keys",
         toml,
         [] {
             std::string keys;
             for (int index = 0; index < 400; ++index)
                 keys += "k" + std::to_string(index) + " = 1\n";
             return keys;
         }(),
         {"more mistakes", "first 20"}, 21},
        {"an empty story", md, "", {"story.md:1: ", "empty", "title"}},
        {"a story cut in its question",
         md,
         story.substr(0, story.find("```predict") + 40),
         {"story.md:", "not closed"}},
        {"a story that is not UTF-8", md, start + "\xff\n", {"story.md:", "not UTF-8"}},
        {"a story with a NUL", md, start + "a" + std::string(1, '\0') + "\n", {"story.md:3: ", R"("\x00")"}},
        {"a story with an escape", md, start + "\n\x1b[2J\n", {"story.md:4: ", R"("\x1b")"}},
        {"a story that turns its direction", md, start + "\u202Eabc\n", {"story.md:3: ", R"(\xe2\x80\xae)"}},
        {"a story of 1 MB", md, many(1 << 20, "a"), {"story.md: ", "too long", std::to_string(largestStory)}},
        {"10,000 bad links",
         md,
         start + many(10'000, "[a](b)\n"),
         {"story.md:3: ", "cannot lead to \"b\"", "more mistakes"}, 21},
        {"10,000 open folds", md, start + many(10'000, "::: asio\n"), {"story.md:4: ", "cannot stand inside"}, 21},
        {"a block of 100,000 ticks", md, start + many(100'000, "`"), {"story.md:3: ", "not closed"}},
        {"a deep question",
         md,
         start + "```predict\na = " + many(30'000, "[") + "\n```\n",
         {"story.md:4: ", "too deep"}},
        {"a link to a script", md, start + "[a](javascript:alert)\n", {"story.md:3: ", "javascript:alert"}},
        {"a variant that is not UTF-8", "buggy.cpp", "\xff\xfe\n", {"buggy.cpp:1: ", "not UTF-8"}},
        {"a variant of 1 MB", "buggy.cpp", many(1 << 20, "{"), {"buggy.cpp: ", "too long"}},
        {"an empty variant", "buggy.cpp", "", {"buggy.cpp:1: ", "empty"}},
    };
}

TEST(HostileInput, InALessonIsToldWithItsPlace)
{
    const fs::path original = AWAITSCOPE_SOURCE_DIR "/lessons/alan-caches-requests";
    for (const BadFile& bad : badFiles(original)) {
        SCOPED_TRACE(bad.name);
        const Folder scratch;
        const fs::path lesson = scratch.path() / "alan-caches-requests";
        fs::copy(original, lesson, fs::copy_options::recursive);
        write(lesson / bad.file, bad.text);
        const Ended ended = start({"verify", lesson.string()});
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.out, "");
        expectToBeReadable(ended.err);
        EXPECT_EQ(linesOf(ended.err).size(), bad.mistakes) << ended.err;
        for (const std::string& fragment : bad.fragments)
            EXPECT_NE(ended.err.find(fragment), std::string::npos) << fragment << "\nis not in\n" << ended.err;
    }
}

TEST(HostileInput, AFolderOfControlCharactersDoesNotReachTheTerminal)
{
    const Folder scratch;
    const fs::path lesson = scratch.path() / "a\x1b[2J\nb\xff";
    fs::create_directory(lesson);
    const Ended ended = start({"verify", lesson.string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.out, "");
    expectToBeReadable(ended.err);
    EXPECT_NE(ended.err.find(R"(a\x1b[2J\x0ab\xff)"), std::string::npos) << ended.err;
}

TEST(HostileInput, AByteOrderMarkAndWindowsLineEndsAreNoMistakes)
{
    const fs::path original = AWAITSCOPE_SOURCE_DIR "/lessons/alan-caches-requests";
    const Folder scratch;
    const fs::path lesson = scratch.path() / "alan-caches-requests";
    fs::copy(original, lesson, fs::copy_options::recursive);
    for (const std::string file : {"lesson.toml", "story.md"}) {
        std::string text = "\xEF\xBB\xBF";
        for (const char character : textOf(original / file))
            text += character == '\n' ? std::string{"\r\n"} : std::string{character};
        write(lesson / file, text);
    }
    const Ended ended = start({"verify", lesson.string()});
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
}

} // namespace
} // namespace awaitscope
