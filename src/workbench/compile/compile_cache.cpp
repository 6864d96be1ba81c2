// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/compile_cache.hpp"

#include "lesson/text/text_file.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace awaitscope {

namespace fs = std::filesystem;

namespace {

/// Held by at most one at a time, of all processes. Its file stays: to remove it would take it from under the next.
class Lock
{
public:
    Lock(const fs::path& path, const std::stop_token& stop) : m_file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        while (m_file >= 0 && !stop.stop_requested()) {
            if (flock(m_file, LOCK_EX | LOCK_NB) == 0) {
                m_isHeld = true;
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{20}); // flock knows no other way to be stopped
        }
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock()
    {
        if (m_file >= 0)
            // Which lets go of the lock, as the end of the process would.
            close(m_file);
    }

    bool isOpen() const { return m_file >= 0; }
    bool isHeld() const { return m_isHeld; }

private:
    int m_file;
    bool m_isHeld = false;
};

/// A path converts to a Diagnostic's text as well, so that it must be said which of the two it is.
Result<fs::path> found(fs::path path) { return Result<fs::path>{boost::system::in_place_value, std::move(path)}; }

Diagnostic cannotWrite(const fs::path& folder)
{
    return {"The folder for compiled code cannot be written. Make it writable, or set XDG_CACHE_HOME to another one.",
            printablePath(folder), 0};
}

} // namespace

std::string digestOf(const std::string& text)
{
    return to_string(boost::uuids::name_generator_sha1{boost::uuids::ns::oid()}(text));
}

Result<fs::path> CompileCache::provide(const std::string& key, const std::string& name, const Make& make,
                                       const std::stop_token& stop) const
{
    const fs::path folder = m_folder / key;
    const fs::path file = folder / name;
    std::error_code failure;
    const auto touched = [&]() -> Result<fs::path> {
        std::error_code none;
        fs::last_write_time(folder, fs::file_time_type::clock::now(), none); // the newest are kept
        return found(file);
    };
    if (fs::exists(file, failure))
        return touched();
    fs::create_directories(folder, failure);
    if (failure)
        return cannotWrite(m_folder);
    const Lock lock{folder / (name + ".lock"), stop};
    if (!lock.isOpen())
        return cannotWrite(m_folder);
    if (!lock.isHeld())
        return found({});
    if (fs::exists(file, failure)) // somebody else has made it meanwhile
        return touched();
    // One name will do: only who holds the lock writes to it, and what a build left that died is written over.
    const fs::path made = folder / (name + ".new");
    if (std::optional<Diagnostic> error = make(made))
        return *std::move(error);
    if (stop.stop_requested())
        return found({});
    fs::rename(made, file, failure);
    if (failure)
        return cannotWrite(m_folder);
    return found(file);
}

bool CompileCache::has(const std::string& key, const std::string& name) const
{
    std::error_code none;
    return fs::exists(m_folder / key / name, none);
}

std::uintmax_t CompileCache::size() const
{
    std::uintmax_t sum = 0;
    std::error_code failure;
    for (fs::recursive_directory_iterator entry{m_folder, failure}, end; !failure && entry != end; entry.increment(failure)) {
        std::error_code none;
        if (entry->is_regular_file(none))
            sum += entry->file_size(none);
    }
    return sum;
}

std::optional<Diagnostic> CompileCache::clear() const
{
    std::error_code failure;
    fs::remove_all(m_folder, failure);
    if (failure)
        return cannotWrite(m_folder);
    return std::nullopt;
}

void CompileCache::keepNewest(const std::string& prefix, std::size_t most) const
{
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code failure;
    for (fs::directory_iterator entry{m_folder, failure}, end; !failure && entry != end; entry.increment(failure)) {
        std::error_code none;
        if (entry->path().filename().string().starts_with(prefix))
            found.emplace_back(entry->last_write_time(none), entry->path());
    }
    if (found.size() <= most)
        return;
    std::ranges::sort(found, std::greater{});
    for (std::size_t i = most; i < found.size(); ++i)
        fs::remove_all(found[i].second, failure);
}

} // namespace awaitscope
