// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/protocol.hpp"

#include "lesson/run/trace_reader.hpp"
#include "lesson/text/text.hpp"

#include <nlohmann/json.hpp>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longestMessage = 500; ///< bytes, of what a learner's code says itself
// Each becomes an argument of addr2line. A worker tells 40; more were written by somebody else.
constexpr std::size_t mostAddresses = 48;
constexpr std::size_t longestAddresses = 2000; ///< bytes that they take in an answer

Json timeoutJson(const std::optional<TimeoutAt>& timeout)
{
    if (!timeout)
        return nullptr;
    if (const auto* const after = std::get_if<VirtualDuration>(&*timeout))
        return {{"after_us", after->count()}};
    if (const auto* const suspension = std::get_if<AtSuspension>(&*timeout))
        return {{"suspension", suspension->number}};
    if (const auto* const start = std::get_if<AtStart>(&*timeout))
        return {{"start", start->number}};
    return {{"completion", std::get<AtCompletion>(*timeout).number}};
}

std::optional<TimeoutAt> readTimeout(const Json& json)
{
    if (json.is_null())
        return std::nullopt;
    if (json.contains("after_us"))
        return VirtualDuration{json.at("after_us").get<std::int64_t>()};
    if (json.contains("suspension"))
        return AtSuspension{json.at("suspension").get<int>()};
    if (json.contains("start"))
        return AtStart{json.at("start").get<int>()};
    return AtCompletion{json.at("completion").get<int>()};
}

std::vector<std::uint64_t> readAddresses(const Json& json)
{
    std::vector<std::uint64_t> addresses;
    const auto found = json.find("addresses");
    if (found == json.end() || !found->is_array())
        return addresses;
    for (const Json& address : *found) {
        if (address.is_number_unsigned() && addresses.size() < mostAddresses)
            addresses.push_back(address.get<std::uint64_t>());
    }
    return addresses;
}

int smallInteger(const Json& json, const char* key, int otherwise)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_integer())
        return otherwise;
    const auto value = found->get<std::int64_t>();
    return value < -1 || value > 1'000'000 ? otherwise : static_cast<int>(value);
}

std::string shortText(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? printable(found->get<std::string>(), longestMessage) : std::string{};
}

FaultReport readFault(const Json& json)
{
    FaultReport fault;
    fault.kind = shortText(json, "fault");
    fault.detail = smallInteger(json, "detail", 0);
    const auto stack = json.find("stack");
    fault.isStack = stack != json.end() && stack->is_boolean() && stack->get<bool>();
    fault.text = shortText(json, "text");
    fault.addresses = readAddresses(json);
    fault.source = smallInteger(json, "source", -1);
    fault.line = smallInteger(json, "line", 0);
    return fault;
}

} // namespace

Json toJson(const LoadRequest& request)
{
    Json sources = Json::array();
    for (const LessonFile& file : request.sources)
        sources.push_back({{"name", file.name}, {"text", file.text}});
    return {{"do", "load"},
            {"module", request.module.string()},
            {"lesson", request.lesson},
            {"variant", request.variant},
            {"subject", request.subject},
            {"caller", request.caller},
            {"anew", request.isLoadedAnew},
            {"sources", std::move(sources)}};
}

Json toJson(const RunRequest& request)
{
    Json parameters = Json::array();
    for (const auto& [name, value] : request.settings.parameters)
        parameters.push_back({{"name", name}, {"us", value.count()}});
    return {{"do", "run"},
            {"model", toText(request.settings.model)},
            {"cancel_on", toText(request.settings.cancelOn)},
            {"parameters", std::move(parameters)},
            {"events", request.settings.maxEvents},
            {"cancel_type", toText(request.settings.cancelType)},
            {"cancel_us", request.settings.cancel ? Json(request.settings.cancel->count()) : Json(nullptr)},
            {"timeout", timeoutJson(request.timeout)},
            {"baseline", request.baseline},
            {"leave_after", request.leaveAfter}};
}

Json toJson(const TrafficOrder& order)
{
    const TrafficSpec& spec = order.spec;
    Json parameters = Json::array();
    for (const auto& [name, value] : order.scenario.parameters)
        parameters.push_back({{"name", name}, {"us", value.count()}});
    Json times = Json::array();
    for (const TrafficTimes& each : spec.times)
        times.push_back({{"parameter", each.parameter}, {"spread", each.spread}, {"slow_share", each.slowShare},
                         {"slow_hours", each.slowHours}, {"slow_factor", each.slowFactor}});
    const auto* const timeout = std::get_if<VirtualDuration>(&order.scenario.timeout);
    return {{"do", "serve"},
            {"model", toText(order.scenario.model)},
            {"cancel_on", toText(order.scenario.cancelOn)},
            {"parameters", std::move(parameters)},
            {"timeout_us", timeout ? Json(timeout->count()) : Json(nullptr)},
            {"requests", spec.requests},
            {"weeks", spec.weeks},
            {"release_week", spec.releaseWeek},
            {"keys", spec.keys},
            {"popularity", spec.popularity},
            {"time_to_live_hours", spec.timeToLiveHours},
            {"times", std::move(times)},
            {"seed", order.seed},
            {"one_key_in", order.oneKeyIn}};
}

TrafficOrder readTrafficOrder(const Json& json)
{
    TrafficOrder order;
    order.scenario.model = tryParseCancelModel(json.at("model").get<std::string>()).value_or(CancelModel::asio);
    order.scenario.cancelOn = tryParseCancelOn(json.at("cancel_on").get<std::string>()).value_or(CancelOn::coroutine);
    for (const Json& parameter : json.at("parameters"))
        order.scenario.parameters[parameter.at("name").get<std::string>()] = VirtualDuration{parameter.at("us").get<std::int64_t>()};
    if (const Json& timeout = json.at("timeout_us"); !timeout.is_null())
        order.scenario.timeout = VirtualDuration{timeout.get<std::int64_t>()};
    TrafficSpec& spec = order.spec;
    spec.requests = json.at("requests").get<std::uint64_t>();
    spec.weeks = json.at("weeks").get<int>();
    spec.releaseWeek = json.at("release_week").get<int>();
    spec.keys = json.at("keys").get<int>();
    spec.popularity = json.at("popularity").get<double>();
    spec.timeToLiveHours = json.at("time_to_live_hours").get<int>();
    for (const Json& each : json.at("times"))
        spec.times.push_back({each.at("parameter").get<std::string>(), each.at("spread").get<double>(), each.at("slow_share").get<double>(),
                              each.at("slow_hours").get<double>(), each.at("slow_factor").get<double>()});
    order.seed = json.at("seed").get<std::uint64_t>();
    order.oneKeyIn = json.at("one_key_in").get<int>();
    return order;
}

LoadRequest readLoadRequest(const Json& json)
{
    LoadRequest request;
    request.module = json.at("module").get<std::string>();
    request.lesson = json.at("lesson").get<std::string>();
    request.variant = json.at("variant").get<std::string>();
    request.subject = json.at("subject").get<std::string>();
    request.caller = json.at("caller").get<std::string>();
    request.isLoadedAnew = json.at("anew").get<bool>();
    for (const Json& file : json.at("sources"))
        request.sources.push_back({file.at("name").get<std::string>(), file.at("text").get<std::string>()});
    return request;
}

RunRequest readRunRequest(const Json& json)
{
    RunRequest request;
    request.settings.model = tryParseCancelModel(json.at("model").get<std::string>()).value_or(CancelModel::asio);
    request.settings.cancelOn = tryParseCancelOn(json.at("cancel_on").get<std::string>()).value_or(CancelOn::coroutine);
    request.settings.cancelType = tryParseCancelType(json.at("cancel_type").get<std::string>()).value_or(CancelType::terminal);
    for (const Json& parameter : json.at("parameters"))
        request.settings.parameters.emplace_back(parameter.at("name").get<std::string>(),
                                                 VirtualDuration{parameter.at("us").get<std::int64_t>()});
    if (const Json& cancel = json.at("cancel_us"); !cancel.is_null())
        request.settings.cancel = VirtualDuration{cancel.get<std::int64_t>()};
    request.settings.maxEvents = json.at("events").get<std::uint64_t>();
    request.timeout = readTimeout(json.at("timeout"));
    request.baseline = json.at("baseline").get<std::string>();
    request.leaveAfter = json.at("leave_after").get<std::uint64_t>();
    return request;
}

Json errorAnswer(const Diagnostic& error, const std::vector<std::uint64_t>& addresses)
{
    return {{"error", {{"message", error.message}, {"file", error.file}, {"line", error.line}, {"fault", error.isFault}}},
            {"addresses", addresses}};
}

Result<Answer> readAnswer(std::string_view line)
{
    const Diagnostic noAnswer{"What it answered is no run. Leave the files alone that you have not opened.", {}, 0, true};
    // A trace is read by a reader with limits of its own, which wants its text; it is all of the line but the frame.
    constexpr std::string_view traceFrame = "{\"trace\":";
    constexpr std::string_view thrownFrame = "{\"addresses\":[";
    constexpr std::string_view thrownEnd = "],\"trace\":";
    Answer answer;
    std::size_t begin = line.starts_with(traceFrame) ? traceFrame.size() : 0;
    if (line.starts_with(thrownFrame)) {
        if (const std::size_t end = line.substr(0, longestAddresses).find(thrownEnd); end != std::string_view::npos) {
            const Json addresses = Json::parse(std::string{line.substr(0, end + 1)} + '}', nullptr, false);
            if (!addresses.is_object())
                return noAnswer;
            answer.addresses = readAddresses(addresses);
            begin = end + thrownEnd.size();
        }
    }
    // Its text goes back to another worker, and is read there.
    constexpr std::string_view leftFrame = "{\"baseline\":";
    constexpr std::string_view leftEnd = ",\"trace\":"; // no text within JSON has such quotes
    if (line.starts_with(leftFrame)) {
        if (const std::size_t end = line.find(leftEnd); end != std::string_view::npos) {
            answer.baseline = line.substr(leftFrame.size(), end - leftFrame.size());
            begin = end + leftEnd.size();
        }
    }
    if (begin > 0 && line.ends_with('}')) {
        Result<Trace> trace = readTrace(line.substr(begin, line.size() - begin - 1), "trace");
        if (!trace)
            return Diagnostic{"The run cannot be shown: " + trace.error().message, {}, 0, true};
        answer.trace = *std::move(trace);
        return answer;
    }
    // Likewise.
    constexpr std::string_view trafficFrame = "{\"traffic\":";
    if (line.starts_with(trafficFrame) && line.ends_with('}')) {
        answer.traffic = line.substr(trafficFrame.size(), line.size() - trafficFrame.size() - 1);
        return answer;
    }
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object())
        return noAnswer;
    if (const auto served = json.find("served"); served != json.end() && served->is_number()) {
        answer.served = std::clamp(served->get<double>(), 0.0, 1.0);
        return answer;
    }
    answer.addresses = readAddresses(json);
    if (json.contains("loaded")) {
        answer.isLoaded = true;
        return answer;
    }
    if (json.contains("fault")) {
        answer.fault = readFault(json);
        return answer;
    }
    if (const auto error = json.find("error"); error != json.end() && error->is_object()) {
        // In doubt it was the code that ran.
        const auto fault = error->find("fault");
        answer.error = Diagnostic{shortText(*error, "message"), shortText(*error, "file"), smallInteger(*error, "line", 0),
                                  fault == error->end() || !fault->is_boolean() || fault->get<bool>()};
        return answer;
    }
    return noAnswer;
}

} // namespace awaitscope
