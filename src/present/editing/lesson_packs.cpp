// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/lesson_packs.hpp"

#include "lesson/files/catalogue.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "present/session/session.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/text/qt_text.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace awaitscope {

namespace {

constexpr const char* allowedKey = "packs/allowed";

bool isCode(const LessonFile& file) { return file.name.ends_with(".cpp") || file.name.ends_with(".hpp"); }

PackQuestion questionFor(const Lesson& lesson, const QString& folder)
{
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

/// What keeps it from being shown; with the place, as compilers print it.
QString whyNotCompiled(const QString& folder, const std::string& file, const BuildResult& build)
{
    Diagnostic first{LessonPacks::tr("The lesson does not compile.").toStdString(), folder.toStdString() + '/' + file, 0};
    if (!build.messages.empty()) {
        first.message = LessonPacks::tr("The lesson does not compile: %1").arg(qt(build.messages.front().text)).toStdString();
        first.line = build.messages.front().line;
    }
    return qt(first.toText());
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
{}

LessonPacks::~LessonPacks() = default;

bool LessonPacks::isPack(const QString& path)
{
    const QFileInfo file(path);
    return file.isDir() ? QFileInfo::exists(QDir(path).filePath(QStringLiteral("lesson.toml")))
                        : file.fileName() == QLatin1String("lesson.toml");
}

void LessonPacks::open(const QString& path)
{
    if (m_isBusy) {
        Q_EMIT failed(tr("Another lesson is being compiled. Open this one when it is there."));
        return;
    }
    const QString folder = QFileInfo(path).isDir() ? QDir(path).absolutePath() : QFileInfo(path).absolutePath();
    LessonReading reading = readForeignLesson(folder.toStdU16String());
    if (!reading.errors.empty()) {
        const int more = static_cast<int>(reading.errors.size()) - 1;
        const QString first = diagnosticText(reading.errors.front());
        Q_EMIT failed(more > 0 ? tr("%1 (and %2 more: awaitscope-cli verify tells all)").arg(first).arg(more) : first);
        return;
    }
    if (m_session.catalogue().find(reading.lesson.slug)) {
        Q_EMIT failed(tr("Awaitscope has a lesson %1 of its own. Give the folder %2 another name.")
                          .arg(qt(reading.lesson.slug), QDir::toNativeSeparators(folder)));
        return;
    }
    const PackQuestion question = questionFor(reading.lesson, folder);
    if (!mayRun(question))
        return;
    compile(std::move(reading.lesson), folder);
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

void LessonPacks::compile(Lesson lesson, const QString& folder)
{
    m_isBusy = true;
    Q_EMIT said(tr("Compiling “%1”…").arg(qt(lesson.title)));
    m_thread = std::jthread{[this, lesson = std::move(lesson), folder, workbench = m_workbench](const std::stop_token& stop) mutable {
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
        const auto made = workbench->makeVariants(lesson, names, false, stop);
        if (stop.stop_requested())
            return;
        if (!made) {
            Diagnostic error = made.error();
            if (!error.file.empty() && lesson.findFile(error.file))
                error.file = folder.toStdString() + '/' + error.file;
            return fail(diagnosticText(error));
        }
        std::vector<std::shared_ptr<VariantHost>> hosts;
        for (const WorkbenchResult& result : *made) {
            if (!result.host)
                return fail(whyNotCompiled(folder, lesson.variants[hosts.size()].file, result.build));
            hosts.push_back(result.host);
        }
        Lesson whole = withHosts(lesson, std::move(hosts));
        // What it dies of does not reach the window.
        if (const auto run = runScenario(whole, defaultScenario(whole)); !run)
            return fail(diagnosticText(run.error()));
        deliver([this, whole = std::move(whole)]() mutable { take(std::move(whole)); });
    }};
}

void LessonPacks::take(Lesson lesson)
{
    const QString slug = qt(lesson.slug);
    const QString title = qt(lesson.title);
    const int scene = m_session.lesson().slug == lesson.slug ? m_session.scene() : 0; // who writes it stays where they read
    m_session.addLesson(std::move(lesson));
    m_session.setLesson(slug, scene);
    Q_EMIT said(tr("Opened: %1").arg(title));
}

} // namespace awaitscope
