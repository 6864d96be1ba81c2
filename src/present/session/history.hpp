// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/progress.hpp"
#include "lesson/format/scenario.hpp"
#include "present/time/playback.hpp"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

class Session;

/// What can be taken back.
enum class Change { lesson, scene, timeout, model, parameter, several, importOfProgress, resetOfProgress };

/// The changes of what a session shows, to be undone and redone: timeout, model, parameters, variants, scene and lesson;
/// and those of the progress that are not answers: reset and import.
/// Where the playhead stands and how far one has zoomed in is no change, and is left as it is. A drag, or a key that is
/// held down, is one change: what follows within a second and changes the same.
class History : public QObject
{
    Q_OBJECT

public:
    /// Begins with what the session, which outlives it, shows now.
    explicit History(Session& session, QObject* parent = nullptr);
    History(Session& session, Playback::RealClock clock, QObject* parent = nullptr);

    bool canUndo() const { return m_current > 0; }
    bool canRedo() const { return m_current + 1 < m_states.size(); }

    /// What is taken back: "timeout", "Client", "scene"; empty if there is nothing.
    QString undoWords() const;
    QString redoWords() const; ///< what would be done again

    /// All of it, to come back to once something is over whose changes are no one's business afterwards.
    class Kept;
    Kept keep() const;
    void bringBack(const Kept& kept); ///< once the session shows again what it showed then

public Q_SLOTS:
    void undo(); ///< does nothing if there is nothing
    void redo();
    /// Another change, of the progress, that has just been made.
    void noteProgress(const awaitscope::Progress& before, awaitscope::Change change);
    void forget(); ///< begins again with what is shown now

Q_SIGNALS:
    void changed();

private:
    struct State
    {
        Scenario scenario; ///< without a playhead
        int scene = 0;
        Change change = Change::several; ///< that led here from the one before
        std::string parameter = {};      ///< which one, where that was the change
        std::optional<std::pair<Progress, Progress>> progress = {}; ///< before and after, where that was the change
        bool isGradual = false; ///< it can be one of a row of changes that are meant as one

        bool shows(const State& other) const
        {
            return scenario == other.scenario && scene == other.scene;
        }
    };

    State now() const;
    QString wordsFor(const State& state) const;
    void note();
    void goTo(std::size_t index);

    Session& m_session;
    Playback::RealClock m_clock;
    std::vector<State> m_states; ///< at least one
    std::size_t m_current = 0;
    std::optional<qint64> m_changedAt; ///< of the change that a next one may belong to; ns
};

class History::Kept
{
    friend class History;
    std::vector<State> states;
    std::size_t current = 0;
};

} // namespace awaitscope
