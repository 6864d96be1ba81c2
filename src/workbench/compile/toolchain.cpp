// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/toolchain.hpp"

#include "workbench/compile/build_facts.hpp"
#include "workbench/process/process.hpp"
#include "workbench/process/scratch_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

namespace awaitscope {

namespace {

constexpr std::chrono::seconds longestQuestion{20};

std::filesystem::path cacheFolder()
{
    const char* const cache = std::getenv("XDG_CACHE_HOME");
    if (cache && *cache == '/')
        return std::filesystem::path{cache} / "awaitscope";
    const char* const home = std::getenv("HOME");
    if (home && *home == '/')
        return std::filesystem::path{home} / ".cache" / "awaitscope";
    return temporaryFolder() / "awaitscope-cache";
}

std::optional<Toolchain> tryCompiler(const std::string& name)
{
    const std::filesystem::path compiler = findProgram(name);
    if (compiler.empty())
        return std::nullopt;
    ProcessOptions options;
    options.environment = {"LC_ALL=C"};
    options.longest = longestQuestion;
    const ProcessResult said = runProcess(compiler, {"--version"}, options);
    if (!said.succeeded())
        return std::nullopt;
    Toolchain toolchain;
    toolchain.compiler = compiler;
    toolchain.version = said.out.substr(0, said.out.find('\n'));
    const bool isClang = said.out.find("clang") != std::string::npos;
    toolchain.family = isClang ? Toolchain::Family::clang : Toolchain::Family::gcc;
    // tests/bench/README.md: either links a module faster than the usual one does.
    for (const char* const linker : {"mold", "lld"}) {
        const std::string program = std::string{linker} == "lld" ? "ld.lld" : linker;
        if (!findProgram(program).empty()) {
            toolchain.linkFlags = {std::string{"-fuse-ld="} + linker};
            break;
        }
    }
    toolchain.addressReader = findProgram("addr2line");
    return toolchain;
}

/// The sources of the build folder that `folder` lies in; empty if it lies in none. No path of a checkout is compiled in.
std::filesystem::path sourcesOfBuild(std::filesystem::path folder)
{
    for (;; folder = folder.parent_path()) {
        std::ifstream file{folder / "awaitscope-sources"};
        if (std::string sources; std::getline(file, sources))
            return sources;
        if (!folder.has_relative_path())
            return {};
    }
}

} // namespace

Installation Installation::of(const std::filesystem::path& program)
{
    namespace fs = std::filesystem;
    std::error_code none;
    const fs::path folder = fs::weakly_canonical(program, none).parent_path();
    Installation found;
    // Beside it, in the build folder, installed.
    for (const fs::path& place : {folder, folder / "../worker", folder / "../../app/worker", folder / "../libexec/awaitscope"}) {
        const fs::path worker = (place / "awaitscope-worker").lexically_normal();
        if (fs::exists(worker, none)) {
            found.worker = worker;
            break;
        }
    }
    const fs::path installed = (folder / "../share/awaitscope/include").lexically_normal();
    if (fs::exists(installed / "core/run/teaching.hpp", none))
        found.includes.push_back(installed);
    else if (const fs::path sources = sourcesOfBuild(folder); !sources.empty())
        found.includes.push_back(sources);
    for (const std::string& include : buildFacts().includes)
        found.includes.emplace_back(include);
    found.flags = buildFacts().flags;
    found.compiler = buildFacts().compiler;
    found.cache = cacheFolder();
    return found;
}

Result<Toolchain> findToolchain(const std::string& builtWith)
{
    const char* const chosen = std::getenv("CXX");
    // First the one that made the worker: a module and its worker share types, and what differs between compilers there
    // moduleAbi() knows only in part.
    for (const std::string& name : {builtWith, std::string{chosen ? chosen : ""}, std::string{"g++"}, std::string{"clang++"}}) {
        if (std::optional<Toolchain> found = tryCompiler(name))
            return *std::move(found);
    }
    return Diagnostic{"There is no C++ compiler, which running changed code needs. What you type is kept. Install one "
                      "(Debian, Ubuntu: sudo apt install g++ libboost1.81-dev) and run it again.",
                      {}, 0};
}

} // namespace awaitscope
