// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/recorder.hpp"

namespace awaitscope {

/// A span of a world lane, from here to the end of this object.
/// A guard, so that an operation's span also ends when the operation is destroyed with its coroutine. The recorder
/// outlives it.
class SpanGuard
{
public:
    SpanGuard(Recorder& recorder, std::string_view lane, std::string_view kind, std::string text)
        : m_recorder(recorder), m_span(recorder.beginSpan(lane, kind, std::move(text)))
    {
    }
    ~SpanGuard() { m_recorder.endSpan(m_span); }
    SpanGuard(const SpanGuard&) = delete;
    SpanGuard& operator=(const SpanGuard&) = delete;

private:
    Recorder& m_recorder;
    std::size_t m_span;
};

} // namespace awaitscope
