// SPDX-License-Identifier: GPL-3.0-or-later

// Each case in a worker: as people run it, and all of them against what they give in this process.

#include "cases/sandboxed.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "support/proof.hpp"
#include "workbench/process/process.hpp"
#include "workbench/process/scratch_folder.hpp"
#include "workbench/workbench.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace awaitscope::cases {
namespace {

const string otherCompiler = "clang++-19";
const string folderOfCases = AWAITSCOPE_SOURCE_DIR "/tests/cases";

/// Names of a case's own types have its name before them where many cases are one program.
string withoutNamespace(string text, const Case& which)
{
    const string prefix = which.name + "::";
    for (std::size_t at = text.find(prefix); at != string::npos; at = text.find(prefix, at))
        text.erase(at, prefix.size());
    return text;
}

/// Where an exception was thrown that no await passed on, only a worker can find out: it has a __cxa_throw of its own.
string withoutPlaceOfThrow(const string& json, const string& inProcess)
{
    if (inProcess.find("\"file\": null,\n    \"line\": null\n  },\n  \"events\"") == string::npos)
        return json;
    auto trace = nlohmann::ordered_json::parse(json);
    trace["ended"]["file"] = nullptr;
    trace["ended"]["line"] = nullptr;
    return trace.dump(2) + '\n';
}

/// All cases as one sandbox, since what takes long is to read the headers and to instantiate ||. Which of them the module is
/// it knows by the name of its file: a run's trace is then no other than that of the case alone.
string allAsOne()
{
    string text = "#include \"case.hpp\"\n#include <dlfcn.h>\n";
    string runs;
    string judges;
    for (const Case& which : allCases()) {
        text += "namespace " + which.name + " {\n#line 1 \"sandbox/" + which.name + ".cpp\"\n" + textOf(which) + "}\n";
        const string asked = "  if (ownName() == \"" + which.name + "\") return " + which.name + "::";
        runs += asked + "run();\n";
        if (which.judge)
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
    void expectTheSameBytesAsInProcess(const string& compiler)
    {
        Installation installation = Installation::of("/proc/self/exe");
        if (!compiler.empty()) // before the one that this program was made by
            installation.compiler = compiler;
        Workbench workbench{installation};
        const auto builder = workbench.builder();
        ASSERT_TRUE(builder) << builder.error().toText();
        const string all = allAsOne();
        const Lesson sandbox = sandboxOf("all.cpp", all);
        const auto built = (*builder)->build({sandbox.slug, sandbox.files, {"all.cpp", all}, false, true, folderOfCases});
        ASSERT_TRUE(built) << built.error().toText();
        ASSERT_FALSE(built->module.empty()) << built->output;
        const ScratchFolder folder{"awaitscope-cases"};
        for (const Case& which : allCases()) {
            const std::filesystem::path module = folder.path() / (which.name + ".so");
            std::filesystem::create_symlink(built->module, module);
            const Lesson here = compiledIn(which);
            WorkerSetup setup;
            setup.program = installation.worker;
            setup.addressReader = (*builder)->toolchain().addressReader;
            const VariantSpec& variant = here.variants.front();
            // To load all of them anew for each run would take what is told here three times as long.
            setup.load = {module, here.slug, variant.name, here.subject, here.caller, {{variant.file, textOf(which)}}, false};
            const Lesson there = withHosts(here, {std::make_shared<WorkerHost>(setup)});
            for (const Expectation& expectation : expectationsOf(textOf(which))) {
                const string expected = jsonOf(here, expectation, 0);
                for (int i = 0; i < timesMade; ++i)
                    ASSERT_EQ(withoutPlaceOfThrow(jsonOf(there, expectation, i), expected), expected) << titleOf(which, expectation);
            }
        }
        test::reportProof(compiler.empty() ? "cases-in-a-worker" : "cases-in-a-worker-by-clang", std::to_string(allCases().size()) + " cases ten times, compiled by "
                                                              + (*builder)->toolchain().version + ": the same bytes as in process");
    }
};

TEST_F(CasesInAWorker, GiveTheSameBytesTenTimesAsInProcess) { expectTheSameBytesAsInProcess({}); }

TEST_F(CasesInAWorker, GiveThemCompiledByTheOtherCompilerToo)
{
    const bool isThere = !findProgram(otherCompiler).empty();
    if (!isThere || !std::getenv("AWAITSCOPE_LONG")) {
        const string why = isThere ? "tests/run --long does it" : otherCompiler + " is missing";
        test::reportProof("cases-in-a-worker-by-clang", "not run: " + why);
        GTEST_SKIP() << why;
    }
    expectTheSameBytesAsInProcess(otherCompiler);
}

/// These alone, as people do it: it is what the others are measured by.
TEST_F(CasesInAWorker, AreWhatTheCommandLinePrints)
{
    const std::vector<string> some{"both_fail", "sleep_that_swallows", "counted_out_by_nobody"};
    for (const Case& which : allCases()) {
        if (std::ranges::find(some, which.name) == some.end())
            continue;
        const ProcessResult printed = runProcess(AWAITSCOPE_CLI, {"run", folderOfCases + '/' + which.name + ".cpp", "--json"});
        EXPECT_EQ(printed.out, withoutNamespace(jsonOf(compiledIn(which), {}, 0), which)) << which.name << printed.err;
    }
}

} // namespace
} // namespace awaitscope::cases
