// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace awaitscope {

class Recorder;

/// A row of the timeline that belongs to a part of the world: `world.lane("printer")`. It shows spans, in which something goes
/// on, and values, which say what the part holds from then on.
/// A handle: copies are the same row. Valid as long as the run.
class Lane
{
public:
    /// A stretch of time on a lane, from its making to end(), or to the end of this object. So it also ends where an operation
    /// that owns it is destroyed with its coroutine.
    class Span
    {
    public:
        Span() = default; ///< none
        Span(Span&& other) noexcept;
        Span& operator=(Span&& other) noexcept; ///< the one that was here ends
        Span(const Span&) = delete;
        Span& operator=(const Span&) = delete;
        ~Span() { end(); }

        /// At once; a second time, or after a move, nothing.
        void end();

    private:
        friend class Lane;
        Span(Recorder& recorder, std::size_t id) : m_recorder(&recorder), m_id(id) {}

        Recorder* m_recorder = nullptr; ///< null: none, or it has ended
        std::size_t m_id = 0;
    };

    /// Begins now. `kind` is what it is called where there is no room for `text`: "working", "waiting".
    [[nodiscard]] Span span(std::string_view kind, std::string text) const;

    /// From now on, until it holds something else.
    void holds(std::string text) const;

    const std::string& name() const { return m_name; }

private:
    friend class World;
    Lane(Recorder& recorder, std::string name) : m_recorder(&recorder), m_name(std::move(name)) {}

    Recorder* m_recorder;
    std::string m_name; ///< which is its id
};

} // namespace awaitscope
