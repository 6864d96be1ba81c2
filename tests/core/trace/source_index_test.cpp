// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/source_index.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(SourceIndex, CommentsAndLiteralsAreBlankedInPlace)
{
    EXPECT_EQ(maskCommentsAndLiterals("a // b\nc"), "a     \nc");
    EXPECT_EQ(maskCommentsAndLiterals("a /* b\n */ c"), "a     \n    c");
    EXPECT_EQ(maskCommentsAndLiterals(R"x(f("co_await;\"", 'x'))x"), "f(             ,    )");
    EXPECT_EQ(maskCommentsAndLiterals("1'000'000"), "1'000'000");
    EXPECT_EQ(maskCommentsAndLiterals("R\"a(x\n)\")a\" y"), "     \n      y");
}

TEST(SourceIndex, FindsFunctionsWithTheLinesOfTheirNamesAndBodies)
{
    const SourceIndex index{"a.cpp", R"(#include "x.hpp"
namespace n {
awaitable<void>
Service::get_response(std::string key)
{
  if (key.empty()) {
    co_return;
  }
}
struct S { int f() const { return 1; } };
}
)"};
    ASSERT_EQ(index.functions().size(), 2U);
    const SourceFunction* const function = index.findFunction("get_response");
    ASSERT_TRUE(function);
    EXPECT_EQ(function->firstLine, 4);
    EXPECT_EQ(function->bodyLine, 5);
    EXPECT_EQ(function->lastLine, 9);
    EXPECT_EQ(index.functionAt(7), function);
    EXPECT_EQ(index.functionAt(10)->name, "f");
    EXPECT_EQ(index.functionAt(2), nullptr);
}

TEST(SourceIndex, AnAwaitIsFoundFromEveryLineThatACompilerMayReport)
{
    const SourceIndex index{"a.cpp", R"(awaitable<int> f()
{
  auto both = co_await (one(1,
                            2)
                        || two());
  co_await channel.send(*hit); co_return;
  if (auto x = co_await g()) {
    use(x);
  }
  co_return co_await h;
}
)"};
    ASSERT_EQ(index.awaits().size(), 4U);
    for (const int line : {3, 4, 5}) {
        ASSERT_TRUE(index.awaitAt(line)) << line;
        EXPECT_EQ(index.awaitAt(line)->line, 3);
    }
    EXPECT_EQ(index.awaitAt(6)->what, "channel.send");
    EXPECT_EQ(index.awaitAt(7)->what, "g");
    EXPECT_EQ(index.awaitAt(8), nullptr);
    EXPECT_EQ(index.awaitAt(10)->what, "h");
}

TEST(SourceIndex, AnAwaitKnowsWhereItsStatementBegins)
{
    const SourceIndex index{"a.cpp", "void f()\n{\n  auto response =\n      co_await get();\n}\n"};
    ASSERT_EQ(index.awaits().size(), 1U);
    EXPECT_EQ(index.awaits()[0].line, 4);
    EXPECT_EQ(index.awaits()[0].statementLine, 3);
}

TEST(SourceIndex, AwaitsInCommentsAndStringsAreNone)
{
    const SourceIndex index{"a.cpp", "void f()\n{\n  // co_await a();\n  g(\"co_await b();\"); /* co_await c(); */\n}\n"};
    EXPECT_TRUE(index.awaits().empty());
}

TEST(SourceIndex, AStatementOfSeveralLinesBeginsOnItsFirst)
{
    const SourceIndex index{"a.cpp", "void f()\n{\n  cache.set(key,\n            value);\n  done();\n}\n"};
    EXPECT_EQ(index.statementLine(4), 3);
    EXPECT_EQ(index.statementLine(5), 5);
    EXPECT_EQ(index.statementLine(99), 99);
}

TEST(SourceIndex, ALambdaInsideAStatementDoesNotEndIt)
{
    const SourceIndex index{"a.cpp", "void f()\n{\n  co_await g([] { h(); },\n             2);\n  auto w = [] {\n    x();\n  };\n}\n"};
    ASSERT_TRUE(index.awaitAt(4));
    EXPECT_EQ(index.awaitAt(4)->line, 3);
    EXPECT_EQ(index.functionAt(6)->name, "f");
}

TEST(SourceIndex, BrokenTextIsReadAsFarAsItGoes)
{
    for (const char* text : {"", "}", "}}}}", "void f() {", "void f() { co_await", "R\"(", "'", "\"", "#", "((((", "/*"})
        EXPECT_NO_FATAL_FAILURE((SourceIndex{"a.cpp", text})) << text;
}

const SourceIndex tries{"tries.cpp", R"(awaitable<void> work()
{
  try {
    try {
      co_await first();
    } catch (const std::logic_error&) {
      println("logic");
    }
  } catch (const boost::system::system_error& error) {
    println("system");
  } catch (const std::exception&) {
    println("any");
  }
  try {
    co_await second();
  } catch (Mine& mine) {
  } catch (...) {
  }
  try {
    co_spawn(executor, [] -> awaitable<void> {
      co_await third();
    }, detached);
  } catch (...) {
  }
  co_await fourth();
}
)"};

TEST(SourceIndex, KnowsWhichHandlerTakesAnException)
{
    EXPECT_EQ(tries.handlerLine(5, "std::out_of_range"), 6);
    EXPECT_EQ(tries.handlerLine(5, "boost::system::system_error"), 9);
    EXPECT_EQ(tries.handlerLine(5, "std::runtime_error"), 11);
}

TEST(SourceIndex, DoesNotGuessWhichHandlerTakesAnExceptionThatIsDeclaredElsewhere)
{
    EXPECT_EQ(tries.handlerLine(5, "Theirs"), 0);
    EXPECT_EQ(tries.handlerLine(15, "Theirs"), 0) << "it may be a Mine";
    EXPECT_EQ(tries.handlerLine(15, "std::runtime_error"), 17) << "it is none";
    EXPECT_EQ(tries.handlerLine(15, "Mine"), 16);
}

TEST(SourceIndex, LetsNoHandlerTakeWhatALambdaThrowsWithinItsBlock)
{
    EXPECT_EQ(tries.handlerLine(21, "std::runtime_error"), 0);
    EXPECT_EQ(tries.handlerLine(26, "std::runtime_error"), 0);
}

TEST(SourceIndex, TakesAQueryOfTheCoroutineForNoAwaitBesideAnother)
{
    const SourceIndex index{"query.cpp", "awaitable<void> f()\n{\n  steady_timer t{co_await asio::this_coro::executor}; co_await t.async_wait();\n}\n"};
    ASSERT_NE(index.awaitAt(3), nullptr);
    EXPECT_EQ(index.awaitAt(3)->what, "t.async_wait");
}

} // namespace
} // namespace awaitscope
