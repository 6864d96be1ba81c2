// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/code_model.hpp"

#include "core/trace/source_index.hpp"
#include "present/scope/verdict_text.hpp"
#include "present/time/times.hpp"
#include "present/words/moment.hpp"
#include "present/words/sentences.hpp"
#include "present/text/tr.hpp"


#include <set>

namespace awaitscope {

namespace {

class Painter
{
public:
    Painter(const LessonFile& file, const VariantRun& run, VirtualTime at)
        : m_file(file),
          m_trace(*run.trace),
          m_whole(*run.withoutTimeout),
          m_at(at),
          m_now(m_trace, at)
    {}

    CodePicture paint()
    {
        addBadges();
        for (const TraceEffect& effect : m_trace.effects)
            addEffect(effect);
        addLost();
        for (const TraceAwait& await : m_trace.awaits) {
            if (await.file == m_file.name && await.begin <= m_at)
                addAwait(await);
        }
        addCrash();
        return std::move(m_picture);
    }

private:
    void addBadges()
    {
        std::map<int, std::map<int, CodeBadge>> numbered;
        std::set<int> others;
        for (const Trace* trace : {&m_whole, &m_trace}) {
            for (const TraceAwait& await : trace->awaits) {
                if (await.file != m_file.name)
                    continue;
                const bool reached = trace == &m_trace && await.begin <= m_at;
                if (await.number == 0) {
                    others.insert(await.line);
                    continue;
                }
                // An await that only the cancel leads to does not show before the cancel does.
                if (await.onlyAfterCancel && !reached)
                    continue;
                CodeBadge& badge = numbered[await.line][await.number];
                badge = {await.number, badge.reached || reached, !await.onlyAfterCancel};
            }
        }
        for (const auto& [line, badges] : numbered) {
            for (const auto& [number, badge] : badges)
                m_picture.lines[line].badges.push_back(badge);
        }
        const SourceIndex index(m_file.name, m_file.text);
        for (const SourceAwait& await : index.awaits()) {
            // One that no run comes by. Those that stand for another coroutine's awaits have no badge of their own.
            if (!numbered.contains(await.line) && !others.contains(await.line))
                m_picture.lines[await.line].badges = {{0, false, false}};
        }
    }

    void addEffect(const TraceEffect& effect)
    {
        if (effect.file != m_file.name || effect.at > m_at)
            return;
        CodeLine& line = m_picture.lines[effect.line];
        const int before = m_ran[effect.line]++;
        line.mark = effect.at == m_at ? CodeMark::executing : CodeMark::ran;
        line.tone = verdict() == Verdict::holds ? Verdict::holds : Verdict::notApplicable;
        const QString when = CodeWordsTr::tr("ran at ") + readableTime(effect.at);
        const QString late = latenessOf(m_trace, effect.at);
        if (before > 0) {
            line.words = {CodeWordsTr::tr("ran %1 times, last at %2").arg(before + 1).arg(readableTime(effect.at)),
                          CodeWordsTr::tr("ran %1 times").arg(before + 1)};
        } else if (!late.isEmpty()) {
            line.words = {when + late, when + CodeWordsTr::tr(", too late for the race"),
                          when + CodeWordsTr::tr(", late"), when};
        } else {
            line.words = {when};
        }
        line.words += CodeWordsTr::tr("ran");
    }

    void addLost()
    {
        // Before the end of the run it may still come.
        if (!isOver())
            return;
        for (const LostEffect& lost : m_trace.lost) {
            if (lost.file != m_file.name)
                continue;
            CodeLine& line = m_picture.lines[lost.line];
            if (m_ran[lost.line] > 0) // it ran, but fewer times than it would have
                continue;
            line.mark = CodeMark::neverRan;
            line.tone = verdict() == Verdict::violated ? Verdict::violated : Verdict::notApplicable;
            line.words = {CodeWordsTr::tr("never ran")};
        }
    }

    /// From then on it is certain that what has not happened will not, and what the checks make of it all.
    bool isOver() const { return m_at >= m_trace.end; }

    /// A colour must not tell it before the scope's header does.
    Verdict verdict() const { return isOver() ? effectVerdictOf(m_trace) : Verdict::notApplicable; }

    void addAwait(const TraceAwait& await)
    {
        CodeLine& line = m_picture.lines[await.line];
        if (!await.end || *await.end > m_at) {
            addWaiting(await, line);
            return;
        }
        switch (await.how) {
        case AwaitEnd::cancelled:
            stop(line, caught(await, CodeWordsTr::tr("threw here")));
            break;
        case AwaitEnd::threw:
            stop(line, caught(await, CodeWordsTr::tr("threw here")));
            break;
        case AwaitEnd::refused:
            stop(line,
                 {CodeWordsTr::tr("threw before it started"), CodeWordsTr::tr("threw here"), CodeWordsTr::tr("threw")});
            break;
        case AwaitEnd::dropped:
            stop(line, {CodeWordsTr::tr("dropped here"), CodeWordsTr::tr("dropped")});
            break;
        case AwaitEnd::resumed:
        case AwaitEnd::pending: // has no end, so it was told above
            if (wentOnUnseen(await))
                stop(line, unseenWords());
            else if (*await.end == m_at && line.mark < CodeMark::executing)
                mark(line, CodeMark::executing, {CodeWordsTr::tr("goes on here"), CodeWordsTr::tr("goes on")});
            else if (line.mark == CodeMark::suspended || line.mark == CodeMark::stopped)
                mark(line, CodeMark::none, {}); // a loop came by again: the last time counts
            break;
        }
    }

    void addWaiting(const TraceAwait& await, CodeLine& line)
    {
        if (wentOnUnseen(await))
            stop(line, unseenWords());
        else if (await.how == AwaitEnd::pending && m_at >= m_trace.end && m_trace.ended.how != RunEnd::crashed)
            mark(line, CodeMark::suspended, {CodeWordsTr::tr("waits for ever"), CodeWordsTr::tr("waits")});
        else
            mark(line, CodeMark::suspended, {CodeWordsTr::tr("waits here"), CodeWordsTr::tr("waits")});
    }

    /// Last, as it is what counts of its line.
    void addCrash()
    {
        const TraceEnd& end = m_trace.ended;
        if (end.how != RunEnd::crashed || end.file != m_file.name || end.line < 1 || end.at > m_at)
            return;
        mark(m_picture.lines[end.line], CodeMark::crashed, {CodeWordsTr::tr("the run ends here, by a fault"), CodeWordsTr::tr("ends here"), CodeWordsTr::tr("fault")});
    }

    /// Under the eager model: it was the loser's pending await when the timeout won, and nobody stopped it.
    bool wentOnUnseen(const TraceAwait& await) const
    {
        if (m_trace.model != CancelModel::eager || m_trace.winner != Winner::timeout || !m_trace.firedAt)
            return false;
        const VirtualTime fired = *m_trace.firedAt;
        return fired <= m_at && await.begin <= fired && (!await.end || *await.end > fired) && m_now.isLessonCode(await);
    }

    static QStringList unseenWords()
    {
        return {CodeWordsTr::tr("not stopped: goes on unseen"), CodeWordsTr::tr("not stopped, unseen"),
                CodeWordsTr::tr("not stopped")};
    }

    /// "threw here, caught in line 9", and shorter.
    QStringList caught(const TraceAwait& await, const QString& words) const
    {
        const TraceCoroutine& coroutine = m_now.coroutineOf(await);
        const bool escaped = coroutine.end == await.end
                             && (coroutine.how == CoroutineEnd::cancelled || coroutine.how == CoroutineEnd::threw);
        if (escaped)
            return {words, CodeWordsTr::tr("threw")};
        const QString where = await.caughtLine ? CodeWordsTr::tr(", caught in line %1").arg(*await.caughtLine) : CodeWordsTr::tr(", caught");
        return {words + where, words + CodeWordsTr::tr(", caught"), words, CodeWordsTr::tr("threw")};
    }

    static void mark(CodeLine& line, CodeMark mark, const QStringList& words)
    {
        line.mark = mark;
        line.words = words;
    }

    static void stop(CodeLine& line, const QStringList& words) { mark(line, CodeMark::stopped, words); }

    const LessonFile& m_file;
    const Trace& m_trace;
    const Trace& m_whole;
    VirtualTime m_at;
    Moment m_now;
    CodePicture m_picture;
    std::map<int, int> m_ran; ///< how often an effect of this line happened
};

} // namespace

int CodePicture::currentLine() const
{
    int executing = 0;
    int stopped = 0;
    int suspended = 0;
    for (const auto& [number, line] : lines) {
        if (line.mark == CodeMark::crashed)
            return number;
        if (line.mark == CodeMark::suspended && !suspended)
            suspended = number;
        if (line.mark == CodeMark::stopped)
            stopped = number;
        if (line.mark == CodeMark::executing)
            executing = number;
    }
    return suspended ? suspended : stopped ? stopped : executing;
}

CodePicture codeAt(const LessonFile& file, const VariantRun& run, VirtualTime at)
{
    return Painter(file, run, at).paint();
}

const LessonFile* sourceOf(const Lesson& lesson, const std::string& variant)
{
    const VariantSpec* const spec = lesson.findVariant(variant);
    return spec ? lesson.findFile(spec->file) : nullptr;
}

const LessonFile* callerSourceOf(const Lesson& lesson) { return lesson.findFile("scenario.cpp"); }

std::vector<std::pair<std::string, int>> marksOf(const Lesson& lesson, const std::string& name)
{
    std::vector<std::pair<std::string, int>> found;
    for (const LessonFile& file : lesson.files) {
        if (!file.name.ends_with(".cpp"))
            continue;
        for (const int line : findMark(file.text, name))
            found.emplace_back(file.name, line);
    }
    return found;
}

} // namespace awaitscope
