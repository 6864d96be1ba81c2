// SPDX-License-Identifier: GPL-3.0-or-later

// Sets the programs of bench_runtime.cpp side by side: runs the executables in turn, round after round, so that what
// else the machine does strikes all of them, and prints the medians as a table in Markdown.
//
//   bench_compare [--rounds N] [--filter TEXT] [--min-time SECONDS]

#include <boost/process.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace awaitscope::bench {
namespace {

struct Settings
{
    int rounds = 9;
    std::string filter = ".";
    std::string minTime = "0.05";
};

struct Platform
{
    std::string name;
    std::string program;
    std::map<std::string, std::vector<double>> figures{}; ///< nanoseconds of CPU time, one for each round
};

double nanoseconds(const nlohmann::json& figure)
{
    const std::string unit = figure.at("time_unit");
    return figure.at("cpu_time").get<double>() * (unit == "ms" ? 1e6 : unit == "us" ? 1e3 : 1.0);
}

/// Names in the order in which they were run.
std::vector<std::string> runOnce(Platform& platform, const Settings& settings)
{
    namespace process = boost::process;
    process::ipstream output;
    // A dot is any text to Google Benchmark, and to tokio's program the empty text is.
    const std::string filter = settings.filter == "." && platform.name == "tokio" ? "" : settings.filter;
    process::child child{platform.program,
                         "--benchmark_format=json",
                         "--benchmark_filter=" + filter,
                         "--benchmark_min_time=" + settings.minTime,
                         process::std_out > output,
                         process::std_err > process::null};
    const std::string text{std::istreambuf_iterator<char>{output}, {}};
    child.wait();
    if (child.exit_code() != 0)
        throw std::runtime_error{platform.program + " ended with " + std::to_string(child.exit_code())};
    std::vector<std::string> names;
    const nlohmann::json report = nlohmann::json::parse(text);
    for (const nlohmann::json& figure : report.at("benchmarks")) {
        if (figure.at("run_type") != "iteration") // an aggregate: the fit of the growth
            continue;
        names.push_back(figure.at("name"));
        platform.figures[names.back()].push_back(nanoseconds(figure));
    }
    return names;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

std::string inMicroseconds(double nanoseconds)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(nanoseconds < 100'000 ? 2 : 0) << nanoseconds / 1000 << " µs";
    return text.str();
}

/// The median of the ratios of each round, which are less disturbed than the ratio of two medians.
std::string ratio(const std::vector<double>& figures, const std::vector<double>& base)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < figures.size(); ++i)
        ratios.push_back(figures[i] / base[i]);
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << median(std::move(ratios)) << " ×";
    return text.str();
}

void printTable(const std::vector<std::string>& names, const std::vector<Platform>& platforms)
{
    const Platform& base = platforms.front();
    std::cout << "| what |";
    for (const Platform& platform : platforms)
        std::cout << ' ' << platform.name << " |";
    std::cout << "\n|---|";
    for (std::size_t i = 0; i < platforms.size(); ++i)
        std::cout << "---|";
    std::cout << '\n';
    for (const std::string& name : names) {
        std::cout << "| " << name << " |";
        for (const Platform& platform : platforms) {
            const auto found = platform.figures.find(name);
            if (found == platform.figures.end())
                std::cout << " |";
            else if (&platform == &base)
                std::cout << ' ' << inMicroseconds(median(found->second)) << " |";
            else
                std::cout << ' ' << inMicroseconds(median(found->second)) << " = "
                          << ratio(found->second, base.figures.at(name)) << " |";
        }
        std::cout << '\n';
    }
}

/// The timers of Asio against the sleep of the teaching world, each platform by itself.
void printTimers(const std::vector<std::string>& names, const std::vector<Platform>& platforms)
{
    const std::string sleeps = "awaits/";
    const std::string waits = "timers/";
    for (const std::string& name : names) {
        const std::string same = name.starts_with(waits) ? sleeps + name.substr(waits.size()) : std::string{};
        if (same.empty() || std::find(names.begin(), names.end(), same) == names.end())
            continue;
        std::cout << name << " against " << same << ':';
        for (const Platform& platform : platforms) {
            if (const auto found = platform.figures.find(name); found != platform.figures.end())
                std::cout << ' ' << platform.name << ' ' << ratio(found->second, platform.figures.at(same));
        }
        std::cout << '\n';
    }
}

Settings readArguments(int argc, char** argv)
{
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const std::string option = argv[i];
        const bool hasValue = i + 1 < argc;
        if (option == "--rounds" && hasValue)
            settings.rounds = std::max(1, std::atoi(argv[++i]));
        else if (option == "--filter" && hasValue)
            settings.filter = argv[++i];
        else if (option == "--min-time" && hasValue)
            settings.minTime = argv[++i];
        else
            throw std::runtime_error{"\"" + option
                                     + "\" is no option, or lacks its value. Allowed: --rounds N, --filter TEXT, "
                                       "--min-time SECONDS."};
    }
    return settings;
}

int compare(const Settings& settings)
{
    std::vector<Platform> platforms{{"untraced", AWAITSCOPE_BENCH_FOLDER "/bench_untraced"},
                                    {"traced", AWAITSCOPE_BENCH_FOLDER "/bench_traced"},
                                    {"io_context", AWAITSCOPE_BENCH_FOLDER "/bench_io_context"}};
    if (const std::string tokio = AWAITSCOPE_BENCH_FOLDER "/cargo/release/bench_tokio"; std::filesystem::exists(tokio))
        platforms.push_back({"tokio", tokio});
    else
        std::cerr << "tokio is not compared: there is no " << tokio
                  << ". Build the target bench_tokio, which takes Debian's rustc, cargo and librust-tokio-dev.\n";
    std::vector<std::string> names;
    for (int round = 0; round < settings.rounds; ++round) {
        for (Platform& platform : platforms) {
            std::vector<std::string> run = runOnce(platform, settings);
            if (names.empty())
                names = std::move(run);
        }
    }
    printTable(names, platforms);
    std::cout << '\n';
    printTimers(names, platforms);
    return EXIT_SUCCESS;
}

} // namespace
} // namespace awaitscope::bench

int main(int argc, char** argv)
{
    try {
        return awaitscope::bench::compare(awaitscope::bench::readArguments(argc, argv));
    } catch (const std::exception& error) {
        std::cerr << "bench_compare: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
