// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/edit_store.hpp"

#include "lesson/text/text_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace awaitscope {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largestEdit = 1 << 20; ///< bytes; a lesson's file has no more than 32 KB

fs::path typedPath(const fs::path& path) { return path.string() + ".typed"; }

/// The first name beside `path` that is free: my-buggy.1.cpp.
fs::path freeNameBeside(const fs::path& path)
{
    for (int number = 1;; ++number) {
        fs::path name = path.parent_path() / (path.stem().string() + '.' + std::to_string(number) + path.extension().string());
        std::error_code none;
        if (!fs::exists(name, none))
            return name;
    }
}

} // namespace

Diagnostic EditStore::cannotWrite(const fs::path& path, int error) const
{
    return {"What you type cannot be saved: " + std::generic_category().message(error)
                + ". Make room, or make the folder writable. Until then it is in this window only.",
            printablePath(path), 0};
}

fs::path EditStore::pathOf(const std::string& lesson, const std::string& file) const { return m_folder / lesson / file; }

std::optional<std::string> EditStore::onDisk(const fs::path& path) const
{
    // What was typed and not settled is newer. An empty one is what a machine that died may have left of it.
    for (const fs::path& each : {typedPath(path), path}) {
        const Result<std::string> text = readTextFile(each, largestEdit);
        if (text && !(text->empty() && each != path))
            return *text;
    }
    return std::nullopt;
}

Result<std::optional<std::string>> EditStore::read(const std::string& lesson, const std::string& file)
{
    const fs::path path = pathOf(lesson, file);
    std::optional<std::string> text = onDisk(path);
    std::error_code none;
    if (!text && fs::exists(path, none))
        return readTextFile(path, largestEdit).error();
    m_known[path] = text;
    return text;
}

std::optional<Diagnostic> EditStore::write(const fs::path& path, const std::string& text, bool toDisk) const
{
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    const fs::path fresh = path.string() + ".new";
    const int file = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return cannotWrite(path, errno);
    std::string_view rest = text;
    int problem = 0;
    while (!rest.empty() && problem == 0) {
        const ssize_t written = ::write(file, rest.data(), rest.size());
        if (written >= 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            problem = errno;
    }
    if (problem == 0 && toDisk && fsync(file) != 0)
        problem = errno;
    if (close(file) != 0 && problem == 0)
        problem = errno;
    if (problem != 0) {
        unlink(fresh.c_str());
        return cannotWrite(path, problem);
    }
    // In one step: whoever reads finds the text from before or all of the new one.
    if (rename(fresh.c_str(), path.c_str()) != 0)
        return cannotWrite(path, errno);
    if (!toDisk)
        return std::nullopt;
    if (const int folder = open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        fsync(folder); // the new name; where a file system cannot, it does so by itself
        close(folder);
    }
    return std::nullopt;
}

std::optional<Diagnostic> EditStore::keepOthers(const fs::path& path, const std::string& text)
{
    const std::optional<std::string> now = onDisk(path);
    const auto known = m_known.find(path);
    // Another window, or another editor: what is there is not what was read or written here last.
    const bool isOthers = now && *now != text && (known == m_known.end() || known->second != now);
    if (!isOthers)
        return std::nullopt;
    const fs::path beside = freeNameBeside(path);
    if (std::optional<Diagnostic> error = write(beside, *now, true))
        return error;
    m_aside = beside;
    return std::nullopt;
}

std::optional<Diagnostic> EditStore::type(const std::string& lesson, const std::string& file, const std::string& text)
{
    const fs::path path = pathOf(lesson, file);
    if (std::optional<Diagnostic> error = keepOthers(path, text))
        return error;
    if (std::optional<Diagnostic> error = write(typedPath(path), text, false))
        return error;
    m_known[path] = text;
    return std::nullopt;
}

std::optional<Diagnostic> EditStore::settle(const std::string& lesson, const std::string& file, const std::string& text)
{
    const fs::path path = pathOf(lesson, file);
    if (std::optional<Diagnostic> error = keepOthers(path, text))
        return error;
    if (std::optional<Diagnostic> error = write(path, text, true))
        return error;
    std::error_code none;
    fs::remove(typedPath(path), none);
    m_known[path] = text;
    return std::nullopt;
}

std::optional<Diagnostic> EditStore::putAside(const std::string& lesson, const std::string& file)
{
    const fs::path path = pathOf(lesson, file);
    const std::optional<std::string> text = onDisk(path);
    if (!text)
        return std::nullopt;
    const fs::path beside = freeNameBeside(path);
    if (std::optional<Diagnostic> error = write(beside, *text, true))
        return error;
    std::error_code none;
    fs::remove(path, none);
    fs::remove(typedPath(path), none);
    m_known[path] = std::nullopt;
    m_aside = beside;
    return std::nullopt;
}

void EditStore::forget(const std::string& lesson, const std::string& file)
{
    const fs::path path = pathOf(lesson, file);
    std::error_code none;
    fs::remove(path, none);
    fs::remove(typedPath(path), none);
    m_known[path] = std::nullopt;
}

std::optional<fs::file_time_type> EditStore::typedAt(const std::string& lesson, const std::string& file) const
{
    const fs::path path = pathOf(lesson, file);
    for (const fs::path& each : {typedPath(path), path}) {
        std::error_code failure;
        const fs::file_time_type time = fs::last_write_time(each, failure);
        if (!failure)
            return time;
    }
    return std::nullopt;
}

std::optional<fs::path> EditStore::tookAside() { return std::exchange(m_aside, std::nullopt); }

} // namespace awaitscope
