// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// Keeps what learners type, a folder per lesson and a file per variant, so that nothing of it is lost: type() survives the
/// death of the program, settle() that of the machine. For one thread.
class EditStore
{
public:
    explicit EditStore(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::filesystem::path pathOf(const std::string& lesson, const std::string& file) const;

    /// The text as it was typed last; empty: there is none. The error: there is one that cannot be read.
    Result<std::optional<std::string>> read(const std::string& lesson, const std::string& file);

    /// At every change. Where another program has changed the file since it was read or written here, that text is kept
    /// beside it first, and told by tookAside().
    std::optional<Diagnostic> type(const std::string& lesson, const std::string& file, const std::string& text);

    /// Once nothing has been typed for a while: as type(), and on the disk when this returns.
    std::optional<Diagnostic> settle(const std::string& lesson, const std::string& file, const std::string& text);

    /// Puts the text aside, where it stays; there is none any more.
    std::optional<Diagnostic> putAside(const std::string& lesson, const std::string& file);

    /// Removes the text, which is kept somewhere else by now.
    void forget(const std::string& lesson, const std::string& file);

    /// When it was typed last; empty: there is none.
    std::optional<std::filesystem::file_time_type> typedAt(const std::string& lesson, const std::string& file) const;

    /// The file that another program's text or one that was put aside was moved to, since this was asked last.
    std::optional<std::filesystem::path> tookAside();

private:
    std::optional<Diagnostic> write(const std::filesystem::path& path, const std::string& text, bool toDisk) const;
    std::optional<std::string> onDisk(const std::filesystem::path& path) const;
    std::optional<Diagnostic> keepOthers(const std::filesystem::path& path, const std::string& text);
    Diagnostic cannotWrite(const std::filesystem::path& path, int error) const;

    std::filesystem::path m_folder;
    std::map<std::filesystem::path, std::optional<std::string>> m_known; ///< as this program last read or wrote it
    std::optional<std::filesystem::path> m_aside;
};

} // namespace awaitscope
