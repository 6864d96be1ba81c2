// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/page_actions.hpp"

#include "lesson/files/scenario_file.hpp"
#include "present/editing/break_finder.hpp"
#include "present/editing/lesson_packs.hpp"
#include "present/files/pages.hpp"
#include "present/files/share.hpp"
#include "present/story/starting_pages.hpp"
#include "present/words/diagnostic_text.hpp"
#include "widgets/actions/edit_actions.hpp"
#include "widgets/actions/main_menu.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/page/break_sheet.hpp"
#include "widgets/page/difference_sheet.hpp"
#include "widgets/page/page_bar.hpp"
#include "widgets/page/repair_bar.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace awaitscope {

PageActions::PageActions(MainWindow& window) : QObject(&window), m_window(window)
{
    answer();
    inEveryLanguage(*this, [this] { refresh(); });
}

void PageActions::allow(Pages& pages)
{
    m_pages = &pages;
    connect(&pages, &Pages::said, &m_window.toast(), &Toast::say);
    connect(&pages, &Pages::changed, this, &PageActions::refresh);
    connect(&pages, &Pages::changed, &m_window, &MainWindow::refreshTitle);
    connect(&pages, &Pages::opened, this, [this] { m_window.editCode({}); });
    connect(&m_window.story(), &StoryPane::pageWanted, this, &PageActions::begin);
    connect(&m_window.menu(), &MainMenu::recentWanted, this, &PageActions::listRecent);
    m_window.menu().recent().setEnabled(true);
    Edits& edits = *m_window.editActions().edits();
    EditPane& pane = *m_window.side().editPane();
    m_finder = new BreakFinder(m_window.session(), edits.workbench(), this);
    m_pageBar = new PageBar(m_window.session(), m_window.actions(), m_window.theme(), &pane);
    m_repairBar = new RepairBar(m_window.session(), edits, m_window.theme(), &pane);
    pane.addBar(*m_pageBar);
    pane.addBar(*m_repairBar);
    connect(m_repairBar, &RepairBar::wanted, this, &PageActions::showRepair);
    refresh();
}

void PageActions::setTheme(const Theme& theme)
{
    if (!m_pages)
        return;
    m_pageBar->setTheme(theme);
    m_repairBar->setTheme(theme);
}

void PageActions::showRepair()
{
    const std::optional<PageRepair>& repair = m_repairBar->repair();
    EditPane& pane = *m_window.side().editPane();
    if (!repair || !repair->text)
        return;
    const QString after = QString::fromStdString(*repair->text);
    auto* const sheet = new DifferenceSheet(m_window.theme(), m_repairBar->words(), pane.editor().text(), after, &m_window);
    connect(sheet, &QDialog::accepted, this, [this, after, &pane] {
        pane.replace(after); // which Ctrl+Z takes back
        m_window.editActions().edits()->run(pane.variant());
    });
    sheet->open();
}

void PageActions::showFinder()
{
    auto* const sheet = new BreakSheet(m_window.theme(), *m_finder, &m_window);
    connect(sheet, &BreakSheet::copyWanted, this, [this](const QString& scenario) {
        QGuiApplication::clipboard()->setText(scenario);
        m_window.toast().say(tr("Copied: %1").arg(scenario));
    });
    connect(sheet, &BreakSheet::showWanted, this, [this](const QString& scenario, const QString& text) {
        if (!text.isEmpty()) { // the time is moved in the page, of which alone the scenario tells
            m_window.editCode({});
            m_window.side().editPane()->replace(text);
            m_window.editActions().edits()->run(m_window.side().editPane()->variant());
            m_pages->applyOnceRun(scenario);
            return;
        }
        Scenario shown = m_window.session().scenario();
        const Result<Scenario> found = parseScenario(scenario.toStdString(), m_window.session().lesson(), shown);
        if (!found)
            return;
        m_window.session().setTimeout(timeoutOf(*found, m_window.session().lesson()));
    });
    sheet->open();
    m_finder->start(false);
}

void PageActions::answer()
{
    WindowActions& actions = m_window.actions();
    actions.on(Act::newSandbox, [this] { begin({}); });
    actions.on(Act::keepAsA, [this] {
        m_window.editActions().edits()->keep();
        m_window.toast().say(tr("Kept as A. What you type on is B."));
    });
    actions.on(Act::swapVersions, [this] { m_window.editActions().edits()->swapKept(); });
    actions.on(Act::dropKept, [this] { m_window.editActions().edits()->dropKept(); });
    actions.on(Act::findBreak, [this] { showFinder(); });
}

void PageActions::refresh()
{
    WindowActions& actions = m_window.actions();
    const Edits* const edits = m_pages ? m_window.editActions().edits() : nullptr;
    actions[Act::newSandbox].setEnabled(m_pages != nullptr);
    actions[Act::keepAsA].setEnabled(edits && edits->canKeep());
    actions[Act::findBreak].setEnabled(edits && edits->canKeep());
    actions[Act::swapVersions].setEnabled(edits && edits->hasKept());
    actions[Act::dropKept].setEnabled(edits && edits->hasKept());
}

bool PageActions::isPageShown() const { return m_pages && m_pages->isShown(); }

QString PageActions::title() const
{
    QString name = m_pages->name();
    name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // Qt's way to write one
    return name + QStringLiteral("[*]");
}

void PageActions::open(const QString& path)
{
    if (const QString problem = m_pages->open(path); !problem.isEmpty())
        m_window.showError(problem);
}

bool PageActions::openShared(const QString& path)
{
    if (!m_pages || !path.endsWith(QLatin1String(scenarioFileEnding.data()), Qt::CaseInsensitive))
        return false;
    const Result<ScenarioFile> file = loadScenarioFile(QFileInfo(path).filesystemFilePath());
    if (!file || !file->page)
        return false;
    if (const std::optional<Diagnostic> error = whyNotShown(*file, path.toStdString(), m_window.session().catalogue())) {
        m_window.showError(diagnosticText(*error));
        return true;
    }
    const PackQuestion question =
        questionAboutPage(QString::fromStdString(file->page->name), QString::fromStdString(file->page->text), path);
    if (m_window.packs() && m_window.packs()->mayRun(question))
        m_pages->openShared(path, *file);
    return true;
}

void PageActions::begin(const QString& startingPage)
{
    if (!m_pages)
        return;
    const StartingPage* const page = findStartingPage(startingPage);
    if (page)
        m_pages->begin(page->name + QStringLiteral(".cpp"), page->text);
    else
        m_pages->begin();
}

void PageActions::saveTo(const QString& path)
{
    QString problem;
    if (path.endsWith(QLatin1String(scenarioFileEnding.data()), Qt::CaseInsensitive)) {
        const std::optional<ScenarioFile> shared = m_pages->shared();
        problem = shared ? writeWhole(path, QByteArray::fromStdString(toFileText(*shared))) : tr("No page is shown that could be saved.");
        if (problem.isEmpty() && m_window.packs()) {
            const PageFile& page = *shared->page;
            m_window.packs()->allowOwn(questionAboutPage(QString::fromStdString(page.name), QString::fromStdString(page.text), path).digest);
        }
    } else {
        problem = m_pages->saveAs(path);
    }
    if (problem.isEmpty())
        m_window.toast().say(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    else
        m_window.showError(problem);
}

void PageActions::listRecent(QMenu& menu)
{
    menu.clear();
    for (const QString& path : m_pages->recent()) {
        QString words = QDir::toNativeSeparators(path);
        words.replace('&', QStringLiteral("&&"));
        connect(menu.addAction(words), &QAction::triggered, this, [this, path] { m_window.openPath(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing yet"))->setEnabled(false);
}

} // namespace awaitscope
