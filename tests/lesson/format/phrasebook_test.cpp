// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/phrasebook.hpp"
#include "lesson/format/telling.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(Phrasebook, SaysAPhraseAndWhatStandsInItsPlaces)
{
    Phrasebook words;
    EXPECT_EQ(words.add("lost", "verloren"), "");
    EXPECT_EQ(words.add("{1} came at {2}.", "Nach {2} kam {1}."), "");
    EXPECT_EQ(words.find("lost"), "verloren");
    EXPECT_EQ(words.find("v2 came at 200 ms."), "Nach 200 ms kam v2.");
    EXPECT_EQ(words.find("v2 came at 200 ms"), std::nullopt);
    EXPECT_EQ(words.find(" came at 200 ms."), std::nullopt) << "no place is empty";
    EXPECT_EQ(words.find("v2 came at ."), std::nullopt);
    EXPECT_EQ(words.say("found"), "found");
}

TEST(Phrasebook, PrefersThePlainPhraseAndThenTheFirst)
{
    Phrasebook words;
    words.add("gets {1}, old", "bekommt {1}, alt");
    words.add("gets {1}", "bekommt {1}");
    words.add("gets nothing", "geht leer aus");
    EXPECT_EQ(words.say("gets nothing"), "geht leer aus");
    EXPECT_EQ(words.say("gets v1, old"), "bekommt v1, alt");
    EXPECT_EQ(words.say("gets v2"), "bekommt v2");
}

TEST(Phrasebook, SaysWhatStandsInPlacesToo)
{
    Phrasebook words;
    words.add("There is no {1}. Allowed: {2}.", "Es gibt kein {1}. Erlaubt: {2}.");
    words.add("scenario: {1}", "Szenario: {1}");
    words.add("{1} or {2}", "{1} oder {2}");
    EXPECT_EQ(words.find("scenario: There is no x. Allowed: a, b or c.", words),
              "Szenario: Es gibt kein x. Erlaubt: a, b oder c.");
    EXPECT_EQ(words.find("There is no x. Allowed: a or b."), "Es gibt kein x. Erlaubt: a or b.") << "unless asked";
}

TEST(Phrasebook, RefusesWhatCannotBeSaid)
{
    Phrasebook words;
    EXPECT_NE(words.add("lost", " ").find("has no translation"), std::string::npos);
    EXPECT_NE(words.add("gets {1}", "bekommt").find("other places"), std::string::npos);
    EXPECT_NE(words.add("{1}", "{1} auch").find("no words of its own"), std::string::npos);
    EXPECT_EQ(words.add("lost", "verloren"), "");
    EXPECT_NE(words.add("lost", "weg").find("comes twice"), std::string::npos);
}

TEST(Phrasebook, ReadsAFileAndNamesTheLinesThatAreWrong)
{
    std::vector<Diagnostic> errors;
    const Phrasebook words =
        readPhrasebook("\"lost\" = \"verloren\"\n\"kept\" = 7\n\"gets {1}\" = \"\"\n", "words.de.toml", errors);
    EXPECT_EQ(words.say("lost"), "verloren");
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0].toText(), "words.de.toml:2: The phrase \"kept\" needs a text in quotes after its =.");
    EXPECT_EQ(errors[1].line, 3);
}

TEST(Telling, IsNamedByItsFiles)
{
    EXPECT_EQ(tellingOf("story.de.md"), "de");
    EXPECT_EQ(tellingOf("words.fr.toml"), "fr");
    for (const char* const other : {"story.md", "words.toml", "story.DE.md", "story.deu.md", "story.de.toml", "demo.md"})
        EXPECT_EQ(tellingOf(other), "") << other;
}

} // namespace
} // namespace awaitscope
