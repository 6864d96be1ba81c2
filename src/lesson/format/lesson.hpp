// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/program.hpp"
#include "core/trace/trace.hpp"
#include "lesson/format/story.hpp"
#include "lesson/format/telling.hpp"
#include "lesson/format/traffic_spec.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

class SourceSet;
class VariantHost;

struct ParameterSpec
{
    std::string name;  ///< "downstream", as in scenario strings; never a reserved key
    std::string title; ///< "The downstream takes"
    VirtualDuration defaultValue{};
    VirtualDuration minimum{};
    VirtualDuration maximum{};
};

enum class VariantKind { buggy, fixed };

struct VariantSpec
{
    std::string name;  ///< "buggy", as in scenario strings; its source is NAME.cpp
    std::string title; ///< "Buggy", the header of its scope
    VariantKind kind = VariantKind::buggy;
    std::string price; ///< what the fix costs; empty for buggy ones
    std::string file;  ///< "buggy.cpp"
    int line = 0;      ///< in lesson.toml
    /// In which a buggy one shows its bug and a fixed one is right: some of the lesson's. Empty: all of them.
    std::vector<CancelModel> models{};
    /// In the lesson's default scenario. Others come when a scene, a link or the learner asks for them.
    bool isShownAtFirst = true;

    bool isFor(CancelModel model) const;
};

struct CheckSpec
{
    std::string id;   ///< "obtained-response-is-cached"
    std::string text; ///< "A response that was obtained is cached."
    // How its verdicts are called where there is little room (outcome map, tables).
    std::string holdsText;         ///< "cached"
    std::string violatedText;      ///< "lost"
    std::string notApplicableText; ///< "nothing fetched yet"
    /// It says that something happens at all, as "Every client is answered". Of a run in which it does nothing is said: that would
    /// hide that the checks which the lesson is about need not apply. It has no other word but `violatedText`.
    bool isLiveness = false;
    int line = 0;                  ///< in lesson.toml
};

/// The story once more in another language: a program per variant, run by a runtime of that language.
struct RetellingSpec
{
    std::string runtime; ///< "tokio", "node" or "asyncio": OtherRuntime::name
    std::string title;   ///< "Rust · tokio"
    int line = 0;        ///< in lesson.toml
};

/// A file of the lesson as it was compiled or read.
struct LessonFile
{
    std::string name; ///< relative to the lesson: "buggy.cpp", "rust/buggy.rs"
    std::string text;
};

/// A lesson folder, read and checked as far as one can without running it (verify() runs it).
struct Lesson
{
    std::string slug;
    std::string title;
    int order = 0;
    std::string pattern; ///< "effect after an await", the kind of bug
    std::string summary;
    std::string law; ///< what one takes home, in one short sentence; may be empty
    int minutes = 0; ///< it takes about so long; 0: nobody says
    std::string author; ///< who wrote it; may be empty
    std::string subject;             ///< name of the coroutine the lesson is about
    std::string caller;              ///< name of the coroutine in scenario.cpp that races it
    std::vector<CancelModel> models; ///< those in which the buggy variants show their bug
    std::vector<ParameterSpec> parameters;
    std::vector<VariantSpec> variants;
    std::vector<CheckSpec> checks;
    std::vector<RetellingSpec> retellings; ///< in the order in which they are shown; may be empty
    std::optional<TrafficSpec> traffic; ///< weeks of requests; most lessons have none
    Story story;
    bool isSandbox = false; ///< made of one file, by sandboxOf()
    std::string page;       ///< of a sandbox: tells the pages that somebody has open apart; may be empty
    bool isBlank = false;   ///< likewise: none of its text has run yet, and its runs are empty
    std::string folder;     ///< where it lies: a sandbox's file, with what it includes from beside it; a lesson that is not built in; may be empty
    /// A sandbox that does not call timeout(): the run's timeout cancels its run() from outside, and is all that does.
    bool isCancelledFromOutside = false;
    bool hasOneCancelledFromOutside = false; ///< the same of one of its versions at least
    std::string language{firstLanguage};  ///< of all texts; see toldIn()
    Phrasebook words;               ///< for what its runs say of themselves; empty in English
    std::vector<Telling> tellings;  ///< in other languages, by their codes
    std::vector<LessonFile> files; ///< lesson.toml, story.md, their tellings, every .cpp, every program of a retelling
    /// One per variant, same order: its source and scenario.cpp, indexed once for all runs. Made by readLesson().
    std::vector<std::shared_ptr<const SourceSet>> sources;
    std::vector<Program> programs; ///< one per variant, same order; makeStage is null where nothing is compiled in
    /// One per variant, same order, or none at all: those that run in a process of their own; null for all others.
    std::vector<std::shared_ptr<VariantHost>> hosts;

    bool runsElsewhere(std::string_view variant) const;
    std::shared_ptr<VariantHost> findHost(std::string_view variant) const; ///< null where it runs in this process
    const VariantSpec* findVariant(std::string_view name) const;
    const ParameterSpec* findParameter(std::string_view name) const;
    const CheckSpec* findCheck(std::string_view id) const;
    const LessonFile* findFile(std::string_view name) const;
    const Program* findProgram(std::string_view variant) const; ///< null where nothing is compiled in
};

} // namespace awaitscope
