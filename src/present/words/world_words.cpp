// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/world_words.hpp"

#include <QCoreApplication>

namespace awaitscope {

namespace {

/// What src/core/world and src/core/race say on their lanes. The places are those of a Phrasebook.
constexpr const char* worldPhrases[] = {
    QT_TRANSLATE_NOOP("World", "not ready"),
    QT_TRANSLATE_NOOP("World", "working"),
    QT_TRANSLATE_NOOP("World", "waits for the first of two"),
    QT_TRANSLATE_NOOP("World", "the work wins"),
    QT_TRANSLATE_NOOP("World", "the timeout wins"),
    QT_TRANSLATE_NOOP("World", "{1}, expired"),
    QT_TRANSLATE_NOOP("World", "{1} comes too late: already answered"),
    QT_TRANSLATE_NOOP("World", "gets {1}"),
    QT_TRANSLATE_NOOP("World", "gets nothing"),
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
