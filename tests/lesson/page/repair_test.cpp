// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/page/repair.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using Kind = PageRepair::Kind;

TEST(PageRepair, LeavesAPageAsItIs)
{
    EXPECT_FALSE(findPageRepair("awaitable<void> run()\n{\n  co_return;\n}\n"));
    EXPECT_FALSE(findPageRepair("awaitable<void> helper() { co_return; }\nasio::awaitable<void> run() { co_await helper(); }"));
    EXPECT_FALSE(findPageRepair("int x = 1;"));
    EXPECT_FALSE(findPageRepair(""));
}

TEST(PageRepair, CallsTheCoroutineThatNoOtherCalls)
{
    const auto repair = findPageRepair("awaitable<int> inner() { co_return 1; }\nawaitable<void> outer()\n{\n  co_await inner();\n}\n"
                                       "awaitable<void> with(int x) { co_return; }");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->kind, Kind::callsCoroutine);
    EXPECT_EQ(repair->name, "outer");
    EXPECT_TRUE(repair->text->ends_with("co_return; }\n\nawaitable<void> run()\n{\n  co_await outer();\n}\n")) << *repair->text;
    EXPECT_FALSE(repair->outside);
}

TEST(PageRepair, TakesARunInACommentOrOfAClassForNone)
{
    EXPECT_TRUE(findPageRepair("// awaitable<void> run() {\nawaitable<void> work() { co_return; }"));
    const auto repair = findPageRepair("struct Session\n{\n  awaitable<void> run() { co_return; }\n};\n");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->kind, Kind::callsMember);
    EXPECT_EQ(repair->owner, "Session");
    EXPECT_TRUE(repair->text->ends_with("  Session object;\n  co_await object.run();\n}\n")) << *repair->text;
}

TEST(PageRepair, OwnsAClassThatWantsToBeShared)
{
    const auto repair = findPageRepair("class Session : public std::enable_shared_from_this<Session>\n{\npublic:\n"
                                       "  awaitable<void> start();\n};\nawaitable<void> Session::start() { co_return; }\n");
    ASSERT_TRUE(repair);
    EXPECT_TRUE(repair->text->find("std::make_shared<Session>();\n  co_await object->start();") != std::string::npos) << *repair->text;
}

TEST(PageRepair, CallsNoClassThatCannotBeMade)
{
    const auto repair = findPageRepair("class Session\n{\npublic:\n  explicit Session(int id) : m_id(id) {}\n"
                                       "  awaitable<void> start() { co_return; }\n  int m_id;\n};\n");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->kind, Kind::nothingToCall);
    EXPECT_FALSE(repair->text);
}

TEST(PageRepair, MakesARunOfTheBodyOfMain)
{
    const auto repair = findPageRepair(R"(#include <boost/asio.hpp>

awaitable<void> work()
{
  co_return;
}

int main()
{
  boost::asio::io_context context(1);
  asio::co_spawn(context.get_executor(), work(), asio::detached);
  context.run();
  return 0;
}
)");
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->kind, Kind::mainWithContext);
    EXPECT_EQ(*repair->text, R"(#include <boost/asio.hpp>

awaitable<void> work()
{
  co_return;
}

awaitable<void> run()
{
  auto context = co_await asio::this_coro::executor;
  asio::co_spawn(context, work(), asio::detached);
}
)");
}

TEST(PageRepair, MakesARunOfAMainOnOneLine)
{
    const auto repair = findPageRepair(R"(#include <boost/asio.hpp>
awaitable<void> work() { co_return; }
int main() { asio::io_context run_context; asio::co_spawn(run_context, work(), asio::detached); run_context . run(); }
)");
    ASSERT_TRUE(repair);
    EXPECT_EQ(*repair->text, R"(#include <boost/asio.hpp>
awaitable<void> work() { co_return; }
awaitable<void> run()
{ auto run_context = co_await asio::this_coro::executor; asio::co_spawn(run_context, work(), asio::detached);}
)");
}

TEST(PageRepair, TakesTheWholeStatementThatRunsTheContext)
{
    const auto repair = findPageRepair(R"(#include <boost/asio.hpp>
awaitable<void> work() { co_return; }
int main()
{
  asio::io_context context;
  asio::co_spawn(context, work(), asio::detached); // in the background
  // until nothing is left
  return context.run() > 0 ? 0 : 1;
}
int other() { asio::io_context context; co_spawn(context, work(), asio::detached); return context.run(); }
)");
    ASSERT_TRUE(repair);
    EXPECT_NE(repair->text->find(R"(asio::detached); // in the background
  // until nothing is left
})"), std::string::npos) << *repair->text;
    const auto line = findPageRepair(R"(awaitable<void> work() { co_return; }
int main() { asio::io_context context; asio::co_spawn(context, work(), asio::detached); return context.run(); }
)");
    ASSERT_TRUE(line);
    EXPECT_NE(line->text->find("asio::detached);}"), std::string::npos) << *line->text;
}

TEST(PageRepair, LeavesALongPageAlone)
{
    const std::string tail(50'000, ' ');
    EXPECT_FALSE(findPageRepair("int main() { asio::io_context context; context.run(); }" + tail));
}

TEST(PageRepair, LeavesOutWhatCatchesAroundTheContext)
{
    const auto repair = findPageRepair(R"(awaitable<void> work() { co_return; }
int main()
{
  try
  {
    asio::io_context io;
    co_spawn(io, work(), asio::detached);
    io.run();
  }
  catch (std::exception& e)
  {
    std::printf("%s\n", e.what());
  }
}
)");
    ASSERT_TRUE(repair);
    EXPECT_EQ(*repair->text, R"(awaitable<void> work() { co_return; }
awaitable<void> run()
{
    auto io = co_await asio::this_coro::executor;
    co_spawn(io, work(), asio::detached);
}
)");
}

TEST(PageRepair, NamesTheFirstLineThatNeedsTheOutsideWorld)
{
    const auto repair = findPageRepair("// tcp::socket in a comment\nawaitable<void> serve()\n{\n  tcp::socket socket(x);\n  co_return;\n}\n");
    ASSERT_TRUE(repair);
    ASSERT_TRUE(repair->outside);
    EXPECT_EQ(repair->outside->line, 4);
    EXPECT_EQ(repair->outside->what, "tcp::socket");
}

} // namespace
} // namespace awaitscope
