// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/progress_file.hpp"
#include "present/files/scenario_document.hpp"
#include "present/scope/verdict_text.hpp"
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/words/language.hpp"
#include "present/words/sentences.hpp"
#include "support/builtin_catalogue.hpp"
#include "workbench/compile/traps.hpp"
#include "workbench/host/fault_text.hpp"

#include <gtest/gtest.h>

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <set>

namespace awaitscope {

namespace {

struct Entry
{
    QString context;
    QString source;
    QString translation;
    bool isFinished = true;
};

std::vector<Entry> entriesOf(const QString& path)
{
    std::vector<Entry> entries;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString context;
    Entry entry;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            entry = {context, xml.readElementText(), {}};
        else if (xml.name() == QLatin1String("translation")) {
            entry.isFinished = xml.attributes().value("type").isEmpty();
            entry.translation = xml.readElementText();
            entries.push_back(entry);
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return entries;
}

std::multiset<QString> placesOf(const QString& text)
{
    static const QRegularExpression form{QStringLiteral("%L?\\d|\\{\\d\\}")};
    std::multiset<QString> places;
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        places.insert(matches.next().captured());
    return places;
}

QString edgesOf(const QString& text)
{
    const QString inner = text.trimmed();
    const qsizetype at = text.indexOf(inner);
    return text.left(at) + '|' + text.mid(at + inner.size());
}

class LanguageTest : public testing::Test
{
protected:
    Session session{test::builtInCatalogue()};
};

} // namespace

TEST_F(LanguageTest, IsTheFirstOneOfTheSystemThatIsSpoken)
{
    EXPECT_EQ(languageAmong({"de-AT", "en-GB"}), "de");
    EXPECT_EQ(languageAmong({"fr-FR", "de_DE"}), "de");
    EXPECT_EQ(languageAmong({"en-US", "de-DE"}), "en");
    EXPECT_EQ(languageAmong({"fr-FR", "C"}), "en");
    EXPECT_EQ(languageAmong({}), "en");
    EXPECT_EQ(readLanguageChoice("system"), "");
    EXPECT_EQ(readLanguageChoice("de"), "de");
    EXPECT_EQ(readLanguageChoice("DE"), std::nullopt);
    EXPECT_EQ(readLanguageChoice(""), std::nullopt);
}

TEST_F(LanguageTest, ReachesLessonRunsSentencesAndNumbers)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=200001us"));
    QSignalSpy lessons{&session, &Session::lessonChanged};
    QSignalSpy scenes{&session, &Session::sceneChanged};
    const Scenario before = session.scenario();
    session.language().choose("de");
    EXPECT_EQ(session.lesson().title, "Alan merkt sich Antworten");
    EXPECT_EQ(session.lesson().parameters.front().title, "Der Downstream braucht");
    EXPECT_EQ(session.scenario(), before) << "what is shown stays";
    EXPECT_GT(lessons.size(), 0);
    EXPECT_GT(scenes.size(), 0);
    const Trace& trace = *session.run().variants.front().trace;
    EXPECT_EQ(trace.callerOutcome, "der Timeout gewinnt: Antwort aus dem Cache");
    EXPECT_EQ(trace.clientOutcome, "bekommt v1, drei Wochen alt");
    EXPECT_EQ(verdictTextOf(trace, true).main, "cache.set lief nie");
    EXPECT_EQ(sentencesAt(trace, *trace.firedAt).front(), "Der Timeout gewinnt.");
    bool saysWhen = false;
    for (const Step& step : stepsOf(session.lesson(), session.run()))
        saysWhen = saysWhen || step.sentence.contains("get_response wirft operation_aborted");
    EXPECT_TRUE(saysWhen);
    session.language().choose("en");
    EXPECT_EQ(session.lesson().title, "Alan caches requests");
    EXPECT_EQ(session.run().variants.front().trace->clientOutcome, "gets v1, three weeks old");
}

TEST_F(LanguageTest, LeavesNothingOfTheWorldInEnglish)
{
    const auto wordsOfTheWorld = [this] {
        std::set<std::string> words;
        for (const VariantRun& variant : session.run().variants) {
            for (const TraceSpan& span : variant.trace->spans)
                words.insert(span.text);
            for (const TraceValue& value : variant.trace->values)
                words.insert(value.text);
        }
        return words;
    };
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        for (int timeout = 0; timeout <= 400; timeout += 50) {
            session.language().choose("en");
            session.setModel(model);
            session.setTimeout(VirtualDuration{std::chrono::milliseconds{timeout}});
            const std::set<std::string> first = wordsOfTheWorld();
            session.language().choose("de");
            for (const std::string& words : wordsOfTheWorld()) {
                const bool isName = words == "user/42 → v1" || words == "user/42 → v2" || words.ends_with(" ms") || words.empty();
                EXPECT_TRUE(isName || !first.contains(words)) << words;
            }
        }
    }
}

TEST_F(LanguageTest, KeepsWhatCanBeUndoneAndWhatWasAnswered)
{
    History history{session};
    session.setScene(3);
    const Predict& predict = *session.openQuestion();
    session.answer(predict, predict.right);
    session.setTimeout(VirtualDuration{std::chrono::milliseconds{250}});
    const Progress kept = session.predictions().progress();
    EXPECT_FALSE(kept.lessons.empty());
    session.language().choose("de");
    EXPECT_EQ(history.undoWords(), "Timeout");
    EXPECT_EQ(session.predictions().progress(), kept);
    EXPECT_TRUE(session.openQuestion() == nullptr || session.openQuestion()->id != predict.id);
    history.undo();
    history.undo();
    EXPECT_EQ(session.lesson().language, "de") << "undone is what was done, not how it is said";
}

TEST_F(LanguageTest, TellsWhatIsWrongWithAScenarioAFileAndProgress)
{
    session.language().choose("de");
    QSignalSpy failures{&session, &Session::failed};
    const auto expectGerman = [](const QString& told, const QString& about) {
        EXPECT_FALSE(told.isEmpty()) << about.toStdString();
        for (const char* const english : {"Allowed", "There", "The ", "cannot", " or ", " and ", "such as", "whole", "each", "lies past"})
            EXPECT_FALSE(told.contains(QLatin1String(english))) << told.toStdString();
    };
    const QString lesson = "awaitscope:alan-caches-requests";
    for (const QString& text :
         {QStringLiteral("x y"), lesson + "?a", lesson + "?timeout=%", lesson + "?timeout=%ff", lesson + "?pink=1",
          lesson + "?timeout=1ms&timeout=2ms", lesson + "?timeout=1ms&await=1", QStringLiteral("awaitscope:nobody"),
          lesson + "?time=9s", lesson + "?await=9", lesson + "?await=x", lesson + "?timeout=", lesson + "?timeout=soon",
          lesson + "?model=pink", lesson + "?variants=pink", lesson + "?variants=buggy,buggy", lesson + "?time=x",
          lesson + "?downstream=9s", QString(5000, 'x')}) {
        failures.clear();
        EXPECT_FALSE(session.apply(text)) << text.toStdString();
        ASSERT_EQ(failures.size(), 1) << text.toStdString();
        expectGerman(failures.front().front().toString(), text);
    }
    QTemporaryDir folder;
    ScenarioDocument document{session};
    const QString path = folder.filePath("bad.awaitscope");
    const QByteArray head = R"({"format": "awaitscope-scenario", "version": )";
    for (const QByteArray& content :
         {QByteArray(), QByteArray("{}"), QByteArray("\xff"), QByteArray("{\"a\": 1, \"a\": 2}"), QByteArray(100, '['),
          QByteArray("a\x01"), head + "1}", head + "9, \"scenario\": \"\"}", head + "1, \"scenario\": 7}",
          head + "1, \"scenario\": \"awaitscope:nobody\"}", head + "1, \"scenario\": \"awaitscope:\"}",
          head + "1, \"scenario\": \"awaitscope:alan-caches-requests?timeout=x\"}",
          head + "1, \"scenario\": \"awaitscope:alan-caches-requests\", \"edits\": [1]}",
          head + "1, \"scenario\": \"awaitscope:alan-caches-requests\", \"edits\": 1}",
          head + "1, \"scenario\": \"awaitscope:alan-caches-requests\", \"pink\": 1}"}) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        expectGerman(document.open(path), QString::fromUtf8(content));
        if (const QString told = document.save(path); !told.isEmpty())
            expectGerman(told, "over " + QString::fromUtf8(content));
        expectGerman(importProgress(path).problem, "progress from " + QString::fromUtf8(content));
    }
    expectGerman(document.open(folder.path()), "a folder");
}

TEST_F(LanguageTest, TellsWhatChangedCodeDoesWhenItRuns)
{
    std::vector<Diagnostic> told;
    for (const char* const kind : {"signal", "cpu", "wall", "memory", "flood", "exit", "exception", "shutdown", "other"}) {
        FaultReport report;
        report.kind = kind;
        for (const char* const text : {"", "no such luck"}) {
            report.text = text;
            told.push_back(faultOf(report, {}, CodePlace{"my-buggy.cpp", 12}));
        }
    }
    for (int signal = 1; signal < 32; ++signal) {
        WorkerEnd end;
        end.signal = signal;
        for (const char* const errors : {"", "x: Assertion `y' failed.\n"}) {
            end.errors = errors;
            told.push_back(faultOf({}, end, {}));
        }
    }
    std::vector<WorkerEnd> ends(5);
    ends[0].isRunning = true;
    ends[1].wasKilled = true;
    ends[2].wasFlooded = true;
    ends[3].status = 71;
    ends[4].status = 3;
    for (const WorkerEnd& end : ends)
        told.push_back(faultOf({}, end, {}));
    for (const char* const found : {"heap-use-after-free", "heap-buffer-overflow", "stack-use-after-return", "stack-use-after-scope",
                                    "stack-buffer-overflow", "stack-overflow", "global-buffer-overflow", "attempting double-free",
                                    "alloc-dealloc-mismatch", "SEGV", "something new"})
        told.push_back(*readSanitizer(std::string{"ERROR: AddressSanitizer: "} + found + " on address 0x1\n", "my.cpp"));
    told.push_back(*readSanitizer("my.cpp:3:1: runtime error: division by zero\n", "my.cpp"));
    for (const CompilerMessage& trap : findTraps("awaitable<void> f(string& s)\n{\n  co_await g(a ? b : c);\n"
                                                 "  x ? co_await a() : b();\n  y = Z{co_await a()};\n  if (co_await a()) b();\n"
                                                 "  h([&] -> awaitable<void> { co_return; });\n}\n")) {
        told.push_back({trap.text, {}, 0});
        told.push_back({trap.explanation, {}, 0});
    }
    EXPECT_GT(told.size(), 90U);
    session.language().choose("de");
    for (const Diagnostic& diagnostic : told) {
        const QString german = diagnosticText(diagnostic);
        EXPECT_NE(german.toStdString(), diagnostic.toText());
        EXPECT_FALSE(german.contains(" the ") || german.contains("It ")) << german.toStdString();
    }
    session.language().choose("en");
}

TEST_F(LanguageTest, PutsItsSeparatorIntoTimesAndTakesItAway)
{
    session.language().choose("de");
    EXPECT_EQ(QLocale().decimalPoint(), ",");
    session.language().choose("en");
    EXPECT_EQ(QLocale().decimalPoint(), ".");
}

TEST(Translations, AreFinishedAndFillTheSamePlaces)
{
    const std::vector<Entry> entries = entriesOf(AWAITSCOPE_SOURCE_DIR "/resources/languages/awaitscope_de.ts");
    EXPECT_GT(entries.size(), 500U);
    for (const Entry& entry : entries) {
        const std::string where = (entry.context + ": " + entry.source).toStdString();
        EXPECT_TRUE(entry.isFinished && !entry.translation.isEmpty()) << where << " is not translated";
        EXPECT_EQ(placesOf(entry.source), placesOf(entry.translation)) << where;
        EXPECT_EQ(edgesOf(entry.source), edgesOf(entry.translation)) << where << ": other spaces at the ends";
    }
}

} // namespace awaitscope
