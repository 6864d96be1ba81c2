// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "output.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

awaitscope::cli::Terminal terminalOf(int file)
{
    awaitscope::cli::Terminal terminal;
    terminal.isTerminal = isatty(file) == 1;
    const char* const noColour = std::getenv("NO_COLOR");
    terminal.prefersNoColour = noColour != nullptr && *noColour != '\0';
    winsize size{};
    if (terminal.isTerminal && ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        terminal.width = std::clamp<std::size_t>(size.ws_col, 60, terminal.width); // narrower it cannot be read
    return terminal;
}

} // namespace

int main(int argc, char** argv)
{
    namespace cli = awaitscope::cli;
    std::signal(SIGPIPE, SIG_IGN); // a reader that has seen enough is no mistake of ours
    const auto request = cli::readCommandLine({argv + std::min(argc, 1), argv + argc});
    const auto* const told = std::get_if<cli::Outcome>(&request);
    const cli::Outcome outcome =
        told != nullptr
            ? *told
            : cli::execute(std::get<cli::Request>(request), awaitscope::builtInLessons(), terminalOf(STDOUT_FILENO),
                           awaitscope::Installation::of("/proc/self/exe"));
    return static_cast<int>(cli::print(outcome));
}
