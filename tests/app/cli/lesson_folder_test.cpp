// SPDX-License-Identifier: GPL-3.0-or-later
//
// A lesson's folder in place of its name: compiled and run in a worker where the program does not hold it.
#include "commands.hpp"
#include "started_program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace awaitscope::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

const fs::path original = AWAITSCOPE_SOURCE_DIR "/lessons/alan-caches-requests";

class LessonFolderTest : public testing::Test
{
protected:
    /// A copy of Alan's lesson.
    std::string alan(const std::string& name = "alan-caches-requests") const
    {
        const fs::path folder = m_scratch.path() / name;
        fs::create_directories(folder.parent_path());
        fs::copy(original, folder, fs::copy_options::recursive);
        return folder.string();
    }
    /// One that the program does not hold, as its scenario is another text: it has to be compiled.
    std::string foreign(const std::string& name = "alan-caches-requests") const
    {
        std::string folder = alan(name);
        change(folder, "scenario.cpp", "AWAITSCOPE_STAGE(OneRequest, ManyRequests)", "AWAITSCOPE_STAGE(OneRequest, ManyRequests) // mine");
        return folder;
    }
    static void change(const fs::path& folder, const std::string& file, const std::string& from, const std::string& to)
    {
        std::string text = test::textOf(folder / file);
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        test::write(folder / file, text.replace(at, from.size(), to));
    }
    static Outcome call(const std::vector<std::string>& arguments)
    {
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    }
    static std::string outputOf(const std::vector<std::string>& arguments)
    {
        const Outcome outcome = call(arguments);
        EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
        EXPECT_EQ(outcome.err, "");
        return outcome.out;
    }

    const test::Folder m_scratch;
};

TEST_F(LessonFolderTest, GivesTheBytesOfTheLessonThatIsBuiltIn)
{
    for (const std::string& folder : {alan(), foreign("of-another/alan-caches-requests")}) {
        for (const std::vector<std::string>& options : {std::vector<std::string>{"run", "--variant", "buggy", "--timeout", "250ms"},
                                                        {"run", "--await", "2+", "--model", "drop", "--set", "client=50ms"},
                                                        {"sweep"}}) {
            std::vector<std::string> arguments = options;
            arguments.emplace_back("--json");
            arguments.emplace_back("alan-caches-requests");
            const std::string builtIn = outputOf(arguments);
            arguments.back() = folder;
            EXPECT_EQ(outputOf(arguments), builtIn) << folder;
        }
    }
}

TEST_F(LessonFolderTest, OfAnyNameIsRunSharedAndVerified)
{
    const std::string folder = alan("barbaras");
    const Json trace = Json::parse(outputOf({"run", folder, "--variant", "buggy", "--timeout", "250ms", "--json"}));
    EXPECT_EQ(trace["lesson"], "barbaras");
    EXPECT_EQ(trace["scenario"], "awaitscope:barbaras?variants=buggy&timeout=250ms");
    EXPECT_EQ(trace["checks"][0]["verdict"], "violated");
    const Json shared = Json::parse(outputOf({"share", folder + '/', "--model", "drop", "--await", "1", "--set", "client=1ms", "--json"}));
    EXPECT_EQ(shared["scenario"], "awaitscope:barbaras?model=drop&await=1&client=1ms");
    EXPECT_EQ(shared["command"], "awaitscope-cli run '" + folder + "/' --variant buggy --model drop --await 1 --set client=1ms");
    EXPECT_TRUE(outputOf({"verify", folder}).starts_with("✓ barbaras: 4 variants in asio and drop, "));
}

TEST_F(LessonFolderTest, ThatIsBuiltInIsSharedByItsName)
{
    EXPECT_EQ(outputOf({"share", alan(), "--timeout", "250ms"}), outputOf({"share", "alan-caches-requests", "--timeout", "250ms"}));
    const Outcome saved = call({"share", foreign("barbaras"), "--save", "a.awaitscope"});
    EXPECT_EQ(saved.exitCode, ExitCode::wrongUse);
    EXPECT_TRUE(saved.files.empty()) << "nobody else could open it";
    EXPECT_NE(saved.err.find("--save is for lessons that are built in"), std::string::npos) << saved.err;
}

TEST_F(LessonFolderTest, RunsAFileInPlaceOfItsVariant)
{
    const std::string folder = foreign("barbaras");
    const Json trace = Json::parse(outputOf({"run", folder, "--file", folder + "/fixed.cpp", "--timeout", "250ms", "--json"}));
    EXPECT_EQ(trace["variant"], "my-buggy");
    EXPECT_EQ(trace["checks"][0]["verdict"], "holds");
}

TEST_F(LessonFolderTest, TellsAMistakeWithTheFileAndItsLine)
{
    const std::string folder = alan("barbaras");
    const auto expectTold = [&](ExitCode code, const std::string& place, const std::string& said) {
        const Outcome run = call({"run", folder});
        EXPECT_EQ(run.exitCode, code) << run.err;
        EXPECT_EQ(run.out, "");
        EXPECT_TRUE(run.err.starts_with(folder + '/' + place)) << run.err;
        EXPECT_NE(run.err.find(said), std::string::npos) << run.err;
        const Outcome verified = call({"verify", folder});
        EXPECT_EQ(verified.exitCode, code) << verified.err;
        EXPECT_NE((verified.out + verified.err).find(folder + '/' + place), std::string::npos) << verified.out << verified.err;
    };
    change(folder, "lesson.toml", "order = 1", "order = \"first\"");
    expectTold(ExitCode::wrongUse, "lesson.toml:3: ", "order");
    change(folder, "lesson.toml", "order = \"first\"", "order = 1");
    change(folder, "buggy.cpp", "println(\"got \", response);", "println(\"got \", respons);");
    expectTold(ExitCode::fault, "buggy.cpp:12:", "respons");
    change(folder, "scenario.cpp", "cache.get_any(key)", "cache.get_every(key)");
    expectTold(ExitCode::fault, "scenario.cpp:32: ", "get_every");
    change(folder, "service.hpp", "  Http http;", "  Htpp http;");
    expectTold(ExitCode::fault, "service.hpp:19: ", "Htpp");
}

TEST_F(LessonFolderTest, OfAFaultIsToldWithItsPlace)
{
    const std::string folder = alan("barbaras");
    change(folder, "buggy.cpp", "println(\"got \", response);", "throw std::runtime_error(\"boom\");");
    const Outcome run = call({"run", folder});
    EXPECT_EQ(run.exitCode, ExitCode::fault);
    EXPECT_NE(run.err.find(folder + "/buggy.cpp:12: "), std::string::npos) << run.err;
}

TEST_F(LessonFolderTest, ThatIsBrokenKeepsNobodyFromVerifyingTheOthers)
{
    alan("a-good-one");
    const std::string broken = alan("broken");
    fs::remove(fs::path{broken} / "story.md");
    alan("z-good-one");
    const Outcome outcome = call({"verify", m_scratch.path().string()});
    EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse);
    EXPECT_TRUE(outcome.err.starts_with(broken + "/story.md: The file is missing.")) << outcome.err;
    EXPECT_NE(outcome.out.find("✓ a-good-one"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("✗ broken: 1 error\n"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("✓ z-good-one"), std::string::npos) << outcome.out;

    std::vector<BuiltInLesson> lessons = builtInLessons();
    lessons.push_back({"torn", {}, {}});
    Request all;
    all.command = Command::verify;
    const Outcome builtIn = execute(all, lessons, {});
    EXPECT_EQ(builtIn.exitCode, ExitCode::wrongUse);
    EXPECT_NE(builtIn.err.find("lessons/torn/lesson.toml: The file is missing."), std::string::npos) << builtIn.err;
    EXPECT_NE(builtIn.out.find("✓ alan-caches-requests"), std::string::npos) << builtIn.out;
}

TEST_F(LessonFolderTest, WantsAWorkerOnlyForWhatIsNotInTheProgram)
{
    const auto without = [](const std::string& folder) {
        Request request;
        request.command = Command::run;
        request.target = folder;
        return execute(request, builtInLessons(), {});
    };
    EXPECT_EQ(without(alan()).exitCode, ExitCode::done);
    const Outcome outcome = without(foreign("barbaras"));
    EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse) << "the machine is to blame, and no code";
    EXPECT_NE(outcome.err.find("awaitscope-worker"), std::string::npos) << outcome.err;
}

TEST_F(LessonFolderTest, LessonsOfAPackAreThereByTheirNames)
{
    foreign("pack/my-lesson");
    const std::string pack = (m_scratch.path() / "pack").string();
    const Json listed = Json::parse(outputOf({"lessons", "--lessons", pack, "--json"}));
    const Json built = Json::parse(outputOf({"lessons", "--json"}));
    ASSERT_EQ(listed["lessons"].size(), built["lessons"].size() + 1);
    EXPECT_EQ(listed["lessons"].back()["lesson"], "my-lesson");
    EXPECT_NE(outputOf({"lessons", "--lessons", pack}).find(std::to_string(listed["lessons"].size()) + ". my-lesson"), std::string::npos);

    const std::string byFolder = outputOf({"run", pack + "/my-lesson", "--timeout", "250ms"});
    EXPECT_EQ(outputOf({"run", "my-lesson", "--lessons", pack, "--timeout", "250ms"}), byFolder);
    EXPECT_EQ(outputOf({"run", "awaitscope:my-lesson?timeout=250ms", "--lessons", pack}), byFolder);
    EXPECT_NE(outputOf({"verify", "my-lesson", "--lessons", pack}).find("my-lesson"), std::string::npos);
}

TEST_F(LessonFolderTest, APackSaysWhatIsWrongWithIt)
{
    const Outcome none = call({"lessons", "--lessons", (m_scratch.path() / "nowhere").string()});
    EXPECT_EQ(none.exitCode, ExitCode::wrongUse);
    EXPECT_NE(none.err.find("there is no such folder"), std::string::npos) << none.err;
    const Outcome empty = call({"lessons", "--lessons", m_scratch.path().string()});
    EXPECT_EQ(empty.exitCode, ExitCode::wrongUse);
    EXPECT_NE(empty.err.find("has a lesson.toml"), std::string::npos) << empty.err;

    foreign("pack/alan-caches-requests");
    const std::string out = outputOf({"lessons", "--lessons", (m_scratch.path() / "pack").string()});
    EXPECT_NE(out.find("There is another lesson of that name."), std::string::npos) << out;
}

TEST_F(LessonFolderTest, AnOrderOfLinesThatIsNoVariantsCodeIsCompiledAndJudged)
{
    const std::string folder = alan();
    for (const char* const story : {"story.md", "story.de.md"})
        change(folder, story, "orders = [\"2 5 1\"]", "orders = [\"2 5 1\", \"2 5 1 3\", \"2 4 1\"]");
    const Outcome outcome = call({"verify", folder});
    EXPECT_EQ(outcome.exitCode, ExitCode::violated) << outcome.err;
    EXPECT_EQ(outcome.out.find("\"2 5 1 3\""), std::string::npos) << "a send that never begins does no harm: " << outcome.out;
    EXPECT_NE(outcome.out.find("The order \"2 4 1\" is called right, but it is no fix: When something else comes from outside"), std::string::npos)
        << outcome.out;
}

} // namespace
} // namespace awaitscope::cli
