// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/pages.hpp"

#include "lesson/run/sandbox.hpp"
#include "lesson/text/text_file.hpp"
#include "present/files/share.hpp"
#include "present/session/session.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/diagnostic_text.hpp"
#include "workbench/compile/compile_cache.hpp"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSettings>
#include <QTimer>

namespace awaitscope {

namespace {

constexpr const char* recentKey = "pages/recent";
constexpr const char* lastKey = "pages/last";
constexpr qsizetype mostRecent = 10;
constexpr std::chrono::milliseconds pauseToLook{40};

/// What was typed a moment ago is not yet under its own name: EditStore::type().
bool isThere(const QString& path) { return QFileInfo::exists(path) || QFileInfo::exists(path + QStringLiteral(".typed")); }

/// "refund-1f2e": one for each file, whatever it is called elsewhere.
std::string idOfFile(const QString& path)
{
    const QFileInfo file(path);
    return file.completeBaseName().toStdString() + '-' + digestOf(file.absoluteFilePath().toStdString()).substr(0, 8);
}

} // namespace

QString leastPage()
{
    return QStringLiteral("awaitable<void> run()\n"
                          "{\n"
                          "  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);\n"
                          "  co_await t.async_wait(asio::use_awaitable);\n"
                          "  effect(\"stored\", \"v2\");\n"
                          "}\n");
}

Pages::Pages(Session& session, Edits& edits, std::filesystem::path folder, QSettings* settings, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_edits(edits),
      m_folder(std::move(folder)),
      m_settings(settings),
      m_recent(settings ? settings->value(recentKey).toStringList() : QStringList()),
      m_watcher(new QFileSystemWatcher(this)),
      m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseToLook);
    connect(m_pause, &QTimer::timeout, this, &Pages::look);
    const auto wait = [this] { m_pause->start(); };
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, wait); // some write another file and rename it
    connect(&edits, &Edits::changed, this, &Pages::changed);
    connect(&edits, &Edits::changed, this, &Pages::applyPending);
    connect(&session, &Session::lessonChanged, this, [this] {
        if (isShown())
            look(); // it may have changed while a lesson was shown
        Q_EMIT changed();
    });
}

bool Pages::isPage(const QString& path)
{
    static const QStringList endings{QStringLiteral("cpp"), QStringLiteral("cc"), QStringLiteral("cxx"), QStringLiteral("c++")};
    return endings.contains(QFileInfo(path).suffix().toLower()) && !QFileInfo(path).isDir();
}

void Pages::begin() { begin(QStringLiteral("page.cpp"), leastPage()); }

void Pages::begin(const QString& name, const QString& text)
{
    Lesson page = sandboxOf(name.toStdString(), text.toStdString());
    const std::string stem = QFileInfo(name).completeBaseName().toStdString();
    // One that was begun before and left as it was is this one again.
    for (int number = 1;; ++number) {
        page.page = stem + '-' + std::to_string(number);
        if (!m_edits.typedAt(page))
            break;
    }
    show(std::move(page), {});
}

QString Pages::open(const QString& path)
{
    const QFileInfo file(path);
    const QString absolute = file.absoluteFilePath();
    const QString ours = ownFolder();
    if (absolute.startsWith(ours)) {
        const QStringList parts = absolute.mid(ours.size()).split('/');
        if (parts.size() == 2) {
            Lesson page = sandboxOf(parts[1].toStdString(), leastPage().toStdString());
            page.page = parts[0].toStdString();
            show(std::move(page), {});
            return {};
        }
    }
    const Result<std::string> text = readSource(absolute.toStdU16String());
    if (!text)
        return diagnosticText(text.error());
    Lesson page = sandboxOf(file.fileName().toStdString(), *text);
    page.page = idOfFile(absolute);
    page.folder = file.absolutePath().toStdString();
    const std::optional<std::filesystem::file_time_type> typed = m_edits.typedAt(page);
    std::error_code none;
    const bool isOlder = typed && *typed < std::filesystem::last_write_time(absolute.toStdU16String(), none);
    show(std::move(page), absolute);
    if (m_edits.isUnsaved() && isOlder)
        m_edits.takeFromFile(qt(*text));
    else if (m_edits.isUnsaved())
        Q_EMIT said(tr("What you typed into %1 last is here and not yet in the file.").arg(file.fileName()));
    return {};
}

QString Pages::ownFolder() const { return qt((m_folder / sandboxSlug).string()) + '/'; }

bool Pages::openLast()
{
    const QString last = m_settings ? m_settings->value(lastKey).toString() : QString();
    if (last.isEmpty())
        return false;
    // One that was left as it began is nowhere: it begins again.
    if (!isThere(last) && last.startsWith(ownFolder())) {
        begin();
        return true;
    }
    return isThere(last) && open(last).isEmpty();
}

void Pages::openShared(const QString& path, const ScenarioFile& file)
{
    Lesson page = sandboxOf(file.page->name, file.page->text);
    page.page = idOfFile(path);
    show(std::move(page), {}, QFileInfo(path).absoluteFilePath());
    applyOnceRun(qt(file.scenario));
}

void Pages::applyOnceRun(const QString& scenario)
{
    m_pending = scenario;
    applyPending();
}

void Pages::applyPending()
{
    const Edit* const edit = m_pending && isShown() ? m_edits.find(m_edits.variantToEdit()) : nullptr;
    if (edit && edit->stage == Edit::Stage::ran && !m_session.lesson().isBlank)
        m_session.apply(*std::exchange(m_pending, std::nullopt));
}

std::optional<ScenarioFile> Pages::shared() const
{
    const Edit* const edit = isShown() ? m_edits.find(m_edits.variantToEdit()) : nullptr;
    if (!edit)
        return std::nullopt;
    const Lesson& page = m_session.lesson();
    return ScenarioFile{m_session.scenarioString().toStdString(), PageFile{page.title, edit->text.toStdString()}};
}

void Pages::show(Lesson page, const QString& path, const QString& shared)
{
    m_pending.reset();
    m_page = page.page;
    m_path = path;
    m_onDisk = qt(page.files.back().text);
    const QString stored = !shared.isEmpty() ? shared : path.isEmpty() ? storedPath(page) : path;
    m_edits.openPage(std::move(page));
    watch();
    noteRecent(stored);
    if (m_settings) // what somebody else made is not compiled at a start without being asked for
        m_settings->setValue(lastKey, shared.isEmpty() ? stored : QString());
    Q_EMIT opened();
    Q_EMIT changed();
}

void Pages::watch()
{
    const QStringList before = m_watcher->files() + m_watcher->directories();
    if (!before.isEmpty())
        m_watcher->removePaths(before);
    if (!m_path.isEmpty())
        m_watcher->addPaths({m_path, QFileInfo(m_path).absolutePath()});
}

void Pages::look()
{
    if (m_path.isEmpty() || !isShown() || m_session.lesson().page != m_page)
        return;
    if (!m_watcher->files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher->addPath(m_path); // the file that was renamed to this name
    const Result<std::string> text = readSource(m_path.toStdU16String());
    if (!text || qt(*text) == m_onDisk) // half written, or gone for a moment
        return;
    m_onDisk = qt(*text);
    m_edits.takeFromFile(m_onDisk);
}

bool Pages::isShown() const { return m_session.lesson().isSandbox; }

QString Pages::path() const { return isShown() ? m_path : QString(); }

QString Pages::name() const { return isShown() ? qt(m_session.lesson().title) : QString(); }

bool Pages::isModified() const { return isShown() && m_edits.isUnsaved(); }

QString Pages::save() { return saveAs(m_path); }

QString Pages::saveAs(const QString& path)
{
    const Edit* const edit = m_edits.find(m_edits.variantToEdit());
    if (!isShown() || !edit)
        return {};
    const QString text = edit->text;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QString problem = writeWhole(absolute, text.toUtf8());
    if (!problem.isEmpty())
        return problem;
    m_edits.settleInFile();
    if (absolute == m_path) {
        m_onDisk = text;
        return {};
    }
    return open(absolute);
}

QString Pages::storedPath(const Lesson& page) const
{
    return qt((m_folder / sandboxSlug / page.page / page.variants.back().file).string());
}

QStringList Pages::recent() const
{
    QStringList there;
    for (const QString& path : m_recent) {
        if (isThere(path))
            there += path;
    }
    return there;
}

void Pages::noteRecent(const QString& path)
{
    m_recent.removeAll(path);
    m_recent.prepend(path);
    m_recent = m_recent.mid(0, mostRecent);
    if (m_settings)
        m_settings->setValue(recentKey, m_recent);
}

} // namespace awaitscope
