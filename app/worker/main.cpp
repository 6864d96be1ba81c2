// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs what a learner made of a variant, for a window or a command line that started it.
#include "workbench/worker/worker.hpp"

#include <string_view>

int main(int argc, char** argv)
{
    return awaitscope::worker::serve(argc > 1 && std::string_view{argv[1]} == "--sanitized");
}
