// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"

#include <QString>

#include <vector>

namespace awaitscope {

/// A piece of a scene as it is shown: text, or a question.
struct StoryPiece
{
    QString markdown;
    const Predict* predict = nullptr; ///< the lesson's

    friend bool operator==(const StoryPiece&, const StoryPiece&) = default;
};

/// One scene, ready to be shown. Lives as long as the lesson.
struct StoryPicture
{
    QString title;
    QString place;                  ///< "6 / 7"
    std::vector<StoryPiece> pieces; ///< neighbouring texts are one
    QString back;                   ///< the label of the button: "Back"; empty at the first scene
    QString next;                   ///< "Next: the fix"; empty at the last
};

/// `scene` is an index into the story's scenes; a lesson without any gives an empty picture, and a page of one's own what it says of
/// itself, or the pages to start from.
StoryPicture storyOf(const Lesson& lesson, int scene, CancelModel model);

/// What stands below a lesson's last scene: what was learned, and what to do next. `lessons` are all there are, in their order.
void addEnd(StoryPicture& picture, const Lesson& lesson, const std::vector<const Lesson*>& lessons);

/// A title in the middle of a sentence: "The fix" becomes "the fix"; names and terms stay as they are.
QString withinSentence(const QString& title);

/// A number and its unit stay in one line: "200 ms" with a space that does not break. Code and links stay as they are.
QString withUnbrokenUnits(QString markdown);

/// Without the marks of Markdown, in one line.
QString plainText(QString markdown);

/// The first sentence of a text, likewise.
QString firstSentenceOf(const QString& markdown);

/// What a link of the story does.
struct StoryAction
{
    enum class Kind {
        scenario, ///< `target` is a scenario string or patch
        traffic,  ///< weeks of traffic of the lesson
        mark,     ///< `target` is the name of a mark in the sources
        page,     ///< `target` is the name of a starting page, empty for a blank one
        web,      ///< `target` is an address to open outside
        lesson,   ///< `target` is a lesson's name, to begin with
        edit,     ///< change the code
        none,
    };
    Kind kind = Kind::none;
    QString target;

    friend bool operator==(const StoryAction&, const StoryAction&) = default;
};

StoryAction actionOf(const QString& link);

/// The numbers ① to ⑳ are written as characters in a story and shown as badges: 1 to 20, or 0 for any other character.
int badgeNumber(QChar character);

} // namespace awaitscope
