// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/lesson_list.hpp"

#include "lesson/tell/ink.hpp"

#include <nlohmann/json.hpp>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

std::string_view nameOf(VariantKind kind) { return kind == VariantKind::buggy ? "buggy" : "fixed"; }

template <class Items, class Convert>
Json arrayOf(const Items& items, Convert convert)
{
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(convert(item));
    return array;
}

Json toJson(const Lesson& lesson)
{
    Json json;
    json["lesson"] = lesson.slug;
    json["title"] = lesson.title;
    json["order"] = lesson.order;
    json["pattern"] = lesson.pattern;
    json["summary"] = lesson.summary;
    json["law"] = lesson.law.empty() ? Json(nullptr) : Json(lesson.law);
    json["minutes"] = lesson.minutes == 0 ? Json(nullptr) : Json(lesson.minutes);
    json["subject"] = lesson.subject;
    json["models"] = arrayOf(lesson.models, [](CancelModel model) { return Json(toText(model)); });
    json["parameters"] = arrayOf(lesson.parameters, [](const ParameterSpec& parameter) {
        return Json{{"name", parameter.name},
                    {"title", parameter.title},
                    {"default_us", parameter.defaultValue.count()},
                    {"minimum_us", parameter.minimum.count()},
                    {"maximum_us", parameter.maximum.count()}};
    });
    json["variants"] = arrayOf(lesson.variants, [&lesson](const VariantSpec& variant) {
        return Json{{"name", variant.name},
                    {"title", variant.title},
                    {"kind", nameOf(variant.kind)},
                    {"price", variant.price.empty() ? Json(nullptr) : Json(variant.price)},
                    {"models", arrayOf(variant.models.empty() ? lesson.models : variant.models,
                                       [](CancelModel model) { return Json(toText(model)); })},
                    {"file", variant.file}};
    });
    json["checks"] = arrayOf(lesson.checks, [](const CheckSpec& check) {
        return Json{{"id", check.id}, {"text", check.text}};
    });
    json["scenes"] = arrayOf(lesson.story.scenes, [](const Scene& scene) {
        return Json{{"title", scene.title}, {"scenario", scene.scope}};
    });
    return json;
}

} // namespace

std::string lessonsText(const std::vector<Lesson>& lessons, const std::vector<BrokenLesson>& broken, const TextStyle& style)
{
    std::string text;
    int place = 0;
    for (const Lesson& lesson : lessons) {
        text += text.empty() ? "" : "\n";
        text += std::to_string(++place) + ". " + painted(lesson.slug, Ink::strong, style.isColoured)
                + (lesson.minutes == 0 ? "" : ", about " + std::to_string(lesson.minutes) + " minutes") + '\n';
        if (!lesson.law.empty())
            text += "  " + lesson.law + '\n';
        text += "  " + lesson.title + ": " + lesson.pattern + '\n';
        text += "  " + lesson.summary + '\n';
        for (const VariantSpec& variant : lesson.variants)
            text += "  - " + variant.name + (variant.price.empty() ? "" : ": " + variant.price) + '\n';
    }
    for (const BrokenLesson& lesson : broken) {
        text += text.empty() ? "" : "\n";
        text += painted(std::string{markOf(Verdict::violated)} + ' ' + lesson.slug, inkOf(Verdict::violated), style.isColoured)
                + ": broken, and cannot be run\n";
        for (const Diagnostic& error : lesson.errors)
            text += "  " + error.toText() + '\n';
    }
    return text;
}

Json lessonsJson(const std::vector<Lesson>& lessons, const std::vector<BrokenLesson>& broken)
{
    Json json;
    json["format"] = "awaitscope-lessons";
    json["version"] = 1;
    json["lessons"] = arrayOf(lessons, [](const Lesson& lesson) { return toJson(lesson); });
    json["broken"] = arrayOf(broken, [](const BrokenLesson& lesson) {
        return Json{{"lesson", lesson.slug}, {"errors", arrayOf(lesson.errors, [](const Diagnostic& error) {
                        return Json{{"file", error.file}, {"line", error.line}, {"message", error.message}};
                    })}};
    });
    return json;
}

} // namespace awaitscope
