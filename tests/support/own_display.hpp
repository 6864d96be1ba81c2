// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QList>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace awaitscope::test {

/// Keeps an X display for this process alone, as long as it runs: two windows on one display would take the focus from each
/// other. AWAITSCOPE_DISPLAYS names those that may be had (":90 :91"), as many tests with windows run at a time; without it
/// the one of DISPLAY is the only one. Waits until one is free, and sets DISPLAY to it.
///
/// A lock of the file system is given back however the process ends, and by whomever it was started: ctest's own locks on
/// resources would bind ctest alone.
inline void takeOwnDisplay()
{
    constexpr const char* isTaken = "AWAITSCOPE_DISPLAY_IS_TAKEN";
    if (qEnvironmentVariableIsSet(isTaken))
        return;
    QList<QByteArray> displays = qgetenv("AWAITSCOPE_DISPLAYS").split(' ');
    displays.removeAll({});
    if (displays.isEmpty())
        displays.append(qgetenv("DISPLAY"));
    if (displays.first().isEmpty())
        return; // Wayland's windows are not ours to place
    for (;;) {
        for (const QByteArray& display : displays) {
            const QByteArray name = QByteArray(display).replace('/', '-').replace(':', '-');
            const QByteArray path = QDir::tempPath().toLocal8Bit() + "/awaitscope-display" + name + ".lock";
            const int file = open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
            if (file == -1)
                qFatal("The lock of the display %s could not be made: %s", display.constData(), path.constData());
            if (flock(file, LOCK_EX | LOCK_NB) == 0) {
                qputenv("DISPLAY", display);
                qputenv(isTaken, "1"); // a program that the test starts opens its window beside it
                return; // the file stays open, and so locked
            }
            close(file);
        }
        usleep(50'000);
    }
}

} // namespace awaitscope::test
