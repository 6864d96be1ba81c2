// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshot.hpp"

#include "present/editing/edits.hpp"
#include "present/session/session.hpp"
#include "widgets/share/picture.hpp"
#include "widgets/window/main_window.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace awaitscope {

namespace {

constexpr int patienceMs = 60'000;

/// The event loop for a moment, asleep while nothing comes.
void turnLoop()
{
    QEventLoop loop;
    QTimer::singleShot(20, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Until the outcome map is there, or cannot be made: the window then says why. False if it does not come.
bool waitForSweep(const Session& session)
{
    QElapsedTimer waited;
    waited.start();
    while (session.isSweeping() || session.isRunning()) {
        if (waited.elapsed() > patienceMs)
            return false;
        turnLoop();
    }
    return true;
}

} // namespace

QString waitForPage(const Session& session, const Edits& edits)
{
    const std::string variant = edits.variantToEdit();
    while (edits.isBusy() || session.isRunning()) // the compiler has a limit of its own
        turnLoop();
    const Edit* const edit = edits.find(variant);
    if (edit && edit->hasRun)
        return {};
    QStringList problems;
    for (const EditProblem& problem : edit ? edit->problems : std::vector<EditProblem>{})
        problems += (problem.line > 0 ? QStringLiteral("%1:%2: %3").arg(QString::fromStdString(session.lesson().title)).arg(problem.line)
                                      : QStringLiteral("%1: %2").arg(QString::fromStdString(session.lesson().title)))
                        .arg(problem.text);
    return problems.isEmpty() ? QStringLiteral("The page does not run.") : problems.join('\n');
}

QString takeScreenshot(Session& session, MainWindow& window, QSize size, const PictureChoice& choice,
                       const QString& file)
{
    // Laid out and painted as any window, but not put on the screen: its size is then ours, whatever the screen's.
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(size);
    window.show();
    if (!waitForSweep(session))
        return QStringLiteral("The outcome map was not ready after a minute; there is no picture.");
    // Layouts and plots put their work into the queue, and some of it asks for more.
    for (int round = 0; round < 5; ++round) {
        QApplication::sendPostedEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what a loop would do: scopes of the lesson before a page
        QApplication::processEvents();
    }
    return writeWhole(file, pictureOf(window, choice));
}

} // namespace awaitscope
