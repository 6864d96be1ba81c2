// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/retelling.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/files/source_checks.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <cctype>

namespace awaitscope {

namespace {

/// Blanks comments and texts, line for line and column for column.
class Masker
{
public:
    Masker(std::string_view source, Language language) : m_text{source}, m_language{language} {}

    std::string mask()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            // In this order: longer beginnings before those that they begin with.
            if (startsWith(m_language == Language::python ? "#" : "//"))
                blankThrough("\n");
            else if (m_language != Language::python && startsWith("/*"))
                blankThrough("*/");
            else if (m_language == Language::python && (startsWith("\"\"\"") || startsWith("'''")))
                blankQuoted(m_text.substr(m_at, 3), false);
            else if (m_language == Language::rust && isRawText())
                blankThrough('"' + std::string(hashesAfter(m_at + 1), '#'));
            else if (c == '"' || (m_language == Language::javaScript && c == '`'))
                blankQuoted({c}, c == '"' && m_language != Language::rust);
            else if (c == '\'' && (m_language != Language::rust || isRustCharacter()))
                blankQuoted({c}, true);
            else
                ++m_at;
        }
        return std::move(m_text);
    }

private:
    bool startsWith(std::string_view prefix) const { return m_text.compare(m_at, prefix.size(), prefix) == 0; }

    std::size_t hashesAfter(std::size_t at) const
    {
        return std::min(m_text.find_first_not_of('#', at), m_text.size()) - std::min(at, m_text.size());
    }

    bool isRawText() const
    {
        if (m_text[m_at] != 'r') // before anything is counted: that would take quadratic time
            return false;
        const std::size_t quote = m_at + 1 + hashesAfter(m_at + 1);
        return (m_at == 0 || !isWordCharacter(m_text[m_at - 1])) && quote < m_text.size()
               && m_text[quote] == '"';
    }

    /// Not the name of a lifetime: 'a.
    bool isRustCharacter() const
    {
        return m_at + 2 < m_text.size() && (m_text[m_at + 1] == '\\' || m_text[m_at + 2] == '\'');
    }

    void blank()
    {
        if (m_text[m_at] != '\n')
            m_text[m_at] = ' ';
        ++m_at;
    }

    void blankThrough(const std::string& end)
    {
        // What opens is as long as what closes, but for the r of a raw text.
        const std::size_t from = m_at + end.size() + (end.starts_with('"') ? 1 : 0);
        const std::size_t found = m_text.find(end, from);
        const std::size_t last = found == std::string::npos ? m_text.size() : found + end.size();
        while (m_at < last)
            blank();
    }

    /// One that ends with its line, closed or not: what looks like a quote may be none, as in a regular expression.
    void blankQuoted(const std::string& quote, bool endsWithLine)
    {
        for (std::size_t i = 0; i < quote.size(); ++i)
            blank();
        while (m_at < m_text.size() && !startsWith(quote)) {
            if (endsWithLine && m_text[m_at] == '\n')
                return;
            if (m_text[m_at] == '\\')
                blank();
            if (m_at < m_text.size())
                blank();
        }
        for (std::size_t i = 0; i < quote.size() && m_at < m_text.size(); ++i)
            blank();
    }

    std::string m_text;
    Language m_language;
    std::size_t m_at = 0;
};

/// How many times `line` can suspend.
int awaitsIn(std::string_view line, Language language)
{
    int count = 0;
    std::string_view before;
    for (std::size_t at = 0; at < line.size();) {
        if (!isWordCharacter(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && isWordCharacter(line[end]))
            ++end;
        const std::string_view word = line.substr(at, end - at);
        if (word == "await")
            // In Rust `.await` only: there the word alone is no suspension.
            count += language != Language::rust || (at > 0 && line[at - 1] == '.') ? 1 : 0;
        else if (language == Language::python && before == "async" && (word == "with" || word == "for"))
            ++count;
        before = word;
        at = end;
    }
    return count;
}

std::string countOf(std::size_t awaits)
{
    return awaits == 0 ? "never waits" : "waits at " + std::to_string(awaits) + (awaits == 1 ? " await" : " awaits");
}

class RetellingChecks
{
public:
    RetellingChecks(const Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors)
        : m_lesson{lesson},
          m_where{where},
          m_errors{errors}
    {}

    void check(const RetellingSpec& retelling)
    {
        const OtherRuntime* const runtime = findOtherRuntime(retelling.runtime);
        if (runtime == nullptr) // the manifest has said so
            return;
        for (const VariantSpec& variant : m_lesson.variants) {
            const std::string name = fileOf(*runtime, variant.name);
            const LessonFile* const program = m_lesson.findFile(name);
            const LessonFile* const source = m_lesson.findFile(variant.file);
            if (program == nullptr && !variant.isShownAtFirst)
                continue; // where it comes later it may be told in C++ alone
            if (program == nullptr)
                reject("lesson.toml", retelling.line,
                       "The retelling " + retelling.runtime + " lacks the file " + name + ", the variant "
                           + variant.name + " in its language. Write it, or take the retelling out.");
            else if (source != nullptr)
                check(*program, runtime->language, *source);
        }
    }

private:
    void check(const LessonFile& program, Language language, const LessonFile& source)
    {
        if (const std::optional<NoText> problem = whyNoText(program.text)) // nothing else can be said of it
            return reject(program.name, problem->line, problem->message);
        if (linesOf(program.text).size() > maxVariantLines)
            reject(program.name, maxVariantLines + 1,
                   "The program has more than " + std::to_string(maxVariantLines)
                       + " lines. Move the world around it into a file of its own.");
        const std::vector<int> awaits = awaitLinesOf(program.text, language);
        if (const auto twice = std::ranges::adjacent_find(awaits); twice != awaits.end())
            reject(program.name, *twice, "There is more than one await in this line. Give each a line of its own.");
        // Counted only: which await is which goes by their order, in every language.
        const std::size_t wanted = SourceIndex{source.name, source.text}.awaits().size();
        if (awaits.size() != wanted)
            reject(program.name, awaits.empty() ? 1 : awaits.back(),
                   "The program " + countOf(awaits.size()) + ", and " + source.name + ' ' + countOf(wanted)
                       + ". Let both wait at the same points, in the same order.");
        checkMarks(program, language, source);
    }

    void checkMarks(const LessonFile& program, Language language, const LessonFile& source)
    {
        const std::vector<SourceMark> wanted = marksOf(source.text);
        const std::vector<SourceMark> marks = marksOf(program.text, language);
        for (const SourceMark& mark : wanted) {
            if (std::ranges::count(marks, mark.name, &SourceMark::name) != 1)
                reject(program.name, 0,
                       "One line must end in the comment mark: " + mark.name + ", as line " + std::to_string(mark.line)
                           + " of " + source.name + " does.");
        }
        for (const SourceMark& mark : marks) {
            if (std::ranges::find(wanted, mark.name, &SourceMark::name) == wanted.end())
                reject(program.name, mark.line,
                       source.name + " has no mark " + inQuotes(mark.name) + ". Give it one, or remove this.");
        }
    }

    void reject(const std::string& file, int line, std::string message)
    {
        m_errors.push_back({std::move(message), m_where + file, line});
    }

    const Lesson& m_lesson;
    const std::string& m_where;
    std::vector<Diagnostic>& m_errors;
};

} // namespace

const std::vector<OtherRuntime>& otherRuntimes()
{
    static const std::vector<OtherRuntime> runtimes = {
        {"tokio", "rust", ".rs", Language::rust, CancelModel::drop},
        {"node", "js", ".mjs", Language::javaScript, CancelModel::eager},
        {"asyncio", "python", ".py", Language::python, CancelModel::asio},
    };
    return runtimes;
}

const OtherRuntime* findOtherRuntime(std::string_view name)
{
    const auto found = std::ranges::find(otherRuntimes(), name, &OtherRuntime::name);
    return found == otherRuntimes().end() ? nullptr : &*found;
}

std::string fileOf(const OtherRuntime& runtime, std::string_view variant)
{
    return std::string{runtime.folder}.append("/").append(variant).append(runtime.ending);
}

std::vector<int> awaitLinesOf(std::string_view source, Language language)
{
    const std::string masked = Masker{source, language}.mask();
    std::vector<int> lines;
    int number = 0;
    for (const std::string_view line : linesOf(masked)) {
        ++number;
        lines.insert(lines.end(), static_cast<std::size_t>(awaitsIn(line, language)), number);
    }
    return lines;
}

std::vector<SourceMark> marksOf(std::string_view source, Language language)
{
    const std::string_view comment = language == Language::python ? "# mark:" : "// mark:";
    const std::string masked = Masker{source, language}.mask();
    const std::vector<std::string_view> maskedLines = linesOf(masked);
    std::vector<SourceMark> marks;
    int number = 0;
    for (const std::string_view line : linesOf(source)) {
        ++number;
        const std::size_t at = line.rfind(comment);
        // A text is blanked as well, but not the quote and what else follows it.
        if (at == std::string_view::npos
            || maskedLines[static_cast<std::size_t>(number) - 1].find_first_not_of(" \t", at) != std::string_view::npos)
            continue;
        marks.push_back({std::string{trimmed(line.substr(at + comment.size()))}, number});
    }
    return marks;
}

std::map<int, int> sameLines(const LessonFile& variant, const LessonFile& program, Language language)
{
    std::map<int, int> lines;
    const SourceIndex index{variant.name, variant.text};
    const std::vector<int> awaits = awaitLinesOf(program.text, language);
    for (std::size_t i = 0; i < std::min(awaits.size(), index.awaits().size()); ++i)
        lines[index.awaits()[i].line] = awaits[i];
    const std::vector<SourceMark> marks = marksOf(program.text, language);
    for (const SourceMark& mark : marksOf(variant.text)) {
        const auto same = std::ranges::find(marks, mark.name, &SourceMark::name);
        if (same != marks.end())
            lines[mark.line] = same->line;
    }
    return lines;
}

void checkRetellings(const Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors)
{
    RetellingChecks checks{lesson, where, errors};
    for (const RetellingSpec& retelling : lesson.retellings)
        checks.check(retelling);
}

} // namespace awaitscope
