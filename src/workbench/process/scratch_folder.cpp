// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace awaitscope {

std::filesystem::path scratchRoot()
{
    std::error_code failure;
    const std::filesystem::path root = std::filesystem::temp_directory_path(failure);
    const char* const wanted = std::getenv("TMPDIR");
    return failure ? std::filesystem::path{wanted ? wanted : "/tmp"} : root;
}

ScratchFolder::ScratchFolder(const char* name)
{
    std::error_code failure;
    const std::filesystem::path root = std::filesystem::temp_directory_path(failure);
    if (failure)
        return; // a relative one would lie wherever the program was started
    std::string path = (root / name).string() + "-XXXXXX";
    if (mkdtemp(path.data()))
        m_path = path;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace awaitscope
