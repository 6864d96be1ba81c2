// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/gui_probe.hpp"

#include <QEvent>
#include <QMetaEnum>
#include <QPixmap>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <utility>

namespace awaitscope {

namespace {

/// Plots ask for their replot by a timer and then for an update: some rounds pass between the first and the last.
constexpr int quietRounds = 4;

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
}

double millisecondsBetween(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// "Paint of CodeView": a viewport goes by its owner's name, since its own says nothing.
std::string nameOf(const QObject& receiver, const QEvent& event)
{
    const QObject* named = &receiver;
    if (receiver.objectName() == QLatin1String("qt_scrollarea_viewport") && receiver.parent())
        named = receiver.parent();
    const char* const key = QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type());
    return std::string(key ? key : "event") + " of " + named->metaObject()->className();
}

} // namespace

double usedCpu() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void printTableHead()
{
    std::printf("| what | setting | samples | wall p50 | wall p99 | CPU p50 | CPU p99 | aim |\n"
                "|---|---|---|---|---|---|---|---|\n");
}

void printRow(const std::string& what, const std::string& setting, std::vector<Sample> samples, const std::string& aim)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (const Sample& sample : samples) {
        wall.push_back(sample.wall);
        cpu.push_back(sample.cpu);
    }
    std::printf("| %s | %s | %zu | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %s |\n", what.c_str(), setting.c_str(),
                samples.size(), percentile(wall, 0.5), percentile(wall, 0.99), percentile(cpu, 0.5),
                percentile(cpu, 0.99), aim.c_str());
    std::fflush(stdout);
}

Sample ProbeApplication::measure(const std::function<void()>& action)
{
    waitForPainting(); // what was asked for before is not this action's
    m_measuring = true;
    const Clock::time_point begin = Clock::now();
    const double beginCpu = usedCpu();
    m_painted = begin;
    m_paintedCpu = beginCpu;
    action();
    waitForPainting();
    m_measuring = false;
    return {millisecondsBetween(begin, m_painted), m_paintedCpu - beginCpu};
}

void ProbeApplication::waitForPainting()
{
    for (int quiet = 0; quiet < quietRounds;) {
        const int before = m_updates;
        processEvents();
        quiet = m_updates == before ? quiet + 1 : 0;
    }
}

bool ProbeApplication::notify(QObject* receiver, QEvent* event)
{
    // Painting and flushing happen inside the window's UpdateRequest. The receiver may not outlive its event.
    const bool isUpdate = event->type() == QEvent::UpdateRequest;
    const QWidget* const window = isUpdate ? qobject_cast<QWidget*>(receiver) : nullptr;
    const std::string name = isAccounting ? nameOf(*receiver, *event) : std::string();
    const double outer = std::exchange(m_inner, 0);
    const Clock::time_point begin = Clock::now();
    const bool accepted = QApplication::notify(receiver, event);
    if (isAccounting) {
        const double taken = millisecondsBetween(begin, Clock::now());
        Cost& cost = m_costs[name];
        ++cost.times;
        cost.milliseconds += taken - m_inner;
        m_inner = outer + taken;
    }
    if (isUpdate)
        ++m_updates;
    if (m_measuring && window && window->windowHandle()) {
        // The display answers after it has taken the picture.
        primaryScreen()->grabWindow(window->winId(), 0, 0, 1, 1);
        m_painted = Clock::now();
        m_paintedCpu = usedCpu();
    }
    return accepted;
}

void ProbeApplication::printCosts(int steps)
{
    std::vector<std::pair<std::string, Cost>> costs(m_costs.begin(), m_costs.end());
    std::sort(costs.begin(), costs.end(),
              [](const auto& a, const auto& b) { return a.second.milliseconds > b.second.milliseconds; });
    if (costs.size() > 25)
        costs.resize(25);
    for (const auto& [name, cost] : costs) {
        std::printf("%8.3f ms %6.2f times a step  %s\n", cost.milliseconds / steps,
                    static_cast<double>(cost.times) / steps, name.c_str());
    }
    m_costs.clear();
}

} // namespace awaitscope
