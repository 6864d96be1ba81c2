// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// A function with a body, as found in a source.
struct SourceFunction
{
    std::string name; ///< without qualification
    int firstLine = 0; ///< of its name
    int bodyLine = 0;  ///< of its opening brace
    int lastLine = 0;  ///< of its closing brace
};

/// A co_await in a source.
struct SourceAwait
{
    int line = 0;     ///< of the co_await
    int lastLine = 0; ///< where its statement ends: compilers report any line from `line` to this one
    int statementLine = 0; ///< where its statement begins
    std::string what; ///< the callee after co_await: "channel.send"; the text if it is no call; "a || b" for operands in parentheses
    bool isCall = false;
    bool isCompound = false; ///< of several operands
    bool isQuery = false;    ///< of this_coro: answered at once, and never suspended
    int scope = 0;           ///< in which function or lambda, to be compared with SourceTry::scope
};

/// A try block in a source, with its handlers.
struct SourceTry
{
    struct Handler
    {
        int line = 0;
        std::string type; ///< "std::exception", "..."
    };
    int firstLine = 0;
    int lastLine = 0;
    int scope = 0; ///< as of awaits: what a lambda throws no block around the lambda catches
    std::vector<Handler> handlers;
};

/// The functions, statements and awaits of one C++ source, found by a scan of its text. Lines count from 1.
/// The compilers' own names and lines differ from each other for an expression of several lines; these do not.
class SourceIndex
{
public:
    SourceIndex() = default;
    SourceIndex(std::string fileName, std::string_view text);

    const std::string& fileName() const { return m_fileName; }
    const std::vector<SourceFunction>& functions() const { return m_functions; }
    const std::vector<SourceAwait>& awaits() const { return m_awaits; }

    /// The innermost function around `line`; null outside of all.
    const SourceFunction* functionAt(int line) const;
    /// The function of that name; null if there is none, the first if several.
    const SourceFunction* findFunction(std::string_view name) const;
    /// The await that a compiler reports at `line`; null if none is there.
    const SourceAwait* awaitAt(int line) const;
    /// Line of the handler that catches what the await at `line` throws, an exception of `type`. 0: there is none, or it cannot be
    /// known from the text which of them takes a type that is declared elsewhere.
    int handlerLine(int line, std::string_view type) const;
    /// First line of the statement around `line`; `line` itself where none is known.
    int statementLine(int line) const;

private:
    struct Statement
    {
        int first = 0;
        int last = 0;
    };

    std::string m_fileName;
    std::vector<SourceFunction> m_functions;
    std::vector<SourceAwait> m_awaits;
    std::vector<SourceTry> m_tries;
    std::vector<Statement> m_statements;

    friend class SourceScanner;
};

/// Of a name in C++, and in the other languages that lessons are told in: ASCII letters, digits and '_'.
bool isWordCharacter(char character);

/// The text with comments, strings and characters replaced by blanks, line for line and column for column.
std::string maskCommentsAndLiterals(std::string_view source);

} // namespace awaitscope
