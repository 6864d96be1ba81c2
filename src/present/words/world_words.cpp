// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/world_words.hpp"

#include "present/text/qt_text.hpp"

#include <QCoreApplication>

namespace awaitscope {

namespace {

/// What src/core/world and src/core/race say on their lanes. The places are those of a Phrasebook.
constexpr const char* worldPhrases[] = {
    QT_TRANSLATE_NOOP("World", "not ready"),
    QT_TRANSLATE_NOOP("World", "working"),
    QT_TRANSLATE_NOOP("World", "waits for the first of two"),
    QT_TRANSLATE_NOOP("World", "waits for the work, which the timeout stops"),
    QT_TRANSLATE_NOOP("World", "the work wins"),
    QT_TRANSLATE_NOOP("World", "the timeout wins"),
    QT_TRANSLATE_NOOP("World", "{1}, expired"),
    QT_TRANSLATE_NOOP("World", "{1} comes too late: already answered"),
    QT_TRANSLATE_NOOP("World", "gets {1}"),
    QT_TRANSLATE_NOOP("World", "gets nothing"),
    // its parts
    QT_TRANSLATE_NOOP("World", "held"),
    QT_TRANSLATE_NOOP("World", "set"),
    QT_TRANSLATE_NOOP("World", "running"),
    QT_TRANSLATE_NOOP("World", "ended"),
    QT_TRANSLATE_NOOP("World", "aborted"),
    QT_TRANSLATE_NOOP("World", "failed"),
    QT_TRANSLATE_NOOP("World", "failed: {1}"),
    QT_TRANSLATE_NOOP("World", "{1} free"),
    QT_TRANSLATE_NOOP("World", "{1} of {2} in use"),
    QT_TRANSLATE_NOOP("World", "empty"),
    QT_TRANSLATE_NOOP("World", "empty; closed"),
    QT_TRANSLATE_NOOP("World", "{1}; closed"),
    QT_TRANSLATE_NOOP("World", "{1} reserved"),
    QT_TRANSLATE_NOOP("World", "on the way"),
    QT_TRANSLATE_NOOP("World", "nothing to read"),
    QT_TRANSLATE_NOOP("World", "end"),
    QT_TRANSLATE_NOOP("World", "closed"),
};

/// The lesson's words come first, then the world's.
Phrasebook wordsFor(const Lesson& lesson)
{
    Phrasebook words = lesson.words;
    for (const char* const phrase : worldPhrases) {
        const std::string said = QCoreApplication::translate("World", phrase).toStdString();
        if (said != phrase)
            words.add(phrase, said); // the lesson may have said it in its own way
    }
    return words;
}

} // namespace

QString inWords(const std::string& said, const Lesson& lesson) { return qt(wordsFor(lesson).say(said)); }

void retell(ScenarioRun& run, const Lesson& lesson)
{
    const Phrasebook words = wordsFor(lesson);
    if (words.isEmpty())
        return;
    for (VariantRun& variant : run.variants) {
        for (std::shared_ptr<const Trace>* const trace : {&variant.trace, &variant.withoutTimeout})
            *trace = std::make_shared<const Trace>(retold(**trace, words));
    }
}

} // namespace awaitscope
