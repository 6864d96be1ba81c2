// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/variant_host.hpp"
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

namespace awaitscope {

namespace {

/// Runs a variant of Alan's, and lets a run wait until it is let go.
class GatedHost final : public VariantHost
{
public:
    GatedHost(const Lesson& lesson, const std::string& variant)
    {
        const auto index = static_cast<std::size_t>(lesson.findVariant(variant) - lesson.variants.data());
        const auto& sources = lesson.sources[index];
        m_host = std::make_unique<LocalHost>(
            SimulationInput{*lesson.findProgram(variant), sources.get(), lesson.slug, variant, lesson.subject, lesson.caller}, sources);
    }

    Result<Trace> runWithoutTimeout(const SimulationSettings& settings) override
    {
        wait();
        const std::scoped_lock turn{m_turn};
        return m_host->runWithoutTimeout(settings);
    }
    Result<Trace> run(const SimulationSettings& settings, const TimeoutAt& timeout) override
    {
        const std::scoped_lock turn{m_turn};
        return m_host->run(settings, timeout);
    }

    void close() { m_isOpen = false; }
    void open()
    {
        {
            const std::scoped_lock lock{m_mutex};
            m_isOpen = true;
        }
        m_changed.notify_all();
    }

private:
    void wait()
    {
        std::unique_lock lock{m_mutex};
        m_changed.wait(lock, [this] { return m_isOpen; });
    }

    std::unique_ptr<LocalHost> m_host;
    std::mutex m_turn;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = true;
};

} // namespace

class EditedSessionTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms")); }
    void TearDown() override { host->open(); }

    void setEdited()
    {
        session.setEdited("alan-caches-requests", {{"buggy", {}, session.lesson().findFile("fixed.cpp")->text, host}});
        EXPECT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    }
    std::vector<std::string> shown() { return session.scenario().variants; }

    Session session{test::builtInCatalogue()};
    std::shared_ptr<GatedHost> host = std::make_shared<GatedHost>(*test::builtInCatalogue().find("alan-caches-requests"), "fixed");
};

TEST_F(EditedSessionTest, WhatSomebodyMadeStandsBehindWhatItWasMadeOf)
{
    QSignalSpy lessons(&session, &Session::lessonChanged);
    QSignalSpy variants(&session, &Session::variantsChanged);
    setEdited();
    EXPECT_EQ(shown(), (std::vector<std::string>{"buggy", "my-buggy", "fixed"}));
    EXPECT_EQ(session.lesson().findVariant("my-buggy")->title, "My version");
    EXPECT_EQ(variants.size(), 1);
    EXPECT_EQ(lessons.size(), 0) << "the story stays where it is";
    EXPECT_EQ(session.scenarioString(), "awaitscope:alan-caches-requests?timeout=250ms") << "others can open the link";
}

TEST_F(EditedSessionTest, IsShownInAScenePutTogetherOfOtherVariantsToo)
{
    session.setScene(0);
    ASSERT_EQ(shown(), std::vector<std::string>{"buggy"});
    session.setEdited("alan-caches-requests", {{"buggy", {}, session.lesson().findFile("fixed.cpp")->text, host}}, "buggy");
    EXPECT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    EXPECT_EQ(shown(), (std::vector<std::string>{"buggy", "my-buggy"}));
    EXPECT_EQ(session.scenarioString(), "awaitscope:alan-caches-requests?variants=buggy") << "others can open the link";
    session.setScene(1);
    EXPECT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    EXPECT_EQ(shown(), (std::vector<std::string>{"buggy", "my-buggy"}));
}

TEST_F(EditedSessionTest, GoesAgainWithNothingLeft)
{
    setEdited();
    session.setEdited("alan-caches-requests", {});
    EXPECT_EQ(shown(), (std::vector<std::string>{"buggy", "fixed"}));
    EXPECT_FALSE(session.lesson().findVariant("my-buggy"));
}

TEST_F(EditedSessionTest, ALinkThatNamesVariantsShowsThose)
{
    setEdited();
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?variants=fixed"));
    EXPECT_EQ(shown(), std::vector<std::string>{"fixed"});
    ASSERT_TRUE(session.apply("awaitscope:?variants=my-buggy") || test::waitFor([&] { return !session.isRunning(); }));
    EXPECT_EQ(shown(), std::vector<std::string>{"my-buggy"});
}

TEST_F(EditedSessionTest, UndoDoesNotStumbleOverWhatIsGone)
{
    History history{session};
    setEdited();
    session.setTimeout(VirtualDuration{100'000});
    session.setEdited("alan-caches-requests", {});
    history.undo();
    history.undo();
    EXPECT_EQ(shown(), (std::vector<std::string>{"buggy", "fixed"}));
}

TEST_F(EditedSessionTest, AnotherLanguageKeepsItAndItsTitleIsInThatLanguage)
{
    setEdited();
    session.language().choose("de");
    EXPECT_TRUE(test::waitFor([&] { return !session.isRunning() && session.lesson().language == "de"; }));
    ASSERT_TRUE(session.lesson().findVariant("my-buggy"));
    EXPECT_EQ(session.lesson().findVariant("my-buggy")->title, "Meine Fassung");
    session.language().choose("en");
}

TEST_F(EditedSessionTest, ARunThatTakesLongLeavesWhatIsShownAndComesLater)
{
    setEdited();
    host->close();
    QSignalSpy running(&session, &Session::runningChanged);
    session.setTimeout(VirtualDuration{100'000});
    EXPECT_TRUE(session.isRunning());
    EXPECT_EQ(session.run().timeout, VirtualDuration{250'000});
    session.setTimeout(VirtualDuration{120'000}); // the last one counts
    host->open();
    EXPECT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    EXPECT_EQ(session.run().timeout, VirtualDuration{120'000});
    EXPECT_EQ(running.size(), 2);
}

TEST_F(EditedSessionTest, WhatIsShownMeanwhileCounts)
{
    setEdited();
    host->close();
    session.setTimeout(VirtualDuration{100'000});
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?variants=buggy,fixed&timeout=33ms"))
        << "which takes no process";
    host->open();
    QTest::qWait(100);
    EXPECT_EQ(session.run().timeout, VirtualDuration{33'000});
    EXPECT_FALSE(session.isRunning());
}

TEST_F(EditedSessionTest, QuestionsAreJudgedWithoutIt)
{
    setEdited();
    host->close(); // nobody may ask it on the GUI thread
    for (const Predict* const predict : Predictions::questionsOf(session.lesson())) {
        if (predict->kind == PredictKind::lines) {
            EXPECT_FALSE(session.predictions().linesOf(session.lesson(), *predict).empty());
        }
    }
}

} // namespace awaitscope
