// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/lesson_packs.hpp"

#include "lesson/files/catalogue.hpp"
#include "lesson/files/lesson_folders.hpp"
#include "lesson/run/runner.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/text/qt_text.hpp"
#include "workbench/verify_folder.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace awaitscope {

namespace {

constexpr const char* allowedKey = "packs/allowed";

bool isCode(const LessonFile& file) { return file.name.ends_with(".cpp") || file.name.ends_with(".hpp"); }

/// The first, and how many there are besides.
QString firstOf(const std::vector<Diagnostic>& errors)
{
    const int more = static_cast<int>(errors.size()) - 1;
    const QString first = diagnosticText(errors.front());
    return more > 0 ? LessonPacks::tr("%1 (and %2 more: Shift+F7 lists them)").arg(first).arg(more) : first;
}

} // namespace

QString digestOfCode(const Lesson& lesson)
{
    std::string text = lesson.slug;
    for (const LessonFile& file : lesson.files) {
        if (isCode(file))
            text += '\n' + file.name + ' ' + std::to_string(file.text.size()) + '\n' + file.text;
    }
    return qt(digestOf(text));
}

PackQuestion questionAboutLesson(const Lesson& lesson)
{
    const QString folder = qt(lesson.folder);
    PackQuestion question;
    question.title = qt(lesson.title);
    question.author = qt(lesson.author);
    question.owner = QFileInfo(folder).owner();
    question.folder = QDir::toNativeSeparators(folder);
    for (const LessonFile& file : lesson.files) {
        if (isCode(file))
            question.files += qt(file.name);
    }
    question.digest = digestOfCode(lesson);
    return question;
}

PackQuestion questionAboutPage(const QString& name, const QString& text, const QString& path)
{
    PackQuestion question;
    question.isPage = true;
    question.title = name;
    question.owner = QFileInfo(path).owner();
    question.folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    question.files = {name};
    question.digest = qt(digestOf("page\n" + name.toStdString() + '\n' + text.toStdString()));
    return question;
}

QString PackQuestion::toText() const
{
    QString text = isPage ? LessonPacks::tr("The page “%1” holds C++ code that is not part of Awaitscope.").arg(title)
                          : LessonPacks::tr("The lesson “%1” holds C++ code that is not part of Awaitscope: %2.")
                       .arg(title, files.join(QStringLiteral(", ")));
    text += QStringLiteral("\n\n");
    text += isPage             ? LessonPacks::tr("The file does not say who wrote it. It is in %1 and belongs to %2.").arg(folder, owner)
            : author.isEmpty() ? LessonPacks::tr("Its files do not say who wrote it. They are in %1 and belong to %2.").arg(folder, owner)
                             : LessonPacks::tr("Its files say that %1 wrote it. They are in %2 and belong to %3.").arg(author, folder, owner);
    text += QStringLiteral("\n\n");
    text += LessonPacks::tr("To show it, the code is compiled and run on this computer, in a process with limits on time, memory and "
                            "files. The limits hold off mistakes, and not somebody who means harm: such code could read your "
                            "files. Run it only if you trust whoever wrote it.");
    text += QStringLiteral("\n\n");
    text += LessonPacks::tr("You are asked once for just this code, and again when it changes.");
    return text;
}

LessonPacks::LessonPacks(Session& session, std::shared_ptr<Workbench> workbench, QSettings* settings, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_workbench(std::move(workbench)),
      m_settings(settings),
      m_allowed(settings ? settings->value(allowedKey).toStringList() : QStringList()),
      m_asker([](const PackQuestion&) { return false; })
{
    connect(&session, &Session::lessonWanted, this, [this](const QString& slug, const Then& show) {
        if (const auto found = m_offered.find(slug.toStdString()); found != m_offered.end())
            open(found->second, show);
    });
}

LessonPacks::~LessonPacks() = default;

bool LessonPacks::isPack(const QString& path)
{
    const QFileInfo file(path);
    return file.isDir() ? QFileInfo::exists(QDir(path).filePath(QStringLiteral("lesson.toml")))
                        : file.fileName() == QLatin1String("lesson.toml");
}

QString LessonPacks::folderAtHand() const
{
    const Lesson& shown = m_session.lesson();
    return shown.isSandbox || shown.folder.empty() ? m_folder : qt(shown.folder);
}

QStringList LessonPacks::offer(const QString& folder)
{
    QStringList problems;
    for (const std::filesystem::path& each : lessonFoldersOf(folder.toStdU16String())) {
        LessonReading reading = readForeignLesson(each);
        const std::string slug = reading.lesson.slug;
        const QString lies = QDir(qt(each.string())).absolutePath();
        if (!reading.errors.empty()) {
            problems += firstOf(reading.errors);
        } else if (const QString taken = whyNameIsTaken(slug, lies); !taken.isEmpty()) {
            problems += taken;
        } else {
            reading.lesson.folder = lies.toStdString();
            m_offered[slug] = lies;
            m_session.offerLesson(std::move(reading.lesson));
        }
    }
    return problems;
}

QString LessonPacks::whyNameIsTaken(const std::string& slug, const QString& folder) const
{
    if (m_session.catalogue().find(slug))
        return tr("Awaitscope has a lesson %1 of its own. Give the folder %2 another name.").arg(qt(slug), QDir::toNativeSeparators(folder));
    return {};
}

std::optional<Lesson> LessonPacks::read(const QString& folder)
{
    LessonReading reading = readForeignLesson(folder.toStdU16String());
    if (!reading.errors.empty()) {
        Q_EMIT failed(firstOf(reading.errors));
        return std::nullopt;
    }
    if (const QString taken = whyNameIsTaken(reading.lesson.slug, folder); !taken.isEmpty()) {
        Q_EMIT failed(taken);
        return std::nullopt;
    }
    reading.lesson.folder = folder.toStdString();
    return std::move(reading.lesson);
}

void LessonPacks::open(const QString& path) { open(path, {}); }

void LessonPacks::open(const QString& path, Then then)
{
    if (m_isBusy) {
        Q_EMIT failed(tr("Another lesson is being compiled. Open this one when it is there."));
        return;
    }
    m_folder = QFileInfo(path).isDir() ? QDir(path).absolutePath() : QFileInfo(path).absolutePath();
    Q_EMIT opening(m_folder);
    std::optional<Lesson> lesson = read(m_folder);
    if (lesson && mayRun(questionAboutLesson(*lesson)))
        compile(*std::move(lesson), std::move(then));
}

void LessonPacks::readAgain()
{
    if (const QString folder = folderAtHand(); !folder.isEmpty())
        open(folder);
}

void LessonPacks::resume(const QString& folder, std::function<void()> then)
{
    if (folder.isEmpty() || !isPack(folder) || !offer(folder).isEmpty())
        return;
    std::optional<Lesson> lesson = read(folder);
    if (lesson && isAllowed(questionAboutLesson(*lesson)))
        compile(*std::move(lesson), std::move(then));
}

bool LessonPacks::isAllowed(const PackQuestion& question) const { return m_allowed.contains(question.digest); }

bool LessonPacks::mayRun(const PackQuestion& question)
{
    if (isAllowed(question))
        return true;
    if (!m_asker(question)) {
        Q_EMIT said(tr("Nothing was compiled."));
        return false;
    }
    allow(question.digest);
    return true;
}

void LessonPacks::allowOwn(const QString& digest)
{
    if (!m_allowed.contains(digest))
        allow(digest);
}

void LessonPacks::allow(const QString& digest)
{
    m_allowed += digest;
    if (m_settings)
        m_settings->setValue(allowedKey, m_allowed);
}

void LessonPacks::compile(Lesson lesson, Then then)
{
    m_isBusy = true;
    Q_EMIT said(tr("Compiling “%1”…").arg(qt(lesson.title)));
    m_thread = std::jthread{[this, lesson = std::move(lesson), then = std::move(then), workbench = m_workbench](const std::stop_token& stop) mutable {
        const auto deliver = [this](auto take) {
            QMetaObject::invokeMethod(
                this,
                [this, take = std::move(take)]() mutable {
                    m_isBusy = false;
                    take();
                },
                Qt::QueuedConnection);
        };
        const auto fail = [&](const QString& message) { deliver([this, message] { Q_EMIT failed(message); }); };
        std::vector<std::string> names;
        for (const VariantSpec& variant : lesson.variants)
            names.push_back(variant.name);
        const std::filesystem::path folder{lesson.folder};
        CompiledFolder compiled = compiledFolder(*workbench, std::move(lesson), folder, names, stop);
        if (stop.stop_requested())
            return;
        if (!compiled.errors.empty()) {
            Diagnostic first = compiled.errors.front();
            if (first.isFault) // the code's, in a compiler's words
                first.message = tr("The lesson does not compile: %1").arg(qt(first.message)).toStdString();
            return fail(first.isFault ? qt(first.toText()) : diagnosticText(first));
        }
        // What it dies of does not reach the window.
        if (const auto run = runScenario(compiled.lesson, defaultScenario(compiled.lesson)); !run)
            return fail(diagnosticText(run.error()));
        deliver([this, whole = std::move(compiled.lesson), then = std::move(then)]() mutable { take(std::move(whole), then); });
    }};
}

void LessonPacks::take(Lesson lesson, const Then& then)
{
    const QString slug = qt(lesson.slug);
    const QString title = qt(lesson.title);
    const int scene = m_session.lesson().slug == lesson.slug ? m_session.scene() : 0; // who writes it stays where they read
    m_session.addLesson(std::move(lesson));
    if (then)
        then();
    else
        m_session.setLesson(slug, scene);
    Q_EMIT opened();
    Q_EMIT said(tr("Opened: %1").arg(title));
}

} // namespace awaitscope
