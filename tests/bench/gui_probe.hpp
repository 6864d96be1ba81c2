// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace awaitscope {

/// What one thing took, in milliseconds. The CPU time is that of the process with all its threads.
struct Sample
{
    double wall = 0;
    double cpu = 0;
};

/// Prints a row of the table: the halfway sample and the one that 99 of 100 do not exceed, of wall and CPU time.
void printRow(const std::string& what, const std::string& setting, std::vector<Sample> samples,
              const std::string& aim = {});
void printTableHead();

/// An application that knows when its windows have been painted and the display has the picture.
class ProbeApplication : public QApplication
{
public:
    using QApplication::QApplication;

    /// From before `action` until every widget that it changed is on the display. An action that changes nothing
    /// takes no time.
    Sample measure(const std::function<void()>& action);

    /// Prints what the window's parts were asked for in each of `steps`, and how long that took, the worst first. Counts
    /// what happened while `isAccounting` was set, and since the last time.
    void printCosts(int steps);
    bool isAccounting = false;

    bool notify(QObject* receiver, QEvent* event) override;

private:
    using Clock = std::chrono::steady_clock;

    struct Cost
    {
        int times = 0;
        double milliseconds = 0; ///< without what was delivered meanwhile
    };

    void waitForPainting();

    Clock::time_point m_painted;
    double m_paintedCpu = 0;
    int m_updates = 0;
    bool m_measuring = false;
    double m_inner = 0;
    std::map<std::string, Cost> m_costs;
};

/// Milliseconds of CPU time that this process has used.
double usedCpu();

} // namespace awaitscope
