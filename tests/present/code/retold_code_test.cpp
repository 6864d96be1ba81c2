// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/scenario.hpp"
#include "present/code/retold_code.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

class RetoldCode : public testing::Test
{
protected:
    ScenarioRun run(VirtualDuration timeout) const
    {
        Scenario scenario = defaultScenario(alan);
        scenario.timeout = timeout;
        return *runScenario(alan, scenario);
    }

    std::optional<VariantRun> inRust(const ScenarioRun& shown, const std::string& variant) const
    {
        return runAsIn(*runScenario(alan, scenarioAsIn(tokio, shown.scenario)), variant);
    }

    ScenarioRun runOf(const std::string& keys) const
    {
        return *runScenario(
            alan, *parseScenario("awaitscope:alan-caches-requests?" + keys, alan, defaultScenario(alan)));
    }

    const Lesson& alan = *test::builtInCatalogue().find("alan-caches-requests");
    const OtherRuntime& tokio = *findOtherRuntime("tokio");
};

TEST_F(RetoldCode, GoesThroughTheLanguagesAndBackToCpp)
{
    std::string labels;
    QString runtime;
    for (int i = 0; i < 5; ++i) {
        for (const CodeTongue& tongue : tonguesOf(alan))
            labels += tongue.runtime == runtime ? tongue.label.toStdString() + ' ' : "";
        runtime = tongueAfter(alan, runtime);
    }
    EXPECT_EQ(labels, "C++ Rust JavaScript Python C++ ");
    EXPECT_EQ(tongueAfter(alan, "cobol"), "tokio") << "what the lesson lacks counts as C++";
    EXPECT_EQ(tonguesOf(alan, "fixed").size(), 4U);
    EXPECT_EQ(tonguesOf(alan, "task").size(), 1U) << "which is told in C++ alone";
    EXPECT_EQ(tonguesOf(Lesson{}).size(), 1U);
    EXPECT_EQ(tongueAfter(Lesson{}, "tokio"), "");
}

TEST_F(RetoldCode, IsTheRunUnderTheMeaningOfItsRuntime)
{
    const ScenarioRun shown = run(250ms);
    ASSERT_EQ(shown.scenario.model, CancelModel::asio);
    const std::optional<VariantRun> retold = inRust(shown, "buggy");
    ASSERT_TRUE(retold);
    EXPECT_EQ(retold->trace->model, CancelModel::drop);
    EXPECT_EQ(retold->trace->timeout, VirtualDuration{250ms});
    EXPECT_FALSE(inRust(shown, "no such variant"));
}

TEST_F(RetoldCode, IsNotToldOfATie)
{
    for (const VirtualDuration tie : {200ms, 300ms})
        EXPECT_FALSE(inRust(run(tie), "buggy")) << tie.count();
    EXPECT_TRUE(inRust(run(200'001us), "buggy"));
    for (const std::string aimed : {"await=2&client=0ms", "await=2+&client=0ms", "await=1+", "await=2+"}) {
        for (const std::string model : {"asio", "drop"})
            EXPECT_FALSE(inRust(runOf(aimed + "&model=" + model), "buggy")) << aimed << ' ' << model;
    }
}

TEST_F(RetoldCode, LeavesOutLinesThatOnlyTheVariantHas)
{
    CodePicture picture;
    picture.lines[3].mark = CodeMark::suspended;
    picture.lines[4].mark = CodeMark::ran;
    const CodePicture told = retold(picture, {{3, 7}});
    ASSERT_EQ(told.lines.size(), 1U);
    EXPECT_EQ(told.lines.at(7).mark, CodeMark::suspended);
}

TEST(AsyncFunction, IsFoundInEveryLanguage)
{
    EXPECT_EQ(findAsyncFunction("use a;\nimpl B {\n    async fn c() {\n        d();\n\n    }\n}\nfn main() {}\n"),
              (LineRange{3, 6}));
    EXPECT_EQ(findAsyncFunction("class A {\n  async b(c) {\n    d();\n  }\n  e() {}\n}\n"), (LineRange{2, 4}));
    EXPECT_EQ(findAsyncFunction("class A:\n    async def b(self):\n        c()\n\n        d()\n\n\ne()\n"),
              (LineRange{2, 5}));
    EXPECT_FALSE(findAsyncFunction("fn main() {}\n"));
}

} // namespace
} // namespace awaitscope
