// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.hpp"

#include "lesson/text.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
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

/// `mode` as for fopen.
std::error_code writeTo(const std::filesystem::path& path, const char* mode, std::string_view text)
{
    std::FILE* const file = std::fopen(path.c_str(), mode);
    if (file == nullptr)
        return {errno, std::generic_category()};
    std::error_code failure = writeAll(fileno(file), text);
    if (std::fclose(file) != 0 && !failure)
        failure = {errno, std::generic_category()};
    return failure;
}

/// Through a file beside it, which takes its place when it is whole.
std::error_code writeFile(const OutputFile& file)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    const fs::file_status status = fs::status(file.path, failure);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return writeTo(file.path, "w", file.text); // a device or a pipe
    if (failure && status.type() != fs::file_type::not_found)
        return failure;
    // A link stays one.
    fs::path path = file.path;
    if (fs::is_symlink(path, failure))
        path = fs::weakly_canonical(path, failure);
    if (path.empty())
        return failure;
    const fs::path partial = path.string() + '.' + std::to_string(getpid()) + ".partial";
    failure = writeTo(partial, "wx", file.text);
    if (!failure)
        fs::rename(partial, path, failure);
    if (failure && failure != std::errc::file_exists) {
        std::error_code ignored;
        fs::remove(partial, ignored);
    }
    return failure;
}

} // namespace

ExitCode print(const Outcome& outcome)
{
    if (outcome.file) {
        if (const std::error_code failure = writeFile(*outcome.file)) {
            writeAll(STDERR_FILENO, "The Perfetto trace could not be written to " + inQuotes(outcome.file->path) + ": "
                                        + failure.message()
                                        + ". Name a file in a folder that exists, can be written to and has room.\n");
            return ExitCode::wrongUse;
        }
    }
    writeAll(STDERR_FILENO, outcome.err); // there is nobody left to tell if this fails
    const std::error_code failure = writeAll(STDOUT_FILENO, outcome.out);
    if (!failure || failure == std::errc::broken_pipe)
        return outcome.exitCode;
    writeAll(STDERR_FILENO, "The output could not be written: " + failure.message() + ".\n");
    return ExitCode::wrongUse;
}

} // namespace awaitscope::cli
