// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/task_words.hpp"

#include "lesson/format/scenario.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"
#include "present/time/times.hpp"
#include "present/time/typed_timeout.hpp"
#include "present/words/world_words.hpp"

namespace awaitscope {

namespace {

/// "When the timeout fires at 250 ms, under Asio cancel"
QString whenOf(const Scenario& scenario, const Lesson& lesson)
{
    QString when;
    if (const auto* const at = std::get_if<VirtualDuration>(&scenario.timeout))
        when = TasksTr::tr("When the timeout fires at %1").arg(readableTime(*at));
    else if (const auto* const await = std::get_if<AtAwait>(&scenario.timeout))
        when = await->window == AwaitWindow::completed ? TasksTr::tr("When the timeout fires at await %1, which has completed and has not been resumed").arg(await->number)
                                                       : TasksTr::tr("When the timeout fires at await %1").arg(await->number);
    else
        when = TasksTr::tr("Without a timeout");
    // What is on the screen may have others.
    for (const ParameterSpec& parameter : lesson.parameters) {
        const auto value = scenario.parameters.find(parameter.name);
        if (value != scenario.parameters.end() && value->second != parameter.defaultValue)
            when = TasksTr::tr("%1 and %2 is %3").arg(when, qt(parameter.name), readableTime(value->second));
    }
    return lesson.models.size() > 1 && !std::holds_alternative<NoTimeout>(scenario.timeout) ? TasksTr::tr("%1 (%2)").arg(when, meaningOf(scenario)) : when;
}

/// "the client gets v2", "collect gets A", "bob gets BOB", in the lesson's words.
QString recipientInWords(const FixWords& said, const Lesson& lesson)
{
    const QString client = inWords(said.client, lesson);
    if (said.client.empty() || said.recipient.empty())
        return client;
    return said.recipient == theClient ? TasksTr::tr("the client %1").arg(client) : inWords(said.recipient, lesson) + ' ' + client;
}

/// What became of caller and client, each in the lesson's words.
QString outcomeInWords(const FixWords& said, const Lesson& lesson)
{
    const QString what = inWords(said.what, lesson);
    const QString client = recipientInWords(said, lesson);
    return said.what.empty() || said.client.empty() ? what + client : TasksTr::tr("%1; %2").arg(what, client);
}

QString timesOf(const std::string& count)
{
    return count == "1" ? TasksTr::tr("once") : TasksTr::tr("%1 times").arg(qt(count));
}

QString what(const FixFinding& finding, const Lesson& lesson)
{
    const QString subject = inWords(finding.subject, lesson); // an effect's or a lane's stands as code
    const QString found = inMarkdown(outcomeInWords(finding.found, lesson));
    const QString expected = inMarkdown(outcomeInWords(finding.expected, lesson));
    switch (finding.fault) {
    case FixFault::violates:
        return TasksTr::tr("“%1” is not kept. %2").arg(inMarkdown(subject), found);
    case FixFault::crashes:
        return TasksTr::tr("it does not run to an end: %1").arg(found);
    case FixFault::stays:
        return TasksTr::tr("it does not come to its end: %1").arg(found);
    case FixFault::avoids:
        return TasksTr::tr("there is nothing to keep where there should be. “%1” %2").arg(inMarkdown(subject), found);
    case FixFault::answers:
        return expected.isEmpty() ? TasksTr::tr("the answer is what no version gives: %1.").arg(found)
                                  : TasksTr::tr("%1. Expected: %2.").arg(found, expected);
    case FixFault::effects:
        return TasksTr::tr("its effects are: %1. Expected: %2.").arg(found, expected);
    case FixFault::early:
        return TasksTr::tr("`%1` happens at %2, before there is anything to do it with: not before %3.").arg(subject, found, expected);
    case FixFault::late:
        return subject.isEmpty() ? TasksTr::tr("the caller still waits, until %1. Expected: until %2.").arg(found.isEmpty() ? TasksTr::tr("the end") : found, expected)
                                 : TasksTr::tr("`%1` happens at %2, later than it need be: by %3.").arg(subject, found, expected);
    case FixFault::idle:
        return TasksTr::tr("`%1` works %2. Expected: %3.").arg(subject, timesOf(finding.found.what), timesOf(finding.expected.what));
    case FixFault::invents:
        return TasksTr::tr("when something else comes from outside, it goes on with a value of its own: %1. Expected: %2.").arg(found, expected);
    case FixFault::remembers:
        return TasksTr::tr("run again with nothing changed it does something else, from %1 on. Something static keeps what an earlier run did.").arg(found);
    }
    return {};
}

} // namespace

QString findingWords(const FixFinding& finding, const Lesson& lesson)
{
    const Result<Scenario> scenario = parseScenario(finding.scenario, lesson, defaultScenario(lesson));
    return scenario ? TasksTr::tr("%1: %2").arg(whenOf(*scenario, lesson), what(finding, lesson)) : what(finding, lesson);
}

} // namespace awaitscope
