// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/first_errors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace awaitscope {

namespace {

/// Alan's function, in whose lines 5 to 14 one thing is changed.
std::string alan(const std::string& what = {}, const std::string& by = {})
{
    std::string source = "#include \"service.hpp\"\n"
                         "\n"
                         "awaitable<void> Service::get_response(string key)\n"
                         "{\n"
                         "  if (auto hit = cache.get(key)) {\n"
                         "    co_await channel.send(*hit);\n"
                         "    co_return;\n"
                         "  }\n"
                         "  println(\"miss; { \", key); // } ;\n"
                         "  auto response = co_await http.make_request(key);\n"
                         "\n"
                         "  println(\"got \", response);\n"
                         "  co_await channel.send(response);\n"
                         "  cache.set(key, response);\n"
                         "}\n";
    if (!what.empty())
        source.replace(source.find(what), what.size(), by);
    return source;
}

struct Said
{
    int line;
    std::string text; ///< of the compiler, at that line
    int column = 1;
    CompilerMessage::Kind kind = CompilerMessage::Kind::error;
};

std::vector<CompilerMessage> explained(const std::string& source, const std::vector<Said>& said)
{
    std::vector<CompilerMessage> messages;
    for (const Said& each : said)
        messages.push_back({each.kind, each.line, each.column, each.text, {}, {}});
    explainFirstErrors(messages, source);
    return messages;
}

void expectOne(const std::vector<CompilerMessage>& messages, int line, const std::string& explanation)
{
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages[0].line, line);
    EXPECT_EQ(messages[0].explanation, explanation);
    EXPECT_EQ(messages[0].kind, CompilerMessage::Kind::error);
}

} // namespace

TEST(FirstErrors, AMissingSemicolonIsToldOfWhereItIsMissing)
{
    const std::string words = "A semicolon is missing at the end of this line.";
    // g++ stumbles at what comes next, an empty line later; and at the end of the line itself.
    expectOne(explained(alan("make_request(key);", "make_request(key)"), {{12, "expected ',' or ';' before 'println'", 3}}), 10, words);
    expectOne(explained(alan("send(response);", "send(response)"), {{13, "expected ';' before 'cache'", 34}}), 13, words);
    expectOne(explained(alan("send(response);", "send(response)"), {{13, "expected ';' after expression", 34}}), 13, words);
    const auto within = explained(alan("co_return;", "co_retrun 1;"), {{7, "expected ';' before numeric constant", 14}});
    EXPECT_EQ(within[0].explanation, "") << "there is something else wrong in the middle of a line";
}

TEST(FirstErrors, AMissingBraceIsToldOfWhereTheLinesDisagree)
{
    expectOne(explained(alan("  }\n", "\n"), {{15, "expected '}' at end of input", 2}}), 5, "The { of this line is never closed: a } is missing.");
    expectOne(explained(alan("response);\n}", "response);\n"), {{14, "expected '}' at end of input", 28}}), 4,
              "The { of this line is never closed: a } is missing.");
    // All that stands behind it is read as something outside of a function.
    expectOne(explained(alan(" {\n    co_await", "\n    co_await"),
                        {{9, "expected constructor, destructor, or type conversion before '(' token", 10},
                         {10, "'http' was not declared in this scope; did you mean 'Http'?", 28},
                         {12, "expected constructor, destructor, or type conversion before '(' token", 10}}),
              8, "This } closes the { of line 4: a { is missing between them.");
    expectOne(explained(alan() + "}\n", {{16, "expected declaration before '}' token"}}), 16,
              "There is one } too many, or a { is missing before it.");
    const auto other = explained(alan(), {{9, "expected unqualified-id before '.' token"}});
    EXPECT_EQ(other[0].explanation, "") << "the braces are right";
}

TEST(FirstErrors, AnUnknownNameIsToldWithTheOneThatWasMeant)
{
    expectOne(explained(alan(), {{13, "'respnse' was not declared in this scope; did you mean 'response'?", 25}}), 13,
              "Nothing here is called respnse. Did you mean response?");
    expectOne(explained(alan(), {{14, "'cash' was not declared in this scope", 3}}), 14, "Nothing here is called cash.");
    expectOne(explained(alan(), {{9, "'printline' was not declared in this scope; did you mean 'rintl'?", 3}}), 9, "Nothing here is called printline.");
    expectOne(explained(alan(), {{13, "use of undeclared identifier 'respnse'; did you mean 'response'?", 25}}), 13,
              "Nothing here is called respnse. Did you mean response?");
    expectOne(explained(alan(), {{10, "'class Http' has no member named 'make_requests'; did you mean 'make_request'?", 33}}), 10,
              "Http has nothing called make_requests. Did you mean make_request?");
}

TEST(FirstErrors, AForgottenCoAwaitIsToldOfWhereItIsForgotten)
{
    const std::string words = "A co_await is missing: without it one has the awaitable, and not what comes of it. Write co_await before the call.";
    const std::string source = alan("co_await http.make", "http.make");
    expectOne(explained(source, {{13, "cannot convert 'awaitable<std::string>' to 'std::string'", 25},
                                 {14, "cannot convert 'awaitable<std::string>' to 'std::string'", 18}}),
              10, words);
    const auto own = explained(alan("    co_await channel.send(*hit)", "    string none = channel.send(*hit)"),
                               {{6, "conversion from 'awaitable<void>' to non-scalar type 'string' requested", 20}});
    EXPECT_EQ(own[0].line, 6) << "what is named with auto there is no awaitable";
}

TEST(FirstErrors, WhatWasMeantToBeACoroutineAndIsNoneIsAnError)
{
    const std::string source = "#include \"service.hpp\"\n\nawaitable<void> Service::get_response(string key)\n{\n  println(key);\n}\n";
    const std::string words =
        "There is no co_await and no co_return in it: it is an ordinary function that gives back nothing, and no coroutine. Write "
        "co_return; at its end.";
    expectOne(explained(source, {{6, "no return statement in function returning non-void", 1, CompilerMessage::Kind::warning}}), 3, words);
    expectOne(explained(source, {{6, "non-void function does not return a value", 1, CompilerMessage::Kind::warning}}), 3, words);
    const auto plain = explained("int f()\n{\n}\n", {{3, "no return statement in function returning non-void", 1, CompilerMessage::Kind::warning}});
    EXPECT_EQ(plain[0].kind, CompilerMessage::Kind::warning) << "of any other function it is not ours to say";
}

TEST(FirstErrors, AReturnInACoroutineIsToldOfItsLine)
{
    const std::string source = alan("    co_return;", "    return;");
    expectOne(explained(source, {{7, "return-statement with no value, in function returning 'awaitable<void>'", 5},
                                 {3, "a 'return' statement is not allowed in coroutine; did you mean 'co_return'?", 17}}),
              7, "A coroutine ends with co_return, not with return.");
}

} // namespace awaitscope
