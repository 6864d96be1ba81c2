// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/edits.hpp"

#include "lesson/catalogue.hpp"
#include "lesson/edited_lesson.hpp"
#include "lesson/runner.hpp"
#include "lesson/text.hpp"
#include "present/diagnostic_text.hpp"
#include "present/session.hpp"

#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace awaitscope {

namespace {

constexpr std::chrono::milliseconds pauseToSettle{300};
constexpr std::chrono::milliseconds pauseToRun{400};

QString qt(const std::string& text) { return QString::fromStdString(text); }

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

/// The same bounds as a lesson's own files have; empty if it keeps them.
std::optional<Diagnostic> whyNoSource(const std::string& text)
{
    if (text.size() > largestSource)
        return Diagnostic{"The file is too long. Allowed: up to " + std::to_string(largestSource) + " bytes.", {}, 0};
    if (const std::optional<NoText> problem = whyNoText(text))
        return Diagnostic{problem->message, {}, problem->line};
    return std::nullopt;
}

} // namespace

struct Edits::Entry
{
    Edit edit;
    std::shared_ptr<WorkerHost> host; ///< of the version in the timeline
    std::string ranText;              ///< the source of that version
    std::uint64_t generation = 0;     ///< of the job that counts
    bool isSettled = true;            ///< on the disk
};

/// Compiles and tries one text, on a thread of its own.
struct Edits::Job
{
    Key key;
    std::atomic<bool> isDone = false;
    std::jthread thread;
};

Edits::Edits(Session& session, Installation installation, std::filesystem::path folder, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_store(std::move(folder)),
      m_workbench(std::make_shared<Workbench>(std::move(installation))),
      m_pause(new QTimer(this)),
      m_typing(new QTimer(this))
{
    for (QTimer* const timer : {m_pause, m_typing})
        timer->setSingleShot(true);
    m_pause->setInterval(pauseToSettle);
    m_typing->setInterval(pauseToRun);
    connect(m_pause, &QTimer::timeout, this, &Edits::settle);
    connect(m_typing, &QTimer::timeout, this, [this] {
        if (m_typed && m_runsAsTyped)
            start(*m_typed);
    });
    connect(&session, &Session::lessonChanged, this, [this] {
        load();
        Q_EMIT changed();
    });
    load();
}

Edits::~Edits()
{
    settle();
    for (const std::unique_ptr<Job>& job : m_jobs)
        job->thread.request_stop();
    for (const auto& [key, entry] : m_entries) {
        if (entry->host)
            entry->host->stop(); // whoever still waits for a run of it has it now
    }
    m_jobs.clear();
}

Edits::Key Edits::keyOf(const std::string& variant) const { return {m_session.lesson().slug, variant}; }

void Edits::load()
{
    const Lesson& lesson = m_session.lesson();
    if (std::ranges::find(m_loaded, lesson.slug) != m_loaded.end())
        return;
    m_loaded.push_back(lesson.slug);
    for (const VariantSpec& variant : lesson.variants) {
        if (isEdited(variant.name))
            continue;
        const Result<std::optional<std::string>> text = m_store.read(lesson.slug, editedFile(variant.name));
        if (!text) {
            // Nobody listens yet when a window starts.
            QMetaObject::invokeMethod(
                this, [this, message = diagnosticText(text.error())] { Q_EMIT failed(message); }, Qt::QueuedConnection);
        } else if (*text) {
            auto entry = std::make_unique<Entry>();
            entry->edit.variant = variant.name;
            entry->edit.text = qt(**text);
            m_entries[{lesson.slug, variant.name}] = std::move(entry);
        }
    }
}

const Edit* Edits::find(const std::string& variant) const
{
    const auto found = m_entries.find(keyOf(variant));
    return found == m_entries.end() ? nullptr : &found->second->edit;
}

std::vector<const Edit*> Edits::all() const
{
    std::vector<const Edit*> result;
    for (const auto& [key, entry] : m_entries) {
        if (key.first == m_session.lesson().slug)
            result.push_back(&entry->edit);
    }
    return result;
}

QString Edits::originalOf(const std::string& variant) const
{
    const Lesson& lesson = m_session.lesson();
    const VariantSpec* const spec = lesson.findVariant(variant);
    const LessonFile* const file = spec ? lesson.findFile(spec->file) : nullptr;
    return file ? qt(file->text) : QString();
}

std::string Edits::variantToEdit() const
{
    if (const std::vector<const Edit*> edits = all(); !edits.empty())
        return edits.front()->variant;
    const Lesson& lesson = m_session.lesson();
    for (const std::string& name : m_session.scenario().variants) {
        if (lesson.findVariant(name)->kind == VariantKind::buggy)
            return awaitscope::originalOf(name);
    }
    return lesson.variants.front().name;
}

Edits::Entry& Edits::entryFor(const std::string& variant)
{
    std::unique_ptr<Entry>& entry = m_entries[keyOf(variant)];
    if (!entry) {
        entry = std::make_unique<Entry>();
        entry->edit.variant = variant;
        entry->edit.text = originalOf(variant);
    }
    return *entry;
}

const Edit& Edits::begin(const std::string& variant)
{
    const Edit& edit = entryFor(variant).edit;
    prepare();
    Q_EMIT changed();
    return edit;
}

/// The header, so that the first run need not wait for it.
void Edits::prepare()
{
    const bool isPreparing = std::ranges::any_of(m_jobs, [](const std::unique_ptr<Job>& job) { return !job->isDone; });
    if (isPreparing)
        return;
    reap();
    auto job = std::make_unique<Job>();
    job->thread = std::jthread{[workbench = m_workbench, isSanitized = m_isSanitized, job = job.get()](const std::stop_token& stop) {
        // What is wrong is told when somebody runs it.
        if (const auto builder = workbench->builder())
            static_cast<void>((*builder)->prepareHeader(isSanitized, stop));
        job->isDone = true;
    }};
    m_jobs.push_back(std::move(job));
}

void Edits::type(const std::string& variant, const QString& text)
{
    Entry& entry = entryFor(variant);
    if (entry.edit.text == text)
        return;
    entry.edit.text = text;
    entry.edit.stage = Edit::Stage::typed;
    entry.isSettled = false;
    ++entry.generation; // what is being compiled is not this
    const std::optional<Diagnostic> error = m_store.type(m_session.lesson().slug, editedFile(variant), text.toStdString());
    if (error && !std::exchange(m_hasFailedToSave, true))
        Q_EMIT failed(diagnosticText(*error));
    if (!error)
        m_hasFailedToSave = false;
    tellAside();
    m_typed = keyOf(variant);
    m_pause->start();
    if (m_runsAsTyped)
        m_typing->start();
    Q_EMIT changed();
}

void Edits::settle()
{
    m_pause->stop();
    for (const auto& [key, entry] : m_entries) {
        if (entry->isSettled)
            continue;
        const std::optional<Diagnostic> error =
            m_store.settle(key.first, editedFile(key.second), entry->edit.text.toStdString());
        entry->isSettled = !error;
        if (error && !std::exchange(m_hasFailedToSave, true))
            Q_EMIT failed(diagnosticText(*error));
    }
    tellAside();
}

void Edits::tellAside()
{
    if (const std::optional<std::filesystem::path> aside = m_store.tookAside())
        Q_EMIT said(tr("Another window has changed this as well. Its text is kept as %1.").arg(qt(aside->string())));
}

void Edits::run(const std::string& variant)
{
    entryFor(variant);
    start(keyOf(variant));
}

void Edits::reap()
{
    std::erase_if(m_jobs, [](const std::unique_ptr<Job>& job) { return job->isDone.load(); });
}

void Edits::start(const Key& key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || key.first != m_session.lesson().slug)
        return;
    Entry& entry = *found->second;
    m_typing->stop();
    settle();
    for (const std::unique_ptr<Job>& job : m_jobs) {
        if (job->key == key)
            job->thread.request_stop();
    }
    reap();
    entry.generation = ++m_generation;
    entry.edit.problems.clear();
    entry.edit.output.clear();
    const std::string source = entry.edit.text.toStdString();
    if (std::optional<Diagnostic> problem = whyNoSource(source)) {
        entry.edit.stage = Edit::Stage::failed;
        entry.edit.problems.push_back(problemOf(*problem, {}));
        entry.edit.problems.back().line = problem->line;
        Q_EMIT changed();
        return;
    }
    entry.edit.stage = Edit::Stage::compiling;

    const Lesson& original = *m_session.originalLesson(key.first);
    Scenario scenario = m_session.scenario();
    scenario.variants = {editedName(key.second)};
    scenario.time.reset();
    if (std::holds_alternative<AtAwait>(scenario.timeout)) // of another variant
        scenario.timeout = m_session.run().timeout ? Timeout{*m_session.run().timeout} : Timeout{NoTimeout{}};
    auto job = std::make_unique<Job>();
    job->key = key;
    job->thread = std::jthread{[this, key, &original, scenario, generation = entry.generation, text = entry.edit.text,
                                isSanitized = m_isSanitized, workbench = m_workbench,
                                job = job.get()](const std::stop_token& stop) {
        const auto deliver = [this](auto take) { QMetaObject::invokeMethod(this, std::move(take), Qt::QueuedConnection); };
        const auto tell = [&](Edit::Stage stage) { deliver([this, key, generation, stage] { step(key, generation, stage); }); };
        const WorkbenchTask task{editedName(key.second), {editedFile(key.second), text.toStdString()}, isSanitized};
        Result<WorkbenchResult> result = workbench->make(
            original, task,
            [&](BuildStep step) {
                const bool isOurs = step == BuildStep::header || step == BuildStep::scenario;
                tell(isOurs ? Edit::Stage::preparing : Edit::Stage::compiling);
            },
            stop);
        std::optional<Diagnostic> fault;
        if (result && result->host) {
            // Tried here first: what it dies of does not reach the window.
            tell(Edit::Stage::running);
            const std::stop_callback onStop{stop, [host = result->host] { host->stop(); }};
            const Lesson lesson = withEdited(original, {{key.second, {}, task.source.text, result->host}});
            const Result<ScenarioRun> run = runScenario(lesson, scenario);
            if (!run)
                fault = run.error();
        }
        deliver([this, key, generation, result = std::move(result), fault = std::move(fault), text]() mutable {
            finish(key, generation, std::move(result), std::move(fault), text);
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

void Edits::finish(const Key& key, std::uint64_t generation, Result<WorkbenchResult> result, std::optional<Diagnostic> fault,
                   const QString& text)
{
    reap();
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second->generation != generation) {
        if (result && result->host)
            retire(std::move(result->host)); // it was typed on meanwhile
        return;
    }
    Entry& entry = *found->second;
    const std::string file = editedFile(key.second);
    entry.edit.problems.clear();
    entry.edit.stage = Edit::Stage::failed;
    if (!result) {
        entry.edit.problems.push_back(problemOf(result.error(), file));
        Q_EMIT changed();
        return;
    }
    entry.edit.output = qt(result->build.output);
    if (fault)
        entry.edit.problems.push_back(problemOf(*fault, file));
    for (const CompilerMessage& message : result->build.messages)
        entry.edit.problems.push_back(problemOf(message));
    if (result->build.wasStopped)
        entry.edit.stage = Edit::Stage::typed;
    if (!result->host || fault) {
        if (result->host)
            retire(std::move(result->host));
        Q_EMIT changed();
        return;
    }
    entry.edit.stage = Edit::Stage::ran;
    entry.edit.hasRun = true;
    entry.ranText = text.toStdString();
    std::shared_ptr<WorkerHost> former = std::exchange(entry.host, std::move(result->host));
    hand(key.first, key.second);
    if (former)
        retire(std::move(former));
    Q_EMIT changed();
}

void Edits::hand(const std::string& lesson, const std::string& wanted)
{
    std::vector<EditedVariant> edited;
    for (const auto& [key, entry] : m_entries) {
        if (key.first == lesson && entry->host)
            edited.push_back({key.second, {}, entry->ranText, entry->host});
    }
    m_session.setEdited(qt(lesson), std::move(edited), wanted);
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

void Edits::giveUp(const std::string& variant)
{
    const Key key = keyOf(variant);
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    settle();
    if (const std::optional<Diagnostic> error = m_store.putAside(key.first, editedFile(variant))) {
        Q_EMIT failed(diagnosticText(*error));
        return;
    }
    for (const std::unique_ptr<Job>& job : m_jobs) {
        if (job->key == key)
            job->thread.request_stop();
    }
    std::shared_ptr<WorkerHost> host = std::move(found->second->host);
    m_entries.erase(found);
    hand(key.first);
    if (host)
        retire(std::move(host));
    if (const std::optional<std::filesystem::path> aside = m_store.tookAside())
        Q_EMIT said(tr("Your version is kept as %1.").arg(qt(aside->string())));
    Q_EMIT changed();
}

bool Edits::isBusy() const
{
    return std::ranges::any_of(all(), [](const Edit* edit) {
        return edit->stage == Edit::Stage::preparing || edit->stage == Edit::Stage::compiling
               || edit->stage == Edit::Stage::running;
    });
}

void Edits::setRunsAsTyped(bool runs)
{
    m_runsAsTyped = runs;
    if (runs && m_typed)
        m_typing->start();
    Q_EMIT changed();
}

void Edits::setSanitized(bool isSanitized)
{
    if (isSanitized == m_isSanitized)
        return;
    m_isSanitized = isSanitized;
    for (const auto& [key, entry] : m_entries) {
        if (entry->edit.stage == Edit::Stage::ran)
            entry->edit.stage = Edit::Stage::typed;
    }
    Q_EMIT changed();
}

void Edits::clearCache()
{
    if (const std::optional<Diagnostic> error = m_workbench->cache().clear())
        Q_EMIT failed(diagnosticText(*error));
    Q_EMIT changed();
}

std::vector<int> Edits::workers() const
{
    std::vector<int> ids;
    for (const auto& [key, entry] : m_entries) {
        if (const int id = entry->host ? entry->host->workerId() : 0)
            ids.push_back(id);
    }
    return ids;
}

QString stageWords(const Edit& edit)
{
    switch (edit.stage) {
    case Edit::Stage::typed:
        return edit.hasRun ? Edits::tr("Changed since it ran: the timeline shows the version before")
                           : Edits::tr("Saved as you type. Not run yet");
    case Edit::Stage::preparing:
        return Edits::tr("Preparing the compiler, once: some seconds…");
    case Edit::Stage::compiling:
        return Edits::tr("Compiling…");
    case Edit::Stage::running:
        return Edits::tr("Running…");
    case Edit::Stage::ran:
        return Edits::tr("In the timeline, as it is");
    case Edit::Stage::failed:
        return edit.hasRun ? Edits::tr("Not run: the timeline shows the version before") : Edits::tr("Not run");
    }
    return {};
}

QString problemWords(const std::vector<EditProblem>& problems)
{
    const auto count = [&](EditProblem::Kind kind) {
        return static_cast<int>(std::ranges::count(problems, kind, &EditProblem::kind));
    };
    QStringList words;
    const auto add = [&](int number, const QString& one, const QString& several) {
        if (number > 0)
            words += number == 1 ? one : several.arg(number);
    };
    add(count(EditProblem::Kind::fault), Edits::tr("It did not run to its end"), Edits::tr("%1 faults"));
    add(count(EditProblem::Kind::error), Edits::tr("1 error"), Edits::tr("%1 errors"));
    add(count(EditProblem::Kind::warning), Edits::tr("1 warning"), Edits::tr("%1 warnings"));
    return words.join(QStringLiteral(", "));
}

} // namespace awaitscope
