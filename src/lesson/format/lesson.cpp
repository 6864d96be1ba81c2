// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/lesson.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

template <class T>
const T* find(const std::vector<T>& items, std::string T::*name, std::string_view wanted)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.*name == wanted; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

bool VariantSpec::isFor(CancelModel model) const { return models.empty() || std::ranges::find(models, model) != models.end(); }

const VariantSpec* Lesson::findVariant(std::string_view name) const { return find(variants, &VariantSpec::name, name); }

const ParameterSpec* Lesson::findParameter(std::string_view name) const
{
    return find(parameters, &ParameterSpec::name, name);
}

const CheckSpec* Lesson::findCheck(std::string_view id) const { return find(checks, &CheckSpec::id, id); }

const LessonFile* Lesson::findFile(std::string_view name) const { return find(files, &LessonFile::name, name); }

const Program* Lesson::findProgram(std::string_view variant) const
{
    const VariantSpec* const spec = findVariant(variant);
    if (spec == nullptr)
        return nullptr;
    const auto index = static_cast<std::size_t>(spec - variants.data());
    return index < programs.size() && programs[index].makeStage != nullptr ? &programs[index] : nullptr;
}

std::shared_ptr<VariantHost> Lesson::findHost(std::string_view variant) const
{
    const VariantSpec* const spec = findVariant(variant);
    const auto index = static_cast<std::size_t>(spec ? spec - variants.data() : 0);
    return spec && index < hosts.size() ? hosts[index] : nullptr;
}

bool Lesson::runsElsewhere(std::string_view variant) const { return findHost(variant) != nullptr; }

} // namespace awaitscope
