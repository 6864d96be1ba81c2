// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/traps.hpp"

#include <boost/version.hpp>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace awaitscope {

namespace {

/// The lines at which something is warned of.
std::vector<int> trapLines(std::string_view source)
{
    std::vector<int> lines;
    for (const CompilerMessage& message : findTraps(source)) {
        EXPECT_FALSE(message.explanation.empty());
        lines.push_back(message.line);
    }
    return lines;
}

std::string explained(const std::string& text, std::string_view source)
{
    std::vector<CompilerMessage> messages{{CompilerMessage::Kind::error, 1, 0, text, {}, {}}};
    explain(messages, source);
    return messages.front().explanation;
}

} // namespace

TEST(Traps, AConditionalInsideACoAwait)
{
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  co_await (a || (x ? g() : h()));\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  auto w = x ? g() : h();\n  co_await std::move(w);\n}\n"), std::vector<int>{});
    EXPECT_EQ(trapLines("awaitable<int> f()\n{\n  co_return (co_await g()) ? 1 : 2;\n}\n"), std::vector<int>{})
        << "behind the await is no part of it";
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  co_await g(\"why (a ? b)\"); // (x ? y : z)\n}\n"), std::vector<int>{});
}

TEST(Traps, ACoAwaitBetweenTheBranchesOfAConditional)
{
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  auto w = x ? co_await g() : h();\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  auto w = x ? 1 : 2;\n  co_await g(w);\n}\n"), std::vector<int>{});
}

TEST(Traps, ACoAwaitInsideAnAggregate)
{
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  x = Result{Winner::work,\n    co_await g()};\n}\n"), std::vector{4});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  Result<int> x{1, h(co_await g())};\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  Result x = {1, co_await g()};\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<Result> f()\n{\n  co_return Result<int>{co_await g()};\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  auto y = co_await g();\n  x = Result{1, y};\n}\n"), std::vector<int>{});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  try { co_await g(Key{1}); } catch (...) {}\n  if (a) b();\n  else { co_await h(); }\n"
                        "  spawn([](int n) -> awaitable<void> { co_await g(n); });\n  do { co_await g(); } while (a);\n}\n"),
              std::vector<int>{})
        << "these are blocks";
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  asio::steady_timer t{co_await asio::this_coro::executor, 1ms};\n}\n"), std::vector<int>{});
}

TEST(Traps, AnAwaitInAConditionWhereNothingIsDeclared)
{
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  for (;;) { if (co_await g()) co_return; ++n; }\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<void> f() { while (a && !co_await g()) ++n; }\n"), std::vector{1});
    EXPECT_EQ(trapLines("awaitable<void> f(int n)\n{\n  std::puts(\"a\");\n  switch (co_await g()) { case 1: h(); }\n}\n"), std::vector{4})
        << "a parameter does not help";
    for (const std::string declaration : {"int k = 0;", "std::string s;", "const auto x = h();", "std::vector<int> v{1};", "auto& r = h();"})
        EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  if (co_await g()) co_return;\n  " + declaration + "\n}\n"), std::vector<int>{})
            << declaration;
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  if (bool x = co_await g()) co_return;\n}\n"), std::vector<int>{});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  for (int i = 0; i < 2; ++i) { if (co_await g()) co_return; }\n}\n"), std::vector<int>{});
}

TEST(Traps, ACoroutineThatTakesAReference)
{
    EXPECT_EQ(trapLines("awaitable<void> f(const string& key)\n{\n  co_await g();\n}\n"), std::vector{1});
    EXPECT_EQ(trapLines("\nawaitable<string> Service::f(int a,\n  std::string_view key) {\n}\n"), std::vector{2});
    EXPECT_EQ(trapLines("awaitable<void> f(string key)\n{\n}\n"), std::vector<int>{});
    EXPECT_EQ(trapLines("void f(const string& key)\n{\n}\n"), std::vector<int>{}) << "no coroutine";
    EXPECT_EQ(trapLines("awaitable<void> f(const string& key);\n"), std::vector<int>{}) << "it is told where it is defined";
}

TEST(Traps, ALambdaCoroutineThatCaptures)
{
    EXPECT_EQ(trapLines("void f()\n{\n  spawn([&]() -> awaitable<void> { co_return; }());\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("void f()\n{\n  spawn([](int n) -> awaitable<void> { co_return; }(1));\n}\n"), std::vector<int>{});
    EXPECT_EQ(trapLines("void f()\n{\n  auto g = [&] { return list[0]; };\n}\n"), std::vector<int>{});
}

TEST(Traps, TwoAwaitsOfOneStatement)
{
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  use(co_await g(), co_await h());\n}\n"), std::vector{3});
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  co_await g(); co_await h();\n}\n"), std::vector{3}) << "one line";
    EXPECT_EQ(trapLines("awaitable<void> f()\n{\n  co_await g(co_await asio::this_coro::executor);\n}\n"), std::vector<int>{});
    EXPECT_EQ(trapLines("awaitable<void> f(int n)\n{\n  int k = n;\n  if (k)\n    co_await g();\n  else\n    co_await h();\n}\n"),
              std::vector<int>{});
}

TEST(Traps, AFileOfAsios)
{
    EXPECT_NE(explained("'stream_file' is not a member of 'asio'", "  asio::stream_file log{executor};").find("virtual clock"),
              std::string::npos);
    EXPECT_NE(explained("no type named 'random_access_file' in namespace 'boost::asio'", "").find("virtual clock"), std::string::npos);
}

TEST(Traps, AChannelThatBoostBreaksIsToldOfOnce)
{
    constexpr bool isBroken = BOOST_VERSION < 108200;
    for (const std::string channel : {"asio::experimental::channel<void(error_code)>", "experimental::concurrent_channel<void(error_code)>"}) {
        const std::string twice = "using A = " + channel + ";\nusing B = " + channel + ";\n";
        EXPECT_EQ(trapLines(twice), isBroken ? std::vector{1} : std::vector<int>{}) << channel;
    }
    EXPECT_EQ(trapLines("#include <boost/asio/experimental/channel.hpp>\nChannel channel{world, 1ms}; // asio::experimental::channel\n"),
              std::vector<int>{});
    if (isBroken) {
        const std::vector<CompilerMessage> told = findTraps("asio::experimental::channel<void()> c;");
        EXPECT_NE(told.front().explanation.find("issue 1241"), std::string::npos);
    }
}

TEST(Traps, ANameThatTheTeachingWorldHasToo)
{
    for (const std::string text : {"reference to 'Channel' is ambiguous", "reference to \342\200\230Channel\342\200\231 is ambiguous"})
        EXPECT_NE(explained(text, "awaitable<void> f(Channel c)").find("::"), std::string::npos);
}

TEST(Traps, AForgottenCoAwait)
{
    const std::string ignored = "ignoring returned value of type 'boost::asio::awaitable<void>', declared with attribute 'nodiscard'";
    EXPECT_NE(explained(ignored, "  channel.send(response);").find("co_await is missing"), std::string::npos);
    const std::string conversion =
        "no matching function for call to 'set(string&, boost::asio::awaitable<std::string>&)', no known conversion";
    EXPECT_NE(explained(conversion, "  cache.set(key, http.make_request(key));").find("co_await is missing"), std::string::npos);
    EXPECT_EQ(explained("expected ';' before '}' token", "  channel.send(response)"), "");
}

TEST(Traps, AReturnThatDoesNotFit)
{
    EXPECT_NE(explained("a 'return' statement is not allowed in coroutine; did you mean 'co_return'?", "return;").find("co_return"),
              std::string::npos);
    EXPECT_NE(explained("no member named 'return_value' in 'promise'", "co_return 1;").find("nothing to give back"),
              std::string::npos);
    EXPECT_NE(explained("no member named 'return_void' in 'promise'", "co_return;").find("promises a value"), std::string::npos);
}

} // namespace awaitscope
