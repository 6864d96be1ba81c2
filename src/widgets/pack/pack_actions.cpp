// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pack/pack_actions.hpp"

#include "present/editing/lesson_packs.hpp"
#include "present/editing/pack_verifier.hpp"
#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/error_bar.hpp"
#include "widgets/pack/verify_sheet.hpp"
#include "widgets/share/ask_pack.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/main_window.hpp"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace awaitscope {

PackActions::PackActions(MainWindow& window) : QObject(&window), m_window(window)
{
    window.actions().on(Act::readAgain, [this] { m_packs->readAgain(); });
    window.actions().on(Act::verifyLesson, [this] { showVerifier(); });
    refresh();
}

void PackActions::allow(LessonPacks& packs)
{
    m_packs = &packs;
    m_verifier = new PackVerifier(packs, this);
    packs.setAsker([this](const PackQuestion& question) { return askAboutPack(question, m_window); });
    connect(&packs, &LessonPacks::said, &m_window.toast(), &Toast::say);
    connect(&packs, &LessonPacks::failed, this, [this](const QString& message) {
        m_window.showError(message);
        m_complaint = m_window.errorText();
    });
    // Once it is mended, nobody has to dismiss what was wrong with it.
    connect(&packs, &LessonPacks::opened, this, [this] {
        if (!m_complaint.isEmpty() && m_window.errorText() == m_complaint)
            m_window.errorBar().dismiss();
        m_complaint.clear();
    });
    connect(&packs, &LessonPacks::opening, this, &PackActions::refresh);
    connect(&m_window.session(), &Session::lessonChanged, this, &PackActions::refresh);
    refresh();
}

void PackActions::refresh()
{
    WindowActions& actions = m_window.actions();
    actions[Act::openLesson].setEnabled(m_packs != nullptr);
    for (const Act act : {Act::readAgain, Act::verifyLesson})
        actions[act].setEnabled(m_packs && !m_packs->folderAtHand().isEmpty());
}

void PackActions::showVerifier()
{
    const QString folder = m_packs->folderAtHand();
    m_verifier->start(folder);
    auto* const sheet = new VerifySheet(m_window.theme(), *m_verifier, folder, &m_window);
    connect(sheet, &VerifySheet::copyWanted, this, [this](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        m_window.toast().say(tr("Copied: what is to be mended"));
    });
    connect(sheet, &VerifySheet::fileWanted, this, [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    sheet->open();
}

} // namespace awaitscope
