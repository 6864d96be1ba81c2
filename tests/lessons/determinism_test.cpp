// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/alan.hpp"

#include "core/trace/trace_json.hpp"
#include "support/proof.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

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

class Digest
{
public:
    void add(const std::string& text)
    {
        for (const char character : text) {
            m_hash ^= static_cast<unsigned char>(character);
            m_hash *= 1099511628211ULL; // FNV-1a
        }
    }
    std::string text() const
    {
        std::ostringstream stream;
        stream << std::hex << std::setw(16) << std::setfill('0') << m_hash;
        return stream.str();
    }

private:
    std::uint64_t m_hash = 14695981039346656037ULL;
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

/// "g++ 12.2.0, not optimised"
std::string compiler()
{
#ifdef __clang__
    const std::string name = "clang++ " __clang_version__;
#else
    const std::string name = "g++ " __VERSION__;
#endif
#ifdef __OPTIMIZE__
    return name.substr(0, name.find_last_not_of(' ') + 1) + ", optimised";
#else
    return name.substr(0, name.find_last_not_of(' ') + 1) + ", not optimised";
#endif
}

/// The file beside this source; a mismatch writes FILE.actual there.
void expectGolden(const std::string& name, const std::string& actual)
{
    const std::string path = std::string{AWAITSCOPE_SOURCE_DIR} + "/tests/lessons/golden/" + name;
    std::ifstream file{path};
    std::stringstream expected;
    expected << file.rdbuf();
    if (expected.str() == actual)
        return;
    std::ofstream{path + ".actual"} << actual;
    ADD_FAILURE() << path << " differs from what the run gave, which is now in " << name
                  << ".actual: compare them with diff, and if the change is meant, replace the golden by it.";
}

TEST_F(Determinism, TenThousandRandomScenariosGiveTheSameBytesTwiceAndOnEveryCompiler)
{
    const std::string first = digestOf(alan, 10'000);
    EXPECT_EQ(first, digestOf(alan, 10'000));
    expectGolden("ten_thousand_scenarios.digest", first + '\n');
    if (!HasFailure())
        reportProof("determinism", "10,000 random scenarios twice, digest " + first + ", as in the repository; " + compiler());
}

TEST_F(Determinism, TheTracesOfTheStoryAreTheGoldenOnes)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        for (const VariantRun& variant : run("timeout=250ms&model=" + model).variants)
            expectGolden("alan-" + variant.variant + "-250ms-" + model + ".json", toJson(*variant.trace).dump(1) + '\n');
    }
}

} // namespace
} // namespace awaitscope::test
