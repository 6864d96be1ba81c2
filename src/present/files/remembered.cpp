// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/remembered.hpp"

#include "lesson/files/retelling.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "present/editing/edits.hpp"
#include "present/session/session.hpp"
#include "present/words/language.hpp"

#include <QSettings>

#include <algorithm>

namespace awaitscope {

namespace {

/// QVariant takes every text but a few for true; a damaged file must not.
bool readBool(const QSettings& settings, const QString& key, bool otherwise)
{
    const QString text = settings.value(key).toString();
    if (text == QLatin1String("true"))
        return true;
    return text == QLatin1String("false") ? false : otherwise;
}

/// `otherwise` unless the file has a number from `least` to `most`.
double readNumber(const QSettings& settings, const QString& key, double least, double most, double otherwise)
{
    bool isNumber = false;
    const double number = settings.value(key).toDouble(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

} // namespace

Remembered readRemembered(const QSettings& settings)
{
    const Remembered none;
    Remembered result;
    result.geometry = settings.value("window/geometry").toByteArray();
    constexpr double widest = 10'000;
    result.columns.story = readNumber(settings, "window/story-width", leastColumns.story, widest, none.columns.story);
    result.columns.code = readNumber(settings, "window/code-width", leastColumns.code, widest, none.columns.code);
    result.story = readBool(settings, "window/story", none.story);
    result.code = readBool(settings, "window/code", none.code);
    result.steps = readBool(settings, "window/steps", none.steps);
    const QString tongue = settings.value("window/tongue").toString();
    result.tongue = findOtherRuntime(tongue.toStdString()) ? tongue : none.tongue;
    result.theme = readThemeChoice(settings.value("theme/choice").toString()).value_or(none.theme);
    result.scale = nearestTypeScale(readNumber(settings, "theme/scale", 0, 1'000, none.scale));
    if (const QString motion = settings.value("motion/less").toString(); !motion.isEmpty() && motion != "system")
        result.lessMotion = readBool(settings, "motion/less", false);
    result.language = readLanguageChoice(settings.value("language/choice").toString()).value_or(none.language);
    result.speed =
        readNumber(settings, "playback/speed", playbackSpeeds().front(), playbackSpeeds().back(), none.speed);
    result.loop = readBool(settings, "playback/loop", none.loop);
    result.lesson = settings.value("place/lesson").toString();
    result.folder = settings.value("place/folder").toString();
    result.scene = static_cast<int>(readNumber(settings, "place/scene", 0, 1'000, none.scene));
    result.scenario = settings.value("place/scenario").toString();
    result.own = settings.value("place/own").toStringList();
    result.runsAsTyped = readBool(settings, "code/run-as-typed", none.runsAsTyped);
    result.runsPagesAsTyped = readBool(settings, "code/run-pages-as-typed", none.runsPagesAsTyped);
    result.tour = readBool(settings, "help/tour", none.tour);
    return result;
}

void keep(const Remembered& remembered, QSettings& settings)
{
    settings.setValue("window/geometry", remembered.geometry);
    settings.setValue("window/story-width", remembered.columns.story);
    settings.setValue("window/code-width", remembered.columns.code);
    settings.setValue("window/story", remembered.story);
    settings.setValue("window/code", remembered.code);
    settings.setValue("window/steps", remembered.steps);
    settings.setValue("window/tongue", remembered.tongue);
    settings.setValue("theme/choice", nameOf(remembered.theme));
    settings.setValue("theme/scale", remembered.scale);
    settings.setValue("motion/less", !remembered.lessMotion ? QStringLiteral("system")
                                     : *remembered.lessMotion ? QStringLiteral("true")
                                                              : QStringLiteral("false"));
    settings.setValue("language/choice", remembered.language.isEmpty() ? QStringLiteral("system") : remembered.language);
    settings.setValue("playback/speed", remembered.speed);
    settings.setValue("playback/loop", remembered.loop);
    settings.setValue("place/lesson", remembered.lesson);
    settings.setValue("place/folder", remembered.folder);
    settings.setValue("place/scene", remembered.scene);
    settings.setValue("place/scenario", remembered.scenario);
    settings.setValue("place/own", remembered.own);
    settings.setValue("code/run-as-typed", remembered.runsAsTyped);
    settings.setValue("code/run-pages-as-typed", remembered.runsPagesAsTyped);
    settings.setValue("help/tour", remembered.tour);
}

void resume(const Remembered& remembered, Session& session)
{
    session.playback().setSpeed(remembered.speed);
    session.playback().setLooping(remembered.loop);
    const Lesson* const lesson = session.originalLesson(remembered.lesson.toStdString());
    if (!lesson)
        return;
    const auto scenes = static_cast<int>(lesson->story.scenes.size());
    const int scene = remembered.scene < scenes ? remembered.scene : 0;
    session.setLesson(remembered.lesson, scene);
    const Result<Scenario> scenario = parseScenario(remembered.scenario.toStdString(), *lesson, defaultScenario(*lesson));
    Scenario now = session.scenario();
    now.time.reset();
    // Anything that is wrong with it: the scene as its author has it.
    if (remembered.scenario.isEmpty() || !scenario || *scenario == now)
        return;
    if (session.restore(*scenario, scene))
        session.playback().toEnd();
}

void resume(const Remembered& remembered, Edits& edits)
{
    for (const QString& variant : remembered.own) {
        if (edits.find(variant.toStdString()))
            edits.run(variant.toStdString());
    }
}

void notePlace(Remembered& remembered, const Session& session)
{
    Scenario scenario = session.scenario();
    scenario.time.reset();
    remembered.own.clear();
    std::vector<std::string> others;
    for (const std::string& variant : scenario.variants) {
        if (isEdited(variant))
            remembered.own += QString::fromStdString(originalOf(variant));
        else
            others.push_back(variant);
    }
    if (others.empty()) { // one's own alone: beside what they were made of
        for (const QString& variant : remembered.own)
            others.push_back(variant.toStdString());
    }
    scenario.variants = others;
    remembered.lesson = QString::fromStdString(session.lesson().slug);
    remembered.folder = session.lesson().isSandbox ? QString() : QString::fromStdString(session.lesson().folder);
    remembered.scene = session.scene();
    remembered.scenario = QString::fromStdString(toText(scenario, *session.originalLesson(session.lesson().slug)));
}

} // namespace awaitscope
