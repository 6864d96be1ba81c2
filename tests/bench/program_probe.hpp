// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/gui_probe.hpp"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>

namespace awaitscope {

/// Megabytes of 1024 × 1024 bytes.
struct Memory
{
    double peak = 0;  ///< VmHWM: the most that was resident at once, shared pages included
    double share = 0; ///< PSS: resident now, shared pages counted by their share
};

/// The real program, started as a person does and watched from outside, on a display that it has to itself.
class ProgramProbe
{
public:
    /// `theme` goes to the program; settings and caches are its own.
    ProgramProbe(QString program, QString theme);
    ~ProgramProbe();

    /// From the start of the process until the display shows the complete window. Empty: it never did.
    std::optional<Sample> start();
    Memory memory() const;
    /// Drags, steps, plays, and changes model and scene with real keys and mouse events. False: xdotool is missing.
    bool use(std::chrono::seconds howLong);
    void stop();

private:
    bool launch();
    bool findReference();
    bool showsReference() const;

    QString m_program;
    QString m_theme;
    QTemporaryDir m_home;
    QProcess m_process;
    QImage m_reference; ///< the display with the complete window
    QRect m_window;     ///< where that is
};

/// Drops what the system keeps of files in memory; false: it may not.
bool dropFileCache();

} // namespace awaitscope
