// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/include_rules.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>
#include <set>

namespace awaitscope::architecture {

namespace {

/// A rule for each wing of a layer, given from the lowest up: it may include the wings before it and what its layer stands on.
void addWings(Rules& rules, const std::string& layer, const std::vector<std::string>& wings, std::vector<std::string> below,
              const std::vector<std::string>& external)
{
    for (const std::string& wing : wings) {
        rules.folders.push_back({layer + '/' + wing, below, external});
        below.push_back(layer + '/' + wing);
    }
}

/// The layers of src/README.md, from the lowest up.
Rules makeProjectRules()
{
    const std::string time = "src/core/time";
    const std::string sim = "src/core/sim";
    const std::string trace = "src/core/trace";
    const std::string world = "src/core/world";
    const std::string race = "src/core/race";
    const std::string core = "src/core";
    const std::string lesson = "src/lesson";
    const std::string workbench = "src/workbench";
    const std::string present = "src/present";
    const std::string widgets = "src/widgets";
    const std::string support = "tests/support";

    const std::vector<std::string> posix = {"boost/", "nlohmann/", "sys/", "cxxabi.h", "spawn.h", "unistd.h", "fcntl.h"};

    Rules rules;
    rules.folders = {
        {core, {time}, {"boost/"}, true},
        {time, {}, {}},
        {sim, {time}, {"boost/"}},
        {trace, {time, sim}, {"boost/", "nlohmann/"}},
        {world, {time, sim, trace}, {"boost/"}, true},
        {world + "/parts", {time, sim, trace, world}, {"boost/"}},
        {race, {time, sim, trace, world}, {"boost/"}},
        {"src/core/run", {core}, {"boost/"}},
        {workbench, {core, lesson, workbench + "/process", workbench + "/compile", workbench + "/host"}, posix, true},
        {workbench + "/worker",
         {core, lesson, workbench + "/host"},
         {"nlohmann/", "sys/", "unistd.h", "dlfcn.h", "fcntl.h", "link.h", "netdb.h", "pthread.h", "sched.h",
          "seccomp.h", "spawn.h", "threads.h", "ucontext.h", "unwind.h"}},
        {"app/worker", {workbench + "/worker"}, {}},
        {widgets, {core, lesson, present}, {"Q", "qcustomplot.h", "qobjectdefs.h"}},
        {"app/cli", {core, lesson, workbench}, {"boost/", "nlohmann/", "CLI/", "unistd.h", "sys/"}},
        {"app/gui", {core, lesson, workbench, present, widgets}, {"Q"}},
        // What a learner reads stands on the teaching world alone.
        {"lessons", {world, race, "src/core/run"}, {"boost/asio/"}},

        // Pages to start from: what a sandbox has without an include is what they are about.
        {"resources/pages", {}, {}},
        {"tests/support", {core, lesson}, {"gtest/", "fcntl.h", "sys/", "unistd.h", "Q"}},
        {"tests/architecture", {workbench}, {"gtest/"}},
        {"tests/cases", {core, lesson, workbench, support, "tests/core/support"}, {"gtest/", "boost/", "nlohmann/"}},
        {"tests/core", {core, support}, {"gtest/", "gmock/", "boost/", "nlohmann/", "sanitizer/", "valijson/"}},
        {"tests/lesson",
         {core, lesson, support, "tests/core/support"},
         {"gtest/", "gmock/", "boost/", "nlohmann/", "unistd.h"}},
        {"tests/lessons", {core, lesson, support}, {"gtest/", "gmock/", "boost/random/", "nlohmann/", "valijson/"}},
        {"tests/runtimes", {core, lesson, support, "tests/lessons"}, {"gtest/", "nlohmann/", "sys/", "unistd.h"}},
        {"tests/runtimes/claims", {}, {"boost/asio"}}, // programs of other runtimes, and plain Asio
        {"tests/runtimes/plain", {support}, {"boost/asio/"}}, // lessons on plain Asio
        {"tests/workbench", {core, lesson, workbench, support}, {"gtest/", "boost/version.hpp", "nlohmann/", "sys/", "unistd.h"}},
        {"tests/present", {core, lesson, workbench, present, support}, {"gtest/", "gmock/", "Q"}},
        {"tests/widgets", {core, lesson, workbench, present, widgets, support, "tests/present/support"}, {"gtest/", "gmock/", "boost/random/", "malloc.h", "sys/", "Q"}},
        {"tests/app/cli",
         {core, lesson, workbench, "app/cli", support},
         {"gtest/", "gmock/", "boost/asio/", "nlohmann/", "sys/", "fcntl.h", "spawn.h", "unistd.h"}},
        {"tests/app/gui", {core, lesson, present, widgets, "app/gui", support}, {"gtest/", "gmock/", "Q"}},
        {"tests/bench", {core, lesson, workbench, present, widgets, support}, {"benchmark/", "boost/", "malloc.h", "nlohmann/", "Q"}},
        {"tests/fuzz", {core, lesson, workbench}, {"gtest/", "nlohmann/"}},
    };
    addWings(rules, lesson, {"text", "format", "run", "traffic", "judge", "page", "files", "tell"}, {core}, {"boost/", "nlohmann/", "toml.hpp", "toml11/"});
    addWings(rules, workbench, {"process", "compile", "host"}, {core, lesson}, posix);
    addWings(rules, present,
             {"text", "time", "words", "look", "scope", "questions", "session", "traffic", "outcome", "code", "story", "editing", "files"},
             {core, lesson, workbench}, {"Q"});
    rules.wrappers = {
        {"qcustomplot.h", "src/widgets/qcustomplot.hpp"},
        {"Qsci/", "src/widgets/qscintilla.hpp"},
        {"toml.hpp", "src/lesson/text/toml_value.cpp"},
        {"toml11/", "src/lesson/text/toml_value.cpp"},
        // What is behind these is specialised there: all of the program sees it, or uses other types.
        {"boost/asio/steady_timer.hpp", "src/core/sim/standard_timers.hpp"},
        {"boost/asio/system_timer.hpp", "src/core/sim/standard_timers.hpp"},
        {"boost/asio/high_resolution_timer.hpp", "src/core/sim/standard_timers.hpp"},
    };
    return rules;
}

std::string folderOf(const std::string& path)
{
    return std::filesystem::path{path}.parent_path().generic_string();
}

bool isWithin(const std::string& folder, const std::string& ancestor)
{
    return folder == ancestor || folder.starts_with(ancestor + '/');
}

/// <vector>, <cstdint>: neither a folder nor an ending, and all lower case.
bool isStandard(const std::string& header)
{
    return std::ranges::all_of(header, [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; });
}

bool beginsWith(const std::string& header, const std::string& prefix)
{
    if (prefix == "Q") // <QString>, <QtCore/qglobal.h>, but neither <Qsci/…> nor <Quux.h>
        return header.size() > 1 && header[0] == 'Q' && (std::isupper(static_cast<unsigned char>(header[1])) || header[1] == 't');
    return header.starts_with(prefix);
}

const FolderRule* findRule(const Rules& rules, const std::string& folder)
{
    const FolderRule* best = nullptr;
    for (const FolderRule& rule : rules.folders) {
        const bool fits = rule.alone ? folder == rule.folder : isWithin(folder, rule.folder);
        if (fits && (!best || rule.folder.size() > best->folder.size()))
            best = &rule;
    }
    return best;
}

std::optional<std::string> resolve(const std::set<std::string>& paths, const std::string& from, const std::string& target)
{
    std::vector<std::string> bases = {folderOf(from), "src", "tests"};
    if (from.starts_with("tests/app/"))
        bases.push_back(folderOf(from).substr(std::string_view{"tests/"}.size())); // programs are no part of src
    for (const std::string& base : bases) {
        const std::string path = std::filesystem::path{base + '/' + target}.lexically_normal().generic_string();
        if (paths.contains(path))
            return path;
    }
    return std::nullopt;
}

/// Empty if all is well.
std::string whyNotExternal(const Rules& rules, const FolderRule& rule, const std::string& path, const std::string& header)
{
    for (const WrapperRule& wrapper : rules.wrappers) {
        if (header.starts_with(wrapper.external) && path != wrapper.wrapper)
            return "only " + wrapper.wrapper + " may include it";
        if (header.starts_with(wrapper.external))
            return {};
    }
    if (isStandard(header))
        return {};
    const bool allowed = std::ranges::any_of(rule.external, [&](const auto& prefix) { return beginsWith(header, prefix); });
    return allowed ? std::string{} : "it is not on the list of " + rule.folder;
}

std::string whyNotProject(const FolderRule& rule, const std::string& path, const std::string& included)
{
    const std::string from = folderOf(path);
    const std::string to = folderOf(included);
    if (isWithin(to, "lessons") && from != to)
        return "nobody includes a lesson";
    if (from == to || (!rule.alone && isWithin(to, rule.folder) && !isWithin(to, "lessons")))
        return {};
    const bool allowed = std::ranges::any_of(rule.folders, [&](const auto& folder) { return isWithin(to, folder); });
    return allowed ? std::string{} : rule.folder + " may not include " + to;
}

} // namespace

namespace {

/// The source with the insides of raw string literals and block comments blanked, but for line ends: they can hold
/// lines that look like includes.
std::string withoutInsides(std::string_view source)
{
    std::string result{source};
    for (std::size_t at = 0; at < result.size();) {
        std::string closing;
        if (result.compare(at, 2, "//") == 0) {
            at = std::min(result.find('\n', at), result.size());
            continue;
        }
        if (result.compare(at, 2, "/*") == 0) {
            closing = "*/";
        } else if (result.compare(at, 2, "R\"") == 0 && result.find('(', at) != std::string::npos) {
            closing = ')' + result.substr(at + 2, result.find('(', at) - at - 2) + '"';
        } else {
            ++at;
            continue;
        }
        const std::size_t end = std::min(result.find(closing, at + 2), result.size());
        std::replace_if(result.begin() + static_cast<std::ptrdiff_t>(at), result.begin() + static_cast<std::ptrdiff_t>(end),
                        [](char c) { return c != '\n'; }, ' ');
        at = std::min(end + closing.size(), result.size());
    }
    return result;
}

} // namespace

std::vector<Include> includesOf(std::string_view wholeSource)
{
    const std::string blanked = withoutInsides(wholeSource);
    std::string_view source = blanked;
    std::vector<Include> includes;
    int line = 0;
    while (!source.empty()) {
        ++line;
        const std::size_t end = std::min(source.find('\n'), source.size());
        std::string_view text = source.substr(0, end);
        source.remove_prefix(std::min(end + 1, source.size()));

        const auto skipBlanks = [&text] { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); };
        skipBlanks();
        if (!text.starts_with('#'))
            continue;
        text.remove_prefix(1);
        skipBlanks();
        if (!text.starts_with("include"))
            continue;
        text.remove_prefix(7);
        skipBlanks();
        if (text.empty() || (text[0] != '"' && text[0] != '<'))
            continue;
        const bool angled = text[0] == '<';
        const std::size_t close = text.find(angled ? '>' : '"', 1);
        if (close != std::string_view::npos)
            includes.push_back({std::string{text.substr(1, close - 1)}, angled, line});
    }
    return includes;
}

const Rules& projectRules()
{
    static const Rules rules = makeProjectRules();
    return rules;
}

std::vector<std::string> violations(const Rules& rules, const std::vector<SourceFile>& files)
{
    std::set<std::string> paths;
    for (const SourceFile& file : files)
        paths.insert(file.path);

    std::vector<std::string> found;
    for (const SourceFile& file : files) {
        const FolderRule* const rule = findRule(rules, folderOf(file.path));
        if (!rule) {
            found.push_back(file.path + ": its folder has no rule in tests/architecture/include_rules.cpp");
            continue;
        }
        for (const Include& include : includesOf(file.text)) {
            std::string why;
            if (include.angled) {
                why = whyNotExternal(rules, *rule, file.path, include.target);
            } else if (include.target.ends_with(".moc")) {
                continue; // Qt's meta-object compiler makes it from the file itself
            } else if (const auto included = resolve(paths, file.path, include.target)) {
                why = whyNotProject(*rule, file.path, *included);
            } else {
                why = "the project has no such file; others' headers go in angle brackets";
            }
            if (!why.empty())
                found.push_back(file.path + ':' + std::to_string(include.line) + ": " + include.target + ": " + why);
        }
    }
    return found;
}

} // namespace awaitscope::architecture
