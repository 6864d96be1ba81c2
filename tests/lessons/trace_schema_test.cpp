// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/perfetto_json.hpp"
#include "core/trace/trace_json.hpp"
#include "lessons/lesson_test.hpp"

#include <nlohmann/json.hpp>

// Not our code: its warnings are not ours to mend.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

#include <fstream>

namespace awaitscope::test {
namespace {

class SchemaTest : public AlanTest
{
protected:
    /// `name` is a file's in resources.
    explicit SchemaTest(const std::string& name)
    {
        std::ifstream file{AWAITSCOPE_SOURCE_DIR "/resources/" + name};
        const nlohmann::json document = nlohmann::json::parse(file);
        valijson::SchemaParser{}.populateSchema(valijson::adapters::NlohmannJsonAdapter{document}, m_schema);
    }

    /// What is wrong with the document; empty if nothing is.
    std::string problems(const nlohmann::json& document) const
    {
        valijson::ValidationResults results;
        valijson::Validator validator;
        if (validator.validate(m_schema, valijson::adapters::NlohmannJsonAdapter{document}, &results))
            return {};
        std::string text;
        valijson::ValidationResults::Error error;
        while (results.popError(error)) {
            for (const std::string& part : error.context)
                text += part;
            text += ": " + error.description + '\n';
        }
        return text;
    }

    /// Calls `look` for each run of many kinds.
    template <class Look>
    void forRuns(Look look)
    {
        for (const std::string model : {"asio", "drop", "eager"}) {
            for (const std::string timeout : {"timeout=none", "timeout=0ms", "timeout=200ms", "timeout=250ms",
                                              "timeout=1s", "await=1", "await=2", "await=2&client=0ms",
                                              "await=1+", "await=2+", "await=2+&client=0ms"}) {
                for (const VariantRun& variant : run("model=" + model + '&' + timeout).variants) {
                    SCOPED_TRACE(model + ' ' + timeout);
                    look(*variant.trace);
                }
            }
        }
    }

private:
    valijson::Schema m_schema;
};

class TraceSchema : public SchemaTest
{
protected:
    TraceSchema() : SchemaTest("trace.schema.json") {}

    static nlohmann::json plain(const Trace& trace) { return nlohmann::json::parse(toJson(trace).dump()); }
};

class PerfettoSchema : public SchemaTest
{
protected:
    PerfettoSchema() : SchemaTest("perfetto.schema.json") {}

    static nlohmann::json plain(const Trace& trace) { return nlohmann::json::parse(toPerfettoJson(trace).dump()); }
};

TEST_F(TraceSchema, EveryKindOfTraceFollowsIt)
{
    forRuns([&](const Trace& trace) { EXPECT_EQ(problems(plain(trace)), ""); });
}

TEST_F(TraceSchema, ARunThatCrashedFollowsIt)
{
    Trace trace = *run("timeout=250ms").variants[0].trace;
    trace.checks.clear();
    trace.ended = {RunEnd::crashed, trace.end, "It divides by zero.", {}, "buggy.cpp", 14};
    EXPECT_EQ(problems(plain(trace)), "");
    trace.ended.file.clear();
    EXPECT_EQ(problems(plain(trace)), "") << "where is not always known";
}

TEST_F(TraceSchema, AMissingKeyAWrongTypeAndAnUnknownWordAreFound)
{
    const nlohmann::json good = plain(*run("timeout=250ms").variants[0].trace);
    nlohmann::json bad = good;
    bad.erase("winner");
    EXPECT_NE(problems(bad), "");
    bad = good;
    bad["awaits"][0]["begin_us"] = 0.5;
    EXPECT_NE(problems(bad), "");
    bad = good;
    bad["awaits"][0]["end"] = "gone";
    EXPECT_NE(problems(bad), "");
    bad = good;
    bad["checks"][0]["verdict"] = "perhaps";
    EXPECT_NE(problems(bad), "");
}

TEST_F(PerfettoSchema, EveryKindOfTraceFollowsIt)
{
    forRuns([&](const Trace& trace) { EXPECT_EQ(problems(plain(trace)), ""); });
}

TEST_F(PerfettoSchema, ARunThatCrashedFollowsIt)
{
    Trace trace = *run("timeout=250ms").variants[0].trace;
    trace.checks.clear();
    trace.ended = {RunEnd::crashed, trace.end, "It divides by zero.", {}, "buggy.cpp", 14};
    EXPECT_EQ(problems(plain(trace)), "");
}

TEST_F(PerfettoSchema, SeveralRunsInOneFileFollowItToo)
{
    const ScenarioRun both = run("timeout=250ms");
    const std::vector<const Trace*> traces{both.variants[0].trace.get(), both.variants[1].trace.get()};
    EXPECT_EQ(problems(nlohmann::json::parse(toPerfettoText(traces, "awaitscope:alan-caches-requests"))), "");
}

TEST_F(PerfettoSchema, AFieldThatIsMissingAnUnknownPhaseAndANegativeTimeAreFound)
{
    const nlohmann::json good = plain(*run("timeout=250ms").variants[0].trace);
    for (std::size_t i = 0; i < good["traceEvents"].size(); ++i) {
        for (const auto& [field, value] : good["traceEvents"][i].items()) {
            nlohmann::json bad = good;
            bad["traceEvents"][i].erase(field);
            EXPECT_NE(problems(bad), "") << field << " of " << good["traceEvents"][i];
        }
        nlohmann::json bad = good;
        bad["traceEvents"][i]["ph"] = "Z";
        EXPECT_NE(problems(bad), "");
        if (good["traceEvents"][i].contains("ts")) {
            bad = good;
            bad["traceEvents"][i]["ts"] = -1;
            EXPECT_NE(problems(bad), "");
        }
    }
}

} // namespace
} // namespace awaitscope::test
