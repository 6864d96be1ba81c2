// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/traps.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/files/source_checks.hpp"
#include "lesson/text/text.hpp"
#include "workbench/compile/first_errors.hpp"

#include <boost/version.hpp>

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

constexpr std::string_view conditionalText = "A conditional operator stands inside a co_await expression.";
constexpr std::string_view conditionalWhy =
    "g++ 12 destroys a temporary of such an expression twice, and the program may crash or "
    "lose what it holds. Give the result of ?: a name in a line of its own, and await that.";

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
                found.push_back(trap(lineAt(code, i), std::string{conditionalText}, std::string{conditionalWhy}));
                break;
            }
        }
    }
}

bool isOpening(char character) { return character == '(' || character == '[' || character == '{'; }
bool isClosing(char character) { return character == ')' || character == ']' || character == '}'; }

/// The last character before `at` that is not blank; '\0' at the beginning.
char lastBefore(std::string_view code, std::size_t at)
{
    while (at > 0 && std::string_view{" \t\r\n"}.find(code[at - 1]) != std::string_view::npos)
        --at;
    return at == 0 ? '\0' : code[at - 1];
}

/// Whether the brace at `open` begins an initialiser, T{…} or = {…}, and no block.
bool isInitialiser(const std::string& code, std::size_t open)
{
    const char last = lastBefore(code, open);
    if (last == '=' || last == ',' || last == '(')
        return true;
    if (last != '>' && !isWordCharacter(last))
        return false;
    // A block can follow a word as well: else {, and -> awaitable<void> {
    static const std::regex block{R"(((\b(else|do|try|const|mutable|noexcept|override|final))|->[^;{}()]*)\s*$)"};
    const std::size_t from = open < 200 ? 0 : open - 200;
    return !std::regex_search(code.begin() + static_cast<std::ptrdiff_t>(from), code.begin() + static_cast<std::ptrdiff_t>(open), block);
}

/// What a co_await stands in, from the inside out, as far as its statement goes.
void findSurroundings(const std::string& code, std::vector<CompilerMessage>& found)
{
    constexpr std::string_view keyword = "co_await";
    // Of what a coroutine knows of itself no frame is made: asio::steady_timer timer{co_await asio::this_coro::executor};
    static const std::regex itself{R"(co_await\s+(\w+::)*this_coro::)"};
    for (std::size_t at = code.find(keyword); at != std::string::npos; at = code.find(keyword, at + 1)) {
        if (std::regex_search(code.begin() + static_cast<std::ptrdiff_t>(at), code.end(), itself, std::regex_constants::match_continuous))
            continue;
        int depth = 0;
        for (std::size_t i = at; i > 0;) {
            const char character = code[--i];
            if (isClosing(character)) {
                if (character == '}' && depth == 0 && lastBefore(code, i) == ';')
                    break; // the statement before was a block
                ++depth;
            } else if (isOpening(character) && depth > 0) {
                --depth;
            } else if (character == '{' && isInitialiser(code, i)) {
                found.push_back(trap(lineAt(code, at), "A co_await stands inside the braces of an initialiser.",
                                     "If they are those of an aggregate, g++ 12 copies the awaited value out of memory that was "
                                     "given back. Give the value a name in a line of its own, and put that between the braces."));
                break;
            } else if (depth == 0 && character == '?') {
                found.push_back(trap(lineAt(code, at), std::string{conditionalText},
                                     "g++ 12 uses what was awaited between ? and : after it was destroyed. Use if and else."));
                break;
            } else if (depth == 0 && (character == ';' || (character == '{' && lastBefore(code, i) != '{'))) {
                break;
            }
        }
    }
}

/// g++ 12 forgets to make the body of a coroutine run that awaits in a condition and declares nothing anywhere.
void findConditions(const std::string& code, std::vector<CompilerMessage>& found)
{
    static const std::regex statement{R"(\b(if|while|for|switch)\s*\()"};
    static const std::regex declaration{
        R"((?:^|[;{}()])\s*(?!(?:return|co_return|co_await|co_yield|else|throw|delete|goto|case|new|using|do)\b)[A-Za-z_][\w:]*(?:<[^;{}()]*>)?(?:\s*[&*]+\s*|\s+)(?:const\s+|[A-Za-z_][\w:]*(?:<[^;{}()]*>)?[\s&*]+)*(?:\w+\s*(?:=(?!=)|;|\{|\(|:(?!:))|\[))"};
    const SourceIndex index{"", code};
    for (std::sregex_iterator match{code.begin(), code.end(), statement}, end; match != end; ++match) {
        const auto open = static_cast<std::size_t>(match->position() + match->length() - 1);
        const std::size_t close = closingOf(code, open);
        if (close == std::string::npos || code.substr(open, close - open).find("co_await") == std::string::npos)
            continue;
        const int line = lineAt(code, open);
        const SourceFunction* const function = index.functionAt(line);
        if (!function)
            continue;
        std::string body;
        int number = 0;
        for (const std::string_view text : linesOf(code)) {
            if (++number >= function->bodyLine && number <= function->lastLine)
                body.append(text).push_back('\n');
        }
        body.erase(0, body.find('{') == std::string::npos ? 0 : body.find('{'));
        if (!std::regex_search(body, declaration))
            found.push_back(trap(line, "The condition of this " + match->str(1) + " holds a co_await, and the coroutine has no variable.",
                                 "g++ 12 makes code of such a coroutine that never runs, or that is no code. Give what is awaited "
                                 "a name in a line of its own, and test that."));
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

/// Once: it is a matter of Boost, and not of each line.
void findBrokenChannels([[maybe_unused]] const std::string& code, [[maybe_unused]] std::vector<CompilerMessage>& found)
{
#if BOOST_VERSION < 108200
    static const std::regex channel{R"(\bexperimental\s*::\s*(?:basic_)?(?:concurrent_)?channel\b)"};
    if (std::smatch match; std::regex_search(code, match, channel))
        found.push_back(trap(lineAt(code, static_cast<std::size_t>(match.position())), "A channel of Boost before 1.82 is used.",
                             "Once a receive was cancelled it takes nothing into its buffer, and who sends waits for ever "
                             "(Asio's issue 1241). Queue of the teaching world does not."));
#endif
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
    if ((contains(message, "_file'") || contains(message, "'basic_file")) && contains(message, "asio"))
        return "No file can be waited for on the virtual clock. Keep the text in a variable, or use a Stream of the teaching world.";
    if (contains(message, "is ambiguous") && contains(message, "reference to"))
        return "The teaching world has a name like it. Write :: before it to mean your own, or call yours otherwise.";
    if (contains(message, "'return' statement") || contains(message, "return statement not allowed in coroutine")
        || (contains(message, "coroutine") && contains(message, "'return'")))
        return "A coroutine ends with co_return, not with return.";
    return {};
}

} // namespace

std::vector<CompilerMessage> findMiscompiled(std::string_view source)
{
    const std::string code = maskCommentsAndLiterals(source);
    std::vector<CompilerMessage> found;
    if (code.find("co_await") == std::string::npos)
        return found;
    findConditionals(code, found);
    findSurroundings(code, found);
    findConditions(code, found);
    return found;
}

std::vector<CompilerMessage> findTraps(std::string_view source)
{
    if (source.size() > largestScanned)
        return {};
    const std::string code = maskCommentsAndLiterals(source);
    std::vector<CompilerMessage> found = findMiscompiled(source);
    findReferences(code, found);
    findLambdas(code, found);
    findBrokenChannels(code, found);
    for (const SourceProblem& problem : findCrowdedAwaits(source))
        found.push_back(trap(problem.line, problem.message,
                             "An await is known by its line: those of one statement have one name and one number between them, and "
                             "a timeout cannot be aimed at each."));
    std::ranges::sort(found, {}, [](const CompilerMessage& trap) { return std::tie(trap.line, trap.text); });
    return found;
}

void explain(std::vector<CompilerMessage>& messages, std::string_view source)
{
    explainFirstErrors(messages, source);
    const std::vector<std::string_view> lines = linesOf(source);
    for (CompilerMessage& message : messages) {
        const auto index = static_cast<std::size_t>(message.line - 1);
        if (message.explanation.empty())
            message.explanation = explanationOf(message, index < lines.size() ? lines[index] : std::string_view{});
    }
}

} // namespace awaitscope
