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

/// "the client gets v2", "collect gets A", "bob gets BOB" (whoGetsWhat()), in the lesson's words.
QString recipientInWords(const std::string& said, const Lesson& lesson)
{
    const std::string client = std::string{theClient} + ' ';
    if (said.starts_with(client))
        return TasksTr::tr("the client %1").arg(inWords(said.substr(client.size()), lesson));
    // A whole phrase of the lesson; or what is said of a name is one.
    const std::size_t name = said.find(' ');
    const QString told = inWords(said, lesson);
    return told == qt(said) && name != std::string::npos ? qt(said.substr(0, name + 1)) + inWords(said.substr(name + 1), lesson) : told;
}

/// What became of caller and client (outcomeOf()), each in the lesson's words.
QString outcomeInWords(const std::string& said, const Lesson& lesson)
{
    constexpr std::string_view between = "; ";
    const std::size_t at = said.find(between);
    if (at == std::string::npos)
        return inWords(said, lesson);
    return TasksTr::tr("%1; %2").arg(inWords(said.substr(0, at), lesson), recipientInWords(said.substr(at + between.size()), lesson));
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
        return expected.isEmpty() ? TasksTr::tr("the answer is what no version gives: %1.").arg(inMarkdown(recipientInWords(finding.found, lesson)))
                                  : TasksTr::tr("%1. Expected: %2.").arg(found, expected);
    case FixFault::effects:
        return TasksTr::tr("its effects are: %1. Expected: %2.").arg(found, expected);
    case FixFault::early:
        return TasksTr::tr("`%1` happens at %2, before there is anything to do it with: not before %3.").arg(subject, found, expected);
    case FixFault::late:
        return subject.isEmpty() ? TasksTr::tr("the caller still waits, until %1. Expected: until %2.").arg(found.isEmpty() ? TasksTr::tr("the end") : found, expected)
                                 : TasksTr::tr("`%1` happens at %2, later than it need be: by %3.").arg(subject, found, expected);
    case FixFault::idle:
        return TasksTr::tr("`%1` works %2. Expected: %3.").arg(subject, timesOf(finding.found), timesOf(finding.expected));
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
