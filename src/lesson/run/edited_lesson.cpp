// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/edited_lesson.hpp"

#include "core/trace/recorder.hpp"

#include <algorithm>
#include <iterator>

namespace awaitscope {

namespace {

constexpr std::string_view prefix = "my-";

} // namespace

std::string editedName(std::string_view base) { return std::string{prefix}.append(base); }

std::string originalOf(std::string_view variant)
{
    return std::string{variant.starts_with(prefix) ? variant.substr(prefix.size()) : variant};
}

std::string editedFile(std::string_view base) { return editedName(base) + ".cpp"; }

bool isEdited(std::string_view variant) { return variant.starts_with(prefix); }

Lesson withEdited(const Lesson& lesson, const std::vector<EditedVariant>& edited)
{
    Lesson result = lesson;
    result.hosts.resize(result.variants.size());
    for (const EditedVariant& variant : edited) {
        const auto base = std::ranges::find(result.variants, variant.base, &VariantSpec::name);
        if (base == result.variants.end())
            continue;
        // A position and no iterator: the lists below lie side by side, and each insertion moves what is behind.
        const auto index = std::distance(result.variants.begin(), base) + 1;
        VariantSpec spec = *base;
        spec.name = editedName(variant.base);
        spec.title = variant.title;
        spec.price.clear();
        spec.file = editedFile(variant.base);
        std::vector<SourceIndex> sources;
        sources.emplace_back(spec.file, variant.text);
        if (const LessonFile* const scenario = lesson.findFile("scenario.cpp"))
            sources.emplace_back(scenario->name, scenario->text);
        result.files.push_back({spec.file, variant.text});
        result.variants.insert(result.variants.begin() + index, std::move(spec));
        result.sources.insert(result.sources.begin() + index,
                              std::make_shared<const SourceSet>(lesson.slug, std::move(sources)));
        result.programs.insert(result.programs.begin() + index, Program{});
        result.hosts.insert(result.hosts.begin() + index, variant.host);
    }
    return result;
}

std::vector<std::string> variantsNow(const Lesson& lesson, const std::vector<std::string>& before, const Lesson& former)
{
    // Who saw all of them sees all of them, new ones too. Who had chosen keeps to that.
    if (before == defaultScenario(former).variants)
        return defaultScenario(lesson).variants;
    std::vector<std::string> now;
    for (const std::string& name : before) {
        if (lesson.findVariant(name))
            now.push_back(name);
    }
    return now.empty() ? defaultScenario(lesson).variants : now;
}

void addEditedOf(std::string_view base, std::vector<std::string>& variants, const Lesson& lesson)
{
    const std::string name = editedName(base);
    if (!lesson.findVariant(name) || std::ranges::find(variants, name) != variants.end())
        return;
    const auto place = std::ranges::find(variants, base);
    variants.insert(place == variants.end() ? place : place + 1, name);
}

void addEditedOfShown(Scenario& scenario, const Lesson& lesson)
{
    for (const std::string& shown : std::vector<std::string>{scenario.variants})
        addEditedOf(shown, scenario.variants, lesson);
}

Lesson withHosts(const Lesson& lesson, std::vector<std::shared_ptr<VariantHost>> hosts)
{
    Lesson result = lesson;
    result.hosts = std::move(hosts);
    return result;
}

} // namespace awaitscope
