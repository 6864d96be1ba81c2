// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/race/race.hpp"
#include "core/run/program.hpp"
#include "core/run/stage.hpp"
#include "core/world/cache.hpp"
#include "core/world/channel.hpp"
#include "core/world/http.hpp"
#include "core/world/parts/event.hpp"
#include "core/world/parts/mutex.hpp"
#include "core/world/parts/pool.hpp"
#include "core/world/parts/queue.hpp"
#include "core/world/parts/semaphore.hpp"
#include "core/world/parts/stream.hpp"
#include "core/world/parts/task.hpp"

#include <boost/version.hpp>

#include <string>

namespace awaitscope {

/// What a module and the program that loads it must agree about: each compiles this header, and a module whose text is
/// another one is not run. The sizes stand for the layout of what both of them touch.
inline std::string moduleAbi()
{
    std::string text = "awaitscope-module 1";
    const auto add = [&text](const char* name, std::size_t value) {
        text.append(" ").append(name).append("=").append(std::to_string(value));
    };
    add("boost", BOOST_VERSION);
#ifdef __GLIBCXX__
    add("libstdc++", _GLIBCXX_USE_CXX11_ABI);
#endif
#ifdef BOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING
    // It decides who allocates frames. A frame of one side is destroyed by the other.
    add("recycling", 0);
#endif
    add("World", sizeof(World));
    add("Recorder", sizeof(Recorder));
    add("VirtualContext", sizeof(VirtualContext));
    add("Trace", sizeof(Trace));
    add("Operation", sizeof(Operation));
    add("Promise", sizeof(tracing::TracedPromise<void>));
    add("Stage", sizeof(Stage));
    add("Program", sizeof(Program));
    add("Cache", sizeof(Cache));
    add("Channel", sizeof(Channel));
    add("Http", sizeof(Http));
    add("Lane", sizeof(Lane));
    add("Span", sizeof(Lane::Span));
    add("Waiter", sizeof(Waiter));
    add("Permits", sizeof(Permits));
    add("Mutex", sizeof(Mutex) + sizeof(Mutex::Lock));
    add("Semaphore", sizeof(Semaphore));
    add("Event", sizeof(Event));
    add("EventState", sizeof(Event::State));
    add("Pool", sizeof(Pool) + sizeof(Pool::Lease));
    add("Queue", sizeof(Queue<int>) + sizeof(Queue<int>::Permit));
    add("QueueCore", sizeof(QueueCore) + sizeof(QueueCore::Entry) + sizeof(QueueCore::Exit) + sizeof(QueueItem));
    add("Pipe", sizeof(Pipe) + sizeof(Pipe::Read) + sizeof(Pipe::Write));
    add("Stream", sizeof(Stream));
    add("Task", sizeof(Task));
    add("TaskState", sizeof(Task::State));
    return text;
}

} // namespace awaitscope
