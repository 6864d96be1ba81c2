// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/progress.hpp"

#include "lesson/text/json_fields.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

using Json = JsonFields::Json;

constexpr int progressVersion = 1;
constexpr int mostTries = 1'000'000;
constexpr int mostScenes = 1'000;
constexpr std::size_t mostItems = 1'000;

Json jsonOf(const std::string& id, const QuestionProgress& question)
{
    Json json{{"id", id},
              {"tries", question.tries},
              {"right", question.isRight},
              {"shown", question.isShown},
              {"hints", question.hints}};
    json["choice"] = question.choice ? Json(*question.choice) : Json();
    json["lines"] = Json::array();
    for (const std::string& name : question.lines)
        json["lines"].push_back({{"name", name}});
    json["place_us"] = question.place ? Json(question.place->count()) : Json();
    if (!question.laid.empty()) {
        json["laid"] = Json::array();
        for (const int piece : question.laid)
            json["laid"].push_back({{"line", piece}});
    }
    return json;
}

Json jsonOf(const std::string& slug, const LessonProgress& lesson)
{
    Json json{{"lesson", slug}, {"scene", lesson.scene}, {"seen", Json::array()}, {"questions", Json::array()}};
    for (const int scene : lesson.seen)
        json["seen"].push_back({{"scene", scene}});
    for (const auto& [id, question] : lesson.questions)
        json["questions"].push_back(jsonOf(id, question));
    return json;
}

QuestionProgress questionOf(JsonFields& fields)
{
    QuestionProgress question;
    question.tries = static_cast<int>(fields.integer("tries", 0, mostTries));
    question.isRight = fields.flag("right");
    question.isShown = fields.flag("shown");
    question.hints = static_cast<int>(fields.integer("hints", 0, static_cast<int>(mostItems)));
    if (const auto choice = fields.optionalInteger("choice", 0, static_cast<int>(mostItems)))
        question.choice = static_cast<int>(*choice);
    for (JsonFields& line : fields.objects("lines", mostItems))
        question.lines.insert(line.text("name"));
    if (const auto place = fields.optionalInteger("place_us", 0, maxDuration.count()))
        question.place = VirtualDuration{*place};
    if (fields.has("laid")) { // earlier files have none
        for (JsonFields& piece : fields.objects("laid", mostItems))
            question.laid.push_back(static_cast<int>(piece.integer("line", 0, static_cast<int>(mostItems))));
    }
    return question;
}

LessonProgress lessonProgressOf(JsonFields& fields)
{
    LessonProgress lesson;
    lesson.scene = static_cast<int>(fields.integer("scene", 0, mostScenes));
    for (JsonFields& seen : fields.objects("seen", mostItems))
        lesson.seen.insert(static_cast<int>(seen.integer("scene", 0, mostScenes)));
    for (JsonFields& question : fields.objects("questions", mostItems))
        lesson.questions.emplace(question.text("id"), questionOf(question));
    return lesson;
}

QuestionProgress merged(QuestionProgress ours, const QuestionProgress& theirs)
{
    // What one chose here is kept where one has chosen here: counts add up to the most, but two choices have no middle.
    if (ours.tries == 0 && !ours.isShown) {
        ours.choice = theirs.choice;
        ours.lines = theirs.lines;
        ours.place = theirs.place;
        ours.laid = ours.laid.empty() ? theirs.laid : ours.laid;
    }
    ours.tries = std::max(ours.tries, theirs.tries);
    ours.isRight = ours.isRight || theirs.isRight;
    ours.isShown = ours.isShown || theirs.isShown;
    ours.hints = std::max(ours.hints, theirs.hints);
    return ours;
}

} // namespace

std::string toJson(const Progress& progress)
{
    Json json{{"format", "awaitscope-progress"}, {"version", progressVersion}, {"lessons", Json::array()}};
    for (const auto& [slug, lesson] : progress.lessons)
        json["lessons"].push_back(jsonOf(slug, lesson));
    return json.dump(2) + '\n';
}

Result<Progress> readProgress(std::string_view text, const std::string& file)
{
    const Result<Json> json = parseJson(text, file, "a file of progress, as Awaitscope writes it");
    if (!json)
        return json.error();
    std::optional<std::string> problem;
    JsonFields fields{*json, "", problem};
    fields.word("format", {"awaitscope-progress"});
    const std::int64_t itsVersion = fields.integer("version", 1, mostTries);
    // Before the rest, which a newer version may have changed: the version is what is wrong then.
    if (!problem && itsVersion > progressVersion)
        return Diagnostic{"This progress was written by a newer Awaitscope (version " + std::to_string(itsVersion)
                              + " of the file; known here: 1). Read it with that one.",
                          file, 0};
    Progress progress;
    for (JsonFields& lesson : fields.objects("lessons", mostItems))
        progress.lessons.emplace(lesson.text("lesson"), lessonProgressOf(lesson));
    if (problem)
        return Diagnostic{*problem, file, 0};
    return progress;
}

Progress merged(const Progress& ours, const Progress& theirs)
{
    Progress both = ours;
    for (const auto& [slug, other] : theirs.lessons) {
        const auto [place, isNew] = both.lessons.emplace(slug, other);
        if (isNew)
            continue;
        // Its scene stays ours: where one is in a story is no achievement that could be merged.
        LessonProgress& lesson = place->second;
        lesson.seen.insert(other.seen.begin(), other.seen.end());
        for (const auto& [id, question] : other.questions) {
            const auto [mine, isNewQuestion] = lesson.questions.emplace(id, question);
            if (!isNewQuestion)
                mine->second = merged(mine->second, question);
        }
    }
    return both;
}

} // namespace awaitscope
