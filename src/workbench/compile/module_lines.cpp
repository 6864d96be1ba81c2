// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/module_lines.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/text/text.hpp"
#include "workbench/process/process.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

namespace awaitscope {

ModuleLines::ModuleLines(std::filesystem::path reader, std::filesystem::path module, std::vector<LessonFile> sources)
    : m_reader(std::move(reader)), m_module(std::move(module)), m_sources(std::move(sources))
{}

std::vector<CodePlace> ModuleLines::placesOf(const std::vector<std::uint64_t>& addresses) const
{
    if (addresses.empty() || m_reader.empty())
        return {};
    std::vector<std::string> arguments{"-e", m_module.string()};
    for (const std::uint64_t address : addresses) {
        std::array<char, 24> digits{};
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), address, 16);
        arguments.emplace_back(digits.data(), end);
    }
    ProcessOptions options;
    options.longest = std::chrono::seconds{10};
    const ProcessResult said = runProcess(m_reader, arguments, options);
    return said.succeeded() ? readPlaces(said.out, m_sources) : std::vector<CodePlace>{};
}

std::optional<CodePlace> ModuleLines::placeOf(const std::vector<std::uint64_t>& addresses) const
{
    const std::vector<CodePlace> places = placesOf(addresses);
    const auto own = std::ranges::find_if(places, [&](const CodePlace& place) { return place.file == m_sources.front().name; });
    if (own != places.end())
        return *own;
    return places.empty() ? std::nullopt : std::optional{places.front()};
}

std::optional<CodePlace> ModuleLines::mostFrequentPlaceOf(const std::vector<std::uint64_t>& samples) const
{
    return m_sources.empty() ? std::nullopt : mostFrequent(placesOf(samples), m_sources.front());
}

std::vector<CodePlace> readPlaces(std::string_view printed, const std::vector<LessonFile>& sources)
{
    std::vector<CodePlace> places;
    for (const std::string_view line : linesOf(printed)) {
        for (const LessonFile& source : sources) {
            const std::string tail = '/' + source.name + ':';
            const std::size_t at = line.rfind(tail);
            int number = 0;
            if (at == std::string_view::npos)
                continue;
            const std::string_view rest = line.substr(at + tail.size());
            std::from_chars(rest.data(), rest.data() + rest.size(), number); // and perhaps " (discriminator 2)"
            if (number > 0)
                places.push_back({source.name, number});
        }
    }
    return places;
}

std::optional<CodePlace> mostFrequent(const std::vector<CodePlace>& places, const LessonFile& source)
{
    const SourceIndex index{source.name, source.text};
    const auto isHead = [&](int line) {
        return std::ranges::any_of(index.functions(), [line](const SourceFunction& function) {
            return line == function.firstLine || line == function.bodyLine;
        });
    };
    std::map<std::pair<bool, int>, int> counts; // heads of functions come last
    for (const CodePlace& place : places) {
        // Only those: the loop itself is the learner's, wherever it calls to.
        if (place.file == source.name)
            ++counts[{isHead(place.line), place.line}];
    }
    const auto heads = counts.lower_bound({true, 0});
    const auto begin = counts.begin();
    const auto most = std::ranges::max_element(begin, heads == begin ? counts.end() : heads, {},
                                               [](const auto& entry) { return entry.second; });
    return counts.empty() ? std::nullopt : std::optional{CodePlace{source.name, most->first.second}};
}

} // namespace awaitscope
