// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/telling.hpp"

#include "lesson/format/lesson.hpp"
#include "lesson/format/story_reader.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace awaitscope {

namespace {

constexpr std::string_view storyStart = "story.";
constexpr std::string_view storyEnd = ".md";
constexpr std::string_view wordsStart = "words.";
constexpr std::string_view wordsEnd = ".toml";

/// Calls `visit` with each text of the manifest that people read, and its line in lesson.toml if it has one.
/// The one list of them, so that what is asked to have words is just what gets them.
template <class SomeLesson, class Visit>
void visitTexts(SomeLesson& lesson, const Visit& visit)
{
    visit(lesson.title);
    visit(lesson.pattern);
    visit(lesson.summary);
    if (!lesson.law.empty())
        visit(lesson.law);
    for (auto& parameter : lesson.parameters)
        visit(parameter.title);
    for (auto& variant : lesson.variants) {
        visit(variant.title);
        visit(variant.price);
    }
    for (auto& check : lesson.checks) {
        visit(check.text);
        visit(check.violatedText);
        if (!check.isLiveness) {
            visit(check.holdsText);
            visit(check.notApplicableText);
        }
    }
}

/// Compares a story with the English one: what it says is its own, what it does is not.
class Comparer
{
public:
    Comparer(const Story& original, const Story& told, std::string file, std::vector<Diagnostic>& errors)
        : m_original(original),
          m_told(told),
          m_file(std::move(file)),
          m_errors(errors)
    {}

    void compare()
    {
        if (m_original.scenes.size() != m_told.scenes.size()) {
            reject(1, "The story has " + std::to_string(m_told.scenes.size()) + " scenes, story.md has "
                          + std::to_string(m_original.scenes.size()) + ". Tell the same ones in the same order.");
            return;
        }
        for (std::size_t i = 0; i < m_told.scenes.size(); ++i)
            compareScenes(m_original.scenes[i], m_told.scenes[i]);
    }

private:
    void reject(int line, std::string message) { m_errors.push_back({std::move(message), m_file, line}); }

    void require(bool isSame, int line, const std::string& what, int originalLine)
    {
        if (!isSame)
            reject(line, what + " differs from that of story.md:" + std::to_string(originalLine)
                             + ". Only words that people read may differ.");
    }

    void compareScenes(const Scene& original, const Scene& told)
    {
        require(original.scope == told.scope, told.scopeLine > 0 ? told.scopeLine : told.line, "The scope of the scene",
                original.scopeLine > 0 ? original.scopeLine : original.line);
        require(original.slide.panes == told.slide.panes && original.slide.subtitle.empty() == told.slide.subtitle.empty(),
                told.slide.line > 0 ? told.slide.line : told.line, "What the scene presents", original.slide.line > 0 ? original.slide.line : original.line);
        const auto isTitled = [](const auto& a, const auto& b) { return a.first == b.first; };
        require(original.view.panes == told.view.panes && std::ranges::equal(original.view.titles, told.view.titles, isTitled),
                told.view.line > 0 ? told.view.line : told.line, "What the scene shows or gives a title",
                original.view.line > 0 ? original.view.line : original.line);
        // A sentence may turn: the same links in another order are the same.
        const auto targets = [](const Scene& scene) {
            std::multiset<std::string> all;
            for (const StoryLink& link : scene.links)
                all.insert(link.target);
            for (const StoryMark& mark : scene.marks)
                all.insert("mark:" + mark.name);
            if (scene.showsTraffic)
                all.insert("traffic:");
            return all;
        };
        require(targets(original) == targets(told), told.line, "What the links of the scene lead to", original.line);
        require(std::ranges::equal(original.setPieces, told.setPieces, {}, &SetPiece::scenario, &SetPiece::scenario),
                told.setPieces.empty() ? told.line : told.setPieces.front().line, "What the scene's moments show",
                original.setPieces.empty() ? original.line : original.setPieces.front().line);
        const std::vector<const StoryBlock*> first = fixed(original);
        const std::vector<const StoryBlock*> second = fixed(told);
        const auto isSameBlock = [](const StoryBlock* a, const StoryBlock* b) {
            return a->models == b->models && a->predict.has_value() == b->predict.has_value();
        };
        // No further then: questions would be compared with others.
        if (!std::ranges::equal(first, second, isSameBlock)) {
            require(false, told.line, "The row of questions and of what is told under one model alone", original.line);
            return;
        }
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (first[i]->predict)
                compareQuestions(*first[i]->predict, *second[i]->predict);
        }
    }

    /// Questions, and text for some models: what is no plain text, whose paragraphs are the teller's.
    static std::vector<const StoryBlock*> fixed(const Scene& scene)
    {
        std::vector<const StoryBlock*> blocks;
        for (const StoryBlock& block : scene.blocks) {
            if (block.predict || !block.models.empty())
                blocks.push_back(&block);
        }
        return blocks;
    }

    void compareQuestions(const Predict& original, const Predict& told)
    {
        const auto isSameAnswer = [](const Predict::Answer& a, const Predict::Answer& b) { return a.claim == b.claim; };
        const bool isSame = original.id == told.id && original.kind == told.kind && original.scenario == told.scenario
                            && std::ranges::equal(original.answers, told.answers, isSameAnswer)
                            && original.right == told.right && original.variant == told.variant
                            && original.runs == told.runs && original.claim == told.claim
                            && original.example == told.example && original.solution == told.solution && original.pieces == told.pieces
                            && original.orders == told.orders && original.hints.size() == told.hints.size();
        require(isSame, told.line,
                "What the question " + inQuotes(original.id) + " asks, takes as right or hints at (id, kind, scenario, "
                    "claims, right, variant, runs, example, of, solution, lines, orders, number of hints)",
                original.line);
    }

    const Story& m_original;
    const Story& m_told;
    std::string m_file;
    std::vector<Diagnostic>& m_errors;
};

void requireWords(const Lesson& lesson, const Phrasebook& words, const std::string& file, std::vector<Diagnostic>& errors)
{
    visitTexts(lesson, [&](const std::string& text) {
        if (!text.empty() && !words.find(text))
            errors.push_back({"There are no words for " + inQuotes(text) + " of lesson.toml. Add a line for it.", file, 0});
    });
}

} // namespace

std::string_view tellingOf(std::string_view file)
{
    for (const auto& [start, end] : {std::pair{storyStart, storyEnd}, {wordsStart, wordsEnd}}) {
        // Two letters: a language by its code.
        if (!file.starts_with(start) || !file.ends_with(end) || file.size() != start.size() + 2 + end.size())
            continue;
        const std::string_view language = file.substr(start.size(), 2);
        if (std::ranges::all_of(language, [](char letter) { return letter >= 'a' && letter <= 'z'; }))
            return language;
    }
    return {};
}

void readTellings(Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors)
{
    std::set<std::string> languages;
    for (const LessonFile& file : lesson.files) {
        if (const std::string_view language = tellingOf(file.name); !language.empty())
            languages.emplace(language);
    }
    for (const std::string& language : languages) {
        const std::string storyName = std::string{storyStart} + language + std::string{storyEnd};
        const std::string wordsName = std::string{wordsStart} + language + std::string{wordsEnd};
        const LessonFile* const story = lesson.findFile(storyName);
        const LessonFile* const words = lesson.findFile(wordsName);
        if (story == nullptr || words == nullptr) {
            errors.push_back({"The file is missing. A lesson in another language has both a story and words.",
                              where + (story == nullptr ? storyName : wordsName), 0});
            continue;
        }
        Telling telling{language, {}, readPhrasebook(words->text, where + wordsName, errors)};
        requireWords(lesson, telling.words, where + wordsName, errors);
        const std::size_t before = errors.size();
        // A copy, as resolveStory() works on a lesson's own story.
        Lesson other = lesson;
        other.story = readStory(story->text, where + storyName, errors);
        if (errors.size() == before)
            resolveStory(other, where + storyName, errors);
        if (errors.size() == before)
            Comparer{lesson.story, other.story, where + storyName, errors}.compare();
        telling.story = std::move(other.story);
        lesson.tellings.push_back(std::move(telling));
    }
}

Lesson toldIn(const Lesson& lesson, std::string_view language)
{
    Lesson told = lesson;
    const auto telling = std::ranges::find(lesson.tellings, language, &Telling::language);
    if (telling == lesson.tellings.end())
        return told;
    told.language = telling->language;
    told.words = telling->words;
    told.story = telling->story;
    visitTexts(told, [&](std::string& text) { text = telling->words.say(text); });
    return told;
}

std::vector<std::string> wordsOf(const Trace& trace)
{
    std::vector<std::string> words{trace.callerOutcome, trace.clientOutcome};
    if (trace.recipient != theClient && trace.recipient.find(' ') != std::string::npos) // else a name, which is the same in every language
        words.push_back(trace.recipient);
    for (const TraceCheck& check : trace.checks)
        words.insert(words.end(), {check.why, check.word});
    std::erase(words, std::string{});
    return words;
}

Trace retold(const Trace& trace, const Phrasebook& words)
{
    Trace told = trace;
    told.callerOutcome = words.say(trace.callerOutcome);
    told.clientOutcome = words.say(trace.clientOutcome);
    told.recipient = words.say(trace.recipient);
    for (TraceCheck& check : told.checks) {
        check.text = words.say(check.text);
        check.why = words.say(check.why);
        check.word = words.say(check.word);
    }
    for (TraceSpan& span : told.spans) {
        span.kind = words.say(span.kind);
        span.text = words.say(span.text);
    }
    for (TraceValue& value : told.values)
        value.text = words.say(value.text);
    return told;
}

} // namespace awaitscope
