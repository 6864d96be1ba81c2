// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"
#include "core/trace/traced_awaitable.hpp"

#include <source_location>
#include <string>
#include <vector>

namespace awaitscope {

class World;

/// What a lesson's scenario.cpp provides: the world around one variant, its caller, and what it promises.
/// Built anew for every run and destroyed after it; its references into the World stay valid until then.
class Stage
{
public:
    virtual ~Stage() = default;

    /// Runs the subject, usually in a race against the timeout. Started at time 0.
    virtual boost::asio::awaitable<void> caller() = 0;

    /// Whether the run's timeout cancels the caller itself, which knows nothing of it: no race of its own waits for the timeout.
    virtual bool isCancelledFromOutside() const { return false; }

    /// The lesson's checks, judged when nothing is left to run, in the order of the manifest.
    /// `trace` is complete but for its checks.
    virtual std::vector<TraceCheck> judge(const Trace& trace) const = 0;

    /// What is true of the world at the end, for judge(): `return {expect("What is paid is shipped.", paid == shipped)}`. `text` is
    /// the manifest's, which knows the id; `why` the reason in a sentence, without which the place is told. `word` as TraceCheck's.
    static TraceCheck expect(std::string text, bool holds, std::string why = {}, std::string word = {},
                             const std::source_location& where = std::source_location::current());

    /// The same of what need not have come about: not applicable unless `applies`.
    static TraceCheck expectIf(bool applies, std::string text, bool holds, std::string why = {}, std::string word = {},
                               const std::source_location& where = std::source_location::current());

    /// One line each: how the race ended for the caller, and what the client got: "gets v2".
    virtual std::string callerOutcome() const = 0;
    virtual std::string clientOutcome() const = 0;

    /// Who that client is, as the line goes on from: a lane's name, "collect", or with an article, "the buyer". Empty: the line says it
    /// itself, "ann gets ANN".
    virtual std::string recipient() const { return std::string{theClient}; }
};

} // namespace awaitscope
