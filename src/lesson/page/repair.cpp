// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/page/repair.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <regex>
#include <utility>
#include <vector>

namespace awaitscope {

namespace {

/// The standard library's regular expressions call themselves for each character that a repetition takes, and a page of a few ten
/// thousand would use up the stack. Longer ones, which nobody pastes to try something, are left as they are.
constexpr std::size_t longestMended = 12'000;

/// Where the brace that is opened at `open` is closed; npos: nowhere.
std::size_t closingBrace(const std::string& masked, std::size_t open)
{
    int depth = 0;
    for (std::size_t at = open; at < masked.size(); ++at) {
        if (masked[at] == '{')
            ++depth;
        else if (masked[at] == '}' && --depth == 0)
            return at;
    }
    return std::string::npos;
}

std::optional<PageRepair::Outside> findOutside(const std::string& masked)
{
    static const std::regex pattern{R"(\b((ip::)?(tcp|udp)::(socket|acceptor|resolver|endpoint|iostream)|(asio::)?signal_set|std::j?thread|std::async|)"
                                    R"(std::this_thread::sleep_(for|until)|std::cin|serial_port|stream_file|random_access_file|)"
                                    R"(local::stream_protocol|ssl::\w+|readable_pipe|writable_pipe|thread_pool|argv)\b)"};
    std::smatch found;
    if (!std::regex_search(masked, found, pattern))
        return std::nullopt;
    return PageRepair::Outside{lineAt(masked, static_cast<std::size_t>(found.position(0))), found.str(0)};
}

/// A line of its own goes with its end.
void eraseLine(std::string& text, std::size_t from, std::size_t to)
{
    const std::size_t begin = text.rfind('\n', from) == std::string::npos ? 0 : text.rfind('\n', from) + 1;
    const std::size_t end = text.find('\n', to);
    text.erase(begin, (end == std::string::npos ? text.size() : end + 1) - begin);
}

/// The body of main() up to context.run(), as a run(). The context becomes the executor, which whatever was given it takes as well.
std::optional<PageRepair> repairMain(const std::string& text, const std::string& masked)
{
    static const std::regex mainPattern{R"(\b(int|auto)\s+main\s*\(([^)]*)\)\s*(->\s*int\s*)?\{)"};
    static const std::regex contextPattern{R"(\b(\w+::)*io_context\s+(\w+)\s*(\([^;]*\)|\{[^;]*\})?\s*;)"};
    std::smatch start;
    if (!std::regex_search(masked, start, mainPattern))
        return std::nullopt;
    const auto mainAt = static_cast<std::size_t>(start.position(0));
    const std::size_t open = mainAt + static_cast<std::size_t>(start.length(0)) - 1;
    const std::size_t close = closingBrace(masked, open);
    if (close == std::string::npos)
        return std::nullopt;
    std::string body = text.substr(open + 1, close - open - 1);
    std::string maskedBody = masked.substr(open + 1, close - open - 1);
    std::smatch context;
    if (!std::regex_search(maskedBody, context, contextPattern))
        return std::nullopt;
    const std::string name = context.str(2);
    const auto contextAt = static_cast<std::size_t>(context.position(0)); // what the match refers to is changed below
    const auto contextLength = static_cast<std::size_t>(context.length(0));
    const std::size_t behindContext = contextAt + contextLength;
    const std::regex runPattern{"\\b" + name + R"(\s*\.\s*run(_one|_for|_until|_one_for|_one_until)?\s*\()"};
    std::smatch call;
    const std::string rest = maskedBody.substr(behindContext);
    if (!std::regex_search(rest, call, runPattern))
        return std::nullopt;
    const std::size_t runAt = behindContext + static_cast<std::size_t>(call.position(0));
    // Its statement goes with it, and its line where it is the first there: what is above, a comment, stays.
    const std::size_t statement = std::max(behindContext, maskedBody.find_last_of(";{}", runAt) + 1);
    const std::size_t line = maskedBody.rfind('\n', runAt) + 1;
    const bool isFirst = line > statement && maskedBody.find_first_not_of(" \t\n", statement) == maskedBody.find_first_not_of(" \t\n", line);
    const std::size_t end = isFirst ? line : statement;
    body = body.substr(0, end);
    maskedBody = maskedBody.substr(0, end);
    // The context's own line.
    body.replace(contextAt, contextLength, "auto " + name + " = co_await asio::this_coro::executor;");
    maskedBody = maskCommentsAndLiterals(body);
    // What catches what leaves the context is of no use any more: an exception that leaves run() is told.
    static const std::regex tryPattern{R"(\btry\s*\{)"};
    std::smatch block;
    if (std::regex_search(maskedBody, block, tryPattern)) {
        const auto tryAt = static_cast<std::size_t>(block.position(0));
        const std::size_t brace = tryAt + static_cast<std::size_t>(block.length(0)) - 1;
        if (closingBrace(maskedBody, brace) == std::string::npos)
            eraseLine(body, tryAt, brace);
    }
    const std::string executor = name + ".get_executor()";
    for (std::size_t found = body.find(executor); found != std::string::npos; found = body.find(executor, found + name.size()))
        body.replace(found, executor.size(), name);
    PageRepair repair;
    repair.kind = PageRepair::Kind::mainWithContext;
    std::string made = text.substr(0, mainAt) + "awaitable<void> run()\n{" + body + "}" + text.substr(close + 1);
    repair.text = std::move(made);
    return repair;
}

/// A coroutine that can be called without arguments.
struct Callable
{
    std::string name;
    std::string owner; ///< the class that it is a member of; empty: none
    bool isShared = false; ///< the class wants to be owned by a shared_ptr
    std::size_t at = 0;
};

/// The class around a position and where its body begins; of those nested in each other the innermost.
std::optional<std::pair<std::string, std::size_t>> classAround(const std::string& masked, std::size_t position)
{
    static const std::regex pattern{R"(\b(class|struct)\s+(\w+)(\s+final)?\s*(:[^{;]*)?\{)"};
    std::optional<std::pair<std::string, std::size_t>> innermost;
    for (std::sregex_iterator found{masked.begin(), masked.end(), pattern}, end; found != end; ++found) {
        const auto open = static_cast<std::size_t>(found->position(0) + found->length(0)) - 1;
        const std::size_t close = closingBrace(masked, open);
        if (open < position && close != std::string::npos && position < close)
            innermost = {found->str(2), static_cast<std::size_t>(found->position(0))};
    }
    return innermost;
}

/// Whether the class can be made without arguments.
bool isDefaultMade(const std::string& masked, const std::string& owner, std::size_t classAt)
{
    const std::size_t open = masked.find('{', classAt);
    const std::string body = masked.substr(open, closingBrace(masked, open) - open);
    bool hasOther = false;
    const std::regex pattern{"(^|[^~\\w])" + owner + R"(\s*\(([^)]*)\)\s*(:|\{|=|;|noexcept))"};
    for (std::sregex_iterator found{body.begin(), body.end(), pattern}, end; found != end; ++found) {
        const std::string parameters = found->str(2);
        if (parameters.find_first_not_of(" \t\n") == std::string::npos)
            return true;
        hasOther = true;
    }
    return !hasOther;
}

std::vector<Callable> callables(const std::string& masked, bool& hasCoroutine)
{
    static const std::regex pattern{R"(\bawaitable\s*<[^;{}()]*>\s+((\w+)::)?(\w+)\s*\(([^)]*)\)\s*(const\s*)?(noexcept\s*)?\{)"};
    std::vector<Callable> found;
    for (std::sregex_iterator each{masked.begin(), masked.end(), pattern}, end; each != end; ++each) {
        hasCoroutine = true;
        const std::string parameters = each->str(4);
        if (parameters.find_first_not_of(" \t\n") != std::string::npos)
            continue;
        Callable callable{each->str(3), each->str(2), false, static_cast<std::size_t>(each->position(0))};
        std::optional<std::pair<std::string, std::size_t>> around = classAround(masked, callable.at);
        if (!around && !callable.owner.empty()) {
            const std::regex definition{"\\b(class|struct)\\s+" + callable.owner + R"((\s+final)?\s*(:[^{;]*)?\{)"};
            std::smatch where;
            if (std::regex_search(masked, where, definition))
                around = {callable.owner, static_cast<std::size_t>(where.position(0))};
        }
        if (!callable.owner.empty() && !around)
            continue; // of a class, or a namespace, that is not here
        if (around) {
            if (!isDefaultMade(masked, around->first, around->second))
                continue;
            callable.owner = around->first;
            callable.isShared = masked.find("enable_shared_from_this<" + around->first) != std::string::npos;
        }
        found.push_back(std::move(callable));
    }
    return found;
}

} // namespace

std::optional<PageRepair> findPageRepair(std::string_view source)
{
    if (source.size() > longestMended)
        return std::nullopt;
    const std::string text{source};
    const std::string masked = maskCommentsAndLiterals(text);
    static const std::regex runPattern{R"(\bawaitable\s*<\s*void\s*>\s+run\s*\(\s*\)\s*\{)"};
    std::smatch run;
    if (std::regex_search(masked, run, runPattern) && !classAround(masked, static_cast<std::size_t>(run.position(0))))
        return std::nullopt;
    if (std::optional<PageRepair> repair = repairMain(text, masked)) {
        repair->outside = findOutside(masked);
        return repair;
    }
    bool hasCoroutine = false;
    std::vector<Callable> all = callables(masked, hasCoroutine);
    if (!hasCoroutine)
        return std::nullopt;
    PageRepair repair;
    repair.outside = findOutside(masked);
    if (all.empty()) {
        repair.kind = PageRepair::Kind::nothingToCall;
        return repair;
    }
    // One that no other calls is where it begins; of several the last, as what it uses stands before it.
    const auto isCalled = [&](const Callable& callable) {
        const std::regex call{"co_await[^;]*\\b" + callable.name + R"(\s*\()"};
        return std::regex_search(masked, call);
    };
    const auto best = std::find_if_not(all.rbegin(), all.rend(), isCalled);
    const Callable& chosen = best == all.rend() ? all.back() : *best;
    repair.kind = chosen.owner.empty() ? PageRepair::Kind::callsCoroutine : PageRepair::Kind::callsMember;
    repair.name = chosen.name;
    repair.owner = chosen.owner;
    std::string made = text;
    if (!made.empty() && made.back() != '\n')
        made += '\n';
    made += "\nawaitable<void> run()\n{\n";
    if (chosen.owner.empty())
        made += "  co_await " + chosen.name + "();\n";
    else if (chosen.isShared)
        made += "  auto object = std::make_shared<" + chosen.owner + ">();\n  co_await object->" + chosen.name + "();\n";
    else
        made += "  " + chosen.owner + " object;\n  co_await object." + chosen.name + "();\n";
    made += "}\n";
    repair.text = std::move(made);
    return repair;
}

} // namespace awaitscope
