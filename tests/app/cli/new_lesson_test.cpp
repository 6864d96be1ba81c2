// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program, as an author begins a lesson with it.
#include "started_program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using test::Ended;

TEST(NewLesson, HoldsWhatItPromisesAtOnce)
{
    const test::Folder scratch;
    const std::string folder = (scratch.path() / "not/there/my-lesson").string();
    const Ended made = test::start({"new-lesson", folder});
    EXPECT_EQ(made.code, 0) << made.err;
    EXPECT_NE(made.out.find("awaitscope-cli verify " + folder + '\n'), std::string::npos) << "what to do next: " << made.out;
    const Ended verified = test::start({"verify", folder});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
    EXPECT_TRUE(verified.out.starts_with("✓ my-lesson: 2 variants in asio and drop, 3 scenes,")) << verified.out;
    EXPECT_NE(test::textOf(fs::path{folder} / "lesson.toml").find("title = \"My lesson\""), std::string::npos);
    EXPECT_NE(test::textOf(fs::path{folder} / "story.de.md").find("# My lesson"), std::string::npos);

    const Json lost = Json::parse(test::start({"run", folder, "--variant", "buggy", "--timeout", "250ms", "--json"}).out);
    EXPECT_EQ(lost["checks"][0]["verdict"], "violated");
    EXPECT_EQ(lost["checks"][0]["word"], "paid, not shipped");
    EXPECT_EQ(lost["lost"][0]["what"], "shipped");
}

TEST(NewLesson, TakesAFolderThatIsEmptyAndLeavesAFullOneAsItIs)
{
    const test::Folder scratch;
    const fs::path folder = scratch.path() / "mine";
    fs::create_directory(folder);
    const Ended made = test::start({"new-lesson", folder.string(), "--json"});
    EXPECT_EQ(made.code, 0) << made.err;
    const Json told = Json::parse(made.out);
    EXPECT_EQ(told["lesson"], "mine");
    for (const Json& name : told["files"])
        EXPECT_TRUE(fs::exists(folder / name.get<std::string>())) << name;

    test::write(folder / "buggy.cpp", "// what I wrote\n");
    const Ended again = test::start({"new-lesson", folder.string()});
    EXPECT_EQ(again.code, 2);
    EXPECT_EQ(again.out, "");
    EXPECT_NE(again.err.find("There are files in this folder, which are left as they are."), std::string::npos) << again.err;
    EXPECT_EQ(test::textOf(folder / "buggy.cpp"), "// what I wrote\n");
}

TEST(NewLesson, SaysWhatAFolderCannotBe)
{
    const test::Folder scratch;
    test::write(scratch.path() / "file", "");
    const std::pair<std::string, std::string> cases[] = {
        {"My Lesson", "A lesson's folder cannot be called \"My Lesson\". Allowed: small letters, digits and '-'"},
        {"file", "There is a file of this name."},
        {"file/below", "could not be made"},
    };
    for (const auto& [name, said] : cases) {
        const Ended ended = test::start({"new-lesson", (scratch.path() / name).string()});
        EXPECT_EQ(ended.code, 2) << name;
        EXPECT_EQ(ended.out, "");
        EXPECT_NE(ended.err.find(said), std::string::npos) << ended.err;
        EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
    }
    EXPECT_EQ(std::distance(fs::directory_iterator{scratch.path()}, fs::directory_iterator{}), 1) << "nothing was made";
}

} // namespace
} // namespace awaitscope
