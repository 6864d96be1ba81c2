// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/edits.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "present/editing/edits_parts.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/text/qt_text.hpp"

#include <QTimer>

#include <algorithm>
#include <map>
#include <set>

namespace awaitscope {

namespace {

constexpr std::chrono::milliseconds pauseToSettle{300};
constexpr std::chrono::milliseconds pauseToRun{400};

} // namespace

Edits::Edits(Session& session, std::shared_ptr<Workbench> workbench, std::filesystem::path folder, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_store(std::move(folder)),
      m_workbench(std::move(workbench)),
      m_pause(new QTimer(this)),
      m_typing(new QTimer(this))
{
    for (QTimer* const timer : {m_pause, m_typing})
        timer->setSingleShot(true);
    m_pause->setInterval(pauseToSettle);
    m_typing->setInterval(pauseToRun);
    connect(m_pause, &QTimer::timeout, this, &Edits::settle);
    connect(m_typing, &QTimer::timeout, this, [this] {
        if (m_typed && runsAsTyped())
            start(*m_typed);
    });
    connect(&session, &Session::lessonChanged, this, [this] {
        load();
        Q_EMIT changed();
    });
    connect(&session, &Session::lessonAdded, this, &Edits::forgetRunsOf);
    connect(this, &Edits::changed, this, &Edits::tellOutdated);
    load();
}

Edits::~Edits()
{
    settle();
    for (const std::unique_ptr<Job>& job : m_jobs)
        job->thread.request_stop();
    for (const auto& [key, entry] : m_entries) {
        for (const std::shared_ptr<WorkerHost>& host : {entry->host, entry->keptHost}) {
            if (host)
                host->stop(); // whoever still waits for a run of it has it now
        }
    }
    m_jobs.clear();
}

void Edits::forgetRunsOf(const QString& lesson)
{
    bool hasChanged = false;
    for (const auto& [key, entry] : m_entries) {
        if (entry->page || key.first != lesson.toStdString())
            continue;
        stopJobsOf(key);
        entry->generation = ++m_generation;
        entry->edit.stage = Edit::Stage::typed;
        entry->edit.problems.clear();
        entry->edit.hasRun = false;
        // What is shown still asks it, until the lesson that was read is there.
        if (entry->host)
            connect(&m_session, &Session::lessonChanged, this, [this, host = std::exchange(entry->host, nullptr)] { retire(host); },
                    static_cast<Qt::ConnectionType>(Qt::AutoConnection | Qt::SingleShotConnection));
        hasChanged = true;
    }
    if (hasChanged)
        Q_EMIT changed();
}

Edits::Key Edits::keyOf(const std::string& variant) const { return {storeNameOf(m_session.lesson()), variant}; }

void Edits::load()
{
    const Lesson& lesson = m_session.lesson();
    if (lesson.isSandbox) // opened by openPage()
        return;
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
            entry->file = editedFile(variant.name);
            entry->name = editedName(variant.name);
            m_entries[{lesson.slug, variant.name}] = std::move(entry);
        }
    }
}

QString Edits::folder() const { return qt(m_store.pathOf(m_session.lesson().slug, "x").parent_path().string()); }

const Edit* Edits::find(const std::string& variant) const
{
    const auto found = m_entries.find(keyOf(variant));
    return found == m_entries.end() ? nullptr : &found->second->edit;
}

std::vector<const Edit*> Edits::all() const
{
    std::vector<const Edit*> result;
    for (const auto& [key, entry] : m_entries) {
        if (key.first == storeNameOf(m_session.lesson()))
            result.push_back(&entry->edit);
    }
    return result;
}

QString Edits::originalOf(const std::string& variant) const
{
    if (const Entry* const page = shownPage())
        return qt(page->keptHost ? page->keptText : page->page->files.back().text);
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
    if (lesson.isSandbox)
        return typedVersion(lesson);
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
        entry->file = editedFile(variant);
        entry->name = editedName(variant);
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

void Edits::type(const std::string& variant, const QString& text)
{
    Entry& entry = entryFor(variant);
    if (entry.edit.text == text)
        return;
    entry.edit.text = text;
    entry.edit.stage = Edit::Stage::typed;
    entry.isSettled = false;
    ++entry.generation; // what is being compiled is not this
    stopJobsOf(keyOf(variant));
    const std::optional<Diagnostic> error = m_store.type(keyOf(variant).first, entry.file, text.toStdString());
    if (error && !std::exchange(m_hasFailedToSave, true))
        Q_EMIT failed(diagnosticText(*error));
    if (!error)
        m_hasFailedToSave = false;
    tellAside();
    m_typed = keyOf(variant);
    m_pause->start();
    if (runsAsTyped())
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
            m_store.settle(key.first, entry->file, entry->edit.text.toStdString());
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

void Edits::tellOutdated()
{
    std::map<std::string, std::set<std::string>> outdated;
    for (const auto& [key, entry] : m_entries) {
        // All pages share a slug: what is said is said of the one that is shown.
        if (entry->page && key.first != storeNameOf(m_session.lesson()))
            continue;
        std::set<std::string>& those = outdated[entry->page ? std::string{sandboxSlug} : key.first];
        if (entry->host && entry->ranText != entry->edit.text.toStdString())
            those.insert(entry->name);
    }
    for (auto& [lesson, variants] : outdated)
        m_session.setOutdated(qt(lesson), std::move(variants));
}

void Edits::run(const std::string& variant)
{
    entryFor(variant);
    start(keyOf(variant));
}

void Edits::giveUp(const std::string& variant)
{
    const Key key = keyOf(variant);
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second->page) // a page has nothing else to show
        return;
    settle();
    if (const std::optional<Diagnostic> error = m_store.putAside(key.first, found->second->file)) {
        Q_EMIT failed(diagnosticText(*error));
        return;
    }
    stopJobsOf(key);
    std::shared_ptr<WorkerHost> host = std::move(found->second->host);
    m_entries.erase(found);
    hand(key);
    if (host)
        retire(std::move(host));
    if (const std::optional<std::filesystem::path> aside = m_store.tookAside())
        Q_EMIT said(tr("Your version is kept as %1.").arg(qt(aside->string())));
    Q_EMIT changed();
}

bool Edits::replaceWith(const std::string& variant, const QString& text, bool keepsTyped)
{
    Entry& entry = entryFor(variant);
    if (keepsTyped) {
        settle();
        if (const std::optional<Diagnostic> error = m_store.putAside(keyOf(variant).first, entry.file)) {
            Q_EMIT failed(diagnosticText(*error));
            return false;
        }
        if (const std::optional<std::filesystem::path> aside = m_store.tookAside())
            Q_EMIT said(tr("Your version is kept as %1.").arg(qt(aside->string())));
    }
    type(variant, text);
    Q_EMIT replaced(variant);
    return true;
}

bool Edits::isBusy() const
{
    return std::ranges::any_of(all(), [](const Edit* edit) {
        return edit->stage == Edit::Stage::preparing || edit->stage == Edit::Stage::compiling
               || edit->stage == Edit::Stage::running;
    });
}

bool Edits::runsAsTyped() const { return m_session.lesson().isSandbox ? m_runsAsTyped.pages : m_runsAsTyped.versions; }

void Edits::setRunsAsTyped(bool runs)
{
    (m_session.lesson().isSandbox ? m_runsAsTyped.pages : m_runsAsTyped.versions) = runs;
    if (runs && m_typed)
        m_typing->start();
    Q_EMIT changed();
}

void Edits::setWhatRunsAsTyped(const RunsAsTyped& what)
{
    m_runsAsTyped = what;
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
        for (const std::shared_ptr<WorkerHost>& host : {entry->host, entry->keptHost}) {
            if (const int id = host ? host->workerId() : 0)
                ids.push_back(id);
        }
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
        return edit.hasRun ? Edits::tr("Not in the timeline, which shows the version before")
                           : Edits::tr("Not in the timeline");
    }
    return {};
}

QString problemText(const EditProblem& problem)
{
    QString words;
    switch (problem.kind) {
    case EditProblem::Kind::error:
        words = Edits::tr("✗ Error");
        break;
    case EditProblem::Kind::fault:
        words = problem.isWithoutTimeout ? Edits::tr("✗ When no timeout fires") : Edits::tr("✗ When it ran");
        break;
    case EditProblem::Kind::warning:
        words = Edits::tr("! Warning");
        break;
    }
    if (problem.line > 0)
        words = Edits::tr("%1, line %2").arg(words).arg(problem.line);
    // What it means comes first, where that is known.
    const bool isExplained = !problem.explanation.isEmpty();
    words = QStringLiteral("%1: %2").arg(words, isExplained ? problem.explanation : problem.text);
    if (isExplained)
        words += '\n' + Edits::tr("In the compiler's words: %1").arg(problem.text);
    if (!problem.elsewhere.isEmpty())
        words += '\n' + Edits::tr("The compiler found it at %1, because of this line.").arg(problem.elsewhere);
    return words;
}

const EditProblem* problemAfter(const std::vector<EditProblem>& problems, int line)
{
    const EditProblem* next = nullptr;
    const EditProblem* first = nullptr;
    for (const EditProblem& problem : problems) {
        if (problem.line < 1)
            continue;
        if (!first || problem.line < first->line)
            first = &problem;
        if (problem.line > line && (!next || problem.line < next->line))
            next = &problem;
    }
    return next ? next : first;
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
