// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page of one's own, from a changed line to its timeline, beside the compiler alone with the same file and our header; and
// its sweep. Of the least page that does something, and of one of 300 lines with 12 coroutines and 60 awaits.
#include "bench/figures.hpp"
#include "bench/long_page.hpp"
#include "bench/value_of.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/run/sweep.hpp"
#include "workbench/process/process.hpp"
#include "workbench/workbench.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;

const char* const leastPage = R"(awaitable<void> run()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("stored", "v2");
}
)";

void measure(int rounds)
{
    Installation installation = Installation::of("/proc/self/exe");
    std::string name = (fs::temp_directory_path() / "awaitscope-bench-XXXXXX").string();
    const fs::path folder = mkdtemp(name.data());
    installation.cache = folder / "cache";
    Workbench workbench{installation};
    const auto builder = valueOf(workbench.builder());
    const fs::path header = valueOf(builder->prepareHeader(false, {}, true));
    Figures figures;
    for (int round = 0; round < rounds; ++round) {
        for (const auto& [page, text] : {std::pair{"least page", std::string{leastPage}}, std::pair{"60 awaits", longPage()}}) {
            const std::string of = std::string{page} + ": ";
            // No round before has compiled it.
            const std::string changed = text + "// " + std::to_string(WallClock::now().time_since_epoch().count()) + '\n';
            const fs::path source = folder / "page.cpp";
            std::ofstream{source} << changed;
            std::vector<std::string> arguments = builder->compileArguments(false);
            const fs::path names = installation.includes.front() / "core/run/sandbox_names.hpp";
            arguments.insert(arguments.end(), {"-include", header.string(), "-include", names.string(), "-c", source.string(), "-o",
                                               (folder / "page.o").string()});
            const ProcessResult compiled = figures.take(of + "the compiler alone", [&] { return runProcess(builder->toolchain().compiler, arguments); });
            if (!compiled.succeeded()) {
                std::cerr << compiled.out << compiled.err << '\n';
                std::exit(EXIT_FAILURE);
            }
            const auto begin = WallClock::now();
            Lesson lesson = sandboxOf("page.cpp", changed);
            const VariantSpec variant = lesson.variants.front();
            const WorkbenchResult made = figures.take(
                of + "edit to module", [&] { return valueOf(workbench.make(lesson, {variant.name, {variant.file, changed}, false, {}})); });
            lesson = withHosts(lesson, {made.host});
            const Scenario scenario = defaultScenario(lesson);
            static_cast<void>(valueOf(runScenario(lesson, scenario)));
            figures.add(of + "edit to timeline", milliseconds(WallClock::now() - begin));
            static_cast<void>(figures.take(of + "sweep", [&] { return valueOf(sweep(lesson, scenario)); }));
        }
    }
    figures.print("least page: the compiler alone");
    for (const std::string page : {"least page", "60 awaits"})
        std::printf("%s: edit to timeline %.2f × the compiler alone\n", page.c_str(),
                    figures.median(page + ": edit to timeline") / figures.median(page + ": the compiler alone"));
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
