// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace awaitscope {

/// The system's temporary folder, whether or not there is one: for messages, which must not throw.
std::filesystem::path temporaryFolder();

/// A folder in the system's temporary one, for as long as this lives; then it is removed with all that is in it.
class ScratchFolder
{
public:
    explicit ScratchFolder(const char* name); ///< of which its own name is made: "awaitscope-run"
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    const std::filesystem::path& path() const { return m_path; } ///< empty: none could be made

private:
    std::filesystem::path m_path;
};

} // namespace awaitscope
