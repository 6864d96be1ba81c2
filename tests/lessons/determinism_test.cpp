// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_test.hpp"

#include "core/trace/trace_json.hpp"
#include "lesson/traffic/traffic.hpp"
#include "lesson/traffic/traffic_json.hpp"
#include "support/digest.hpp"
#include "support/golden.hpp"
#include "support/proof.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace awaitscope::test {
namespace {

class Determinism : public testing::Test
{
protected:
    Catalogue catalogue{builtInLessons()};
};

// The standard's distributions differ between libraries; Boost's do not.
class RandomScenarios
{
public:
    RandomScenarios(const Lesson& lesson, int awaits) : m_lesson(lesson), m_awaits(awaits) {}

    Scenario next()
    {
        Scenario scenario = defaultScenario(m_lesson);
        scenario.variants = {m_lesson.variants[static_cast<std::size_t>(pick(0, static_cast<int>(m_lesson.variants.size()) - 1))].name};
        scenario.model = static_cast<CancelModel>(pick(0, 2));
        for (const ParameterSpec& parameter : m_lesson.parameters)
            scenario.parameters[parameter.name] = duration();
        const int kind = pick(0, 9);
        if (kind == 0)
            scenario.timeout = NoTimeout{};
        else if (kind == 1)
            scenario.timeout = AtAwait{pick(1, m_awaits), static_cast<AwaitWindow>(pick(0, 1))};
        else
            scenario.timeout = VirtualDuration{pick(0, 8) * 50'000 + pick(-1, 1) + 1};
        return scenario;
    }

private:
    int pick(int from, int to) { return boost::random::uniform_int_distribution<int>{from, to}(m_random); }
    // Round values meet each other and the timeout at ties; the others do not.
    VirtualDuration duration() { return VirtualDuration{pick(0, 1) == 0 ? pick(0, 6) * 50'000 : pick(0, 300'000)}; }

    const Lesson& m_lesson;
    int m_awaits;
    boost::random::mt19937 m_random{42};
};

std::string digestOf(const Lesson& lesson, int awaits, int scenarios)
{
    RandomScenarios random{lesson, awaits};
    Digest digest;
    for (int i = 0; i < scenarios; ++i) {
        const Result<ScenarioRun> run = runScenario(lesson, random.next());
        if (!run) {
            digest.add(run.error().toText());
            continue;
        }
        for (const VariantRun& variant : run->variants)
            digest.add(toJson(*variant.trace).dump());
    }
    return digest.text();
}

struct Golden
{
    std::string lesson;
    int awaits = 0; ///< that each of its variants reaches
    int scenarios = 0;
    std::string digest;
    std::string traces; ///< how their files' names begin
};

const std::vector<Golden> goldens = {
    {"alan-caches-requests", 2, 10'000, "ten_thousand_scenarios.digest", "alan"},
    {"the-message-that-moved", 3, 2'000, "two_thousand_scenarios_of_the_message.digest", "message"},
    {"dequeued-then-dropped", 3, 2'000, "two_thousand_scenarios_of_the_worker.digest", "worker"},
    {"half-a-frame", 3, 500, "five_hundred_scenarios_of_the_frames.digest", "frames"},
    {"both-finished", 3, 500, "five_hundred_scenarios_of_the_collector.digest", "collector"},
    {"someone-elses-reply", 6, 500, "five_hundred_scenarios_of_the_replies.digest", "replies"},
};

TEST_F(Determinism, RandomScenariosOfEveryLessonGiveTheSameBytesTwiceAndOnEveryCompiler)
{
    std::string digests;
    int scenarios = 0;
    for (const Golden& golden : goldens) {
        const Lesson& lesson = *catalogue.find(golden.lesson);
        const std::string first = digestOf(lesson, golden.awaits, golden.scenarios);
        EXPECT_EQ(first, digestOf(lesson, golden.awaits, golden.scenarios));
        expectGolden(first + '\n', "lessons/golden/" + golden.digest);
        scenarios += golden.scenarios;
        digests += (digests.empty() ? "" : " and ") + first;
    }
    if (!HasFailure())
        reportProof("determinism", std::to_string(scenarios) + " random scenarios twice, digests " + digests + ", as in the repository; "
                                       + compilerInWords());
}

TEST_F(Determinism, TheTracesOfTheStoryAreTheGoldenOnes)
{
    for (const Golden& golden : goldens) {
        const Lesson& lesson = *catalogue.find(golden.lesson);
        for (const std::string model : {"asio", "drop", "eager"}) {
            const auto run = runScenario(
                lesson, *parseScenario("awaitscope:?timeout=250ms&model=" + model, lesson, defaultScenario(lesson)));
            ASSERT_TRUE(run) << run.error().toText();
            for (const VariantRun& variant : run->variants)
                expectGolden(toJson(*variant.trace).dump(1) + '\n',
                             "lessons/golden/" + golden.traces + '-' + variant.variant + "-250ms-" + model + ".json");
        }
    }
}

TEST_F(Determinism, WeeksOfTrafficGiveTheSameBytesOnEveryCompiler)
{
    const Lesson& alan = *catalogue.find("alan-caches-requests");
    std::string digests;
    for (const std::string keys : {"timeout=350ms", "timeout=350ms&model=drop", "timeout=300ms&model=eager&client=150ms"}) {
        for (const char* const variant : {"buggy", "fixed"}) {
            Scenario scenario = *parseScenario("awaitscope:?" + keys, alan, defaultScenario(alan));
            scenario.variants = {variant};
            TrafficOrder order = *trafficOf(alan, scenario);
            order.spec.requests = 10'000;
            order.seed = 42;
            Digest digest;
            digest.add(toJson(**runTraffic(alan, order), alan).dump());
            digests += variant + (' ' + keys) + ' ' + digest.text() + '\n';
        }
    }
    expectGolden(digests, "lessons/golden/traffic.digests");
}

TEST_F(Determinism, IsProvenOfEveryLesson)
{
    EXPECT_EQ(goldens.size(), catalogue.lessons().size()) << "add the lesson's digest and traces here";
}

} // namespace
} // namespace awaitscope::test
