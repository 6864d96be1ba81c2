// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"
#include "present/scope/verdict_text.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

/// What a mark means; the theme says which colour that is.
enum class ScopeInk { plain, secondary, ghost, cut, violated, holds, fault };

ScopeInk scopeInkOf(Verdict verdict);

/// An await of a coroutine, or a span of the world. Nothing is drawn inside it before `begin` was passed.
struct ScopeSpan
{
    enum class End {
        open,      ///< still going on at the playhead, or for ever
        done,      ///< ended by itself
        cancelled, ///< cut: threw here
        dropped,   ///< cut: the frame is gone
        refused,   ///< threw before it started: no width
        threw,
        crashed,   ///< it was still going on when the run crashed
    };

    VirtualTime begin;
    VirtualTime end;       ///< the end of the axis if it has none, or where the run crashed
    VirtualTime filledTo;  ///< begin..filledTo has been passed by the playhead, the rest is an outline
    bool begun = false;    ///< the playhead has reached its begin
    bool waiting = false;  ///< hatched; else grey (the world)
    End how = End::open;   ///< as far as the playhead has seen
    int number = 0;        ///< 0: no badge
    bool isTarget = false; ///< the timeout can be aimed at it
    bool late = false;     ///< it goes on after the race was over
    QString text;          ///< "http.make_request"; empty if nothing is to be said
    QString shortText;     ///< "make_request"
    QString tip;           ///< the event in words
    int line = 0;          ///< of the source; 0: the world's
    QString cutTip;        ///< of the cut mark at its end; empty if it has none

    bool isCut() const { return how == End::cancelled || how == End::dropped || how == End::refused; }
};

/// A stretch that the run without a timeout has and this one lacks. Dashed.
struct ScopeGhost
{
    VirtualTime begin;
    VirtualTime end;
    int number = 0; ///< of an await that was not reached; 0 for the rest of one that was cut
    QString text;
    QString shortText;
    QString tip;
};

/// An effect: on its own lane if it happened (a diamond), on the lane of its coroutine if it was lost (a dashed one).
struct ScopeEffect
{
    VirtualTime at;
    bool lost = false;
    ScopeInk ink = ScopeInk::plain;
    QString name;  ///< "cache.set"; of several at one moment all
    QString words; ///< "never ran"; "50 ms after the race was over" or empty if it happened
    QString tip;
    int line = 0; ///< of the source; of several at one moment that of the first
};

/// A text beside a moment: "gets v1, three weeks old".
struct ScopeNote
{
    VirtualTime at;
    ScopeInk ink = ScopeInk::secondary;
    QString text;
    QString shortText;
};

/// What a lane holds from `begin` to `end`.
struct ScopeValue
{
    VirtualTime begin;
    VirtualTime end;
    ScopeInk ink = ScopeInk::ghost;
    QString text;
    QString tip;
};

/// The same lane of the run before a fork, drawn thinly below its own.
struct EarlierLane
{
    std::vector<ScopeSpan> spans;
    std::vector<VirtualTime> effects; ///< those that happened
    QString words;                    ///< "before: no timeout"; empty: there is none
};

struct ScopeLane
{
    enum class Kind { coroutine, world, state, caller };

    QString id; ///< stays the same for the same lane of another run of the variant
    QString name;
    Kind kind = Kind::world;
    bool tall = false; ///< the point of the picture: its name is not grey
    bool low = false;  ///< somebody wants it so: no words are drawn of it but its name
    std::vector<ScopeSpan> spans;
    std::vector<VirtualTime> ticks; ///< it ran at these moments
    std::optional<VirtualTime> crash = {}; ///< the run crashed in what this lane shows
    std::vector<ScopeGhost> ghosts;
    std::vector<ScopeEffect> effects;
    std::vector<ScopeValue> values;
    std::vector<ScopeNote> notes;
    EarlierLane earlier;
};

/// All that a scope draws: one variant's run at one position of the playhead. Made anew for every move, from traces alone.
struct ScopeModel
{
    std::vector<ScopeLane> lanes; ///< top to bottom; the same lanes whatever the timeout
    VerdictText verdict;
    std::optional<VirtualTime> difference = {}; ///< from other runs that are compared with: see Comparison
    std::optional<VirtualTime> coveredFrom = {}; ///< a question is to be answered before more is seen: see coverScope()
    std::optional<VirtualTime> timeout; ///< its line goes through all lanes here; labels and notes keep clear of it
};

ScopeModel scopeOf(const VariantRun& run, VirtualTime playhead, VirtualDuration axis);

/// The lanes of the race and the timeout, with the outcome for the caller once the race is over; of a page that calls no race() the
/// timeout's alone.
ScopeModel callerScopeOf(const VariantRun& run, VirtualTime playhead, VirtualDuration axis);

/// How many lanes that scope has, whatever the timeout.
int callerLaneCountOf(const VariantRun& run);

} // namespace awaitscope
