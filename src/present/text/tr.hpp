// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace awaitscope {

// The contexts of words that no QObject says. They stand here together, each under a name of its own, since sources are
// compiled several at a time, and since two files may speak in one context. Translators read the names in the brackets.

struct ActionsTr
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

struct AskPackTr
{
    Q_DECLARE_TR_FUNCTIONS(AskPack)
};

struct AskedCodeTr
{
    Q_DECLARE_TR_FUNCTIONS(AskedCode)
};

struct CodeWordsTr
{
    Q_DECLARE_TR_FUNCTIONS(CodeWords)
};

struct CoverTr
{
    Q_DECLARE_TR_FUNCTIONS(Cover)
};

struct EditedLessonsTr
{
    Q_DECLARE_TR_FUNCTIONS(EditedLessons)
};

struct FlagTr
{
    Q_DECLARE_TR_FUNCTIONS(Flag)
};

struct LanesTr
{
    Q_DECLARE_TR_FUNCTIONS(Lanes)
};

struct LessonPathTr
{
    Q_DECLARE_TR_FUNCTIONS(LessonPath)
};

struct LinesTr
{
    Q_DECLARE_TR_FUNCTIONS(Lines)
};

struct OfferedTr
{
    Q_DECLARE_TR_FUNCTIONS(Offered)
};

struct OutcomeMapTr
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeMap)
};

struct PageRepairTr
{
    Q_DECLARE_TR_FUNCTIONS(PageRepair)
};

struct PredictionsTr
{
    Q_DECLARE_TR_FUNCTIONS(Predictions)
};

struct ProgressFileTr
{
    Q_DECLARE_TR_FUNCTIONS(ProgressFile)
};

struct QuestionActionsTr
{
    Q_DECLARE_TR_FUNCTIONS(QuestionActions)
};

struct QuestionSlideTr
{
    Q_DECLARE_TR_FUNCTIONS(QuestionSlide)
};

struct ScopeWordsTr
{
    Q_DECLARE_TR_FUNCTIONS(ScopeWords)
};

struct SentencesTr
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

struct SettingsFileTr
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
};

struct ShareTr
{
    Q_DECLARE_TR_FUNCTIONS(Share)
};

struct SourceTextTr
{
    Q_DECLARE_TR_FUNCTIONS(SourceText)
};

struct SpokenTr
{
    Q_DECLARE_TR_FUNCTIONS(Spoken)
};

struct StoryPaneTr
{
    Q_DECLARE_TR_FUNCTIONS(StoryPane)
};

struct TasksTr
{
    Q_DECLARE_TR_FUNCTIONS(Tasks)
};

struct TourTr
{
    Q_DECLARE_TR_FUNCTIONS(Tour)
};

struct TrafficTr
{
    Q_DECLARE_TR_FUNCTIONS(Traffic)
};

struct TypedTimeoutTr
{
    Q_DECLARE_TR_FUNCTIONS(TypedTimeout)
};

struct VerdictTr
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

} // namespace awaitscope
