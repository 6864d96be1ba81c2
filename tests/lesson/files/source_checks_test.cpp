// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"
#include "lesson/files/source_checks.hpp"
#include "lesson/files/source_marks.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

struct BrokenSource
{
    const char* file;
    const char* from;
    std::string to;
    const char* error; ///< its start; empty: none
};

TEST(SourceChecks, EachMistakeIsNamedWithItsLine)
{
    const std::vector<BrokenSource> breaks = {
        {"buggy.cpp", "// mark: write", "// mark: Write It", "buggy.cpp:7: A mark cannot be called \"Write It\"."},
        {"buggy.cpp", "co_await channel.send(response);", "co_await channel.send(response); // mark: write",
         "buggy.cpp:7: The mark \"write\" is there twice in this file."},
        {"buggy.cpp", "co_await channel.send(response);", "co_await channel.send(response); // mark: send",
         "buggy.cpp:6: The story never uses the mark \"send\"."},
        {"buggy.cpp", "co_await channel.send(response);", "use(co_await a(), co_await b());",
         "buggy.cpp:6: There is more than one co_await in this statement."},
        {"buggy.cpp", "auto response = co_await", "auto response =\n        co_await",
         "buggy.cpp:6: The co_await is not on the first line of its statement."},
        {"buggy.cpp", "co_await channel.send(response);", "if (response.empty())\n        co_await channel.send(response);",
         "buggy.cpp:7: The co_await is not on the first line of its statement. Start the statement on this line, or name the awaited "
         "thing before it. What belongs to an if, else, for or while starts a statement of its own between braces."},
        {"buggy.cpp", "co_await channel.send(response);", "co_spawn(executor, channel.send(response), detached);",
         "buggy.cpp:6: A lesson cannot start a detached task by co_spawn."},
        {"buggy.cpp", "co_await channel.send(response);", "co_spawn(executor, f(a, b),\n        [](auto) {});",
         "buggy.cpp:6: A lesson cannot start a detached task by co_spawn."},
        {"buggy.cpp", "co_await channel.send(response);", "auto start = std::chrono::steady_clock::now();",
         "buggy.cpp:6: A lesson reads no clock"},
        {"scenario.cpp", "co_await race", "co_spawn(e, f(), detached);\n    co_await race",
         "scenario.cpp:5: A lesson cannot start a detached task by co_spawn."},
        {"buggy.cpp", "#include \"service.hpp\"\n", "", "buggy.cpp:1: The variant includes no header in quotes."},
        {"buggy.cpp", "#include \"service.hpp\"\n", "#include \"service.hpp\"\n#include \"core/world/cache.hpp\"\n",
         "buggy.cpp:2: The variant includes a second header in quotes."},
        {"buggy.cpp", "get_response", "fetch",
         "buggy.cpp: There is no function \"get_response\" here, which lesson.toml names as subject."},
        {"scenario.cpp", "serve(", "answer(",
         "scenario.cpp: There is no function \"serve\" here, which lesson.toml names as caller."},
        {"fixed.cpp", "co_await channel", std::string(80, '\n') + "    co_await channel",
         "fixed.cpp:81: The variant has 88 lines. Allowed: up to 80."},
    };
    for (const BrokenSource& item : breaks) {
        const LessonReading reading = example::read(example::filesWith(item.file, item.from, item.to));
        ASSERT_FALSE(reading.errors.empty()) << item.to;
        const std::string errors = '\n' + example::errorsOf(reading);
        EXPECT_NE(errors.find('\n' + std::string{item.error}), std::string::npos)
            << "expected " << item.error << "\ngot " << errors;
    }
}

TEST(SourceChecks, LetPassWhatIsFine)
{
    const std::vector<std::pair<const char*, const char*>> changes = {
        {"co_await channel.send(response);", "if (response.empty()) {\n        co_await channel.send(response);\n    }"},
        {"co_await channel.send(response);", "co_await post(co_await asio::this_coro::executor, use_awaitable);"},
        {"// mark: write", ""}, // fixed.cpp has it still, and one variant is enough
        {"co_await channel.send(response);", "co_await co_spawn(executor, channel.send(response), use_awaitable);"},
        {"co_await channel.send(response);",
         "// co_spawn(executor, f(), detached)\n    co_await channel.send(response);"},
        {"co_await channel.send(response);",
         "println(\"co_spawn(executor, f(), detached) // mark: no\");\n    co_await channel.send(response);"},
        {"co_await channel.send(response);", "std::chrono::steady_clock::time_point start{};\n    co_await channel.send(response);"},
        {"co_await channel.send(response);", "my_co_spawn(1);\n    co_await channel.send(response);"},
        {"#include \"service.hpp\"\n",
         "#include \"service.hpp\" // not \"other.hpp\"\n#include <vector>\n// #include \"other.hpp\"\n"},
    };
    for (const auto& [from, to] : changes) {
        const LessonReading reading = example::read(example::filesWith("buggy.cpp", from, to));
        EXPECT_TRUE(reading.errors.empty()) << to << ":\n" << example::errorsOf(reading);
    }
}

TEST(SourceMarks, AreTakenFromCommentsOnly)
{
    const std::vector<SourceMark> marks =
        marksOf("a(); // mark: one\nb(\"// mark: no\");\nc(\"x\"); // why // mark: two  \n");
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].name, "one");
    EXPECT_EQ(marks[0].line, 1);
    EXPECT_EQ(marks[1].name, "two");
    EXPECT_EQ(marks[1].line, 3);
}

} // namespace
} // namespace awaitscope
