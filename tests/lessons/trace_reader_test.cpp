// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/trace_reader.hpp"

#include "core/trace/trace_json.hpp"
#include "lesson/run/variant_runner.hpp"
#include "lessons/lesson_test.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <nlohmann/json.hpp>

namespace awaitscope::test {
namespace {

using TraceReader = AlanTest;

std::string writtenAgain(const std::string& written)
{
    const Result<Trace> read = readTrace(written, "trace");
    return read ? toJson(*read).dump() : read.error().toText();
}

/// Every timeout that a sweep can ask for, and some others.
std::vector<TimeoutAt> timeoutsOf(const VariantRunner& runner, boost::random::mt19937& random)
{
    const auto end = static_cast<int>(toMicroseconds(runner.withoutTimeout().end));
    std::vector<TimeoutAt> timeouts = {VirtualDuration{0}, VirtualDuration{boost::random::uniform_int_distribution<int>{0, end}(random)}};
    for (const TraceAwait& await : runner.withoutTimeout().awaits) {
        if (await.number == 0)
            continue;
        timeouts.push_back(AtSuspension{await.number});
        timeouts.push_back(VirtualDuration{await.begin.time_since_epoch()});
        if (await.completed)
            timeouts.push_back(AtCompletion{await.number});
    }
    return timeouts;
}

TEST_F(TraceReader, ReadsWhatIsWrittenOfEveryRunAndItIsWrittenTheSame)
{
    boost::random::mt19937 random{14};
    boost::random::uniform_int_distribution<int> duration{0, 6};
    for (int round = 0; round < 40; ++round) {
        Scenario scenario = defaultScenario(alan);
        scenario.parameters = {
            {"downstream", VirtualDuration{duration(random) * 50'000}}, {"client", VirtualDuration{duration(random) * 50'000}}};
        for (const VariantSpec& variant : alan.variants) {
            for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
                scenario.model = model;
                const Result<VariantRunner> runner = VariantRunner::make(alan, variant.name, scenario, {});
                ASSERT_TRUE(runner) << runner.error().toText();
                for (const TimeoutAt& timeout : timeoutsOf(*runner, random)) {
                    const Result<Trace> trace = runner->run(timeout);
                    ASSERT_TRUE(trace) << trace.error().toText();
                    const std::string written = toJson(*trace).dump();
                    ASSERT_EQ(writtenAgain(written), written);
                }
            }
        }
    }
}

TEST_F(TraceReader, ReadsARunThatCrashedAndThoseOfBefore)
{
    const Result<VariantRunner> runner = VariantRunner::make(alan, "buggy", defaultScenario(alan), {});
    ASSERT_TRUE(runner);
    Trace trace = runner->withoutTimeout();
    trace.checks.clear();
    trace.ended = {RunEnd::crashed, trace.end, "It divides by zero.", {}, "buggy.cpp", 14};
    const std::string written = toJson(trace).dump();
    EXPECT_EQ(writtenAgain(written), written);
    nlohmann::ordered_json json = toJson(trace);
    json["ended"]["type"] = "std::bad_alloc";
    EXPECT_NE(writtenAgain(json.dump()).find("ended.type cannot be"), std::string::npos) << writtenAgain(json.dump());

    // From before a trace said how its run ended, and from before a run could be told that crashed.
    json = toJson(runner->withoutTimeout());
    EXPECT_EQ(json["ended"]["how"], "finished");
    EXPECT_EQ(writtenAgain(json.dump()), json.dump());
    json.erase("ended");
    const Result<Trace> old = readTrace(json.dump(), "trace");
    ASSERT_TRUE(old) << old.error().toText();
    EXPECT_EQ(old->ended.how, RunEnd::finished);
}

} // namespace
} // namespace awaitscope::test
