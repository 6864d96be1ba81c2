// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/scenario.hpp"

#include "core/world/outside.hpp"
#include "lesson/text/percent_encoding.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace awaitscope {

namespace {

constexpr std::string_view scheme = "awaitscope:";
// Far beyond any scenario, and short enough to quote and look through without a thought.
constexpr std::size_t longestText = 4096;
// In the order in which they are printed.
constexpr std::array<std::string_view, 10> reserved = {"variants", "model", "cancel_on", "timeout", "await",
                                                        "start", "cancel", "cancel_type", "time", "scene"};
constexpr std::string_view durationForm = "a whole number and us, ms or s, up to 1 hour, such as 250ms";

using Error = std::optional<Diagnostic>;

struct Setting
{
    std::string key;
    std::string_view encodedValue;
    std::string value;
};

Diagnostic problem(std::string message) { return Diagnostic{std::move(message), {}, 0}; }

Diagnostic problem(const Setting& setting, std::string_view allowed)
{
    const std::string value = setting.value.empty() ? "an empty value" : inQuotes(setting.value);
    return problem(setting.key + " cannot be " + value + ". Allowed: " + std::string{allowed} + '.');
}

struct Parts
{
    std::string lesson;
    std::string_view query;
};

std::string namesOf(const auto& items)
{
    std::vector<std::string> names;
    for (const auto& item : items)
        names.push_back(item.name);
    return listed(names);
}

std::string allowedKeys(const Lesson& lesson)
{
    std::vector<std::string> keys{reserved.begin(), reserved.end()};
    if (!lesson.isSandbox)
        std::erase_if(keys, [](const std::string& key) { return key == "cancel" || key == "cancel_type"; });
    if (lesson.story.scenes.empty())
        std::erase(keys, "scene");
    for (const ParameterSpec& parameter : lesson.parameters)
        keys.push_back(parameter.name);
    return listed(keys);
}

std::string allowedModels()
{
    return listed({std::string{toText(CancelModel::asio)}, std::string{toText(CancelModel::drop)},
                   std::string{toText(CancelModel::eager)}},
                  "or");
}

Result<Parts> split(std::string_view text)
{
    if (text.size() > longestText)
        return problem("The scenario " + inQuotes(text) + " is too long. Allowed: up to " + std::to_string(longestText)
                       + " bytes.");
    text = trimmed(text);
    if (!isUtf8(text))
        return problem("The scenario " + inQuotes(text) + " is not UTF-8.");
    Parts parts;
    std::string_view name = text;
    if (text.starts_with(scheme)) {
        name = text.substr(scheme.size());
        if (const std::size_t mark = name.find('?'); mark != std::string_view::npos) {
            parts.query = name.substr(mark + 1);
            name = name.substr(0, mark);
        }
        if (name.empty())
            return parts;
    }
    const std::optional<std::string> decoded = tryPercentDecode(name);
    if (!decoded || !isPlainName(*decoded))
        return problem(inQuotes(text)
                       + " names no lesson. Allowed: a lesson such as alan-caches-requests, or a scenario such as "
                         "awaitscope:alan-caches-requests?timeout=250ms.");
    parts.lesson = *decoded;
    return parts;
}

/// Splits before it decodes, so that an encoded '&' or '=' is part of a value.
Result<std::vector<Setting>> settingsOf(std::string_view query)
{
    std::vector<Setting> settings;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos)
            return problem("The setting " + inQuotes(pair) + " has no value. Allowed: key=value, joined by &.");
        std::optional<std::string> key = tryPercentDecode(pair.substr(0, equals));
        std::optional<std::string> value = tryPercentDecode(pair.substr(equals + 1));
        if (!key || !value)
            return problem("The setting " + inQuotes(pair)
                           + " has a % without two hexadecimal digits after it. Write %25 for a percent sign.");
        if (!isUtf8(*key) || !isUtf8(*value))
            return problem("The setting " + inQuotes(pair) + " is not UTF-8 once its %XX are decoded.");
        settings.push_back({std::move(*key), pair.substr(equals + 1), std::move(*value)});
    }
    return settings;
}

Error readVariants(const Setting& setting, const Lesson& lesson, Scenario& scenario)
{
    const std::string allowed = "one or more of " + namesOf(lesson.variants) + ", each once, with commas between them";
    scenario.variants.clear();
    std::string_view rest = setting.encodedValue;
    for (bool more = true; more;) {
        const std::size_t comma = rest.find(',');
        more = comma != std::string_view::npos;
        // The text as it was encoded: its commas separate, and an encoded one would belong to a name. That it can be decoded
        // settingsOf() has made sure of.
        const std::string name = tryPercentDecode(rest.substr(0, comma)).value_or("");
        const bool isRepeated = std::count(scenario.variants.begin(), scenario.variants.end(), name) > 0;
        if (lesson.findVariant(name) == nullptr || isRepeated)
            return problem(setting, allowed);
        scenario.variants.push_back(name);
        rest.remove_prefix(more ? comma + 1 : rest.size());
    }
    return {};
}

Error readModel(const Setting& setting, Scenario& scenario)
{
    const std::optional<CancelModel> model = tryParseCancelModel(setting.value);
    if (!model)
        return problem(setting, allowedModels());
    scenario.model = *model;
    return {};
}

Error readCancelOn(const Setting& setting, Scenario& scenario)
{
    const std::optional<CancelOn> target = tryParseCancelOn(setting.value);
    if (!target)
        return problem(setting, "coroutine or operation");
    scenario.cancelOn = *target;
    return {};
}

Error readTimeout(const Setting& setting, Scenario& scenario)
{
    if (setting.value == "none") {
        scenario.timeout = NoTimeout{};
        return {};
    }
    const std::optional<VirtualDuration> timeout = tryParseDuration(setting.value);
    if (!timeout)
        return problem(setting, "none, or " + std::string{durationForm});
    scenario.timeout = *timeout;
    return {};
}

Error readCancel(const Setting& setting, const Lesson& lesson, Scenario& scenario)
{
    if (!lesson.isSandbox)
        return problem("cancel is for a sandbox, a C++ file of one's own; in a lesson the caller's race cancels. Allowed: timeout.");
    scenario.cancel = tryParseDuration(setting.value);
    if (!scenario.cancel && setting.value != "none")
        return problem(setting, "none, or " + std::string{durationForm});
    return {};
}

Error readCancelType(const Setting& setting, const Lesson& lesson, Scenario& scenario)
{
    if (!lesson.isSandbox)
        return problem("cancel_type is for a sandbox, a C++ file of one's own; in a lesson the caller's race cancels, with every type.");
    const std::optional<CancelType> type = tryParseCancelType(setting.value);
    if (!type)
        return problem(setting, "terminal, partial or total");
    scenario.cancelType = *type;
    return {};
}

/// From 1.
std::optional<int> tryParseNumber(std::string_view text)
{
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    return error != std::errc{} || rest != end || number < 1 ? std::nullopt : std::optional{number};
}

Error readAwait(const Setting& setting, Scenario& scenario)
{
    const std::optional<AtAwait> target = tryParseAtAwait(setting.value);
    if (!target)
        return problem(setting, "the number of an await, from 1, such as 2, or 2+ for after its operation completed");
    scenario.timeout = *target;
    return {};
}

Error readStart(const Setting& setting, Scenario& scenario)
{
    const std::optional<int> number = tryParseNumber(setting.value);
    if (!number)
        return problem(setting, "the number of a coroutine that is spawned, from 1, such as 1");
    scenario.timeout = BeforeStart{*number};
    return {};
}

Error readTime(const Setting& setting, Scenario& scenario)
{
    const std::optional<VirtualDuration> time = tryParseDuration(setting.value);
    if (!time)
        return problem(setting, durationForm);
    scenario.time = VirtualTime{*time};
    return {};
}

Error readScene(const Setting& setting, const Lesson& lesson, Scenario& scenario)
{
    const std::size_t scenes = lesson.story.scenes.size();
    scenario.scene = tryParseNumber(setting.value);
    if (!scenario.scene || static_cast<std::size_t>(*scenario.scene) > scenes)
        return problem(setting, "1 to " + std::to_string(scenes) + ", the number of a scene");
    return {};
}

Error readParameter(const Setting& setting, const Lesson& lesson, Scenario& scenario)
{
    const ParameterSpec* const spec = lesson.findParameter(setting.key);
    if (spec == nullptr)
        return problem("There is no setting " + inQuotes(setting.key) + ". Allowed: " + allowedKeys(lesson) + '.');
    const std::optional<VirtualDuration> value = tryParseDuration(setting.value);
    if (!value || *value < spec->minimum || *value > spec->maximum)
        return problem(setting,
                       toText(spec->minimum) + " to " + toText(spec->maximum) + ", as a whole number and us, ms or s");
    scenario.parameters[spec->name] = *value;
    return {};
}

Error readSetting(const Setting& setting, const Lesson& lesson, Scenario& scenario)
{
    if (setting.key == "variants")
        return readVariants(setting, lesson, scenario);
    if (setting.key == "model")
        return readModel(setting, scenario);
    if (setting.key == "cancel_on")
        return readCancelOn(setting, scenario);
    if (setting.key == "timeout")
        return readTimeout(setting, scenario);
    if (setting.key == "await")
        return readAwait(setting, scenario);
    if (setting.key == "start")
        return readStart(setting, scenario);
    if (setting.key == "cancel")
        return readCancel(setting, lesson, scenario);
    if (setting.key == "cancel_type")
        return readCancelType(setting, lesson, scenario);
    if (setting.key == "time")
        return readTime(setting, scenario);
    if (setting.key == "scene" && !lesson.story.scenes.empty())
        return readScene(setting, lesson, scenario);
    return readParameter(setting, lesson, scenario);
}

bool isSceneAlone(const Parts& parts, const std::vector<Setting>& settings)
{
    return !parts.lesson.empty() && settings.size() == 1 && settings.front().key == "scene";
}

/// The scene, counted from 1, as its author set it up; where its scope cannot be read, the lesson's defaults.
Scenario scenarioOfScene(const Lesson& lesson, int number)
{
    const Scenario defaults = defaultScenario(lesson);
    const auto index = static_cast<std::size_t>(number) - 1;
    if (number < 1 || index >= lesson.story.scenes.size())
        return defaults;
    const std::string& scope = lesson.story.scenes[index].scope;
    const Result<Scenario> set = scope.empty() || settingIn(scope, "scene") ? Result<Scenario>{defaults} : parseScenario(scope, lesson, defaults);
    return set ? *set : defaults;
}

/// What a scenario string says: the settings in the order in which they are printed, without those that are the lesson's defaults,
/// with encoded values.
std::vector<std::pair<std::string, std::string>> settingsThatDiffer(const Scenario& scenario, const Lesson& lesson)
{
    const Scenario defaults = defaultScenario(lesson);
    std::vector<std::pair<std::string, std::string>> settings;
    if (scenario.variants != defaults.variants) {
        std::string names;
        for (const std::string& name : scenario.variants)
            names.append(names.empty() ? "" : ",").append(percentEncoded(name));
        settings.emplace_back("variants", names);
    }
    if (scenario.model != defaults.model)
        settings.emplace_back("model", toText(scenario.model));
    if (scenario.cancelOn != defaults.cancelOn)
        settings.emplace_back("cancel_on", toText(scenario.cancelOn));
    // No timeout is the default of every lesson, and is left out like other defaults.
    if (const auto* const timeout = std::get_if<VirtualDuration>(&scenario.timeout))
        settings.emplace_back("timeout", toText(*timeout));
    else if (const auto* const target = std::get_if<AtAwait>(&scenario.timeout))
        settings.emplace_back("await", toText(*target));
    else if (const auto* const start = std::get_if<BeforeStart>(&scenario.timeout))
        settings.emplace_back("start", std::to_string(start->number));
    if (scenario.cancel)
        settings.emplace_back("cancel", toText(*scenario.cancel));
    if (scenario.cancelType != defaults.cancelType && sendsCancelType(scenario, lesson)) // the text of a page may have come to call timeout()
        settings.emplace_back("cancel_type", toText(scenario.cancelType));
    if (scenario.time)
        settings.emplace_back("time", toText(scenario.time->time_since_epoch()));
    if (scenario.scene)
        settings.emplace_back("scene", std::to_string(*scenario.scene));
    for (const ParameterSpec& parameter : lesson.parameters) {
        const auto value = scenario.parameters.find(parameter.name);
        if (value != scenario.parameters.end() && value->second != parameter.defaultValue)
            settings.emplace_back(parameter.name, toText(value->second));
    }
    // A scene alone would be the scene as its author set it up.
    if (scenario.scene && settings.size() == 1) {
        Scenario shown = scenario;
        shown.scene.reset();
        if (scenarioOfScene(lesson, *scenario.scene) != shown)
            settings.emplace(settings.begin(), "timeout", "none");
    }
    return settings;
}

/// What follows "There is cancel_type=total" where sendsCancelType() is false.
std::string whyNoTypeIsSent(const Scenario& scenario)
{
    if (scenario.model == CancelModel::asio && scenario.cancelOn == CancelOn::coroutine)
        return ", and nothing cancels run() from outside, as the file calls timeout() itself. Allowed: cancel_type with a cancel, such as "
               "cancel=100ms.";
    return " with " + (scenario.model != CancelModel::asio ? "model=" + std::string{toText(scenario.model)} : std::string{"cancel_on=operation"})
           + ", which sends no type to run(). Allowed: cancel_type with model=asio and cancel_on=coroutine.";
}

/// As one word of a shell's.
std::string quotedForShell(const std::string& text)
{
    std::string quoted = "'";
    for (const char character : text)
        quoted += character == '\'' ? std::string{"'\\''"} : std::string{character};
    return quoted + '\'';
}

} // namespace

Timeout timeoutOf(const Scenario& scenario, const Lesson& lesson)
{
    return lesson.isCancelledFromOutside && scenario.cancel ? Timeout{*scenario.cancel} : scenario.timeout;
}

std::optional<VirtualDuration> cancelBesides(const Scenario& scenario, const Lesson& lesson)
{
    return lesson.isCancelledFromOutside ? std::nullopt : scenario.cancel;
}

bool sendsCancelType(const Scenario& scenario, const Lesson& lesson)
{
    return lesson.isSandbox && scenario.model == CancelModel::asio && scenario.cancelOn == CancelOn::coroutine
           && (lesson.hasOneCancelledFromOutside || scenario.cancel);
}

std::optional<AtAwait> tryParseAtAwait(std::string_view text)
{
    AtAwait target;
    if (text.ends_with('+')) {
        target.window = AwaitWindow::completed;
        text.remove_suffix(1);
    }
    const std::optional<int> number = tryParseNumber(text);
    if (!number)
        return {};
    target.number = *number;
    return target;
}

std::string toText(const AtAwait& target)
{
    return std::to_string(target.number) + (target.window == AwaitWindow::completed ? "+" : "");
}

bool isReservedKey(std::string_view key)
{
    return key == outsideParameter || std::find(reserved.begin(), reserved.end(), key) != reserved.end();
}

Scenario defaultScenario(const Lesson& lesson)
{
    Scenario scenario;
    scenario.lesson = lesson.slug;
    for (const VariantSpec& variant : lesson.variants) {
        if (variant.isShownAtFirst)
            scenario.variants.push_back(variant.name);
    }
    if (!lesson.models.empty())
        scenario.model = lesson.models.front();
    for (const ParameterSpec& parameter : lesson.parameters)
        scenario.parameters[parameter.name] = parameter.defaultValue;
    return scenario;
}

Scenario underModel(Scenario scenario, CancelModel model)
{
    scenario.model = model;
    if (model != CancelModel::asio) {
        scenario.cancelOn = CancelOn::coroutine;
        scenario.cancelType = CancelType::terminal;
    }
    return scenario;
}

Result<std::string> lessonOf(std::string_view scenarioString)
{
    const Result<Parts> parts = split(scenarioString);
    if (!parts)
        return parts.error();
    return Result<std::string>{boost::system::in_place_value, parts->lesson};
}

Result<Scenario> parseScenario(std::string_view text, const Lesson& lesson, const Scenario& current)
{
    const Result<Parts> parts = split(text);
    if (!parts)
        return parts.error();
    if (!parts->lesson.empty() && parts->lesson != lesson.slug)
        return problem("The scenario is for the lesson " + inQuotes(parts->lesson) + ", not for " + lesson.slug + '.');
    const Result<std::vector<Setting>> settings = settingsOf(parts->query);
    if (!settings)
        return settings.error();

    // A whole scenario must mean the same wherever it is opened; a patch is about what is shown.
    Scenario scenario = parts->lesson.empty() ? current : defaultScenario(lesson);
    if (isSceneAlone(*parts, *settings)) {
        if (const Error error = readScene(settings->front(), lesson, scenario))
            return *error;
        scenario = scenarioOfScene(lesson, *scenario.scene);
    }
    std::set<std::string> seen;
    for (const Setting& setting : *settings) {
        if (!seen.insert(setting.key).second)
            return problem("The setting " + inQuotes(setting.key) + " is there twice. Allowed: each setting once.");
        if (const Error error = readSetting(setting, lesson, scenario))
            return *error;
    }
    // Only when all are read: which of them comes first must not matter.
    if (scenario.cancelOn == CancelOn::operation && scenario.model != CancelModel::asio) {
        if (seen.contains("cancel_on"))
            return problem("There is cancel_on=operation with model=" + std::string{toText(scenario.model)}
                           + ", which cancels no operation. Allowed: cancel_on=operation with model=asio.");
        scenario.cancelOn = CancelOn::coroutine;
    }
    if (scenario.cancelType != CancelType::terminal && !sendsCancelType(scenario, lesson)) {
        if (seen.contains("cancel_type"))
            return problem("There is cancel_type=" + std::string{toText(scenario.cancelType)} + whyNoTypeIsSent(scenario));
        scenario.cancelType = CancelType::terminal;
    }
    std::vector<std::string> moments;
    for (const char* const key : {"await", "start", "timeout"}) {
        if (seen.contains(key))
            moments.emplace_back(key);
    }
    if (moments.size() > 1)
        return problem("There are both " + moments[0] + " and " + moments[1]
                       + ". Allowed: one of them, as both say when the timeout fires.");
    if (!lesson.isCancelledFromOutside || (moments.empty() && !seen.contains("cancel")))
        return scenario;
    if (!moments.empty() && seen.contains("cancel"))
        return problem("There are both cancel and " + moments[0]
                       + ", and the file does not call timeout(): both would cancel run(). Allowed: one of them.");
    // What a patch names takes the place of the other.
    if (moments.empty())
        scenario.timeout = NoTimeout{};
    else
        scenario.cancel.reset();
    return scenario;
}

std::string toText(const Scenario& scenario, const Lesson& lesson)
{
    std::string query;
    for (const auto& [key, value] : settingsThatDiffer(scenario, lesson))
        query.append(query.empty() ? "?" : "&").append(percentEncoded(key)).append("=").append(value);
    return std::string{scheme} + percentEncoded(scenario.lesson) + query;
}

std::optional<std::string> settingIn(std::string_view scenarioString, std::string_view key)
{
    const Result<Parts> parts = split(scenarioString);
    const Result<std::vector<Setting>> settings = parts ? settingsOf(parts->query) : parts.error();
    if (!settings)
        return std::nullopt;
    const auto found = std::ranges::find(*settings, key, &Setting::key);
    return found == settings->end() ? std::nullopt : std::optional{found->value};
}

bool namesSceneAlone(std::string_view scenarioString)
{
    const Result<Parts> parts = split(scenarioString);
    const Result<std::vector<Setting>> settings = parts ? settingsOf(parts->query) : parts.error();
    return settings && isSceneAlone(*parts, *settings);
}

std::string toCommand(Scenario scenario, const Lesson& lesson)
{
    scenario.time.reset();
    scenario.scene.reset();
    scenario.variants = {scenario.variants.front()};
    // A shell leaves what stands between single quotes alone, and no scenario string has one.
    return "awaitscope-cli run '" + toText(scenario, lesson) + '\'';
}

std::string toCommand(const Scenario& scenario, const Lesson& lesson, const std::string& path)
{
    Scenario shown = scenario;
    shown.time.reset();
    shown.scene.reset();
    shown.variants = {scenario.variants.front()};
    std::string command = "awaitscope-cli run " + quotedForShell(path);
    for (const auto& [key, value] : settingsThatDiffer(shown, lesson)) {
        // Of what is left only a parameter is no option: its name is one of the lesson's own.
        if (lesson.findParameter(key)) {
            command += " --set " + key + '=' + value;
        } else {
            std::string option = key == "variants" ? "variant" : key;
            std::ranges::replace(option, '_', '-');
            command += " --" + option + ' ' + value;
        }
    }
    return command;
}

} // namespace awaitscope
