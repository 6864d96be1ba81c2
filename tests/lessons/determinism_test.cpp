// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/alan.hpp"

#include "core/trace/trace_json.hpp"
#include "support/digest.hpp"
#include "support/golden.hpp"
#include "support/proof.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace awaitscope::test {
namespace {

using Determinism = AlanTest;

// The standard's distributions differ between libraries; Boost's do not.
class RandomScenarios
{
public:
    explicit RandomScenarios(const Lesson& lesson) : m_lesson(lesson) {}

    Scenario next()
    {
        Scenario scenario = defaultScenario(m_lesson);
        scenario.variants = {pick(0, 1) == 0 ? "buggy" : "fixed"};
        scenario.model = static_cast<CancelModel>(pick(0, 2));
        scenario.parameters["downstream"] = duration();
        scenario.parameters["client"] = duration();
        const int kind = pick(0, 9);
        if (kind == 0)
            scenario.timeout = NoTimeout{};
        else if (kind == 1)
            scenario.timeout = AtAwait{pick(1, 2), static_cast<AwaitWindow>(pick(0, 1))};
        else
            scenario.timeout = VirtualDuration{pick(0, 8) * 50'000 + pick(-1, 1) + 1};
        return scenario;
    }

private:
    int pick(int from, int to) { return boost::random::uniform_int_distribution<int>{from, to}(m_random); }
    // Round values meet each other and the timeout at ties; the others do not.
    VirtualDuration duration() { return VirtualDuration{pick(0, 1) == 0 ? pick(0, 6) * 50'000 : pick(0, 300'000)}; }

    const Lesson& m_lesson;
    boost::random::mt19937 m_random{42};
};

std::string digestOf(const Lesson& lesson, int scenarios)
{
    RandomScenarios random{lesson};
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

TEST_F(Determinism, TenThousandRandomScenariosGiveTheSameBytesTwiceAndOnEveryCompiler)
{
    const std::string first = digestOf(alan, 10'000);
    EXPECT_EQ(first, digestOf(alan, 10'000));
    expectGolden(first + '\n', "lessons/golden/ten_thousand_scenarios.digest");
    if (!HasFailure())
        reportProof("determinism", "10,000 random scenarios twice, digest " + first + ", as in the repository; " + compilerInWords());
}

TEST_F(Determinism, TheTracesOfTheStoryAreTheGoldenOnes)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        for (const VariantRun& variant : run("timeout=250ms&model=" + model).variants)
            expectGolden(toJson(*variant.trace).dump(1) + '\n', "lessons/golden/alan-" + variant.variant + "-250ms-" + model + ".json");
    }
}

} // namespace
} // namespace awaitscope::test
