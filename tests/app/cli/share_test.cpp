// SPDX-License-Identifier: GPL-3.0-or-later

// The real program, as somebody uses it who shares what they found.

#include "lesson/files/scenario_file.hpp"
#include "started_program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>
#include <string>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;
using test::Ended;
using Json = nlohmann::ordered_json;

class Share : public testing::Test
{
protected:
    std::string in(const std::string& name) const { return (m_folder.path() / name).string(); }
    std::ptrdiff_t files() const
    {
        return std::distance(fs::directory_iterator{m_folder.path()}, fs::directory_iterator{});
    }
    /// One message, and nothing done.
    void expectRefused(const Ended& ended, const std::string& said) const
    {
        EXPECT_EQ(ended.code, 2) << said;
        EXPECT_EQ(ended.out, "");
        EXPECT_NE(ended.err.find(said), std::string::npos) << said << '\n' << ended.err;
        EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
        test::expectToBeReadable(ended.err.substr(0, ended.err.size() - 1));
    }

    const std::string m_scenario = "awaitscope:alan-caches-requests?model=drop&timeout=250ms";
    const test::Folder m_folder;
};

TEST_F(Share, PrintsTheScenarioAndTheCommandThatRunsIt)
{
    const Ended ended = test::start({"share", "alan-caches-requests", "--timeout", "250ms", "--model", "drop"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.out,
              m_scenario
                  + "\nawaitscope-cli run 'awaitscope:alan-caches-requests?variants=buggy&model=drop&timeout=250ms'\n");
    const Json json = Json::parse(test::start({"share", m_scenario, "--json"}).out);
    EXPECT_EQ(json["scenario"], m_scenario);
    EXPECT_EQ(test::start({"share", "alan-caches-requests", "--variant", "fixed,buggy"}).out.substr(0, 55),
              "awaitscope:alan-caches-requests?variants=fixed,buggy\naw");
}

TEST_F(Share, SavesAFileThatEveryCommandReads)
{
    const std::string file = in("rehearsed.awaitscope");
    const Ended saved = test::start({"share", m_scenario, "--save", file});
    EXPECT_EQ(saved.code, 0) << saved.err;
    EXPECT_EQ(test::textOf(file), toFileText({m_scenario}));
    for (const std::string command : {"run", "sweep", "share"}) {
        const Ended fromFile = test::start({command, file, "--json"});
        EXPECT_EQ(fromFile.code, 0) << fromFile.err;
        EXPECT_EQ(fromFile.out, test::start({command, m_scenario, "--json"}).out) << command;
    }
    EXPECT_EQ(test::start({"run", file, "--timeout", "none", "--json"}).out,
              test::start({"run", m_scenario, "--timeout", "none", "--json"}).out)
        << "options override it";
    EXPECT_EQ(test::start({"share", file, "--timeout", "50ms", "--save", file}).code, 0) << "its own is replaced";
    EXPECT_NE(test::textOf(file).find("timeout=50ms"), std::string::npos);
    EXPECT_EQ(files(), 1);
}

TEST_F(Share, WritesTheRunsOfAllVariantsForPerfetto)
{
    const std::string file = in("both.json");
    const Ended ended = test::start({"share", m_scenario, "--perfetto", file});
    EXPECT_EQ(ended.code, 0) << ended.err;
    const Json json = Json::parse(test::textOf(file));
    EXPECT_EQ(json["otherData"]["scenario"], m_scenario);
    EXPECT_EQ(json["otherData"]["variant"], "buggy,fixed");
    std::set<std::string> processes;
    for (const Json& event : json["traceEvents"]) {
        if (event["name"] == "process_name")
            processes.insert(event["args"]["name"].get<std::string>());
    }
    EXPECT_EQ(processes.size(), 4U);
    const std::string one = in("one.json");
    EXPECT_EQ(test::start({"share", m_scenario, "--variant", "fixed", "--perfetto", one}).code, 0);
    const std::string ran = in("ran.json");
    EXPECT_EQ(test::start({"run", m_scenario, "--variant", "fixed", "--perfetto", ran}).code, 0);
    EXPECT_EQ(test::textOf(one), test::textOf(ran)) << "one variant alone is what run writes";
}

TEST_F(Share, ADamagedFileIsExplainedAndNeverOverwritten)
{
    const std::string file = in("bad.awaitscope");
    const std::pair<std::string, std::string> cases[] = {
        {"{\n  \"format\": \"awaitscope-scenario\",\n", "bad.awaitscope:3: This is not JSON"},
        {"\x89PNG\r\n", "is not UTF-8"},
        {R"({"format": "awaitscope-scenario", "version": 7})", "Open it with a newer Awaitscope."},
        {std::string(2'000'000, ' '), "The file is too long."},
        {"", "The file is empty."},
    };
    for (const auto& [text, said] : cases) {
        test::write(file, text);
        for (const std::string command : {"run", "sweep", "share"})
            expectRefused(test::start({command, file}), said);
        expectRefused(test::start({"share", m_scenario, "--save", file}), "It is left as it is: save under another name.");
        EXPECT_EQ(test::textOf(file), text);
    }
    test::write(file, toFileText({"awaitscope:barbara"}));
    expectRefused(test::start({"run", file}), "bad.awaitscope: scenario: There is no lesson \"barbara\". Allowed: ");
}

TEST_F(Share, AFileThatIsNotThereAndAFolderAreExplained)
{
    expectRefused(test::start({"run", in("missing.awaitscope")}), "No such file or directory");
    fs::create_directory(in("folder.awaitscope"));
    expectRefused(test::start({"run", in("folder.awaitscope")}), "This is a folder. Name a file.");
    expectRefused(test::start({"share", m_scenario, "--save", in("no/such/folder/a.awaitscope")}),
                  "The scenario could not be written to ");
    EXPECT_EQ(files(), 1);
}

TEST_F(Share, NothingIsSavedOfWhatCannotRun)
{
    expectRefused(test::start({"share", "alan-caches-requests", "--await", "9", "--save", in("a.awaitscope")}), "await");
    EXPECT_EQ(files(), 0);
}

} // namespace
} // namespace awaitscope
