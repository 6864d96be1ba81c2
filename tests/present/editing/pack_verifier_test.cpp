// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/pack_verifier.hpp"

#include "present/editing/lesson_packs.hpp"
#include "present/session/session.hpp"
#include "present/support/pack_folder.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

namespace awaitscope {

namespace {

class PackVerifierTest : public testing::Test
{
protected:
    PackVerifierTest()
    {
        packs.setAsker([this](const PackQuestion&) {
            ++asked;
            return isAllowed;
        });
    }

    void verify()
    {
        verifier.start(lesson.path());
        EXPECT_TRUE(test::waitFor([this] { return !verifier.isAtWork(); }));
    }

    test::PackFolder lesson{"ship-it"};
    Session session{test::builtInCatalogue()};
    LessonPacks packs{session, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), nullptr};
    PackVerifier verifier{packs};
    bool isAllowed = true;
    int asked = 0;
};

} // namespace

TEST_F(PackVerifierTest, ALessonThatKeepsItsPromisesHasNoFindings)
{
    EXPECT_EQ(verifier.words(), "") << "it was not verified";
    verify();
    EXPECT_TRUE(verifier.holds());
    EXPECT_TRUE(verifier.words().startsWith("✓ “Ship it” keeps its promises. Variants: 2, ")) << verifier.words().toStdString();
    EXPECT_EQ(verifier.findings().size(), 0U);
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(session.lesson().slug, "alan-caches-requests") << "it is verified and not opened";
}

TEST_F(PackVerifierTest, WhatDoesNotHoldIsToldWithItsFile)
{
    lesson.write("fixed.cpp", lesson.read("buggy.cpp"));
    verify();
    EXPECT_FALSE(verifier.holds());
    EXPECT_TRUE(verifier.words().startsWith("“Ship it” does not hold yet.")) << verifier.words().toStdString();
    ASSERT_GT(verifier.findings().size(), 0U);
    for (const PackFinding& finding : verifier.findings()) {
        EXPECT_FALSE(finding.file.contains('/')) << finding.file.toStdString() << ": by its name in the folder";
        EXPECT_TRUE(finding.toText().startsWith(finding.file)) << finding.toText().toStdString();
        EXPECT_EQ(finding.path, lesson.path() + '/' + finding.file);
    }
}

TEST_F(PackVerifierTest, MistakesInItsFilesAreListedEachWithItsLineAndNothingIsRun)
{
    lesson.replace("lesson.toml", "order = 100", "order = 1.5");
    lesson.replace("lesson.toml", "kind = \"fixed\"", "kind = \"mended\"");
    verifier.start(lesson.path());
    EXPECT_FALSE(verifier.isAtWork());
    EXPECT_EQ(asked, 0);
    EXPECT_TRUE(verifier.words().contains("cannot be opened as it is")) << verifier.words().toStdString();
    ASSERT_GE(verifier.findings().size(), 2U);
    EXPECT_TRUE(verifier.findings()[0].toText().startsWith("lesson.toml:3: ")) << verifier.findings()[0].toText().toStdString();
}

TEST_F(PackVerifierTest, CodeThatDoesNotCompileIsToldWithItsLine)
{
    lesson.write("fixed.cpp", lesson.read("fixed.cpp") + "\nint broken = nothing;\n");
    verify();
    ASSERT_GE(verifier.findings().size(), 1U);
    const PackFinding& first = verifier.findings().front();
    EXPECT_EQ(first.file, "fixed.cpp");
    EXPECT_EQ(first.line, lesson.read("fixed.cpp").count('\n')) << first.message.toStdString();
}

TEST_F(PackVerifierTest, NothingIsCompiledThatSomebodyDoesNotAllow)
{
    isAllowed = false;
    verifier.start(lesson.path());
    EXPECT_FALSE(verifier.isAtWork());
    EXPECT_EQ(verifier.words(), "Nothing was compiled.");
    EXPECT_FALSE(verifier.holds());
}

TEST_F(PackVerifierTest, CanBeStoppedAndSaysNothingThen)
{
    verifier.start(lesson.path());
    verifier.stop();
    EXPECT_TRUE(test::waitFor([this] { return !verifier.isAtWork(); }));
    EXPECT_EQ(verifier.words(), "Stopped.");
    EXPECT_EQ(verifier.findings().size(), 0U);
}

} // namespace awaitscope
