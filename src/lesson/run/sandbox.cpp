// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sandbox.hpp"

#include "core/trace/recorder.hpp"

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

std::string stageText(bool isCancelledFromOutside)
{
    return std::string{"#include \"core/run/sandbox_stage.hpp\"\nAWAITSCOPE_SANDBOX("} + (isCancelledFromOutside ? "true" : "false") + ")\n";
}

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
    lesson.slug = sandboxSlug;
    lesson.title = name;
    lesson.subject = "run";
    lesson.models = {CancelModel::asio, CancelModel::drop, CancelModel::eager};
    VariantSpec variant;
    variant.name = plainNameOf(name);
    variant.title = name;
    // Its own file beside it is called scenario.cpp.
    variant.file = name == "scenario.cpp" || name == "module_entry.cpp" ? "my-" + name : name;
    std::vector<SourceIndex> sources;
    sources.emplace_back(variant.file, text);
    lesson.sources = {std::make_shared<const SourceSet>(lesson.slug, std::move(sources))};
    lesson.files = {{"scenario.cpp", stageText(lesson.isCancelledFromOutside)}, {variant.file, std::move(text)}};
    lesson.programs = {Program{}};
    lesson.variants = {std::move(variant)};
    return lesson;
}

} // namespace awaitscope
