// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/trace_reader.hpp"
#include "started_program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;
using test::Ended;
using Json = nlohmann::ordered_json;

const std::vector<std::string> buggyRun = {"run", "alan-caches-requests", "--timeout", "250ms"};

std::string goodTrace()
{
    std::vector<std::string> arguments = buggyRun;
    arguments.emplace_back("--json");
    return test::start(arguments).out;
}

TEST(Show, PrintsTheRunAsRunDoes)
{
    const test::Folder folder;
    const std::string file = (folder.path() / "trace.json").string();
    for (const std::string timeout : {"none", "100ms", "200ms", "250ms", "350ms"}) {
        for (const std::string model : {"asio", "drop", "eager"}) {
            std::vector<std::string> arguments = {"run", "alan-caches-requests", "--timeout", timeout, "--model",
                                                  model};
            const Ended text = test::start(arguments);
            arguments.emplace_back("--json");
            const Ended json = test::start(arguments);
            test::write(file, json.out);
            const Ended shown = test::start({"show", file});
            EXPECT_EQ(shown.code, 0) << shown.err;
            EXPECT_EQ(shown.out, text.out);
            EXPECT_EQ(test::start({"show", file, "--json"}).out, json.out);
        }
    }
}

TEST(Show, IgnoresKeysOfALaterVersionAndShowsALessonThatIsNotHere)
{
    const test::Folder folder;
    const std::string file = (folder.path() / "trace.json").string();
    Json trace = Json::parse(goodTrace());
    trace["later"] = {{"a", 1}};
    trace["lesson"] = "gone";
    test::write(file, trace.dump());
    const Ended shown = test::start({"show", file});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_TRUE(shown.out.starts_with("gone: buggy")) << shown.out;
}

struct BadTrace
{
    std::string name;
    std::string text;
    std::vector<std::string> fragments;
};

std::vector<BadTrace> badTraces()
{
    const std::string good = goodTrace();
    const auto changed = [&](const std::function<void(Json&)>& change) {
        Json trace = Json::parse(good);
        change(trace);
        return trace.dump(2);
    };
    const auto replaced = [&](const std::string& what, const std::string& to) {
        std::string text = good;
        return text.replace(text.find(what), what.size(), to);
    };
    const std::string meant = "run --json";
    return {
        {"an empty file", "", {"trace.json:1: ", "not JSON", meant}},
        {"a NUL", std::string(1, '\0'), {"trace.json:1: ", R"("\x00")"}},
        {"no JSON", "<trace/>", {"trace.json:1: ", "not JSON", meant}},
        {"half a trace", good.substr(0, good.size() / 2), {"trace.json:", "not JSON", meant}},
        {"one byte too few", good.substr(0, good.rfind('}')), {"trace.json:", "not JSON", meant}},
        {"two traces", good + good, {"trace.json:", "not JSON", meant}},
        {"a trace that is not UTF-8", replaced("user/42", "user\xff"), {"trace.json:1: ", "not UTF-8"}},
        {"an escape sequence", replaced("user/42", "\x1b[2J"), {"trace.json:", R"("\x1b")"}},
        {"an escaped escape sequence", replaced("user/42", "\\u001b[2J"), {"\\x1b[2J", "without control characters"}},
        {"an escaped half of a surrogate", replaced("user/42", "\\ud800"), {"trace.json:", "not JSON"}},
        {"a list", "[]", {"trace.json:1: ", "no object", meant}},
        {"a number", "1e999", {"not JSON", meant}},
        {"100,000 brackets", test::many(100'000, "["), {"trace.json:1: ", "too deep", "16"}},
        {"100,000 objects", test::many(100'000, "{\"a\":\n"), {"trace.json:17: ", "too deep", "16"}},
        {"brackets in an unknown key",
         replaced("\"version\"", "\"x\": " + test::many(17, "[") + test::many(17, "]") + ", \"version\""),
         {"too deep"}},
        {"9 MB", test::many(9 << 20, " "), {"too long", std::to_string(largestTrace)}},
        {"100,000 keys",
         "{" +
             [] {
                 std::string keys;
                 for (int index = 0; index < 100'000; ++index)
                     keys += "\"k" + std::to_string(index) + "\":0,";
                 return keys;
             }()
             + "\"end\":0}",
         {"too many keys", "64"}},
        {"200,000 empty objects", "{\"awaits\":[" + test::many(200'000, "{},") + "{}]}", {"format cannot be missing"}},
        {"a key twice", replaced("\"version\": 1", "\"version\": 1, \"version\": 2"), {"\"version\"", "twice"}},
        {"an empty object", "{}", {"format cannot be missing", "awaitscope-trace"}},
        {"a sweep",
         changed([](Json& t) { t["format"] = "awaitscope-sweep"; }),
         {"format cannot be \"awaitscope-sweep\""}},
        {"version 2", changed([](Json& t) { t["version"] = 2; }), {"version cannot be 2"}},
        {"no awaits", changed([](Json& t) { t.erase("awaits"); }), {"awaits cannot be missing", "a list"}},
        {"awaits that are an object",
         changed([](Json& t) { t["awaits"] = Json::object(); }),
         {"awaits cannot be an object"}},
        {"an await that is null",
         changed([](Json& t) { t["awaits"][0] = nullptr; }),
         {"awaits[0].id cannot be missing"}},
        {"an end that is none",
         changed([](Json& t) { t["awaits"][1]["end"] = "sank"; }),
         {"awaits[1].end cannot be \"sank\"", "resumed"}},
        {"an await that ended and did not",
         changed([](Json& t) { t["awaits"][1]["end"] = "pending"; }),
         {"awaits[1].end_us", "not ended"}},
        {"a model that is none",
         changed([](Json& t) { t["model"] = 3; }),
         {"model cannot be 3", "asio, drop or eager"}},
        {"a negative time", changed([](Json& t) { t["end_us"] = -1; }), {"end_us cannot be -1", "from 0"}},
        {"a fraction of a microsecond", changed([](Json& t) { t["end_us"] = 0.5; }), {"end_us cannot be 0.5"}},
        {"a time past 64 bits",
         changed([](Json& t) { t["end_us"] = 18446744073709551615U; }),
         {"end_us cannot be 1844"}},
        {"a time after the end",
         changed([](Json& t) { t["awaits"][1]["end_us"] = 999'999; }),
         {"awaits[1].end_us cannot be 999999"}},
        {"an end before its beginning",
         changed([](Json& t) { t["awaits"][2]["end_us"] = 1; }),
         {"awaits[2].end_us cannot be 1"}},
        {"a coroutine that is its own parent",
         changed([](Json& t) { t["coroutines"][1]["parent"] = 2; }),
         {"coroutines[1].parent cannot be 2"}},
        {"a parent that comes later",
         changed([](Json& t) { t["coroutines"][0]["parent"] = 2; }),
         {"coroutines[0].parent cannot be 2"}},
        {"an id twice", changed([](Json& t) { t["coroutines"][1]["id"] = 1; }), {"coroutines[1].id cannot be 1"}},
        {"a subject that is not there", changed([](Json& t) { t["subject"] = 99; }), {"subject cannot be 99"}},
        {"an await of nobody",
         changed([](Json& t) { t["awaits"][0]["coroutine"] = 3; }),
         {"awaits[0].coroutine cannot be 3"}},
        {"a lane twice", changed([](Json& t) { t["lanes"][1]["id"] = t["lanes"][0]["id"]; }), {"lanes[1].id", "once"}},
        {"a span in no lane", changed([](Json& t) { t["spans"][0]["lane"] = "x"; }), {"spans[0].lane cannot be \"x\""}},
        {"an event of nothing",
         changed([](Json& t) { t["events"][0]["index"] = 4'000'000'000U; }),
         {"events[0].index cannot be 4000000000"}},
        {"a negative index", changed([](Json& t) { t["events"][0]["index"] = -1; }), {"events[0].index cannot be -1"}},
        {"a step back in time", changed([](Json& t) { t["events"].back()["at_us"] = 0; }), {"at_us cannot be 0"}},
        {"an event at another time than what it tells of",
         changed([](Json& t) { t["values"][0]["at_us"] = 1; }),
         {"events[0].at_us cannot be 0"}},
        {"a timeout that fired and was not set",
         changed([](Json& t) { t["timeout_us"] = nullptr; }),
         {"fired_at_us", "no timeout"}},
        {"a race that nobody won", changed([](Json& t) { t["winner"] = nullptr; }), {"race_over_at_us", "winner"}},
        {"a lesson with a line end", changed([](Json& t) { t["lesson"] = "a\nb"; }), {R"(lesson cannot be "a\x0ab")"}},
        {"a text of 100,000 bytes",
         changed([](Json& t) { t["log"][0]["text"] = test::many(100'000, "x"); }),
         {"log[0].text", "4096"}},
        {"2,000 coroutines",
         changed([](Json& t) { t["coroutines"] = std::vector<int>(2'000); }),
         {"coroutines cannot be a list of 2000", "1000"}},
        {"a parameter that is a text",
         changed([](Json& t) { t["parameters"]["client_us"] = "1"; }),
         {"parameters.client_us cannot be \"1\""}},
        {"a parameter without its unit",
         changed([](Json& t) {
             t["parameters"] = {{"client", 1}};
         }),
         {"parameters.client", "client_us"}},
    };
}

TEST(HostileInput, InATraceGivesOneMessageAndNothingElse)
{
    const std::vector<BadTrace> traces = badTraces();
    for (const BadTrace& bad : traces) {
        SCOPED_TRACE(bad.name);
        const test::Folder folder;
        const std::string file = (folder.path() / "trace.json").string();
        test::write(file, bad.text);
        const Ended ended = test::start({"show", file});
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.out, "");
        test::expectToBeReadable(ended.err);
        EXPECT_TRUE(ended.err.ends_with(".\n")) << ended.err;
        EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
        for (const std::string& fragment : bad.fragments)
            EXPECT_NE(ended.err.find(fragment), std::string::npos) << fragment << "\nis not in\n" << ended.err;
    }
}

TEST(HostileInput, AFileThatIsNoneIsTold)
{
    const test::Folder folder;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {folder.path().string(), "This is a folder"},
        {(folder.path() / "nothing").string(), "No such file"},
        {"/dev/zero", "too long"},
        {"/dev/null", "not JSON"},
        {"\x1b[2J", R"(\x1b[2J: )"},
        {std::string(5'000, 'x'), "xxx…: "},
        {"", "cannot be read"},
    };
    for (const auto& [file, said] : cases) {
        const Ended ended = test::start({"show", file});
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.out, "");
        test::expectToBeReadable(ended.err);
        EXPECT_NE(ended.err.find(said), std::string::npos) << said << "\nis not in\n" << ended.err;
    }
}

TEST(HostileInput, AFullDiskIsTold)
{
    for (std::vector<std::string> arguments :
         {buggyRun, {"lessons"}, {"--help"}, {"sweep", "alan-caches-requests", "--json"}}) {
        const Ended ended = test::start(arguments, "/dev/full");
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.err, "The output could not be written: No space left on device.\n");
    }
}

} // namespace
} // namespace awaitscope
