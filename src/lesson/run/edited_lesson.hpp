// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/format/scenario.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// What somebody made of a variant, and who runs it.
struct EditedVariant
{
    std::string base;  ///< the variant it was made of: "buggy"
    std::string title; ///< of its scope: "My version"
    std::string text;
    std::shared_ptr<VariantHost> host;
};

/// "my-buggy", as in scenario strings, and "my-buggy.cpp".
std::string editedName(std::string_view base);
std::string editedFile(std::string_view base);

/// "buggy" of "my-buggy" and of "buggy".
std::string originalOf(std::string_view variant);

/// Whether somebody made it of another one: "my-buggy".
bool isEdited(std::string_view variant);

/// The lesson with these variants, each behind the one that it was made of. Those made of a variant that the lesson lacks
/// are left out.
Lesson withEdited(const Lesson& lesson, const std::vector<EditedVariant>& edited);

/// The variants to show of `lesson` where `before` were shown of `former`, which it was before others were made of it.
std::vector<std::string> variantsNow(const Lesson& lesson, const std::vector<std::string>& before, const Lesson& former);

/// Adds what was made of `base`, behind it, where the lesson has it and `variants` do not.
void addEditedOf(std::string_view base, std::vector<std::string>& variants, const Lesson& lesson);

/// The same of each variant that the scenario shows: what a scene sets up, and beside it what was made of that.
void addEditedOfShown(Scenario& scenario, const Lesson& lesson);

/// A lesson whose variants all run elsewhere, as they are: `hosts` is one per variant, in their order.
Lesson withHosts(const Lesson& lesson, std::vector<std::shared_ptr<VariantHost>> hosts);

} // namespace awaitscope
