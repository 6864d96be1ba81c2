// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/test_run.hpp"

namespace awaitscope::test {

/// "3000 k → b" for each value of a lane.
inline Strings valuesOf(const Trace& trace, const std::string& lane)
{
    Strings values;
    for (const TraceValue& value : trace.values) {
        if (value.lane == lane)
            values.push_back(std::to_string(toMicroseconds(value.at)) + ' ' + value.text);
    }
    return values;
}

/// "0-1000 working" for each span of a lane; without the second time where it did not end.
inline Strings spansOf(const Trace& trace, const std::string& lane)
{
    Strings spans;
    for (const TraceSpan& span : trace.spans) {
        if (span.lane == lane)
            spans.push_back(std::to_string(toMicroseconds(span.begin)) + '-' +
                            (span.end ? std::to_string(toMicroseconds(*span.end)) : "") + ' ' + span.text);
    }
    return spans;
}

} // namespace awaitscope::test
