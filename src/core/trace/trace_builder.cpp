// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_builder.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

const SourceIndex& sourceAt(const SourceSet& sources, int position)
{
    return sources.sources()[static_cast<std::size_t>(position)];
}

std::string_view nameOf(const Recording::Coroutine& coroutine, const SourceSet& sources)
{
    const SourceFunction* const function = sourceAt(sources, coroutine.source).functionAt(coroutine.line);
    return function ? std::string_view{function->name} : std::string_view{"coroutine"};
}

/// What the await threw, or was resumed with. A coroutine of the lesson that it waits for tells its errors itself.
std::optional<TraceError> errorOf(const Recording::Await& await)
{
    const bool threw = await.how == AwaitEnd::threw || await.how == AwaitEnd::cancelled || await.how == AwaitEnd::refused;
    if (threw && await.thrown)
        return *await.thrown;
    if (!await.error || (!threw && (await.how != AwaitEnd::resumed || await.hasChildren)))
        return std::nullopt;
    const bool isAborted = await.error == boost::asio::error::operation_aborted;
    return TraceError{threw ? "boost::system::system_error" : "boost::system::error_code",
                      isAborted ? "operation_aborted" : await.error.message()};
}

/// What left it: what it threw itself, or what its last await threw.
std::optional<TraceError> errorOf(const Recording& recording, const Recording::Coroutine& coroutine)
{
    if (coroutine.error)
        return *coroutine.error;
    if (coroutine.passedOn != 0)
        return errorOf(recording.awaits[coroutine.passedOn - 1]);
    return std::nullopt;
}

std::string_view lastName(std::string_view callee)
{
    const std::size_t end = callee.find_last_not_of(" >)");
    const std::size_t begin = callee.substr(0, end + 1).find_last_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    callee = callee.substr(begin == std::string_view::npos ? 0 : begin + 1);
    // Asio's prefix says how it is called, and not what it does.
    constexpr std::string_view asynchronous = "async_";
    return callee.starts_with(asynchronous) ? callee.substr(asynchronous.size()) : callee;
}

/// What the author wrote, unless it is the operation itself that has a name: what a function or a group starts within has names
/// of its own, which are not the await's.
std::string whatOf(const Recording::Await& await, const SourceAwait* found)
{
    if (!found)
        return std::string{await.operation};
    const bool isOperation = !await.operation.empty() && !found->isCompound
                             && (!found->isCall || found->what == await.operation || lastName(found->what) == lastName(await.operation));
    return isOperation ? std::string{await.operation} : found->what;
}

int awaitLine(const Recording::Await& await, const SourceSet& sources)
{
    const SourceAwait* const found = sourceAt(sources, await.source).awaitAt(await.line);
    return found ? found->line : await.line;
}

} // namespace

/// `idOf(place)` is asked for each coroutine, in the order in which they began, `visit(position, place)` for each await that bears a number.
template <class IdOf, class Visit>
void AwaitNumbers::visitNumbered(const Recording& recording, const SourceSet& sources, std::string_view subject,
                                 IdOf idOf, Visit visit)
{
    struct Coroutine
    {
        int id;
        bool numbered;
    };
    std::vector<Coroutine> coroutines;
    coroutines.reserve(recording.coroutines.size());
    for (const Recording::Coroutine& recorded : recording.coroutines) {
        // A parent begins before its children, so that its entry is there already.
        const bool hasParent = recorded.parent != 0;
        const SourceFunction* const function = sourceAt(sources, recorded.source).functionAt(recorded.line);
        const int id = idOf(Place{.owner = hasParent ? coroutines[recorded.parent - 1].id : 0,
                                  .source = recorded.source,
                                  // Not the recorded line, which differs between compilers.
                                  .line = function ? function->firstLine : recorded.line});
        const bool calledBySubject = hasParent && recorded.called && coroutines[recorded.parent - 1].numbered &&
                                     recording.coroutines[recorded.parent - 1].source == recorded.source;
        coroutines.push_back({id, calledBySubject || nameOf(recorded, sources) == subject});
    }
    for (std::size_t i = 0; i < recording.awaits.size(); ++i) {
        const Recording::Await& await = recording.awaits[i];
        const Coroutine& coroutine = coroutines[await.coroutine - 1];
        if (!await.hasChildren && coroutine.numbered)
            visit(i, Place{.owner = coroutine.id, .source = await.source, .line = awaitLine(await, sources)});
    }
}

AwaitNumbers::AwaitNumbers(const Recording& recording, const SourceSet& sources, std::string_view subject)
{
    visitNumbered(
        recording, sources, subject,
        [this](const Place& place) { return m_coroutines[place].emplace_back(++m_coroutineCount); },
        [&](std::size_t position, const Place& place) {
            m_numbers[place].push_back(++m_count);
            m_positions.push_back(position);
            m_completions.push_back(recording.awaits[position].completion);
        });
}

std::vector<int> AwaitNumbers::numbersFor(const Recording& other, const SourceSet& sources,
                                          std::string_view subject) const
{
    /// The occurrences of a place in the first run, and how many of them the other has had so far.
    struct Known
    {
        const std::vector<int>* values = nullptr;
        std::size_t seen = 0;
    };
    std::map<Place, Known> coroutines;
    std::map<Place, Known> awaits;
    const auto next = [](std::map<Place, Known>& met, const std::map<Place, std::vector<int>>& first,
                         const Place& place) {
        const auto [at, isNew] = met.try_emplace(place);
        if (const auto found = isNew ? first.find(place) : first.end(); found != first.end())
            at->second.values = &found->second;
        Known& known = at->second;
        return known.values && known.seen < known.values->size() ? (*known.values)[known.seen++] : unknown;
    };

    // A coroutine that the first run did not have is `unknown`, and so is every place in it: its awaits are numbered on.
    std::vector<int> numbers(other.awaits.size(), 0);
    int last = m_count;
    visitNumbered(
        other, sources, subject, [&](const Place& place) { return next(coroutines, m_coroutines, place); },
        [&](std::size_t position, const Place& place) {
            const int number = next(awaits, m_numbers, place);
            numbers[position] = number == unknown ? ++last : number;
        });
    return numbers;
}

namespace {

/// As multisets of what and detail: an effect that came at another time or from another line is not lost. Of several alike
/// the last are taken for the lost ones, as a cancel cuts off what comes late.
std::vector<LostEffect> lostEffects(const std::vector<TraceEffect>& expected, const std::vector<TraceEffect>& actual)
{
    std::map<std::pair<std::string, std::string>, int> left;
    for (const TraceEffect& effect : actual)
        ++left[{effect.what, effect.detail}];
    std::vector<LostEffect> lost;
    for (const TraceEffect& effect : expected) {
        if (--left[{effect.what, effect.detail}] < 0)
            lost.push_back({effect.what, effect.detail, effect.file, effect.line, effect.at});
    }
    return lost;
}

} // namespace

Trace buildTrace(Recording recording, const SourceSet& sources, std::string_view subject, const AwaitNumbers& numbers,
                 const std::vector<TraceEffect>* expected)
{
    Trace trace;
    const std::vector<int> awaitNumbers = numbers.numbersFor(recording, sources, subject);

    trace.coroutines.reserve(recording.coroutines.size());
    for (const Recording::Coroutine& recorded : recording.coroutines) {
        const SourceIndex& source = sourceAt(sources, recorded.source);
        const SourceFunction* const function = source.functionAt(recorded.line);
        TraceCoroutine coroutine;
        coroutine.id = static_cast<int>(trace.coroutines.size()) + 1;
        coroutine.name = nameOf(recorded, sources);
        if (recorded.parent != 0)
            coroutine.parent = static_cast<int>(recorded.parent);
        coroutine.file = source.fileName();
        coroutine.line = function ? function->firstLine : recorded.line;
        coroutine.begin = recorded.begin;
        coroutine.end = recorded.end;
        coroutine.how = recorded.how;
        coroutine.error = errorOf(recording, recorded);
        if (coroutine.error)
            coroutine.seen = recorded.nobodySaw ? Seen::nobody : Seen::passedOn;
        // The first, where a retry calls it several times.
        if (trace.subject == 0 && coroutine.name == subject)
            trace.subject = coroutine.id;
        trace.coroutines.push_back(std::move(coroutine));
    }

    trace.awaits.reserve(recording.awaits.size());
    for (std::size_t i = 0; i < recording.awaits.size(); ++i) {
        const Recording::Await& recorded = recording.awaits[i];
        const SourceIndex& source = sourceAt(sources, recorded.source);
        const SourceAwait* const found = source.awaitAt(recorded.line);
        TraceAwait await;
        await.id = static_cast<int>(i) + 1;
        await.number = awaitNumbers[i];
        await.onlyAfterCancel = await.number > numbers.count();
        await.coroutine = static_cast<int>(recorded.coroutine);
        await.what = whatOf(recorded, found);
        await.file = source.fileName();
        await.line = found ? found->line : recorded.line;
        await.begin = recorded.begin;
        await.end = recorded.end;
        await.how = recorded.how;
        await.error = errorOf(recorded);
        await.seen = recorded.seen;
        if (await.seen == Seen::caught && await.error) {
            if (const int line = source.handlerLine(recorded.line, await.error->type); line > 0)
                await.caughtLine = line;
        }
        // Another task of a dropped coroutine can lie in the ready queue: only the run that went on knows which one was
        // to resume it.
        const bool isKnown = await.number > 0 && !await.onlyAfterCancel;
        if (isKnown && recorded.completion == numbers.completionOf(await.number)) {
            await.completed = recorded.completed;
            await.firedCompleted = recorded.firedCompleted;
        }
        trace.awaits.push_back(std::move(await));
    }

    trace.effects.reserve(recording.effects.size());
    for (Recording::Effect& recorded : recording.effects) {
        TraceEffect effect;
        effect.what = std::move(recorded.what);
        effect.detail = std::move(recorded.detail);
        if (recorded.coroutine != 0)
            effect.coroutine = static_cast<int>(recorded.coroutine);
        if (recorded.source >= 0) {
            const SourceIndex& source = sourceAt(sources, recorded.source);
            effect.file = source.fileName();
            effect.line = source.statementLine(recorded.line);
        }
        effect.at = recorded.at;
        trace.effects.push_back(std::move(effect));
    }

    if (expected)
        trace.lost = lostEffects(*expected, trace.effects);
    for (const Recording::Race& recorded : recording.races) {
        TraceRace race;
        race.lane = recording.spans[recorded.span].lane;
        if (recorded.await != 0)
            race.await = static_cast<int>(recorded.await);
        race.isOfRun = recorded.isOfRun;
        race.begin = recorded.begin;
        race.end = recorded.end;
        race.firedAt = recorded.firedAt;
        race.winner = recorded.winner;
        trace.races.push_back(std::move(race));
    }
    trace.lanes = std::move(recording.lanes);
    trace.spans = std::move(recording.spans);
    trace.values = std::move(recording.values);
    trace.log = std::move(recording.log);
    trace.events = std::move(recording.events);
    trace.firedAt = recording.firedAt;
    trace.raceOverAt = recording.raceOverAt;
    trace.winner = recording.winner;
    trace.end = recording.end;
    return trace;
}

} // namespace awaitscope
