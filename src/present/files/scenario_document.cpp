// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/scenario_document.hpp"

#include "lesson/files/scenario_file.hpp"
#include "lesson/text/text_file.hpp"
#include "present/files/share.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"

#include <QFileInfo>

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

QString ScenarioDocument::name() const { return QFileInfo(m_path).fileName(); }

QString ScenarioDocument::shown() const
{
    Scenario scenario = m_session.scenario();
    scenario.time.reset();
    const Lesson& lesson = m_session.stripOfEdited(scenario);
    return QString::fromStdString(toText(scenario, lesson));
}

QString ScenarioDocument::open(const QString& path)
{
    const std::filesystem::path file = QFileInfo(path).filesystemFilePath();
    const Result<ScenarioFile> read = loadScenarioFile(file);
    if (!read)
        return wordsOf(read.error());
    // Before the session is asked: it would tell of the scenario, but not of the file.
    if (const auto error = whyNotShown(*read, printablePath(file), m_session.catalogue()))
        return wordsOf(*error);
    m_isOpening = true;
    const bool isShown = m_session.apply(QString::fromStdString(read->scenario));
    m_isOpening = false;
    if (isShown) // else the session has said why
        become(path);
    return {};
}

QString ScenarioDocument::save(const QString& path)
{
    if (const auto error = whyNotOverwritten(QFileInfo(path).filesystemFilePath()))
        return wordsOf(*error);
    const std::string text = toFileText({m_session.scenarioString().toStdString()});
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
