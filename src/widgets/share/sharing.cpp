// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/page_actions.hpp"
#include "widgets/share/sharing.hpp"

#include "lesson/files/scenario_file.hpp"
#include "present/files/pages.hpp"
#include "present/editing/lesson_packs.hpp"
#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/share/file_drop.hpp"
#include "widgets/share/picture.hpp"
#include "widgets/share/picture_sheet.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/main_window.hpp"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

namespace awaitscope {

namespace {

QString scenarioEnding() { return QString::fromUtf8(scenarioFileEnding.data(), scenarioFileEnding.size()); }

QString mimeOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::png:
        return QStringLiteral("image/png");
    case PictureFormat::svg:
        return QStringLiteral("image/svg+xml");
    case PictureFormat::pdf:
        break;
    }
    return QStringLiteral("application/pdf");
}

} // namespace

Sharing::Sharing(MainWindow& window, QSettings* settings)
    : QObject(&window),
      m_window(window),
      m_settings(settings),
      m_document(window.session())
{
    if (m_settings)
        m_memory = readShareMemory(*m_settings);
    connect(&m_document, &ScenarioDocument::said, &m_window.toast(), &Toast::say, Qt::QueuedConnection); // after "Opened"
    auto* const drop = new FileDrop(window);
    connect(drop, &FileDrop::fileDropped, this, &Sharing::open);
    connect(drop, &FileDrop::linkDropped, this,
            [this](const QString& scenario) { m_window.session().apply(scenario); });
}

QString Sharing::title() const
{
    const QString lesson = QString::fromStdString(m_window.session().lesson().title);
    if (m_document.path().isEmpty())
        return lesson;
    QString name = m_document.name();
    name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // Qt's way to write one
    return QStringLiteral("%1[*] – %2").arg(name, lesson);
}

QString Sharing::ask(FileQuestion question, const QString& proposedName)
{
    question.path = folderOf(m_memory);
    if (question.kind == FileQuestion::Kind::save)
        question.path += '/' + proposedName;
    const QString path = m_asker(&m_window, question);
    if (path.isEmpty() || question.kind == FileQuestion::Kind::open)
        return path;
    // A dialog that left the ending to us has asked about another name.
    const QString named = QFileInfo(path).suffix().isEmpty() ? withEnding(path, question.ending) : path;
    if (named == path || !QFileInfo::exists(named))
        return named;
    m_window.showError(tr("%1 is there already and was left as it is. Save under that name to replace it.")
                           .arg(QDir::toNativeSeparators(named)));
    return {};
}

void Sharing::open(const QString& path)
{
    if (m_window.packs() && LessonPacks::isPack(path)) {
        rememberFolderOf(path);
        if (Pages* const pages = m_window.pageActions().pages())
            pages->noteRecent(QFileInfo(path).isDir() ? QDir(path).absolutePath() : QFileInfo(path).absolutePath());
        m_window.packs()->open(path);
        return;
    }
    if (m_window.pageActions().pages() && Pages::isPage(path)) {
        rememberFolderOf(path);
        m_window.pageActions().open(path);
        return;
    }
    if (m_window.pageActions().openShared(path)) {
        rememberFolderOf(path);
        return;
    }
    if (m_document.waitsForLesson(path, [this, path] { open(path); }))
        return;
    const QString problem = m_document.open(path);
    if (!problem.isEmpty()) {
        m_window.showError(problem);
        return;
    }
    rememberFolderOf(path);
    m_window.toast().say(tr("Opened: %1").arg(QDir::toNativeSeparators(path)));
}

void Sharing::askAndOpen()
{
    FileQuestion question{FileQuestion::Kind::open,
                          tr("Open a scenario"),
                          {},
                          tr("Scenarios (*%1)").arg(scenarioEnding()),
                          scenarioEnding()};
    if (m_window.pageActions().pages()) {
        question.title = tr("Open a page or a scenario");
        question.filter = tr("C++ pages and scenarios (*.cpp *.cc *.cxx *%1)").arg(scenarioEnding());
    }
    const QString path = ask(question, {});
    if (!path.isEmpty())
        open(path);
}

void Sharing::askAndOpenLesson()
{
    const QString path =
        ask({FileQuestion::Kind::open, tr("Open a lesson"), {}, tr("Lessons (lesson.toml)"), QStringLiteral(".toml")}, {});
    if (!path.isEmpty())
        open(path);
}

void Sharing::save()
{
    if (m_window.pageActions().isPageShown() && !m_window.pageActions().pages()->path().isEmpty())
        m_window.pageActions().saveTo(m_window.pageActions().pages()->path());
    else if (m_document.path().isEmpty())
        saveAs();
    else
        saveTo(m_document.path());
}

void Sharing::saveAs()
{
    if (m_window.pageActions().isPageShown())
        return savePage();
    const FileQuestion question{FileQuestion::Kind::save,
                                tr("Save the scenario"),
                                {},
                                tr("Scenarios (*%1)").arg(scenarioEnding()),
                                scenarioEnding()};
    const QString proposed =
        m_document.path().isEmpty() ? proposedName(m_window.session(), scenarioEnding()) : m_document.name();
    const QString path = ask(question, proposed);
    if (!path.isEmpty())
        saveTo(path);
}

void Sharing::savePage()
{
    const Pages& pages = *m_window.pageActions().pages();
    const FileQuestion question{FileQuestion::Kind::save, tr("Save the page"), {},
                                tr("C++ pages, and pages with what is shown (*.cpp *%1)").arg(scenarioEnding()), QStringLiteral(".cpp")};
    const QString path = ask(question, pages.name());
    if (path.isEmpty())
        return;
    rememberFolderOf(path);
    m_window.pageActions().saveTo(path);
}

void Sharing::saveTo(const QString& path)
{
    if (!path.endsWith(scenarioEnding(), Qt::CaseInsensitive)) {
        m_window.showError(tr("%1: a scenario is saved as %2. Give the file this ending.")
                               .arg(QDir::toNativeSeparators(path), scenarioEnding()));
        return;
    }
    const QString problem = m_document.save(path);
    if (problem.isEmpty())
        tell(tr("Saved: %1"), path);
    else
        m_window.showError(problem);
}

void Sharing::choosePicture()
{
    auto* const sheet = new PictureSheet(m_window.theme(), m_memory.picture, sizeOf(m_window, PictureOf::scope),
                                         sizeOf(m_window, PictureOf::window), &m_window);
    connect(sheet, &PictureSheet::saveWanted, this, &Sharing::savePicture);
    connect(sheet, &PictureSheet::copyWanted, this, &Sharing::copyPicture);
    sheet->open(); // over the window, whose keys rest meanwhile
}

void Sharing::savePicture(const PictureChoice& choice)
{
    remember(choice);
    const QString filters[] = {tr("PNG pictures (*.png)"), tr("SVG drawings (*.svg)"), tr("PDF documents (*.pdf)")};
    const FileQuestion question{FileQuestion::Kind::save,
                                tr("Save a picture"),
                                {},
                                filters[static_cast<int>(choice.format)],
                                endingOf(choice.format)};
    const QString path = ask(question, proposedName(m_window.session(), choice));
    if (path.isEmpty())
        return;
    PictureChoice named = choice;
    if (const std::optional<PictureFormat> format = pictureFormatOf(path)) { // whoever types another ending means it
        named.format = *format;
        if (*format == PictureFormat::png)
            writeBehind(path, imageOf(m_window, named));
        else
            write(path, pictureOf(m_window, named));
    } else {
        m_window.showError(unknownPictureEnding(path));
    }
}

void Sharing::copyPicture(const PictureChoice& choice)
{
    remember(choice);
    auto* const data = new QMimeData; // the clipboard owns it
    const QImage image = imageOf(m_window, choice);
    data->setImageData(image);
    if (choice.format != PictureFormat::png) // beside the picture, for whoever takes drawings
        data->setData(mimeOf(choice.format), pictureOf(m_window, choice));
    QGuiApplication::clipboard()->setMimeData(data);
    const QString words = choice.of == PictureOf::scope ? tr("Copied: a picture of the scopes, %1 × %2")
                                                        : tr("Copied: a picture of the window, %1 × %2");
    m_window.toast().say(words.arg(image.width()).arg(image.height()));
}

void Sharing::saveTrace()
{
    const FileQuestion question{FileQuestion::Kind::save,
                                tr("Save a trace for ui.perfetto.dev"),
                                {},
                                tr("Traces (*.json)"),
                                QStringLiteral(".json")};
    const QString path = ask(question, proposedName(m_window.session(), QStringLiteral(".json")));
    if (!path.isEmpty())
        write(path, perfettoTraceOf(m_window.session()));
}

void Sharing::writeBehind(const QString& path, const QImage& image)
{
    ++m_writing;
    m_window.toast().say(tr("Saving: %1").arg(QDir::toNativeSeparators(path)));
    m_writer.start([this, path, image] {
        const QString problem = writeWhole(path, pngOf(image));
        QMetaObject::invokeMethod(
            this,
            [this, path, problem] {
                --m_writing;
                tellWritten(path, problem);
            },
            Qt::QueuedConnection); // dropped if this has gone meanwhile
    });
}

void Sharing::write(const QString& path, const QByteArray& bytes) { tellWritten(path, writeWhole(path, bytes)); }

void Sharing::tellWritten(const QString& path, const QString& problem)
{
    if (problem.isEmpty())
        tell(tr("Saved: %1"), path);
    else
        m_window.showError(problem);
}

void Sharing::tell(const QString& done, const QString& path)
{
    rememberFolderOf(path);
    m_window.toast().say(done.arg(QDir::toNativeSeparators(path)));
}

void Sharing::remember(const PictureChoice& choice)
{
    m_memory.picture = choice;
    keepMemory();
}

void Sharing::rememberFolderOf(const QString& path)
{
    m_memory.folder = QFileInfo(path).absolutePath();
    keepMemory();
}

void Sharing::keepMemory()
{
    if (m_settings)
        keep(m_memory, *m_settings);
}

void answerForSharing(WindowActions& actions, Sharing& sharing)
{
    const std::pair<Act, void (Sharing::*)()> plain[] = {
        {Act::openFile, &Sharing::askAndOpen},       {Act::openLesson, &Sharing::askAndOpenLesson}, {Act::saveFile, &Sharing::save},
        {Act::saveFileAs, &Sharing::saveAs},         {Act::savePicture, &Sharing::choosePicture},
        {Act::saveTrace, &Sharing::saveTrace},
    };
    for (const auto& [act, does] : plain)
        actions.on(act, [&sharing, step = does] { (sharing.*step)(); });
    actions.on(Act::copyPicture, [&sharing] { sharing.copyPicture(sharing.memory().picture); });
}

} // namespace awaitscope
