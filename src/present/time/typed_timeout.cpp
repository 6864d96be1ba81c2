// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/typed_timeout.hpp"

#include "present/time/times.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"

#include <QRegularExpression>

namespace awaitscope {

namespace {

Diagnostic refusal(const QString& text)
{
    const QString message =
        TypedTimeoutTr::tr("“%1” is no timeout. Type milliseconds (250), a time (250 ms, 0.25 s, 200001 us), or none.")
            .arg(text);
    return {message.toStdString(), {}, 0};
}

} // namespace

Result<Timeout> readTypedTimeout(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0)
        return Timeout{NoTimeout{}};
    static const QRegularExpression form{QStringLiteral("^(\\d+)(?:[.,](\\d+))?\\s*(us|µs|ms|s)?$")};
    const QRegularExpressionMatch match = form.match(trimmed);
    if (!match.hasMatch())
        return refusal(trimmed);
    // Exact in decimal digits: the number with the unit's zeros is a whole number of microseconds or refused.
    const QString unit = match.captured(3);
    const int places = unit == QLatin1String("s") ? 6 : unit.isEmpty() || unit == QLatin1String("ms") ? 3 : 0;
    QString decimals = match.captured(2);
    while (decimals.endsWith('0'))
        decimals.chop(1);
    if (decimals.size() > places) {
        return Diagnostic{
            TypedTimeoutTr::tr("“%1” is finer than a microsecond. The finest timeout is 1 us.").arg(trimmed).toStdString(),
            {},
            0};
    }
    const QString digits = match.captured(1) + decimals.leftJustified(places, '0');
    const auto duration = tryParseDuration(digits.toStdString() + "us");
    if (!duration) {
        return Diagnostic{TypedTimeoutTr::tr("“%1” is too long. The longest timeout is %2.")
                              .arg(trimmed, readableTime(maxDuration))
                              .toStdString(),
                          {},
                          0};
    }
    return Timeout{*duration};
}

QString typedTimeoutOf(const std::optional<VirtualDuration>& timeout)
{
    return timeout ? readableTime(*timeout) : TypedTimeoutTr::tr("none");
}

Result<VirtualDuration> readTypedParameter(const QString& text, const ParameterSpec& spec)
{
    const QString title = QString::fromStdString(spec.title);
    const Result<Timeout> typed = readTypedTimeout(text);
    if (!typed || !std::holds_alternative<VirtualDuration>(*typed)) {
        return Diagnostic{TypedTimeoutTr::tr("“%1” is no time. %2: type milliseconds (250) or a time (250 ms, 0.25 s), %3.")
                              .arg(text.trimmed(), title, rangeOf(spec))
                              .toStdString(),
                          {},
                          0};
    }
    const VirtualDuration value = std::get<VirtualDuration>(*typed);
    if (value < spec.minimum || value > spec.maximum) {
        return Diagnostic{TypedTimeoutTr::tr("%1 is out of range. %2: %3.")
                              .arg(readableTime(value), title, rangeOf(spec))
                              .toStdString(),
                          {},
                          0};
    }
    return value;
}

VirtualDuration parameterOf(const Scenario& scenario, const ParameterSpec& spec)
{
    const auto found = scenario.parameters.find(spec.name);
    return found == scenario.parameters.end() ? spec.defaultValue : found->second;
}

QString readableParameter(const Scenario& scenario, const ParameterSpec& spec)
{
    return readableTime(parameterOf(scenario, spec));
}

QString rangeOf(const ParameterSpec& spec)
{
    return TypedTimeoutTr::tr("from %1 to %2")
        .arg(readableTime(spec.minimum),
             readableTime(spec.maximum));
}

QString wordFor(CancelModel model)
{
    switch (model) {
    case CancelModel::asio:
        return TypedTimeoutTr::tr("Asio cancel");
    case CancelModel::drop:
        return TypedTimeoutTr::tr("Rust drop");
    case CancelModel::eager:
        break;
    }
    return TypedTimeoutTr::tr("JS race");
}

QString wordForOperation() { return TypedTimeoutTr::tr("Asio, operation"); }

QString meaningOf(const Scenario& scenario)
{
    if (scenario.cancelType != CancelType::terminal)
        return TypedTimeoutTr::tr("Asio, %1", "of a cancel: partial or total").arg(qt(std::string{toText(scenario.cancelType)}));
    return scenario.cancelOn == CancelOn::operation ? wordForOperation() : wordFor(scenario.model);
}

QString explanationOf(const Scenario& scenario)
{
    if (scenario.cancelType != CancelType::terminal)
        return TypedTimeoutTr::tr("The cancel from outside has the type %1. What co_spawn starts lets terminal alone through: run() hears "
                                  "of others once it has enabled them, by this_coro::reset_cancellation_state().")
            .arg(qt(std::string{toText(scenario.cancelType)}));
    return scenario.cancelOn == CancelOn::operation ? explanationOfOperation() : explanationOf(scenario.model);
}

QString explanationOfOperation()
{
    return TypedTimeoutTr::tr("The timeout stops the operation that is pending, as timer.cancel() does, and not its coroutine: one that has "
                              "completed is not stopped, and no later await hears of it.");
}

QString explanationOf(CancelModel model)
{
    switch (model) {
    case CancelModel::asio:
        return TypedTimeoutTr::tr(
            "The await that is pending throws operation_aborted; catch blocks run, and the race waits for them.");
    case CancelModel::drop:
        return TypedTimeoutTr::tr("The coroutine is destroyed where it is suspended: destructors run, nothing else.");
    case CancelModel::eager:
        return TypedTimeoutTr::tr("The loser is not stopped: it goes on after the race is over.");
    }
    return {};
}

} // namespace awaitscope
