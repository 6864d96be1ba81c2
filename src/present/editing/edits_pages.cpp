// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages of one's own: the same texts, kept and compiled in the same way, but shown alone, with a version kept beside them.
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "present/editing/edits_parts.hpp"
#include "present/session/session.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/diagnostic_text.hpp"

#include <QTimer>

#include <utility>

namespace awaitscope {

namespace {

const std::string keptFile = "kept-as-a.cpp"; ///< in the folder of the page's texts

} // namespace

std::string storeNameOf(const Lesson& lesson) { return lesson.isSandbox ? lesson.slug + '/' + lesson.page : lesson.slug; }

Edits::Entry* Edits::shownPage() const
{
    const Lesson& lesson = m_session.lesson();
    const auto found = lesson.isSandbox ? m_entries.find(keyOf(typedVersion(lesson))) : m_entries.end();
    return found == m_entries.end() || !found->second->page ? nullptr : found->second.get();
}

Edits::Entry& Edits::entryOf(const Lesson& page)
{
    const Key key{storeNameOf(page), typedVersion(page)};
    std::unique_ptr<Entry>& entry = m_entries[key];
    if (!entry) {
        entry = std::make_unique<Entry>();
        entry->edit.variant = key.second;
        entry->file = page.variants.back().file;
        entry->name = key.second;
        entry->page = page;
        entry->edit.text = qt(page.files.back().text);
        const Result<std::optional<std::string>> typed = m_store.read(key.first, entry->file);
        if (!typed)
            Q_EMIT failed(diagnosticText(typed.error()));
        else if (*typed)
            entry->edit.text = qt(**typed);
    }
    return *entry;
}

QString Edits::textOf(const Lesson& page) { return entryOf(page).edit.text; }

std::optional<std::filesystem::file_time_type> Edits::typedAt(const Lesson& page) const
{
    return m_store.typedAt(storeNameOf(page), page.variants.back().file);
}

void Edits::openPage(Lesson page)
{
    settle();
    Entry& entry = entryOf(page);
    entry.page = page;
    const Key key{storeNameOf(page), typedVersion(page)};
    // A worker for each page that was ever opened would be too many.
    for (const auto& [other, each] : m_entries) {
        if (!each->page || other == key)
            continue;
        stopJobsOf(other);
        stopJobsOf({other.first, keptFile});
        each->edit.hasRun = false;
        each->edit.stage = Edit::Stage::typed;
        ++each->generation;
        for (std::shared_ptr<WorkerHost>* const host : {&each->host, &each->keptHost}) {
            if (*host)
                retire(std::exchange(*host, nullptr));
        }
    }
    if (entry.host)
        handPage(key, entry);
    else
        m_session.showPage(blankPage(pageWith(page, entry.edit.text.toStdString())));
    if (!entry.host || entry.edit.text.toStdString() != entry.ranText)
        start(key);
    bringBackKept(key, entry);
    Q_EMIT changed();
}

/// What was kept when the page was last shown, compiled again.
void Edits::bringBackKept(const Key& key, const Entry& entry)
{
    const Result<std::optional<std::string>> kept = m_store.read(key.first, keptFile);
    if (entry.keptHost || !kept || !*kept)
        return;
    auto job = std::make_unique<Job>();
    job->key = {key.first, keptFile}; // not the page's own, as whoever types on stops that
    stopJobsOf(job->key);
    job->thread = std::jthread{[this, key, text = **kept, page = pageWith(*entry.page, **kept), workbench = m_workbench, isSanitized = m_isSanitized,
                                name = entry.name, file = entry.file, job = job.get()](const std::stop_token& stop) {
        Result<WorkbenchResult> result =
            workbench->make(page, {name, {file, text}, isSanitized, page.folder}, [](BuildStep) {}, stop);
        QMetaObject::invokeMethod(
            this,
            [this, key, text, stop, result = std::move(result)]() mutable {
                if (!stop.stop_requested())
                    takeKept(key, text, std::move(result));
                else if (result && result->host)
                    retire(std::move(result->host)); // another one is A by now, or another page is shown
            },
            Qt::QueuedConnection);
        job->isDone = true;
    }};
    m_jobs.push_back(std::move(job));
}

void Edits::takeKept(const Key& key, const std::string& text, Result<WorkbenchResult> result)
{
    reap();
    if (!result || !result->host)
        return; // its text stays on the disk
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.get() != shownPage() || found->second->keptHost)
        return retire(std::move(result->host));
    Entry& entry = *found->second;
    entry.keptHost = std::move(result->host);
    entry.keptText = text;
    if (entry.host) // else with the run that is to come
        handPage(key, entry);
    Q_EMIT changed();
}

void Edits::handPage(const Key& key, const Entry& entry)
{
    Lesson page = withHosts(pageWith(*entry.page, entry.ranText), {entry.host});
    if (entry.keptHost)
        page = withKept(std::move(page), entry.keptText, entry.keptHost);
    const Lesson* const there = m_session.originalLesson(std::string{sandboxSlug});
    if (there && storeNameOf(*there) != key.first && storeNameOf(m_session.lesson()) != key.first && m_session.lesson().isSandbox)
        return; // another one is shown by now
    if (m_session.lesson().isSandbox || !there)
        m_session.showPage(std::move(page));
    else
        m_session.addLesson(std::move(page)); // whoever went on to a lesson is left there
}

void Edits::takeFromFile(const QString& text)
{
    Entry* const entry = shownPage();
    if (!entry)
        return;
    const Key key = keyOf(entry->edit.variant);
    if (isUnsaved())
        putAside(key, *entry, tr("The file was changed elsewhere, and is shown as it is now. What you had typed is kept as %1."));
    m_store.forget(key.first, entry->file);
    entry->isSettled = true;
    entry->page = pageWith(*entry->page, text.toStdString());
    if (entry->edit.text == text)
        return;
    entry->edit.text = text;
    entry->edit.stage = Edit::Stage::typed;
    Q_EMIT replaced(entry->edit.variant);
    start(key);
}

void Edits::putAside(const Key& key, const Entry& entry, const QString& words)
{
    std::optional<Diagnostic> error = m_store.settle(key.first, entry.file, entry.edit.text.toStdString());
    if (!error)
        error = m_store.putAside(key.first, entry.file);
    if (error)
        Q_EMIT failed(diagnosticText(*error));
    else if (const std::optional<std::filesystem::path> aside = m_store.tookAside())
        Q_EMIT said(words.arg(qt(aside->string())));
}

void Edits::settleInFile()
{
    Entry* const entry = shownPage();
    if (!entry)
        return;
    entry->page = pageWith(*entry->page, entry->edit.text.toStdString());
    entry->isSettled = true;
    m_store.forget(keyOf(entry->edit.variant).first, entry->file);
    Q_EMIT changed();
}

bool Edits::isUnsaved() const
{
    const Entry* const entry = shownPage();
    return entry && entry->edit.text.toStdString() != entry->page->files.back().text;
}

bool Edits::canKeep() const
{
    const Entry* const entry = shownPage();
    return entry && entry->host;
}

bool Edits::hasKept() const
{
    const Entry* const entry = shownPage();
    return entry && entry->host && entry->keptHost; // while nothing runs beside it there is nothing to swap
}

void Edits::keep()
{
    if (!canKeep())
        return;
    Entry& entry = *shownPage();
    const Key key = keyOf(entry.edit.variant);
    stopJobsOf({key.first, keptFile});
    if (!entry.keptHost) { // one from before may be on the disk that is not back yet, or no longer compiles
        if (const std::optional<Diagnostic> error = m_store.putAside(key.first, keptFile))
            Q_EMIT failed(diagnosticText(*error));
    }
    std::shared_ptr<WorkerHost> former = std::exchange(entry.keptHost, entry.host);
    entry.keptText = entry.ranText;
    if (const std::optional<Diagnostic> error = m_store.settle(key.first, keptFile, entry.keptText))
        Q_EMIT failed(diagnosticText(*error));
    tellAside();
    handPage(key, entry);
    if (former && former != entry.keptHost)
        retire(std::move(former));
    Q_EMIT changed();
}

void Edits::swapKept()
{
    if (!hasKept())
        return;
    Entry& entry = *shownPage();
    const Key key = keyOf(entry.edit.variant);
    stopJobsOf(key);
    ++entry.generation;
    if (entry.edit.text.toStdString() != entry.ranText)
        putAside(key, entry, tr("What you had typed and not run is kept as %1."));
    std::swap(entry.host, entry.keptHost);
    std::swap(entry.ranText, entry.keptText);
    if (const std::optional<Diagnostic> error = m_store.settle(key.first, keptFile, entry.keptText))
        Q_EMIT failed(diagnosticText(*error));
    handPage(key, entry);
    type(entry.edit.variant, qt(entry.ranText));
    entry.edit.stage = Edit::Stage::ran;
    entry.edit.problems.clear();
    Q_EMIT replaced(entry.edit.variant);
    Q_EMIT changed();
}

void Edits::dropKept()
{
    if (!hasKept())
        return;
    Entry& entry = *shownPage();
    std::shared_ptr<WorkerHost> former = std::exchange(entry.keptHost, nullptr);
    const Key key = keyOf(entry.edit.variant);
    const std::string inFile = entry.page->files.back().text;
    if (entry.keptText == entry.edit.text.toStdString() || entry.keptText == inFile)
        m_store.forget(key.first, keptFile);
    else if (const std::optional<Diagnostic> error = m_store.putAside(key.first, keptFile))
        Q_EMIT failed(diagnosticText(*error));
    if (const std::optional<std::filesystem::path> aside = m_store.tookAside())
        Q_EMIT said(tr("A is kept as %1.").arg(qt(aside->string())));
    handPage(key, entry);
    if (former != entry.host)
        retire(std::move(former));
    Q_EMIT changed();
}

} // namespace awaitscope
