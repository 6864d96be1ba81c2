// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs what a learner made of a variant, for a window or a command line that started it.
#include "workbench/worker/worker.hpp"

#include <string_view>

/// Asked by AddressSanitizer's library, where it is there. Faults are told by the worker itself, in a sentence; only what the
/// sanitizer alone knows is its own to tell.
// NOLINTBEGIN(readability-identifier-naming): the name is its own
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options()
// NOLINTEND(readability-identifier-naming)
{
    return "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigfpe=0:handle_sigill=0:hard_rss_limit_mb=512";
}

int main(int argc, char** argv)
{
    bool isForSanitizer = false;
    bool tellsReached = false;
    for (int i = 1; i < argc; ++i) {
        isForSanitizer = isForSanitizer || std::string_view{argv[i]} == "--sanitized";
        tellsReached = tellsReached || std::string_view{argv[i]} == "--reached";
    }
    return awaitscope::worker::serve(isForSanitizer, tellsReached);
}
