// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/program_probe.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QPixmap>
#include <QRegularExpression>
#include <QScreen>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>

namespace awaitscope {

namespace {

constexpr int patienceMs = 60'000;
constexpr int stillMs = 4'000; // a window that does not change for so long is complete, on a busy machine too

QImage grab(const QRect& area)
{
    return QGuiApplication::primaryScreen()
        ->grabWindow(0, area.x(), area.y(), area.width(), area.height())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

QRect display() { return {QPoint(), QGuiApplication::primaryScreen()->size()}; }

QRect changedArea(const QImage& before, const QImage& after)
{
    QRect area;
    for (int y = 0; y < after.height(); ++y) {
        int left = 0;
        int right = after.width() - 1;
        while (left <= right && before.pixel(left, y) == after.pixel(left, y))
            ++left;
        while (right > left && before.pixel(right, y) == after.pixel(right, y))
            --right;
        if (left <= right)
            area |= QRect(QPoint(left, y), QPoint(right, y));
    }
    return area;
}

/// The same but for the last bit of a colour: from one start of the program to the next, the edge of a digit in two badges
/// came out one step of 255 lighter.
bool lookAlike(const QImage& one, const QImage& other)
{
    const auto apart = [](const QRgb a, const QRgb b) {
        return std::abs(qRed(a) - qRed(b)) > 1 || std::abs(qGreen(a) - qGreen(b)) > 1
               || std::abs(qBlue(a) - qBlue(b)) > 1;
    };
    if (one.size() != other.size())
        return false;
    for (int y = 0; y < one.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(one.constScanLine(y));
        const auto* const otherLine = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        if (!std::equal(line, line + one.width(), otherLine, std::not_fn(apart)))
            return false;
    }
    return true;
}

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of a line such as "Pss:   71234 kB".
double megabytes(const QByteArray& text, const QString& key)
{
    const QRegularExpression line(QStringLiteral("^%1:\\s+(\\d+) kB").arg(key), QRegularExpression::MultilineOption);
    return line.match(QString::fromLatin1(text)).captured(1).toDouble() / 1024;
}

/// Milliseconds of the process and its threads; the system counts in hundredths of a second.
double cpuOf(qint64 process)
{
    const QByteArray text = contentOf(QStringLiteral("/proc/%1/stat").arg(process));
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 12 ? 10 * (fields[11].toDouble() + fields[12].toDouble()) : 0;
}

} // namespace

ProgramProbe::ProgramProbe(QString program, QString theme) : m_program(std::move(program)), m_theme(std::move(theme))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* const name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        environment.insert(name, m_home.path());
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
}

ProgramProbe::~ProgramProbe() { stop(); }

bool ProgramProbe::launch()
{
    m_process.start(m_program, {"--theme", m_theme, "awaitscope:alan-caches-requests?timeout=250ms"});
    return m_process.waitForStarted();
}

void ProgramProbe::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished();
    QThread::msleep(100); // the display takes the window away, on a busy machine later than that
    QElapsedTimer waited;
    waited.start();
    while (!m_reference.isNull() && showsReference() && waited.elapsed() < patienceMs)
        QThread::msleep(20);
}

bool ProgramProbe::findReference()
{
    const QImage empty = grab(display());
    if (!launch())
        return false;
    QElapsedTimer waited;
    QElapsedTimer still;
    waited.start();
    still.start();
    QImage last = empty;
    while (waited.elapsed() < patienceMs) {
        QThread::msleep(100);
        QImage now = grab(display());
        if (now != last)
            still.restart();
        else if (now != empty && still.elapsed() > stillMs) {
            m_reference = std::move(now);
            m_window = changedArea(empty, m_reference);
            stop();
            return true;
        }
        last = std::move(now);
    }
    stop();
    return false;
}

bool ProgramProbe::showsReference() const
{
    // A few upright strips cross every panel and cost little; only when they agree is all of it looked at.
    constexpr int strips = 6;
    for (int i = 0; i < strips; ++i) {
        const int x = m_window.left() + m_window.width() * (2 * i + 1) / (2 * strips);
        const QRect strip(x, m_window.top(), 2, m_window.height());
        if (!lookAlike(grab(strip), m_reference.copy(strip)))
            return false;
    }
    return lookAlike(grab(m_window), m_reference.copy(m_window));
}

std::optional<Sample> ProgramProbe::start()
{
    stop();
    if (m_reference.isNull() && !findReference())
        return std::nullopt;
    QElapsedTimer waited;
    waited.start();
    if (!launch())
        return std::nullopt;
    while (waited.elapsed() < patienceMs) {
        // To look takes time itself: what it sees has been there since before.
        const Sample now{static_cast<double>(waited.nsecsElapsed()) / 1e6, cpuOf(m_process.processId())};
        if (showsReference())
            return now;
        QThread::msleep(2);
    }
    return std::nullopt;
}

Memory ProgramProbe::memory() const
{
    const QString folder = QStringLiteral("/proc/%1/").arg(m_process.processId());
    return {megabytes(contentOf(folder + "status"), "VmHWM"), megabytes(contentOf(folder + "smaps_rollup"), "Pss")};
}

bool ProgramProbe::use(std::chrono::seconds howLong)
{
    // In the window of 1440 × 900 that opens first: a drag across the outcome map, which moves the flag.
    QStringList drag{"mousemove", "500", "745", "mousedown", "1"};
    for (int x = 500; x < 950; x += 15)
        drag << "mousemove" << QString::number(x) << "745"
             << "sleep"
             << "0.01";
    drag << "mouseup"
         << "1";
    const QList<QStringList> script{
        drag,
        {"key", "--repeat", "20", "--delay", "20", "alt+Left"},
        {"key", "--repeat", "10", "--delay", "20", "alt+shift+Right"},
        {"key", "--delay", "30", "Home", "Right", "Right", "Right", "ctrl+Right", "ctrl+Right", "Left", "End"},
        {"key", "Home", "key", "space", "sleep", "2", "key", "End"},
        {"key", "m", "sleep", "0.2", "key", "m", "sleep", "0.2", "key", "m"},
        {"key", "n", "sleep", "0.2", "key", "Next", "sleep", "0.2", "key", "Next", "sleep", "0.2", "key", "Prior"},
        {"key", "ctrl+plus", "sleep", "0.2", "key", "ctrl+0"},
    };
    QElapsedTimer passed;
    passed.start();
    do {
        for (const QStringList& step : script) {
            if (QProcess::execute("xdotool", step) != 0)
                return false;
        }
    } while (passed.elapsed() < 1000 * howLong.count());
    return m_process.state() == QProcess::Running;
}

bool dropFileCache()
{
    QFile file("/proc/sys/vm/drop_caches");
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("3\n") == 2;
}

} // namespace awaitscope
