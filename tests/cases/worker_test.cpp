// SPDX-License-Identifier: GPL-3.0-or-later

// Each case in a worker: as people run it, and all of them. What they give is what cases.ours has proven of this process.

#include "cases/sandboxed.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "support/digest.hpp"
#include "support/golden.hpp"
#include "support/proof.hpp"
#include "support/source_text.hpp"
#include "workbench/process/process.hpp"
#include "workbench/process/scratch_folder.hpp"
#include "workbench/workbench.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace awaitscope::cases {
namespace {

const std::string otherCompiler = "clang++-19";
const std::string folderOfCases = AWAITSCOPE_SOURCE_DIR "/tests/cases";

std::vector<std::string> allNames()
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folderOfCases}) {
        if (entry.path().extension() == ".cpp" && !expectationsOf(textOf(entry.path().stem().string())).empty())
            names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

std::string lineOf(const std::string& title, const std::string& json)
{
    test::Digest digest;
    digest.add(json);
    return digest.text() + ' ' + title;
}

/// Fails unless this process gives the same. Where an exception was thrown that no await passed on only a worker can find out,
/// which has a __cxa_throw of its own: without that place it is the same all the same.
void expectAsInProcess(const std::string& title, const std::string& json)
{
    static const std::vector<std::string> kept = test::splitIntoLines(test::readSource("tests/cases/traces.digest"));
    const auto isKept = [&](const std::string& text) { return std::ranges::find(kept, lineOf(title, text)) != kept.end(); };
    if (isKept(json))
        return;
    auto trace = nlohmann::ordered_json::parse(json, nullptr, false);
    if (trace.is_object()) {
        trace["ended"]["file"] = nullptr;
        trace["ended"]["line"] = nullptr;
    }
    EXPECT_TRUE(trace.is_object() && isKept(trace.dump(2) + '\n')) << title << ": not as in traces.digest:\n" << json.substr(0, 3000);
}

/// All cases as one sandbox, since what takes long is to read the headers and to instantiate ||. Which of them the module is
/// it knows by the name of its file: a run's trace is then no other than that of the case alone.
std::string allAsOne()
{
    std::string text = "#include \"case.hpp\"\n#include <dlfcn.h>\n";
    std::string runs;
    std::string judges;
    for (const std::string& name : allNames()) {
        text += "namespace " + name + " {\n#line 1 \"sandbox/" + name + ".cpp\"\n" + textOf(name) + "}\n";
        const std::string asked = "  if (ownName() == \"" + name + "\") return " + name + "::";
        runs += asked + "run();\n";
        if (textOf(name).find("\nvoid judge()") != std::string::npos)
            judges += asked + "judge();\n";
    }
    return text + R"(#line 1 "sandbox/all.cpp"
string ownName()
{
  Dl_info info{};
  dladdr(reinterpret_cast<void*>(&ownName), &info);
  string name = info.dli_fname;
  name = name.substr(name.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}
awaitable<void> run()
{
)" + runs + R"(  throw std::logic_error("no case is called " + ownName());
}
void judge()
{
)" + judges + "}\n";
}

class CasesInAWorker : public testing::Test
{
protected:
    /// `compiler` is one of this machine; empty: the one that this program was made by.
    void expectTheSameBytesAsInProcess(const std::string& compiler)
    {
        Installation installation = Installation::of("/proc/self/exe");
        if (!compiler.empty()) // before the one that this program was made by
            installation.compiler = compiler;
        Workbench workbench{installation};
        const auto builder = workbench.builder();
        ASSERT_TRUE(builder) << builder.error().toText();
        const std::string all = allAsOne();
        const Lesson sandbox = sandboxOf("all.cpp", all);
        const auto built = (*builder)->build({sandbox.slug, sandbox.files, {"all.cpp", all}, false, true, folderOfCases});
        ASSERT_TRUE(built) << built.error().toText();
        ASSERT_FALSE(built->module.empty()) << built->output;
        const ScratchFolder folder{"awaitscope-cases"};
        for (const std::string& name : allNames()) {
            const std::filesystem::path module = folder.path() / (name + ".so");
            std::filesystem::create_symlink(built->module, module);
            const Lesson here = sandboxOf(name + ".cpp", textOf(name));
            const VariantSpec& variant = here.variants.front();
            WorkerSetup setup;
            setup.program = installation.worker;
            setup.addressReader = (*builder)->toolchain().addressReader;
            // To load all of them anew for each run would take long and tell nothing: a case sets what it counts in run().
            setup.load = {module, here.slug, variant.name, here.subject, here.caller, {{variant.file, textOf(name)}}, false};
            const Lesson there = withHosts(here, {std::make_shared<WorkerHost>(setup)});
            for (const Expectation& expectation : expectationsOf(textOf(name))) {
                const std::string first = jsonOf(there, expectation, 0);
                expectAsInProcess(titleOf(name, expectation), first);
                for (int i = 1; i < timesMade; ++i)
                    ASSERT_EQ(jsonOf(there, expectation, i), first) << titleOf(name, expectation);
            }
        }
        test::reportProof(compiler.empty() ? "cases-in-a-worker" : "cases-in-a-worker-by-clang", std::to_string(allNames().size()) + " cases ten times, compiled by "
                                                              + (*builder)->toolchain().version + ": the same bytes as in process");
    }
};

TEST_F(CasesInAWorker, GiveTheSameBytesTenTimesAsInProcess) { expectTheSameBytesAsInProcess({}); }

TEST_F(CasesInAWorker, GiveThemCompiledByTheOtherCompilerToo)
{
    const bool isThere = !findProgram(otherCompiler).empty();
    if (!isThere || !std::getenv("AWAITSCOPE_LONG")) {
        const std::string why = isThere ? "tests/run --long does it" : otherCompiler + " is missing";
        test::reportProof("cases-in-a-worker-by-clang", "not run: " + why);
        GTEST_SKIP() << why;
    }
    expectTheSameBytesAsInProcess(otherCompiler);
}

/// These alone, as people do it: it is what the others are measured by.
TEST_F(CasesInAWorker, AreWhatTheCommandLinePrints)
{
    for (const std::string name : {"both_fail", "sleep_that_swallows", "counted_out_by_nobody"}) {
        const ProcessResult printed = runProcess(AWAITSCOPE_CLI, {"run", folderOfCases + '/' + name + ".cpp", "--json"});
        EXPECT_TRUE(printed.succeeded()) << printed.err;
        expectAsInProcess(name, printed.out);
    }
}

} // namespace
} // namespace awaitscope::cases
