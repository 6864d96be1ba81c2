// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace awaitscope::programs {

/// What a random program is made of. `what`, `how` and `time` of a Step are numbers from 0; what they choose among is
/// theirs who interpret it, modulo how many there are.
enum class Kind : std::uint8_t {
    end, ///< of a block
    // A coroutine waits.
    nap,            ///< for a timer of its own
    wait,           ///< for a timer that all share
    send,           ///< through a channel
    receive,        ///< from it
    hop,            ///< post, dispatch or defer with a token that is awaited
    both,           ///< &&
    either,         ///< ||
    eitherOfThree,  ///< a || b || c
    valued,         ///< || and && of coroutines with values
    limited,        ///< a block || a shared timer's own operation
    group,          ///< make_parallel_group of two blocks and a timer
    groupOfMany,    ///< the same of a vector of blocks
    groupOfTimers,  ///< of a vector of timers
    await,          ///< a coroutine that is spawned and awaited, at once or as a deferred operation
    scope,          ///< a block during which a timer of its own has a callback
    // It catches, repeats, throws, asks.
    attempt,
    repeat,
    fail,
    reset,       ///< reset_cancellation_state
    setThrowing, ///< throw_if_cancelled
    ask,         ///< what it was cancelled by, and forgets it
    // It does something to others and goes on.
    note,
    listen, ///< a callback at a shared timer, or at a channel
    set,    ///< a shared timer
    cancel, ///< its waits, or the oldest
    trySend,
    tryReceive,
    silence, ///< cancels, closes or resets a channel
    emit,
    emitLater,
    spawn,
    callbacks, ///< post, dispatch and defer out of a callback
};

/// One statement, with the blocks in it.
struct Step
{
    Kind kind = Kind::note;
    int id = 0;
    int what = 0;
    int how = 0;
    int time = 0;
    std::vector<std::vector<Step>> blocks;
};

using Program = std::vector<Step>;
using Bytes = std::vector<std::uint8_t>;

/// Every sequence of bytes is a program: four are a statement, and those that follow it are its blocks.
Program parse(const Bytes& bytes);

/// One line each statement, blocks indented.
std::string toText(const Program& program);

} // namespace awaitscope::programs
