// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.hpp"

#include "lesson/text/text.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
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

/// Whether what the program prints goes into this very file.
bool isPrintedTo(const std::filesystem::path& path)
{
    struct stat target{};
    if (stat(path.c_str(), &target) != 0)
        return false;
    for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
        struct stat printed{};
        if (fstat(output, &printed) == 0 && printed.st_dev == target.st_dev && printed.st_ino == target.st_ino)
            return true;
    }
    return false;
}

/// Where a chain of links ends, whether or not there is a file: a link stays one.
std::filesystem::path endOfLinks(std::filesystem::path path, std::error_code& failure)
{
    namespace fs = std::filesystem;
    constexpr int longestChain = 40; // as long as Linux follows one
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, failure)); ++links) {
        if (links == longestChain) {
            failure = std::make_error_code(std::errc::too_many_symbolic_link_levels);
            return {};
        }
        const fs::path target = fs::read_symlink(path, failure);
        if (failure)
            return {};
        path = target.is_absolute() ? target : path.parent_path() / target;
    }
    failure.clear(); // nothing is there yet: that is no failure
    return path;
}

/// Through a file beside it, which takes its place when it is whole, and has its permissions.
std::error_code writeFile(const OutputFile& file)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    const fs::file_status status = fs::status(file.path, failure);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return writeTo(file.path, "w", file.text); // a device or a pipe
    if (failure && status.type() != fs::file_type::not_found)
        return failure;
    if (isPrintedTo(file.path)) // to replace it would lose what is printed
        return std::make_error_code(std::errc::device_or_resource_busy);
    const fs::path path = endOfLinks(file.path, failure);
    if (failure)
        return failure;
    if (fs::exists(status) && access(path.c_str(), W_OK) != 0)
        return {errno, std::generic_category()};
    const fs::path partial = path.parent_path() / ('.' + std::to_string(getpid()) + ".partial");
    failure = writeTo(partial, "wx", file.text);
    if (!failure && fs::exists(status))
        fs::permissions(partial, status.permissions(), failure);
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
    std::error_code notMade;
    if (!outcome.folder.empty() && !std::filesystem::create_directories(outcome.folder, notMade) && notMade) {
        writeAll(STDERR_FILENO, "The folder " + inQuotes(outcome.folder) + " could not be made: " + notMade.message()
                                    + ". Name one in a folder that can be written to and has room.\n");
        return ExitCode::wrongUse;
    }
    for (const OutputFile& file : outcome.files) {
        if (const std::error_code failure = writeFile(file)) {
            writeAll(STDERR_FILENO, file.what + " could not be written to " + inQuotes(file.path) + ": "
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
