// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is compiled and run of an edit, on threads of their own.
#include "core/run/run_end.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/text/text_file.hpp"
#include "present/editing/edits_parts.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/text/qt_text.hpp"

#include <QTimer>

#include <algorithm>

namespace awaitscope {

namespace {

EditProblem problemOf(const CompilerMessage& message)
{
    const auto kind =
        message.kind == CompilerMessage::Kind::error ? EditProblem::Kind::error : EditProblem::Kind::warning;
    return {kind, message.line, message.column, diagnosticText({message.text, {}, 0}), diagnosticText({message.explanation, {}, 0}),
            qt(message.elsewhere)};
}

/// The line belongs to the learner's file only if the diagnostic says so.
EditProblem problemOf(const Diagnostic& diagnostic, const std::string& file)
{
    const bool isHere = diagnostic.file == file;
    const auto kind = diagnostic.isFault ? EditProblem::Kind::fault : EditProblem::Kind::error;
    return {kind, isHere ? diagnostic.line : 0, 0, diagnosticText(isHere ? Diagnostic{diagnostic.message, {}, 0} : diagnostic), {}, {}};
}

} // namespace

/// The header, so that the first run need not wait for it.
void Edits::prepare()
{
    const bool isPreparing = std::ranges::any_of(m_jobs, [](const std::unique_ptr<Job>& job) { return !job->isDone; });
    if (isPreparing)
        return;
    reap();
    auto job = std::make_unique<Job>();
    job->thread = std::jthread{[workbench = m_workbench, isSanitized = m_isSanitized, isSandbox = m_session.lesson().isSandbox,
                                job = job.get()](const std::stop_token& stop) {
        // What is wrong is told when somebody runs it.
        if (const auto builder = workbench->builder())
            static_cast<void>((*builder)->prepareHeader(isSanitized, stop, isSandbox));
        job->isDone = true;
    }};
    m_jobs.push_back(std::move(job));
}

void Edits::stopJobsOf(const Key& key)
{
    for (const std::unique_ptr<Job>& job : m_jobs) {
        if (job->key == key)
            job->thread.request_stop();
    }
}

void Edits::reap()
{
    std::erase_if(m_jobs, [](const std::unique_ptr<Job>& job) { return job->isDone.load(); });
}

void Edits::start(const Key& key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || key.first != storeNameOf(m_session.lesson()))
        return;
    Entry& entry = *found->second;
    m_typing->stop();
    settle();
    stopJobsOf(key);
    reap();
    entry.generation = ++m_generation;
    entry.edit.problems.clear();
    entry.edit.output.clear();
    entry.edit.lacksCompiler = false;
    const std::string& file = entry.file;
    if (const std::optional<Diagnostic> problem = whyNoSource(entry.edit.text.toStdString(), file)) {
        entry.edit.stage = Edit::Stage::failed;
        entry.edit.problems.push_back(problemOf(*problem, file));
        Q_EMIT changed();
        return;
    }
    entry.edit.stage = Edit::Stage::compiling;

    const bool isPage = entry.page.has_value();
    // What is compiled beside a page depends on its text; a lesson outlives all jobs.
    const std::shared_ptr<const Lesson> original =
        isPage ? std::make_shared<const Lesson>(pageWith(*entry.page, entry.edit.text.toStdString()))
               : std::shared_ptr<const Lesson>{std::shared_ptr<void>{}, m_session.originalLesson(key.first)};
    Scenario scenario = m_session.scenario();
    scenario.variants = {entry.name};
    scenario.time.reset();
    if (std::holds_alternative<AtAwait>(scenario.timeout) || std::holds_alternative<BeforeStart>(scenario.timeout)) // of another variant
        scenario.timeout = m_session.run().timeout ? Timeout{*m_session.run().timeout} : Timeout{NoTimeout{}};
    const WorkbenchTask task{entry.name, {file, entry.edit.text.toStdString()}, m_isSanitized, isPage ? entry.page->folder : std::string{}};
    auto job = std::make_unique<Job>();
    job->key = key;
    job->thread = std::jthread{[this, key, original, scenario, task, isPage, generation = entry.generation, text = entry.edit.text,
                                workbench = m_workbench, job = job.get()](const std::stop_token& stop) {
        const auto deliver = [this](auto take) { QMetaObject::invokeMethod(this, std::move(take), Qt::QueuedConnection); };
        const auto tell = [&](Edit::Stage stage) { deliver([this, key, generation, stage] { step(key, generation, stage); }); };
        Result<WorkbenchResult> result = workbench->make(
            *original, task,
            [&](BuildStep step) {
                const bool isOurs = step == BuildStep::header || step == BuildStep::scenario;
                tell(isOurs ? Edit::Stage::preparing : Edit::Stage::compiling);
            },
            stop);
        Trial trial;
        if (result && result->host) {
            // Tried here first: what it dies of does not reach the window.
            tell(Edit::Stage::running);
            const std::stop_callback onStop{stop, [host = result->host] { host->stop(); }};
            const Lesson lesson = isPage ? withHosts(*original, {result->host})
                                         : withEdited(*original, {{key.second, {}, task.source.text, result->host}});
            trial = Trial::of(runScenario(lesson, scenario, {.showsFaults = true}));
        }
        deliver([this, key, generation, result = std::move(result), trial = std::move(trial), text]() mutable {
            finish(key, generation, std::move(result), trial, text);
        });
        job->isDone = true;
    }};
    m_jobs.push_back(std::move(job));
    Q_EMIT changed();
}

void Edits::step(const Key& key, std::uint64_t generation, Edit::Stage stage)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second->generation != generation)
        return;
    found->second->edit.stage = stage;
    Q_EMIT changed();
}

Edits::Trial Edits::Trial::of(const Result<ScenarioRun>& run)
{
    if (!run)
        return {run.error(), false, false};
    for (const VariantRun& variant : run->variants) {
        for (const std::shared_ptr<const Trace>& trace : {variant.trace, variant.withoutTimeout}) {
            if (std::optional<Diagnostic> fault = faultOf(*trace))
                return {std::move(fault), trace != variant.trace, true};
        }
    }
    return {};
}

void Edits::finish(const Key& key, std::uint64_t generation, Result<WorkbenchResult> result, const Trial& trial, const QString& text)
{
    reap();
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second->generation != generation) {
        if (result && result->host)
            retire(std::move(result->host)); // it was typed on meanwhile
        return;
    }
    Entry& entry = *found->second;
    const std::string& file = entry.file;
    entry.edit.problems.clear();
    entry.edit.stage = Edit::Stage::failed;
    if (!result) {
        entry.edit.lacksCompiler = true;
        entry.edit.problems.push_back(problemOf(result.error(), file));
        Q_EMIT changed();
        return;
    }
    entry.edit.output = qt(result->build.output);
    if (trial.fault) {
        entry.edit.problems.push_back(problemOf(*trial.fault, file));
        entry.edit.problems.back().isWithoutTimeout = trial.isWithoutTimeout;
    }
    for (const CompilerMessage& message : result->build.messages)
        entry.edit.problems.push_back(problemOf(message));
    if (result->build.wasStopped)
        entry.edit.stage = Edit::Stage::typed;
    if (!result->host || !trial.isShown) {
        if (result->host)
            retire(std::move(result->host));
        Q_EMIT changed();
        return;
    }
    entry.edit.stage = Edit::Stage::ran;
    entry.edit.hasRun = true;
    entry.ranText = text.toStdString();
    std::shared_ptr<WorkerHost> former = std::exchange(entry.host, std::move(result->host));
    hand(key, true);
    if (former && former != entry.keptHost)
        retire(std::move(former));
    Q_EMIT changed();
}

void Edits::hand(const Key& key, bool isWanted)
{
    if (const auto found = m_entries.find(key); found != m_entries.end() && found->second->page)
        return handPage(key, *found->second);
    std::vector<EditedVariant> edited;
    for (const auto& [each, entry] : m_entries) {
        if (each.first == key.first && entry->host)
            edited.push_back({each.second, {}, entry->ranText, entry->host});
    }
    m_session.setEdited(qt(key.first), std::move(edited), isWanted ? key.second : std::string{});
}

void Edits::retire(std::shared_ptr<WorkerHost> host)
{
    auto job = std::make_unique<Job>();
    job->thread = std::jthread{[this, host = std::move(host), job = job.get()](const std::stop_token& stop) {
        const std::stop_callback onStop{stop, [&] { host->stop(); }};
        if (const std::optional<Diagnostic> last = host->shutDown()) {
            QMetaObject::invokeMethod(
                this, [this, message = tr("The version before: %1").arg(diagnosticText(*last))] { Q_EMIT said(message); },
                Qt::QueuedConnection);
        }
        job->isDone = true;
    }};
    m_jobs.push_back(std::move(job));
}

void Edits::stop()
{
    m_typing->stop();
    for (const std::unique_ptr<Job>& job : m_jobs)
        job->thread.request_stop();
}

} // namespace awaitscope
