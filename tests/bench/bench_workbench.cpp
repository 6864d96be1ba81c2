// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a changed line to its timeline: what each step takes, beside the compiler alone with the same file. Wall times, the
// median of several rounds that take every figure in turn.
#include "bench/figures.hpp"
#include "bench/value_of.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sweep.hpp"
#include "workbench/process/process.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;
using Clock = WallClock;

void require(const ProcessResult& result)
{
    if (result.succeeded())
        return;
    std::cerr << result.out << result.err << '\n';
    std::exit(EXIT_FAILURE);
}

/// A text that no round before has compiled.
std::string changed(const std::string& text, int round)
{
    return text + "// " + std::to_string(round) + ' ' + std::to_string(Clock::now().time_since_epoch().count()) + '\n';
}

void measure(int rounds)
{
    const Catalogue catalogue{builtInLessons()};
    const Lesson& lesson = *catalogue.find("alan-caches-requests");
    const std::string text = lesson.findFile("fixed.cpp")->text;
    Installation installation = Installation::of("/proc/self/exe");
    std::string name = (fs::temp_directory_path() / "awaitscope-bench-XXXXXX").string();
    const fs::path folder = mkdtemp(name.data());
    installation.cache = folder / "cache";
    Workbench workbench{installation};
    const auto builder = valueOf(workbench.builder());
    Figures figures;
    std::printf("%s, linked with %s\n\n", builder->toolchain().version.c_str(),
                builder->toolchain().linkFlags.empty() ? "the compiler's own linker" : builder->toolchain().linkFlags.front().c_str());

    for (const LessonFile& file : lesson.files) {
        fs::create_directories((folder / file.name).parent_path());
        std::ofstream{folder / file.name} << file.text;
    }
    const std::string compiler = builder->toolchain().compiler;
    const fs::path object = folder / "my.o";
    const auto compile = [&](const std::string& figure, std::vector<std::string> arguments, const std::string& source) {
        arguments.insert(arguments.end(), {"-c", source, "-o", object.string()});
        require(figures.take(figure, [&] { return runProcess(compiler, arguments); }));
    };
    for (int round = 0; round < rounds; ++round) {
        // Without a header that was compiled before: what one would type.
        compile("bare compile", builder->compileArguments(false), (folder / "fixed.cpp").string());

        static_cast<void>(workbench.cache().clear());
        const fs::path header =
            figures.take("precompiled header, once", [&] { return valueOf(builder->prepareHeader(false)); });
        WorkbenchTask task{"my-buggy", {"my-buggy.cpp", changed(text, round)}, false};
        static_cast<void>(figures.take("first edit, scenario.cpp compiled too", [&] { return valueOf(workbench.make(lesson, task)); }));

        task.source.text = changed(text, round);
        const auto begin = Clock::now();
        const WorkbenchResult made = figures.take("edit to module", [&] { return valueOf(workbench.make(lesson, task)); });
        const Lesson edited = withEdited(lesson, {{"buggy", {}, task.source.text, made.host}});
        Scenario scenario = defaultScenario(edited);
        scenario.timeout = VirtualDuration{250'000};
        scenario.variants = {"my-buggy"};
        static_cast<void>(figures.take("worker's start and first run", [&] { return valueOf(runScenario(edited, scenario)); }));
        figures.add("edit to timeline", milliseconds(Clock::now() - begin));
        static_cast<void>(figures.take("edit to module, text unchanged", [&] { return valueOf(workbench.make(lesson, task)); }));

        constexpr int runs = 200;
        for (const char* const variant : {"buggy", "my-buggy"}) {
            scenario.variants = {variant};
            const bool isHere = std::string_view{variant} == "buggy";
            const auto start = Clock::now();
            for (int i = 0; i < runs; ++i)
                static_cast<void>(valueOf(runScenario(edited, scenario)));
            figures.add(isHere ? "run in process" : "run through the worker", milliseconds(Clock::now() - start) / runs);
            static_cast<void>(figures.take(isHere ? "outcome map in process" : "outcome map through the worker",
                                           [&] { return valueOf(sweep(edited, scenario)); }));
        }

        // What was tried, each against the way it is done: with the header, -O0 -g1.
        const auto with = [&](const std::string& changedFlag, const std::string& original) {
            std::vector<std::string> arguments = builder->compileArguments(false);
            std::ranges::replace(arguments, original, changedFlag);
            return arguments;
        };
        for (const auto& [flag, original] :
             {std::pair{"-O1", "-O0"}, {"-O2", "-O0"}, {"-g0", "-g1"}, {"-g", "-g1"}})
            compile(std::string{"bare compile, "} + flag, with(flag, original), (folder / "fixed.cpp").string());
        for (const char* const linker : {"bfd", "gold", "lld", "mold"}) {
            if (findProgram(linker == std::string{"mold"} ? "mold" : std::string{"ld."} + linker).empty())
                continue;
            require(figures.take(std::string{"link, "} + linker, [&] {
                return runProcess(compiler, {"-shared", "-pthread", std::string{"-fuse-ld="} + linker, object.string(), "-o",
                                             (folder / "linked.so").string()});
            }));
        }
    }
    figures.print("bare compile");
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

} // namespace
} // namespace awaitscope

int main(int argc, char** argv)
{
    const bool isOnce = argc > 1 && std::string_view{argv[1]} == "--once";
    awaitscope::measure(isOnce ? 1 : 5);
    return 0;
}
