// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every pane puts what it sees of a run into words of its own. Here they are all read, for each cell of the table of awaits and
// each end of each stretch of the map, under every meaning of cancelling, and no two may say the opposite of each other.
#include "lesson/run/timeout_map.hpp"
#include "present/code/await_stack_words.hpp"
#include "present/code/code_model.hpp"
#include "present/code/console_model.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/outcome/spoken.hpp"
#include "present/scope/scope_model.hpp"
#include "present/words/sentences.hpp"
#include "support/builtin_catalogue.hpp"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope {
namespace {

/// Two ways to speak of one matter, as expressions, of which only one can be true of a run.
struct Opposites
{
    const char* one;
    const char* other;
};

const std::vector<Opposites> ofEveryRun = {
    {"timeout won|The timeout wins", "The timeout fires too late|(get_response|send_all) (won|wins)"},
    {"is dropped at|stops here for ever|dropped here", "goes on unseen|throws operation_aborted|threw here|does not stop yet"},
    {"nothing waits", "still waits at|waits for ever"},
    {"the client gets nothing", "gets (v|A)"},
    {"^all there$|^cached$", "^lost$|^lost on its way$|^twice$|^no answer$|: violated"},
    {"^lost$", "^nothing fetched yet$|^lost on its way$|^twice$"},
};

const std::vector<Opposites> ofAlan = {
    {"cache\\.set never ran|^never ran", "cache\\.set (stores|ran at|already ran)|cached v2|^ran at"},
    {"nothing fetched yet|No response was obtained",
     "1 http.make_request (is done|had completed|was done)|got v2|lost on its way|never arrives|v2 was"},
    {"1 http.make_request had completed, but its result never arrives|lost on its way", "^got v2|v2 was obtained|1 http.make_request is done"},
    {"gets v1", "gets v2"},
    {"^lost$", "cache\\.set (stores|ran at)|^cached v2"},
    {"^cached$", "cache\\.set never ran|^never ran"},
};

const std::vector<Opposites> ofTheMessage = {
    {"All delivered|Kept: ", "Neither delivered|delivered too"},
    {"All delivered", "outbox\\.save saves [A-D]"},
    {"Neither delivered nor kept: [A-C, ]*D", "gets [A-C, ]*D|outbox\\.save saves [A-C, ]*D"},
    {"Neither delivered nor kept: C", "gets [AB, ]*C|outbox\\.save saves [AB, ]*C"},
    {"outbox\\.save never ran", "outbox\\.save (saves|ran at)"},
};

struct Told
{
    QString pane;
    QString words;
};

/// What every pane says of one variant, when the playhead has come to the end.
class AllPanes
{
public:
    AllPanes(const Lesson& lesson, const ScenarioRun& run, std::size_t variant)
        : m_variant(run.variants.at(variant)),
          m_trace(*m_variant.trace),
          m_end(std::max(VirtualTime{run.axis}, m_trace.end))
    {
        for (const VirtualTime moment : momentsOf(run))
            add("sentence", sentencesAt(m_trace, moment).join(' '));
        addBanner();
        const ScopeModel scope = scopeOf(m_variant, m_end, run.axis);
        addScope("scope", scope);
        addScope("caller", callerScopeOf(m_variant, m_end, run.axis));
        add("scope, spoken", spokenScope(scope));
        const std::vector<ConsoleColumn> console = consoleAt(lesson, run, m_end);
        for (const ConsoleLine& line : console.at(variant).lines)
            add("console", line.text);
        if (const LessonFile* const file = sourceOf(lesson, m_variant.variant)) {
            const CodePicture code = codeAt(*file, m_variant, m_end);
            for (const auto& [number, line] : code.lines)
                add("code", line.words.value(0));
        }
        add("stack", awaitStackWordsAt(m_trace, m_end).line);
    }

    void add(const char* pane, const QString& words)
    {
        if (!words.isEmpty())
            m_told.push_back({pane, words});
    }

    void expectNoOpposites(const std::vector<Opposites>& opposites) const
    {
        for (const Opposites& pair : opposites) {
            const Told* const one = find(pair.one);
            const Told* const other = find(pair.other);
            EXPECT_FALSE(one && other) << one->pane.toStdString() << ": " << one->words.toStdString() << '\n'
                                       << other->pane.toStdString() << ": " << other->words.toStdString();
        }
    }

    /// Who is not ready gets nothing.
    void expectThatOnlyWhoIsReadyGetsSomething() const
    {
        for (const TraceValue& value : m_trace.values) {
            for (const TraceSpan& span : m_trace.spans) {
                const bool isMeanwhile = span.lane == value.lane && span.kind == "not ready" && span.begin < value.at
                                         && (!span.end || *span.end > value.at);
                EXPECT_FALSE(isMeanwhile) << "not ready, and yet: " << value.text;
            }
        }
    }

private:
    void addBanner()
    {
        const VerdictText text = verdictTextOf(m_trace, true);
        add("banner", text.main);
        add("banner, where there is little room", text.shortMain);
        add("banner", text.client);
        for (const QString& line : text.why.split('\n'))
            add("banner's tip", line);
    }

    void addScope(const char* pane, const ScopeModel& model)
    {
        for (const ScopeLane& lane : model.lanes) {
            for (const ScopeSpan& span : lane.spans) {
                add(pane, span.tip);
                add(pane, span.cutTip);
            }
            for (const ScopeEffect& effect : lane.effects)
                add(pane, effect.name + ' ' + effect.words);
            for (const ScopeNote& note : lane.notes)
                add(pane, note.text);
        }
    }

    const Told* find(const char* expression) const
    {
        const QRegularExpression wanted{QString::fromLatin1(expression)};
        EXPECT_TRUE(wanted.isValid()) << expression;
        const auto found = std::ranges::find_if(m_told, [&](const Told& told) { return wanted.match(told.words).hasMatch(); });
        return found == m_told.end() ? nullptr : &*found;
    }

    const VariantRun& m_variant;
    const Trace& m_trace;
    VirtualTime m_end;
    std::vector<Told> m_told;
};

class Agreement : public testing::TestWithParam<std::string>
{
protected:
    void read(const std::string& slug, const std::vector<Opposites>& own, const std::string& settings)
    {
        const Lesson& lesson = *test::builtInCatalogue().find(slug);
        std::vector<Opposites> opposites = ofEveryRun;
        opposites.insert(opposites.end(), own.begin(), own.end());
        const Result<Scenario> scenario = parseScenario("awaitscope:?" + GetParam() + settings, lesson, defaultScenario(lesson));
        ASSERT_TRUE(scenario) << scenario.error().message;
        const Sweep swept = **sweep(lesson, *scenario);
        for (const VariantSweep& variant : swept.variants) {
            for (const MapSegment& segment : variant.map)
                readSegment(lesson, *scenario, variant.variant, segment, opposites);
            for (const SweptAwait& await : variant.awaits) {
                if (await.isReachable)
                    readCell(lesson, *scenario, variant.variant, {await.number, AwaitWindow::pending},
                             await.verdicts.size() > 1 ? std::nullopt : std::optional{await.verdict}, await.word, opposites);
                if (await.completedVerdict)
                    readCell(lesson, *scenario, variant.variant, {await.number, AwaitWindow::completed}, await.completedVerdict,
                             await.completedWord, opposites);
            }
        }
    }

private:
    void readSegment(const Lesson& lesson, Scenario scenario, const std::string& variant, const MapSegment& segment,
                     const std::vector<Opposites>& opposites)
    {
        const VirtualDuration last = segment.last.value_or(segment.from + std::chrono::seconds{1});
        for (const VirtualDuration timeout : {segment.from, segment.from + (last - segment.from) / 2, last}) {
            scenario.timeout = timeout;
            expectAgreement(lesson, scenario, variant, segment.verdict, segment.word, "map", opposites);
        }
    }

    /// `verdict` is empty where not all timeouts of that await give the same, which the cell's tip tells.
    void readCell(const Lesson& lesson, Scenario scenario, const std::string& variant, const AtAwait& await, std::optional<Verdict> verdict,
                  const std::string& word, const std::vector<Opposites>& opposites)
    {
        scenario.timeout = await;
        scenario.variants = {variant};
        expectAgreement(lesson, scenario, variant, verdict, word, "table", opposites);
    }

    void expectAgreement(const Lesson& lesson, const Scenario& scenario, const std::string& variant, std::optional<Verdict> verdict,
                         const std::string& word, const char* pane, const std::vector<Opposites>& opposites)
    {
        SCOPED_TRACE(toText(scenario, lesson) + ", " + variant);
        const Result<ScenarioRun> run = runScenario(lesson, scenario);
        ASSERT_TRUE(run) << run.error().message;
        const auto at = std::ranges::find(run->variants, variant, &VariantRun::variant);
        ASSERT_NE(at, run->variants.end());
        AllPanes panes{lesson, *run, static_cast<std::size_t>(at - run->variants.begin())};
        if (verdict) {
            EXPECT_EQ(verdictOf(*at->trace), *verdict) << pane;
            EXPECT_EQ(wordOf(*at->trace), word) << pane;
            panes.add(pane, shortWordsFor(lesson, *verdict, word));
        }
        panes.expectNoOpposites(opposites);
        panes.expectThatOnlyWhoIsReadyGetsSomething();
    }
};

TEST_P(Agreement, IsTrueOfAlansLesson)
{
    for (const std::string times : {"", "&client=200ms", "&downstream=400ms&client=30ms", "&client=0ms", "&downstream=0ms"})
        read("alan-caches-requests", ofAlan, times);
}

TEST_P(Agreement, IsTrueOfTheMessages)
{
    for (const std::string times : {"", "&client=200ms", "&client=0ms", "&connect=0ms", "&connect=300ms"})
        read("the-message-that-moved", ofTheMessage, times);
}

INSTANTIATE_TEST_SUITE_P(Every, Agreement, testing::Values("model=asio", "model=drop", "model=eager", "model=asio&cancel_on=operation"),
                         [](const auto& settings) {
                             std::string name = settings.param.substr(settings.param.find_last_of('=') + 1);
                             return name;
                         });

} // namespace
} // namespace awaitscope
