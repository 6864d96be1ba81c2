// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/manifest.hpp"

#include "lesson/files/retelling.hpp"
#include "lesson/files/traffic_manifest.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/toml_value.hpp"

#include <algorithm>
#include <set>

namespace awaitscope {

namespace {

constexpr std::string_view plainNameForm = "small letters, digits and '-' or '_' between them";

/// Reads the key that names an item of a list: plain, and not there before.
std::string readName(TomlTable& table, std::string_view key, std::set<std::string>& seen)
{
    std::string name = table.text(key);
    if (name.empty())
        return name;
    if (!isPlainName(name))
        table.reject(key, std::string{key}
                              .append(" cannot be ")
                              .append(inQuotes(name))
                              .append(". Allowed: ")
                              .append(plainNameForm)
                              .append("."));
    else if (!seen.insert(name).second)
        table.reject(key, "The " + std::string{key} + ' ' + inQuotes(name) + " is there twice.");
    return name;
}

VirtualDuration readDuration(TomlTable& table, std::string_view key)
{
    const std::string text = table.text(key);
    if (text.empty())
        return {};
    const std::optional<VirtualDuration> duration = tryParseDuration(text);
    if (!duration)
        table.reject(key, std::string{key} + " cannot be " + inQuotes(text)
                              + ". Allowed: a whole number and us, ms or s, up to 1 hour, such as \"250ms\".");
    return duration.value_or(VirtualDuration{});
}

std::vector<CancelModel> modelsOf(TomlTable& table, const std::vector<std::string>& texts)
{
    std::vector<CancelModel> models;
    for (const std::string& text : texts) {
        const std::optional<CancelModel> model = tryParseCancelModel(text);
        if (!model)
            table.reject("models", "models cannot have " + inQuotes(text) + ". Allowed: asio, drop and eager.");
        else if (std::find(models.begin(), models.end(), *model) != models.end())
            table.reject("models", "models has " + inQuotes(text) + " twice.");
        else
            models.push_back(*model);
    }
    return models;
}

ParameterSpec readParameter(TomlTable& table, std::set<std::string>& names)
{
    ParameterSpec parameter;
    parameter.name = readName(table, "name", names);
    if (isReservedKey(parameter.name))
        table.reject("name", "A parameter cannot be called " + inQuotes(parameter.name)
                                 + ": scenario strings use variants, model, timeout, await and time themselves.");
    parameter.title = table.text("title");
    parameter.defaultValue = readDuration(table, "default");
    parameter.minimum = readDuration(table, "minimum");
    parameter.maximum = readDuration(table, "maximum");
    table.rejectOtherKeys();
    if (parameter.minimum > parameter.maximum)
        table.reject("minimum", "minimum is more than maximum.");
    else if (parameter.defaultValue < parameter.minimum || parameter.defaultValue > parameter.maximum)
        table.reject("default", "default is " + toText(parameter.defaultValue)
                                    + ", which is not within minimum and maximum (" + toText(parameter.minimum) + " to "
                                    + toText(parameter.maximum) + ").");
    return parameter;
}

/// `models` are the lesson's.
VariantSpec readVariant(TomlTable& table, std::set<std::string>& names, const std::vector<CancelModel>& models)
{
    VariantSpec variant;
    variant.line = table.line();
    variant.name = readName(table, "name", names);
    if (variant.name == "scenario")
        table.reject("name", "A variant cannot be called scenario: scenario.cpp is the world around the variants.");
    // withEdited() puts such variants beside their originals, and links leave them out by that name.
    if (isEdited(variant.name))
        table.reject("name", "A variant's name cannot begin with my-: so begin those that learners make of it.");
    variant.file = variant.name + ".cpp";
    variant.title = table.text("title");
    const std::string kind = table.text("kind");
    if (kind == "fixed")
        variant.kind = VariantKind::fixed;
    else if (!kind.empty() && kind != "buggy")
        table.reject("kind", "kind cannot be " + inQuotes(kind) + ". Allowed: buggy or fixed.");
    variant.price = table.optionalText("price");
    variant.models = modelsOf(table, table.optionalTexts("models"));
    for (const CancelModel model : variant.models) {
        if (std::ranges::find(models, model) == models.end())
            table.reject("models", "The variant " + variant.name + " cannot have " + std::string{toText(model)}
                                       + " in models: the lesson's own models do not have it.");
    }
    variant.isShownAtFirst = table.optionalFlag("shown", true);
    if (variant.kind == VariantKind::fixed && variant.price.empty())
        table.reject("kind", "A fixed variant needs a price: what one pays for this fix.");
    if (variant.kind == VariantKind::buggy && !variant.price.empty())
        table.reject("price", "A buggy variant has no price. Only a fix costs something.");
    table.rejectOtherKeys();
    return variant;
}

CheckSpec readCheck(TomlTable& table, std::set<std::string>& ids)
{
    CheckSpec check;
    check.line = table.line();
    check.id = readName(table, "id", ids);
    check.text = table.text("text");
    check.isLiveness = table.optionalFlag("liveness");
    check.violatedText = table.text("violated");
    if (!check.isLiveness) {
        check.holdsText = table.text("holds");
        check.notApplicableText = table.text("not-applicable");
    }
    table.rejectOtherKeys();
    return check;
}

RetellingSpec readRetelling(TomlTable& table, std::set<std::string>& runtimes)
{
    RetellingSpec retelling;
    retelling.line = table.line();
    retelling.runtime = table.text("runtime");
    if (!retelling.runtime.empty() && findOtherRuntime(retelling.runtime) == nullptr) {
        std::vector<std::string> known;
        for (const OtherRuntime& runtime : otherRuntimes())
            known.emplace_back(runtime.name);
        table.reject("runtime",
                     "runtime cannot be " + inQuotes(retelling.runtime) + ". Allowed: " + listed(known, "or") + '.');
    } else if (!retelling.runtime.empty() && !runtimes.insert(retelling.runtime).second) {
        table.reject("runtime", "The runtime " + inQuotes(retelling.runtime) + " is there twice.");
    }
    retelling.title = table.text("title");
    table.rejectOtherKeys();
    return retelling;
}

bool hasKind(const Lesson& lesson, VariantKind kind)
{
    return std::any_of(lesson.variants.begin(), lesson.variants.end(),
                       [kind](const VariantSpec& variant) { return variant.kind == kind; });
}

} // namespace

void readManifest(std::string_view text, const std::string& file, Lesson& lesson, std::vector<Diagnostic>& errors)
{
    const Result<TomlValue> document = parseToml(text, file);
    if (!document) {
        errors.push_back(document.error());
        return;
    }
    if (document->members.empty()) {
        errors.push_back({"The manifest is empty. It starts with the lesson's title: a line such as "
                          "title = \"Alan caches requests\".",
                          file, 1});
        return;
    }
    TomlTable table{*document, "A lesson", file, errors};
    lesson.title = table.text("title");
    lesson.order = table.integer("order");
    lesson.pattern = table.text("pattern");
    lesson.summary = table.text("summary");
    lesson.law = table.optionalText("law");
    lesson.minutes = table.optionalInteger("minutes");
    lesson.author = table.optionalText("author");
    lesson.subject = table.text("subject");
    lesson.caller = table.text("caller");
    lesson.models = modelsOf(table, table.texts("models"));

    std::set<std::string> names;
    for (TomlTable& parameter : table.optionalTables("parameter"))
        lesson.parameters.push_back(readParameter(parameter, names));
    // Names are told apart within their list: a parameter and a variant can bear the same.
    names.clear();
    for (TomlTable& variant : table.tables("variant"))
        lesson.variants.push_back(readVariant(variant, names, lesson.models));
    names.clear();
    for (TomlTable& check : table.tables("check"))
        lesson.checks.push_back(readCheck(check, names));
    names.clear();
    for (TomlTable& retelling : table.optionalTables("retelling"))
        lesson.retellings.push_back(readRetelling(retelling, names));
    lesson.traffic = readTraffic(table, lesson, file, errors);
    // After all that can be there was asked for, as it goes by what was.
    table.rejectOtherKeys();

    if (!lesson.variants.empty() && !hasKind(lesson, VariantKind::buggy))
        table.reject("variant", "A lesson needs a variant of kind buggy: the one it is about.");
    if (!lesson.variants.empty() && !hasKind(lesson, VariantKind::fixed))
        table.reject("variant", "A lesson needs a variant of kind fixed: what to do instead.");
    if (!lesson.variants.empty() && std::ranges::none_of(lesson.variants, &VariantSpec::isShownAtFirst))
        table.reject("variant", "No variant is shown at first. Leave shown = false out of those with which the story begins.");
}

} // namespace awaitscope
