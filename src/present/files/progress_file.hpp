// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/progress.hpp"

#include <QObject>
#include <QString>

namespace awaitscope {

class Predictions;

/// What reading a file of progress gave.
struct ReadProgress
{
    Progress progress;
    QString problem; ///< what to tell the learner; empty if all is well
};

/// One that was exported. A file that cannot be read gives a problem and nothing else, and stays as it is.
ReadProgress importProgress(const QString& path);

/// What to tell the learner if it cannot be written, empty if it was. A failure leaves the file there was.
QString exportProgress(const Progress& progress, const QString& path);

/// Keeps the progress of one learner in a file: read at the start, written as it changes. A damaged file is moved aside, so
/// that nothing in it is lost, and told.
class ProgressFile : public QObject
{
    Q_OBJECT

public:
    /// Reads `path` into `predictions`, which outlives this; its folder is made when there is something to keep.
    ProgressFile(QString path, Predictions& predictions, QObject* parent = nullptr);

    const QString& problem() const { return m_problem; } ///< of the start; empty if all is well

Q_SIGNALS:
    void failed(const QString& message); ///< it could not be written; told once

private:
    void save();

    QString m_path;
    Predictions& m_predictions;
    QString m_problem;
    bool m_isUsable = true; ///< else nothing may be written there
    bool m_hasFailed = false;
};

} // namespace awaitscope
