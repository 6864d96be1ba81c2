// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/source_checks.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/files/source_marks.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace awaitscope {

namespace {

/// Position of the whole word from `from` on; npos if it is not there.
std::size_t findWord(std::string_view text, std::string_view word, std::size_t from = 0)
{
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool startsHere = at == 0 || !isWordCharacter(text[at - 1]);
        const bool endsHere = end == text.size() || !isWordCharacter(text[end]);
        if (startsHere && endsHere)
            return at;
    }
    return std::string_view::npos;
}

/// What stands between the parentheses that open at or after `position`.
std::string_view argumentsAt(std::string_view text, std::size_t position)
{
    const std::size_t open = text.find('(', position);
    if (open == std::string_view::npos)
        return {};
    text = text.substr(0, open + 4096); // no call is that long, and a thousand that do not end must not take for ever
    int depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (depth == 0)
            return text.substr(open + 1, at - open - 1);
    }
    return text.substr(open + 1);
}

std::vector<SourceProblem> crowdedAwaits(const SourceIndex& index)
{
    std::vector<SourceProblem> found;
    std::set<int> statements;
    for (const SourceAwait& await : index.awaits()) {
        if (await.what.find("this_coro::") != std::string::npos)
            continue; // it waits for nothing, and is not recorded
        if (!statements.insert(await.statementLine).second)
            found.push_back({await.line, "There is more than one co_await in this statement. Give each a statement on a line of its "
                                         "own."});
    }
    return found;
}

/// In `code`, a source without comments and literals.
std::vector<SourceProblem> detachedSpawns(const std::string& code)
{
    std::vector<SourceProblem> found;
    for (std::size_t at = findWord(code, "co_spawn"); at != std::string::npos; at = findWord(code, "co_spawn", at + 1)) {
        if (found.size() > mostErrors)
            break;
        // Awaited, such a task is its parent's child: it is cancelled and dropped with it.
        if (findWord(argumentsAt(code, at), "use_awaitable") == std::string_view::npos)
            found.push_back({lineAt(code, at), {}});
    }
    return found;
}

class FileChecks
{
public:
    FileChecks(const LessonFile& file, const std::string& where, std::vector<Diagnostic>& errors)
        : m_file{file},
          m_name{where + file.name},
          m_masked{maskCommentsAndLiterals(file.text)},
          m_index{file.name, file.text},
          m_errors{errors}
    {}

    /// Whether it is text at all: if not, nothing else can be said of it.
    bool checkText()
    {
        if (const std::optional<NoText> problem = whyNoText(m_file.text))
            reject(problem->line, problem->message);
        else if (trimmed(m_file.text).empty())
            reject(1, "The file is empty. A C++ file of a lesson has code.");
        else
            return true;
        return false;
    }

    void checkLength()
    {
        if (const std::size_t lines = linesOf(m_file.text).size(); lines > maxVariantLines)
            reject(maxVariantLines + 1, "The variant has " + std::to_string(lines) + " lines. Allowed: up to "
                                            + std::to_string(maxVariantLines) + '.');
    }

    void checkIncludes()
    {
        int headers = 0;
        const std::vector<std::string_view> masked = linesOf(m_masked);
        const std::vector<std::string_view> lines = linesOf(m_file.text);
        for (std::size_t index = 0; index < lines.size(); ++index) {
            // The masked text tells a directive from a comment that looks like one; the name in quotes is in the text
            // itself, since masking blanks it.
            const bool isDirective = index < masked.size() && trimmed(masked[index]).starts_with('#');
            const std::string_view line = trimmed(lines[index]);
            if (!isDirective || line.find("include") == std::string_view::npos
                || line.find('"') == std::string_view::npos)
                continue;
            if (++headers == 2)
                reject(static_cast<int>(index) + 1,
                       "The variant includes a second header in quotes. Allowed: one, the lesson's own.");
        }
        if (headers == 0)
            reject(1, "The variant includes no header in quotes. It needs one, the lesson's own, such as service.hpp.");
    }

    void checkAwaits()
    {
        // Both rules make an await's line say which await it is, on every compiler: for an expression of several lines
        // one reports its first line and another its last, and two awaits of one statement would have the same.
        for (const SourceProblem& problem : crowdedAwaits(m_index))
            reject(problem.line, problem.message);
        std::set<int> statements;
        for (const SourceAwait& await : m_index.awaits()) {
            if (statements.insert(await.statementLine).second && await.statementLine != await.line)
                reject(await.line, "The co_await is not on the first line of its statement. Start the statement on "
                                   "this line, or name the awaited thing before it. What belongs to an if, else, for or while "
                                   "starts a statement of its own between braces.");
        }
    }

    void checkSpawns()
    {
        for (const SourceProblem& problem : detachedSpawns(m_masked)) {
            if (m_errors.size() > mostErrors) // nobody will see more
                return;
            reject(problem.line, "A lesson cannot start a detached task by co_spawn. Use the world's spawn.");
        }
    }

    /// In a worker they show the run's time; a lesson that is compiled in would read the machine's, another at each run.
    void checkClocks()
    {
        for (const std::string_view clock : {"steady_clock", "system_clock", "high_resolution_clock"}) {
            for (std::size_t at = findWord(m_masked, clock); at != std::string::npos; at = findWord(m_masked, clock, at + 1)) {
                if (m_errors.size() > mostErrors)
                    return;
                if (std::string_view{m_masked}.substr(at + clock.size()).starts_with("::now"))
                    reject(lineAt(m_masked, at), "A lesson reads no clock, as that of the machine differs at each run. Use the world's now(), or "
                                                 "a timer's expiry().");
            }
        }
    }

    void checkDefines(const std::string& function, std::string_view key)
    {
        if (!function.empty() && m_index.findFunction(function) == nullptr)
            // Of the file as a whole: what is missing has no line.
            reject(0, "There is no function " + inQuotes(function) + " here, which lesson.toml names as "
                          + std::string{key} + '.');
    }

    void collectMarks(std::set<std::string>& marks, const std::set<std::string>& used)
    {
        std::set<std::string> own;
        for (const SourceMark& mark : marksOf(m_file.text)) {
            marks.insert(mark.name);
            if (!isPlainName(mark.name))
                reject(mark.line, "A mark cannot be called " + inQuotes(mark.name)
                                      + ". Allowed: small letters, digits and '-' or '_' between them.");
            else if (!own.insert(mark.name).second)
                reject(mark.line, "The mark " + inQuotes(mark.name) + " is there twice in this file.");
            else if (!used.contains(mark.name))
                reject(mark.line, "The story never uses the mark " + inQuotes(mark.name)
                                      + ". Link to it by (mark:" + mark.name + "), or remove it.");
        }
    }

private:
    void reject(int line, std::string message) { m_errors.push_back({std::move(message), m_name, line}); }

    const LessonFile& m_file;
    std::string m_name;
    std::string m_masked;
    SourceIndex m_index;
    std::vector<Diagnostic>& m_errors;
};

} // namespace

std::vector<SourceProblem> findCrowdedAwaits(std::string_view source) { return crowdedAwaits(SourceIndex{{}, source}); }

void checkSources(const Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors)
{
    std::set<std::string> used;
    for (const Scene& scene : lesson.story.scenes) {
        for (const StoryMark& mark : scene.marks)
            used.insert(mark.name);
    }
    std::set<std::string> marks;
    for (const VariantSpec& variant : lesson.variants) {
        const LessonFile* const file = lesson.findFile(variant.file);
        if (file == nullptr)
            continue;
        FileChecks checks{*file, where, errors};
        if (!checks.checkText())
            continue;
        checks.checkLength();
        checks.checkIncludes();
        checks.checkAwaits();
        checks.checkSpawns();
        checks.checkClocks();
        checks.checkDefines(lesson.subject, "subject");
        checks.collectMarks(marks, used);
    }
    if (const LessonFile* const scenario = lesson.findFile("scenario.cpp")) {
        FileChecks checks{*scenario, where, errors};
        if (checks.checkText()) {
            // Not the rest: length, headers and one await for each statement are for what learners read and aim at.
            checks.checkSpawns();
            checks.checkClocks();
            checks.checkDefines(lesson.caller, "caller");
        }
    }
    for (const Scene& scene : lesson.story.scenes) {
        for (const StoryMark& mark : scene.marks) {
            if (!marks.contains(mark.name))
                errors.push_back({"No variant has the mark " + inQuotes(mark.name)
                                      + ". End the line it means with // mark: " + mark.name + '.',
                                  where + "story.md", mark.line});
        }
    }
}

} // namespace awaitscope
