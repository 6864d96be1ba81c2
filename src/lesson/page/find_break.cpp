// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/page/find_break.hpp"

#include "core/run/run_end.hpp"
#include "core/trace/source_index.hpp"
#include "lesson/run/variant_runner.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace awaitscope {

namespace {

constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> units{
    {{"us", 1}, {"ms", 1'000}, {"s", 1'000'000}, {"min", 60'000'000}, {"h", 3'600'000'000}}};
constexpr std::int64_t longestTime = 1'000'000'000'000; ///< µs; doubled it is still one

std::string written(std::int64_t microseconds)
{
    for (const auto& [name, size] : {units[2], units[1], units[0]}) {
        if (microseconds % size == 0)
            return std::to_string(microseconds / size).append(name);
    }
    return {};
}

bool isBroken(const Trace& trace, Breakage& breakage)
{
    for (const TraceCheck& check : trace.checks) {
        if (check.verdict == Verdict::violated) {
            breakage.how = Breakage::How::violated;
            breakage.what = check.text;
            breakage.why = check.why;
            return true;
        }
    }
    using enum RunEnd;
    const bool isFault = faultOf(trace).has_value();
    if (trace.ended.how != stuck && !isFault)
        return false;
    breakage.how = trace.ended.how == stuck     ? Breakage::How::stuck
                   : trace.ended.how == spins   ? Breakage::How::spins
                   : trace.ended.how == crashed ? Breakage::How::crashed
                                                : Breakage::How::threw;
    if (trace.ended.error)
        breakage.what = trace.ended.error->what.empty() ? trace.ended.error->type : trace.ended.error->what;
    breakage.why = trace.ended.why;
    return true;
}

/// The await that the timeout finds pending, or completed, in this run; of several the one that is innermost, which began last.
void nameAwait(const Trace& trace, Breakage& breakage)
{
    if (!trace.firedAt)
        return;
    for (const TraceAwait& await : trace.awaits) {
        const bool isPending = await.begin <= *trace.firedAt && (!await.end || *await.end > *trace.firedAt);
        const bool isStopped = await.end == trace.firedAt && await.begin < *trace.firedAt && await.how != AwaitEnd::resumed;
        if (await.number == 0 || !(isPending || isStopped || await.firedCompleted))
            continue;
        if (breakage.await != 0 && !await.firedCompleted && !isStopped)
            continue;
        breakage.await = await.number;
        breakage.awaitName = await.what;
        breakage.line = await.line;
        breakage.window = await.firedCompleted ? AwaitWindow::completed : AwaitWindow::pending;
    }
}

/// The runs of one text that can break it, from the smallest on: none, timeouts as they grow, the moments that no time hits.
std::vector<Timeout> suspects(const VariantSweep& swept)
{
    std::vector<Timeout> all{NoTimeout{}};
    std::vector<VirtualDuration> times;
    for (const MapSegment& segment : swept.map)
        times.push_back(segment.from);
    for (const SweptOutcome& segment : swept.outcomes)
        times.push_back(segment.from);
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    all.insert(all.end(), times.begin(), times.end());
    for (const SweptAwait& await : swept.awaits) {
        all.emplace_back(AtAwait{await.number});
        if (await.completedVerdict)
            all.emplace_back(AtAwait{await.number, AwaitWindow::completed});
    }
    for (const SweptStart& start : swept.starts) {
        if (start.isReachable)
            all.emplace_back(BeforeStart{start.number});
    }
    return all;
}

class Search
{
public:
    Search(Scenario scenario, std::string variant, const BreakObserver& observer)
        : m_scenario(std::move(scenario)), m_variant(std::move(variant)), m_observer(observer)
    {
        m_scenario.variants = {m_variant};
        m_scenario.time.reset();
        m_scenario.cancel.reset();
        m_scenario.timeout = NoTimeout{};
    }

    BreakSearch result;

    void setMove(int move, int moves)
    {
        m_move = move;
        m_moves = moves;
    }
    bool isStopped() const { return m_observer.stop && m_observer.stop(); }

    /// Empty: nothing breaks it, or it was stopped.
    Result<std::optional<Breakage>> search(const Lesson& page)
    {
        const std::int64_t before = result.runs;
        SweepObserver observer;
        observer.stop = m_observer.stop;
        observer.tellsOutcomes = true;
        observer.ran = [&](std::int64_t runs) {
            result.runs = before + runs;
            if (m_observer.ran)
                m_observer.ran(result.runs, m_move, m_moves);
        };
        const Result<std::optional<Sweep>> swept = sweep(page, m_scenario, {.showsFaults = true}, observer);
        if (!swept)
            return swept.error();
        if (!*swept) {
            result.wasStopped = true;
            return std::optional<Breakage>{};
        }
        const VariantSweep& variant = (*swept)->variants.front();
        result.awaits = std::max(result.awaits, static_cast<int>(variant.awaits.size()));
        for (const Timeout& timeout : suspects(variant)) {
            Scenario scenario = m_scenario;
            scenario.timeout = timeout;
            const Result<ScenarioRun> run = runScenario(page, scenario, {.showsFaults = true});
            if (!run) // a moment that this run has not got
                continue;
            ++result.runs;
            const Trace& trace = *run->variants.front().trace;
            result.expectsSomething |= !trace.checks.empty();
            Breakage breakage;
            if (!isBroken(trace, breakage))
                continue;
            breakage.scenario = scenario;
            breakage.scenarioString = toText(scenario, page);
            breakage.timeout = std::holds_alternative<NoTimeout>(timeout) ? std::nullopt : run->timeout;
            nameAwait(trace, breakage);
            return std::optional{std::move(breakage)};
        }
        return std::optional<Breakage>{};
    }

private:
    Scenario m_scenario;
    std::string m_variant;
    const BreakObserver& m_observer;
    int m_move = 0;
    int m_moves = 0;
};

} // namespace

std::vector<WrittenTime> writtenTimesIn(std::string_view source)
{
    const std::string masked = maskCommentsAndLiterals(source);
    std::vector<WrittenTime> times;
    for (std::size_t at = 0; at < masked.size();) {
        const auto isDigit = [&](std::size_t index) {
            return index < masked.size() && std::isdigit(static_cast<unsigned char>(masked[index])) != 0;
        };
        const bool isInside = at > 0 && (isWordCharacter(masked[at - 1]) || masked[at - 1] == '.');
        if (!isDigit(at) || isInside) {
            ++at;
            continue;
        }
        std::size_t end = at;
        std::string digits;
        while (isDigit(end) || (end < masked.size() && masked[end] == '\'' && isDigit(end + 1)))
            digits += masked[end++];
        std::erase(digits, '\'');
        std::size_t unitEnd = end;
        while (unitEnd < masked.size() && isWordCharacter(masked[unitEnd]))
            ++unitEnd;
        const std::string unit = masked.substr(end, unitEnd - end);
        const auto known = std::ranges::find(units, unit, [](const auto& each) { return each.first; });
        if (known != units.end() && digits.size() <= 9) {
            const std::int64_t value = std::stoll(digits) * known->second;
            if (value > 1 && value <= longestTime)
                times.push_back({1 + static_cast<int>(std::ranges::count(masked.substr(0, at), '\n')), at,
                                 std::string{source.substr(at, unitEnd - at)}, written(value / 2), written(value * 2)});
        }
        at = unitEnd;
    }
    return times;
}

Result<BreakSearch> findBreak(const Lesson& page, const Scenario& scenario, const std::string& variant, bool movesTimes,
                              const PageMaker& make, const BreakObserver& observer)
{
    Search search{scenario, variant, observer};
    const std::string text = page.findFile(page.findVariant(variant)->file)->text;
    const std::vector<WrittenTime> times = movesTimes ? writtenTimesIn(text) : std::vector<WrittenTime>{};
    const int moves = 2 * static_cast<int>(times.size());
    search.setMove(0, moves);
    Result<std::optional<Breakage>> found = search.search(page);
    if (!found)
        return found.error();
    if (*found)
        (*found)->text = text;
    for (const WrittenTime& time : times) {
        for (const std::string& after : {time.half, time.twice}) {
            if (*found || search.result.wasStopped)
                break;
            if (search.isStopped()) {
                search.result.wasStopped = true;
                break;
            }
            search.setMove(++search.result.moves, moves);
            std::string moved = text;
            moved.replace(time.position, time.text.size(), after);
            const Result<Lesson> made = make(moved);
            if (!made) {
                search.result.notCompiled.push_back(time.text + " in line " + std::to_string(time.line) + " as " + after);
                continue;
            }
            found = search.search(*made);
            if (!found)
                return found.error();
            if (*found) {
                (*found)->moved = MovedTime{time.line, time.text, after};
                (*found)->text = std::move(moved);
            }
        }
    }
    search.result.found = *std::move(found);
    return std::move(search.result);
}

std::string toText(const Breakage& breakage)
{
    std::string text = breakage.timeout ? "With a timeout of " + toReadableText(*breakage.timeout) : "Without a timeout";
    if (breakage.await > 0)
        text += (breakage.window == AwaitWindow::completed ? ", when " : ", in ") + std::to_string(breakage.await) + ' ' + breakage.awaitName
                + " (line " + std::to_string(breakage.line) + ')'
                + (breakage.window == AwaitWindow::completed ? " has completed and has not been resumed" : "");
    if (breakage.moved)
        text += ", and with " + breakage.moved->after + " for " + breakage.moved->before + " in line " + std::to_string(breakage.moved->line);
    switch (breakage.how) {
    case Breakage::How::violated:
        return text + ", " + inQuotes(breakage.what) + " is violated.";
    case Breakage::How::stuck:
        return text + ", run() is stuck: " + breakage.why;
    case Breakage::How::spins:
        return text + ", run() spins: " + breakage.why;
    case Breakage::How::crashed:
        return text + ", run() crashes: " + breakage.why;
    case Breakage::How::threw:
        return text + ", run() ends by " + (breakage.what.empty() ? "an exception" : inQuotes(breakage.what)) + '.';
    }
    return text;
}

std::string triedText(const BreakSearch& search)
{
    std::string text = std::to_string(search.runs) + (search.runs == 1 ? " run: " : " runs: ") + "every timeout, exact to 1 µs, and "
                       + std::to_string(search.awaits) + (search.awaits == 1 ? " await" : " awaits") + " in both windows";
    if (search.moves > 0)
        text += "; the same with times of the file halved and doubled, " + std::to_string(search.moves) + " in all";
    if (!search.notCompiled.empty())
        text += ", of which these do not compile: " + listed(search.notCompiled);
    return text + '.';
}

} // namespace awaitscope
