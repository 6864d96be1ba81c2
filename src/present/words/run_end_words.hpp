// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <QString>

namespace awaitscope {

/// How a run ended that did not finish, in the few words of a scope's header: "stuck: get_response waits at 2 channel.send". Empty
/// if it finished, or ended as a cancelled one does. The name of the await bears its number.
QString endWordsOf(const Trace& trace);

/// The same where there is less room, and never half of a quotation: "ended by multiple_exceptions".
QString briefEndWordsOf(const Trace& trace);

/// The same as a sentence for the moment of the end: what goes on for ever, or what left the caller. Empty as above, and where
/// the run is stuck, of which the sentence about what still waits says all.
QString endSentenceOf(const Trace& trace);

/// What a run that crashed died of, in sentences; empty for all others.
QString faultWordsOf(const Trace& trace);

/// "std::runtime_error “no such luck”": for a sentence.
QString errorWords(const TraceError& error);

} // namespace awaitscope
