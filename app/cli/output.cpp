// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.hpp"

#include <cerrno>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace awaitscope::cli {

namespace {

/// Straight to the file: nothing is left in a buffer whose flushing could fail unseen.
std::error_code writeAll(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return {errno, std::generic_category()};
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace

ExitCode print(const Outcome& outcome)
{
    writeAll(STDERR_FILENO, outcome.err); // there is nobody left to tell if this fails
    const std::error_code failure = writeAll(STDOUT_FILENO, outcome.out);
    if (!failure || failure == std::errc::broken_pipe)
        return outcome.exitCode;
    writeAll(STDERR_FILENO, "The output could not be written: " + failure.message() + ".\n");
    return ExitCode::wrongUse;
}

} // namespace awaitscope::cli
