// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/sandbox.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

class ScenarioTest : public testing::Test
{
protected:
    Result<Scenario> parse(std::string_view text) const { return parseScenario(text, m_lesson, m_defaults); }

    Scenario valid(std::string_view text) const
    {
        const Result<Scenario> scenario = parse(text);
        EXPECT_TRUE(scenario) << scenario.error().toText();
        return scenario ? *scenario : m_defaults;
    }

    std::string errorOf(std::string_view text) const
    {
        const Result<Scenario> scenario = parse(text);
        return scenario ? "no error: " + toText(*scenario, m_lesson) : scenario.error().toText();
    }

    Lesson m_lesson = example::lesson();
    Scenario m_defaults = defaultScenario(m_lesson);
};

TEST_F(ScenarioTest, StartsFromTheLessonsDefaults)
{
    EXPECT_EQ(m_defaults.lesson, "example");
    EXPECT_EQ(m_defaults.variants, (std::vector<std::string>{"buggy", "fixed"}));
    EXPECT_EQ(m_defaults.model, CancelModel::asio);
    EXPECT_EQ(m_defaults.timeout, Timeout{NoTimeout{}});
    EXPECT_EQ(m_defaults.time, std::nullopt);
    EXPECT_EQ(m_defaults.parameters,
              (std::map<std::string, VirtualDuration>{{"client", 100ms}, {"downstream", 200ms}}));
    EXPECT_EQ(toText(m_defaults, m_lesson), "awaitscope:example");
}

TEST_F(ScenarioTest, ReadsEveryKey)
{
    const Scenario scenario =
        valid("awaitscope:example?variants=fixed,buggy&model=eager&timeout=250ms&time=271ms&client=1s");
    EXPECT_EQ(scenario.variants, (std::vector<std::string>{"fixed", "buggy"}));
    EXPECT_EQ(scenario.model, CancelModel::eager);
    EXPECT_EQ(scenario.timeout, Timeout{VirtualDuration{250ms}});
    EXPECT_EQ(scenario.time, VirtualTime{271ms});
    EXPECT_EQ(scenario.parameters.at("client"), 1s);
    EXPECT_EQ(scenario.parameters.at("downstream"), 200ms);
}

TEST_F(ScenarioTest, TakesZeroAsATimeoutAndNoneAsNone)
{
    EXPECT_EQ(valid("awaitscope:example?timeout=0ms").timeout, Timeout{VirtualDuration{0}});
    EXPECT_EQ(valid("awaitscope:example?timeout=none").timeout, Timeout{NoTimeout{}});
}

TEST_F(ScenarioTest, PrintsInAFixedOrderInTheLargestExactUnitAndLeavesDefaultsOut)
{
    const Scenario scenario = valid("awaitscope:example?client=1000ms&time=271000us&timeout=200001us&downstream="
                                    "200000us&model=drop&variants=buggy");
    EXPECT_EQ(toText(scenario, m_lesson),
              "awaitscope:example?variants=buggy&model=drop&timeout=200001us&time=271ms&client=1s");
}

TEST_F(ScenarioTest, APatchChangesOnlyWhatItNames)
{
    const Scenario current = valid("awaitscope:example?variants=buggy&model=drop&timeout=250ms&client=50ms");
    const Result<Scenario> patched = parseScenario("awaitscope:?model=eager", m_lesson, current);
    ASSERT_TRUE(patched);
    Scenario expected = current;
    expected.model = CancelModel::eager;
    EXPECT_EQ(*patched, expected);
    EXPECT_EQ(*parseScenario("awaitscope:", m_lesson, current), current);
}

TEST_F(ScenarioTest, JsIsUnderstoodAsEagerAndWrittenSo)
{
    EXPECT_EQ(valid("awaitscope:example?model=js").model, CancelModel::eager);
    EXPECT_EQ(toText(valid("awaitscope:example?model=js"), m_lesson), toText(valid("awaitscope:example?model=eager"), m_lesson));
}

TEST_F(ScenarioTest, AWholeStringIgnoresWhatWasThere)
{
    const Scenario current = valid("awaitscope:example?model=drop&timeout=250ms&client=50ms");
    EXPECT_EQ(*parseScenario("awaitscope:example", m_lesson, current), m_defaults);
    EXPECT_EQ(*parseScenario("example", m_lesson, current), m_defaults);
}

TEST_F(ScenarioTest, ATimeoutReplacesAnAwaitAndAnAwaitATimeout)
{
    const Scenario atAwait = valid("awaitscope:example?await=2");
    EXPECT_EQ(atAwait.timeout, Timeout{AtAwait{2}});
    const Result<Scenario> withTimeout = parseScenario("awaitscope:?timeout=250ms", m_lesson, atAwait);
    ASSERT_TRUE(withTimeout);
    EXPECT_EQ(withTimeout->timeout, Timeout{VirtualDuration{250ms}});
    const Result<Scenario> again = parseScenario("awaitscope:?await=1", m_lesson, *withTimeout);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->timeout, Timeout{AtAwait{1}});
}

TEST_F(ScenarioTest, APlusAfterTheNumberIsTheWindowAfterTheCompletion)
{
    const Timeout completed = AtAwait{2, AwaitWindow::completed};
    EXPECT_EQ(valid("awaitscope:example?await=2+").timeout, completed);
    EXPECT_EQ(valid("awaitscope:example?await=2%2B").timeout, completed) << "as the command line and browsers write it";
    EXPECT_NE(valid("awaitscope:example?await=2").timeout, completed);
    EXPECT_EQ(toText(valid("awaitscope:example?await=2+"), m_lesson), "awaitscope:example?await=2+");
}

TEST_F(ScenarioTest, SaysWhatTheTimeoutCancelsAndLeavesOutTheCoroutine)
{
    const Scenario onOperation = valid("awaitscope:example?cancel_on=operation&timeout=1ms");
    EXPECT_EQ(onOperation.cancelOn, CancelOn::operation);
    EXPECT_EQ(toText(onOperation, m_lesson), "awaitscope:example?cancel_on=operation&timeout=1ms");
    EXPECT_EQ(toText(valid("awaitscope:example?cancel_on=coroutine"), m_lesson), "awaitscope:example");
    const Result<Scenario> dropped = parseScenario("awaitscope:?model=drop", m_lesson, onOperation);
    ASSERT_TRUE(dropped) << dropped.error().message;
    EXPECT_EQ(dropped->cancelOn, CancelOn::coroutine) << "a story's link that names a model must work in every state";
}

TEST_F(ScenarioTest, ATimeoutCanBeAimedBeforeTheFirstStepOfWhatIsSpawned)
{
    EXPECT_EQ(valid("awaitscope:example?start=3").timeout, Timeout{BeforeStart{3}});
    EXPECT_EQ(toText(valid("awaitscope:example?start=3"), m_lesson), "awaitscope:example?start=3");
    EXPECT_EQ(parseScenario("awaitscope:?timeout=1ms", m_lesson, valid("awaitscope:example?start=3"))->timeout, Timeout{VirtualDuration{1000}});
}

TEST_F(ScenarioTest, ReadsEncodedKeysAndValues)
{
    EXPECT_EQ(valid("awaitscope:e%78ample?%63lient=5%30ms").parameters.at("client"), 50ms);
    EXPECT_EQ(valid("awaitscope:example?variants=%62uggy").variants, (std::vector<std::string>{"buggy"}));
    EXPECT_EQ(valid("  awaitscope:example?model=drop\n").model, CancelModel::drop) << "as it comes from a paste";
}

TEST_F(ScenarioTest, SaysWhichLessonAStringIsFor)
{
    EXPECT_EQ(*lessonOf("awaitscope:alan-caches-requests?timeout=250ms"), "alan-caches-requests");
    EXPECT_EQ(*lessonOf("alan-caches-requests"), "alan-caches-requests");
    EXPECT_EQ(*lessonOf("awaitscope:?await=2"), "");
    EXPECT_EQ(*lessonOf("awaitscope:"), "");
    for (const char* const text :
         {"", "two words", "http://example.org", "?await=2", "awaitscope://example", "awaitscope:%zz", "Alan"})
        EXPECT_FALSE(lessonOf(text)) << text;
}

struct Mistake
{
    const char* text;
    std::vector<const char*> said;
};

TEST_F(ScenarioTest, EachMistakeNamesTheKeyTheValueAndWhatIsAllowed)
{
    const std::vector<Mistake> mistakes = {
        {"awaitscope:other", {"other", "example"}},
        {"awaitscope:example?colour=red",
         {"\"colour\"", "variants, model, cancel_on, timeout, await, start, time, scene, downstream and client"}},
        {"awaitscope:example?timeout=1ms&timeout=2ms", {"\"timeout\"", "twice"}},
        {"awaitscope:example?%74imeout=1ms&timeout=2ms", {"\"timeout\"", "twice"}},
        {"awaitscope:example?timeout=1ms&await=1", {"await", "timeout", "one of them"}},
        {"awaitscope:example?start=1&await=1", {"await", "start", "one of them"}},
        {"awaitscope:example?timeout=1ms&start=1", {"start", "timeout", "one of them"}},
        {"awaitscope:example?cancel_on=timer", {"cancel_on", "\"timer\"", "coroutine or operation"}},
        {"awaitscope:example?cancel_on=operation&model=drop", {"cancel_on=operation", "model=drop", "with model=asio"}},
        {"awaitscope:example?start=0", {"start", "\"0\"", "from 1"}},
        {"awaitscope:example?start=1+", {"start", "\"1+\"", "from 1"}},
        {"awaitscope:example?start=run", {"start", "\"run\"", "from 1"}},
        {"awaitscope:example?timeout=none&await=1", {"await", "timeout", "one of them"}},
        {"awaitscope:example?timeout=250", {"timeout", "\"250\"", "us, ms or s"}},
        {"awaitscope:example?timeout=-1ms", {"timeout", "\"-1ms\"", "none"}},
        {"awaitscope:example?timeout=1.5s", {"timeout", "\"1.5s\""}},
        {"awaitscope:example?timeout=2h", {"timeout", "\"2h\"", "1 hour"}},
        {"awaitscope:example?timeout=99999999999999999999ms", {"timeout", "1 hour"}},
        {"awaitscope:example?timeout=3601s", {"timeout", "1 hour"}},
        {"awaitscope:example?timeout=", {"timeout", "empty"}},
        {"awaitscope:example?timeout", {"\"timeout\"", "no value"}},
        {"awaitscope:example?time=none", {"time", "\"none\""}},
        {"awaitscope:example?await=0", {"await", "\"0\"", "from 1"}},
        {"awaitscope:example?await=two", {"await", "\"two\""}},
        {"awaitscope:example?await=2x", {"await", "\"2x\""}},
        {"awaitscope:example?await=99999999999", {"await"}},
        {"awaitscope:example?await=2++", {"await", "\"2++\"", "2+ for after its operation completed"}},
        {"awaitscope:example?await=+2", {"await", "\"+2\""}},
        {"awaitscope:example?await=+", {"await", "\"+\""}},
        {"awaitscope:example?await=0+", {"await", "\"0+\"", "from 1"}},
        {"awaitscope:example?timeout=1ms&await=1+", {"await", "timeout", "one of them"}},
        {"awaitscope:example?model=rust", {"model", "\"rust\"", "asio, drop or eager"}},
        {"awaitscope:example?variants=", {"variants", "empty", "buggy and fixed"}},
        {"awaitscope:example?variants=buggy,", {"variants", "buggy and fixed"}},
        {"awaitscope:example?variants=buggy,buggy", {"variants", "each once"}},
        {"awaitscope:example?variants=better", {"variants", "\"better\"", "buggy and fixed"}},
        {"awaitscope:example?client=2s", {"client", "\"2s\"", "0ms to 1s"}},
        {"awaitscope:example?client=100", {"client", "\"100\"", "0ms to 1s"}},
        {"awaitscope:example?client=%zz", {"client=%zz", "%25"}},
        {"awaitscope:example?client=1%", {"client=1%", "%25"}},
        {"awaitscope:example?client=%ff", {"client=%ff", "UTF-8"}},
        {"awaitscope:example?client=\xff", {"\\xff", "UTF-8"}},
        {"awaitscope:example?client=1%0Ams", {"client", "\"1\\x0ams\""}},
        {"awaitscope:example?client=1ms&&model=drop", {"no value", "key=value"}},
        {"awaitscope:example?=1", {"\"\"", "variants"}},
        {"awaitscope:exam ple", {"exam ple", "awaitscope:alan-caches-requests?timeout=250ms"}},
    };
    for (const Mistake& mistake : mistakes) {
        const std::string error = errorOf(mistake.text);
        EXPECT_FALSE(error.starts_with("no error")) << mistake.text << " gave " << error;
        EXPECT_EQ(error.find('\n'), std::string::npos) << error;
        for (const char* const said : mistake.said)
            EXPECT_NE(error.find(said), std::string::npos) << mistake.text << "\nsays " << error << "\nlacks " << said;
    }
}

TEST_F(ScenarioTest, MayNameASceneOfTheStoryWhichIsNoPartOfWhatIsRun)
{
    Lesson lesson = m_lesson;
    lesson.story.scenes = std::vector<Scene>(3);
    const Scenario defaults = defaultScenario(lesson);
    Result<Scenario> scenario = parseScenario("awaitscope:example?timeout=7ms&scene=3", lesson, defaults);
    ASSERT_TRUE(scenario) << scenario.error().toText();
    EXPECT_EQ(scenario->scene, 3);
    EXPECT_EQ(toText(*scenario, lesson), "awaitscope:example?timeout=7ms&scene=3");
    EXPECT_EQ(toCommand(*scenario, lesson).find("scene"), std::string::npos);
    for (const char* const wrong : {"0", "4", "two", "1.5", "-1"}) {
        const Result<Scenario> refused = parseScenario("awaitscope:example?scene=" + std::string{wrong}, lesson, defaults);
        ASSERT_FALSE(refused) << wrong;
        EXPECT_NE(refused.error().message.find("1 to 3, the number of a scene"), std::string::npos) << refused.error().message;
    }
    lesson.story.scenes = std::vector<Scene>();
    EXPECT_FALSE(parseScenario("awaitscope:example?scene=1", lesson, defaults)) << "of a sandbox there is no story";
}

TEST_F(ScenarioTest, WithASceneAloneIsTheSceneAsItsAuthorSetItUp)
{
    Lesson lesson = m_lesson;
    std::vector<Scene> scenes(2);
    scenes[1].scope = "awaitscope:?variants=" + lesson.variants.front().name + "&timeout=7ms";
    lesson.story.scenes = scenes;
    const Scenario defaults = defaultScenario(lesson);
    const Result<Scenario> scene = parseScenario("awaitscope:example?scene=2", lesson, defaults);
    ASSERT_TRUE(scene) << scene.error().toText();
    EXPECT_EQ(scene->variants, std::vector<std::string>{lesson.variants.front().name});
    EXPECT_EQ(scene->timeout, Timeout{VirtualDuration{7ms}});
    EXPECT_TRUE(namesSceneAlone("awaitscope:example?scene=2"));
    EXPECT_FALSE(namesSceneAlone("awaitscope:example?scene=2&model=drop"));
    EXPECT_FALSE(namesSceneAlone("awaitscope:?scene=2")) << "a patch";
    // What is shown there and is not so set up says that it is something else.
    Scenario shown = defaults;
    shown.scene = 2;
    EXPECT_EQ(toText(shown, lesson), "awaitscope:example?timeout=none&scene=2");
    for (const Scenario& one : {shown, *scene}) {
        const Result<Scenario> again = parseScenario(toText(one, lesson), lesson, defaults);
        ASSERT_TRUE(again) << again.error().toText();
        EXPECT_EQ(*again, one) << toText(one, lesson);
    }
}

TEST_F(ScenarioTest, RefusesAnOverlongStringAndShortensIt)
{
    const std::string text = "awaitscope:example?client=" + std::string(5000, '9') + "ms";
    const std::string error = errorOf(text);
    EXPECT_NE(error.find("too long"), std::string::npos) << error;
    EXPECT_LT(error.size(), 200U);
    EXPECT_LT(errorOf("awaitscope:example?client=" + std::string(3000, '9') + "ms").size(), 200U);
}

TEST_F(ScenarioTest, ParsingWhatWasPrintedGivesTheSameScenario)
{
    // Names that a manifest does not allow, so that the encoding has something to do.
    m_lesson.parameters.push_back({"a&b=c%d é?#+", "Odd", 1ms, 0ms, 1h});
    m_lesson.variants.push_back({"drei & vier=%41", "Odd", VariantKind::fixed, "none", "odd.cpp"});

    boost::random::mt19937 random{20250117}; // fixed, so that a failure comes again
    const auto upTo = [&](std::int64_t last) {
        return boost::random::uniform_int_distribution<std::int64_t>{0, last}(random);
    };
    const auto duration = [&](VirtualDuration least, VirtualDuration most) {
        const VirtualDuration units[] = {1us, 1ms, 1s};
        const VirtualDuration unit = units[upTo(2)];
        return std::clamp(unit * upTo(most / unit), least, most);
    };
    for (int round = 0; round < 20'000; ++round) {
        Scenario scenario = defaultScenario(m_lesson);
        for (std::size_t last = scenario.variants.size() - 1; last > 0; --last)
            std::swap(scenario.variants[last],
                      scenario.variants[static_cast<std::size_t>(upTo(static_cast<std::int64_t>(last)))]);
        scenario.variants.resize(
            static_cast<std::size_t>(1 + upTo(static_cast<std::int64_t>(scenario.variants.size()) - 1)));
        scenario.model = static_cast<CancelModel>(upTo(2));
        switch (upTo(2)) {
        case 0:
            scenario.timeout = AtAwait{static_cast<int>(1 + upTo(1000)), static_cast<AwaitWindow>(upTo(1))};
            break;
        case 1:
            scenario.timeout = duration(0us, maxDuration);
            break;
        default:
            break;
        }
        if (upTo(1) == 1)
            scenario.time = VirtualTime{duration(0us, maxDuration)};
        for (const ParameterSpec& parameter : m_lesson.parameters) {
            if (upTo(1) == 1)
                scenario.parameters[parameter.name] = duration(parameter.minimum, parameter.maximum);
        }

        const std::string text = toText(scenario, m_lesson);
        const Result<Scenario> parsed = parse(text);
        ASSERT_TRUE(parsed) << text << ": " << parsed.error().toText();
        ASSERT_EQ(*parsed, scenario) << text;
        ASSERT_EQ(toText(*parsed, m_lesson), text);
    }
}

/// A file that calls timeout(), or one that does not.
Lesson sandbox(bool callsTimeout)
{
    return sandboxOf("mine.cpp", callsTimeout ? "awaitable<void> run() { co_await timeout(); }\n" : "awaitable<void> run();\n");
}

TEST(SandboxScenario, SaysWhenRunIsCancelledFromOutside)
{
    for (const bool callsTimeout : {false, true}) {
        const Lesson lesson = sandbox(callsTimeout);
        const Result<Scenario> scenario = parseScenario("awaitscope:sandbox?time=1ms&cancel=100000us&model=drop", lesson, defaultScenario(lesson));
        ASSERT_TRUE(scenario) << scenario.error().toText();
        EXPECT_EQ(scenario->cancel, VirtualDuration{100ms});
        EXPECT_EQ(toText(*scenario, lesson), "awaitscope:sandbox?model=drop&cancel=100ms&time=1ms");
        EXPECT_EQ(settingIn(toText(*scenario, lesson), "cancel"), "100ms");
        EXPECT_EQ(toCommand(*scenario, lesson, "it's mine.cpp"), "awaitscope-cli run 'it'\\''s mine.cpp' --model drop --cancel 100ms");
        EXPECT_EQ(*parseScenario("awaitscope:?cancel=none", lesson, *scenario),
                  *parseScenario("awaitscope:sandbox?time=1ms&model=drop", lesson, defaultScenario(lesson)));
    }
    EXPECT_EQ(settingIn("awaitscope:sandbox?timeout=1ms", "cancel"), std::nullopt);
    EXPECT_EQ(settingIn("", "cancel"), std::nullopt);
}

TEST(SandboxScenario, HasATimeoutAndACancelOnlyWhereTheyAreTwo)
{
    const std::string both = "awaitscope:sandbox?timeout=300ms&cancel=100ms";
    const Lesson knows = sandbox(true);
    const Result<Scenario> two = parseScenario(both, knows, defaultScenario(knows));
    ASSERT_TRUE(two) << two.error().toText();
    EXPECT_EQ(toText(*two, knows), both);
    EXPECT_EQ(timeoutOf(*two, knows), Timeout{VirtualDuration{300ms}});
    EXPECT_EQ(cancelBesides(*two, knows), VirtualDuration{100ms});

    const Lesson lesson = sandbox(false);
    const Result<Scenario> one = parseScenario(both, lesson, defaultScenario(lesson));
    ASSERT_FALSE(one);
    EXPECT_EQ(one.error().message, "There are both cancel and timeout, and the file does not call timeout(): both would cancel run(). "
                                   "Allowed: one of them.");
    const Result<Scenario> cancelled = parseScenario("awaitscope:sandbox?cancel=100ms", lesson, defaultScenario(lesson));
    ASSERT_TRUE(cancelled);
    EXPECT_EQ(timeoutOf(*cancelled, lesson), Timeout{VirtualDuration{100ms}});
    EXPECT_EQ(cancelBesides(*cancelled, lesson), std::nullopt);
    const Result<Scenario> patched = parseScenario("awaitscope:?await=1", lesson, *cancelled);
    ASSERT_TRUE(patched);
    EXPECT_EQ(toText(*patched, lesson), "awaitscope:sandbox?await=1") << "what is named takes the other's place";
    EXPECT_EQ(toText(*parseScenario("awaitscope:?cancel=2ms", lesson, *patched), lesson), "awaitscope:sandbox?cancel=2ms");
}

TEST_F(ScenarioTest, TheTypeOfACancelIsForSandboxesUnderAsio)
{
    const Lesson lesson = sandbox(false);
    const Result<Scenario> total = parseScenario("awaitscope:sandbox?cancel_type=total&timeout=1ms", lesson, defaultScenario(lesson));
    ASSERT_TRUE(total) << total.error().toText();
    EXPECT_EQ(total->cancelType, CancelType::total);
    EXPECT_EQ(toText(*total, lesson), "awaitscope:sandbox?timeout=1ms&cancel_type=total");
    EXPECT_EQ(toCommand(*total, lesson, "mine.cpp"), "awaitscope-cli run 'mine.cpp' --timeout 1ms --cancel-type total");
    for (const char* const patch : {"awaitscope:?model=drop", "awaitscope:?cancel_on=operation", "awaitscope:?cancel_type=terminal"}) {
        const Result<Scenario> patched = parseScenario(patch, lesson, *total);
        ASSERT_TRUE(patched) << patched.error().toText();
        EXPECT_EQ(patched->cancelType, CancelType::terminal) << patch;
    }
    const std::pair<const char*, const char*> wrong[] = {
        {"awaitscope:sandbox?cancel_type=all", "terminal, partial or total"},
        {"awaitscope:sandbox?cancel_type=total&model=eager", "with model=eager, which sends no type to run()"},
        {"awaitscope:sandbox?cancel_on=operation&cancel_type=partial", "with cancel_on=operation, which sends no type to run()"}};
    for (const auto& [text, said] : wrong) {
        const Result<Scenario> scenario = parseScenario(text, lesson, defaultScenario(lesson));
        ASSERT_FALSE(scenario) << text;
        EXPECT_NE(scenario.error().message.find(said), std::string::npos) << scenario.error().message;
    }
    EXPECT_TRUE(errorOf("awaitscope:example?cancel_type=total").starts_with("cancel_type is for a sandbox"));

    Scenario unheard = *total; // before the file came to call timeout()
    const Lesson knowsTimeout = sandbox(true);
    EXPECT_EQ(toText(unheard, knowsTimeout), "awaitscope:sandbox?timeout=1ms");
    const Result<Scenario> refused = parseScenario("awaitscope:sandbox?cancel_type=total&timeout=1ms", knowsTimeout, defaultScenario(knowsTimeout));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("nothing cancels run() from outside"), std::string::npos) << refused.error().message;
    const Result<Scenario> besides = parseScenario("awaitscope:sandbox?cancel_type=total&cancel=1ms", knowsTimeout, defaultScenario(knowsTimeout));
    ASSERT_TRUE(besides) << besides.error().toText();
    const Result<Scenario> without = parseScenario("awaitscope:?cancel=none", knowsTimeout, *besides);
    ASSERT_TRUE(without) << without.error().toText();
    EXPECT_EQ(without->cancelType, CancelType::terminal) << "what nobody sends is not kept";
    EXPECT_EQ(errorOf("awaitscope:example?colour=red").find("cancel_type"), std::string::npos) << "it is not offered";
}

TEST_F(ScenarioTest, CancelIsForSandboxes)
{
    EXPECT_EQ(errorOf("awaitscope:example?cancel=100ms"),
              "cancel is for a sandbox, a C++ file of one's own; in a lesson the caller's race cancels. Allowed: timeout.");
    EXPECT_EQ(errorOf("awaitscope:example?colour=red").find("cancel,"), std::string::npos) << "it is not offered";
    EXPECT_TRUE(isReservedKey("cancel"));
    const Lesson lesson = sandbox(false);
    const Result<Scenario> soon = parseScenario("awaitscope:sandbox?cancel=soon", lesson, defaultScenario(lesson));
    ASSERT_FALSE(soon);
    EXPECT_TRUE(soon.error().message.starts_with("cancel cannot be \"soon\". Allowed: none, or a whole number")) << soon.error().message;
}

TEST_F(ScenarioTest, NoInputCrashesTheParser)
{
    boost::random::mt19937 random{42};
    const std::string seed = "awaitscope:example?variants=buggy,fixed&model=drop&timeout=250ms&time=1us&client=%31s";
    for (int round = 0; round < 20'000; ++round) {
        std::string text = seed;
        for (int change = 0; change < 3; ++change) {
            const std::size_t at = boost::random::uniform_int_distribution<std::size_t>{0, text.size() - 1}(random);
            if (random() % 2 == 0)
                text[at] = static_cast<char>(random() % 256);
            else
                text.erase(at, random() % 5);
            if (text.empty())
                text = seed;
        }
        const Result<Scenario> parsed = parse(text);
        if (!parsed)
            EXPECT_FALSE(parsed.error().message.empty());
        else
            EXPECT_TRUE(parse(toText(*parsed, m_lesson)));
    }
}

} // namespace
} // namespace awaitscope
