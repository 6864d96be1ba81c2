// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/traps.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <regex>
#include <string>
#include <tuple>

namespace awaitscope {

namespace {

constexpr std::size_t largestScanned = 32 * 1024; ///< bytes: a lesson's file is no longer

CompilerMessage trap(int line, std::string text, std::string explanation)
{
    return {CompilerMessage::Kind::warning, line, 0, std::move(text), {}, std::move(explanation)};
}

/// Where the bracket at `open` is closed; npos: nowhere.
std::size_t closingOf(std::string_view text, std::size_t open)
{
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == '(' || text[i] == '[' || text[i] == '{')
            ++depth;
        else if ((text[i] == ')' || text[i] == ']' || text[i] == '}') && --depth == 0)
            return i;
    }
    return std::string_view::npos;
}

void findConditionals(std::string_view code, std::vector<CompilerMessage>& found)
{
    constexpr std::string_view keyword = "co_await";
    for (std::size_t at = code.find(keyword); at != std::string_view::npos; at = code.find(keyword, at + 1)) {
        // Its operand ends with the statement, or with the bracket that it stands in.
        int depth = 0;
        for (std::size_t i = at; i < code.size() && code[i] != ';' && depth >= 0; ++i) {
            depth += code[i] == '(' || code[i] == '[' || code[i] == '{';
            depth -= code[i] == ')' || code[i] == ']' || code[i] == '}';
            // Not at depth 0: in `co_await a ? b : c` the await is over before the question mark.
            if (code[i] == '?' && depth > 0) {
                found.push_back(trap(lineAt(code, i), "A conditional operator stands inside a co_await expression.",
                                     "g++ 12 destroys a temporary of such an expression twice, and the program may crash or "
                                     "lose what it holds. Give the result of ?: a name in a line of its own, and await that."));
                break;
            }
        }
    }
}

/// The parameters of coroutines: "awaitable<T> name(parameters) {".
void findReferences(const std::string& code, std::vector<CompilerMessage>& found)
{
    static const std::regex coroutine{R"(\bawaitable\s*<[^;{}()]*>\s+(?:\w+::)*(\w+)\s*\()"};
    for (std::sregex_iterator match{code.begin(), code.end(), coroutine}, end; match != end; ++match) {
        const auto open = static_cast<std::size_t>(match->position() + match->length() - 1);
        const std::size_t close = closingOf(code, open);
        if (close == std::string::npos)
            continue;
        const std::string parameters = code.substr(open + 1, close - open - 1);
        const bool isDefined = code.find_first_not_of(" \t\n", close + 1) != std::string::npos
                               && code[code.find_first_not_of(" \t\n", close + 1)] == '{';
        // By its looks, as a scan knows no types. What it says is a warning and stops nobody.
        const bool isReference = parameters.find('&') != std::string::npos || parameters.find("string_view") != std::string::npos
                                 || parameters.find("span<") != std::string::npos;
        if (isDefined && isReference) {
            found.push_back(trap(lineAt(code, static_cast<std::size_t>(match->position(1))),
                                 "The coroutine " + match->str(1) + " takes a reference.",
                                 "A coroutine goes on after its caller's expression is over. What the reference refers to may "
                                 "be gone by the first co_await. Take it by value."));
        }
    }
}

void findLambdas(const std::string& code, std::vector<CompilerMessage>& found)
{
    static const std::regex lambda{R"(\[\s*([^\[\]\s][^\[\]]*)\]\s*(?:\([^()]*\))?\s*(?:mutable\s*)?->\s*(?:asio::|boost::asio::)?awaitable\b)"};
    for (std::sregex_iterator match{code.begin(), code.end(), lambda}, end; match != end; ++match) {
        found.push_back(trap(lineAt(code, static_cast<std::size_t>(match->position())), "A lambda that captures is a coroutine.",
                             "What it captures lives in the lambda, not in the coroutine. If the lambda is gone at the first "
                             "co_await, the coroutine reads memory that is not its own. Pass what it needs as parameters by "
                             "value, or keep the lambda until the coroutine has ended."));
    }
}

bool contains(const CompilerMessage& message, std::string_view words) { return message.text.find(words) != std::string::npos; }

/// What the compiler calls it.
bool isUnusedAwaitable(const CompilerMessage& message)
{
    return contains(message, "awaitable")
           && (contains(message, "ignoring return") || contains(message, "no effect") || contains(message, "unused"));
}

/// By the words of g++ and of clang, as their errors have no numbers.
std::string explanationOf(const CompilerMessage& message, std::string_view line)
{
    const bool awaits = line.find("co_await") != std::string_view::npos;
    if (contains(message, "return_value"))
        return "This coroutine is an awaitable<void>: it has nothing to give back. Write co_return; alone, or let it return "
               "awaitable<T> of what it gives.";
    if (contains(message, "return_void"))
        return "This coroutine promises a value: its co_return must name one.";
    if (isUnusedAwaitable(message) && !awaits)
        return "A co_await is missing: the line makes the coroutine or the operation and throws it away, so that it never "
               "runs. Write co_await before it.";
    if (contains(message, "awaitable<") && !awaits && line.find('(') != std::string_view::npos
        && (contains(message, "conversion") || contains(message, "convert") || contains(message, "no match")
            || contains(message, "no viable") || contains(message, "no member") || contains(message, "has no")
            || contains(message, "no known")))
        return "A co_await is missing: without it one has the awaitable, and not what comes of it. Write co_await before the "
               "call.";
    if (contains(message, "'return' statement") || contains(message, "return statement not allowed in coroutine")
        || (contains(message, "coroutine") && contains(message, "'return'")))
        return "A coroutine ends with co_return, not with return.";
    return {};
}

} // namespace

std::vector<CompilerMessage> findTraps(std::string_view source)
{
    if (source.size() > largestScanned)
        return {};
    const std::string code = maskCommentsAndLiterals(source);
    std::vector<CompilerMessage> found;
    findConditionals(code, found);
    findReferences(code, found);
    findLambdas(code, found);
    std::ranges::sort(found, {}, [](const CompilerMessage& trap) { return std::tie(trap.line, trap.text); });
    return found;
}

void explain(std::vector<CompilerMessage>& messages, std::string_view source)
{
    const std::vector<std::string_view> lines = linesOf(source);
    for (CompilerMessage& message : messages) {
        const auto index = static_cast<std::size_t>(message.line - 1);
        message.explanation = explanationOf(message, index < lines.size() ? lines[index] : std::string_view{});
    }
}

} // namespace awaitscope
