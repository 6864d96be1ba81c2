// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/phrasebook.hpp"
#include "lesson/format/story.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

struct Lesson;
struct Trace;

constexpr std::string_view firstLanguage = "en"; ///< what every lesson is told in

/// A lesson in another language than English, its first one: story.de.md and words.de.toml.
struct Telling
{
    std::string language; ///< "de", as in ISO 639-1
    Story story;
    Phrasebook words; ///< the manifest's texts, and what its runs say of themselves
};

/// The language of a file's name, if it belongs to a telling: "de" for "story.de.md" and "words.de.toml"; else empty.
std::string_view tellingOf(std::string_view file);

/// Reads all tellings among the lesson's files into it. The lesson, its English story included, has been read without
/// errors. Errors: a telling without story or words, a text of the manifest without words, a story whose scenes, links,
/// questions or set pieces are not those of story.md.
void readTellings(Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors);

/// The lesson in `language`, English where it has no such telling.
Lesson toldIn(const Lesson& lesson, std::string_view language);

/// What a run says of itself in sentences of the lesson: outcomes of caller and client, and why its checks came out.
std::vector<std::string> wordsOf(const Trace& trace);

/// The same trace with these in other words.
Trace retold(const Trace& trace, const Phrasebook& words);

} // namespace awaitscope
