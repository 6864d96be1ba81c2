// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/protocol.hpp"

#include "core/trace/trace_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace awaitscope {

TEST(Protocol, ARequestComesBackAsItWas)
{
    for (const std::optional<TimeoutAt> timeout :
         {std::optional<TimeoutAt>{}, std::optional<TimeoutAt>{VirtualDuration{250'000}}, std::optional<TimeoutAt>{AtSuspension{2}},
          std::optional<TimeoutAt>{AtCompletion{3}}, std::optional<TimeoutAt>{AtStart{4}}}) {
        RunRequest request;
        request.settings.model = CancelModel::drop;
        request.settings.cancelOn = timeout ? CancelOn::operation : CancelOn::coroutine;
        request.settings.parameters = {{"downstream", VirtualDuration{5}}};
        request.settings.maxEvents = 7;
        request.timeout = timeout;
        request.baseline = timeout ? "{\"awaits\":[]}" : "";
        request.leaveAfter = timeout ? 0xFFFF'FFFF'FFFF : 0;
        const RunRequest read = readRunRequest(toJson(request));
        EXPECT_EQ(read.settings, request.settings);
        EXPECT_EQ(read.timeout, request.timeout);
        EXPECT_EQ(toJson(read), toJson(request));
    }
}

TEST(Protocol, AnOrderOfTrafficIsReadAsItWasWritten)
{
    for (const Timeout& timeout : {Timeout{NoTimeout{}}, Timeout{VirtualDuration{350'000}}}) {
        TrafficOrder order;
        order.scenario.model = CancelModel::drop;
        order.scenario.parameters["client"] = VirtualDuration{7};
        order.scenario.timeout = timeout;
        order.spec = {500, 3, 2, {}, 40, 1.1, 12, {{"client", 0.1, 0.03, 1.0 / 3, 2.5}}};
        order.seed = 0xFFFF'FFFF'FFFF'FFFF;
        order.oneKeyIn = 5;
        EXPECT_EQ(readTrafficOrder(toJson(order)), order);
    }
}

TEST(Protocol, ARunThatWasLeftBringsAlongWhatOthersMustKnowOfIt)
{
    Trace trace;
    trace.scenario = "awaitscope:a";
    trace.lesson = "a";
    trace.variant = "b";
    trace.log = {{VirtualTime{}, ",\"trace\":"}};
    const std::string baseline = R"({"effects":[[",\"trace\":",""]]})";
    const auto answer = readAnswer("{\"baseline\":" + baseline + ",\"trace\":" + toJson(trace).dump() + '}');
    ASSERT_TRUE(answer && answer->trace) << answer.error().message;
    EXPECT_EQ(answer->baseline, baseline) << "whatever the code has put into it";
    EXPECT_EQ(answer->trace->log.front().text, trace.log.front().text);
    EXPECT_FALSE(readAnswer("{\"baseline\":{},\"trace\":}"));
    EXPECT_FALSE(readAnswer("{\"baseline\":{}}"));
}

TEST(Protocol, AnErrorKeepsItsPlace)
{
    const auto answer = readAnswer(errorAnswer({"No.", "my.cpp", 12, true}, {1, 2}).dump());
    ASSERT_TRUE(answer && answer->error);
    EXPECT_EQ(answer->error->toText(), "my.cpp:12: No.");
    EXPECT_TRUE(answer->error->isFault);
    EXPECT_EQ(answer->addresses, (std::vector<std::uint64_t>{1, 2}));
}

TEST(Protocol, WhatTheCodeUnderTestMayWriteIsNoAnswer)
{
    for (const char* const line :
         {"", "hello", "[]", "{}", "{\"trace\":}", "{\"trace\":{}}", "{\"trace\":{\"format\":\"awaitscope-trace\"}}", "{\"error\":3}",
          "\xff\xfe", "{\"trace\":null}"})
        EXPECT_FALSE(readAnswer(line)) << line;
    const auto other = readAnswer("{\"trace\":{\"format\":\"awaitscope-trace\"}}");
    ASSERT_FALSE(other);
    EXPECT_TRUE(other.error().message.starts_with("The run cannot be shown: ")) << other.error().message;
    const auto wild = readAnswer(R"({"fault":"signal","detail":"x","addresses":[-1,"a",7],"line":99999999999,"text":"\u0007"})");
    ASSERT_TRUE(wild && wild->fault);
    EXPECT_EQ(wild->fault->detail, 0);
    EXPECT_EQ(wild->fault->line, 0);
    EXPECT_EQ(wild->fault->addresses, std::vector<std::uint64_t>{7});
    EXPECT_EQ(wild->fault->text, "\\x07");
}

} // namespace awaitscope
