// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/spawn.hpp"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace awaitscope {

namespace {

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// What happens in the child between its beginning and the program's.
class Actions
{
public:
    Actions() { posix_spawn_file_actions_init(&m_actions); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    ~Actions() { posix_spawn_file_actions_destroy(&m_actions); }

    void connect(int file, int as)
    {
        if (file >= 0)
            posix_spawn_file_actions_adddup2(&m_actions, file, as);
        else
            posix_spawn_file_actions_addopen(&m_actions, as, "/dev/null", O_RDWR, 0);
    }
    // A pipe of ours that a child holds as well would not end when we close it.
    void closeFrom(int file) { posix_spawn_file_actions_addclosefrom_np(&m_actions, file); }
    void workIn(const std::string& folder) { posix_spawn_file_actions_addchdir_np(&m_actions, folder.c_str()); }
    const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

class Attributes
{
public:
    Attributes()
    {
        posix_spawnattr_init(&m_attributes);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        sigset_t signals;
        sigemptyset(&signals);
        // None blocked: the thread that starts it may have blocked some, and a mask is inherited.
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigaddset(&signals, SIGPIPE); // which a program with a window or a terminal may ignore
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    ~Attributes() { posix_spawnattr_destroy(&m_attributes); }
    const posix_spawnattr_t* get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes{};
};

} // namespace

pid_t spawn(const SpawnRequest& request, int& error)
{
    Actions actions;
    actions.connect(request.in, STDIN_FILENO);
    actions.connect(request.out, STDOUT_FILENO);
    actions.connect(request.err, STDERR_FILENO);
    constexpr int shared = STDERR_FILENO + 1;
    if (request.shared >= 0)
        actions.connect(request.shared, shared);
    actions.closeFrom(request.shared >= 0 ? shared + 1 : shared);
    actions.workIn(request.folder.string());
    const Attributes attributes;
    std::vector<std::string> arguments = request.arguments;
    arguments.insert(arguments.begin(), request.program.string());
    std::vector<std::string> environment = request.environment;
    pid_t pid = 0;
    error = posix_spawn(&pid, request.program.c_str(), actions.get(), attributes.get(), pointersTo(arguments).data(),
                        pointersTo(environment).data());
    return error == 0 ? pid : 0;
}

} // namespace awaitscope
