// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/gui_probe.hpp"
#include "bench/long_page.hpp"
#include "bench/program_probe.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/run/sweep.hpp"
#include "present/editing/edits.hpp"
#include "present/files/pages.hpp"
#include "present/session/session.hpp"
#include "support/own_display.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/traffic/traffic_guess.hpp"
#include "widgets/traffic/traffic_sheet.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace awaitscope {
namespace {

constexpr int ready = 0;
constexpr int broken = 1;

struct Options
{
    QString program; ///< the real one
    QSize size;
    QString theme;
    int samples = 0;
    bool once = false;
    bool where = false;
};

/// The real window on the real display, with Alan's lesson and its outcome map.
class Bench
{
public:
    Bench(ProbeApplication& application, Options options) : m_application(application), m_options(std::move(options)) {}

    int run(const QString& what);

private:
    void open();
    void openPage();
    void drag(const char* what);
    void playFrames(const char* what);
    void settleTraffic();
    void openWindows();
    void makeMaps();
    int startProgram();
    int useProgram();

    int samplesOr(int usual) const { return m_options.once ? 1 : m_options.samples > 0 ? m_options.samples : usual; }
    std::string setting() const;
    /// Takes samples; the first few, in which caches fill, do not count.
    void sample(const char* what, const char* aim, int usual, const std::function<Sample(int)>& step);

    ProbeApplication& m_application;
    Options m_options;
    Catalogue m_catalogue{builtInLessons()};
    std::unique_ptr<Session> m_session;
    QTemporaryDir m_folder; ///< of pages
    std::unique_ptr<Edits> m_edits;
    std::unique_ptr<Pages> m_pages;
    std::unique_ptr<MainWindow> m_window;
};

std::string Bench::setting() const
{
    std::string text = std::to_string(m_options.size.width()) + " × " + std::to_string(m_options.size.height()) + " "
                       + m_options.theme.toStdString();
    if (const double ratio = m_application.devicePixelRatio(); ratio > 1)
        text += " at " + QString::number(ratio).toStdString() + "×";
    return text;
}

void Bench::sample(const char* what, const char* aim, int usual, const std::function<Sample(int)>& step)
{
    const int count = samplesOr(usual);
    const int warmUp = m_options.once ? 0 : std::min(20, count / 10 + 1);
    std::vector<Sample> samples;
    for (int i = 0; i < warmUp + count; ++i) {
        m_application.isAccounting = m_options.where && i >= warmUp;
        const Sample taken = step(i);
        if (i >= warmUp)
            samples.push_back(taken);
    }
    m_application.isAccounting = false;
    printRow(what, setting(), samples, aim);
    if (m_options.where)
        m_application.printCosts(count);
}

void Bench::open()
{
    m_window.reset(); // before what it shows
    m_pages.reset();
    m_edits.reset();
    m_session = std::make_unique<Session>(m_catalogue);
    m_session->apply(QStringLiteral("awaitscope:alan-caches-requests?timeout=250ms"));
    m_window = std::make_unique<MainWindow>(*m_session, m_options.theme == "dark" ? Theme::darkTheme() : Theme::light(),
                                            nullptr);
    m_window->resize(m_options.size);
    m_window->show();
    while (!m_session->sweep())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

void Bench::openPage()
{
    open();
    m_edits = std::make_unique<Edits>(*m_session, std::make_shared<Workbench>(Installation::of("/proc/self/exe")),
                                      m_folder.path().toStdString());
    m_pages = std::make_unique<Pages>(*m_session, *m_edits, m_folder.path().toStdString(), nullptr);
    m_window->allowEditing(*m_edits);
    m_window->allowPages(*m_pages);
    m_pages->begin(QStringLiteral("page.cpp"), QString::fromStdString(longPage()));
    m_edits->run(m_edits->variantToEdit());
    while (m_edits->isBusy() || m_session->isRunning() || m_session->run().variants.empty() || !m_session->sweep())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

void Bench::settleTraffic()
{
    open();
    m_window->actions()[Act::traffic].trigger();
    while (!m_window->trafficSheet())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    TrafficSheet& sheet = *m_window->trafficSheet();
    if (m_options.once) // perhaps by code that is not optimised
        sheet.trafficSlider().setValue(sheet.trafficSlider().minimum());
    const auto settle = [&sheet] {
        while (!sheet.isWhole() || sheet.maker().isMaking())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    };
    settle();
    sheet.guess().showButton().click();
    int timeout = 300;
    sample("a slider of the traffic moved → the whole", "≤ 2 s", 20, [&](int) {
        return m_application.measure([&] {
            sheet.timeoutSlider().setValue(timeout += 10);
            QApplication::processEvents(); // it is made from now on
            settle();
        });
    });
}

void Bench::drag(const char* what)
{
    m_application.measure([] {});
    CentreColumn& centre = m_window->centre();
    const FlagPill& pill = centre.pill();
    QWindow* const handle = m_window->windowHandle();
    const auto at = [&](double x) {
        return QPoint(static_cast<int>(centre.mapTo(m_window.get(), QPoint()).x() + x),
                      pill.mapTo(m_window.get(), pill.rect().center()).y());
    };
    // Back and forth over all of the axis, some pixels at a time, as a hand does.
    const int from = static_cast<int>(centre.axis().left) + 1;
    const int span = static_cast<int>(centre.axis().right) - 1 - from;
    int x = pill.x() + pill.width() / 2;
    QTest::mousePress(handle, Qt::LeftButton, {}, at(x));
    sample(what, "p99 ≤ 16 ms", 600, [&](int step) {
        const int along = (x - from + 7 * step) % (2 * span);
        const double to = from + (along < span ? along : 2 * span - along);
        return m_application.measure([&] { QTest::mouseMove(handle, at(to)); });
    });
    QTest::mouseRelease(handle, Qt::LeftButton, {}, at(x));
}

void Bench::playFrames(const char* what)
{
    Playback& playback = m_session->playback();
    playback.toStart();
    // At speed 1 the axis takes 8 s, and a display shows 60 pictures in each.
    const VirtualDuration frame = playback.length() / (8 * 60);
    sample(what, "p99 ≤ 16 ms", 480, [&](int) {
        if (playback.isAtEnd())
            playback.toStart();
        return m_application.measure([&] { playback.setPosition(playback.position() + frame); });
    });
}

void Bench::openWindows()
{
    sample("window made → complete, in a running process", "", 30, [&](int) {
        m_window.reset();
        return m_application.measure([&] { open(); });
    });
}

void Bench::makeMaps()
{
    const Lesson& lesson = *m_catalogue.find("alan-caches-requests");
    for (const auto& [model, name] :
         {std::pair{CancelModel::asio, "complete exact map of two variants: Asio cancel"},
          std::pair{CancelModel::drop, "the same, Rust drop"}, std::pair{CancelModel::eager, "the same, JS race"}}) {
        Scenario scenario = defaultScenario(lesson);
        scenario.model = model;
        std::vector<Sample> samples;
        for (int i = 0; i < samplesOr(500); ++i) {
            QElapsedTimer passed;
            passed.start();
            const double before = usedCpu();
            const auto map = sweep(lesson, scenario);
            samples.push_back({static_cast<double>(passed.nsecsElapsed()) / 1e6, usedCpu() - before});
            if (!map || !*map || (**map).variants.size() != 2)
                std::abort(); // a figure of failures means nothing
        }
        printRow(name, "no window", std::move(samples), "≤ 30 ms");
    }
}

int Bench::startProgram()
{
    ProgramProbe probe(m_options.program, m_options.theme);
    const auto take = [&](const char* what, int count, bool cold) {
        std::vector<Sample> samples;
        for (int i = 0; i < count; ++i) {
            probe.stop();
            if (cold && !dropFileCache())
                return true; // not allowed: no row
            const std::optional<Sample> sample = probe.start();
            if (!sample)
                return false;
            samples.push_back(*sample);
        }
        printRow(what, setting(), std::move(samples), "≤ 250 ms");
        return true;
    };
    if (take("process started → complete, warm", samplesOr(20), false)
        && take("process started → complete, file cache dropped", samplesOr(5), true))
        return ready;
    std::fprintf(stderr, "bench_gui: %s never showed its window\n", qUtf8Printable(m_options.program));
    return broken;
}

int Bench::useProgram()
{
    ProgramProbe probe(m_options.program, m_options.theme);
    if (!probe.start()) {
        std::fprintf(stderr, "bench_gui: %s never showed its window\n", qUtf8Printable(m_options.program));
        return broken;
    }
    const auto print = [&](const char* when) {
        const Memory memory = probe.memory();
        std::printf("| memory %s | %s | 1 | VmHWM %.1f MB | | PSS %.1f MB | | ≤ 120 MB |\n", when, setting().c_str(),
                    memory.peak, memory.share);
        std::fflush(stdout);
    };
    print("after the first frame");
    if (probe.use(std::chrono::seconds(m_options.once ? 0 : 60)))
        print("after a minute of use");
    else
        std::fprintf(stderr, "bench_gui: not used for a minute: xdotool is missing, or the program ended\n");
    return ready;
}

int Bench::run(const QString& what)
{
    if (what == "start")
        return startProgram();
    if (what == "memory")
        return useProgram();
    if (what == "drag") {
        open();
        drag("drag of the flag");
    } else if (what == "frame") {
        open();
        playFrames("frame while playing");
    } else if (what == "page") {
        openPage();
        drag("a page of 60 awaits: drag of the flag");
        playFrames("a page of 60 awaits: frame while playing");
    } else if (what == "traffic")
        settleTraffic();
    else if (what == "window")
        openWindows();
    else if (what == "map")
        makeMaps();
    else {
        std::fprintf(stderr, "bench_gui: there is no '%s'\n", qUtf8Printable(what));
        return broken;
    }
    return ready;
}

/// The whole table. Every setting has a process of its own: the pixel ratio cannot change in a running one.
int runAll(const QString& self, const Options& options)
{
    const auto run = [&](QStringList arguments, const char* ratio) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_SCALE_FACTOR", ratio);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        arguments << "--program" << options.program << "--samples" << QString::number(options.samples);
        if (options.once)
            arguments << "--once";
        process.start(self, arguments);
        process.waitForFinished(-1);
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == ready;
    };
    printTableHead();
    std::fflush(stdout);
    bool good = run({"drag", "frame", "page", "traffic", "window", "map", "start", "memory"}, "1");
    for (const auto& [size, theme, ratio] :
         {std::tuple{"2560x1440", "light", "1"}, {"1280x720", "light", "2"}, {"1440x900", "dark", "1"}})
        good = run({"drag", "frame", "--size", size, "--theme", theme}, ratio) && good;
    return good ? ready : broken;
}

int runBench(ProbeApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Prints how fast the window is, as a table. Without a WHAT: all of it.");
    parser.addOptions({
        {"once", "One sample each: whether it runs."},
        {"where", "Tells which widgets were asked for what, and for how long."},
        {"samples", "How many samples; 0: as many as is usual.", "N", "0"},
        {"size", "The window's size.", "WxH", "1440x900"},
        {"theme", "light or dark.", "THEME", "light"},
        {"program", "The real program.", "FILE", QStringLiteral(AWAITSCOPE_APP)},
    });
    parser.addPositionalArgument("WHAT", "drag, frame, page, traffic, window, map, start, memory", "[WHAT…]");
    parser.addHelpOption();
    parser.process(application);
    const QStringList sides = parser.value("size").split('x');
    const Options options{parser.value("program"), QSize(sides.value(0).toInt(), sides.value(1).toInt()),
                          parser.value("theme"),   parser.value("samples").toInt(),
                          parser.isSet("once"),    parser.isSet("where")};
    if (parser.positionalArguments().isEmpty())
        return runAll(QApplication::applicationFilePath(), options);
    int worst = ready;
    for (const QString& what : parser.positionalArguments())
        worst = std::max(worst, Bench(application, options).run(what));
    return worst;
}

} // namespace
} // namespace awaitscope

int main(int argc, char** argv)
{
    awaitscope::test::takeOwnDisplay();
    awaitscope::ProbeApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion")); // as the program does
    return awaitscope::runBench(application);
}
