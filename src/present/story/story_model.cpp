// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/story_model.hpp"

#include "lesson/run/sandbox.hpp"
#include "present/story/starting_pages.hpp"
#include "present/text/tr.hpp"

#include <QRegularExpression>

#include <algorithm>

namespace awaitscope {

namespace {

QString startsInWords()
{
    QString text = StoryPaneTr::tr("A page is one C++ file with a `run()`, which starts at time 0. `effect(…)` is what stays, `println(…)` a line in "
                                 "the console, `expect(text, bool)` what must be true, and `timeout()` ends when the flag fires; in a page that "
                                 "does not call it the flag cancels `run()` from outside.");
    text += QStringLiteral("\n\n") + StoryPaneTr::tr("**Pages to start from**") + QStringLiteral("\n\n");
    for (const StartingPage& page : startingPages())
        text += QStringLiteral("- [%1](page:%2)\n").arg(page.title, page.name);
    return text;
}

StoryPicture storyOfPage(const Lesson& page)
{
    StoryPicture picture;
    const LessonFile* const file = page.findFile(page.findVariant(typedVersion(page))->file);
    QString said = file ? leadingComment(QString::fromStdString(file->text)) : QString();
    picture.title = QString::fromStdString(page.title);
    static const QRegularExpression heading{QStringLiteral("^#+\\s+(.+?)\\s*(?:\\n|$)")};
    if (const QRegularExpressionMatch match = heading.match(said); match.hasMatch()) {
        picture.title = plainText(match.captured(1));
        said = said.mid(match.capturedEnd()).trimmed();
    }
    if (said.isEmpty())
        said = startsInWords();
    else
        said += QStringLiteral("\n\n") + StoryPaneTr::tr("[Another page to start from](page:)");
    picture.pieces.push_back({said, nullptr});
    return picture;
}

} // namespace

StoryPicture storyOf(const Lesson& lesson, int scene, CancelModel model)
{
    const std::vector<Scene>& scenes = lesson.story.scenes;
    StoryPicture picture;
    if (lesson.isSandbox)
        return storyOfPage(lesson);
    if (scenes.empty())
        return picture;
    const int count = static_cast<int>(scenes.size());
    const int index = std::clamp(scene, 0, count - 1);
    const auto titleOf = [&](int i) { return QString::fromStdString(scenes[static_cast<std::size_t>(i)].title); };
    picture.title = titleOf(index);
    picture.place = QStringLiteral("%1 / %2").arg(index + 1).arg(count);
    if (index > 0)
        picture.back = StoryPaneTr::tr("Back");
    if (index + 1 < count)
        picture.next = StoryPaneTr::tr("Next: %1").arg(withinSentence(titleOf(index + 1)));
    for (const StoryBlock& block : scenes[static_cast<std::size_t>(index)].blocks) {
        if (!block.models.empty() && std::find(block.models.begin(), block.models.end(), model) == block.models.end())
            continue;
        if (block.predict) {
            picture.pieces.push_back({QString(), &*block.predict});
            continue;
        }
        const QString markdown = QString::fromStdString(block.markdown).trimmed();
        if (markdown.isEmpty())
            continue;
        if (!picture.pieces.empty() && !picture.pieces.back().predict)
            picture.pieces.back().markdown += QStringLiteral("\n\n") + markdown;
        else
            picture.pieces.push_back({markdown, nullptr});
    }
    return picture;
}

void addEnd(StoryPicture& picture, const Lesson& lesson, const std::vector<const Lesson*>& lessons)
{
    if (lesson.isSandbox) // a page is one's own already, and has no end
        return;
    QStringList words;
    if (!lesson.law.empty())
        words += StoryPaneTr::tr("**What you take along:** %1").arg(QString::fromStdString(lesson.law));
    words += StoryPaneTr::tr("**What next?** [Change the code](edit:) (E): break it, mend it, and see what every timeout does to your version.");
    const auto here = std::ranges::find(lessons, lesson.slug, &Lesson::slug);
    if (here != lessons.end() && std::next(here) != lessons.end()) {
        const Lesson& next = **std::next(here);
        words += StoryPaneTr::tr("Or go on with the next lesson: [%1](lesson:%2).").arg(QString::fromStdString(next.title), QString::fromStdString(next.slug));
    }
    words += StoryPaneTr::tr("A coroutine of your own runs without a lesson: begin [a page](page:) (Ctrl+N).");
    picture.pieces.push_back({words.join(QStringLiteral("\n\n")), nullptr});
}

QString withinSentence(const QString& title)
{
    const QString small = StoryPaneTr::tr("A An The What Why How When Where Who Which And But Or In On At To From With Weeks Days One "
                                 "Two Three Every Some No",
                                 "first words of titles that begin with a small letter within a sentence");
    const bool common = small.split(' ').contains(title.section(' ', 0, 0));
    return common ? title.left(1).toLower() + title.mid(1) : title;
}

QString withUnbrokenUnits(QString markdown)
{
    static const QRegularExpression unit{QStringLiteral("(?<=\\d) (?=(us|ms|s)\\b)")};
    return markdown.replace(unit, QString(QChar(0x00a0)));
}

QString plainText(QString markdown)
{
    static const QRegularExpression marks{QStringLiteral(R"(\*|`|\[|\]\([^)]*\))")};
    return markdown.remove(marks).simplified();
}

QString firstSentenceOf(const QString& markdown)
{
    static const QRegularExpression end{QStringLiteral(R"([.?!](\s|$))")};
    const QString text = plainText(markdown);
    const qsizetype stop = text.indexOf(end);
    return stop < 0 ? text : text.left(stop + 1);
}

StoryAction actionOf(const QString& link)
{
    using Kind = StoryAction::Kind;
    if (link.startsWith(QLatin1String("awaitscope:")))
        return {Kind::scenario, link};
    if (link == QLatin1String("traffic:"))
        return {Kind::traffic, {}};
    if (link.startsWith(QLatin1String("mark:")))
        return {Kind::mark, link.mid(5)};
    if (link.startsWith(QLatin1String("page:")))
        return {Kind::page, link.mid(5)};
    if (link.startsWith(QLatin1String("lesson:")))
        return {Kind::lesson, link.mid(7)};
    if (link.startsWith(QLatin1String("edit:")))
        return {Kind::edit, {}};
    if (link.startsWith(QLatin1String("https://")) || link.startsWith(QLatin1String("http://")))
        return {Kind::web, link};
    return {};
}

int badgeNumber(QChar character)
{
    constexpr int first = 0x2460; // ①
    const int number = character.unicode() - first + 1;
    return number >= 1 && number <= 20 ? number : 0;
}

} // namespace awaitscope
