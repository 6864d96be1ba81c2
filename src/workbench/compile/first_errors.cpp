// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/first_errors.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <string>
#include <tuple>

namespace awaitscope {

namespace {

constexpr std::string_view awaitIsMissing =
    "A co_await is missing: without it one has the awaitable, and not what comes of it. Write co_await before the call.";

bool mentions(const CompilerMessage& message, std::string_view words) { return message.text.find(words) != std::string::npos; }

bool mentionsAny(const CompilerMessage& message, const auto& words)
{
    return std::ranges::any_of(words, [&](std::string_view each) { return mentions(message, each); });
}

/// Where the braces of a text do not fit its indentation.
struct BraceSlip
{
    int line = 0;
    std::string explanation;
};

std::optional<BraceSlip> findBraceSlip(const std::vector<std::string_view>& code)
{
    struct Open
    {
        int line;
        std::size_t indent;
    };
    std::vector<Open> open;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const std::size_t indent = code[i].find_first_not_of(" \t");
        const int line = static_cast<int>(i) + 1;
        for (std::size_t column = indent; column < code[i].size(); ++column) {
            if (code[i][column] == '{') {
                open.push_back({line, indent});
            } else if (code[i][column] == '}') {
                if (open.empty())
                    return BraceSlip{line, "There is one } too many, or a { is missing before it."};
                const Open& last = open.back();
                if (column == indent && indent < last.indent)
                    return BraceSlip{last.line, "The { of this line is never closed: a } is missing."};
                if (column == indent && indent > last.indent)
                    return BraceSlip{line, "This } closes the { of line " + std::to_string(last.line) + ": a { is missing between them."};
                open.pop_back();
            }
        }
    }
    if (open.empty())
        return std::nullopt;
    return BraceSlip{open.back().line, "The { of this line is never closed: a } is missing."};
}

class FirstErrors
{
public:
    FirstErrors(std::vector<CompilerMessage>& messages, std::string_view source)
        : m_messages(messages),
          m_masked(maskCommentsAndLiterals(source)),
          m_code(linesOf(m_masked)),
          m_index("", source)
    {}

    void explain()
    {
        explainBraces();
        for (CompilerMessage& message : m_messages) {
            explainSemicolon(message);
            explainName(message);
            explainForgottenAwait(message);
            explainNoCoroutine(message);
            explainReturn(message);
        }
        // What is to be changed is said once for each line.
        std::vector<CompilerMessage> kept;
        for (CompilerMessage& message : m_messages) {
            const bool isKnown = std::ranges::any_of(kept, [&](const CompilerMessage& other) {
                return !message.explanation.empty() && other.line == message.line && other.explanation == message.explanation;
            });
            if (!isKnown)
                kept.push_back(std::move(message));
        }
        std::ranges::stable_sort(kept, {}, [](const CompilerMessage& message) {
            return std::tuple{message.kind, message.line == 0 ? 1 << 30 : message.line};
        });
        m_messages = std::move(kept);
    }

private:
    std::string_view lineOf(int line) const
    {
        return line > 0 && static_cast<std::size_t>(line) <= m_code.size() ? m_code[static_cast<std::size_t>(line) - 1] : std::string_view{};
    }

    static void place(CompilerMessage& message, int line, int column, std::string_view explanation)
    {
        message.line = line;
        message.column = column;
        message.explanation = explanation;
    }

    void explainBraces()
    {
        constexpr std::array signs{"expected '}'", "expected declaration before '}'", "expected unqualified-id", "extraneous closing brace",
                                   "expected constructor, destructor", "function-definition is not allowed here",
                                   "function definition is not allowed here", "does not name a type", "expected '{'"};
        const auto first = std::ranges::find_if(m_messages, [&](const CompilerMessage& message) {
            return message.kind == CompilerMessage::Kind::error && mentionsAny(message, signs);
        });
        if (first == m_messages.end())
            return;
        const std::optional<BraceSlip> slip = findBraceSlip(m_code);
        if (!slip)
            return;
        CompilerMessage told = *first;
        place(told, slip->line, 0, slip->explanation);
        // All that stands behind it was read as something else than was meant.
        std::erase_if(m_messages, [&](const CompilerMessage& message) {
            return message.kind == CompilerMessage::Kind::error && (message.line >= slip->line || mentionsAny(message, signs));
        });
        m_messages.insert(m_messages.begin(), std::move(told));
    }

    void explainSemicolon(CompilerMessage& message) const
    {
        constexpr std::array signs{"expected ';'", "expected ',' or ';'", "expected ';' after", "expected ';' at end"};
        if (!message.explanation.empty() || !mentionsAny(message, signs) || lineOf(message.line).empty())
            return;
        int line = message.line;
        std::string_view before = lineOf(line).substr(0, static_cast<std::size_t>(std::max(0, message.column - 1)));
        if (trimmed(before).empty()) {
            // The compiler stumbled at what comes next.
            do
                --line;
            while (line > 0 && trimmed(lineOf(line)).empty());
            before = lineOf(line);
        }
        const std::string_view behind = line == message.line ? lineOf(line).substr(before.size()) : std::string_view{};
        if (line > 0 && trimmed(behind).empty())
            place(message, line, static_cast<int>(before.size()) + 1, "A semicolon is missing at the end of this line.");
    }

    void explainName(CompilerMessage& message) const
    {
        static const std::regex unknown{
            R"((?:'([^']+)' was not declared in this scope|use of undeclared identifier '([^']+)')(?:; did you mean '([^']+)'\?)?)"};
        static const std::regex member{R"('(?:struct |class )?([^']+)' has no member named '([^']+)'(?:; did you mean '([^']+)'\?)?)"};
        if (!message.explanation.empty())
            return;
        std::smatch found;
        const auto meant = [&](std::size_t group) {
            return found[group].matched ? " Did you mean " + found[group].str() + "?" : std::string{};
        };
        if (std::regex_search(message.text, found, unknown)) {
            // Of all the library's names the nearest is seldom what was meant.
            const bool isHere = found[3].matched && std::regex_search(m_masked, std::regex{"\\b" + found[3].str() + "\\b"});
            message.explanation = "Nothing here is called " + (found[1].matched ? found[1] : found[2]).str() + '.' + (isHere ? meant(3) : "");
        }
        else if (std::regex_search(message.text, found, member))
            message.explanation = found[1].str() + " has nothing called " + found[2].str() + '.' + meant(3);
    }

    /// The result was named with auto, and the compiler says so only where it is used.
    void explainForgottenAwait(CompilerMessage& message) const
    {
        if (!message.explanation.empty() || message.kind != CompilerMessage::Kind::error || !mentions(message, "awaitable<"))
            return;
        static const std::regex named{R"(\bauto\s*&?\s*(\w+)\s*(?:=|\{|\()(.*))"};
        const SourceFunction* const function = m_index.functionAt(message.line);
        const std::string used{lineOf(message.line)};
        for (int line = message.line - 1; function && line >= function->bodyLine; --line) {
            const std::string declaration{lineOf(line)};
            std::smatch found;
            if (!std::regex_search(declaration, found, named) || found[2].str().find("co_await") != std::string::npos
                || !callsWhatIsAwaited(found[2].str()))
                continue;
            if (std::regex_search(used, std::regex{"\\b" + found[1].str() + "\\b"})) {
                place(message, line, 0, awaitIsMissing);
                return;
            }
        }
    }

    /// By its name: something of the teaching world or of Asio's, or a coroutine of this file.
    bool callsWhatIsAwaited(const std::string& initializer) const
    {
        static const std::regex operation{R"(\b(?:make_request|send|answer|sleep_for|timeout|race|async_\w+)\s*\()"};
        if (std::regex_search(initializer, operation))
            return true;
        return std::ranges::any_of(m_index.functions(), [&](const SourceFunction& function) {
            return promisesAnAwaitable(function) && initializer.find(function.name + '(') != std::string::npos;
        });
    }

    void explainNoCoroutine(CompilerMessage& message) const
    {
        constexpr std::array signs{"no return statement in function returning non-void", "non-void function does not return a value",
                                   "control reaches end of non-void function"};
        const SourceFunction* const function = mentionsAny(message, signs) ? m_index.functionAt(message.line) : nullptr;
        if (!function || !promisesAnAwaitable(*function) || textOf(*function).find("co_") != std::string::npos)
            return;
        message.kind = CompilerMessage::Kind::error; // it would run into memory that is no code
        place(message, function->firstLine, 0,
              "There is no co_await and no co_return in it: it is an ordinary function that gives back nothing, and no coroutine. Write "
              "co_return; at its end.");
    }

    void explainReturn(CompilerMessage& message) const
    {
        constexpr std::array signs{"'return' statement is not allowed in coroutine", "return statement not allowed in coroutine",
                                   "return-statement with no value, in function returning 'awaitable"};
        if (!message.explanation.empty() || !mentionsAny(message, signs))
            return;
        static const std::regex word{R"(\breturn\b)"};
        const auto returns = [&](int line) {
            const std::string_view code = lineOf(line);
            return std::regex_search(code.begin(), code.end(), word);
        };
        int line = message.line;
        // g++ tells some of it of the function's head.
        const SourceFunction* const function = returns(line) ? nullptr : m_index.functionAt(line);
        for (int each = function ? function->bodyLine : 0; function && each <= function->lastLine; ++each) {
            if (returns(each)) {
                line = each;
                break;
            }
        }
        place(message, line, 0, "A coroutine ends with co_return, not with return.");
    }

    bool promisesAnAwaitable(const SourceFunction& function) const
    {
        for (int line = function.firstLine - 1; line <= function.bodyLine; ++line) { // its type may stand before its name
            if (lineOf(line).find("awaitable") != std::string_view::npos)
                return true;
        }
        return false;
    }

    std::string textOf(const SourceFunction& function) const
    {
        std::string text;
        for (int line = function.bodyLine; line <= function.lastLine; ++line)
            text.append(lineOf(line)).push_back('\n');
        return text;
    }

    std::vector<CompilerMessage>& m_messages;
    std::string m_masked;
    std::vector<std::string_view> m_code;
    SourceIndex m_index;
};

} // namespace

void explainFirstErrors(std::vector<CompilerMessage>& messages, std::string_view source)
{
    FirstErrors{messages, source}.explain();
}

} // namespace awaitscope
