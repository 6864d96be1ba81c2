// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/claim.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/format/story_reader.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

class StoryResolver
{
public:
    StoryResolver(const Lesson& lesson, const std::string& file, std::vector<Diagnostic>& errors)
        : m_lesson{lesson},
          m_file{file},
          m_errors{errors}
    {}

    void resolve(Scene& scene)
    {
        const Scenario scope = read(scene.scope, defaultScenario(m_lesson), scene.scopeLine);
        // Whole from here on: a scene must mean the same wherever one comes from. Its links stay patches, as
        // they change what is shown.
        scene.scope = toText(scope, m_lesson);
        for (const auto& [variant, title] : scene.view.titles) {
            if (!m_lesson.findVariant(variant))
                reject(scene.view.line, "titles names the variant " + inQuotes(variant) + ", which this lesson does not have.");
        }
        // Read for its mistakes alone. Whether it can be run is for verifyLesson().
        for (const StoryLink& link : scene.links)
            read(link.target, scope, link.line);
        for (const SetPiece& piece : scene.setPieces)
            read(piece.scenario, scope, piece.line);
        for (StoryBlock& block : scene.blocks) {
            if (block.predict)
                resolve(*block.predict, scope, block.models);
        }
    }

private:
    void reject(int line, std::string message) { m_errors.push_back({std::move(message), m_file, line}); }

    /// `current` itself where the text is empty or wrong.
    Scenario read(const std::string& text, const Scenario& current, int line)
    {
        if (text.empty())
            return current;
        const Result<Scenario> scenario = parseScenario(text, m_lesson, current);
        if (!scenario) {
            reject(line, scenario.error().message);
            return current;
        }
        return *scenario;
    }

    void resolve(Predict& predict, const Scenario& scope, const std::vector<CancelModel>& models)
    {
        const Scenario scenario = read(predict.scenario, scope, predict.line);
        predict.scenario = toText(scenario, m_lesson);
        if (!models.empty() && std::find(models.begin(), models.end(), scenario.model) == models.end())
            reject(predict.line, "The question is shown for other models than the one it is asked in, "
                                     + std::string{toText(scenario.model)} + ". Name the model in its scenario.");
        switch (predict.kind) {
        case PredictKind::choice:
            for (const Predict::Answer& answer : predict.answers) {
                if (!answer.claim.empty())
                    check(answer.claim, scenario, predict.line, "In the answer " + inQuotes(answer.text) + ": ");
            }
            break;
        case PredictKind::lines:
            if (std::ranges::find(scenario.variants, predict.variant) == scenario.variants.end())
                reject(predict.line, "The question asks about the lines of " + inQuotes(predict.variant)
                                         + ", but its scenario shows " + listed(scenario.variants) + '.');
            break;
        case PredictKind::place:
            check(predict.claim, scenario, predict.line, "In the claim: ");
            if (!tryParseDuration(predict.example))
                reject(predict.line, "The example " + inQuotes(predict.example)
                                         + " is no timeout. Write a whole number and us, ms or s, such as 250ms.");
            break;
        case PredictKind::fix:
            require(predict.variant, "of", predict.line);
            require(predict.solution, "solution", predict.line);
            if (std::ranges::find(scenario.variants, predict.variant) == scenario.variants.end())
                reject(predict.line, "The question is about changing " + inQuotes(predict.variant) + ", but its scenario shows "
                                         + listed(scenario.variants) + '.');
            break;
        case PredictKind::order:
            require(predict.variant, "of", predict.line);
            // Its code stands beside it.
            if (std::ranges::find(scenario.variants, predict.variant) != scenario.variants.end())
                reject(predict.line, "The scenario shows " + inQuotes(predict.variant) + ", whose lines are to be put in order: the answer can be read off. "
                                         "Let it show another variant.");
            break;
        }
    }

    /// Whether it is the one that is wanted, buggy or fixed, is for verifyLesson().
    void require(const std::string& variant, const std::string& key, int line)
    {
        if (!m_lesson.findVariant(variant))
            reject(line, key + " names the variant " + inQuotes(variant) + ", which this lesson does not have.");
    }

    void check(const std::string& claim, const Scenario& scenario, int line, const std::string& where)
    {
        const Result<std::vector<Claim>> claims = parseClaims(claim, m_lesson);
        if (!claims) {
            reject(line, where + claims.error().message);
            return;
        }
        for (const Claim& each : *claims) {
            if (std::ranges::find(scenario.variants, each.variant) == scenario.variants.end())
                reject(line, where + "the question's scenario does not show the variant " + each.variant + '.');
        }
    }

    const Lesson& m_lesson;
    const std::string& m_file;
    std::vector<Diagnostic>& m_errors;
};

} // namespace

void resolveStory(Lesson& lesson, const std::string& file, std::vector<Diagnostic>& errors)
{
    StoryResolver resolver{lesson, file, errors};
    for (Scene& scene : lesson.story.scenes.own())
        resolver.resolve(scene);
}

} // namespace awaitscope
