// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/progress_file.hpp"

#include "lesson/text/text_file.hpp"
#include "present/files/settings_file.hpp"
#include "present/questions/predictions.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/text/tr.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace awaitscope {

namespace {

} // namespace

ReadProgress importProgress(const QString& path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const Result<std::string> text = readTextFile(path.toStdU16String(), largestProgress);
    if (!text)
        return {{}, diagnosticText(text.error())};
    Result<Progress> progress = readProgress(*text, shown.toStdString());
    if (!progress)
        return {{}, diagnosticText(progress.error())};
    return {*std::move(progress), {}};
}

QString exportProgress(const Progress& progress, const QString& path)
{
    QSaveFile file{path};
    const QByteArray bytes = QByteArray::fromStdString(toJson(progress));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return ProgressFileTr::tr("The progress could not be written to %1: %2.").arg(QDir::toNativeSeparators(path), file.errorString());
}

ProgressFile::ProgressFile(QString path, Predictions& predictions, QObject* parent)
    : QObject(parent),
      m_path(std::move(path)),
      m_predictions(predictions)
{
    if (QFileInfo::exists(m_path)) {
        ReadProgress read = importProgress(m_path);
        if (read.problem.isEmpty()) {
            m_predictions.setProgress(std::move(read.progress));
        } else {
            const QString aside = nameAside(m_path);
            m_isUsable = !aside.isEmpty() && QFile::rename(m_path, aside);
            m_problem = m_isUsable
                            ? ProgressFileTr::tr("Your progress could not be read, and begins anew. The old file is kept as %1. %2")
                                  .arg(QDir::toNativeSeparators(aside), read.problem)
                            : ProgressFileTr::tr("Your progress could not be read, and the file cannot be moved aside. Nothing is kept "
                                 "until you move it away. %1")
                                  .arg(read.problem);
        }
    }
    connect(&m_predictions, &Predictions::changed, this, &ProgressFile::save);
}

void ProgressFile::save()
{
    if (!m_isUsable)
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    const QString problem = exportProgress(m_predictions.kept(), m_path);
    if (!problem.isEmpty() && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(problem);
    if (problem.isEmpty())
        m_hasFailed = false;
}

} // namespace awaitscope
