// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/source_index.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace awaitscope {

bool isWordCharacter(char character)
{
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

namespace {

bool isBlank(char character)
{
    return std::isspace(static_cast<unsigned char>(character)) != 0;
}

} // namespace

/// One pass over the masked text that keeps a stack of braces.
class SourceScanner
{
public:
    SourceScanner(SourceIndex& index, std::string_view source)
        : m_index(index), m_source(source), m_text(maskCommentsAndLiterals(source))
    {
    }

    void scan()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            const char character = m_text[m_at];
            if (character == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
                continue;
            }
            if (isBlank(character))
                continue;
            // Directives are no statements and have no semicolon; their braces need not match.
            if (character == '#' && m_source.substr(m_lineStart, m_at - m_lineStart).find_first_not_of(" \t") ==
                                        std::string_view::npos) {
                skipDirective();
                continue;
            }
            if (m_statementStart == std::string::npos)
                beginStatement();
            switch (character) {
            case '(':
            case '[':
                ++m_depth;
                break;
            case ')':
            case ']':
                --m_depth;
                break;
            case '{':
                openBrace();
                break;
            case '}':
                closeBrace();
                break;
            case ';':
                // Not those in the head of a for, which stand inside its parenthesis.
                if (m_depth == depthOfBlock())
                    endStatement();
                break;
            default:
                if (startsWord("co_await"))
                    noteAwait();
            }
        }
        // A text that stops in the middle, as one does that is being typed: with no block left, every await counts as ended.
        m_blocks.clear();
        finishAwaits(m_line);
    }

private:
    struct Block
    {
        bool isFunction = false;
        bool isInitializer = false; ///< braces inside a statement, which goes on after them
        SourceFunction function;
        int depth = 0;
        std::size_t outerStatementStart = std::string::npos;
        int outerStatementLine = 0;
        bool isTry = false;
        int firstLine = 0;
        int scope = 0;
        std::size_t lastTry = std::string::npos; ///< that ended last in this block: whose handlers may follow
    };

    /// Inner ones end, and come here, before outer ones; the reader expects the order of the source.
    template <class Item>
    static void insertByLine(std::vector<Item>& items, Item item, int Item::*line)
    {
        const auto place = std::upper_bound(items.begin(), items.end(), item.*line,
                                            [line](int value, const Item& other) { return value < other.*line; });
        items.insert(place, std::move(item));
    }

    int depthOfBlock() const { return m_blocks.empty() ? 0 : m_blocks.back().depth; }

    bool startsWord(std::string_view word) const
    {
        return m_text.compare(m_at, word.size(), word) == 0 && (m_at == 0 || !isWordCharacter(m_text[m_at - 1])) &&
               (m_at + word.size() >= m_text.size() || !isWordCharacter(m_text[m_at + word.size()]));
    }

    void skipDirective()
    {
        while (m_at < m_text.size() && m_text[m_at] != '\n') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') {
                ++m_at;
                ++m_line;
            }
            ++m_at;
        }
        --m_at; // the newline is the loop's
    }

    void beginStatement()
    {
        m_statementStart = m_at;
        m_statementLine = m_line;
    }

    void endStatement()
    {
        if (m_statementStart != std::string::npos && insideFunction())
            m_index.m_statements.push_back({m_statementLine, m_line});
        finishAwaits(m_line);
        m_statementStart = std::string::npos;
    }

    bool insideFunction() const
    {
        return std::any_of(m_blocks.begin(), m_blocks.end(), [](const Block& block) { return block.isFunction; });
    }

    void openBrace()
    {
        const std::string head = m_text.substr(m_statementStart, m_at - m_statementStart);
        Block block;
        block.depth = m_depth;
        block.outerStatementStart = m_statementStart;
        block.outerStatementLine = m_statementLine;
        const bool controls = beginsControl(head);
        if (m_depth > depthOfBlock())
            // Functions are looked for outside of functions only: what a lambda or a local class does belongs to
            // the function around it.
            block.isInitializer = true; // a lambda or a list among arguments: its statement goes on
        else if (!insideFunction() && !controls && findFunctionName(head, block.function))
            block.isFunction = true;
        else if (insideFunction() && !controls && !trimmed(head).empty())
            block.isInitializer = true; // `T x{…}`, `auto f = [] {…}`
        if (block.isFunction)
            block.function.bodyLine = m_line;
        block.scope = block.isFunction || block.isInitializer ? ++m_scopes : scope();
        block.firstLine = m_line;
        const std::string control = trimmed(head);
        block.isTry = control == "try";
        if (control.starts_with("catch"))
            noteHandler(control);
        // `if (co_await f()) {`: the await is over, though what its statement controls is still to come. Before the
        // new block is pushed, as awaits are told by how many blocks they stand in.
        if (controls || block.isFunction)
            finishAwaits(m_line);
        m_blocks.push_back(block);
        m_statementStart = std::string::npos;
    }

    void closeBrace()
    {
        if (m_blocks.empty())
            return;
        Block block = m_blocks.back();
        m_blocks.pop_back();
        if (block.isTry) {
            (m_blocks.empty() ? m_lastTry : m_blocks.back().lastTry) = m_index.m_tries.size();
            m_index.m_tries.push_back({block.firstLine, m_line, block.scope, {}});
        }
        if (block.isFunction) {
            block.function.lastLine = m_line;
            insertByLine(m_index.m_functions, block.function, &SourceFunction::bodyLine);
        }
        // What it was when the block opened, whatever stood in between: one parenthesis too many spoils its own block only.
        m_depth = block.depth;
        if (block.isInitializer) {
            m_statementStart = block.outerStatementStart;
            m_statementLine = block.outerStatementLine;
        } else {
            m_statementStart = std::string::npos;
        }
    }

    int scope() const { return m_blocks.empty() ? 0 : m_blocks.back().scope; }

    /// Of "catch (const std::exception& error)", before its block is pushed.
    void noteHandler(const std::string& head)
    {
        const std::size_t last = m_blocks.empty() ? m_lastTry : m_blocks.back().lastTry;
        const std::size_t open = head.find('(');
        const std::size_t close = head.rfind(')');
        if (last == std::string::npos || open == std::string::npos || close == std::string::npos)
            return;
        std::string type = trimmed(head.substr(open + 1, close - open - 1));
        if (type.starts_with("const "))
            type = trimmed(type.substr(6));
        type = trimmed(type.substr(0, type.find_first_of("& *")));
        m_index.m_tries[last].handlers.push_back({m_statementLine, std::move(type)});
    }

    static std::string trimmed(const std::string& text)
    {
        const auto first = text.find_first_not_of(" \t\n");
        if (first == std::string::npos)
            return {};
        return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
    }

    static bool beginsControl(const std::string& head)
    {
        static constexpr std::array<std::string_view, 9> words = {"if", "else", "for", "while", "do",
                                                                  "switch", "try", "catch", "case"};
        const std::string text = trimmed(head);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return text.compare(0, word.size(), word) == 0 &&
                   (text.size() == word.size() || !isWordCharacter(text[word.size()]));
        });
    }

    /// `head` is what stands before an opening brace at namespace or class level.
    bool findFunctionName(const std::string& head, SourceFunction& function) const
    {
        // The first parenthesis is taken for the parameter list's, and what stands before it for the name. An attribute or a
        // decltype with a parenthesis in front of the name would mislead it.
        const std::size_t open = head.find('(');
        if (open == std::string::npos)
            return false;
        std::size_t end = open;
        while (end > 0 && isBlank(head[end - 1]))
            --end;
        std::size_t begin = end;
        while (begin > 0 && (isWordCharacter(head[begin - 1]) || head[begin - 1] == '~'))
            --begin;
        if (begin == end)
            return false;
        function.name = head.substr(begin, end - begin);
        function.firstLine =
            m_statementLine + static_cast<int>(std::count(head.begin(), head.begin() + static_cast<long>(begin), '\n'));
        return true;
    }

    void noteAwait()
    {
        SourceAwait await;
        await.line = m_line;
        await.statementLine = m_statementLine;
        // From the text alone: an operation that is this very call may know a better name (trace_builder.cpp).
        nameOperand(await, m_at + std::string_view{"co_await"}.size());
        await.isQuery = await.what.find("this_coro::") != std::string::npos && !await.isCompound;
        await.scope = scope();
        m_open.emplace_back(m_blocks.size(), std::move(await));
    }

    /// "channel.send" for a call, "request || timer.async_wait" for operands in parentheses, the expression itself otherwise;
    /// blanks folded. What stands in std::move() is named, as what is awaited.
    void nameOperand(SourceAwait& await, std::size_t at) const
    {
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        if (at < m_text.size() && m_text[at] == '(') {
            int operands = 0;
            ++at;
            while (at < m_text.size() && m_text[at] != ';') {
                await.what += nameAt(at, await.isCall);
                ++operands;
                at = endOfOperand(at);
                if (m_text.compare(at, 2, "||") != 0 && m_text.compare(at, 2, "&&") != 0)
                    break;
                await.what += ' ' + m_text.substr(at, 2) + ' ';
                at += 2;
            }
            await.isCompound = operands > 1;
            return;
        }
        await.what = nameAt(at, await.isCall);
    }

    std::string nameAt(std::size_t at, bool& isCall) const
    {
        std::string text;
        isCall = false;
        for (; at < m_text.size(); ++at) {
            const char character = m_text[at];
            if (character == ';' || character == ',' || character == ')' || character == '{' || m_text.compare(at, 2, "||") == 0
                || m_text.compare(at, 2, "&&") == 0)
                break;
            if (character == '(' && text == "std::move") {
                text.clear();
                continue;
            }
            if (character == '(' && !text.empty()) {
                isCall = true;
                break;
            }
            if (character == '(')
                continue; // one more around an operand
            if (isBlank(character)) {
                if (!text.empty() && text.back() != ' ')
                    text += ' ';
                continue;
            }
            text += m_source[at];
        }
        while (!text.empty() && text.back() == ' ')
            text.pop_back();
        return text;
    }

    /// Of the || or && behind it, of the parenthesis around it, or of the statement's end.
    std::size_t endOfOperand(std::size_t at) const
    {
        int depth = 0;
        for (; at < m_text.size() && m_text[at] != ';'; ++at) {
            const char character = m_text[at];
            if (character == '(' || character == '[' || character == '{')
                ++depth;
            else if ((character == ')' || character == ']' || character == '}') && --depth < 0)
                break;
            else if (depth == 0 && (m_text.compare(at, 2, "||") == 0 || m_text.compare(at, 2, "&&") == 0))
                break;
        }
        return at;
    }

    void finishAwaits(int lastLine)
    {
        // Those of deeper blocks too: whatever stands inside a statement has ended when the statement has.
        while (!m_open.empty() && m_open.back().first >= m_blocks.size()) {
            m_open.back().second.lastLine = lastLine;
            insertByLine(m_index.m_awaits, std::move(m_open.back().second), &SourceAwait::line);
            m_open.pop_back();
        }
    }

    SourceIndex& m_index;
    std::string_view m_source;
    std::string m_text;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
    int m_depth = 0;
    std::size_t m_statementStart = std::string::npos;
    int m_statementLine = 0;
    std::vector<Block> m_blocks;
    int m_scopes = 0;
    std::size_t m_lastTry = std::string::npos; ///< outside of all blocks
    std::vector<std::pair<std::size_t, SourceAwait>> m_open; ///< with how many blocks they stand in
};

SourceIndex::SourceIndex(std::string fileName, std::string_view text) : m_fileName(std::move(fileName))
{
    SourceScanner{*this, text}.scan();
}

const SourceFunction* SourceIndex::functionAt(int line) const
{
    const SourceFunction* innermost = nullptr;
    for (const SourceFunction& function : m_functions) {
        if (function.firstLine <= line && line <= function.lastLine &&
            (!innermost || innermost->firstLine <= function.firstLine))
            innermost = &function;
    }
    return innermost;
}

const SourceFunction* SourceIndex::findFunction(std::string_view name) const
{
    const auto found = std::find_if(m_functions.begin(), m_functions.end(),
                                    [&](const SourceFunction& function) { return function.name == name; });
    return found == m_functions.end() ? nullptr : &*found;
}

const SourceAwait* SourceIndex::awaitAt(int line) const
{
    const SourceAwait* best = nullptr;
    for (const SourceAwait& await : m_awaits) {
        // Statements nest where a lambda stands in one. Of several around the line the last to begin is the innermost. One that
        // is never suspended is not meant where there is another.
        if (await.line > line || line > await.lastLine)
            continue;
        if (!best || (best->isQuery && !await.isQuery) || (best->isQuery == await.isQuery && best->line < await.line))
            best = &await;
    }
    return best;
}

int SourceIndex::statementLine(int line) const
{
    const Statement* best = nullptr;
    for (const Statement& statement : m_statements) {
        if (statement.first <= line && line <= statement.last && (!best || best->first < statement.first))
            best = &statement;
    }
    return best ? best->first : line;
}

} // namespace awaitscope
