// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace awaitscope {

/// A lesson as the build put it into the program: its files, and the variants compiled from just those files.
struct BuiltInLesson
{
    std::string slug;
    std::vector<LessonFile> files;
    std::vector<std::pair<std::string, Program>> programs; ///< variant name, program
};

/// The lessons that were compiled in, in no particular order. Defined in the generated code of lessons/;
/// whoever calls it links awaitscope::lessons.
std::vector<BuiltInLesson> builtInLessons();

/// The most mistakes that are told of a lesson.
constexpr std::size_t mostErrors = 20;

/// A lesson, or what is wrong with it: the first mostErrors mistakes, and whether there are more.
struct LessonReading
{
    Lesson lesson;
    std::vector<Diagnostic> errors; ///< the lesson is usable only if this is empty
};

/// Reads one of them, with its programs; its folder is taken to be lessons/SLUG/.
LessonReading readBuiltInLesson(const BuiltInLesson& builtIn);

/// Reads lesson.toml, story.md and the sources. `where` goes before file names in errors ("lessons/alan-caches-requests/").
LessonReading readLesson(std::string slug, std::vector<LessonFile> files, const std::string& where);

/// The same from a folder. Where all of its C++ is byte for byte that of the built-in lesson of its name, what was compiled in
/// runs; else its programs are nobody's yet, as those of a foreign lesson.
LessonReading readLessonFolder(const std::filesystem::path& folder, const std::vector<BuiltInLesson>& builtIn);

/// The same of a lesson that is not in the program: its programs are nobody's yet, see withHosts().
LessonReading readForeignLesson(const std::filesystem::path& folder);

/// Whether `lesson`, which was read from a folder, has the files of `other`: then that one's links show it.
bool isSameLesson(const Lesson& lesson, const Lesson& other);

/// A built-in lesson whose files have mistakes.
struct BrokenLesson
{
    std::string slug;
    std::vector<Diagnostic> errors; ///< at least one
};

/// All built-in lessons in the order of their manifests. One that does not read is left out, and keeps nobody from the others.
class Catalogue
{
public:
    explicit Catalogue(const std::vector<BuiltInLesson>& builtIn);

    /// Those that do not read, by slug.
    const std::vector<BrokenLesson>& broken() const { return m_broken; }

    /// All in `language`, where they are told in it, else in English. They live as long as the catalogue.
    const std::vector<Lesson>& lessons(std::string_view language = firstLanguage) const;
    const Lesson* find(std::string_view slug, std::string_view language = firstLanguage) const;

    /// By slug; the error lists the slugs there are, or says what is wrong with that lesson.
    Result<const Lesson*> require(std::string_view slug, std::string_view language = firstLanguage) const;

private:
    std::map<std::string, std::vector<Lesson>, std::less<>> m_lessons; ///< by language; in each all, in the same order
    std::vector<BrokenLesson> m_broken;
};

} // namespace awaitscope
