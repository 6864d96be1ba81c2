// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "support/builtin_catalogue.hpp"
#include "workbench/workbench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace awaitscope {

/// Compiles and runs what is made of Alan's lesson, with the compiler of this machine.
class WorkbenchTest : public testing::Test
{
protected:
    static const Lesson& lesson() { return test::builtInAlan(); }

    std::shared_ptr<WorkerHost> hostOf(const std::string& text, bool isSanitized = false)
    {
        const auto made = workbench.make(lesson(), {"my-buggy", {"my-buggy.cpp", text}, isSanitized});
        EXPECT_TRUE(made) << (made ? "" : made.error().toText());
        EXPECT_TRUE(made && made->host) << (made ? made->build.output : "");
        return made ? made->host : nullptr;
    }

    static SimulationSettings settings(CancelModel model = CancelModel::asio)
    {
        SimulationSettings result;
        result.model = model;
        result.tellsCrash = true; // as the window asks
        for (const ParameterSpec& parameter : lesson().parameters)
            result.parameters.emplace_back(parameter.name, parameter.defaultValue);
        return result;
    }

    /// What the run at 250 ms says of it, else the one without a timeout: Asio's || can swallow what the first threw. Empty if
    /// both are runs.
    static Diagnostic faultOf(WorkerHost& host)
    {
        const auto of = [](const Result<Trace>& trace) {
            return trace ? awaitscope::faultOf(*trace).value_or(Diagnostic{}) : trace.error();
        };
        const Diagnostic fault = of(host.run(settings(), VirtualDuration{250'000}));
        return fault.isFault ? fault : of(host.runWithoutTimeout(settings()));
    }

    Workbench workbench{Installation::of("/proc/self/exe")};
};

} // namespace awaitscope
