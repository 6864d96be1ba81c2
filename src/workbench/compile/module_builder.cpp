// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/module_builder.hpp"

#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"
#include "workbench/compile/own_names.hpp"
#include "workbench/compile/traps.hpp"
#include "workbench/process/process.hpp"
#include "workbench/process/scratch_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace awaitscope {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view headerName = "awaitscope.hpp";
constexpr std::size_t mostModules = 60; ///< kept in the cache
constexpr std::size_t mostScenarios = 20;
constexpr std::size_t mostHeaders = 3; ///< by far the largest
constexpr std::size_t largestHeader = 1 << 20;

// Before it, what a variant of a lesson sees, and what a sandbox does.
constexpr std::string_view teachingText = "#include \"core/run/teaching.hpp\"\n";
constexpr std::string_view sandboxText = "#include \"core/run/sandbox.hpp\"\n";

// What a learner's file may use without a thought. The teaching world itself is what takes long to compile.
constexpr std::string_view headerText = R"(#include "core/run/module_abi.hpp"
#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>
)";

// Only the scenario's object knows the lesson's stage; the learner's file can be any text.
constexpr std::string_view entryText = R"(#include "scenario.cpp"
extern "C" const char* awaitscope_module_abi();
extern "C" const char* awaitscope_module_abi()
{
    static const std::string abi = awaitscope::moduleAbi();
    return abi.c_str();
}
extern "C" void awaitscope_module_program(awaitscope::Program* program);
extern "C" void awaitscope_module_program(awaitscope::Program* program)
{
    *program = awaitscope::programs::awaitscope_program_edited();
}
)";

bool writeFile(const fs::path& path, std::string_view text)
{
    std::error_code none;
    fs::create_directories(path.parent_path(), none);
    std::ofstream stream{path, std::ios::binary};
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    return static_cast<bool>(stream.flush());
}

Diagnostic cannotWriteScratch()
{
    return {"There is no room to compile in: a folder in " + printablePath(temporaryFolder())
                + " could not be written. Make room there, or set TMPDIR to another folder.",
            {}, 0};
}

/// What is compiled with every variant of a lesson.
bool isShared(const LessonFile& file) { return file.name == "scenario.cpp" || file.name.ends_with(".hpp"); }

/// For keys: another text as soon as one of them is another one.
std::string sharedTexts(const std::vector<LessonFile>& files)
{
    std::string texts;
    for (const LessonFile& file : files) {
        if (isShared(file))
            texts += '\n' + file.name + '\n' + file.text;
    }
    return texts;
}

/// Of what the file includes from beside it, all that these include there in turn: what they say is part of what is compiled.
std::string headersBeside(const BuildRequest& request)
{
    if (request.folder.empty())
        return {};
    std::string all;
    std::vector<std::string> texts{request.source.text};
    std::vector<std::string> seen;
    while (!texts.empty()) {
        std::istringstream text{std::exchange(texts.back(), {})};
        texts.pop_back();
        for (std::string line; std::getline(text, line);) {
            const std::size_t begin = line.find('"');
            const std::size_t end = line.find('"', begin + 1);
            if (line.find("#include") == std::string::npos || end == std::string::npos)
                continue;
            const std::string name = line.substr(begin + 1, end - begin - 1);
            if (std::ranges::find(seen, name) != seen.end())
                continue;
            seen.push_back(name);
            Result<std::string> header = readTextFile(request.folder / name, largestHeader);
            if (!header)
                continue; // the compiler says so
            all += '\n' + name + '\n' + *header;
            texts.push_back(*std::move(header));
        }
    }
    return all;
}

std::string allOf(const ProcessResult& result) { return result.out + result.err; }

/// Why something of ours, not the learner's, does not compile.
Diagnostic ownFailure(const std::string& what, const ProcessResult& result)
{
    if (result.end == ProcessResult::End::tookTooLong)
        return {"The compiler took too long for " + what + ". Try it again when the machine has less to do.", {}, 0};
    std::string said = allOf(result);
    if (const std::size_t error = said.find("error:"); error != std::string::npos)
        said = said.substr(error);
    return {"The compiler cannot make " + what + ": " + printable(said.substr(0, said.find('\n')), 300)
                + " Does this machine have the packages that Awaitscope was built with (libboost1.81-dev)?",
            {}, 0};
}

/// Why a lesson's scenario.cpp does not, or a header that it includes, which the lesson's author wrote.
Diagnostic scenarioFailure(const BuildRequest& request, const ProcessResult& result)
{
    const std::vector<CompilerMessage> messages = readCompilerOutput(result.err, request.lesson + "/scenario.cpp");
    if (messages.empty() || messages.front().line == 0)
        return ownFailure("the lesson's scenario.cpp", result);
    const CompilerMessage& first = messages.front();
    Diagnostic failure{"The lesson's scenario.cpp does not compile: " + first.text, "scenario.cpp", first.line, true};
    for (const LessonFile& file : request.files) {
        if (isShared(file) && first.elsewhere.starts_with(file.name + ':')) {
            failure.file = file.name;
            failure.line = std::atoi(first.elsewhere.c_str() + file.name.size() + 1);
        }
    }
    return failure;
}

/// The teaching world's headers, in a fixed order.
std::string allHeaders(const fs::path& folder)
{
    std::vector<fs::path> headers;
    std::error_code failure;
    for (fs::recursive_directory_iterator entry{folder / "core", failure}, end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->path().extension() == ".hpp")
            headers.push_back(entry->path());
    }
    std::ranges::sort(headers);
    std::string all;
    for (const fs::path& header : headers) {
        if (const Result<std::string> text = readTextFile(header, largestHeader))
            all += header.filename().string() + '\n' + *text;
    }
    return all;
}

/// Boost's own says which one it is.
std::string boostVersion(const Installation& installation)
{
    std::vector<fs::path> folders = installation.includes;
    folders.emplace_back("/usr/include");
    for (const fs::path& folder : folders) {
        if (const Result<std::string> text = readTextFile(folder / "boost/version.hpp", largestHeader))
            return *text;
    }
    return {};
}

} // namespace

ModuleBuilder::ModuleBuilder(Installation installation, Toolchain toolchain)
    : m_installation(std::move(installation)), m_toolchain(std::move(toolchain)), m_cache(m_installation.cache)
{
    // What another compiler, another Boost or other headers of ours made must not be found again: they are part of every key.
    m_version = m_toolchain.compiler.string() + '\n' + m_toolchain.version + '\n' + boostVersion(m_installation) + '\n'
                + std::string{headerText} + std::string{entryText};
    // The first folder is the one of our own headers (Installation::of).
    if (!m_installation.includes.empty())
        m_version += allHeaders(m_installation.includes.front());
}

std::vector<std::string> ModuleBuilder::compileArguments(bool isSanitized) const
{
    // tests/bench/README.md has what else was tried. A run takes microseconds anyhow, and faults need the lines of -g1.
    std::vector<std::string> arguments{"-std=c++20", "-O0",    "-g1",     "-fPIC", "-pthread",
                                       "-Wall",      "-Wextra", "-DAWAITSCOPE_VARIANT=edited"};
    if (m_toolchain.family == Toolchain::Family::gcc)
        // A symbol that is unique in the process keeps its module loaded for ever, and so what is static in it as it is.
        arguments.insert(arguments.end(), {"-fdiagnostics-color=never", "-fmax-errors=50", "-fno-gnu-unique"});
    else
        arguments.insert(arguments.end(), {"-fno-color-diagnostics", "-ferror-limit=50"});
    if (isSanitized)
        arguments.insert(arguments.end(),
                         {"-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer",
                          // What the sanitizers do not see: an index inside of the memory and past the end of the vector.
                          "-D_GLIBCXX_ASSERTIONS"});
    arguments.insert(arguments.end(), m_installation.flags.begin(), m_installation.flags.end());
    for (const fs::path& include : m_installation.includes)
        arguments.push_back("-I" + include.string());
    return arguments;
}

std::string ModuleBuilder::headerKey(bool isSanitized, bool isSandbox) const
{
    std::string text = m_version;
    text += isSandbox ? sandboxText : teachingText;
    for (const std::string& argument : compileArguments(isSanitized))
        text += '\n' + argument;
    return "header-" + digestOf(text);
}

Result<ProcessResult> ModuleBuilder::compile(const BuildRequest& request, const LessonFile& source, const fs::path& header,
                                             const fs::path& object, const std::stop_token& stop) const
{
    // A folder for each compile: several may be under way, and none must see a file that another one left.
    const ScratchFolder scratch{"awaitscope-compile"};
    const fs::path folder = scratch.path() / request.lesson;
    bool isWritten = !scratch.path().empty() && writeFile(folder / source.name, source.text);
    for (const LessonFile& file : request.files) {
        if (isShared(file))
            isWritten = isWritten && writeFile(folder / file.name, file.text);
    }
    const fs::path names = scratch.path() / "sandbox_names.hpp";
    const bool hasNames = request.isSandbox && &source == &request.source; // what stands around it writes them out
    if (hasNames) {
        const Result<std::string> all = readTextFile(m_installation.includes.front() / "core/run/sandbox_names.hpp", largestHeader);
        if (!all)
            return all.error();
        isWritten = isWritten && writeFile(names, withoutOwnNames(*all, source.text + '\n' + headersBeside(request)));
    }
    if (!isWritten)
        return cannotWriteScratch();
    std::vector<std::string> arguments = compileArguments(request.isSanitized);
    const std::vector<std::string> withHeader = headerArguments(header);
    arguments.insert(arguments.end(), withHeader.begin(), withHeader.end());
    if (hasNames)
        arguments.insert(arguments.end(), {"-include", names.string()}); // the second: only the first may be a precompiled one
    if (!request.folder.empty())
        arguments.insert(arguments.end(), {"-iquote", request.folder.string()});
    // Names of files are the lesson's own, wherever they lie: slug/NAME.
    arguments.insert(arguments.end(), {"-ffile-prefix-map=" + scratch.path().string() + "/=", "-c",
                                       (folder / source.name).string(), "-o", object.string()});
    ProcessOptions options;
    // In English, as messages are known by their words; and its own temporary files go with the folder, even if it is killed.
    options.environment = {"LC_ALL=C", "TMPDIR=" + scratch.path().string()};
    return runProcess(m_toolchain.compiler, arguments, options, stop);
}

std::vector<std::string> ModuleBuilder::headerArguments(const fs::path& header) const
{
    if (m_toolchain.family == Toolchain::Family::gcc)
        // The plain header is named, and gcc takes the .gch beside it. If it cannot, this warning says why; without it a
        // compile would only be slow.
        return {"-include", header.string(), "-Winvalid-pch"};
    return {"-include-pch", header.string() + ".pch"};
}

bool ModuleBuilder::hasHeader(bool isSanitized, bool isSandbox) const
{
    const char* const ending = m_toolchain.family == Toolchain::Family::gcc ? ".gch" : ".pch";
    return m_cache.has(headerKey(isSanitized, isSandbox), std::string{headerName} + ending);
}

Result<fs::path> ModuleBuilder::prepareHeader(bool isSanitized, const std::stop_token& stop, bool isSandbox) const
{
    const std::string key = headerKey(isSanitized, isSandbox);
    const std::string text = std::string{isSandbox ? sandboxText : teachingText} + std::string{headerText};
    const Result<fs::path> header = m_cache.provide(
        key, std::string{headerName},
        [&text](const fs::path& to) -> std::optional<Diagnostic> {
            return writeFile(to, text) ? std::nullopt : std::optional{cannotWriteScratch()};
        },
        stop);
    if (!header || header->empty())
        return header;
    const char* const ending = m_toolchain.family == Toolchain::Family::gcc ? ".gch" : ".pch";
    // Under the same key as the plain header, for gcc wants both in one folder.
    const Result<fs::path> compiled = m_cache.provide(
        key, std::string{headerName} + ending,
        [&](const fs::path& to) -> std::optional<Diagnostic> {
            std::vector<std::string> arguments = compileArguments(isSanitized);
            arguments.insert(arguments.end(), {"-x", "c++-header", header->string(), "-o", to.string()});
            ProcessOptions options;
            options.environment = {"LC_ALL=C"};
            const ProcessResult result = runProcess(m_toolchain.compiler, arguments, options, stop);
            // That it was stopped provide() sees by itself.
            if (result.succeeded() || result.end == ProcessResult::End::stopped)
                return std::nullopt;
            return ownFailure("the precompiled header", result);
        },
        stop);
    if (!compiled || compiled->empty())
        return compiled;
    m_cache.keepNewest("header-", mostHeaders);
    return header;
}

Result<fs::path> ModuleBuilder::prepareScenario(const BuildRequest& request, const fs::path& header,
                                                const std::function<void(BuildStep)>& progress,
                                                const std::stop_token& stop) const
{
    const std::string key =
        "scenario-" + digestOf(headerKey(request.isSanitized, request.isSandbox) + '\n' + request.lesson + sharedTexts(request.files));
    const Result<fs::path> object = m_cache.provide(
        key, "scenario.o",
        [&](const fs::path& to) -> std::optional<Diagnostic> {
            if (progress)
                progress(BuildStep::scenario);
            const Result<ProcessResult> result =
                compile(request, {"module_entry.cpp", std::string{entryText}}, header, to, stop);
            if (!result)
                return result.error();
            if (result->succeeded() || result->end == ProcessResult::End::stopped)
                return std::nullopt;
            return scenarioFailure(request, *result);
        },
        stop);
    if (object && !object->empty())
        m_cache.keepNewest("scenario-", mostScenarios);
    return object;
}

Result<BuildResult> ModuleBuilder::build(const BuildRequest& request, const std::function<void(BuildStep)>& progress,
                                         const std::stop_token& stop) const
{
    BuildResult result;
    result.messages = findTraps(request.source.text);
    const std::string key = "module-"
                            + digestOf(headerKey(request.isSanitized, request.isSandbox) + '\n' + request.lesson + '\n' + request.source.name + '\n'
                                       + request.source.text + sharedTexts(request.files) + headersBeside(request));
    if (m_cache.has(key, "module.so")) {
        result.wasCached = true;
        // What the compiler warned of the first time is still true.
        if (const Result<std::string> said = readTextFile(m_cache.folder() / key / "output.txt", 8 << 20))
            result.output = *said;
    }

    // A file that does not compile is a result and no error. Only, the cache must not keep anything of it, and so it leaves
    // provide() as one.
    std::optional<BuildResult> refused;
    const auto tell = [&](BuildStep step) {
        if (progress)
            progress(step);
    };
    const Result<fs::path> module = m_cache.provide(
        key, "module.so",
        [&](const fs::path& to) -> std::optional<Diagnostic> {
            if (!hasHeader(request.isSanitized, request.isSandbox))
                tell(BuildStep::header);
            const Result<fs::path> header = prepareHeader(request.isSanitized, stop, request.isSandbox);
            if (!header || header->empty())
                return header ? std::nullopt : std::optional{header.error()};
            const Result<fs::path> scenario = prepareScenario(request, *header, progress, stop);
            if (!scenario || scenario->empty())
                return scenario ? std::nullopt : std::optional{scenario.error()};

            tell(BuildStep::source);
            const ScratchFolder scratch{"awaitscope-link"};
            const fs::path object = scratch.path() / "source.o";
            const Result<ProcessResult> made = compile(request, request.source, *header, object, stop);
            if (!made)
                return made.error();
            const ProcessResult& compiled = *made;
            if (compiled.end == ProcessResult::End::stopped)
                return std::nullopt;
            result.output = compiled.err;
            if (!compiled.succeeded()) {
                if (compiled.end == ProcessResult::End::notStarted)
                    return ownFailure("your file", compiled);
                refused = result;
                if (compiled.end == ProcessResult::End::tookTooLong)
                    refused->messages.insert(refused->messages.begin(),
                                             {CompilerMessage::Kind::error, 0, 0, "The compiler did not come to an end.", {}, {}});
                return Diagnostic{"The file does not compile.", request.source.name, 0};
            }
            tell(BuildStep::link);
            std::vector<std::string> linking{"-shared", "-pthread", "-o", to.string(), object.string(), scenario->string()};
            if (request.isSanitized)
                linking.emplace_back("-fsanitize=address,undefined");
            if (request.isSanitized && m_toolchain.family == Toolchain::Family::clang)
                linking.emplace_back("-shared-libasan");
            linking.insert(linking.end(), m_toolchain.linkFlags.begin(), m_toolchain.linkFlags.end());
            ProcessOptions options;
            options.environment = {"LC_ALL=C"};
            const ProcessResult linked = runProcess(m_toolchain.compiler, linking, options, stop);
            if (linked.end == ProcessResult::End::stopped)
                return std::nullopt;
            if (!linked.succeeded()) {
                result.output += allOf(linked);
                refused = result;
                refused->messages.insert(refused->messages.begin(),
                                         {CompilerMessage::Kind::error, 0, 0, printable(allOf(linked), 300), {}, {}});
                return Diagnostic{"The file does not link.", request.source.name, 0};
            }
            // Beside the module, for when it is found in the cache. Without it only warnings are missing.
            writeFile(to.parent_path() / "output.txt", result.output);
            return std::nullopt;
        },
        stop);

    BuildResult& told = refused ? *refused : result;
    if (!module && !refused)
        return module.error();
    std::vector<CompilerMessage> said = readCompilerOutput(told.output, request.lesson + '/' + request.source.name);
    explain(said, request.source.text);
    // Errors first, then what the compiler warns of, then traps.
    const std::vector<CompilerMessage> traps = std::exchange(told.messages, std::move(said));
    told.messages.insert(told.messages.end(), traps.begin(), traps.end());
    // What explain() calls an error is one, though the compiler let it pass.
    const bool isRefused = std::ranges::any_of(told.messages, [](const CompilerMessage& message) {
        return message.kind == CompilerMessage::Kind::error;
    });
    if (refused || isRefused)
        return std::move(told);
    result.wasStopped = module->empty();
    result.module = *module;
    if (!result.wasStopped)
        m_cache.keepNewest("module-", mostModules);
    return result;
}

} // namespace awaitscope
