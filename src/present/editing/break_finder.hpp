// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/page/find_break.hpp"
#include "workbench/workbench.hpp"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <thread>

namespace awaitscope {

class Session;

/// Looks for what breaks the page that is shown, off the GUI thread.
class BreakFinder : public QObject
{
    Q_OBJECT

public:
    /// The session outlives it.
    BreakFinder(Session& session, std::shared_ptr<Workbench> workbench, QObject* parent = nullptr);
    ~BreakFinder() override; ///< stops it, and waits for the run or the compile that is under way

    /// Of the version that is typed on, as it has run last. With `movesTimes` each other time of the file by its half and its double too.
    void start(bool movesTimes);
    void stop();
    bool isSearching() const { return m_isSearching; }

    const std::optional<BreakSearch>& result() const { return m_result; } ///< empty: it has not been searched, or that failed
    QString words() const; ///< where it is, or what came of it
    /// For the scenario as it is found; empty: nothing was found.
    QString scenario() const;
    /// What the page's text is where a time was moved; empty where none was.
    QString movedText() const;

Q_SIGNALS:
    void changed();

private:
    Session& m_session;
    std::shared_ptr<Workbench> m_workbench;
    std::optional<BreakSearch> m_result;
    QString m_failure;
    bool m_isSearching = false;
    std::int64_t m_runs = 0;
    int m_move = 0;
    int m_moves = 0;
    std::jthread m_thread; ///< last: it uses what stands above
};

/// In one sentence: "With a timeout of 200 ms, in 2 sleep_for (line 18), “no money is lost” is violated."
QString breakWords(const Breakage& breakage);

} // namespace awaitscope
