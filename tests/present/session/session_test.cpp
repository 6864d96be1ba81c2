// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace awaitscope {

using namespace std::chrono_literals;

class SessionTest : public testing::Test
{
protected:
    Verdict verdict(std::size_t variant) const { return verdictOf(*session.run().variants.at(variant).trace); }

    Session session{test::builtInCatalogue()};
};

TEST_F(SessionTest, StartsWithTheFirstScene)
{
    EXPECT_EQ(session.lesson().slug, test::builtInCatalogue().lessons().front().slug);
    EXPECT_EQ(session.scene(), 0);
    EXPECT_FALSE(session.run().variants.empty());
}

TEST(SessionOfBrokenLessons, StartsWithTheFirstThatRuns)
{
    std::vector<BuiltInLesson> lessons = builtInLessons();
    const std::string sound = lessons.front().slug;
    BuiltInLesson throwing = lessons.front();
    throwing.slug = "a-lesson-that-throws"; // before the other
    for (auto& [variant, program] : throwing.programs)
        program.makeStage = [](World&) -> std::unique_ptr<Stage> { throw std::runtime_error("no stage today"); };
    lessons.push_back(throwing);
    const Catalogue catalogue{lessons};
    ASSERT_EQ(catalogue.lessons().front().slug, throwing.slug);
    Session session{catalogue};
    EXPECT_EQ(session.lesson().slug, sound);
    const QSignalSpy failures{&session, &Session::failed};
    EXPECT_FALSE(session.apply(QString::fromStdString("awaitscope:" + throwing.slug)));
    ASSERT_EQ(failures.size(), 1);
    EXPECT_NE(failures.front().front().toString().indexOf("no stage today"), -1) << "and the window goes on";

    const Catalogue none{{throwing}};
    EXPECT_THROW(Session{none}, std::runtime_error);
}

TEST_F(SessionTest, SaysTheCommandThatRunsTheSame)
{
    ASSERT_TRUE(session.apply(
        "awaitscope:alan-caches-requests?variants=fixed,buggy&model=drop&await=2+&client=80ms&time=90ms"));
    EXPECT_EQ(session.command().toStdString(),
              "awaitscope-cli run 'awaitscope:alan-caches-requests?variants=fixed&model=drop&await=2+&client=80ms'");
}

TEST_F(SessionTest, HasAnAxisWhoseEndCanBeReadOff)
{
    EXPECT_EQ(session.run().axis, 400ms);
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?client=200ms"));
    EXPECT_EQ(session.run().axis, 540ms) << "and not 533.333 ms";
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?client=3us&downstream=2us"));
    EXPECT_EQ(session.run().axis, 6us) << "nothing is finer than a microsecond";
}

TEST_F(SessionTest, AppliesAScenarioAndPrintsItAgain)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms&model=drop"));
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    EXPECT_EQ(session.run().timeout, 250ms);
    EXPECT_TRUE(session.playback().isAtEnd());
    const QString text = session.scenarioString();
    session.setModel(CancelModel::eager);
    ASSERT_TRUE(session.apply(text));
    EXPECT_EQ(session.scenarioString(), text);
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
}

TEST_F(SessionTest, RestoresEachScenesSettingsExactlyWhateverWasDoneBefore)
{
    const auto expectScene = [&](int index, const Scenario& expected) {
        SCOPED_TRACE(session.lesson().story.scenes[static_cast<std::size_t>(index)].title);
        EXPECT_EQ(session.scene(), index);
        EXPECT_EQ(session.scenario(), expected);
        EXPECT_EQ(toMicroseconds(session.playback().position()),
                  expected.time             ? toMicroseconds(*expected.time)
                  : session.cover().limit   ? toMicroseconds(*session.cover().limit)
                                            : session.run().axis.count());
        EXPECT_FALSE(session.playback().isPlaying());
    };
    const auto goWild = [&] {
        session.setModel(CancelModel::eager);
        session.setTimeout(VirtualDuration{123'457});
        session.setParameter("downstream", 999ms);
        session.setParameter("client", 1ms);
        session.apply("awaitscope:?variants=fixed&timeout=none");
        session.aimAt("fixed", 2);
        session.playback().setPosition(fromMicroseconds(77'777));
        session.setModel(CancelModel::drop);
        session.apply("awaitscope:?variants=fixed,buggy&time=3ms");
        session.playback().setLooping(true);
        session.playback().play();
        session.apply("awaitscope:?timeout=nonsense");
    };
    const int count = static_cast<int>(session.lesson().story.scenes.size());
    ASSERT_GT(count, 5);
    const Scenario defaults = defaultScenario(session.lesson());
    for (int index = 0; index < count; ++index) {
        const Scene& scene = session.lesson().story.scenes[static_cast<std::size_t>(index)];
        const Result<Scenario> expected = parseScenario(scene.scope, session.lesson(), defaults);
        ASSERT_TRUE(expected);
        goWild();
        session.setScene(index);
        expectScene(index, *expected);
        goWild();
        session.setScene(index); // the same scene again
        expectScene(index, *expected);
        goWild();
        session.setScene(index + 1);
        session.setScene(std::min(index + 1, count - 1) - 1); // and from its neighbour, back
        if (index + 1 < count)
            expectScene(index, *expected);
    }
}

TEST_F(SessionTest, AWholeScenarioThatASceneSetsUpShowsThatScene)
{
    const QSignalSpy scenes{&session, &Session::sceneChanged};
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?variants=buggy&timeout=250ms"));
    EXPECT_EQ(session.lesson().story.scenes[static_cast<std::size_t>(session.scene())].title, "println");
    EXPECT_EQ(scenes.count(), 1);
    session.setScene(0);
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms&model=drop"));
    EXPECT_EQ(session.scene(), 6) << "whatever the model";
    session.setScene(5);
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?variants=buggy&timeout=250ms"));
    EXPECT_EQ(session.scene(), 5) << "a scene that fits stays";
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=251ms"));
    EXPECT_EQ(session.scene(), 5) << "no scene sets this up";
    ASSERT_TRUE(session.apply("awaitscope:?variants=buggy&timeout=350ms"));
    EXPECT_EQ(session.scene(), 5) << "a patch acts within the scene";
}

TEST_F(SessionTest, PrintsThePlayheadUnlessItIsAtTheEnd)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms"));
    EXPECT_FALSE(session.scenarioString().contains("time=2"));
    session.playback().setPosition(VirtualTime{210ms});
    EXPECT_TRUE(session.scenarioString().contains("&time=210ms")) << session.scenarioString().toStdString();
    const QString text = session.scenarioString();
    session.playback().toEnd();
    ASSERT_TRUE(session.apply(text));
    EXPECT_EQ(session.playback().position(), VirtualTime{210ms});
}

TEST_F(SessionTest, LeavesEverythingAsItWasWhenAChangeFails)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms&time=210ms"));
    const QString before = session.scenarioString();
    QSignalSpy runs(&session, &Session::runChanged);
    QSignalSpy errors(&session, &Session::failed);
    EXPECT_FALSE(session.apply("awaitscope:?timeout=soon"));
    EXPECT_FALSE(session.apply("awaitscope:no-such-lesson"));
    EXPECT_FALSE(session.apply("awaitscope:?time=30s"));
    EXPECT_FALSE(session.apply("nonsense"));
    session.setParameter("downstream", 2h);
    session.setParameter("colour", 1ms);
    session.setTimeout(AtAwait{17});
    session.aimAt("buggy", 17);
    session.aimAt("purple", 1);
    EXPECT_EQ(errors.size(), 9);
    for (const QList<QVariant>& error : errors)
        EXPECT_GT(error.front().toString().size(), 10);
    EXPECT_EQ(runs.size(), 0);
    EXPECT_EQ(session.scenarioString(), before);
}

TEST_F(SessionTest, AimsAtTheMiddleOfAnAwaitAsAnOrdinaryTime)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests"));
    session.aimAt("buggy", 2);
    EXPECT_EQ(session.scenario().timeout, Timeout{VirtualDuration{250ms}});
    EXPECT_EQ(verdict(0), Verdict::violated);
    EXPECT_EQ(verdict(1), Verdict::holds);
    session.aimAt("fixed", 1);
    EXPECT_EQ(session.run().timeout, 100ms);
    EXPECT_EQ(verdict(0), Verdict::notApplicable);
}

TEST_F(SessionTest, AimsAfterTheCompletionOfAnAwaitAsAnOrdinaryTimeWhereOneHitsIt)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?model=drop"));
    session.aimAt("buggy", 2, AwaitWindow::completed);
    EXPECT_EQ(session.scenario().timeout, Timeout{VirtualDuration{300ms}});
    EXPECT_EQ(verdict(0), Verdict::violated);
    session.setModel(CancelModel::asio);
    EXPECT_EQ(verdict(0), Verdict::holds);

    session.setParameter("client", 0ms);
    session.aimAt("buggy", 2, AwaitWindow::completed);
    EXPECT_EQ(session.scenario().timeout, (Timeout{AtAwait{2, AwaitWindow::completed}})) << "no time hits it";
    EXPECT_TRUE(session.scenarioString().contains("await=2+")) << session.scenarioString().toStdString();
    EXPECT_EQ(verdict(0), Verdict::holds);
}

TEST_F(SessionTest, ALinkToTheWindowAfterACompletionIsKeptAsItIs)
{
    ASSERT_TRUE(session.apply("awaitscope:?await=2+&model=drop"));
    EXPECT_EQ(session.scenarioString(), "awaitscope:alan-caches-requests?variants=buggy&model=drop&await=2+");
    EXPECT_EQ(verdict(0), Verdict::violated);
    EXPECT_TRUE(session.apply(session.scenarioString())) << "copied and pasted";
}

TEST_F(SessionTest, PutsThePlayheadToTheEndWhenTheTimeoutMoves)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms&time=100ms"));
    session.playback().play();
    session.setTimeout(VirtualDuration{350ms});
    EXPECT_TRUE(session.playback().isAtEnd());
    EXPECT_FALSE(session.playback().isPlaying());
    session.setTimeout(NoTimeout{});
    EXPECT_FALSE(session.run().timeout);
}

TEST_F(SessionTest, LeavesThePlayheadWhereItIsWhenTheModelChanges)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms&time=210ms"));
    session.setModel(CancelModel::eager);
    EXPECT_EQ(session.playback().position(), VirtualTime{210ms});
    EXPECT_EQ(verdict(0), Verdict::holds);
}

TEST_F(SessionTest, ChangesAParameterForEveryVariant)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests"));
    session.setParameter("client", 200ms);
    for (const VariantRun& run : session.run().variants)
        EXPECT_EQ(run.withoutTimeout->end, VirtualTime{400ms});
}

TEST_F(SessionTest, RestoresASceneExactly)
{
    const auto last = static_cast<int>(session.lesson().story.scenes.size()) - 1;
    session.setScene(last);
    EXPECT_EQ(session.scene(), last);
    const QString asItIs = session.scenarioString();
    session.setTimeout(VirtualDuration{17ms});
    session.setModel(CancelModel::eager);
    session.setScene(last);
    EXPECT_EQ(session.scenarioString(), asItIs);
    session.setScene(1000);
    EXPECT_EQ(session.scene(), last);
    session.setScene(-3);
    EXPECT_EQ(session.scene(), 0);
}

TEST_F(SessionTest, SweepsOffTheThreadAndOnlyWhenTheMapChanges)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests"));
    ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    QSignalSpy sweeps(&session, &Session::sweepChanged);
    session.setTimeout(VirtualDuration{250ms});
    EXPECT_TRUE(session.sweep()) << "the map does not depend on the timeout";
    session.setModel(CancelModel::drop);
    session.setModel(CancelModel::eager);
    EXPECT_FALSE(session.sweep()) << "no map of another model is shown";
    ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    QTest::qWait(50);
    EXPECT_EQ(session.sweep()->model, CancelModel::eager);
    EXPECT_EQ(sweeps.size(), 1) << "the superseded one was not told";
}

TEST_F(SessionTest, TellsHowFarASlowSweepIsAndShowsItAsItComes)
{
    // It does all the work of a real one, but the second variant waits until it is let go.
    std::atomic<bool> hold = true;
    Session slow{test::builtInCatalogue(),
                 [&](const Lesson& lesson, const Scenario& scenario, const SweepObserver& observer) {
                     SweepObserver watching = observer;
                     watching.variantDone = [&](const VariantSweep& done) {
                         observer.variantDone(done);
                         while (hold && !observer.stop())
                             std::this_thread::yield();
                     };
                     return sweep(lesson, scenario, {}, watching);
                 }};
    ASSERT_TRUE(slow.apply("awaitscope:alan-caches-requests"));
    EXPECT_EQ(slow.sweepProgress(), std::nullopt) << "not worth telling yet";
    ASSERT_TRUE(test::waitFor([&] { return slow.sweepProgress().has_value(); }));
    EXPECT_GT(*slow.sweepProgress(), 3);
    ASSERT_TRUE(test::waitFor([&] { return slow.sweepSoFar().variants.size() == 1; }));
    EXPECT_FALSE(slow.sweep());
    const std::vector<OutcomeStrip> strips = outcomeMapOf(slow);
    ASSERT_EQ(strips.size(), 2u);
    EXPECT_EQ(strips[0].segments.size(), 3u) << "the first variant's map is there";
    EXPECT_TRUE(strips[1].segments.empty());

    hold = false;
    ASSERT_TRUE(test::waitFor([&] { return slow.sweep().has_value(); }));
    EXPECT_EQ(slow.sweepProgress(), std::nullopt);
    EXPECT_EQ(outcomeMapOf(slow)[1].segments.size(), 2u);

    hold = true;
    slow.setModel(CancelModel::drop);
    slow.setModel(CancelModel::eager); // the superseded one is stopped, whatever it waits for
    hold = false;
    ASSERT_TRUE(test::waitFor([&] { return slow.sweep().has_value(); }));
    EXPECT_EQ(slow.sweep()->model, CancelModel::eager);
}

TEST_F(SessionTest, ShowsNoMapOfBeforeWhenOneCannotBeMade)
{
    bool fails = false;
    Session failing{test::builtInCatalogue(),
                    [&](const Lesson& lesson, const Scenario& scenario,
                        const SweepObserver& observer) -> Result<std::optional<Sweep>> {
                        if (fails)
                            return Diagnostic{"it never ends", "buggy.cpp", 3};
                        return sweep(lesson, scenario, {}, observer);
                    }};
    ASSERT_TRUE(test::waitFor([&] { return failing.sweep().has_value(); }));
    const QSignalSpy failures{&failing, &Session::failed};
    fails = true;
    failing.setModel(CancelModel::drop);
    EXPECT_TRUE(failing.isSweeping());
    ASSERT_TRUE(test::waitFor([&] { return !failing.isSweeping(); }));
    EXPECT_EQ(failures.size(), 1);
    EXPECT_FALSE(failing.sweep());
    EXPECT_TRUE(outcomeMapOf(failing).front().segments.empty());
}

TEST_F(SessionTest, RevealsTheMomentAndTheTimeoutThatAreAskedFor)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms"));
    TimeWindow& window = session.timeWindow();
    const auto isSeen = [&](VirtualTime time) { return window.from() <= time && time <= window.end(); };
    window.zoom(20, VirtualTime{50ms});
    ASSERT_TRUE(session.apply("awaitscope:?time=271ms"));
    EXPECT_TRUE(isSeen(VirtualTime{271ms}));
    window.fit();
    window.zoom(40, VirtualTime{250ms});
    for (int i = 0; i < 3; ++i)
        session.moveTimeout(10ms);
    EXPECT_EQ(session.run().timeout, 280ms);
    EXPECT_TRUE(isSeen(VirtualTime{280ms}));
    session.moveTimeout(-10s);
    EXPECT_EQ(session.run().timeout, 0ms);
}

TEST_F(SessionTest, SeesThePartOfTheAxisThatIsLookedAt)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms"));
    TimeWindow& window = session.timeWindow();
    window.zoom(8, VirtualTime{250ms});
    const VirtualTime from = window.from();
    session.setTimeout(VirtualDuration{260ms});
    EXPECT_EQ(window.from(), from) << "a drag moves nothing but the flag";
    session.playback().toPreviousAwait();
    session.playback().toStart();
    EXPECT_EQ(window.from(), VirtualTime{}) << "who goes out of sight is followed";
    session.aimAt("buggy", 2);
    EXPECT_TRUE(window.from() <= VirtualTime{250ms} && VirtualTime{250ms} <= window.end());
    EXPECT_FALSE(window.isWhole());
    session.setScene(3);
    EXPECT_TRUE(window.isWhole()) << "a scene shows all of it";
}

TEST_F(SessionTest, CanBeDestroyedDuringASweep)
{
    for (int i = 0; i < 20; ++i) {
        Session brief{test::builtInCatalogue()};
        brief.setModel(CancelModel::drop);
    }
    QTest::qWait(20);
}

} // namespace awaitscope
