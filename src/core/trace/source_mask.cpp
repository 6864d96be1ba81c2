// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/source_index.hpp"


namespace awaitscope {

namespace {

/// Walks over one literal or comment; blanks what it covers.
class Masker
{
public:
    explicit Masker(std::string_view source) : m_text(source) {}

    std::string mask()
    {
        while (m_at < m_text.size()) {
            if (startsWith("//"))
                blankUntil([this] { return m_text[m_at] == '\n'; }, 0);
            else if (startsWith("/*"))
                blankUntil([this] { return startsWith("*/"); }, 2);
            else if (startsWith("R\"") && (m_at == 0 || !isWordCharacter(m_text[m_at - 1])))
                blankRawString();
            else if (m_text[m_at] == '"' || (m_text[m_at] == '\'' && !isDigitSeparator()))
                blankQuoted(m_text[m_at]);
            else
                ++m_at;
        }
        return std::move(m_text);
    }

private:
    bool startsWith(std::string_view prefix) const { return m_text.compare(m_at, prefix.size(), prefix) == 0; }

    /// 1'000. A character with a prefix, such as L'a', looks the same from here and is not told apart from it.
    bool isDigitSeparator() const
    {
        return m_at > 0 && isWordCharacter(m_text[m_at - 1]) && m_at + 1 < m_text.size() &&
               isWordCharacter(m_text[m_at + 1]);
    }

    void blank()
    {
        if (m_text[m_at] != '\n')
            m_text[m_at] = ' ';
        ++m_at;
    }

    template <class AtEnd>
    void blankUntil(AtEnd atEnd, std::size_t endLength)
    {
        while (m_at < m_text.size() && !atEnd())
            blank();
        for (; endLength > 0 && m_at < m_text.size(); --endLength)
            blank();
    }

    void blankQuoted(char quote)
    {
        blank();
        // One that is not closed ends with its line: while somebody types, the rest of the file must not vanish.
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != '\n') {
            if (m_text[m_at] == '\\')
                blank();
            if (m_at < m_text.size())
                blank();
        }
        if (m_at < m_text.size() && m_text[m_at] == quote)
            blank();
    }

    void blankRawString()
    {
        const std::size_t open = m_text.find('(', m_at);
        if (open == std::string::npos) {
            m_at += 2;
            return;
        }
        const std::string close = ")" + m_text.substr(m_at + 2, open - m_at - 2) + "\"";
        blankUntil([&] { return startsWith(close); }, close.size());
    }

    std::string m_text;
    std::size_t m_at = 0;
};

} // namespace

std::string maskCommentsAndLiterals(std::string_view source)
{
    return Masker{source}.mask();
}

} // namespace awaitscope
