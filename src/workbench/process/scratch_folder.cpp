// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

namespace awaitscope {

std::filesystem::path temporaryFolder()
{
    for (const char* const variable : {"TMPDIR", "TMP", "TEMP", "TEMPDIR"}) { // as temp_directory_path() does
        if (const char* const path = std::getenv(variable))
            return path;
    }
    return "/tmp";
}

ScratchFolder::ScratchFolder(const char* name)
{
    std::error_code failure;
    std::string path = (std::filesystem::temp_directory_path(failure) / name).string() + "-XXXXXX";
    if (!failure && mkdtemp(path.data()))
        m_path = path;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace awaitscope
