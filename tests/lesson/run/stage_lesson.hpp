// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/stage.hpp"
#include "core/support/test_run.hpp"
#include "lesson/format/lesson.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope::test {

/// A lesson of one variant, "buggy", which is the test file's own text, around a StageType. Its caller() is the caller.
template <class StageType>
Lesson stageLesson(const std::string& slug, const char* file, const std::string& subject, std::vector<CheckSpec> checks)
{
    const std::string path = file;
    Lesson lesson;
    lesson.slug = slug;
    lesson.title = slug;
    lesson.subject = subject;
    lesson.caller = "caller";
    lesson.models = {CancelModel::asio, CancelModel::drop, CancelModel::eager};
    lesson.variants = {{"buggy", "Buggy", VariantKind::buggy, "", path.substr(path.rfind('/') + 1)}};
    lesson.checks = std::move(checks);
    lesson.sources = {std::make_shared<const SourceSet>(sourcesOf(file))};
    lesson.programs = {{[](World& world) -> std::unique_ptr<Stage> { return std::make_unique<StageType>(world); }}};
    return lesson;
}

} // namespace awaitscope::test
