// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/judge/verify.hpp"

#include <boost/asio/awaitable.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace awaitscope {
namespace {

/// A lesson, Alan's unless told, to be broken.
class BrokenLesson
{
public:
    explicit BrokenLesson(const std::string& slug = "alan-caches-requests")
    {
        std::vector<BuiltInLesson> lessons = builtInLessons();
        m_builtIn = *std::find_if(lessons.begin(), lessons.end(),
                                  [&slug](const BuiltInLesson& lesson) { return lesson.slug == slug; });
    }

    /// Replaces the first `from`, and remembers its line; throws std::logic_error if it is not there.
    /// What is not of a telling is broken in English alone: others would first be told that they differ.
    BrokenLesson& replace(const std::string& name, const std::string& from, const std::string& to)
    {
        if (tellingOf(name).empty())
            std::erase_if(m_builtIn.files, [](const LessonFile& file) { return !tellingOf(file.name).empty(); });
        for (LessonFile& file : m_builtIn.files) {
            const std::size_t position = file.text.find(from);
            if (file.name != name || position == std::string::npos)
                continue;
            const auto end = file.text.begin() + static_cast<std::ptrdiff_t>(position);
            m_line = 1 + static_cast<int>(std::count(file.text.begin(), end, '\n'));
            file.text.replace(position, from.size(), to);
            return *this;
        }
        throw std::logic_error("the lesson's " + name + " has no \"" + from + '"');
    }

    BrokenLesson& setProgram(const std::string& variant, Program program)
    {
        for (auto& entry : m_builtIn.programs) {
            if (entry.first == variant)
                entry.second = program;
        }
        return *this;
    }

    int line() const { return m_line; }

    std::vector<std::string> errors(const RunLimits& limits = {}) const
    {
        LessonReading reading = readBuiltInLesson(m_builtIn);
        if (reading.errors.empty())
            reading.errors = verifyLesson(reading.lesson, "lessons/alan/", limits);
        std::vector<std::string> texts;
        for (const Diagnostic& error : reading.errors)
            texts.push_back(error.toText());
        return texts;
    }

private:
    BuiltInLesson m_builtIn;
    int m_line = 0;
};

testing::AssertionResult hasError(const std::vector<std::string>& errors, const std::string& start)
{
    for (const std::string& error : errors) {
        if (error.starts_with(start))
            return testing::AssertionSuccess();
    }
    testing::AssertionResult failure = testing::AssertionFailure();
    failure << "expected " << start << "\ngot";
    for (const std::string& error : errors)
        failure << '\n' << error;
    return failure;
}

TEST(Verify, FindsNothingWrongWithAlansLesson) { EXPECT_EQ(BrokenLesson{}.errors(), std::vector<std::string>{}); }

struct BrokenFile
{
    const char* file;
    const char* from;
    const char* to;
    const char* error; ///< behind the file and line of the change
};

TEST(Verify, HoldsAStoryInAnotherLanguageToTheFirst)
{
    const std::vector<BrokenFile> breaks = {
        {"story.de.md", "presents: caller, scopes, code", "presents: scopes, code", "What the scene presents"},
        {"story.de.md", "(awaitscope:?downstream=400ms)", "(awaitscope:?downstream=500ms)", "What the links"},
        {"story.de.md", "awaitscope:?time=200ms Der Downstream", "awaitscope:?time=100ms Der Downstream",
         "What the scene's moments show"},
        {"story.de.md", "awaitscope:?variants=buggy&timeout=250ms", "awaitscope:?variants=buggy&timeout=260ms",
         "The scope of the scene"},
        {"story.de.md", "example = \"250ms\"", "example = \"260ms\"", "What the question \"lose-it\" asks"},
        {"story.de.md", "hints = [\"Was ist bis dahin geholt?\"]", "hints = [\"Was\", \"ist\"]",
         "What the question \"nothing-to-lose\" asks"},
        {"story.de.md", "::: drop\n`get_response` wird", "::: eager\n`get_response` wird",
         "The row of questions and of what is told"},
        {"words.de.toml", "\"lost\" =", "\"last\" =", "There are no words for \"lost\" of lesson.toml."},
        {"words.de.toml", "\"get_response won\" =", "\"he won\" =", "There are no words for \"get_response won\", which a run says."},
    };
    for (const BrokenFile& item : breaks) {
        BrokenLesson lesson;
        const std::vector<std::string> errors = lesson.replace(item.file, item.from, item.to).errors();
        EXPECT_FALSE(errors.empty()) << item.to;
        EXPECT_TRUE(std::ranges::any_of(errors, [&](const std::string& error) {
            return error.find(std::string{"/"} + item.file) != std::string::npos && error.find(item.error) != std::string::npos;
        })) << item.error << "\ngot " << (errors.empty() ? "" : errors.front());
    }
}

TEST(Verify, SaysWhatAStoryGetsWrongAndWhere)
{
    const std::vector<BrokenFile> breaks = {
        {"story.md", "[the client is not ready yet](awaitscope:?await=2)", "[x](awaitscope:?await=3)",
         "await=3: the variant buggy reaches 2 awaits; allowed are 1 to 2."},
        {"story.md", "```scope\nawaitscope:?variants=buggy&timeout=250ms", "```scope\nawaitscope:?await=9",
         "await=9: "},
        {"story.md", "```scope\nawaitscope:?variants=buggy&timeout=350ms", "```scope\nawaitscope:?time=9s",
         "time=9s lies past the end"},
        {"story.md", "```predict\nid = \"missing-line\"",
         "```predict\nscenario = \"awaitscope:?await=5\"\nid = \"missing-line\"", "await=5: "},
        {"story.md", "[250 ms](awaitscope:?timeout=250ms)", "[250 ms](awaitscope:?timeout=250)",
         "timeout cannot be \"250\"."},
    };
    for (const BrokenFile& item : breaks) {
        BrokenLesson lesson;
        lesson.replace(item.file, item.from, item.to);
        EXPECT_TRUE(
            hasError(lesson.errors(), "lessons/alan/story.md:" + std::to_string(lesson.line()) + ": " + item.error)
            || hasError(lesson.errors(),
                        "lessons/alan-caches-requests/story.md:" + std::to_string(lesson.line()) + ": " + item.error));
    }
}

TEST(Verify, RunsTheAnswersOfQuestions)
{
    const std::vector<BrokenFile> breaks = {
        {"story.md", "claim = \"buggy answers \\\"v1\\\"\"\nright = true", "claim = \"buggy finishes\"\nright = true",
         "The answer \"v1, three weeks old\" is called right, but run it is not true that buggy finishes."},
        {"story.md", "claim = \"buggy answers \\\"v2\\\"\"", "claim = \"buggy answers \\\"three\\\"\"",
         "The answer \"v2, a little late\" is called wrong, but run it is true that buggy answers \"three\"."},
        {"story.md", "buggy runs cache.set at 300ms", "buggy runs cache.set at 299ms",
         "The answer \"It runs, at 300 ms\" is called right, but run it is not true that buggy runs cache.set at "
         "299ms."},
        {"story.md", "buggy omits \\\"cached v2\\\"", "buggy omits \\\"cached v3\\\"",
         "No variant ever prints the line \"cached v3\", so that to omit it means nothing."},
        {"story.md", "fixed lacks cache.set and", "fixed lacks cache.put and",
         "No variant ever runs the effect \"cache.put\", so that to lack it means nothing."},
        {"story.md", "fixed n/a obtained-response-is-cached", "fixed holds obtained-response-is-cached",
         "The answer \"Nothing\" is called right, but run it is not true that"},
        {"story.md", "runs = [\"http.make_request\", \"cache.set\"]", "runs = [\"http.make_request\"]",
         "The line of cache.set is not among those that run to their end, but run it does."},
        {"story.md", "variant = \"fixed\"", "variant = \"buggy\"",
         "The line of cache.set is among those that run to their end, but run it does not."},
        {"story.md", "runs = [\"http.make_request\", \"cache.set\"]",
         "runs = [\"http.make_request\", \"cache.set\", \"cache.put\"]", "No line of fixed is called \"cache.put\"."},
        {"story.md", "example = \"250ms\"", "example = \"150ms\"",
         "The timeout 150ms is called right, but run it is not true that buggy violates"},


    };
    for (const BrokenFile& item : breaks) {
        const std::vector<std::string> errors = BrokenLesson{}.replace(item.file, item.from, item.to).errors();
        ASSERT_EQ(errors.size(), 1U) << item.error;
        EXPECT_TRUE(errors[0].starts_with("lessons/alan/story.md:")) << errors[0];
        EXPECT_NE(errors[0].find(item.error), std::string::npos) << errors[0];
    }
}

TEST(Verify, ABuggyVariantMustShowItsBugInEveryModelItNames)
{
    BrokenLesson lesson;
    const std::vector<std::string> errors =
        lesson.replace("lesson.toml", "[\"asio\", \"drop\"]", "[\"asio\", \"eager\"]").errors();
    lesson.replace("lesson.toml", "[[variant]]\nname = \"buggy\"", "[[variant]]\nname = \"buggy\"");
    EXPECT_TRUE(hasError(errors, "lessons/alan/lesson.toml:" + std::to_string(lesson.line())
                                     + ": The buggy variant buggy violates no check at any await under eager"));
    EXPECT_EQ(errors.size(), 1U) << errors.back();
}

TEST(Verify, AVariantThatIsForSomeModelsMustBeSeenNotToBeForTheOthers)
{
    BrokenLesson fixed;
    fixed.replace("lesson.toml", "kind = \"fixed\"", "kind = \"fixed\"\nmodels = [\"asio\"]"); // which remembers its line
    EXPECT_TRUE(hasError(fixed.errors(),
                         "lessons/alan/lesson.toml:" + std::to_string(fixed.line() - 3)
                             + ": The fixed variant fixed violates no check under drop, which its models leave out"));
    BrokenLesson buggy;
    buggy.replace("lesson.toml", "kind = \"buggy\"", "kind = \"buggy\"\nmodels = [\"drop\"]"); // which remembers its line
    EXPECT_TRUE(hasError(buggy.errors(),
                         "lessons/alan/lesson.toml:" + std::to_string(buggy.line() - 3)
                             + ": The buggy variant buggy violates a check under asio, which its models leave out"));
}

/// What a race of JavaScript does to the worker: nothing to the buggy one, and something to one of its fixes.
TEST(Verify, AVariantCanBeForSomeOfTheLessonsModels)
{
    BrokenLesson lesson{"dequeued-then-dropped"};
    lesson.replace("lesson.toml", "[\"asio\", \"drop\"]", "[\"asio\", \"drop\", \"eager\"]");
    EXPECT_TRUE(hasError(lesson.errors(), "lessons/alan/lesson.toml:"));
    lesson.replace("lesson.toml", "kind = \"buggy\"", "kind = \"buggy\"\nmodels = [\"asio\", \"drop\"]");
    EXPECT_TRUE(hasError(lesson.errors(), "lessons/alan/receive.cpp:"));
    lesson.replace("lesson.toml", "name = \"receive\"", "models = [\"drop\", \"asio\"]\nname = \"receive\"");
    EXPECT_EQ(lesson.errors(), std::vector<std::string>{});
}

TEST(Verify, AFixedVariantMustHoldAtEveryAwaitAndEveryTimeout)
{
    BrokenLesson lesson;
    lesson.replace("lesson.toml", "kind = \"buggy\"", "kind = \"fixed\"\nprice = \"none\"");
    lesson.replace("lesson.toml",
                   "kind = \"fixed\"\nprice = \"The response is cached even when the client never got it.\"",
                   "kind = \"buggy\"");
    const std::vector<std::string> errors = lesson.errors();
    lesson.replace("buggy.cpp", "  co_await channel.send(response);", "");
    for (const char* const model : {"asio", "drop"}) {
        const std::string start = std::string{": The fixed variant buggy violates a check under "} + model;
        EXPECT_TRUE(hasError(errors, "lessons/alan/buggy.cpp:" + std::to_string(lesson.line()) + start
                                         + " when the timeout fires at await 2, channel.send."));
    }
    EXPECT_TRUE(hasError(
        errors,
        "lessons/alan/buggy.cpp:1: The fixed variant buggy violates a check under asio when the timeout is 200ms."));
    EXPECT_TRUE(hasError(
        errors,
        "lessons/alan/buggy.cpp:1: The fixed variant buggy violates a check under drop when the timeout is 200001us."));
    EXPECT_TRUE(hasError(errors, "lessons/alan/lesson.toml:"));
}

TEST(Verify, TheManifestAndTheCodeMustAgreeOnTheChecks)
{
    BrokenLesson lesson;
    lesson.replace("lesson.toml", "[[check]]", "[[check]]");
    const std::string start = "lessons/alan/lesson.toml:" + std::to_string(lesson.line())
                              + ": scenario.cpp judges other checks than the manifest: ";
    lesson.replace("lesson.toml", "text = \"A response that was obtained is cached.\"", "text = \"All is well.\"");
    const std::vector<std::string> errors = lesson.errors();
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_TRUE(errors[0].starts_with(start + "\"A response that was obtained is cached.\""))
        << errors[0];
}

TEST(Verify, SaysThatAVariantIsNotCompiledIn)
{
    EXPECT_TRUE(hasError(BrokenLesson{}.setProgram("fixed", {}).errors(),
                         "lessons/alan/fixed.cpp: This program was built without this variant"));
}

/// A caller that forgets the subject.
class IdleStage : public Stage
{
public:
    boost::asio::awaitable<void> caller() override { co_return; }
    std::vector<TraceCheck> judge(const Trace&) const override
    {
        return {{"obtained-response-is-cached", "A response that was obtained is cached.", Verdict::notApplicable, ""}};
    }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }
};

TEST(Verify, TheCallerMustRunTheSubject)
{
    const Program idle{[](World&) -> std::unique_ptr<Stage> { return std::make_unique<IdleStage>(); }};
    EXPECT_TRUE(hasError(BrokenLesson{}.setProgram("buggy", idle).errors(),
                         "lessons/alan/buggy.cpp:1: The subject \"get_response\" never ran."));
}

TEST(Verify, NamesAFaultOfTheCodeAsOne)
{
    LessonReading reading = readBuiltInLesson(builtInLessons().front());
    const std::vector<Diagnostic> errors = verifyLesson(reading.lesson, "lessons/alan/", RunLimits{.maxEvents = 3});
    ASSERT_EQ(errors.size(), 1U) << "once, not from every scene";
    EXPECT_TRUE(errors[0].isFault);
    EXPECT_NE(errors[0].message.find("does not come to an end"), std::string::npos) << errors[0].message;
}

} // namespace
} // namespace awaitscope
