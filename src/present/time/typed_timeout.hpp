// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/format/scenario.hpp"

#include <QString>

namespace awaitscope {

/// Reads what a person types for a timeout: "250", "250 ms", "0.25 s", "200.001ms", "200001 us" or "none".
/// A number alone is in milliseconds. The error is a sentence that says what can be typed.
Result<Timeout> readTypedTimeout(const QString& text);

/// What to put into the field first: "250 ms" or "none".
QString typedTimeoutOf(const std::optional<VirtualDuration>& timeout);

/// The same of a parameter, whose range it keeps; "none" is no value of one.
Result<VirtualDuration> readTypedParameter(const QString& text, const ParameterSpec& spec);

VirtualDuration parameterOf(const Scenario& scenario, const ParameterSpec& spec);
QString readableParameter(const Scenario& scenario, const ParameterSpec& spec); ///< "200 ms"
QString rangeOf(const ParameterSpec& spec);                                     ///< "from 0 ms to 1000 ms"

QString wordFor(CancelModel model); ///< "Asio cancel"

/// What cancelling does under it, in a sentence.
QString explanationOf(CancelModel model);
/// Under Asio cancel, where the timeout cancels the operation and not its coroutine.
QString wordForOperation();
QString explanationOfOperation();
/// Under the scenario's own: that of the coroutine, of the operation, or of the type that a cancel from outside has.
QString meaningOf(const Scenario& scenario);
QString explanationOf(const Scenario& scenario);

} // namespace awaitscope
