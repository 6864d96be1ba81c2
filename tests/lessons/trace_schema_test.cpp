// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/alan.hpp"

#include "core/trace/trace_json.hpp"

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

class TraceSchema : public AlanTest
{
protected:
    TraceSchema()
    {
        std::ifstream file{std::string{AWAITSCOPE_SOURCE_DIR} + "/resources/trace.schema.json"};
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

    static nlohmann::json plain(const Trace& trace) { return nlohmann::json::parse(toJson(trace).dump()); }

private:
    valijson::Schema m_schema;
};

TEST_F(TraceSchema, EveryKindOfTraceFollowsIt)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        for (const std::string timeout :
             {"timeout=none", "timeout=0ms", "timeout=200ms", "timeout=250ms", "timeout=1s", "await=1", "await=2",
              "await=2&client=0ms"}) {
            for (const VariantRun& variant : run("model=" + model + '&' + timeout).variants)
                EXPECT_EQ(problems(plain(*variant.trace)), "") << model << ' ' << timeout;
        }
    }
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

} // namespace
} // namespace awaitscope::test
