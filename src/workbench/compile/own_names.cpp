// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/own_names.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The word or the character before `at`; empty at the beginning.
std::string_view tokenBefore(std::string_view code, std::size_t at)
{
    const std::size_t last = at == 0 ? std::string_view::npos : code.find_last_not_of(blanks, at - 1);
    if (last == std::string_view::npos)
        return {};
    std::size_t first = last;
    while (isWordCharacter(code[last]) && first > 0 && isWordCharacter(code[first - 1]))
        --first;
    return code.substr(first, last - first + 1);
}

bool isDeclaredAt(std::string_view code, std::size_t at, std::size_t length)
{
    constexpr std::array<std::string_view, 8> introducers{"class", "struct",    "union",  "enum",
                                                          "using", "namespace", "define", "concept"};
    constexpr std::array<std::string_view, 3> noTypes{"typename", "friend", "operator"}; // what follows is not declared
    const std::string_view before = tokenBefore(code, at);
    if (before.empty())
        return false;
    const std::string_view second = tokenBefore(code, static_cast<std::size_t>(before.data() - code.data()));
    // A return type that stands behind its function, the names of an enumeration, a template's parameter: what follows a comma and no
    // type is a further variable.
    if ((before == ">" && second == "-") || (before == "enum" && second == "using") || second == "<"
        || (second == "," && isWordCharacter(before.front())))
        return false;
    if (std::ranges::find(introducers, before) != introducers.end())
        return true;
    // A type before it and the end of a declarator behind it: a variable, a function, or the name of a typedef.
    const bool followsType = before == ">" || before == "*" || before == "&" || before == "]" // an attribute's end, of a class
                             || (isWordCharacter(before.front()) && std::ranges::find(noTypes, before) == noTypes.end());
    const std::size_t next = code.find_first_not_of(blanks, at + length);
    return followsType && next != std::string_view::npos && std::string_view{";={([,:"}.find(code[next]) != std::string_view::npos;
}

} // namespace

bool declaresAtFileScope(std::string_view code, std::string_view name)
{
    int depth = 0; // of braces, parentheses and brackets
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char character = code[at];
        if (character == '{' || character == '(' || character == '[')
            ++depth;
        else if (character == '}' || character == ')' || character == ']')
            --depth;
        if (!isWordCharacter(character) || (at > 0 && isWordCharacter(code[at - 1])))
            continue;
        std::size_t end = at;
        while (end < code.size() && isWordCharacter(code[end]))
            ++end;
        if (depth <= 0 && code.substr(at, end - at) == name && isDeclaredAt(code, at, end - at))
            return true;
        at = end - 1;
    }
    return false;
}

std::string withoutOwnNames(std::string_view header, std::string_view source)
{
    const std::string code = maskCommentsAndLiterals(source);
    std::string kept;
    for (const std::string_view line : linesOf(header)) {
        const std::size_t last = line.rfind("::");
        const std::size_t end = line.find(';');
        const bool isUsing = line.starts_with("using ") && last != std::string_view::npos && end != std::string_view::npos;
        if (!isUsing || !declaresAtFileScope(code, line.substr(last + 2, end - last - 2)))
            kept += line;
        kept += '\n';
    }
    return kept;
}

} // namespace awaitscope
