// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/scenario_document.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/text/text_file.hpp"
#include "present/editing/edits.hpp"
#include "present/files/share.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

QString wordsOf(const Diagnostic& error) { return diagnosticText(error); }

} // namespace

ScenarioDocument::ScenarioDocument(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::runChanged, this, &ScenarioDocument::follow);
    connect(&session, &Session::lessonChanged, this, &ScenarioDocument::leave);
}

void ScenarioDocument::allowEdits(Edits& edits)
{
    m_edits = &edits;
    connect(&edits, &Edits::changed, this, &ScenarioDocument::follow);
}

std::vector<FileEdit> ScenarioDocument::editsNow() const
{
    std::vector<FileEdit> edits;
    for (const Edit* const edit : m_edits ? m_edits->all() : std::vector<const Edit*>{}) {
        const std::string name = editedName(edit->variant);
        const bool isShown = std::ranges::find(m_session.scenario().variants, name) != m_session.scenario().variants.end();
        if (isShown || edit->stage == Edit::Stage::failed)
            edits.push_back({edit->variant, edit->text.toStdString()});
    }
    return edits;
}

void ScenarioDocument::bringBack(const std::vector<FileEdit>& edits)
{
    for (const FileEdit& edit : edits) {
        const QString text = QString::fromStdString(edit.text);
        const Edit* const mine = m_edits->find(edit.variant);
        if (mine && mine->text == text) {
            m_edits->run(edit.variant); // one's own, as it is kept here
            continue;
        }
        // Whoever wrote it: it runs when somebody has seen it and says so. What was here is put aside, and told.
        if (mine)
            m_edits->giveUp(edit.variant);
        m_edits->begin(edit.variant);
        m_edits->type(edit.variant, text);
        Q_EMIT said(tr("The file has a version of the code. E shows it, Ctrl+R runs it."));
    }
}

QString ScenarioDocument::name() const { return QFileInfo(m_path).fileName(); }

QString ScenarioDocument::shown() const
{
    Scenario scenario = m_session.scenario();
    scenario.time.reset();
    const Lesson& lesson = m_session.stripOfEdited(scenario);
    QString text = QString::fromStdString(toText(scenario, lesson));
    for (const FileEdit& edit : editsNow())
        text += '\n' + QString::fromStdString(edit.variant) + '\n' + QString::fromStdString(edit.text);
    return text;
}

bool ScenarioDocument::waitsForLesson(const QString& path, const std::function<void()>& then)
{
    const Result<ScenarioFile> read = loadScenarioFile(QFileInfo(path).filesystemFilePath());
    const Result<std::string> slug = read ? lessonOf(read->scenario) : read.error();
    return slug && m_session.waitsForLesson(*slug, then);
}

QString ScenarioDocument::open(const QString& path)
{
    const std::filesystem::path file = QFileInfo(path).filesystemFilePath();
    const Result<ScenarioFile> read = loadScenarioFile(file);
    if (!read)
        return wordsOf(read.error());
    // Before the session is asked: it would tell of the scenario, but not of the file.
    const Result<std::string> slug = lessonOf(read->scenario);
    const Lesson* const lesson = slug ? m_session.originalLesson(*slug) : nullptr;
    const std::string name = printablePath(file);
    // What is not built in runs elsewhere, which the session waits for as long as it takes.
    const bool isElsewhere = lesson && !lesson->isSandbox && !lesson->folder.empty();
    const auto error = isElsewhere ? whyNoScenario(*read, name, *lesson) : whyNotShown(*read, name, m_session.catalogue());
    if (error)
        return wordsOf(*error);
    m_isOpening = true;
    const bool isShown = m_session.apply(QString::fromStdString(read->scenario));
    m_isOpening = false;
    if (!isShown) // the session has said why
        return {};
    if (!read->edits.empty() && !m_edits)
        return tr("%1 has a version of the code, which runs in a window alone.").arg(QFileInfo(path).fileName());
    m_isOpening = true;
    bringBack(read->edits);
    m_isOpening = false;
    become(path);
    return {};
}

QString ScenarioDocument::save(const QString& path)
{
    if (const auto error = whyNotOverwritten(QFileInfo(path).filesystemFilePath()))
        return wordsOf(*error);
    const std::string text = toFileText({m_session.scenarioString().toStdString(), std::nullopt, editsNow()});
    const QString problem = writeWhole(path, QByteArray::fromStdString(text));
    if (problem.isEmpty())
        become(path);
    return problem;
}

void ScenarioDocument::become(const QString& path)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_saved = shown();
    m_isModified = false;
    Q_EMIT changed();
}

void ScenarioDocument::follow()
{
    if (m_path.isEmpty() || m_isOpening || std::exchange(m_isModified, shown() != m_saved) == m_isModified)
        return;
    Q_EMIT changed();
}

void ScenarioDocument::leave()
{
    if (m_isOpening || m_path.isEmpty())
        return;
    m_path.clear();
    m_saved.clear();
    m_isModified = false;
    Q_EMIT changed();
}

} // namespace awaitscope
