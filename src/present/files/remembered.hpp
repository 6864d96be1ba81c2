// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/appearance.hpp"
#include "present/look/column_plan.hpp"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QSettings;

namespace awaitscope {

class Edits;
class Session;

/// What the window keeps from one start to the next.
struct Remembered
{
    QByteArray geometry; ///< empty: the window's own
    ColumnWidths columns;
    bool story = true;
    bool code = true;
    bool steps = false; ///< in words, below the story
    QString tongue; ///< in which the code is read: "tokio"; empty: C++
    ThemeChoice theme = ThemeChoice::system;
    double scale = 1;
    std::optional<bool> lessMotion = std::nullopt; ///< empty: as the system
    QString language; ///< its code; empty: as the system
    double speed = 1;
    bool loop = false;
    QString lesson; ///< a slug; empty: the first
    int scene = 0;
    QString scenario; ///< all that decides what is run there; empty: as the scene has it
    QStringList own;  ///< variants of which one's own version was shown beside it
    bool runsAsTyped = false;     ///< a lesson's code that is changed
    bool runsPagesAsTyped = true; ///< which are there to be tried out
    bool tour = false; ///< it has been shown, and does not come again unasked
    QString folder = {}; ///< where `lesson` lies, if it is not built in

    friend bool operator==(const Remembered&, const Remembered&) = default;
};

/// What the file holds. Whatever is missing, damaged or out of range is as if it had never been kept; of sizes of type the
/// nearest that there is.
Remembered readRemembered(const QSettings& settings);

void keep(const Remembered& remembered, QSettings& settings);

/// Shows the lesson and scene again, with the playback's speed and loop. A lesson or a scene that is no longer there: the first. One of
/// a folder has to have been added before.
void resume(const Remembered& remembered, Session& session);

/// Runs one's own versions again that were shown, as far as their code is still there.
void resume(const Remembered& remembered, Edits& edits);

/// What `session` shows: lesson, scene, scenario and one's own versions. The playhead is no part of it.
void notePlace(Remembered& remembered, const Session& session);

} // namespace awaitscope
