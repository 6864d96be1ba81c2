// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace awaitscope {

/// Phrases of a lesson in another language. A phrase may have places, {1} to {9}, for what differs from run to run:
/// "{1} was obtained at {2}" says "v2 was obtained at 200 ms" as well.
class Phrasebook
{
public:
    /// Empty, or why the pair cannot be kept: a phrase said before, one without words, or whose places
    /// are not the same ones.
    std::string add(std::string phrase, std::string translation);

    /// The translation of `text`; nothing if there is no phrase for it. A phrase without places comes first, then the
    /// one that was added first.
    std::optional<std::string> find(std::string_view text) const;
    std::string say(std::string_view text) const; ///< the text itself if there is no phrase for it

    /// As find(), and what stands in the places is said by `parts`, places in places too.
    std::optional<std::string> find(std::string_view text, const Phrasebook& parts) const;

    bool isEmpty() const { return m_plain.empty() && m_patterns.empty(); }

private:
    struct Pattern
    {
        std::vector<std::string> pieces; ///< between the places, one more than there are of those
        std::vector<int> places;
        std::string translation;
    };

    std::map<std::string, std::string, std::less<>> m_plain;
    std::vector<Pattern> m_patterns;
};

/// Reads a file of phrases, such as words.de.toml: "English" = "the other language". `file` is how errors call it.
Phrasebook readPhrasebook(std::string_view text, const std::string& file, std::vector<Diagnostic>& errors);

} // namespace awaitscope
