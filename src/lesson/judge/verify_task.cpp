// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/verify_task.hpp"

#include "lesson/judge/fix.hpp"
#include "lesson/judge/line_order.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/variant_host.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// As it has to be for a learner's version.
bool isFixEverywhere(const Lesson& lesson, const VariantSpec& spec)
{
    return spec.kind == VariantKind::fixed
           && std::ranges::all_of(lesson.models, [&](CancelModel model) { return spec.isFor(model); });
}

/// Empty: it is a fix.
std::string whyNoFix(const Lesson& lesson, const Predict& predict, const std::string& text, const RunLimits& limits, const VersionMaker& make)
{
    if (const std::string known = variantWith(lesson, text); !known.empty()) {
        if (isFixEverywhere(lesson, *lesson.findVariant(known)))
            return {};
        return "is the code of the variant " + known + ", which is no fix in each of the lesson's models";
    }
    if (!make)
        return "is the code of none of the lesson's variants, and nobody here compiles it";
    const Result<std::shared_ptr<VariantHost>> host = make(lesson, predict.variant, text);
    if (!host)
        return "cannot be run: " + host.error().toText();
    const Lesson with = withEdited(lesson, {{predict.variant, {}, text, *host}});
    const Result<std::optional<FixJudgement>> judged = judgeFix(with, editedName(predict.variant), limits);
    if (!judged)
        return "cannot be judged: " + judged.error().toText();
    // There is a judgement: without an observer nothing can stop it.
    if ((*judged)->isFix())
        return {};
    std::string why = (*judged)->findings.front().why;
    if (why.ends_with('.'))
        why.pop_back();
    return "is no fix: " + why;
}

std::string numbersOf(const std::vector<int>& order)
{
    std::string numbers;
    for (const int piece : order)
        numbers += (numbers.empty() ? "" : " ") + std::to_string(piece + 1);
    return inQuotes(numbers);
}

} // namespace

std::vector<Diagnostic> verifyTask(const Lesson& lesson, const Predict& predict, const RunLimits& limits, const VersionMaker& make)
{
    std::vector<Diagnostic> errors;
    const auto reject = [&](std::string message) { errors.push_back({std::move(message), "story.md", predict.line}); };
    // Reading has seen to it that there are such variants.
    const VariantSpec& of = *lesson.findVariant(predict.variant);
    const auto none = [&](const std::string& key, const VariantSpec& spec, std::string_view wanted) {
        reject(key + " names " + inQuotes(spec.name) + ", which is no " + std::string{wanted} + " variant.");
    };
    if (predict.kind == PredictKind::fix) {
        const VariantSpec& solution = *lesson.findVariant(predict.solution);
        if (of.kind != VariantKind::buggy)
            none("of", of, "buggy");
        if (solution.kind != VariantKind::fixed)
            none("solution", solution, "fixed");
        else if (!isFixEverywhere(lesson, solution))
            reject("The solution " + solution.name + " is no fix in each of the lesson's models, as a learner's version has to be. Name another one.");
        return errors;
    }
    if (of.kind != VariantKind::fixed)
        none("of", of, "fixed");
    const Result<LineFrame> frame = frameOf(lesson, predict);
    if (!frame)
        return {frame.error()};
    // By their texts: of two equal pieces either may come first.
    const std::string own = laidText(*frame, predict, frame->own);
    if (std::ranges::none_of(predict.orders, [&](const std::vector<int>& order) { return laidText(*frame, predict, order) == own; }))
        reject("The order of " + predict.variant + ", " + numbersOf(frame->own) + ", is not among orders.");
    for (const std::vector<int>& order : predict.orders) {
        if (const std::string why = whyNoFix(lesson, predict, laidText(*frame, predict, order), limits, make); !why.empty())
            reject("The order " + numbersOf(order) + " is called right, but it " + why + (why.ends_with('.') ? "" : "."));
    }
    return errors;
}

} // namespace awaitscope
