// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/pack_verifier.hpp"

#include "lesson/files/catalogue.hpp"
#include "present/editing/lesson_packs.hpp"
#include "present/questions/predictions.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/diagnostic_text.hpp"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace awaitscope {

namespace {

/// Messages name files by the folder as it was given.
PackFinding findingOf(const Diagnostic& error, const QString& folder)
{
    PackFinding finding{qt(error.file), error.line, diagnosticText({error.message, {}, 0}), {}};
    if (finding.file.isEmpty())
        return finding;
    const QDir within(folder);
    const QString path = QDir::cleanPath(within.absoluteFilePath(finding.file)); // of a path that is whole that itself
    if (QFileInfo::exists(path))
        finding.path = path;
    finding.file = within.relativeFilePath(path);
    return finding;
}

} // namespace

QString PackFinding::toText() const
{
    if (file.isEmpty())
        return message;
    return line > 0 ? QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(message) : QStringLiteral("%1: %2").arg(file, message);
}

PackVerifier::PackVerifier(LessonPacks& packs, QObject* parent) : QObject(parent), m_packs(packs) {}

PackVerifier::~PackVerifier()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void PackVerifier::start(const QString& folder)
{
    if (m_isAtWork)
        return;
    m_folder = QDir(folder).absolutePath();
    m_findings.clear();
    m_result.reset();
    m_isRefused = false;
    m_wasStopped = false;
    LessonReading reading = readForeignLesson(m_folder.toStdU16String());
    reading.lesson.folder = m_folder.toStdString();
    m_title = reading.lesson.title.empty() ? QFileInfo(m_folder).fileName() : qt(reading.lesson.title);
    if (!reading.errors.empty()) {
        take({std::move(reading.lesson), std::move(reading.errors), false});
        return;
    }
    if (!m_packs.mayRun(questionAboutLesson(reading.lesson))) {
        m_isRefused = true;
        Q_EMIT changed();
        return;
    }
    m_isAtWork = true;
    m_thread = std::jthread{[this, reading = std::move(reading), workbench = m_packs.workbench(),
                             path = std::filesystem::path{m_folder.toStdU16String()}](const std::stop_token& stop) mutable {
        VerifiedLesson verified = verifiedFolder(std::move(reading), path, *workbench, stop);
        QMetaObject::invokeMethod(
            this,
            [this, verified = std::move(verified), wasStopped = stop.stop_requested()]() mutable {
                m_isAtWork = false;
                m_wasStopped = wasStopped;
                if (wasStopped)
                    Q_EMIT changed();
                else
                    take(std::move(verified));
            },
            Qt::QueuedConnection);
    }};
    Q_EMIT changed();
}

void PackVerifier::stop() { m_thread.request_stop(); }

void PackVerifier::take(VerifiedLesson verified)
{
    for (const Diagnostic& error : verified.errors)
        m_findings.push_back(findingOf(error, m_folder));
    m_result = std::move(verified);
    Q_EMIT changed();
}

bool PackVerifier::holds() const { return m_result && m_result->errors.empty(); }

QString PackVerifier::words() const
{
    if (m_isAtWork)
        return tr("Compiling “%1” and running it at every timeout…").arg(m_title);
    if (m_isRefused)
        return tr("Nothing was compiled.");
    if (m_wasStopped)
        return tr("Stopped.");
    if (!m_result)
        return {};
    if (holds())
        return tr("✓ “%1” keeps its promises. Variants: %2, scenes: %3, questions: %4. It was run under each meaning of cancelling that it names.")
            .arg(m_title)
            .arg(m_result->lesson.variants.size())
            .arg(m_result->lesson.story.scenes.size())
            .arg(Predictions::questionsOf(m_result->lesson).size());
    return (m_result->isRead ? tr("“%1” does not hold yet. What is to be mended: %2") : tr("“%1” cannot be opened as it is. What is to be mended: %2"))
        .arg(m_title)
        .arg(m_findings.size());
}

} // namespace awaitscope
