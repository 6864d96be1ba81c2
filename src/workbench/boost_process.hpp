// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that includes Boost.Process, whose headers want to know whose paths they use.

#define BOOST_PROCESS_USE_STD_FS 1
#if defined(__GNUC__)
#pragma GCC system_header
#endif
#include <boost/asio/readable_pipe.hpp>
#include <boost/asio/writable_pipe.hpp>
#include <boost/optional.hpp>
#include <boost/process/v2/process.hpp>
#include <boost/process/v2/stdio.hpp>

#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace awaitscope {

namespace process = boost::process::v2;

/// In the new process: a group of its own, so that what it starts itself can be killed with it; and where it works.
struct OwnPlace
{
    std::string folder;

    template <class Launcher, class Path>
    boost::system::error_code on_exec_setup(Launcher&, const Path&, const char* const*&)
    {
        setpgid(0, 0);
        if (chdir(folder.c_str()) != 0)
            return {errno, boost::system::system_category()};
        return {};
    }
};

/// Boost 1.81's own class for an environment does not compile with the standard's paths. `environment` outlives the call.
inline process::default_process_launcher launcherWith(const std::vector<std::string>& environment, std::vector<const char*>& pointers)
{
    for (const std::string& entry : environment)
        pointers.push_back(entry.c_str());
    pointers.push_back(nullptr);
    process::default_process_launcher launcher;
    launcher.env = pointers.data();
    return launcher;
}

} // namespace awaitscope
