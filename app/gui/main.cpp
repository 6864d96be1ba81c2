// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "lesson/files/lesson_folders.hpp"
#include "lesson/files/scenario_file.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/sandbox.hpp"
#include "present/editing/edits.hpp"
#include "present/editing/lesson_packs.hpp"
#include "present/files/pages.hpp"
#include "present/files/progress_file.hpp"
#include "present/files/remembered.hpp"
#include "present/files/scenario_document.hpp"
#include "present/files/settings_file.hpp"
#include "present/files/share.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"
#include "screenshot.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/system_theme.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

using namespace awaitscope; // NOLINT(google-build-using-namespace): no header, and all of it wires what is there

namespace {

constexpr int wrongUsage = 2;
constexpr int codeFailed = 3; ///< it does not compile, or does not run

struct Options
{
    QString scenario;   ///< empty: where one was, else the first scene; of a page, what is shown of it
    QString file;       ///< an .awaitscope file in its place, a lesson's folder, or a page
    QStringList lessons; ///< folders with lessons that are there too
    QString screenshot; ///< empty: a window
    PictureChoice picture{PictureOf::window, PictureFormat::png, 1};
    QSize size{1440, 900};
    std::optional<ThemeChoice> theme; ///< empty: as kept, else as the system
    std::optional<QString> language;  ///< likewise; an empty text: as the system
};

int complain(const QString& message, int exitCode = wrongUsage)
{
    std::fprintf(stderr, "awaitscope: %s\n", qUtf8Printable(message));
    return exitCode;
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        "Runs real Boost.Asio coroutines on a virtual clock and draws every await of them.");
    parser.addOptions({
        {"screenshot", "Draw the window into FILE, a .png, .svg or .pdf, and exit.", "FILE"},
        {"of", "What the picture shows: window, or scope for caller, scopes and axis alone.", "WHAT"},
        {"scale", "The pixels of a .png for each of the window's: 1, 2 or 3.", "N"},
        {"size", "The size of the window in pixels, such as 1440x900.", "WxH"},
        {"theme", "light, dark, contrast (for projectors), or system: as the desktop wants it.", "THEME"},
        {"language", "en, de, or system: as the desktop wants it.", "LANGUAGE"},
        {"lessons", "The lessons in FOLDER are there too. The code of one is compiled when it is opened and you have allowed it.", "FOLDER"},
    });
    parser.addPositionalArgument("SCENARIO",
                                 "What to show: a C++ file with a run() of your own, a file such as rehearsed.awaitscope, a lesson's folder, or a scenario such as "
                                 "'awaitscope:alan-caches-requests?timeout=250ms'. Behind a C++ file what is to be shown of it: 'awaitscope:?timeout=100ms'.",
                                 "[SCENARIO]");
    parser.addHelpOption();
    parser.addVersionOption();
}

/// Empty, or what is wrong with the picture that is wanted.
QString readPicture(const QCommandLineParser& parser, Options& options)
{
    PictureChoice& picture = options.picture;
    if (!parser.isSet("screenshot")) {
        for (const char* const option : {"of", "scale"}) {
            if (parser.isSet(option))
                return QStringLiteral("--%1 says what a picture shows: name its file with --screenshot.").arg(option);
        }
        return {};
    }
    options.screenshot = parser.value("screenshot");
    if (options.screenshot.isEmpty())
        return QStringLiteral("--screenshot needs the name of a file.");
    if (const std::optional<PictureFormat> format = pictureFormatOf(options.screenshot))
        picture.format = *format;
    else if (!QFileInfo(options.screenshot).suffix().isEmpty())
        return unknownPictureEnding(options.screenshot);
    if (parser.isSet("of")) {
        const std::optional<PictureOf> of = readPictureOf(parser.value("of"));
        if (!of)
            return QStringLiteral("--of %1: window or scope.").arg(parser.value("of"));
        picture.of = *of;
    }
    if (parser.isSet("scale")) {
        picture.scale = parser.value("scale").toInt();
        if (picture.scale < 1 || picture.scale > largestPictureScale)
            return QStringLiteral("--scale %1: 1, 2 or 3.").arg(parser.value("scale"));
        if (picture.format != PictureFormat::png)
            return QStringLiteral("--scale is for a .png: %1 is a drawing, sharp at every size.").arg(options.screenshot);
    }
    return {};
}

/// A file may come as a link: file managers give either.
void readScenario(const QString& word, Options& options)
{
    const QUrl url(word);
    const QString file = url.isLocalFile() ? url.toLocalFile() : word;
    if (url.isLocalFile() || namesScenarioFile(word.toStdString()) || LessonPacks::isPack(word) || Pages::isPage(word))
        options.file = file;
    else
        options.scenario = word;
}

/// Empty, or why the scenario is none of the page before it: no code of one's own would be shown, and nobody would see why.
QString whyNotOfPage(const Options& options)
{
    const Result<std::string> lesson = lessonOf(options.scenario.trimmed().toStdString());
    if (!lesson)
        return diagnosticText(lesson.error());
    if (lesson->empty() || *lesson == sandboxSlug)
        return {};
    return QStringLiteral("%1 is of a lesson, and %2 is a page of one's own. Behind it goes what is to be shown of it, such as "
                          "'awaitscope:?timeout=100ms'; or leave the file out.").arg(options.scenario, options.file);
}

/// Empty, or what is wrong with the arguments.
QString read(const QCommandLineParser& parser, Options& options)
{
    const QStringList words = parser.positionalArguments();
    readScenario(words.value(0), options);
    if (words.size() > (Pages::isPage(options.file) ? 2 : 1))
        return QStringLiteral("One scenario, please: %1").arg(words.join(' '));
    if (words.size() > 1) {
        options.scenario = words.back();
        if (const QString error = whyNotOfPage(options); !error.isEmpty())
            return error;
    }
    if (const QString error = readPicture(parser, options); !error.isEmpty())
        return error;
    options.lessons = parser.values("lessons");
    for (const QString& folder : std::as_const(options.lessons)) {
        if (const std::optional<Diagnostic> error = whyNoLessons(folder.toStdString()))
            return diagnosticText(*error);
    }
    if (!options.lessons.isEmpty() && !options.screenshot.isEmpty())
        return QStringLiteral("--lessons is for a window, which asks before it compiles code of somebody else: leave --screenshot out.");
    if (parser.isSet("size")) {
        static const QRegularExpression form{QStringLiteral("^(\\d{3,5})x(\\d{3,5})$")};
        const QRegularExpressionMatch match = form.match(parser.value("size"));
        if (!match.hasMatch())
            return QStringLiteral("--size %1: expected WIDTHxHEIGHT, such as 1440x900.").arg(parser.value("size"));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (options.size.width() > 16384 || options.size.height() > 16384)
            return QStringLiteral("--size %1: at most 16384x16384.").arg(parser.value("size"));
    }
    if (parser.isSet("theme")) {
        const QString theme = parser.value("theme");
        options.theme = readThemeChoice(theme);
        if (!options.theme)
            return QStringLiteral("--theme %1: light, dark, contrast or system.").arg(theme);
    }
    if (parser.isSet("language")) {
        options.language = readLanguageChoice(parser.value("language"));
        if (!options.language)
            return QStringLiteral("--language %1: en, de or system.").arg(parser.value("language"));
    }
    return {};
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// Without a display a picture can still be drawn, but no window shown.
bool lacksDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
           && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return false;
#endif
}

/// Whether the file is an .awaitscope that holds code of its own.
bool holdsPage(const QString& path)
{
    const Result<ScenarioFile> file = loadScenarioFile(QFileInfo(path).filesystemFilePath());
    return file && file->page;
}

/// Whether what is to be shown is somebody else's code, so that something is asked first: over a window that is there.
bool isAskedAbout(const Options& options, const Session& session)
{
    if (LessonPacks::isPack(options.file) || holdsPage(options.file))
        return true;
    const Result<ScenarioFile> file = loadScenarioFile(QFileInfo(options.file).filesystemFilePath());
    const std::string scenario = file ? file->scenario : options.scenario.trimmed().toStdString();
    const Result<std::string> slug = lessonOf(scenario);
    return slug && session.isOffered(*slug);
}

/// Whatever the command line names.
void showWanted(const Options& options, Session& session, MainWindow& window)
{
    if (!options.file.isEmpty())
        window.sharing().open(options.file);
    else if (!options.scenario.isEmpty())
        session.apply(options.scenario); // the window says what is wrong with it
}

int showWindow(const Options& options, const Catalogue& catalogue, Session& session)
{
    const QString path = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/awaitscope.ini";
    {
        // What is wrong with the file is told in the language that it asked for, if it can still be read.
        const QSettings settings{path, QSettings::IniFormat};
        session.language().choose(options.language.value_or(readRemembered(settings).language));
    }
    const SettingsFile file = prepareSettings(path);
    QSettings settings{path, QSettings::IniFormat};
    Remembered remembered = readRemembered(settings);
    if (!options.scenario.isEmpty() || !options.file.isEmpty())
        remembered.lesson.clear(); // a scenario means the same every time
    SystemTheme system;
    const Appearance appearance{options.theme.value_or(remembered.theme), system.isDark(), remembered.scale};
    ProgressFile progress{QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/progress.json",
                          session.predictions()};
    resume(remembered, session);
    const auto workbench = std::make_shared<Workbench>(Installation::of("/proc/self/exe"));
    const std::string codeFolder = QString(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/code").toStdString();
    Edits edits{session, workbench, codeFolder};
    Pages pages{session, edits, codeFolder, file.isUsable ? &settings : nullptr};
    MainWindow window{session, appearance, file.isUsable ? &settings : nullptr};
    window.allowEditing(edits);
    if (remembered.lesson == QString::fromStdString(session.lesson().slug)) // one of a folder comes later
        resume(remembered, edits);
    LessonPacks packs{session, workbench, file.isUsable ? &settings : nullptr};
    window.allowPacks(packs);
    window.allowPages(pages);
    QObject::connect(&system, &SystemTheme::changed, &window, &MainWindow::setSystemDark);
    QObject::connect(&system, &SystemTheme::motionChanged, &window, &MainWindow::setSystemLessMotion);
    if (remembered.lesson == QLatin1String(sandboxSlug.data()) && pages.openLast() && !remembered.scenario.isEmpty())
        pages.applyOnceRun(remembered.scenario);
    QStringList problems{file.problem, progress.problem()};
    for (const QString& folder : options.lessons)
        problems += packs.offer(folder);
    const bool isAsked = isAskedAbout(options, session);
    if (!isAsked)
        showWanted(options, session, window);
    if (!options.file.isEmpty() && !options.scenario.isEmpty())
        pages.applyOnceRun(options.scenario);
    QObject::connect(&progress, &ProgressFile::failed, &window, &MainWindow::showError);
    for (const BrokenLesson& broken : catalogue.broken())
        problems.push_back(diagnosticText(catalogue.require(broken.slug).error()));
    for (const QString& problem : std::as_const(problems)) {
        if (!problem.isEmpty())
            window.showError(window.errorText().isEmpty() ? problem : window.errorText() + '\n' + problem);
    }
    window.placeOnScreen();
    window.show();
    if (!remembered.tour && options.scenario.isEmpty() && options.file.isEmpty())
        window.startTour();
    if (isAsked)
        QTimer::singleShot(0, &window, [&] { showWanted(options, session, window); });
    if (!remembered.lesson.isEmpty())
        packs.resume(remembered.folder, [&, slug = session.lesson().slug, scene = session.scene()] {
            if (session.lesson().slug != slug || session.scene() != scene)
                return; // whoever has begun with something else meanwhile is left there
            resume(remembered, session);
            resume(remembered, edits);
        });
    QTimer::singleShot(0, &system, &SystemTheme::askPortal);
    return QApplication::exec();
}

int drawPicture(const Options& options, Session& session)
{
    QString error;
    int exitCode = wrongUsage;
    QObject::connect(&session, &Session::failed, &session, [&](const QString& message, bool isFault) {
        error = message;
        exitCode = isFault ? codeFailed : wrongUsage;
    });
    session.language().choose(options.language.value_or(QStringLiteral("en"))); // the same picture on every machine
    if (!options.scenario.isEmpty() && options.file.isEmpty() && !session.apply(options.scenario))
        return complain(error, exitCode);
    if (LessonPacks::isPack(options.file) || holdsPage(options.file))
        return complain(QStringLiteral("%1: code of somebody else is compiled and run only in a window, which asks first: "
                                       "open it without --screenshot.").arg(options.file));
    const bool isPage = Pages::isPage(options.file);
    if (!options.file.isEmpty() && !isPage) {
        error = ScenarioDocument{session}.open(options.file);
        if (!error.isEmpty())
            return complain(error);
    }
    const Appearance appearance{options.theme.value_or(ThemeChoice::system), SystemTheme{}.isDark(), 1};
    const QTemporaryDir kept; // a picture leaves nothing behind
    std::optional<Edits> edits;
    std::optional<Pages> pages;
    MainWindow window{session, appearance, nullptr};
    if (isPage) {
        if (!kept.isValid())
            return complain(QStringLiteral("There is no folder to compile %1 in: %2. $TMPDIR says where it would be.")
                                .arg(options.file, kept.errorString()));
        edits.emplace(session, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), kept.path().toStdString());
        pages.emplace(session, *edits, kept.path().toStdString(), nullptr);
        window.allowEditing(*edits);
        window.allowPages(*pages);
        if (const QString problem = pages->open(options.file); !problem.isEmpty())
            return complain(problem);
        if (const QString problem = waitForPage(session, *edits); !problem.isEmpty())
            return complain(problem, codeFailed);
        if (!options.scenario.isEmpty()) {
            error.clear(); // whatever was told while it was compiled, it runs
            session.apply(options.scenario); // it may have to be waited for, as the page was
            const QString problem = waitForPage(session, *edits);
            if (!error.isEmpty())
                return complain(error, exitCode);
            if (!problem.isEmpty())
                return complain(problem, codeFailed);
        }
    }
    error = takeScreenshot(session, window, options.size, options.picture, options.screenshot);
    return error.isEmpty() ? 0 : complain(error);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("awaitscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AWAITSCOPE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Awaitscope"));

    // The arguments come first: help and mistakes need no display.
    QCommandLineParser parser;
    describe(parser);
    Options options;
    {
        const QStringList arguments = argumentsOf(argc, argv);
        if (!parser.parse(arguments))
            return complain(parser.errorText());
        if (parser.isSet("help") || parser.isSet("help-all")) {
            const QCoreApplication application{argc, argv};
            std::fputs(qUtf8Printable(parser.helpText()), stdout);
            return 0;
        }
        if (parser.isSet("version")) {
            std::puts("awaitscope " AWAITSCOPE_VERSION);
            return 0;
        }
        if (const QString error = read(parser, options); !error.isEmpty())
            return complain(error);
    }
    if (lacksDisplay()) {
        if (options.screenshot.isEmpty())
            return complain(QStringLiteral(
                "There is no display to open a window on. --screenshot FILE.png draws a picture without one."));
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }

    const QApplication application{argc, argv};
    QApplication::setStyle(QStringLiteral("Fusion")); // the same pixels on every desktop
    const Catalogue catalogue{builtInLessons()};
    std::unique_ptr<Session> session;
    try {
        session = std::make_unique<Session>(catalogue);
    } catch (const std::exception& error) { // there is nothing that a window could show
        return complain(QString::fromUtf8(error.what()));
    }
    return options.screenshot.isEmpty() ? showWindow(options, catalogue, *session) : drawPicture(options, *session);
}
