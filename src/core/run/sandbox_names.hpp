// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names of the teaching world as a sandbox file has them. One by one, and not by a directive: a file that declares a name of
// its own is compiled without the line of that name (workbench/compile/own_names.hpp), and what else lies in the namespace cannot
// be meant by accident.

#include "core/run/sandbox.hpp"

using awaitscope::Cache;
using awaitscope::Channel;
using awaitscope::Event;
using awaitscope::Http;
using awaitscope::Lane;
using awaitscope::Mutex;
using awaitscope::Pool;
using awaitscope::Println;
using awaitscope::Queue;
using awaitscope::RaceResult;
using awaitscope::Semaphore;
using awaitscope::Spawn;
using awaitscope::Stream;
using awaitscope::Task;
using awaitscope::VirtualDuration;
using awaitscope::VirtualTime;
using awaitscope::Winner;
using awaitscope::World;
using awaitscope::race;
using awaitscope::sandbox::world;
using awaitscope::sleep_for;
using awaitscope::timeout;
using boost::asio::awaitable;
using std::string;
