// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/claim.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace awaitscope {

namespace {

enum class Object { none, effect, text, check, number };

struct VerbForm
{
    std::string_view word;
    Claim::Verb verb;
    Object object;
};

// The one table: reading, and what messages say is allowed, both go by it.
constexpr std::array verbs = {
    VerbForm{"runs", Claim::Verb::runs, Object::effect},
    VerbForm{"lacks", Claim::Verb::lacks, Object::effect},
    VerbForm{"prints", Claim::Verb::prints, Object::text},
    VerbForm{"omits", Claim::Verb::omits, Object::text},
    VerbForm{"answers", Claim::Verb::answers, Object::text},
    VerbForm{"stops", Claim::Verb::stopsAt, Object::number},
    VerbForm{"finishes", Claim::Verb::finishes, Object::none},
    VerbForm{"holds", Claim::Verb::holds, Object::check},
    VerbForm{"violates", Claim::Verb::violates, Object::check},
    VerbForm{"n/a", Claim::Verb::isNotApplicable, Object::check},
};

Diagnostic claimProblem(std::string message) { return Diagnostic{std::move(message), {}, 0}; }

struct Word
{
    std::string text;
    bool isQuoted = false;
};

Result<std::vector<Word>> wordsOf(std::string_view text)
{
    std::vector<Word> words;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const bool isQuoted = text.front() == '"';
        if (isQuoted)
            text.remove_prefix(1);
        const std::size_t end = text.find_first_of(isQuoted ? "\"" : " \t\r\n");
        if (isQuoted && end == std::string_view::npos)
            return claimProblem("The claim has a quote that does not end.");
        // Remembered, as "and" in quotes is a text and joins nothing.
        words.push_back({std::string{text.substr(0, end)}, isQuoted});
        text.remove_prefix(std::min(end == std::string_view::npos ? end : end + (isQuoted ? 1 : 0), text.size()));
    }
    return words;
}

/// Takes the words of one clause from the front.
class ClauseReader
{
public:
    ClauseReader(const std::vector<Word>& words, const Lesson& lesson) : m_words{words}, m_lesson{lesson} {}

    bool isAtEnd() const { return m_next == m_words.size(); }

    bool takeWord(std::string_view wanted)
    {
        if (isAtEnd() || m_words[m_next].isQuoted || m_words[m_next].text != wanted)
            return false;
        ++m_next;
        return true;
    }

    Result<Claim> readClause()
    {
        Claim claim;
        const std::string variant = take();
        if (m_lesson.findVariant(variant) == nullptr)
            return claimProblem("A claim cannot start with " + inQuotes(variant) + ". Allowed: a variant of the lesson, "
                           + variants() + '.');
        claim.variant = variant;
        const std::string word = take();
        const auto* const form =
            std::find_if(verbs.begin(), verbs.end(), [&](const VerbForm& verb) { return verb.word == word; });
        if (form == verbs.end())
            return claimProblem("A claim cannot say that a variant " + inQuotes(word) + ". Allowed: " + verbWords() + '.');
        claim.verb = form->verb;
        if (const std::optional<Diagnostic> error = readObject(*form, claim))
            return *error;
        return claim;
    }

private:
    std::string take() { return isAtEnd() ? std::string{} : m_words[m_next++].text; }

    std::optional<Diagnostic> readObject(const VerbForm& form, Claim& claim)
    {
        const bool isQuoted = !isAtEnd() && m_words[m_next].isQuoted;
        switch (form.object) {
        case Object::none:
            return {};
        case Object::text:
            claim.object = take();
            if (!isQuoted || claim.object.empty())
                return claimProblem("After " + std::string{form.word} + " comes a text in quotes.");
            return {};
        case Object::check:
            claim.object = take();
            if (m_lesson.findCheck(claim.object) == nullptr)
                return claimProblem("There is no check " + inQuotes(claim.object) + ". Allowed: " + checks() + '.');
            return {};
        case Object::number:
            return readAwaitNumber(claim);
        case Object::effect:
            return readEffect(form, claim);
        }
        return {};
    }

    std::optional<Diagnostic> readAwaitNumber(Claim& claim)
    {
        const bool hasAt = takeWord("at");
        const std::string number = take();
        const char* const end = number.data() + number.size();
        const auto [rest, error] = std::from_chars(number.data(), end, claim.await);
        if (!hasAt || error != std::errc{} || rest != end || claim.await < 1)
            return claimProblem("After stops comes at and the number of an await, such as stops at 2.");
        return {};
    }

    std::optional<Diagnostic> readEffect(const VerbForm& form, Claim& claim)
    {
        const bool isQuoted = !isAtEnd() && m_words[m_next].isQuoted;
        claim.object = take();
        // Any name will do here. Whether some variant ever has such an effect only a run can tell: verifyLesson().
        if (claim.object.empty() || claim.object == "and" || isQuoted)
            return claimProblem("After " + std::string{form.word} + " comes an effect, such as cache.set.");
        if (claim.verb != Claim::Verb::runs || !takeWord("at"))
            return {};
        const std::string time = take();
        const std::optional<VirtualDuration> parsed = tryParseDuration(time);
        if (!parsed)
            return claimProblem("After at comes a time, such as 300ms, not " + inQuotes(time) + '.');
        claim.at = VirtualTime{*parsed};
        return {};
    }

    std::string variants() const
    {
        std::vector<std::string> names;
        for (const VariantSpec& variant : m_lesson.variants)
            names.push_back(variant.name);
        return listed(names, "or");
    }

    std::string checks() const
    {
        std::vector<std::string> ids;
        for (const CheckSpec& check : m_lesson.checks)
            ids.push_back(check.id);
        return listed(ids, "or");
    }

    static std::string verbWords()
    {
        std::vector<std::string> words;
        for (const VerbForm& verb : verbs)
            words.emplace_back(verb.word);
        return listed(words, "or");
    }

    const std::vector<Word>& m_words;
    const Lesson& m_lesson;
    std::size_t m_next = 0;
};

bool hasVerdict(const Trace& trace, const std::string& check, Verdict verdict)
{
    // What has to happen at all is told of only where it did not.
    if (verdict == Verdict::holds && !trace.checks.empty()
        && std::ranges::find(trace.checks, check, &TraceCheck::id) == trace.checks.end())
        return true;
    return std::any_of(trace.checks.begin(), trace.checks.end(),
                       [&](const TraceCheck& judged) { return judged.id == check && judged.verdict == verdict; });
}

bool hasEffect(const Trace& trace, const Claim& claim)
{
    return std::any_of(trace.effects.begin(), trace.effects.end(), [&](const TraceEffect& effect) {
        return effect.what == claim.object && (!claim.at || effect.at == *claim.at);
    });
}

bool hasLine(const Trace& trace, const std::string& text)
{
    return std::any_of(trace.log.begin(), trace.log.end(), [&](const TraceLogLine& line) { return line.text == text; });
}

bool wasStoppedAt(const Trace& trace, int number)
{
    return std::any_of(trace.awaits.begin(), trace.awaits.end(), [number](const TraceAwait& await) {
        return await.number == number
               && (await.how == AwaitEnd::cancelled || await.how == AwaitEnd::dropped
                   || await.how == AwaitEnd::refused);
    });
}

bool hasSubjectReturned(const Trace& trace)
{
    return std::any_of(trace.coroutines.begin(), trace.coroutines.end(), [&](const TraceCoroutine& coroutine) {
        return coroutine.id == trace.subject && coroutine.how == CoroutineEnd::returned;
    });
}

} // namespace

Result<std::vector<Claim>> parseClaims(std::string_view text, const Lesson& lesson)
{
    const Result<std::vector<Word>> words = wordsOf(text);
    if (!words)
        return words.error();
    std::vector<Claim> claims;
    ClauseReader reader{*words, lesson};
    do {
        Result<Claim> claim = reader.readClause();
        if (!claim)
            return claim.error();
        claims.push_back(*std::move(claim));
    } while (reader.takeWord("and"));
    if (!reader.isAtEnd())
        return claimProblem("The claim " + inQuotes(text) + " goes on after its end. Join several by and.");
    return claims;
}

bool isTrue(const Claim& claim, const Trace& trace)
{
    switch (claim.verb) {
    case Claim::Verb::runs:
        return hasEffect(trace, claim);
    case Claim::Verb::lacks:
        return !hasEffect(trace, claim);
    case Claim::Verb::prints:
        return hasLine(trace, claim.object);
    case Claim::Verb::omits:
        return !hasLine(trace, claim.object);
    case Claim::Verb::answers:
        // A part of it: the outcome is a sentence, and the claim names what matters in it.
        return trace.clientOutcome.find(claim.object) != std::string::npos;
    case Claim::Verb::stopsAt:
        return wasStoppedAt(trace, claim.await);
    case Claim::Verb::finishes:
        return hasSubjectReturned(trace);
    case Claim::Verb::holds:
        return hasVerdict(trace, claim.object, Verdict::holds);
    case Claim::Verb::violates:
        return hasVerdict(trace, claim.object, Verdict::violated);
    case Claim::Verb::isNotApplicable:
        return hasVerdict(trace, claim.object, Verdict::notApplicable);
    }
    return false;
}

} // namespace awaitscope
