// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/lane.hpp"

#include "core/trace/recorder.hpp"

#include <utility>

namespace awaitscope {

Lane::Span::Span(Span&& other) noexcept
    : m_recorder(std::exchange(other.m_recorder, nullptr)), m_id(other.m_id)
{
}

Lane::Span& Lane::Span::operator=(Span&& other) noexcept
{
    if (this != &other) {
        end();
        m_recorder = std::exchange(other.m_recorder, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

void Lane::Span::end()
{
    if (Recorder* const recorder = std::exchange(m_recorder, nullptr))
        recorder->endSpan(m_id);
}

Lane::Span Lane::span(std::string_view kind, std::string text) const
{
    return {*m_recorder, m_recorder->beginSpan(m_name, kind, std::move(text))};
}

void Lane::holds(std::string text) const
{
    m_recorder->setValue(m_name, std::move(text));
}

} // namespace awaitscope
