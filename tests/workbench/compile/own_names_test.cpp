// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/own_names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace awaitscope {
namespace {

TEST(OwnNamesTest, AreWhatAFileDeclaresOutsideOfAllElse)
{
    for (const std::string declares : {
             "class Queue { int size; };",
             "struct Queue;",
             "template <class T>\nclass Queue final : Base<T> {};",
             "class [[nodiscard]] Queue {};",
             "enum class Queue { a, b };",
             "union Queue { int a; };",
             "using Queue = std::vector<int>;",
             "typedef std::vector<int> Queue;",
             "namespace Queue { int size = 0; }",
             "static std::vector<int> Queue;",
             "int* Queue = nullptr;",
             "int first = 1, *Queue = &first;",
             "awaitable<int> Queue(int capacity)\n{\n  co_return capacity;\n}",
             "#define Queue std::vector<int>",
             "namespace mine { struct Other {}; }\nstruct Queue {};",
         })
        EXPECT_TRUE(declaresAtFileScope(declares, "Queue")) << declares;
}

TEST(OwnNamesTest, AreNotWhatItOnlyUsesOrDeclaresElsewhere)
{
    for (const std::string uses : {
             "Queue<int> jobs(world(), \"jobs\", 2);",
             "static Queue<int> jobs{world(), \"jobs\", 2};",
             "awaitable<void> fill(Queue<int>& jobs) { co_await jobs.async_push(1); }",
             "namespace mine { struct Queue {}; }",
             "struct Outer { struct Queue {}; };",
             "void f() { struct Queue {}; }",
             "friend Queue;",
             "auto make() -> Queue {\n  return {};\n}",
             "auto make() -> Queue;",
             "template <class Queue>\nvoid fill(int count);",
             "template <class T, class Queue>\nvoid fill(int count);",
             "template <class T, int Queue = 3>\nvoid fill(int count);",
             "using enum Queue;",
             "struct Queues {};\nstruct MyQueue {};",
         })
        EXPECT_FALSE(declaresAtFileScope(uses, "Queue")) << uses;
}

TEST(OwnNamesTest, TakeTheLinesOfTheirNamesAndNoOthers)
{
    const std::string header = "#pragma once\nusing awaitscope::Queue;\nusing awaitscope::sandbox::world;\nusing boost::asio::awaitable;\n";
    EXPECT_EQ(withoutOwnNames(header, "struct Queue {}; // using world = int;\nauto text = \"struct awaitable {}\";"),
              "#pragma once\n\nusing awaitscope::sandbox::world;\nusing boost::asio::awaitable;\n");
    EXPECT_EQ(withoutOwnNames(header, "struct World {} world;"),
              "#pragma once\nusing awaitscope::Queue;\nusing awaitscope::sandbox::world;\nusing boost::asio::awaitable;\n")
        << "what follows a body is not seen, and the compiler says so";
    EXPECT_EQ(withoutOwnNames(header, "using World = int;\nWorld world = 3;"),
              "#pragma once\nusing awaitscope::Queue;\n\nusing boost::asio::awaitable;\n");
}

} // namespace
} // namespace awaitscope
