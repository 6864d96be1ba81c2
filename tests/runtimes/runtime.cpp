// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtimes/runtime.hpp"

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace awaitscope::test {

namespace fs = std::filesystem;

namespace {

const fs::path crates = "/usr/share/cargo/registry";

/// Of "tokio-1.24.2", whose next part begins with a digit: tokio-macros is another crate.
std::optional<std::string> versionOfCrate(const std::string& name)
{
    std::error_code none;
    for (fs::directory_iterator at{crates, none}, end; !none && at != end; at.increment(none)) {
        const std::string folder = at->path().filename().string();
        if (folder.starts_with(name + '-') && folder.size() > name.size() + 1
            && std::isdigit(static_cast<unsigned char>(folder[name.size() + 1])))
            return folder.substr(name.size() + 1);
    }
    return std::nullopt;
}

std::string readAll(const fs::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Tests run side by side and build the same folder: nobody sees half a file, and cargo no newer one without a reason.
void copyIfDifferent(const fs::path& from, const fs::path& to)
{
    const std::string text = readAll(from);
    if (fs::exists(to) && readAll(to) == text)
        return;
    const fs::path half = to.string() + '.' + std::to_string(getpid());
    std::ofstream{half, std::ios::binary} << text;
    fs::rename(half, to);
}

/// "1.63.0"; empty if there is none.
std::string versionOfRustc()
{
    const Output rustc = shell("rustc --version");
    std::istringstream words{rustc.code == 0 ? rustc.text : std::string{}};
    std::string name;
    std::string version;
    words >> name >> version;
    return version;
}

/// What cargo writes: for each compiler apart, as an older one cannot read the Cargo.lock of a newer.
fs::path cargoFolder() { return fs::path{AWAITSCOPE_CARGO_FOLDER} / versionOfRustc(); }

/// cargo writes Cargo.lock beside the manifest, so that it gets a copy of the sources.
void copySources(const fs::path& from, const fs::path& instead, const fs::path& to)
{
    fs::create_directories(to);
    for (const fs::directory_entry& entry : fs::directory_iterator{from}) {
        const fs::path name = entry.path().filename();
        const bool isReplaced = !instead.empty() && fs::exists(instead / name);
        if (!isReplaced && (name.extension() == ".rs" || name == "Cargo.toml"))
            copyIfDifferent(entry.path(), to / name);
    }
}

Runtime findCrate(const std::string& name)
{
    Runtime runtime{name, {}, {}};
    const std::string rustc = versionOfRustc();
    const std::optional<std::string> crate = versionOfCrate(name);
    if (rustc.empty())
        runtime.missing = "rustc is missing (Debian: rustc)";
    else if (shell("cargo --version").code != 0)
        runtime.missing = "cargo is missing (Debian: cargo)";
    else if (!crate)
        runtime.missing = "there is no " + name + " in " + crates.string() + " (Debian: librust-" + name + "-dev)";
    else
        runtime.version = "rustc " + rustc + ", " + name + ' ' + *crate;
    return runtime;
}

std::string quoted(const std::string& text) { return '\'' + text + '\''; }

std::string cargoBuild(const fs::path& program, const fs::path& instead)
{
    // What is put together has names that are there already.
    const fs::path target = cargoFolder() / (instead.empty() ? "target" : "target-" + instead.filename().string());
    const fs::path copy =
        cargoFolder() / (instead.empty() ? program.parent_path() : instead).lexically_relative(AWAITSCOPE_SOURCE_DIR);
    copySources(program.parent_path(), instead, copy);
    if (!instead.empty())
        copySources(instead, {}, copy);
    // Neither the network nor the settings of the person who runs this: just what the distribution has installed.
    const std::string command = "cd " + quoted(copy.string()) + " && CARGO_HOME=" + quoted((target / "home").string())
                                + " RUSTFLAGS= cargo build --offline --quiet --bin " + program.stem().string()
                                + " --target-dir " + quoted(target.string())
                                + " --config 'source.crates-io.replace-with=\"debian\"'"
                                + " --config 'source.debian.directory=\"" + crates.string() + "\"'";
    const Output built = shell(command);
    if (built.code != 0)
        throw std::runtime_error{"cargo could not build " + program.string() + ":\n" + built.text};
    return quoted((target / "debug" / program.stem()).string());
}

} // namespace

std::vector<std::string> Output::lines() const
{
    std::vector<std::string> result;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        result.push_back(line);
    return result;
}

Output shell(const std::string& command)
{
    std::FILE* const pipe = popen(("{ " + command + "; } 2>&1").c_str(), "r");
    if (!pipe)
        return {"popen failed", -1};
    Output output;
    for (int character = std::fgetc(pipe); character != EOF; character = std::fgetc(pipe))
        output.text += static_cast<char>(character);
    const int status = pclose(pipe);
    output.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return output;
}

Runtime findTokio() { return findCrate("tokio"); }

Runtime findFuturesLite() { return findCrate("futures-lite"); }

Runtime findNode()
{
    Runtime runtime{"Node.js", {}, {}};
    const Output node = shell("node --version");
    if (node.code != 0)
        runtime.missing = "node is missing (Debian: nodejs)";
    else
        runtime.version = node.lines().at(0);
    return runtime;
}

Runtime findAsyncio()
{
    Runtime runtime{"asyncio", {}, {}};
    const Output python = shell("python3 -c 'import sys; print(*sys.version_info[:3], sep=\".\")'");
    if (python.code != 0)
        runtime.missing = "python3 is missing (Debian: python3)";
    else if (shell("python3 -c 'import asyncio; asyncio.timeout, asyncio.Runner'").code != 0)
        runtime.missing = "Python " + python.lines().at(0) + " has no asyncio.timeout, which is there from 3.11 on";
    else
        runtime.version = "Python " + python.lines().at(0);
    return runtime;
}

std::string commandOf(const std::string& file, const std::string& instead)
{
    const fs::path path{file};
    if (path.extension() == ".rs")
        return cargoBuild(path, instead);
    // -B: no compiled copies among the sources.
    return (path.extension() == ".py" ? "python3 -B " : "node ") + quoted(path.string());
}

bool isInCi()
{
    const char* const ci = std::getenv("CI"); // NOLINT(concurrency-mt-unsafe)
    return ci && *ci;
}

} // namespace awaitscope::test
