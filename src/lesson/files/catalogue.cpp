// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"

#include "core/trace/recorder.hpp"
#include "lesson/files/manifest.hpp"
#include "lesson/files/retelling.hpp"
#include "lesson/files/source_checks.hpp"
#include "lesson/format/story_reader.hpp"
#include "lesson/format/telling.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"
#include "lesson/text/toml_value.hpp"

#include <algorithm>
#include <tuple>

namespace awaitscope {

namespace {

constexpr std::string_view manifestName = "lesson.toml";
constexpr std::string_view storyName = "story.md";
constexpr std::string_view scenarioName = "scenario.cpp";

/// A file of rubbish has a mistake on each line, and nobody reads thousands of messages.
void keepTheFirst(std::vector<Diagnostic>& errors)
{
    if (errors.size() <= mostErrors)
        return;
    errors.resize(mostErrors);
    errors.push_back({"There are more mistakes. Only the first " + std::to_string(mostErrors) + " are told.", {}, 0});
}

bool requireFile(const Lesson& lesson, std::string_view name, std::string_view purpose, const std::string& where,
                 std::vector<Diagnostic>& errors)
{
    if (lesson.findFile(name) != nullptr)
        return true;
    errors.push_back({"The file is missing. It holds " + std::string{purpose} + '.', where + std::string{name}, 0});
    return false;
}

std::size_t mostBytesOf(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    const bool isTelling = !tellingOf(name).empty();
    if (name == storyName || (isTelling && path.extension() == ".md"))
        return largestStory;
    return name == manifestName || isTelling ? largestToml : largestSource;
}

/// `name` is relative to the lesson.
bool isLessonFile(const std::filesystem::path& path, const std::string& name)
{
    const std::string folder = std::filesystem::path{name}.parent_path().string();
    if (!folder.empty())
        return std::ranges::any_of(otherRuntimes(), [&](const OtherRuntime& runtime) {
            return runtime.folder == folder && runtime.ending == path.extension().string();
        });
    const std::string extension = path.extension().string();
    return extension == ".cpp" || extension == ".hpp" || path.filename() == manifestName
           || path.filename() == storyName || !tellingOf(name).empty();
}

const std::string* findText(const std::vector<LessonFile>& files, std::string_view name)
{
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const LessonFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &found->text;
}

void attachPrograms(Lesson& lesson, const BuiltInLesson& builtIn)
{
    lesson.programs.clear();
    for (const VariantSpec& variant : lesson.variants) {
        const auto found = std::find_if(builtIn.programs.begin(), builtIn.programs.end(),
                                        [&](const auto& entry) { return entry.first == variant.name; });
        lesson.programs.push_back(found == builtIn.programs.end() ? Program{} : found->second);
    }
}

void indexSources(Lesson& lesson)
{
    for (const VariantSpec& variant : lesson.variants) {
        std::vector<SourceIndex> sources;
        for (const std::string_view name : {std::string_view{variant.file}, scenarioName}) {
            if (const LessonFile* const file = lesson.findFile(name))
                sources.emplace_back(file->name, file->text);
        }
        lesson.sources.push_back(std::make_shared<const SourceSet>(lesson.slug, std::move(sources)));
    }
}

/// Whether every C++ file is what was compiled: the variant alone is not all of a program.
bool hasSameSources(const Lesson& lesson, const BuiltInLesson& builtIn)
{
    const auto isSource = [](const std::string& name) { return name.ends_with(".cpp") || name.ends_with(".hpp"); };
    return std::ranges::all_of(lesson.files, [&](const LessonFile& file) {
        const std::string* const compiled = findText(builtIn.files, file.name);
        return !isSource(file.name) || (compiled && *compiled == file.text);
    });
}

/// Without a '/' behind its name.
std::filesystem::path withoutEnd(const std::filesystem::path& folder)
{
    const std::filesystem::path clean = folder.lexically_normal();
    return clean.has_filename() ? clean : clean.parent_path();
}

/// How messages call it.
std::string whereOf(const std::filesystem::path& folder) { return printablePath(withoutEnd(folder)) + '/'; }

} // namespace

LessonReading readLesson(std::string slug, std::vector<LessonFile> files, const std::string& where)
{
    LessonReading reading;
    Lesson& lesson = reading.lesson;
    std::vector<Diagnostic>& errors = reading.errors;
    lesson.slug = std::move(slug);
    lesson.files = std::move(files);
    if (!isPlainName(lesson.slug))
        errors.push_back({"A lesson's folder cannot be called " + inQuotes(lesson.slug)
                              + ". Allowed: small letters, digits and '-' between them.",
                          where, 0});

    if (requireFile(lesson, manifestName, "the lesson's title, variants and checks", where, errors))
        readManifest(lesson.findFile(manifestName)->text, where + std::string{manifestName}, lesson, errors);
    requireFile(lesson, scenarioName, "the world around the variants, the caller and the checks", where, errors);
    for (const VariantSpec& variant : lesson.variants) {
        if (!variant.name.empty())
            requireFile(lesson, variant.file, "the variant " + variant.name + " of lesson.toml", where, errors);
    }
    indexSources(lesson);
    const bool hasSoundManifest = errors.empty();
    const std::string storyFile = where + std::string{storyName};
    const std::size_t before = errors.size();
    if (requireFile(lesson, storyName, "the lesson's scenes", where, errors))
        lesson.story = readStory(lesson.findFile(storyName)->text, storyFile, errors);
    const bool hasSoundStory = errors.size() == before;
    if (hasSoundManifest) { // else every error of the manifest would come again from the story
        resolveStory(lesson, storyFile, errors);
        if (hasSoundStory) // else marks seem unused
            checkSources(lesson, where, errors);
        if (errors.empty()) // they are compared with the variants, which must be sound
            checkRetellings(lesson, where, errors);
        if (errors.empty()) // they are compared with the English story
            readTellings(lesson, where, errors);
    }
    keepTheFirst(errors);
    return reading;
}

LessonReading readForeignLesson(const std::filesystem::path& folder)
{
    const std::filesystem::path named = withoutEnd(folder);
    const std::string where = whereOf(folder);
    std::string slug = named.filename().string();
    if (slug == "." || slug == "..")
        slug = std::filesystem::absolute(named).lexically_normal().filename().string();

    std::error_code failure;
    std::vector<LessonFile> files;
    std::vector<Diagnostic> unreadable;
    // Not every folder that is there: only those in which a lesson has files, and these without their own folders.
    std::vector<std::filesystem::path> folders{named};
    for (const OtherRuntime& runtime : otherRuntimes()) {
        std::error_code none;
        if (const auto inner = named / runtime.folder; std::filesystem::is_directory(inner, none))
            folders.push_back(inner);
    }
    for (const std::filesystem::path& from : folders) {
        for (std::filesystem::directory_iterator entry{from, failure}, end; !failure && entry != end;
             entry.increment(failure)) {
            const std::string name = entry->path().lexically_relative(named).generic_string();
            if (!entry->is_regular_file(failure) || !isLessonFile(entry->path(), name))
                continue;
            Result<std::string> text = readTextFile(entry->path(), mostBytesOf(entry->path()));
            if (text)
                files.push_back({name, *std::move(text)});
            else
                unreadable.push_back(text.error());
        }
        if (failure)
            break;
    }
    if (failure) {
        LessonReading reading;
        reading.errors.push_back(
            {"The folder cannot be read: " + failure.message() + '.', printablePath(named), 0});
        return reading;
    }
    // A folder gives them in any order; what is told and compiled must be the same on every machine.
    std::sort(files.begin(), files.end(), [](const LessonFile& a, const LessonFile& b) { return a.name < b.name; });

    if (!unreadable.empty()) { // all that refers to such a file would be called wrong too
        keepTheFirst(unreadable);
        LessonReading reading;
        reading.lesson.slug = slug;
        reading.errors = std::move(unreadable);
        return reading;
    }

    LessonReading reading = readLesson(slug, std::move(files), where);
    // Programs lie beside the variants, though nothing is compiled in.
    reading.lesson.programs.resize(reading.lesson.variants.size());
    return reading;
}

LessonReading readLessonFolder(const std::filesystem::path& folder, const std::vector<BuiltInLesson>& builtIn)
{
    LessonReading reading = readForeignLesson(folder);
    const auto compiled = std::ranges::find(builtIn, reading.lesson.slug, &BuiltInLesson::slug);
    if (reading.errors.empty() && compiled != builtIn.end() && hasSameSources(reading.lesson, *compiled))
        attachPrograms(reading.lesson, *compiled);
    return reading;
}

bool isSameLesson(const Lesson& lesson, const Lesson& other)
{
    return lesson.slug == other.slug && std::ranges::all_of(lesson.files, [&](const LessonFile& file) {
        const LessonFile* const twin = other.findFile(file.name);
        return twin && twin->text == file.text;
    });
}

LessonReading readBuiltInLesson(const BuiltInLesson& builtIn)
{
    LessonReading reading = readLesson(builtIn.slug, builtIn.files, "lessons/" + builtIn.slug + '/');
    attachPrograms(reading.lesson, builtIn);
    return reading;
}

Catalogue::Catalogue(const std::vector<BuiltInLesson>& builtIn)
{
    std::vector<Lesson>& originals = m_lessons[std::string{firstLanguage}];
    for (const BuiltInLesson& compiled : builtIn) {
        LessonReading reading = readBuiltInLesson(compiled);
        if (reading.errors.empty())
            originals.push_back(std::move(reading.lesson));
        else
            m_broken.push_back({compiled.slug, std::move(reading.errors)});
    }
    // The build gives them in no particular order. The slug decides where two lessons have the same number.
    std::sort(originals.begin(), originals.end(),
              [](const Lesson& a, const Lesson& b) { return std::tie(a.order, a.slug) < std::tie(b.order, b.slug); });
    std::ranges::sort(m_broken, {}, &BrokenLesson::slug);
    for (const Lesson& lesson : originals) {
        for (const Telling& telling : lesson.tellings) {
            const auto [place, isNew] = m_lessons.try_emplace(telling.language);
            for (std::size_t i = 0; isNew && i < originals.size(); ++i)
                // All of them as soon as one is told in it; toldIn() leaves the others in English.
                place->second.push_back(toldIn(originals[i], telling.language));
        }
    }
}

const std::vector<Lesson>& Catalogue::lessons(std::string_view language) const
{
    const auto found = m_lessons.find(language);
    return found == m_lessons.end() ? m_lessons.find(firstLanguage)->second : found->second;
}

const Lesson* Catalogue::find(std::string_view slug, std::string_view language) const
{
    const std::vector<Lesson>& all = lessons(language);
    const auto found = std::ranges::find(all, slug, &Lesson::slug);
    return found == all.end() ? nullptr : &*found;
}

Result<const Lesson*> Catalogue::require(std::string_view slug, std::string_view language) const
{
    if (const Lesson* const lesson = find(slug, language))
        return lesson;
    if (const auto broken = std::ranges::find(m_broken, slug, &BrokenLesson::slug); broken != m_broken.end()) {
        const Diagnostic& first = broken->errors.front();
        return Diagnostic{"The lesson " + inQuotes(slug) + " cannot be run, as its files have mistakes: " + first.message
                              + " All of them: awaitscope-cli verify " + broken->slug + '.',
                          first.file, first.line};
    }
    std::vector<std::string> slugs;
    for (const Lesson& lesson : lessons())
        slugs.push_back(lesson.slug);
    return Diagnostic{"There is no lesson " + inQuotes(slug) + ". Allowed: " + listed(slugs, "or") + '.', {}, 0};
}

} // namespace awaitscope
