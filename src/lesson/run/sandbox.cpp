// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sandbox.hpp"

#include "core/trace/recorder.hpp"
#include "lesson/run/variant_host.hpp"

#include <algorithm>
#include <cctype>

namespace awaitscope {

namespace {

/// "refund-2" of "Refund 2.cpp": as scenario strings want names.
std::string plainNameOf(const std::string& file)
{
    std::string name;
    for (const char character : file.substr(0, file.rfind('.'))) {
        const bool isPlain = std::isalnum(static_cast<unsigned char>(character)) != 0;
        if (isPlain)
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name.empty() ? std::string{sandboxSlug} : name;
}

constexpr std::string_view keptFile = "kept.cpp";

std::string stageText(bool isCancelledFromOutside)
{
    return std::string{"#include \"core/run/sandbox_stage.hpp\"\nAWAITSCOPE_SANDBOX("} + (isCancelledFromOutside ? "true" : "false") + ")\n";
}

/// Who runs the kept version, which was compiled under the name of the typed one.
class KeptHost final : public VariantHost
{
public:
    KeptHost(std::shared_ptr<VariantHost> host, std::string formerFile) : m_host(std::move(host)), m_formerFile(std::move(formerFile)) {}

    Result<Trace> runWithoutTimeout(const SimulationSettings& settings) override { return renamed(m_host->runWithoutTimeout(settings)); }
    Result<Trace> run(const SimulationSettings& settings, const TimeoutAt& timeout) override
    {
        return renamed(m_host->run(settings, timeout));
    }

private:
    void rename(std::string& file) const
    {
        if (file == m_formerFile)
            file = keptFile;
    }

    Result<Trace> renamed(Result<Trace> trace) const
    {
        if (!trace)
            return trace;
        trace->variant = keptVersion;
        const auto renameAll = [this](auto& all) {
            for (auto& each : all)
                rename(each.file);
        };
        renameAll(trace->coroutines);
        renameAll(trace->awaits);
        renameAll(trace->starts);
        renameAll(trace->effects);
        renameAll(trace->lost);
        rename(trace->ended.file);
        return trace;
    }

    std::shared_ptr<VariantHost> m_host;
    std::string m_formerFile;
};

/// Stands for code that nobody has compiled.
class BlankHost final : public VariantHost
{
public:
    explicit BlankHost(std::string variant) : m_variant(std::move(variant)) {}

    Result<Trace> runWithoutTimeout(const SimulationSettings& settings) override
    {
        Trace trace;
        trace.lesson = sandboxSlug;
        trace.variant = m_variant;
        trace.model = settings.model;
        trace.cancelOn = settings.cancelOn;
        trace.end = VirtualTime{std::chrono::milliseconds{750}};
        return trace;
    }
    Result<Trace> run(const SimulationSettings& settings, const TimeoutAt&) override { return runWithoutTimeout(settings); }

private:
    std::string m_variant;
};

} // namespace

bool callsTimeout(std::string_view text)
{
    const std::string code = maskCommentsAndLiterals(text);
    constexpr std::string_view name = "timeout";
    for (std::size_t at = code.find(name); at != std::string::npos; at = code.find(name, at + 1)) {
        const std::size_t next = code.find_first_not_of(" \t\n", at + name.size());
        const bool isWord = at == 0 || !isWordCharacter(code[at - 1]);
        // Without arguments: with some it is one of the file's own, or one of a race's.
        if (isWord && next != std::string::npos && code[next] == '(') {
            const std::size_t argument = code.find_first_not_of(" \t\n", next + 1);
            if (argument != std::string::npos && code[argument] == ')')
                return true;
        }
    }
    return false;
}

Lesson sandboxOf(const std::string& name, std::string text)
{
    Lesson lesson;
    lesson.isSandbox = true;
    lesson.isCancelledFromOutside = !callsTimeout(text);
    lesson.hasOneCancelledFromOutside = lesson.isCancelledFromOutside;
    lesson.slug = sandboxSlug;
    lesson.title = name;
    lesson.subject = "run";
    lesson.models = {CancelModel::asio, CancelModel::drop, CancelModel::eager};
    VariantSpec variant;
    variant.name = plainNameOf(name);
    variant.title = name;
    if (variant.name == keptVersion)
        variant.name += "-page";
    // Its own file beside it is called scenario.cpp, and the version that is kept has a name of its own.
    variant.file = name == "scenario.cpp" || name == "module_entry.cpp" || name == keptFile ? "my-" + name : name;
    std::vector<SourceIndex> sources;
    sources.emplace_back(variant.file, text);
    lesson.sources = {std::make_shared<const SourceSet>(lesson.slug, std::move(sources))};
    lesson.files = {{"scenario.cpp", stageText(lesson.isCancelledFromOutside)}, {variant.file, std::move(text)}};
    lesson.programs = {Program{}};
    lesson.variants = {std::move(variant)};
    return lesson;
}

Lesson pageWith(const Lesson& page, std::string text)
{
    Lesson result = sandboxOf(page.title, std::move(text));
    result.page = page.page;
    result.folder = page.folder;
    return result;
}

Lesson blankPage(Lesson page)
{
    page.isBlank = true;
    page.hosts = {std::make_shared<BlankHost>(page.variants.front().name)};
    return page;
}

bool hasKept(const Lesson& page) { return page.findVariant(keptVersion) != nullptr; }

const std::string& typedVersion(const Lesson& page) { return page.variants.back().name; }

Lesson withKept(Lesson page, std::string text, std::shared_ptr<VariantHost> host)
{
    // Where both know the timeout themselves or neither does, a scenario says the same of both; else it is the flag's.
    const bool isKeptCancelled = !callsTimeout(text);
    page.hasOneCancelledFromOutside = page.hasOneCancelledFromOutside || isKeptCancelled;
    page.isCancelledFromOutside = page.isCancelledFromOutside && isKeptCancelled;
    page.hosts.resize(page.variants.size());
    VariantSpec& typed = page.variants.front();
    VariantSpec kept = typed;
    kept.name = keptVersion;
    kept.title = "A";
    kept.file = keptFile;
    const std::string formerFile = typed.file;
    typed.title = "B";
    std::vector<SourceIndex> sources;
    sources.emplace_back(kept.file, text);
    page.sources.insert(page.sources.begin(), std::make_shared<const SourceSet>(page.slug, std::move(sources)));
    page.files.push_back({kept.file, std::move(text)});
    page.variants.insert(page.variants.begin(), std::move(kept));
    page.programs.insert(page.programs.begin(), Program{});
    page.hosts.insert(page.hosts.begin(), std::make_shared<KeptHost>(std::move(host), formerFile));
    return page;
}

} // namespace awaitscope
