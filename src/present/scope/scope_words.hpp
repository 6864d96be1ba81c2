// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/scope/scope_model.hpp"

#include <QStringList>

namespace awaitscope {

/// "send" of "channel.send".
QString shortNameOf(const QString& name);

/// The distinct names in their order; of more than two the first with how many more there are.
QString listedShortly(const QStringList& names);

/// The event in words, as far as the playhead has seen it.
QString tipOf(const TraceAwait& await, const ScopeSpan& span, const QString& coroutine, const Trace& trace);
/// Of the mark at the end of a span that was cut; empty for one that was not.
QString cutTipOf(const TraceAwait& await, const ScopeSpan& span, const QString& coroutine);
QString tipOf(const TraceEffect& effect, const Trace& trace);
QString tipOf(const LostEffect& lost);

} // namespace awaitscope
