// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// How a variant is called where its run is shown: by the scene, or else by the manifest.
QString titleOf(const Lesson& lesson, const VariantRun& run);

/// "Caller"; and whose run its lanes and lines show, where those of the versions end in other ways: they are the first one's. Not while
/// how they end is covered.
QString callerTitleOf(const Lesson& lesson, const ScenarioRun& run, bool isCovered);

/// "Its price: …": what a fix costs. Empty for all others.
QString priceOf(const Lesson& lesson, const std::string& variant);

/// One moment of a scenario's runs, told.
struct Step
{
    VirtualTime at;
    QString sentence;
    bool isOfProgram = true; ///< false: only the world around it goes on
};

/// What this run does at exactly `at`, the most important first: whole sentences, at most three, none if nothing happens.
/// Everything in them is from the trace; how cancelling is told follows the trace's model.
QStringList sentencesAt(const Trace& trace, VirtualTime at);

/// The same for all variants of a scenario: what they share is said once, what differs with the variant's title before it.
/// Empty if nothing happens in any of them.
QString sentenceAt(const Lesson& lesson, const ScenarioRun& run, VirtualTime at);

/// Every moment at which something happens in any variant, ascending.
std::vector<VirtualTime> momentsOf(const ScenarioRun& run);

/// All moments with their sentences, ascending.
std::vector<Step> stepsOf(const Lesson& lesson, const ScenarioRun& run);

/// The step one is in at `at`: the last one not after it. Null before the first.
const Step* stepAt(const std::vector<Step>& steps, VirtualTime at);

/// The last thing that the program did, whatever the world did after it; null if there is no step.
const Step* lastStepOfProgram(const std::vector<Step>& steps);

/// "2 channel.send", or the name alone for an await without a number. Of many operands the first and the last: withFewOperands().
QString nameOf(const TraceAwait& await);

/// "first && … && last" of an expression of more than three operands; any other name as it is.
QString withFewOperands(const QString& name);

/// "stores user/42 → v2": an effect's verb and object.
QString deedOf(const TraceEffect& effect);

/// ", 50 ms after the race was over", or empty for an effect that came in time.
QString latenessOf(const Trace& trace, VirtualTime at);

} // namespace awaitscope
