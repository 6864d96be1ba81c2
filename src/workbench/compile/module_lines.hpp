// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// A place in somebody's file.
struct CodePlace
{
    std::string file;
    int line = 0;

    friend bool operator==(const CodePlace&, const CodePlace&) = default;
};

/// Which lines the addresses of a module are: addr2line knows.
class ModuleLines
{
public:
    /// `reader` is addr2line; empty: nothing is known. Of the sources, which the module was compiled from, the first is the
    /// learner's.
    ModuleLines(std::filesystem::path reader, std::filesystem::path module, std::vector<LessonFile> sources);

    /// The first that is the learner's, else the first of the lesson's. Empty if there is none.
    std::optional<CodePlace> placeOf(const std::vector<std::uint64_t>& addresses) const;

    /// Of moments in which a loop was interrupted: where it was most often.
    std::optional<CodePlace> mostFrequentPlaceOf(const std::vector<std::uint64_t>& samples) const;

private:
    std::vector<CodePlace> placesOf(const std::vector<std::uint64_t>& addresses) const;

    std::filesystem::path m_reader;
    std::filesystem::path m_module;
    std::vector<LessonFile> m_sources;
};

/// What addr2line printed, of these sources: "alan-caches-requests/my-buggy.cpp:12", a line each.
std::vector<CodePlace> readPlaces(std::string_view printed, const std::vector<LessonFile>& sources);

/// Where `places` are most often in `source`. Jumps of a loop are told to be of the line in which its function begins: that
/// counts only where there is nothing else.
std::optional<CodePlace> mostFrequent(const std::vector<CodePlace>& places, const LessonFile& source);

} // namespace awaitscope
